from __future__ import annotations

from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.links import LinkState
from bot.claims.model import Kind, Voter
from bot.claims.relations import Relation
from bot.desk.circles import circle
from storage.records import Records
from storage.store import Store
from tests.storage.scene import NOON, Scene, a_desk

EVERY_KIND = frozenset(Kind)


def a_chain(records: Records, scene: Scene) -> tuple[Claim, Claim, Claim]:
    """Three claims, each supporting the one before it."""
    first, second, third = (scene.released() for _ in range(3))
    for newer, older in ((second, first), (third, second)):
        records.links.propose(scene.desk.id, newer.id, older.id, Relation.SUPPORTS, "", NOON)
    return first, second, third


def test_a_circle_holds_what_is_tied_by_way_of_others(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        first, second, third = a_chain(records, scene)
        scene.released()
        found = circle(records, [first], EVERY_KIND)

        assert {claim.id for claim in found.claims} == {first.id, second.id, third.id}
        assert {(tie.one, tie.other) for tie in found.ties} == {(second.id, first.id), (third.id, second.id)}


def test_a_dismissed_link_ties_nothing(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        first, second, _ = a_chain(records, scene)
        records.links.decide(
            scene.desk.id, second.id, first.id, Relation.SUPPORTS, LinkState.DISMISSED, NOON
        )  # fmt: skip

        assert [claim.id for claim in circle(records, [first], EVERY_KIND).claims] == [first.id]


def test_what_reviewers_found_to_be_no_claim_ties_nothing(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        first, second, third = a_chain(records, scene)
        scene.happens(second.id, e.NotAClaimPressed(1, Voter("a"), True))
        found = circle(records, [first, third], EVERY_KIND)

        assert ({claim.id for claim in found.claims}, found.ties) == ({first.id, third.id}, ())


def test_claims_of_other_kinds_tie_nothing(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        first, *_ = a_chain(records, scene)

        assert circle(records, [first], frozenset({Kind.DAMAGE})).claims == ()
