from __future__ import annotations

from datetime import date

from bot.claims.incidents import Tie
from bot.claims.model import ClaimId, Control, ControlAction, Kind
from bot.claims.relations import Relation
from bot.claims.status import Status
from bot.claims.timeline import Said, Timeline, Voice, timeline
from tests.cards.casting import a_claim, a_mention

SEIZED = a_mention(kind=Kind.TERRITORIAL_CONTROL, casualties=None, control=Control("the brigade", ControlAction.SEIZED))


def said(number: int, day: int, status: Status = Status.PENDING, **facts: bool) -> Said:
    when = date(2026, 11, day)
    return Said(a_claim(number, mention=SEIZED, status=status), when, when, **facts)


def lines(told: list[Said], *ties: Tie) -> Timeline:
    return timeline(told, [one.claim for one in told], ties)


def tie(one: int, other: int, relation: Relation) -> Tie:
    return Tie(ClaimId(one), ClaimId(other), relation)


def numbers(of: Timeline) -> list[int]:
    return [entry.said.claim.number for entry in of.entries]


def test_a_party_claims_others_report_and_what_the_desk_verified_is_assessed():
    assert said(1, 2, by_party=True).voice is Voice.CLAIMED
    assert said(1, 2).voice is Voice.REPORTED
    assert said(1, 2, Status.VERIFIED, by_party=True).voice is Voice.ASSESSED


def test_it_goes_from_the_oldest_day_to_the_newest_whenever_it_was_handed_in():
    assert numbers(lines([said(1, 9), said(2, 3), said(3, 9), said(4, 1)])) == [4, 2, 1, 3]


def test_claims_that_say_the_same_are_one_line_and_the_one_that_came_furthest_speaks():
    told = lines([said(1, 9), said(2, 9, Status.VERIFIED)], tie(2, 1, Relation.SAME))
    (entry,) = told.entries
    assert entry.said.claim.number == 2
    assert [claim.number for claim in entry.also] == [1]


def test_a_claim_that_joined_an_older_one_stands_in_its_line():
    told = lines([said(1, 9), said(2, 9, Status.SUPERSEDED)], tie(2, 1, Relation.SAME))
    assert [(entry.said.claim.number, len(entry.also)) for entry in told.entries] == [(1, 1)]


def test_contradicted_claims_name_those_against_them_that_still_stand():
    told = lines(
        [said(1, 9), said(2, 9), said(3, 9, Status.DISPUTED)],
        tie(2, 1, Relation.CONTRADICTS),
        tie(3, 1, Relation.CONTRADICTS),
    )
    against = {entry.said.claim.number: [claim.number for claim in entry.against] for entry in told.entries}
    assert against == {1: [2], 2: [1], 3: [1]}


def test_the_last_assessed_claim_about_the_whole_place_says_who_holds_it():
    told = lines(
        [
            said(1, 1, Status.VERIFIED), said(2, 3, Status.VERIFIED), said(3, 4, Status.VERIFIED, whole=False),
            said(4, 5), said(5, 6, Status.DISPUTED), said(6, 2),
        ]
    )  # fmt: skip
    assert told.held is not None
    assert told.held.said.claim.number == 2
    assert [entry.said.claim.number for entry in told.since] == [4]


def test_where_nothing_is_assessed_all_that_stands_is_only_said():
    told = lines([said(1, 1), said(2, 3, Status.RETRACTED)])
    assert told.held is None
    assert [entry.said.claim.number for entry in told.since] == [1]


def test_what_is_no_claim_is_not_told():
    assert numbers(lines([said(1, 1, Status.REJECTED), said(2, 1, Status.DISPUTED)])) == [2]
