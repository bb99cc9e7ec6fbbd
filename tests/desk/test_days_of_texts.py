from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.claims.model import DeskId, DocumentId, Origin
from bot.desk.reading import dated
from storage.documents import Intake
from storage.states import IntakeState

CAME = Intake(DocumentId(1), DeskId(1), Origin.PASTED, IntakeState.RECEIVED, datetime(2024, 5, 20, 9, tzinfo=UTC), -7)


@pytest.mark.parametrize(
    "text",
    [
        "KHARKIV, May 14, 2024 — Two people were killed.",
        "ХАРКІВ, 14 травня 2024 — Двоє людей загинули внаслідок обстрілу.",
    ],
)
def test_a_text_is_of_the_day_that_it_bears_in_whatever_language_is_read(text: str) -> None:
    assert dated(CAME, text).day == date(2024, 5, 14)


def test_a_text_that_bears_no_day_is_of_the_day_it_was_published_or_came() -> None:
    text = "Two people were killed in Kharkiv."
    assert dated(CAME, text).day == date(2024, 5, 20)
    assert dated(replace(CAME, published=date(2024, 5, 17)), text).day == date(2024, 5, 17)
