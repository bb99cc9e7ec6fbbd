"""/reviewers: who may vote in a public group, by codename."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Card, Style
from bot.cards.fit import fitted, part
from bot.cards.hostile import outside
from bot.cards.wording import say
from bot.claims.desk import Desk, Reviewer

NAME_LENGTH = 80


def reviewers_card(desk: Desk, listed: Sequence[Reviewer]) -> Card:
    """The listed reviewers of a desk; in a private group everybody may vote and nobody need be listed."""
    if not desk.public:
        return fitted([part(say("reviewers.private"))])
    title = part(say("reviewers.title", count=len(listed)), Style.BOLD)
    names = [part(f"· {outside(one.codename, NAME_LENGTH)}", rank=1) for one in listed]
    return fitted([title, *names, part(say("reviewers.how"))])


def listed_card(*, listed: bool) -> Card:
    """Somebody was listed, or taken off the list; without the codename, which would else be joined to a face."""
    return fitted([part(say("reviewers.added" if listed else "reviewers.removed"))])
