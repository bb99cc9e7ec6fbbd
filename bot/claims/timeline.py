"""Timelines of control: who was said to hold a place when, by whom, and how far the desk has come with it.

The words are those of the Institute for the Study of War: a party to the fight *claims*, others *report*, and what the
desk has verified is *assessed*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.claims.claim import Claim
from bot.claims.incidents import Tie, gathered, rivals, stands
from bot.claims.model import ClaimId
from bot.claims.relations import Relation
from bot.claims.status import Status


class Voice(StrEnum):
    """How it is known: from a party to the fight, from others, or verified by the desk."""

    CLAIMED = "claimed"
    REPORTED = "reported"
    ASSESSED = "assessed"


@dataclass(frozen=True, slots=True)
class Said:
    """A claim of control, the days it is about, whether a party says it, and whether it is about the whole place."""

    claim: Claim
    first: date
    last: date
    by_party: bool = False
    whole: bool = True

    @property
    def voice(self) -> Voice:
        """The word for it."""
        if self.claim.status is Status.VERIFIED:
            return Voice.ASSESSED
        return Voice.CLAIMED if self.by_party else Voice.REPORTED

    @property
    def order(self) -> tuple[date, date, int]:
        """By the day on which it happened, then by number."""
        return self.last, self.first, self.claim.number


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline: what was said, the claims that say the same, and those that contradict it and stand."""

    said: Said
    also: tuple[Claim, ...] = ()
    against: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that was said of a place, oldest first. `held` is the last assessed entry about the whole of it, `since` what
    stands unassessed after that (all of it, where nothing is assessed)."""

    entries: tuple[Entry, ...]
    held: Entry | None
    since: tuple[Entry, ...]


def timeline(told: Iterable[Said], claims: Iterable[Claim], ties: Sequence[Tie]) -> Timeline:
    """The timeline of a place; `claims` are all whose contradiction matters, `ties` how they relate, without those that
    were dismissed. What is no claim, or not before the desk yet, is left out."""
    by_claim = {one.claim.id: one for one in told if _is_told(one.claim)}
    against = rivals(claims, ties)
    same = [tie for tie in ties if tie.relation is Relation.SAME]
    groups = ([by_claim[claim] for claim in group] for group in gathered(by_claim, same))
    entries = sorted((_entry(group, against) for group in groups), key=lambda one: one.said.order)
    held = next((one for one in reversed(entries) if one.said.whole and one.said.voice is Voice.ASSESSED), None)
    later = entries[entries.index(held) + 1 :] if held else entries
    since = (one for one in later if stands(one.said.claim) and one.said.voice is not Voice.ASSESSED)
    return Timeline(tuple(entries), held, tuple(since))


def _is_told(claim: Claim) -> bool:
    return claim.released and claim.status is not Status.REJECTED


def _entry(group: Sequence[Said], against: Mapping[ClaimId, Sequence[Claim]]) -> Entry:
    """The one that has come furthest speaks for those that say the same."""
    first, *others = sorted(group, key=_furthest)
    opposed = {claim.number: claim for one in group for claim in against.get(one.claim.id, ())}
    return Entry(first, tuple(one.claim for one in others), tuple(opposed[number] for number in sorted(opposed)))


def _furthest(one: Said) -> tuple[bool, bool, int]:
    return one.claim.status is not Status.VERIFIED, not stands(one.claim), one.claim.number
