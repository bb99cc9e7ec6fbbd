"""/help: what a person may do here, by role. The commands come from the one table of commands."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Card, Style
from bot.cards.fit import fitted, part
from bot.cards.wording import say
from bot.claims.desk import Role


def help_card(commands: Sequence[tuple[str, str]], role: Role | None, *, private: bool) -> Card:
    """The commands that work here, as (name without slash, what it does), and how voting goes for who may vote."""
    parts = [part(say("person.help_title"), Style.BOLD)]
    parts += [part(say("person.help_line", command=f"/{name}", does=does)) for name, does in commands]
    if private:
        parts += [part(), part(say("person.help_hand_in_private"))]
    if role in (Role.LEAD, Role.REVIEWER):
        parts += [part(), part(say("person.help_vote")), part(say("person.help_not_a_claim"))]
    elif role is Role.READER:
        parts += [part(), part(say("person.help_reader"))]
    return fitted(parts)
