from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.claims.consensus import Rule
from bot.claims.desk import Desk
from bot.claims.events import Cause, RoundOpened
from bot.claims.model import ClaimNumber, Origin
from bot.desk.housekeeping import join_ripe_drafts, joined
from bot.desk.intake import (
    MOST_WAITING,
    HandIn,
    TooManyWaiting,
    document_of,
    is_repeat,
    put_before_the_desk,
    receive,
    receive_version,
    take_in,
)
from bot.extraction.extract import extract
from storage.documents import Intake
from storage.records import Records
from storage.store import Store

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 12, 1, tzinfo=UTC)
TEXT = " ".join(
    f"At least {number} civilians were killed in Herat on Wednesday, police said." for number in range(2, 80)
)


def a_desk(records: Records) -> Desk:
    return records.desks.open(-7, "Herat desk", None, Rule(), "UTC", time(8), False, NOON)


def a_text(records: Records, desk: Desk, text: str = TEXT) -> HandIn:
    reviewer = records.reviewers.of(desk.id, 5, NOON)
    return HandIn(desk, reviewer.id, desk.chat, None, 1, Origin.PASTED, text)


def test_a_text_is_taken_in_once_however_often_the_reading_is_cut_off(store: Store):
    mentions = extract(TEXT, NOON.date())
    with store.transaction() as records:
        document = receive(records, a_text(records, a_desk(records)), NOON)
        intake = records.documents.get(document)
        assert intake is not None
    with store.transaction() as records:
        assert take_in(records, intake, mentions, NOON)
    # the program ends here, and the text is read again from the start
    for _ in range(2):
        while True:
            with store.transaction() as records:
                if not take_in(records, intake, mentions, LATER):
                    break
    with store.transaction() as records:
        put_before_the_desk(records, intake, len(mentions), LATER)

    with store.transaction() as records:
        claims, total = records.claims.page(intake.desk, limit=200)
        done = records.documents.get(document)
        assert done is not None
        assert total == len(mentions) == done.found
        assert done.posted == 12
        assert [claim.number for claim in claims] == list(range(total, 0, -1))


def read(records: Records, intake: Intake) -> None:
    mentions = extract(intake.text or "", NOON.date())
    take_in(records, intake, mentions, LATER)
    put_before_the_desk(records, intake, len(mentions), LATER)


def test_a_new_version_opens_a_new_round_once_however_often_it_is_read(store: Store):
    before, after = (f"At least {number} civilians were killed in Herat on Wednesday." for number in (12, 21))
    with store.transaction() as records:
        desk = a_desk(records)
        first = receive(records, replace(a_text(records, desk, before), source_message=8), NOON)
        read(records, document_of(records, first))
        version = receive_version(records, desk.chat, 8, after, LATER)
        assert version is not None
        intake = document_of(records, version)
        for _ in range(2):
            read(records, intake)

        changed = records.claims.by_number(desk.id, ClaimNumber(1))
        assert changed is not None
        rounds = [entry.event for entry in records.history.of(changed.id) if isinstance(entry.event, RoundOpened)]

    assert [opened.cause for opened in rounds] == [Cause.RELEASED, Cause.SOURCE_CHANGED]


def test_the_same_text_again_is_a_repeat(store: Store):
    with store.transaction() as records:
        desk = a_desk(records)
        first = receive(records, a_text(records, desk), NOON)
        records.documents.done(first, found=0, posted=0)
        again = records.documents.get(receive(records, a_text(records, desk), LATER))
        assert again is not None
        assert is_repeat(records, again, NOON)


def test_a_flood_of_texts_is_turned_away_with_a_sentence(store: Store):
    with store.transaction() as records:
        desk = a_desk(records)
        for number in range(MOST_WAITING):
            receive(records, a_text(records, desk, f"text {number}"), NOON)
        with pytest.raises(TooManyWaiting, match="wait to be read already"):
            receive(records, a_text(records, desk, "one more"), NOON)


def test_pasted_parts_wait_for_three_seconds_of_silence(store: Store):
    with store.transaction() as records:
        desk = a_desk(records)
        reviewer = records.reviewers.of(desk.id, 5, NOON)
        records.drafts.add(5, 5, desk.id, reviewer.id, "At least 12 civilians", 1, NOON)
        records.drafts.add(5, 5, desk.id, reviewer.id, "were killed.", 2, NOON)
        assert join_ripe_drafts(records, NOON) == 0
        assert join_ripe_drafts(records, LATER) == 1
        intake = records.documents.to_read(LATER)
        assert intake is not None
        assert intake.text == "At least 12 civilians\nwere killed."
        assert join_ripe_drafts(records, LATER) == 0


@pytest.mark.parametrize(
    ("parts", "whole"),
    [(("a", "b"), "a\nb"), (("a" * 4096, "b"), "a" * 4096 + "b"), (("a" * 4000, "b"), "a" * 4000 + "\nb")],
)
def test_parts_are_joined_as_a_client_cut_them(parts: tuple[str, ...], whole: str):
    assert joined(parts) == whole
