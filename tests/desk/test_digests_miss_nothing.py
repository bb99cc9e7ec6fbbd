from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from bot.claims.consensus import Stance
from bot.desk.digesting import send_if_due
from bot.desk.forgetting import forget_reviewer
from bot.desk.freezing import freeze
from bot.desk.ledger import open_ledger
from bot.desk.voting import Ballot, cast_vote
from bot.signing import Notary
from storage.records import Records
from storage.store import Store
from tests.desk.test_freezing import Room
from tests.storage.scene import CHIARA

NOTARY = Notary(bytes(range(32)))
A_DAY = timedelta(days=1)
EIGHT = datetime(2026, 11, 26, 8, 0, 5, tzinfo=UTC)


def digest(records: Records, at: datetime) -> str:
    """The text of the digest that is due at this moment."""
    assert send_if_due(records, records.desks.all()[0].id, at, NOTARY)
    posting = records.postings.get_by_key(records.desks.all()[0].chat, f"digest:{at.date()}")
    assert posting is not None
    return posting.content or ""


def test_a_change_that_was_written_while_the_digest_was_made_stands_in_the_next_one(store: Store):
    with store.transaction() as records:
        room = Room(records)
        records.desks.change(replace(room.desk, zone="UTC", digest_at=time(8)))
        digest(records, EIGHT)
        a_moment_before = EIGHT - timedelta(milliseconds=3)
        people = [room.lead, room.bosco, records.reviewers.of(room.desk.id, CHIARA, EIGHT)]
        for person in people:
            cast_vote(records, Ballot(room.claim, 1, person.id, Stance.VERIFY), a_moment_before)

        assert "verified" in digest(records, EIGHT + A_DAY)
        assert "pending → verified" not in digest(records, EIGHT + 2 * A_DAY)


def test_a_suspended_reviewer_who_is_forgotten_counts_no_more_than_before(store: Store):
    with store.transaction() as records:
        room = Room(records)
        chiara = records.reviewers.of(room.desk.id, CHIARA, EIGHT)
        room.votes(chiara, Stance.VERIFY)
        freeze(records, room.desk.id, room.lead, chiara.codename)

        forget_reviewer(records, chiara.id, EIGHT)

        assert open_ledger(records, room.claim, EIGHT).standing.counting == {}
