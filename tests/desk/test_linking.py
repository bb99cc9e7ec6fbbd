from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.consensus import Stance
from bot.claims.history import Standing, fold
from bot.claims.links import LinkState
from bot.claims.relations import Relation
from bot.claims.status import Status
from bot.desk.enquiries import dossier
from bot.desk.forgetting import forget_reviewer
from bot.desk.ledger import GaveWay, open_ledger
from bot.desk.linking import GoesInACircle, NotLinked, SameClaimTwice, link, unlink
from bot.desk.reopening import reopen
from bot.desk.rounds import open_new_round
from bot.desk.voting import Ballot, cast_vote
from storage.records import Records
from storage.store import Store
from tests.storage.scene import ALICE, Scene, a_desk

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)


class Three:
    """A desk with three claims before it, and a reviewer."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.scene = Scene(records, a_desk(records))
        self.first, self.second, self.third = (self._released() for _ in range(3))
        self.reviewer = records.reviewers.of(self.scene.desk.id, ALICE, NOON)

    def _released(self) -> Claim:
        claim = self.scene.claims()
        ledger = open_ledger(self.records, claim.id, NOON)
        if not ledger.standing.round:
            open_new_round(ledger, self.scene.desk.rule, e.Cause.RELEASED)
        return claim

    def links(self, newer: Claim, relation: Relation, older: Claim) -> None:
        link(self.records, newer.id, relation, older.id, self.reviewer, LATER)

    def stands(self, claim: Claim) -> Standing:
        return fold(self.records.history.of(claim.id))


def test_an_update_supersedes_the_older_claim_and_both_histories_tell_it(store: Store):
    with store.transaction() as records:
        three = Three(records)
        three.links(three.second, Relation.UPDATES, three.first)

        assert three.stands(three.first).status is Status.SUPERSEDED
        assert three.stands(three.second).status is Status.PENDING
        assert records.claims.get(three.first.id).status is Status.SUPERSEDED
        assert [one.link.label for one in dossier(records, three.first.id).related] == [three.second.label]
        assert [one.link.side for one in dossier(records, three.second.id).related] == [e.Side.NEWER]


def test_a_link_taken_back_leaves_the_claim_where_its_votes_put_it(store: Store):
    with store.transaction() as records:
        three = Three(records)
        three.links(three.second, Relation.UPDATES, three.first)
        receipt = unlink(records, three.first.id, three.second.id, three.reviewer, LATER)

        assert (receipt.newer.id, receipt.older.id) == (three.second.id, three.first.id)
        assert three.stands(three.first).status is Status.PENDING
        assert dossier(records, three.first.id).related == ()
        assert records.links.of([three.first.id]) == []


def test_saying_the_same_again_changes_nothing(store: Store):
    with store.transaction() as records:
        three = Three(records)
        three.links(three.second, Relation.CONTRADICTS, three.first)
        before = len(records.history.of(three.first.id))
        again = link(records, three.second.id, Relation.CONTRADICTS, three.first.id, three.reviewer, LATER)

        assert again.repeated
        assert len(records.history.of(three.first.id)) == before


def test_the_last_word_on_a_pair_counts_also_in_the_other_direction(store: Store):
    with store.transaction() as records:
        three = Three(records)
        three.links(three.second, Relation.UPDATES, three.first)
        three.links(three.first, Relation.UPDATES, three.second)

        assert three.stands(three.first).status is Status.PENDING
        assert three.stands(three.second).status is Status.SUPERSEDED
        (pair,) = records.links.of([three.first.id])
        assert (pair.newer, pair.older, pair.state) == (three.first.id, three.second.id, LinkState.CONFIRMED)


def test_no_claim_takes_the_place_of_itself_by_way_of_others(store: Store):
    with store.transaction() as records:
        three = Three(records)
        three.links(three.second, Relation.UPDATES, three.first)
        three.links(three.third, Relation.UPDATES, three.second)
        with pytest.raises(GoesInACircle):
            three.links(three.first, Relation.UPDATES, three.third)
        with pytest.raises(GoesInACircle):
            three.links(three.third, Relation.SAME, three.first)
        with pytest.raises(SameClaimTwice):
            three.links(three.third, Relation.SAME, three.third)


def test_what_was_never_linked_cannot_be_unlinked(store: Store):
    with store.transaction() as records:
        three = Three(records)
        with pytest.raises(NotLinked):
            unlink(records, three.first.id, three.second.id, three.reviewer, LATER)


def test_a_superseded_claim_is_not_reopened_past_the_link(store: Store):
    with store.transaction() as records:
        three = Three(records)
        three.links(three.second, Relation.SAME, three.first)
        with pytest.raises(GaveWay, match=three.first.label):
            reopen(records, three.second.id, three.reviewer, "look again", LATER)


def test_who_is_suspended_while_a_claim_gave_way_does_not_count_when_it_stands_again(store: Store):
    with store.transaction() as records:
        three = Three(records)
        for number in range(3):
            voter = records.reviewers.of(three.scene.desk.id, 40 + number, NOON)
            cast_vote(records, Ballot(three.first.id, 1, voter.id, Stance.VERIFY), NOON)
        three.links(three.second, Relation.UPDATES, three.first)
        records.reviewers.set_frozen(voter.id, True)
        forget_reviewer(records, voter.id, LATER)
        unlink(records, three.second.id, three.first.id, three.reviewer, LATER)

        assert three.stands(three.first).tally.verify == 2
