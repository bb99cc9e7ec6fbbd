"""/start: who this is, and which desk to work for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.buttons import in_rows
from bot.cards.card import Button, Card, Style
from bot.cards.fit import fitted, part
from bot.cards.hostile import cleaned, outside
from bot.cards.presses import ChooseDesk, Signer
from bot.cards.wording import say
from bot.claims.desk import Desk

TITLE_LENGTH = 80
DESKS_SHOWN = 30


def welcome_card(desk: Desk | None, *, private: bool) -> Card:
    """The first words of the bot: in a group, which is a desk or not yet, or in private."""
    title = outside(desk.title, TITLE_LENGTH) if desk else ""
    if private:
        here = say("person.hello_private_desk", desk=title) if desk else say("person.hello_private_none")
    else:
        here = say("person.hello_group" if desk else "person.hello_group_new")
    parts = [part(say("person.hello"), Style.BOLD), part(say("person.hello_does")), part(), part(here)]
    return fitted([*parts, part(say("person.votes")), part(say("person.see_help"))])


def choose_desk_card(desks: Sequence[Desk], signer: Signer, then: str = "") -> Card:
    """Asks who belongs to several desks for the one to work for; `then` is the command to go on with."""
    buttons = [
        Button(cleaned(one.title), signer.encode(ChooseDesk(one.id, then), one.id)) for one in desks[:DESKS_SHOWN]
    ]
    return fitted([part(say("person.choose_desk"))], in_rows(buttons, 1))


def chosen_desk_card(desk: Desk) -> Card:
    """What that question becomes once it is answered."""
    return fitted([part(say("person.chosen", desk=outside(desk.title, TITLE_LENGTH)))])
