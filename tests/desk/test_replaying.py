from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event, insert

from bot.cards.press import Filter
from bot.claims import events as e
from bot.claims.consensus import Ground, Stance
from bot.claims.model import Kind, Place, Voter
from bot.claims.replay import Veil
from bot.claims.status import Status
from bot.desk.replaying import BeforeTheDesk, all_remembered, past, remembered
from storage.records import Records
from storage.store import Store
from storage.tables import ClaimRow, EventRow, MentionRow
from tests.storage.scene import NOON, Scene, a_desk, a_mention, a_toll

MANY = 20_000
DECIDED = e.StatusChanged(Status.PENDING, Status.VERIFIED, Ground.QUORUM, 1, 3, 0, 0)
VERIFY = Stance.VERIFY


@contextmanager
def statements(records: Records) -> Iterator[list[str]]:
    """The statements that the database is asked meanwhile."""
    asked: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        asked.append(statement)

    db = records.past.db
    event.listen(db, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(db, "before_cursor_execute", note)


def test_the_past_is_sorted_counted_and_filtered_by_what_was_then(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        waits, toll = scene.released(a_mention(place=Place("Herat", None, "AF"))), scene.released(a_toll(4))
        scene.happens(toll.id, *(e.VoteCast(1, Voter(name), VERIFY) for name in "abc"))
        then = scene.now
        scene.happens(waits.id, *(e.VoteCast(1, Voter(name), Stance.DISPUTE) for name in "abc"))
        scene.released()
        desk = scene.desk

        found = past(records, desk, then, Filter())
        assert found.counts == {Status.VERIFIED: 1, Status.PENDING: 1}
        assert found.claims == (toll.id, waits.id)
        assert past(records, desk, then, Filter(Status.DISPUTED)).claims == ()
        assert past(records, desk, then, Filter(kind=Kind.CASUALTIES)).claims == (toll.id,)
        assert past(records, desk, then, Filter(place="AF")).claims == (waits.id,)
        assert past(records, desk, then, Filter(), toll.number).claims == (toll.id,)
        stood = {one.claim.id: one.stood for one in remembered(records, then, found.claims)}
        assert (stood[waits.id].veil, stood[waits.id].now) == (Veil.SINCE, Status.DISPUTED)


def test_a_source_that_came_later_was_not_known_then(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        claim = scene.released()
        then = scene.now
        document = scene.hears()
        mention = records.documents.add_mention(document, a_mention())
        scene.happens(claim.id, e.MentionAdded(document, mention, records.claims.add_source(claim.id, mention)))

        counts = [len(remembered(records, at, [claim.id])[0].sources) for at in (then, scene.now)]
        assert counts == [1, 2]


def test_before_the_desk_there_was_nothing_to_believe(store: Store):
    with store.transaction() as records:
        desk = a_desk(records)
        with pytest.raises(BeforeTheDesk) as raised:
            past(records, replace(desk, zone="Europe/Kyiv"), NOON - timedelta(days=1), Filter())
        assert raised.value.sentence.endswith("it began on 25 November, 14:00 (Europe/Kyiv).")
        assert past(records, desk, NOON, Filter()).claims == ()


def _many(records: Records, scene: Scene) -> datetime:
    """Copies of a claim with its history, written past all rules."""
    db, first, document = records.past.db, scene.released(), scene.hears()
    body = db.execute(MentionRow.__table__.select()).mappings().first()  # type: ignore[attr-defined]
    claim = db.execute(ClaimRow.__table__.select()).mappings().one()  # type: ignore[attr-defined]
    told = db.execute(EventRow.__table__.select()).mappings().all()  # type: ignore[attr-defined]
    assert body
    assert first
    ids = range(1000, 1000 + MANY)
    db.execute(insert(MentionRow), [{**body, "id": one, "document_id": document} for one in ids])
    copies = [{**claim, "id": i, "number": i, "content_key": str(i), "mention_id": i} for i in ids]
    db.execute(insert(ClaimRow), copies)
    moved = {**told[-1], "name": "status_changed", "sequence": 9, "payload": e.payload(DECIDED)}
    rows = [{key: value for key, value in one.items() if key != "id"} for one in (*told, moved)]
    for one in rows:
        db.execute(insert(EventRow), [{**one, "claim_id": i} for i in ids])
    return scene.now


def test_a_page_of_twenty_thousand_claims_reads_only_what_it_shows(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        then = _many(records, scene)
        with statements(records) as asked:
            found = past(records, scene.desk, then, Filter())
            shown = remembered(records, then, found.claims[:6])

        assert len(shown) == 6
        assert found.counts == {Status.VERIFIED: MANY, Status.PENDING: 1}
        assert len(asked) == 6
        assert sum("event.salt" in one for one in asked) == 1
        records.past.db.rollback()


def test_all_of_the_past_is_read_by_hundreds(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.desk.replaying.AT_ONCE", 5)
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        for _ in range(12):
            scene.released()
        found = past(records, scene.desk, scene.now, Filter())
        with statements(records) as asked:
            told = [*all_remembered(records, found)]

    assert [one.claim.id for one in told] == list(found.claims)
    assert len(asked) == 9
