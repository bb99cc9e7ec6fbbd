"""A claim with its papers, as cards are made of them: written for these tests, with sensible defaults."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations
from typing import Any

from bot.cards.presses import Signer
from bot.claims.claim import Claim, Dossier, Source
from bot.claims.desk import Desk
from bot.claims.history import answered_since_shown
from bot.claims.incidents import Tie
from bot.claims.model import (
    Attribution,
    Casualties,
    ClaimId,
    ClaimNumber,
    DeskId,
    DocumentId,
    Effect,
    EventDate,
    Interval,
    Kind,
    Mention,
    Origin,
    Place,
    Polarity,
)
from bot.claims.relations import Relation
from bot.claims.status import Status
from bot.claims.tolls import Counted, Incident, Report, incidents
from tests.cast import NOON, Story

SIGNER = Signer(b"a key for the tests of the cards")
BELLS = Desk(DeskId(3), -1001234567890, "The Bell Desk", zone="Europe/Kyiv")
MARA = Attribution("Mara Ilven", "head of the Osterhal hospital")
OSTERHAL = Place("Osterhal", "Norvik", "NO", 59.9, 10.7)
THE_SEVENTH = date(2026, 11, 24)
MORNING = datetime(2026, 11, 25, 8, 20, tzinfo=UTC)


def a_mention(**facts: Any) -> Mention:
    plain = Mention(
        kind=Kind.CASUALTIES,
        quote="at least 12 people were brought in with wounds since the night",
        start=0,
        end=63,
        rule="people_and_their_fate",
        place=OSTERHAL,
        event_date=EventDate(THE_SEVENTH, date(2026, 11, 25)),
        attribution=MARA,
        casualties=Casualties(Effect.INJURED, Interval(12, None, "at least"), "civilians"),
    )
    return replace(plain, **facts)


def a_claim(number: int = 17, **facts: Any) -> Claim:
    plain = Claim(
        id=ClaimId(number),
        desk=BELLS.id,
        number=ClaimNumber(number),
        statement="12 or more civilians were injured in Osterhal.",
        mention=a_mention(),
        status=Status.PENDING,
        sequence=3,
        opened=NOON,
        released=True,
        needed=3,
    )
    return replace(plain, **facts)


def a_source(document: int = 1, **facts: Any) -> Source:
    plain = Source(DocumentId(document), None, "wire report", Origin.PASTED, date(2026, 11, 25), MORNING, a_mention())
    return replace(plain, **facts)


def a_dossier(story: Story | None = None, *sources: Source, **facts: Any) -> Dossier:
    """The dossier of a claim after a story; further facts change the claim."""
    story = story or Story()
    standing = story.standing
    claim = a_claim(status=standing.status, answered=len(standing.votes), **facts)
    return Dossier(claim, standing, sources or (a_source(),), answered_since_shown(story.entries))


def a_report(number: int, low: int | None, high: int | None = None, **facts: Any) -> Report:
    """A claim that so many people were killed, as a toll takes it in: “at least 12” is `12`, “12” is `12, 12`."""
    counted = facts.pop("counted", Counted(Effect.KILLED))
    mention = a_mention(
        casualties=Casualties(counted.effect, Interval(low, high, facts.pop("hedge", None))),
        place=facts.pop("place", OSTERHAL),
        polarity=facts.pop("polarity", Polarity.ASSERTED),
        attribution=facts.pop("said_by", MARA),
        **({} if facts.pop("dated", True) else {"event_date": None}),
    )
    named = {name: facts.pop(name) for name in ("status", "statement", "released") if name in facts}
    day = facts.pop("day", THE_SEVENTH)
    return Report(a_claim(number, mention=mention, **named), counted, day, day, **facts)


def tied(relation: Relation, *numbers: int) -> list[Tie]:
    """Each of these claims related to each other one."""
    return [Tie(ClaimId(one), ClaimId(other), relation) for one, other in combinations(numbers, 2)]


def events(reports: Sequence[Report], ties: Sequence[Tie] = ()) -> list[Incident]:
    """The events that these reports are about."""
    return incidents(reports, [one.claim for one in reports], ties)
