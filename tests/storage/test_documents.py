"""Documents on their way in: waited for, read once, or failed with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from bot.claims.model import (
    Attribution,
    Control,
    ControlAction,
    Count,
    Document,
    DocumentId,
    EventDate,
    Interval,
    Kind,
    Mention,
    Origin,
    Place,
    Polarity,
    Precision,
)  # fmt: skip
from storage.documents import Intake, text_sha256
from storage.mentions import from_json, to_json
from storage.postings import Posting
from storage.states import IntakeState
from tests.storage.scene import ALICE, GROUP, NOON, Scene, a_desk, a_mention, a_toll

SOON = NOON + timedelta(minutes=5)


def taken_in(scene: Scene, document: DocumentId) -> Intake:
    intake = scene.records.documents.get(document)
    assert intake is not None
    return intake


def report(scene: Scene, document: DocumentId) -> Posting:
    return scene.records.postings.want(GROUP, f"report:{document}", document=document, priority=0, at=NOON)


def test_a_text_is_kept_with_where_it_came_from_and_where_the_answer_goes(scene: Scene) -> None:
    alice = scene.records.reviewers.of(scene.desk.id, ALICE, NOON)
    document = scene.records.documents.receive(
        desk=scene.desk.id, origin=Origin.FORWARDED, text="Shells fell.", title="Report", source="channel 5",
        published=date(2026, 11, 24), asked_by=alice.id, chat=ALICE, topic=3, reply_to=8, at=NOON,
    )  # fmt: skip
    sha256 = text_sha256("Shells fell.")
    assert taken_in(scene, document) == Intake(
        document, scene.desk.id, Origin.FORWARDED, IntakeState.RECEIVED, NOON, ALICE, 3, 8, alice.id, "Shells fell.",
        sha256, "Report", "channel 5", date(2026, 11, 24),
    )  # fmt: skip
    assert taken_in(scene, document).document == Document(
        "Shells fell.", Origin.FORWARDED, sha256, NOON, "Report", "channel 5", date(2026, 11, 24)
    )


def test_a_file_waits_for_its_text(scene: Scene) -> None:
    documents = scene.records.documents
    document = documents.receive(
        desk=scene.desk.id, origin=Origin.FILE, file_id="BQAD", file_name="report.txt", chat=GROUP, at=NOON
    )
    waiting = taken_in(scene, document)
    assert (waiting.state, waiting.text, waiting.document) == (IntakeState.FETCHING, None, None)

    fetched = documents.with_text(document, "Shells fell.")
    assert fetched
    assert fetched == taken_in(scene, document)
    assert (fetched.state, fetched.sha256) == (IntakeState.RECEIVED, text_sha256("Shells fell."))


def test_documents_are_read_in_the_order_in_which_they_came(scene: Scene) -> None:
    first, second = scene.hears(), scene.hears()
    documents = scene.records.documents
    assert documents.to_read(SOON) == taken_in(scene, first)
    documents.done(first, found=0, posted=0)
    assert documents.to_read(SOON) == taken_in(scene, second)
    documents.failed(second, "This is not in English.")
    assert documents.to_read(SOON) is None


def test_a_document_that_failed_once_lets_others_pass_until_its_time(scene: Scene) -> None:
    first, second = scene.hears(), scene.hears()
    scene.records.documents.postpone(first, SOON)
    assert scene.records.documents.to_read(NOON) == taken_in(scene, second)
    assert scene.records.documents.to_read(SOON) == taken_in(scene, first)
    assert taken_in(scene, first).attempts == 1


def test_what_is_final_stays_as_it_is(scene: Scene) -> None:
    document = scene.hears()
    documents = scene.records.documents
    documents.done(document, found=5, posted=2, joined=1)
    read = taken_in(scene, document)
    documents.failed(document, "too late")
    documents.postpone(document, SOON)
    documents.repeats(document, scene.hears())
    documents.with_text(document, "another text")
    assert taken_in(scene, document) == read
    assert (read.state, read.found, read.posted, read.joined, read.held_back) == (IntakeState.READ, 5, 2, 1, 2)


def test_more_of_a_document_can_be_posted_later(scene: Scene) -> None:
    document = scene.hears()
    scene.records.documents.done(document, found=5, posted=2)
    scene.records.documents.posted_more(document, 3)
    assert (taken_in(scene, document).posted, taken_in(scene, document).held_back) == (5, 0)


def test_a_text_that_was_read_before_points_to_the_earlier_document(scene: Scene) -> None:
    documents = scene.records.documents
    first, again = scene.hears("Shells fell."), scene.hears("Shells fell.")
    sha256 = taken_in(scene, first).sha256
    assert documents.by_sha(scene.desk.id, sha256) is None
    documents.done(first, found=1, posted=1)
    assert documents.by_sha(scene.desk.id, sha256) == taken_in(scene, first)
    documents.repeats(again, first)
    assert (taken_in(scene, again).state, taken_in(scene, again).repeats) == (IntakeState.REPEATED, first)
    assert documents.by_sha(a_desk(scene.records, chat=-5).id, sha256) is None


def test_a_document_does_not_repeat_itself(scene: Scene) -> None:
    document = scene.hears()
    scene.records.documents.repeats(document, document)
    assert taken_in(scene, document).state is IntakeState.RECEIVED


def test_a_desk_cannot_read_the_same_text_twice(scene: Scene) -> None:
    first, again = scene.hears("Shells fell."), scene.hears("Shells fell.")
    scene.records.documents.done(first, found=1, posted=1)
    with pytest.raises(IntegrityError), scene.records.documents.db.begin_nested():
        scene.records.documents.done(again, found=1, posted=1)


def test_every_step_of_a_document_makes_its_report_differ(scene: Scene) -> None:
    document = scene.hears()
    documents, postings = scene.records.documents, scene.records.postings
    wanted = report(scene, document).id
    steps: tuple[Callable[[], object], ...] = (
        lambda: documents.postpone(document, SOON),
        lambda: documents.with_text(document, "Shells fell."),
        lambda: documents.done(document, found=2, posted=1),
        lambda: documents.posted_more(document, 1),
    )
    for step in steps:
        postings.shown(wanted, 5, "imprint", postings.get(wanted).wanted_version, NOON)
        assert postings.differing(NOON, 10) == []
        step()
        assert [posting.id for posting in postings.differing(NOON, 10)] == [wanted]


def test_mentions_come_back_in_order(scene: Scene) -> None:
    document = scene.hears()
    mentions = [a_mention(), a_toll(4), a_mention("The bridge at Orm was shelled")]
    numbers = [scene.records.documents.add_mention(document, mention) for mention in mentions]
    assert numbers == sorted(numbers)
    assert scene.records.documents.count_mentions(document) == len(mentions)
    assert scene.records.documents.mentions_of(document) == mentions


A_DAY = st.dates(date(1900, 1, 1), date(2100, 1, 1))
FULL = Mention(
    Kind.TERRITORIAL_CONTROL, "quote", 3, 9, "holds", Polarity.DENIED,
    Place("Tarn", "Orm", "UA", 49.5, -0.25), EventDate(date(2026, 11, 1), date(2026, 11, 30), Precision.MONTH),
    Attribution("A spokesman", "spokesman", "Ministry", True, ("paper", "ministry")),
    count=Count(None, Interval(None, 12, "up to"), "tanks"), control=Control("The army", ControlAction.HOLDS, "hill 5"),
)  # fmt: skip


def test_a_mention_survives_being_written_with_everything_in_it() -> None:
    assert from_json(to_json(FULL)) == FULL
    assert from_json(to_json(a_toll(4))) == a_toll(4)


@given(
    quote=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    start=st.integers(0, 10**7), lat=st.none() | st.floats(-90, 90), low=st.none() | st.integers(0, 10**12), day=A_DAY,
    chain=st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))),
)  # fmt: skip
def test_any_mention_survives_being_written(
    quote: str, start: int, lat: float | None, low: int | None, day: date, chain: list[str]
) -> None:
    mention = Mention(
        Kind.DAMAGE, quote, start, start + len(quote), "damage", place=Place(quote, lat=lat, lon=lat),
        event_date=EventDate(day, day), attribution=Attribution(quote, chain=tuple(chain)),
        count=Count(None, Interval(low, None, quote)),
    )  # fmt: skip
    assert from_json(to_json(mention)) == mention


def test_a_field_that_a_newer_version_added_is_left_out() -> None:
    assert from_json(to_json(FULL).replace("{", '{"mood":"grim",', 1)) == FULL
