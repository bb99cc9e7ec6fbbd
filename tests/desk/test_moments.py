from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.desk.moments import NotATime, StillToCome, WhichTime, read_moment, split_moment

NOW = datetime(2026, 11, 25, 12, 0, 30, 5, tzinfo=UTC)  # a Wednesday


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2026-11-01T08:00Z", "2026-11-01T08:00:00"),
        ("2026-11-01T08:00+04:30", "2026-11-01T03:30:00"),
        ("2026-11-01 08:00", "2026-11-01T03:30:00"),
        ("2026-11-01T08:00", "2026-11-01T03:30:00"),
        ("2026-11-01", "2026-11-01T19:29:59"),
        ("1 November 2026", "2026-11-01T19:29:59"),
        ("1 Nov 2026 08:00", "2026-11-01T03:30:00"),
        ("yesterday", "2026-11-24T19:29:59"),
        ("Yesterday at 18:00", "2026-11-24T13:30:00"),
        ("last Tuesday 18:00", "2026-11-24T13:30:00"),
        ("wednesday", "2026-11-18T19:29:59"),
        ("today", "2026-11-25T12:00:30"),
        ("08:15", "2026-11-25T03:45:00"),
        ("-3h", "2026-11-25T09:00:30"),
        ("3 hours ago", "2026-11-25T09:00:30"),
        ("90 minutes ago", "2026-11-25T10:30:30"),
        ("2 days ago", "2026-11-23T12:00:30"),
        ("now", "2026-11-25T12:00:30"),
    ],
)
def test_a_moment_is_read_as_people_write_it(words: str, moment: str):
    assert read_moment(words, NOW, "Asia/Kabul") == datetime.fromisoformat(moment).replace(tzinfo=UTC)


@pytest.mark.parametrize("words", ["soon", "2026-13-01", "25:00", "Herat", "3 apples ago", "2026-11-01T99:00Z"])
def test_nonsense_is_said_to_be_no_time(words: str):
    with pytest.raises(NotATime):
        read_moment(words, NOW, "UTC")


def test_nothing_and_the_future_are_told_apart():
    with pytest.raises(WhichTime):
        read_moment(" ", NOW, "UTC")
    with pytest.raises(StillToCome):
        read_moment("2026-11-26 08:00", NOW, "UTC")


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("2026-11-01 08:00 El Fasher casualties", "El Fasher casualties"),
        ("3 hours ago Herat", "Herat"),
        ("last Tuesday 18:00", ""),
        ("1 November 2026 08:00 Herat", "Herat"),
    ],
)
def test_the_words_after_the_moment_are_the_filter(words: str, rest: str):
    assert split_moment(words, NOW, "UTC")[1] == rest
