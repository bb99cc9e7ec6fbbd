from __future__ import annotations

from datetime import timedelta

from bot.claims.consensus import Stance
from bot.claims.history import fold
from bot.desk.recounting import recount
from bot.desk.voting import Ballot, cast_vote
from storage.store import Store
from tests.desk.test_freezing import LATER, Room

A_MOMENT = timedelta(milliseconds=3)


def test_what_comes_after_happens_no_earlier_whatever_the_clock_of_its_replica_says(store: Store):
    with store.transaction() as records:
        room = Room(records)
        room.votes(room.bosco, Stance.VERIFY)
        cast_vote(records, Ballot(room.claim, 1, room.lead.id, Stance.DISPUTE), LATER - A_MOMENT)

        entries = records.history.of(room.claim)

    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
    assert entries[-1].at == LATER
    assert fold(entries, LATER) == fold(entries)
    assert fold(entries, LATER - A_MOMENT).votes == {}


def test_a_recount_changes_nothing_and_locks_nothing(store: Store):
    with store.transaction() as records:
        room = Room(records)
        room.votes(room.bosco, Stance.VERIFY)

    with store.snapshot() as records:  # which refuses both
        found = recount(records, room.desk, room.bosco.codename, LATER)

    assert (found.looked_at, found.answered, found.blind) == (1, 1, 1)
