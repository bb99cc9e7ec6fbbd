"""Claims: numbered by desk, projected from their history, found again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.claims import events as e
from bot.claims.claim import Claim, Source
from bot.claims.consensus import Stance
from bot.claims.history import fold
from bot.claims.model import ClaimId, ClaimNumber, DeskId, Kind, Origin, Place, ReviewerId
from bot.claims.status import CLOSED, Status
from storage.desks import NoSuchDesk
from tests.storage.scene import NOON, Scene, a_desk, a_mention, a_toll

ALICE, BOSCO, CHIARA = (ReviewerId(number) for number in (1, 2, 3))
TARN = Place("Tarn-i-Naw", "Badghîs", "AF")
ORM = Place("Orm", None, "UA")


def numbers(claims: list[Claim]) -> list[int]:
    return [claim.number for claim in claims]


@pytest.fixture(autouse=True)
def people(scene: Scene) -> None:
    for telegram_id in (1, 2, 3):
        scene.records.reviewers.of(scene.desk.id, telegram_id, NOON)


def test_claims_are_numbered_by_desk_from_one(scene: Scene) -> None:
    other = Scene(scene.records, a_desk(scene.records, chat=-5))
    assert [scene.claims().number, scene.claims().number, other.claims().number] == [1, 2, 1]


def test_a_new_claim_is_pending_and_held_back(scene: Scene) -> None:
    document = scene.hears()
    claim = scene.claims(a_toll(4), document)
    assert scene.look(claim) == Claim(
        claim.id, scene.desk.id, ClaimNumber(1), "Shells fell.", a_toll(4), Status.PENDING, 1, claim.opened, False
    )
    assert scene.records.claims.held_back(document, 9) == [scene.look(claim)]


def test_a_claim_is_found_by_id_number_and_content(scene: Scene) -> None:
    claims, made = scene.records.claims, scene.claims()
    claim = scene.look(made)
    assert claims.get(claim.id, lock=True) == claims.by_number(scene.desk.id, claim.number, lock=True) == claim
    assert claims.by_key(scene.desk.id, "key 1") == claim
    assert claims.get(ClaimId(99)) is claims.by_number(scene.desk.id, ClaimNumber(99)) is None
    assert claims.by_key(scene.desk.id, "another") is claims.by_key(a_desk(scene.records, chat=-5).id, "key 1") is None


def test_the_same_content_cannot_be_two_claims_of_a_desk(scene: Scene) -> None:
    scene.claims()
    kept = scene.records.documents.add_mention(scene.hears(), a_mention())
    with pytest.raises(IntegrityError), scene.records.claims.db.begin_nested():
        scene.records.claims.add(scene.desk.id, a_mention(), kept, "", key="key 1", checkability=1, opened=NOON)
    assert scene.claims().number == 2


def test_a_claim_needs_a_desk(scene: Scene) -> None:
    kept = scene.records.documents.add_mention(scene.hears(), a_mention())
    with pytest.raises(NoSuchDesk):
        scene.records.claims.add(DeskId(99), a_mention(), kept, "", key="k", checkability=1, opened=NOON)


def test_sources_stand_in_order_of_arrival(scene: Scene) -> None:
    claim, again = scene.claims(), a_mention("shells fell on the market of Tarn")
    document = scene.records.documents.receive(
        desk=scene.desk.id, origin=Origin.FILE, text="x", title="Wire", source="A paper", published=date(2026, 11, 1),
        chat=5, at=NOON,
    )  # fmt: skip
    kept = scene.records.documents.add_mention(document, again)
    scene.records.claims.add_source(claim.id, kept)

    first, second = scene.records.claims.sources(claim.id)
    assert first.mention == a_mention()
    assert second == Source(document, "Wire", "A paper", Origin.FILE, date(2026, 11, 1), NOON, again)
    assert scene.records.claims.of_document(document) == [scene.look(claim)]


def test_the_row_of_a_claim_repeats_what_the_history_says(scene: Scene) -> None:
    claim = scene.released(window=24)
    scene.happens(claim.id, e.VoteCast(1, ALICE, Stance.VERIFY), e.VoteCast(1, BOSCO, Stance.UNSURE))
    now, standing = scene.look(claim), fold(scene.records.history.of(claim.id))
    assert (now.status, now.sequence, now.answered, now.needed) == (Status.PENDING, standing.sequence, 2, 3)
    assert now.released
    assert now.window_ends == standing.window_ends

    scene.happens(claim.id, e.VoteCast(1, CHIARA, Stance.VERIFY), e.VoteChanged(1, BOSCO, Stance.VERIFY, Stance.UNSURE))
    assert (scene.look(claim).status, scene.look(claim).answered) == (Status.VERIFIED, 3)


def test_a_released_claim_is_no_longer_held_back(scene: Scene) -> None:
    document = scene.hears()
    first, second = scene.claims(document=document), scene.claims(document=document)
    scene.happens(first.id, e.RoundOpened(1, 3, 2, 24, 1))
    assert numbers(scene.records.claims.held_back(document, 9)) == [second.number]


def test_the_most_checkable_claims_of_a_document_are_the_next_to_be_released(scene: Scene) -> None:
    document = scene.hears()
    plain, rich, as_rich = (scene.claims(document=document, checkability=how) for how in (1, 5, 5))
    scene.claims(checkability=9)
    assert numbers(scene.records.claims.held_back(document, 2)) == [rich.number, as_rich.number]
    assert numbers(scene.records.claims.held_back(document, 9))[-1] == plain.number
    assert scene.records.claims.count_of(document) == 3


def test_lists_are_paged_newest_first_with_the_whole_count(scene: Scene) -> None:
    for _ in range(5):
        scene.claims()
    assert (numbers(first := scene.records.claims.page(scene.desk.id, limit=2)[0]), len(first)) == ([5, 4], 2)
    second, total = scene.records.claims.page(scene.desk.id, limit=2, skip=2)
    assert (numbers(second), total) == ([3, 2], 5)


def test_lists_are_filtered_by_status_and_kind(scene: Scene) -> None:
    shelling, toll = scene.claims(), scene.claims(a_toll(4))
    scene.is_now(toll, Status.VERIFIED)
    desk, page = scene.desk.id, scene.records.claims.page
    assert numbers(page(desk, limit=9, status=Status.PENDING)[0]) == [shelling.number]
    assert numbers(page(desk, limit=9, kind=Kind.CASUALTIES)[0]) == [toll.number]
    assert page(desk, limit=9, kind=Kind.CASUALTIES, status=Status.PENDING) == ([], 0)


@pytest.mark.parametrize("asked", ["Tarn i naw", "tarn-i-naw", "TARN", "Badghis", "badghîs", "af", "AF"])
def test_places_are_found_whatever_their_case_accents_and_hyphens(scene: Scene, asked: str) -> None:
    there, elsewhere = scene.claims(a_mention(place=TARN)), scene.claims(a_mention(place=ORM))
    assert numbers(scene.records.claims.page(scene.desk.id, limit=9, place=asked)[0]) == [there.number]
    assert elsewhere.number not in numbers(scene.records.claims.page(scene.desk.id, limit=9, place=asked)[0])


@pytest.mark.parametrize("asked", ["%", "_", "nowhere", "Tarn%", "'; DROP TABLE claim; --"])
def test_signs_that_mean_something_to_a_database_mean_nothing_here(scene: Scene, asked: str) -> None:
    scene.claims(a_mention(place=ORM))
    assert scene.records.claims.page(scene.desk.id, limit=9, place=asked) == ([], 0)


def test_what_waits_for_a_reviewer_is_what_they_have_not_answered(scene: Scene) -> None:
    answered, waiting = scene.released(), scene.released()
    scene.claims()  # held back: not before the desk
    scene.is_now(scene.released(), Status.REJECTED)
    scene.records.ballots.put(answered.id, 1, ALICE, Stance.UNSURE)
    queue = scene.records.claims.waiting
    assert queue(scene.desk.id, ALICE, limit=9) == ([waiting], 1)
    assert [claim.number for claim in queue(scene.desk.id, BOSCO, limit=9)[0]] == [answered.number, waiting.number]
    assert queue(scene.desk.id, None, limit=1)[1] == 2

    scene.records.ballots.drop(answered.id, 1, ALICE)
    assert queue(scene.desk.id, ALICE, limit=9)[1] == 2


def test_an_answer_in_an_earlier_round_is_no_answer_in_this_one(scene: Scene) -> None:
    claim = scene.released()
    scene.records.ballots.put(claim.id, 1, ALICE, Stance.VERIFY)
    scene.happens(claim.id, e.RoundOpened(2, 3, 2, 24, 1))
    assert numbers(scene.records.claims.waiting(scene.desk.id, ALICE, limit=9)[0]) == [claim.number]


def test_the_most_pressing_claims_come_first(scene: Scene) -> None:
    late, soon, ended, as_soon = (scene.released(window=hours) for hours in (48, 2, 1, 2))
    scene.is_now(ended, Status.UNDETERMINED)
    order = scene.records.claims.waiting(scene.desk.id, ALICE, limit=9)[0]
    assert numbers(order) == [soon.number, as_soon.number, late.number, ended.number]
    second_page = scene.records.claims.waiting(scene.desk.id, ALICE, limit=2, skip=2)[0]
    assert numbers(second_page) == [late.number, ended.number]


def test_what_waits_longest_is_what_was_released_first(scene: Scene) -> None:
    held = scene.claims()
    first, second = scene.released(), scene.released()
    scene.happens(held.id, e.RoundOpened(1, 3, 2, 24, 1))
    assert numbers(scene.records.claims.longest_waiting(scene.desk.id, 2)) == [first.number, second.number]


def test_windows_that_are_over_are_found_once(scene: Scene) -> None:
    short, _ = scene.released(window=1), scene.released(window=48)
    decided = scene.released(window=1)
    scene.is_now(decided, Status.VERIFIED)
    later = scene.now + timedelta(hours=2)
    assert scene.records.claims.windows_ended(scene.now, 10) == []
    assert scene.records.claims.windows_ended(later, 10) == [short.id]
    scene.happens(short.id, e.WindowEnded(1))
    assert scene.look(short).status is Status.UNDETERMINED
    assert scene.records.claims.windows_ended(later, 10) == []


def test_claims_before_the_desk_are_counted_by_status(scene: Scene) -> None:
    scene.claims()
    scene.released()
    scene.is_now(scene.released(), Status.VERIFIED)
    assert scene.records.claims.counts(scene.desk.id) == {Status.PENDING: 1, Status.VERIFIED: 1}
    assert scene.records.claims.counts(a_desk(scene.records, chat=-5).id) == {}


def test_tolls_are_those_put_before_the_desk_since_then_that_still_count(scene: Scene) -> None:
    scene.released(a_toll(1))
    since = scene.later()
    new, held = scene.released(a_toll(2)), scene.claims(a_toll(3))
    scene.released()
    for status in CLOSED:
        scene.is_now(scene.released(a_toll(4)), status)
    assert scene.records.claims.casualties_since(scene.desk.id, since) == [new]

    scene.happens(held.id, e.RoundOpened(1, 3, 2, 24, 1))
    assert numbers(scene.records.claims.casualties_since(scene.desk.id, since)) == [new.number, held.number]
