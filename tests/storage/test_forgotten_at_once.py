"""Forgetting somebody who does something at that very moment, and what that leaves of the history."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from bot.claims.consensus import Stance
from bot.claims.history import fold
from bot.claims.model import ClaimId, ReviewerId
from bot.claims.reasons import Reason
from bot.desk.forgetting import forget_reviewer
from bot.desk.voting import Ballot, cast_vote, give_reason
from storage.records import Records
from storage.reviewers import ReviewerForgotten
from storage.store import Store
from storage.tables import BallotRow, EventRow, LeafRow, NoteRow, PersonRow
from tests.storage.scene import BOSCO, GROUP, NOON, Scene, a_desk

LATER = NOON + timedelta(minutes=30)


def a_claim_and_a_reviewer(store: Store, chat: int = GROUP) -> tuple[ClaimId, ReviewerId]:
    with store.transaction() as records:
        scene = Scene(records, a_desk(records, chat))
        return scene.released().id, records.reviewers.of(scene.desk.id, BOSCO, NOON).id


def history(records: Records) -> list[Any]:
    tables = (EventRow, LeafRow)
    return [tuple(row) for table in tables for row in records.reviewers.db.execute(select(table))]


def test_the_history_keeps_every_byte_and_the_answer_its_weight(store: Store):
    claim, bosco = a_claim_and_a_reviewer(store)
    with store.transaction() as records:
        ballot = Ballot(claim, 1, bosco, Stance.DISPUTE)
        cast_vote(records, ballot, LATER)
        give_reason(records, ballot, Reason.OTHER, LATER, "I stood beside it")
        before, stood = history(records), fold(records.history.of(claim))
        forget_reviewer(records, bosco, LATER)

        assert history(records) == before
        assert fold(records.history.of(claim)) == stood
        assert list(stood.votes.values()) == [Stance.DISPUTE]


def test_an_answer_given_meanwhile_is_erased_too_or_never_given(store: Store):
    for number in range(5):
        claim, bosco = a_claim_and_a_reviewer(store, GROUP - number)
        start = threading.Barrier(2)

        def votes(claim: ClaimId = claim, bosco: ReviewerId = bosco, start: threading.Barrier = start) -> bool:
            start.wait()
            try:
                with store.transaction() as records:
                    cast_vote(records, Ballot(claim, 1, bosco, Stance.VERIFY), LATER)
            except ReviewerForgotten:
                return False
            return True

        def forgets(bosco: ReviewerId = bosco, start: threading.Barrier = start) -> None:
            start.wait()
            with store.transaction() as records:
                forget_reviewer(records, bosco, LATER)

        with ThreadPoolExecutor(2) as both:
            voted, forgotten = both.submit(votes), both.submit(forgets)
            forgotten.result()

        with store.transaction() as records:
            db = records.reviewers.db
            assert len(fold(records.history.of(claim)).votes) == voted.result()
            for table in (BallotRow, NoteRow, PersonRow):
                assert db.execute(select(table).where(col(table.reviewer_id) == bosco)).all() == []
