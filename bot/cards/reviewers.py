"""/reviewers: who may vote in a public group, by codename."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Card, Style
from bot.cards.fit import fitted, part
from bot.cards.hostile import outside
from bot.cards.wording import say
from bot.claims.desk import Desk, Reviewer
from bot.claims.model import Codename

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


def roster_card(desk: Desk, known: Sequence[Reviewer]) -> Card:
    """Everybody whom a desk knows, with what leads have decided about them; for leads, in private."""
    title = part(say("reviewers.roster_title", count=len(known)), Style.BOLD)
    names = [part(_line(desk, one), rank=1) for one in known]
    return fitted([title, *names, part(say("reviewers.lead_how"))])


def frozen_card(lead: Codename, reviewer: Codename, *, frozen: bool) -> Card:
    """Tells a desk that a lead suspended a reviewer, or let them in again; both by codename."""
    told, means = ("frozen", "frozen_how") if frozen else ("unfrozen", "unfrozen_how")
    facts = {"lead": outside(lead, NAME_LENGTH), "reviewer": outside(reviewer, NAME_LENGTH)}
    return fitted([part(say(f"reviewers.{told}", **facts), Style.BOLD), part(say(f"reviewers.{means}"))])


def perspective_card(reviewer: Codename, perspective: str | None, *, counted: bool) -> Card:
    """From which perspective a reviewer answers from now on; `counted` tells whether the desk asks for perspectives."""
    facts = {"reviewer": outside(reviewer, NAME_LENGTH), "perspective": outside(perspective or "", NAME_LENGTH)}
    told = say("reviewers.perspective" if perspective else "reviewers.no_perspective", **facts)
    off = [] if counted else [part(say("reviewers.perspectives_off"))]
    return fitted([part(told), *off])


def brigade_card(answers: int, newcomers: int) -> Card:
    """Warns a desk of unusually many answers: `answers` within a minute, with `newcomers` among those who answer."""
    counts = say("reviewers.brigade", answers=answers, newcomers=newcomers)
    return fitted([part(counts, Style.BOLD), part(say("reviewers.brigade_how"))])


def _line(desk: Desk, reviewer: Reviewer) -> str:
    marks = [say("reviewers.is_frozen")] if reviewer.frozen else []
    marks += [say("reviewers.is_listed")] if reviewer.listed and desk.public else []
    marks += [outside(reviewer.perspective, NAME_LENGTH)] if reviewer.perspective else []
    name = outside(reviewer.codename, NAME_LENGTH)
    return say("reviewers.marked", name=name, marks=", ".join(marks)) if marks else f"· {name}"
