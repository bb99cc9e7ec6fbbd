from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.cards.digest import digest_card
from bot.cards.hostile import utf16
from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.consensus import Ground, Tally
from bot.claims.digest import Digest, summarize
from bot.claims.model import Attribution, Effect, Place, Polarity
from bot.claims.relations import Relation
from bot.claims.status import Status
from bot.claims.tolls import Counted
from bot.sandbox.clickable import clickable
from tests.cards.casting import BELLS, a_claim, a_report, events, tied
from tests.cards.snapshot import matches
from tests.cast import ALICE, BOSCO, CHIARA, NOON, VERIFY, Story

MISSING, INJURED, POLICE = Counted(Effect.MISSING), Counted(Effect.INJURED), Counted(Effect.KILLED, "police")
OF_THE_WEEK = Counted(Effect.KILLED, cumulative=True)
A_DAY = timedelta(days=1)
TODAY = date(2026, 11, 26)
UNTIL = NOON + A_DAY


def a_digest(changes=(), tolls=(), waiting=(), counts=None) -> Digest:
    return summarize(day=TODAY, since=NOON, until=UNTIL, changes=changes, tolls=tolls, waiting=waiting, counts=counts)


def a_change(
    claim: Claim, was: Status, now: Status, ground: Ground = Ground.QUORUM, tally: tuple[int, int, int] = (3, 0, 1),
    *, sequence: int = 9, at: datetime = NOON + timedelta(hours=2),
) -> tuple[Claim, e.Entry]:  # fmt: skip
    return claim, e.Entry(claim.id, sequence, at, e.StatusChanged(was, now, ground, 1, *tally))


def timed_out(claim: Claim) -> tuple[Claim, e.Entry]:
    at = NOON + timedelta(hours=3)
    return a_change(claim, Status.PENDING, Status.UNDETERMINED, Ground.WINDOW_ENDED, (1, 1, 0), at=at)


def set_aside(claim: Claim) -> tuple[Claim, e.Entry]:
    return a_change(claim, Status.PENDING, Status.REJECTED, Ground.NOT_A_CLAIM, (1, 0, 0))


def lost_its_lead(claim: Claim) -> tuple[Claim, e.Entry]:
    return a_change(claim, Status.VERIFIED, Status.CONTESTED, Ground.LEAD_LOST, (2, 2, 0))


def test_a_digest_leads_with_what_changed_then_tolls_then_what_waits() -> None:
    bridge = Place("Lower Bridge", "Norvik", "NO")
    digest = a_digest(
        changes=[
            a_change(a_claim(3), Status.PENDING, Status.VERIFIED),
            timed_out(a_claim(4, statement="The bridge is down.")),
            set_aside(a_claim(5, statement="Follow us for more.")),
            lost_its_lead(a_claim(6, statement="The road is open.")),
        ],
        tolls=events(
            [
                a_report(12, 21, 21), a_report(9, 12, status=Status.VERIFIED), a_report(15, 40, 40),
                a_report(10, None, 10, counted=MISSING, said_by=None), a_report(16, 40, 40, status=Status.CONTESTED),
                a_report(11, 24, hedge="dozens of", vague=True, counted=INJURED, place=bridge),
                a_report(13, 0, 0, polarity=Polarity.DENIED, statement="No one was killed there.", place=bridge),
                a_report(14, 5, 7, place=None), a_report(17, 3, 3, counted=POLICE),
                a_report(18, 60, 60, counted=OF_THE_WEEK),
            ],
            [*tied(Relation.SUPPORTS, 9, 12, 16, 17), *tied(Relation.CONTRADICTS, 11, 13)],
        ),
        waiting=[a_claim(8, answered=2), a_claim(7, opened=NOON - 2 * A_DAY, status=Status.UNDETERMINED)],
        counts={Status.PENDING: 4, Status.UNDETERMINED: 2},
    )  # fmt: skip
    assert matches(digest_card(digest, BELLS), "digest_full")


def test_an_empty_day_says_so() -> None:
    assert matches(digest_card(a_digest(), BELLS), "digest_empty")


def test_a_day_without_changes_says_so() -> None:
    assert "No claim changed its status." in digest_card(a_digest(waiting=[a_claim(7)]), BELLS).text


def test_a_claim_that_moved_twice_has_one_line_from_its_first_status_to_its_last() -> None:
    claim = a_claim(3)
    digest = a_digest(
        changes=[
            a_change(claim, Status.VERIFIED, Status.CONTESTED, Ground.LEAD_LOST, (2, 2, 0), sequence=12),
            a_change(claim, Status.PENDING, Status.VERIFIED, sequence=8),
        ]
    )
    (change,) = digest.changes
    assert (change.was, change.now, change.tally) == (Status.PENDING, Status.CONTESTED, Tally(2, 2, 0))


def test_a_status_without_a_decision_tells_no_tally() -> None:
    digest = a_digest(
        changes=[a_change(a_claim(4), Status.PENDING, Status.UNDETERMINED, Ground.WINDOW_ENDED, (1, 1, 0))]
    )
    assert digest.changes[0].tally is None
    assert "1 verify" not in digest_card(digest, BELLS).text


def test_other_events_are_passed_over() -> None:
    story = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY), (CHIARA, VERIFY))
    claim = a_claim(3)
    digest = a_digest(changes=[(claim, entry) for entry in story.entries])
    assert [(change.was, change.now) for change in digest.changes] == [(Status.PENDING, Status.VERIFIED)]


def test_tolls_that_no_longer_hold_are_left_out() -> None:
    gone = [
        a_report(number, 5, status=status)
        for number, status in enumerate((Status.SUPERSEDED, Status.RETRACTED, Status.REJECTED, Status.DISPUTED))
    ]
    assert a_digest(tolls=events([*gone, a_report(7, 5, released=False)])).tolls == ()


