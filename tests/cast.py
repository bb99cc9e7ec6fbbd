"""The cast and the builders: one word a noun, with sensible defaults."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from bot.claims import events as e
from bot.claims.consensus import Rule, Stance
from bot.claims.history import Standing, fold, status_change
from bot.claims.model import ClaimId, Codename, Voter

ALICE, BOSCO, CHIARA, DAWIT, ELENA = (Voter(name) for name in ("alice", "bosco", "chiara", "dawit", "elena"))
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
CLAIM = ClaimId(17)
HERON, EGRET = Codename("Heron"), Codename("Egret")  # leads, as they act in public
VERIFY, DISPUTE, UNSURE = Stance.VERIFY, Stance.DISPUTE, Stance.UNSURE


class Story:
    """A claim's history written as it would happen: every fact brings the status change that follows from it."""

    def __init__(self, rule: Rule | None = None) -> None:
        rule = rule or Rule()
        self.entries: list[e.Entry] = []
        self.now = NOON
        self.happens(e.ClaimOpened(1, 1))
        self.happens(e.RoundOpened(1, rule.quorum, rule.margin, rule.window, rule.version, rule.perspectives))

    @property
    def standing(self) -> Standing:
        return fold(self.entries)

    def happens(self, event: e.Event) -> Story:
        before = self.standing
        self._append(event)
        if change := status_change(before, self.standing):
            self._append(change)
        return self

    def votes(self, *votes: tuple[Voter, Stance]) -> Story:
        for reviewer, stance in votes:
            was = self.standing.votes.get(reviewer)
            self.happens(e.VoteChanged(1, reviewer, stance, was) if was else e.VoteCast(1, reviewer, stance))
        return self

    def withdraws(self, *reviewers: Voter) -> Story:
        for reviewer in reviewers:
            self.happens(e.VoteWithdrawn(1, reviewer, self.standing.votes[reviewer]))
        return self

    def _append(self, event: e.Event) -> None:
        self.now += timedelta(minutes=1)
        self.entries.append(e.Entry(CLAIM, len(self.entries) + 1, self.now, event))


def all_verify(reviewers: Iterable[Voter]) -> list[tuple[Voter, Stance]]:
    return [(reviewer, VERIFY) for reviewer in reviewers]
