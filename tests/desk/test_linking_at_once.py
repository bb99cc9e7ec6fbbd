"""Several replicas link at once: what comes of it is what would have come of it one after the other."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest

from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.desk import Reviewer
from bot.claims.errors import ClaimdeskError
from bot.claims.history import fold
from bot.claims.model import ClaimId
from bot.claims.relations import Relation
from bot.claims.status import Status
from bot.desk import linking
from bot.desk.linking import GoesInACircle, LinkReceipt, link, unlink
from storage.records import Records
from storage.store import Store
from tests.faults.invariants import broken_links
from tests.storage.scene import ALICE, NOON, Scene, a_desk

SAME, UPDATES, CONTRADICTS = Relation.SAME, Relation.UPDATES, Relation.CONTRADICTS
Four = tuple[list[Claim], Reviewer]


@pytest.fixture
def four(store: Store) -> Four:
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        return [scene.released() for _ in range(4)], records.reviewers.of(scene.desk.id, ALICE, NOON)


async def at_once(store: Store, by: Reviewer, *said: tuple[Claim, Relation | None, Claim]) -> list[object]:
    """What comes of so many words on pairs of claims, None for no relation; a refusal is an outcome too."""

    def verb(records: Records, newer: ClaimId, relation: Relation | None, older: ClaimId) -> LinkReceipt:
        if relation is None:
            return unlink(records, newer, older, by, NOON)
        return link(records, newer, relation, older, by, NOON)

    runs = (store.run(verb, newer.id, relation, older.id) for newer, relation, older in said)
    return list(await asyncio.gather(*runs, return_exceptions=True))


def links_told(store: Store, claim: Claim) -> int:
    with store.transaction() as records:
        assert broken_links(records) == []
        return sum(isinstance(entry.event, e.Linked) for entry in records.history.of(claim.id))


def status_of(store: Store, claim: Claim) -> Status:
    with store.transaction() as records:
        return fold(records.history.of(claim.id)).status


async def test_a_tap_that_many_replicas_take_at_once_is_effective_once(store: Store, four: Four) -> None:
    (first, second, *_), by = four
    receipts = await at_once(store, by, *[(second, UPDATES, first)] * 8)

    assert sorted(receipt.repeated for receipt in receipts) == [False, *[True] * 7]  # type: ignore[attr-defined]
    assert [links_told(store, claim) for claim in (first, second)] == [1, 1]


async def test_the_same_two_linked_both_ways_at_once_have_one_link(store: Store, four: Four) -> None:
    (first, second, *_), by = four
    ways = [(second, UPDATES, first), (first, UPDATES, second), (second, SAME, first), (first, CONTRADICTS, second)]
    outcomes = await at_once(store, by, *ways, *ways)

    assert not [one for one in outcomes if isinstance(one, BaseException)]
    assert links_told(store, first) == links_told(store, second)
    statuses = [status_of(store, claim) for claim in (first, second)]
    assert statuses.count(Status.SUPERSEDED) <= 1


async def test_pairs_that_cross_do_not_wait_for_each_other_for_ever(store: Store, four: Four) -> None:
    claims, by = four
    pairs = [(one, CONTRADICTS, other) for one in claims for other in claims if one is not other]
    outcomes = await at_once(store, by, *pairs, *((other, None, one) for one, _, other in pairs))

    assert not [one for one in outcomes if isinstance(one, BaseException) and not isinstance(one, ClaimdeskError)]
    assert sum(links_told(store, claim) for claim in claims) % 2 == 0


async def test_four_claims_do_not_go_in_a_circle_though_two_link_them_at_once(
    store: Store, four: Four, monkeypatch: pytest.MonkeyPatch
) -> None:
    (first, second, third, fourth), by = four
    with store.transaction() as records:
        link(records, second.id, UPDATES, first.id, by, NOON)
        link(records, fourth.id, UPDATES, third.id, by, NOON)
    both, right = Barrier(2), linking._in_place_of

    def after_both_looked(records: Records, claim: ClaimId, apart_from: ClaimId) -> set[ClaimId]:
        found = right(records, claim, apart_from)
        with suppress(BrokenBarrierError):
            both.wait(timeout=0.5)  # breaks where one has to wait for the other
        return found

    monkeypatch.setattr(linking, "_in_place_of", after_both_looked)
    outcomes = await at_once(store, by, (third, UPDATES, second), (first, UPDATES, fourth))

    assert sum(isinstance(one, GoesInACircle) for one in outcomes) == 1
    assert sum(status_of(store, claim) is Status.SUPERSEDED for claim in (first, second, third, fourth)) == 3
