"""/start: who this is, and which desk to work for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.buttons import in_rows
from bot.cards.card import Button, Card, Style
from bot.cards.fit import fitted, part
from bot.cards.hostile import cleaned, cut, outside
from bot.cards.presses import ChooseDesk, Signer
from bot.cards.wording import say
from bot.claims.desk import Desk

TITLE_LENGTH = 80
LABEL_LENGTH = 50
DESKS_SHOWN = 30


def welcome_card(desk: Desk | None, *, private: bool) -> Card:
    """Hello: in private to somebody at a desk or at none, or in a group that is a desk or not yet."""
    if desk is None:
        return _hello([say("person.hello_private_none" if private else "person.hello_group_new")])
    here = say("person.hello_private_desk", desk=_name(desk)) if private else say("person.hello_group")
    return _hello([here, say("person.votes")])


def choose_desk_card(desks: Sequence[Desk], signer: Signer, then: str = "", chosen: Desk | None = None) -> Card:
    """Asks who belongs to several desks for the one to work for; `then` is the command to go on with.

    `chosen` is the desk they work for now; its button is ticked.
    """
    buttons = [Button(_label(one, chosen), signer.encode(ChooseDesk(one.id, then), one.id)) for one in desks]
    return fitted([part(say("person.choose_desk"))], in_rows(buttons[:DESKS_SHOWN], 1))


def chosen_desk_card(desk: Desk) -> Card:
    """What that question becomes once it is answered."""
    return fitted([part(say("person.chosen", desk=_name(desk)))])


def _hello(here: Sequence[str]) -> Card:
    parts = [part(say("person.hello"), Style.BOLD), part(say("person.hello_does")), part()]
    return fitted([*parts, *(part(sentence) for sentence in here), part(say("person.see_help"))])


def _name(desk: Desk) -> str:
    return outside(desk.title, TITLE_LENGTH)


def _label(desk: Desk, chosen: Desk | None) -> str:
    """The title as a button bears it: nothing in a label can be pressed apart from the button itself."""
    ticked = chosen is not None and chosen.id == desk.id
    return say("button.chosen" if ticked else "button.plain", name=cut(cleaned(desk.title), LABEL_LENGTH))
