"""What /recount answers: the claims that would have another status, and how many were looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.cards.card import Card, Style
from bot.cards.claim import say_status
from bot.cards.dates import moment_in_words
from bot.cards.fit import Part, fitted, part
from bot.cards.hostile import outside
from bot.cards.wording import say
from bot.claims.claim import Claim
from bot.claims.recount import Difference, Recount

NAME_LENGTH = 80
STATEMENT_LENGTH = 140
CLAIMS_TOLD = 30


def recount_card(found: Recount, zone: str) -> Card:
    """What would change without a reviewer; blind rounds are only counted."""
    return fitted([*_parts(found, zone, CLAIMS_TOLD)])


def recount_text(found: Recount, zone: str) -> str:
    """The same as plain text with all claims, for the command line."""
    return "\n".join("".join(text for text, _ in one.pieces) for one in _parts(found, zone, len(found.differing)))


def _parts(found: Recount, zone: str, most: int) -> Iterator[Part]:
    since = say("recount.since", moment=moment_in_words(found.since, zone)) if found.since else ""
    name = outside(found.reviewer.codename, NAME_LENGTH)
    yield part(say("recount.title", reviewer=name, since=since), Style.BOLD)
    yield part(say("recount.looked_at", count=found.looked_at, answered=found.answered))
    yield from _differing(found.differing, most)
    if found.blind:
        yield part(say("recount.blind", count=found.blind))
    yield part(say("recount.footer"), Style.ITALIC)


def _differing(differing: Sequence[tuple[Claim, Difference]], most: int) -> Iterator[Part]:
    yield part(say("recount.differ", count=len(differing)) if differing else say("recount.none_differs"))
    for claim, one in differing[:most]:
        head = say("recount.line", label=claim.label, now=say_status(one.now), then=say_status(one.then))
        yield Part(((head, Style.BOLD), (outside(claim.statement, STATEMENT_LENGTH), None)), rank=1)
    if len(differing) > most:
        yield part(say("recount.and_more", count=len(differing) - most))
