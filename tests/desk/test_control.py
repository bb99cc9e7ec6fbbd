from __future__ import annotations

from bot.claims.consensus import Stance
from bot.claims.model import Kind
from bot.claims.timeline import Timeline, Voice
from bot.desk.control import control_of
from bot.desk.parties import add_party
from bot.desk.places import read_place
from bot.desk.voting import Ballot, cast_vote
from storage.store import Store
from tests.desk.newsroom import Newsroom

TAKEN = "Taliban fighters seized Karukh on Monday, Taliban spokesman Zabihullah Mujahid said."
NOT_TAKEN = "The army held Karukh on Monday, the defence ministry said."
SEEN = "The Taliban are in control of Karukh, residents said on Monday."
DEPOT = "The Taliban seized the police headquarters in Karukh on Tuesday, a resident said."


def control(newsroom: Newsroom, place: str) -> Timeline:
    return control_of(newsroom.records, newsroom.desk, read_place(place, "")).timeline


def voices(told: Timeline) -> dict[str, Voice]:
    return {entry.said.claim.statement: entry.said.voice for entry in told.entries}


def test_a_party_claims_residents_report_and_both_contradict_the_other_side(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        for text in (TAKEN, NOT_TAKEN, SEEN):
            newsroom.hears(text, "Agency")
        told = control(newsroom, "Karukh")

        assert voices(told) == {
            "Taliban fighters seized Karukh.": Voice.CLAIMED,
            "The army held Karukh.": Voice.CLAIMED,
            "The Taliban held Karukh.": Voice.REPORTED,
        }
        held_by_army = next(entry for entry in told.entries if "army" in entry.said.claim.statement)
        assert len(held_by_army.against) == 2
        assert told.held is None


def test_what_the_desk_verified_is_assessed_and_says_who_holds_the_place(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        for text in (SEEN, DEPOT):
            newsroom.hears(text, "Agency")
        for claim in newsroom.claims(Kind.TERRITORIAL_CONTROL):
            for person in (11, 12, 13):
                reviewer = records.reviewers.of(newsroom.desk.id, person, newsroom.now)
                cast_vote(records, Ballot(claim.id, 1, reviewer.id, Stance.VERIFY), newsroom.now)
        told = control(newsroom, "Karukh")

        assert set(voices(told).values()) == {Voice.ASSESSED}
        assert told.held is not None
        assert told.held.said.claim.statement == "The Taliban held Karukh."


def test_a_province_tells_of_its_towns_and_says_of_none_that_it_is_the_whole(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears(SEEN, "Agency")

        assert [entry.said.whole for entry in control(newsroom, "Karukh").entries] == [True]
        assert [entry.said.whole for entry in control(newsroom, "Herat province").entries] == [False]
        assert control(newsroom, "Kabul").entries == ()


def test_whom_a_desk_counts_as_a_party_claims(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears("The Valley Guard seized Karukh on Monday, the Valley Guard said.", "Agency")
        assert set(voices(control(newsroom, "Karukh")).values()) == {Voice.REPORTED}

        add_party(records, newsroom.desk, "Valley Guard", "guard")
        assert set(voices(control(newsroom, "Karukh")).values()) == {Voice.CLAIMED}
