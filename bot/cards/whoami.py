"""/whoami: a person's codename, desk and role."""

from __future__ import annotations

from bot.cards.card import Card, Style
from bot.cards.fit import fitted, part
from bot.cards.hostile import outside
from bot.cards.wording import say
from bot.claims.desk import Desk, Reviewer, Role

TITLE_LENGTH = 80


def whoami_card(reviewer: Reviewer, desk: Desk, role: Role) -> Card:
    """Who a person is at this desk, what they may do, and what others see of them."""
    return fitted(
        [
            part(say("person.whoami_title", codename=outside(reviewer.codename, TITLE_LENGTH)), Style.BOLD),
            part(say("person.whoami_desk", desk=outside(desk.title, TITLE_LENGTH))),
            part(say("person.whoami_role", role=say(f"role.{role.value}"))),
            part(_rights(reviewer, desk, role)),
            part(say("person.whoami_hidden")),
        ]
    )


def nobody_card() -> Card:
    """For a person who belongs to no desk."""
    return fitted([part(say("person.hello_private_none"))])


def _rights(reviewer: Reviewer, desk: Desk, role: Role) -> str:
    if role is Role.REVIEWER and desk.public and not reviewer.listed:
        return say("person.whoami_unlisted")
    return say(f"person.whoami_{role.value}")
