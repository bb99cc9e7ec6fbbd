from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.claims.consensus import Stance
from bot.claims.desk import Desk, Reviewer
from bot.claims.events import Cause, RoundOpened, VoterFrozen, VoterUnfrozen
from bot.claims.history import Standing, fold
from bot.claims.model import ClaimId
from bot.desk.freezing import NotYourself, carry_out_freezes, freeze, unfreeze
from bot.desk.ledger import open_ledger
from bot.desk.rounds import open_new_round
from bot.desk.voting import Ballot, cast_vote, withdraw_vote
from storage.records import Records
from storage.store import Store
from tests.storage.scene import ALICE, BOSCO, Scene, a_desk

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)


class Room:
    """A desk with a claim before it, a lead and a reviewer."""

    def __init__(self, records: Records) -> None:
        self.records = records
        scene = Scene(records, a_desk(records))
        self.desk: Desk = scene.desk
        self.claim: ClaimId = scene.claims().id
        ledger = open_ledger(records, self.claim, NOON)
        if not ledger.standing.round:
            open_new_round(ledger, self.desk.rule, Cause.RELEASED)
        self.lead, self.bosco = (records.reviewers.of(self.desk.id, who, NOON) for who in (ALICE, BOSCO))

    @property
    def standing(self) -> Standing:
        return fold(self.records.history.of(self.claim))

    def votes(self, reviewer: Reviewer, stance: Stance) -> None:
        cast_vote(self.records, Ballot(self.claim, self.standing.round, reviewer.id, stance), LATER)

    def freezes(self) -> int:
        freeze(self.records, self.desk.id, self.lead, self.bosco.codename)
        return carry_out_freezes(self.records, LATER)


def test_what_is_to_do_is_asked_of_the_rows_and_done_once(store: Store):
    with store.transaction() as records:
        room = Room(records)
        room.votes(room.bosco, Stance.VERIFY)
        assert room.freezes() == 1
        assert carry_out_freezes(records, LATER) == 0
        assert isinstance(records.history.of(room.claim)[-1].event, VoterFrozen)

        unfreeze(records, room.desk.id, room.lead, room.bosco.codename)
        assert carry_out_freezes(records, LATER) == 1
        assert carry_out_freezes(records, LATER) == 0
        assert isinstance(records.history.of(room.claim)[-1].event, VoterUnfrozen)
        assert len(room.standing.counting) == 1


def test_an_answer_that_slips_in_beside_the_freeze_is_set_aside_too(store: Store):
    with store.transaction() as records:
        room = Room(records)
        assert room.freezes() == 0
        room.votes(room.bosco, Stance.VERIFY)
        assert carry_out_freezes(records, LATER) == 1
        assert room.standing.counting == {}


def test_a_freeze_that_is_taken_back_before_it_was_carried_out_leaves_no_trace(store: Store):
    with store.transaction() as records:
        room = Room(records)
        room.votes(room.bosco, Stance.VERIFY)
        before = len(records.history.of(room.claim))
        freeze(records, room.desk.id, room.lead, room.bosco.codename)
        unfreeze(records, room.desk.id, room.lead, room.bosco.codename)
        assert carry_out_freezes(records, LATER) == 0
        assert len(records.history.of(room.claim)) == before


def test_answers_of_earlier_rounds_stay_as_they_were(store: Store):
    with store.transaction() as records:
        room = Room(records)
        room.votes(room.bosco, Stance.VERIFY)
        open_new_round(open_ledger(records, room.claim, LATER), room.desk.rule, Cause.REOPENED)
        assert room.freezes() == 0
        assert isinstance(records.history.of(room.claim)[-1].event, RoundOpened)


def test_a_withdrawn_answer_needs_no_unfreezing(store: Store):
    with store.transaction() as records:
        room = Room(records)
        room.votes(room.bosco, Stance.VERIFY)
        room.freezes()
        withdraw_vote(records, room.claim, 1, room.bosco.id, LATER)
        unfreeze(records, room.desk.id, room.lead, room.bosco.codename)
        assert carry_out_freezes(records, LATER) == 0
        assert room.standing.frozen == frozenset()


def test_a_lead_does_not_freeze_themself(store: Store):
    with store.transaction() as records:
        room = Room(records)
        with pytest.raises(NotYourself):
            freeze(records, room.desk.id, room.lead, room.lead.codename)
