"""/whoami: a person's codename, desk and role."""

from __future__ import annotations

from bot.cards.card import Card, Style
from bot.cards.fit import fitted, part
from bot.cards.hostile import outside
from bot.cards.wording import say
from bot.claims.desk import Desk, Reviewer, Role

TITLE_LENGTH = 80


def whoami_card(reviewer: Reviewer, role: Role | None, desk: Desk) -> Card:
    """Who a person is at this desk, what they may do, and what others see of them."""
    known = role or Role.READER
    return fitted(
        [
            part(say("person.whoami_title", codename=outside(reviewer.codename, TITLE_LENGTH)), Style.BOLD),
            part(say("person.whoami_desk", desk=outside(desk.title, TITLE_LENGTH))),
            part(say("person.whoami_role", role=say(f"role.{known.value}"))),
            part(_rights(reviewer, desk, known)),
            part(say("person.whoami_hidden")),
        ]
    )


def whoami_elsewhere_card(*, told: bool, bot: str) -> Card:
    """What the group reads instead: that it was told in private, or where to ask (`bot` is the bot's @name)."""
    return fitted([part(say("person.whoami_told") if told else say("person.whoami_ask", bot=bot))])


def _rights(reviewer: Reviewer, desk: Desk, role: Role) -> str:
    if reviewer.frozen:
        return say("person.whoami_frozen")
    if role is Role.REVIEWER and desk.public and not reviewer.listed:
        return say("person.whoami_unlisted")
    return say(f"person.whoami_{role.value}")
