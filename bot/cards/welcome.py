"""/start: who this is, and which desk to work for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.buttons import in_rows
from bot.cards.card import Button, Card, Style
from bot.cards.fit import fitted, part
from bot.cards.hostile import cleaned, cut, outside
from bot.cards.presses import ChooseDesk, Signer
from bot.cards.wording import say
from bot.claims.desk import Desk, Role

TITLE_LENGTH = 80
LABEL_LENGTH = 50
DESKS_SHOWN = 30


def welcome_card(desk: Desk | None, role: Role | None) -> Card:
    """Hello in private: to somebody at a desk, or at none."""
    if desk is None or role is None:
        return _hello([say("person.hello_private_none")])
    return _hello([say("person.hello_private_desk", desk=_name(desk)), say("person.votes")])


def group_welcome_card(*, known: bool) -> Card:
    """Hello in a group: `known` when it is a desk already."""
    if not known:
        return _hello([say("person.hello_group_new")])
    return _hello([say("person.hello_group"), say("person.votes")])


def desks_card(desks: Sequence[Desk], chosen: Desk | None, signer: Signer, then: str = "") -> Card:
    """Asks who belongs to several desks for the one to work for; `then` is the command to go on with."""
    labels = [
        say("button.chosen" if chosen and chosen.id == one.id else "button.plain", name=_label(one)) for one in desks
    ]
    presses = [signer.encode(ChooseDesk(one.id, then), one.id) for one in desks]
    buttons = [Button(label, press) for label, press in zip(labels, presses, strict=True)]
    return fitted([part(say("person.choose_desk"))], in_rows(buttons[:DESKS_SHOWN], 1))


def chosen_card(desk: Desk) -> Card:
    """What that question becomes once it is answered."""
    return fitted([part(say("person.chosen", desk=_name(desk)))])


def _hello(here: Sequence[str]) -> Card:
    parts = [part(say("person.hello"), Style.BOLD), part(say("person.hello_does")), part()]
    return fitted([*parts, *(part(sentence) for sentence in here), part(say("person.see_help"))])


def _name(desk: Desk) -> str:
    return outside(desk.title, TITLE_LENGTH)


def _label(desk: Desk) -> str:
    """The title as a button bears it: nothing in a label can be pressed apart from the button itself."""
    return cut(cleaned(desk.title), LABEL_LENGTH)