def test_tolls_of_one_place_stand_side_by_side_and_are_never_added() -> None:
    sund = Place("Osterhal", "Sund", "NO")
    digest = a_digest(tolls=events([a_report(9, 12), a_report(12, 21, 21), a_report(13, 40, 40, place=sund)]))
    assert sorted(sorted(min(one.claims) for one in at.incidents) for at in digest.tolls) == [[9, 12], [13]]
    text = digest_card(digest, BELLS).text
    assert "33" not in text
    assert "12 or more people killed" in text
    assert "21 people killed" in text


def test_an_event_is_one_interval_in_a_digest_with_what_is_contested_apart() -> None:
    told = [a_report(9, 14), a_report(12, 21, 21), a_report(13, 40, 40, status=Status.CONTESTED)]
    text = digest_card(a_digest(tolls=events(told, tied(Relation.UPDATES, 9, 12, 13))), BELLS).text
    assert "24 November 2026 · 3 sources" in text
    assert "14–21 people killed — C-9 pending, C-12 pending" in text
    assert "contested, apart: 40 people killed — Mara Ilven · C-13, contested" in text


def test_what_waits_longest_comes_first_and_only_open_claims_wait() -> None:
    waiting = [
        a_claim(8),
        a_claim(7, opened=NOON - A_DAY),
        a_claim(6, status=Status.VERIFIED),
        a_claim(5, released=False),
    ]
    assert [one.claim.number for one in a_digest(waiting=waiting).waiting] == [7, 8]


def test_a_long_day_is_cut_with_counts_of_the_rest() -> None:
    digest = a_digest(
        changes=[
            a_change(a_claim(number, statement="word " * 60), Status.PENDING, Status.VERIFIED) for number in range(40)
        ],
        tolls=events([a_report(number, number) for number in range(1, 41)]),
        waiting=[a_claim(number) for number in range(5)],
        counts={Status.PENDING: 60},
    )
    text = digest_card(digest, BELLS).text
    assert utf16(text) <= 4096
    assert "… and 28 more" in text
    assert "… and 30 more" in text
    assert "… and 55 more" in text


@given(st.text(max_size=80), st.text(max_size=80), st.integers(0, 30))
def test_a_digest_of_hostile_words_fits_and_cannot_be_pressed(words: str, name: str, count: int) -> None:
    told = [
        a_report(number, number, place=Place(name, words, "XX"), statement=words * 9, said_by=Attribution(words, name))
        for number in range(count)
    ]
    claims = [report.claim for report in told]
    changes = [a_change(claim, Status.PENDING, Status.VERIFIED) for claim in claims]
    text = digest_card(a_digest(changes=changes, tolls=events(told), waiting=claims), BELLS).text
    assert utf16(text) <= 4096
    assert clickable(text) == []


def test_a_digest_tells_answers_taken_back_from_a_new_round() -> None:
    back = a_change(a_claim(3), Status.CONTESTED, Status.PENDING, Ground.WAITING, (2, 0, 0))
    anew = a_change(a_claim(4), Status.VERIFIED, Status.PENDING, Ground.WAITING, (0, 0, 0))
    assert "answers were taken back" in digest_card(a_digest([back]), BELLS).text
    assert "a new round began" in digest_card(a_digest([anew]), BELLS).text


def test_an_overruling_tells_no_tally_and_a_changed_decision_is_a_correction() -> None:
    told = digest_card(
        a_digest(
            changes=[
                a_change(a_claim(3), Status.PENDING, Status.VERIFIED, Ground.OVERRULED, (1, 1, 0)),
                a_change(a_claim(4), Status.VERIFIED, Status.RETRACTED, Ground.RETRACTED, (3, 0, 0)),
                a_change(a_claim(5), Status.PENDING, Status.CONTESTED, Ground.ONE_SIDED, (3, 0, 0)),
                a_change(a_claim(6), Status.DISPUTED, Status.PENDING, Ground.WAITING, (0, 0, 0)),
                a_change(a_claim(7), Status.VERIFIED, Status.UNDETERMINED, Ground.OVERRULED, (0, 0, 0)),
            ]
        ),
        BELLS,
    ).text
    lines = {line.split("C-")[1][0]: line for line in told.splitlines() if "C-" in line}
    assert lines["3"].startswith("C-3 · pending → verified: ")
    assert lines["3"].endswith("(overruled by a lead)")
    assert lines["4"].startswith("Correction: C-4 · verified → retracted: ")
    assert lines["4"].endswith("(the source took it back)")
    assert lines["5"].endswith("(3 verify, 0 dispute, 0 unsure, but not from two perspectives)")
    assert lines["6"].startswith("Correction: C-6 · disputed → pending: ")
    assert lines["6"].endswith("(a new round began)")
    assert lines["7"].endswith("(overruled by a lead)")


def test_a_link_taken_back_is_the_reason_that_is_told_and_a_correction():
    back = a_change(a_claim(3), Status.SUPERSEDED, Status.PENDING, Ground.WAITING, (1, 1, 0))
    told = digest_card(a_digest(changes=[back]), BELLS).text
    assert "Correction: C-3 · superseded → pending: " in told
    assert "(no other claim takes its place any more)" in told


def test_a_correction_is_told_also_on_a_day_with_many_changes():
    later = NOON + timedelta(hours=3)
    many = [a_change(a_claim(number), Status.PENDING, Status.VERIFIED, at=later) for number in range(10, 30)]
    corrected = a_change(a_claim(3), Status.VERIFIED, Status.DISPUTED)
    told = digest_card(a_digest(changes=[corrected, *many]), BELLS).text
    assert told.index("Correction: C-3 · verified → disputed: ") < told.index("C-29 · pending → verified")
