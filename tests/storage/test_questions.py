"""What is asked at every vote, tick and round is found by an index, however long the history is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.cards.presses import Signer
from bot.claims.consensus import Stance
from bot.claims.model import Kind
from bot.desk.control import control_of
from bot.desk.digesting import digest_of, digests_due
from bot.desk.freezing import carry_out_freezes, watch_for_brigades
from bot.desk.housekeeping import join_ripe_drafts, tidy_up
from bot.desk.places import AskedPlace
from bot.desk.publishing import first_shown, want_card
from bot.desk.showing import Showing
from bot.desk.statistics import deskwork
from bot.desk.tolls import toll_of
from bot.desk.vitals import vitals
from bot.desk.voting import Ballot, cast_vote
from bot.desk.windows import end_windows
from bot.publisher.errand import Verbs, set_out
from storage.records import Records
from storage.store import Store
from tests.storage.scene import ALICE, NOON, Scene, a_desk, a_toll

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

LATER = NOON + timedelta(hours=1)
GROW = {
    "event",
    "ballot",
    "claim",
    "claim_source",
    "document",
    "mention",
    "posting",
    "inbox",
    "leaf",
    "note",
    "event_key",
    "link",
}
SMALL = {"ix_ballot_set_aside", "ix_posting_differing", "ix_inbox_waiting"}  # these hold only what is to be done
MOST_STATEMENTS_A_VOTE = 12


@contextmanager
def statements(store: Store) -> Iterator[list[tuple[str, Any]]]:
    """The statements that are executed meanwhile."""
    seen: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        seen.append((statement, parameters))

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(store.engine, "before_cursor_execute", note)


def looks_at_everything(store: Store, statement: str, parameters: Any) -> list[str]:
    """The large tables that SQLite would read from end to end for this statement."""
    if statement.split()[0] not in ("SELECT", "UPDATE", "DELETE"):
        return []
    with store.transaction() as records:
        plan = records.claims.db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    steps = [str(row[-1]).split() for row in plan]
    return [step[1] for step in steps if step[0] == "SCAN" and step[1] in GROW and step[-1] not in SMALL]


def a_desk_at_work(records: Records) -> None:
    scene = Scene(records, a_desk(records))
    want_card(records, scene.desk, scene.released(), NOON)
    for mention in (a_toll(4), a_toll(21)):
        claim = scene.released(mention)
        records.event_keys.add(scene.desk.id, claim.id, ["tarn"], Kind.CASUALTIES, NOON.date())


def a_vote(records: Records) -> None:
    scene = Scene(records, records.desks.all()[0])
    reviewer = records.reviewers.of(scene.desk.id, ALICE, LATER)
    claim = records.claims.page(scene.desk.id, limit=1)[0][0]
    cast_vote(records, Ballot(claim.id, 1, reviewer.id, Stance.VERIFY), LATER)
    watch_for_brigades(records, scene.desk, LATER)


def a_tick(records: Records) -> None:
    for verb in (tidy_up, end_windows, carry_out_freezes, digests_due, join_ripe_drafts):
        verb(records, LATER)
    vitals(records)


def a_round(records: Records) -> None:
    differing = records.postings.differing(LATER, 200)
    assert differing
    for posting in differing:
        set_out(records, posting.id, Verbs(Showing(Signer(bytes(32))).card, first_shown), LATER)
    records.inbox.take("me", LATER, LATER, lines=16)


def a_glance_at_the_figures(records: Records) -> None:
    deskwork(records, records.desks.all()[0], LATER)


def a_look_at_a_place(records: Records) -> None:
    desk = records.desks.all()[0]
    toll_of(records, desk, AskedPlace("tarn"), 30, NOON.date())
    control_of(records, desk, AskedPlace("tarn"))
    digest_of(records, desk, NOON, LATER)


@pytest.mark.parametrize("work", [a_vote, a_tick, a_round, a_glance_at_the_figures, a_look_at_a_place])
def test_no_question_that_is_asked_all_the_time_looks_at_everything(store: Store, work: Callable[[Records], None]):
    with store.transaction() as records:
        a_desk_at_work(records)
    with statements(store) as asked, store.transaction() as records:
        work(records)

    assert asked
    found = {statement: tables for statement, said in asked if (tables := looks_at_everything(store, statement, said))}

    assert found == {}


def test_a_vote_is_a_dozen_statements_however_many_came_before(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        claim = scene.released()
        people = [records.reviewers.of(scene.desk.id, number, NOON) for number in range(1, 9)]
    for person in people:
        with statements(store) as asked, store.transaction() as records:
            cast_vote(records, Ballot(claim.id, 1, person.id, Stance.UNSURE), LATER)

        assert len(asked) <= MOST_STATEMENTS_A_VOTE, "\n".join(statement for statement, _ in asked)
