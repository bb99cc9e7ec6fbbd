from __future__ import annotations

from bot.claims import events as e
from bot.claims.consensus import Ground
from bot.claims.links import LinkState, holding
from bot.claims.relations import Relation
from bot.claims.status import Status
from tests.cast import ALICE, BOSCO, CHIARA, EGRET, HERON, Story, all_verify

PROPOSED = e.LinkProposed(12, Relation.UPDATES, e.Side.OLDER, "figures_apart")
CONFIRMED = e.Linked(12, Relation.UPDATES, e.Side.OLDER, HERON)


def test_a_proposal_alone_moves_no_status():
    story = Story().happens(PROPOSED)

    assert story.standing.status is Status.PENDING
    assert [link.state for link in holding(story.standing.links)] == [LinkState.PROPOSED]


def test_a_confirmed_update_supersedes_the_older_claim_and_keeps_what_its_votes_say():
    story = Story().votes(*all_verify([ALICE, BOSCO, CHIARA])).happens(CONFIRMED)

    assert (story.standing.status, story.standing.by_votes) == (Status.SUPERSEDED, Status.VERIFIED)
    assert story.entries[-1].event == e.StatusChanged(Status.VERIFIED, Status.SUPERSEDED, Ground.UPDATED, 1, 3, 0, 0)


def test_the_newer_claim_of_an_update_keeps_its_own_status():
    story = Story().happens(e.Linked(12, Relation.UPDATES, e.Side.NEWER, HERON))

    assert story.standing.status is Status.PENDING


def test_a_claim_that_says_the_same_as_an_older_one_gives_way_to_it():
    newer = Story().happens(e.Linked(12, Relation.SAME, e.Side.NEWER, HERON))
    older = Story().happens(e.Linked(13, Relation.SAME, e.Side.OLDER, HERON))

    assert (newer.standing.status, newer.standing.ground) == (Status.SUPERSEDED, Ground.JOINED)
    assert older.standing.status is Status.PENDING


def test_contradictions_and_supports_move_no_status():
    for relation in (Relation.CONTRADICTS, Relation.SUPPORTS):
        for side in e.Side:
            assert Story().happens(e.Linked(12, relation, side, HERON)).standing.status is Status.PENDING


def test_taking_a_link_back_gives_the_claim_the_status_of_its_votes():
    story = Story().votes(*all_verify([ALICE, BOSCO, CHIARA])).happens(CONFIRMED).happens(e.Unlinked(12, EGRET))

    assert story.standing.status is Status.VERIFIED
    assert holding(story.standing.links) == []


def test_a_proposal_does_not_bring_back_what_a_reviewer_dismissed():
    story = Story().happens(PROPOSED).happens(e.Unlinked(12, HERON)).happens(PROPOSED)

    assert holding(story.standing.links) == []


def test_a_new_round_keeps_how_the_claim_relates():
    story = Story().happens(CONFIRMED).happens(e.RoundOpened(2, 3, 2, 24, 1, cause=e.Cause.REOPENED, by=HERON))

    assert story.standing.status is Status.SUPERSEDED
    assert story.standing.round == 2


def test_what_was_retracted_stays_so_beneath_no_link():
    story = Story().happens(CONFIRMED).happens(e.Retracted(1, HERON, "ab"))

    assert story.standing.status is Status.RETRACTED
