from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.publisher.pace import Haste
from bot.publisher.rounds import haste
from storage.postings import Posting
from storage.states import PostingState

HANGS = Posting(1, -7, "claim:5", 1, PostingState.SHOWN, datetime(2026, 11, 25, tzinfo=UTC), claim=5, message_id=9)  # type: ignore[arg-type]


def test_a_counted_answer_waits_behind_everything_else():
    assert haste(HANGS) is Haste.EDIT


def test_a_status_that_moved_goes_with_the_new_cards():
    assert haste(replace(HANGS, priority=-1)) is Haste.CARD


def test_a_hurried_card_whose_message_is_gone_goes_as_a_new_one():
    assert haste(replace(HANGS, priority=-1, message_id=None)) is Haste.CARD
