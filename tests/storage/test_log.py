"""Events come into their desk's log once, by claim and sequence, and the subtrees follow."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bot.cards.checkpoint import Signed
from bot.claims import events as e
from bot.claims.audit import Anchor, audit, links
from bot.claims.merkle import root, root_at
from bot.desk.checkpoints import LogDoesNotHold, cut_checkpoint
from bot.signing import Notary
from bot.signing.growth_proof import verify_growth_proof
from storage.records import Records
from storage.store import Store
from tests.storage.scene import NOON, Scene, a_desk

NOTARY = Notary(bytes(range(32)))


def anchor(signed: Signed) -> Anchor:
    return Anchor(signed.size, signed.root)


def test_events_come_into_the_log_by_claim_and_sequence(records: Records, scene: Scene) -> None:
    first, second = scene.released(), scene.released()
    scene.happens(second.id, e.Posted(1))
    scene.happens(first.id, e.Posted(1))
    assert records.log.take_in(scene.desk.id) == 6

    rows = [(place, claim, row) for place, claim, row, *_ in records.auditing.rows(scene.desk.id)]
    assert rows == [(0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 2, 1), (4, 2, 2), (5, 2, 3)]


def test_what_is_in_the_log_is_not_taken_in_again(records: Records, scene: Scene) -> None:
    claim = scene.released()
    assert records.log.take_in(scene.desk.id) == records.log.take_in(scene.desk.id) == 2
    scene.happens(claim.id, e.Posted(1))
    assert records.log.take_in(scene.desk.id) == 3


def test_the_root_from_stored_subtrees_is_the_root_of_all_leaves(records: Records, scene: Scene) -> None:
    desk = scene.desk.id
    for _ in range(3):
        for _ in range(100):
            scene.released()
        size = records.log.take_in(desk)
        hashes = [row[3] for row in records.auditing.rows(desk)]
        assert root_at(size, records.log.subtrees(desk)) == root(hashes)
    assert size == 600
    assert len(list(records.log.stems(desk, 8))) == 2


def test_a_checkpoint_holds_and_proves_that_the_log_has_grown(records: Records, scene: Scene) -> None:
    desk, key = scene.desk.id, NOTARY.verifier_key(scene.desk.id)
    scene.released()
    first = cut_checkpoint(records, desk, NOTARY, NOON)
    for _ in range(5):
        scene.released()
    second = cut_checkpoint(records, desk, NOTARY, NOON + timedelta(days=1))

    assert first.growth is None
    assert second.growth is not None
    assert not verify_growth_proof(second.growth, key).findings
    report = audit(desk, links(records.auditing.rows(desk)), [anchor(first), anchor(second)])
    assert report.sound
    assert report.held == (anchor(first), anchor(second))
    assert report.unanchored == 0


def test_a_checkpoint_over_nothing_can_be_signed(records: Records, scene: Scene) -> None:
    assert cut_checkpoint(records, scene.desk.id, NOTARY, NOON).size == 0


def test_desks_have_logs_of_their_own(records: Records, scene: Scene) -> None:
    other = Scene(records, a_desk(records, chat=-5, title="Day desk"))
    scene.released()
    other.released()

    assert records.log.take_in(scene.desk.id) == 2
    assert records.log.take_in(other.desk.id) == 2


def test_no_checkpoint_is_signed_over_a_log_that_was_rewritten(records: Records, scene: Scene) -> None:
    scene.released()
    cut = cut_checkpoint(records, scene.desk.id, NOTARY, NOON)
    records.log.keep(scene.desk.id, cut.size, bytes(32), cut.note, NOON)
    with pytest.raises(LogDoesNotHold):
        cut_checkpoint(records, scene.desk.id, NOTARY, NOON)


def test_replicas_that_cut_at_once_take_every_event_in_once(store: Store, database_url: str) -> None:
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        for _ in range(30):
            scene.released()
    desk = scene.desk.id
    stores = [Store(database_url) for _ in range(4)]

    def cut(one: Store) -> Anchor:
        with one.transaction() as records:
            return anchor(cut_checkpoint(records, desk, NOTARY, NOON))

    with ThreadPoolExecutor(4) as pool:
        anchors = list(pool.map(cut, stores * 3))
    for one in stores:
        one.close()
    with store.snapshot() as records:
        report = audit(desk, links(records.auditing.rows(desk)), anchors)
    assert report.sound
    assert report.logged == 60


def test_a_checkpoint_waits_for_nobody_and_what_is_being_written_comes_with_the_next(database_url: str) -> None:
    if database_url.startswith("sqlite"):
        pytest.skip("SQLite has one writer at a time")
    store = Store(database_url)
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        busy, _ = scene.released(), scene.released()
    desk = scene.desk.id
    with store.transaction() as voting:
        Scene(voting, scene.desk, now=scene.now).happens(busy.id, e.Posted(1))
        with store.transaction() as records:
            assert cut_checkpoint(records, desk, NOTARY, NOON).size == 2
    with store.transaction() as records:
        assert cut_checkpoint(records, desk, NOTARY, NOON).size == 5
        assert audit(desk, links(records.auditing.rows(desk))).sound
    store.close()


def test_a_snapshot_sees_one_state_and_lets_others_write(database_url: str) -> None:
    reading, writing = Store(database_url), Store(database_url)
    with writing.transaction() as records:
        scene = Scene(records, a_desk(records))
        claim = scene.released()
    with reading.snapshot() as seen:
        assert len(list(seen.auditing.rows(scene.desk.id))) == 2
        with writing.transaction() as records:
            Scene(records, scene.desk, now=scene.now).happens(claim.id, e.Posted(1))
        assert len(list(seen.auditing.rows(scene.desk.id))) == 2
    with reading.snapshot() as seen:
        assert len(list(seen.auditing.rows(scene.desk.id))) == 3
    reading.close()
    writing.close()
