from __future__ import annotations

from bot.claims.consensus import Stance
from bot.claims.grade import Grade, Graded
from bot.claims.model import Kind
from bot.claims.relations import Relation
from bot.desk.enquiries import dossier
from bot.desk.linking import link, unlink
from bot.desk.parties import add_party, parties_of, remove_party
from bot.desk.voting import Ballot, cast_vote
from storage.store import Store
from tests.desk.test_relating import Newsroom


def the_grade(newsroom: Newsroom, at: int = 0) -> Graded:
    found = dossier(newsroom.records, newsroom.claims(Kind.CASUALTIES)[at].id).graded
    assert found is not None
    return found


def test_one_ministry_in_two_outlets_is_a_single_source(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears("The Health Ministry said 12 civilians were killed in Herat on Tuesday.", "Wire A")
        newsroom.hears("12 civilians were killed in Herat on Tuesday, the Ministry of Health said.", "Wire B")

        assert the_grade(newsroom).grade is Grade.SINGLE_SOURCE


def test_a_claim_that_a_reviewer_joins_to_another_corroborates_it_and_leaves_again(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears("The Health Ministry said 12 civilians were killed in Herat on Tuesday.", "Wire A")
        newsroom.hears("12 civilians were killed in Herat on Tuesday, doctor Amina Rashid said.", "Wire B")
        older, newer = newsroom.claims(Kind.CASUALTIES)

        link(records, newer.id, Relation.SAME, older.id, newsroom.reviewer, newsroom.now)
        assert (the_grade(newsroom).grade, the_grade(newsroom).sources) == (Grade.CORROBORATED, 2)

        unlink(records, newer.id, older.id, newsroom.reviewer, newsroom.now)
        assert the_grade(newsroom).grade is Grade.SINGLE_SOURCE


def test_an_open_contradiction_makes_both_contested_until_somebody_dismisses_it(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears("Police said 12 people were killed in Herat on Tuesday.", "Wire A")
        newsroom.hears("The rebels said 21 people were killed in Herat on Tuesday.", "Wire B")
        older, newer = newsroom.claims(Kind.CASUALTIES)
        assert [the_grade(newsroom, at).grade for at in (0, 1)] == [Grade.CONTESTED, Grade.CONTESTED]

        unlink(records, newer.id, older.id, newsroom.reviewer, newsroom.now)
        assert [the_grade(newsroom, at).grade for at in (0, 1)] == [Grade.SINGLE_SOURCE, Grade.SINGLE_SOURCE]


def test_a_desk_says_who_fights_on_which_side(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        assert parties_of(records, newsroom.desk.id).side("the Desert Hawks") is None

        add_party(records, newsroom.desk, "Desert Hawks", "rebels")
        assert parties_of(records, newsroom.desk.id).side("the Desert Hawks") == "rebels"

        remove_party(records, newsroom.desk, "Desert Hawks")
        assert parties_of(records, newsroom.desk.id).side("the Desert Hawks") is None


def test_a_rival_that_the_desk_disputes_leaves_no_contradiction_open(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears("Police said 12 people were killed in Herat on Tuesday.", "Wire A")
        newsroom.hears("The rebels said 21 people were killed in Herat on Tuesday.", "Wire B")
        rival = newsroom.claims(Kind.CASUALTIES)[1]
        for who in (6, 7, 8):
            reviewer = records.reviewers.of(newsroom.desk.id, who, newsroom.now)
            cast_vote(records, Ballot(rival.id, 1, reviewer.id, Stance.DISPUTE), newsroom.now)

        assert the_grade(newsroom, 0).grade is Grade.SINGLE_SOURCE
