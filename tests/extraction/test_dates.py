"""Date expressions and the days they mean, as tables of cases; the report is of Thursday 8 July 2021."""

from __future__ import annotations

from datetime import date

import pytest

from bot.claims.model import Precision
from bot.extraction.dates import day_values, find_dates

THURSDAY = date(2021, 7, 8)

# words of the report, then first and last day meant
ONE_EXPRESSION = [
    ("Shells fell on Monday.", "07-05", "07-05"),
    ("Shells fell on Thursday.", "07-08", "07-08"),
    ("Shells fell last Thursday.", "07-01", "07-01"),
    ("Late on Tuesday gunmen came.", "07-06", "07-06"),
    ("Gunmen came Wednesday night.", "07-07", "07-07"),
    ("At dawn on Sunday the shelling began.", "07-04", "07-04"),
    ("In the early hours of Tuesday a drone struck.", "07-06", "07-06"),
    ("The town fell on Saturday and Sunday.", "07-03", "07-04"),
    ("Fighting went on from Monday to Wednesday.", "07-05", "07-07"),
    ("Nobody came between Friday and Sunday.", "07-02", "07-04"),
    ("Two died today.", "07-08", "07-08"),
    ("The camp was attacked on 3/7.", "07-03", "07-03"),
    ("A herder camp was attacked 3/7. Nine died.", "07-03", "07-03"),
    ("On the 5th two pylons were felled.", "07-05", "07-05"),
    ("Two died yesterday evening.", "07-07", "07-07"),
    ("Two died the day before yesterday.", "07-06", "07-06"),
    ("Two died this morning.", "07-08", "07-08"),
    ("Two died last night.", "07-07", "07-07"),
    ("The base was shelled overnight.", "07-07", "07-08"),
    ("The base was shelled through the night.", "07-07", "07-08"),
    ("Jets struck overnight into Wednesday.", "07-06", "07-07"),
    ("Two days ago the bridge fell.", "07-06", "07-06"),
    ("A week ago the bridge fell.", "07-01", "07-01"),
    ("Three weeks ago the bridge fell.", "06-17", "06-17"),
    ("In the past 24 hours nine were hurt.", "07-07", "07-08"),
    ("Over the last 48 hours nine were hurt.", "07-06", "07-08"),
    ("Nine were hurt in the last two weeks.", "06-24", "07-08"),
    ("Over the weekend nine were hurt.", "07-03", "07-04"),
    ("Nine were hurt last week.", "06-28", "07-04"),
    ("Nine were hurt this week.", "07-05", "07-08"),
    ("Earlier this week nine were hurt.", "07-05", "07-08"),
    ("Nine were hurt this month.", "07-01", "07-08"),
    ("Nine were hurt last month.", "06-01", "06-30"),
    ("Nine have been hurt since Monday.", "07-05", "07-08"),
    ("Nine have been hurt since the siege began on Monday.", "07-05", "07-08"),
    ("Nine have been hurt since early May.", "05-01", "07-08"),
    ("Nine have been hurt since mid-June.", "06-11", "07-08"),
    ("In late June nine were hurt.", "06-21", "06-30"),
    ("At the beginning of June nine were hurt.", "06-01", "06-10"),
    ("Between late April and the end of May nine were hurt.", "04-21", "05-31"),
    ("In May nine were hurt.", "05-01", "05-31"),
    ("On May 3 nine were hurt.", "05-03", "05-03"),
    ("On 3 May nine were hurt.", "05-03", "05-03"),
    ("On Feb. 28 nine were hurt.", "02-28", "02-28"),
    ("On the 3rd of May nine were hurt.", "05-03", "05-03"),
    ("On the third of May nine were hurt.", "05-03", "05-03"),
    ("From May 3-7 nine were hurt.", "05-03", "05-07"),
    ("From 3 to 7 May nine were hurt.", "05-03", "05-07"),
    ("Between May 30 and June 2 nine were hurt.", "05-30", "06-02"),
    ("On the night of 3-4 May nine were hurt.", "05-03", "05-04"),
    ("On 12/05/2021 nine were hurt.", "05-12", "05-12"),
    ("On 05/12/2021 nine were hurt.", "05-12", "05-12"),
    ("On 12.05.2021 nine were hurt.", "05-12", "05-12"),
    ("On 2021-05-12 nine were hurt.", "05-12", "05-12"),
    ("On 12 MAY 21, nine were hurt.", "05-12", "05-12"),
    ("At 121430Z MAY 21 nine were hurt.", "05-12", "05-12"),
    ("On the 5th, troops withdrew.", "07-05", "07-05"),
    ("On the 14th, troops withdrew.", "06-14", "06-14"),
    ("Fighting raged for a second straight day.", "07-07", "07-08"),
    ("Nine have fled since the weekend.", "07-03", "07-08"),
    ("Nine have fled since the start of the month.", "07-01", "07-08"),
    ("Monday, July 5, 2021 was quiet.", "07-05", "07-05"),
]  # fmt: skip


@pytest.mark.parametrize(("report", "first", "last"), ONE_EXPRESSION)
def test_an_expression_means_these_days(report: str, first: str, last: str) -> None:
    (span,) = find_dates(report, THURSDAY)

    assert (span.date.start.isoformat(), span.date.end.isoformat()) == (f"2021-{first}", f"2021-{last}")
    assert report[span.start : span.end] == span.words


NO_DATE = [
    "Shops are open 24/7 and 2/3 of them were hit.",
    "On the 5th armoured brigade's front it was calm.",
    "The mayor may resign and 12 may have died.",
    "They sat on the wall, then began a march on the city.",
    "A second man was hit within seconds; a minute later a third.",
    "April Jones and June Smith met May Lee.",
    "Every Monday and on Fridays they pray.",
    "The Sunday Times wrote so; Bloody Sunday is not forgotten.",
    "About 2018 people live on the 14th floor.",
    "He is 24 and runs 5.10.2 of the program.",
    "The day of reckoning, a night of terror, days of rain.",
    "The sun set; he wed; the second of three.",
]


@pytest.mark.parametrize("report", NO_DATE)
def test_everyday_words_are_no_dates(report: str) -> None:
    assert find_dates(report, THURSDAY) == []


LOOKING_AHEAD = [
    ("Talks will be held on Friday.", "2021-07-09"),
    ("He said he would return on Wednesday.", "2021-07-14"),
    ("The vote is set for Sunday.", "2021-07-11"),
    ("The court opens on Monday.", "2021-07-12"),
    ("On Monday, the court will rule.", "2021-07-12"),
    ("They meet next Tuesday.", "2021-07-13"),
    ("An election is scheduled for Sept. 20.", "2021-09-20"),
    ("They plan to march tomorrow.", "2021-07-09"),
]


@pytest.mark.parametrize(("report", "day"), LOOKING_AHEAD)
def test_verbs_of_the_future_turn_a_date_ahead_and_it_is_flagged(report: str, day: str) -> None:
    (span,) = find_dates(report, THURSDAY)

    assert (span.date.start.isoformat(), span.future) == (day, True)


LOOKING_BACK = [
    ("The court would not comment on Monday.", "2021-07-05"),
    ("He was about to leave on 2 July.", "2021-07-02"),
    ("The men were found to be dead on Friday.", "2021-07-02"),
    ("The plan announced on Tuesday will cost lives.", "2021-07-06"),
    ("They were killed on Dec. 25.", "2020-12-25"),
]


@pytest.mark.parametrize(("report", "day"), LOOKING_BACK)
def test_what_has_happened_is_the_latest_such_day(report: str, day: str) -> None:
    (span,) = find_dates(report, THURSDAY)

    assert (span.date.start.isoformat(), span.future) == (day, False)


ANCHORED = [
    ("Rebels took the town on May 3. The next day the army came.", "2021-05-04"),
    ("Rebels took the town on May 3. Two days later the army came.", "2021-05-05"),
    ("Rebels took the town on May 3. The following morning the army came.", "2021-05-04"),
    ("Rebels took the town on May 3. The same day the army left.", "2021-05-03"),
    ("Rebels took the town on May 3. A day earlier the army had left.", "2021-05-02"),
    ("Rebels took the town on May 3; the army had left the night before.", "2021-05-02"),
]


@pytest.mark.parametrize(("report", "day"), ANCHORED)
def test_the_next_day_counts_from_the_day_named_last(report: str, day: str) -> None:
    assert find_dates(report, THURSDAY)[-1].date.start.isoformat() == day


def test_a_period_that_reaches_to_the_report_says_since() -> None:
    (since,) = find_dates("Nine have been hurt since Monday.", THURSDAY)
    (on,) = find_dates("Nine were hurt on Monday.", THURSDAY)

    assert (since.since, on.since) == (True, False)


@pytest.mark.parametrize(
    ("report", "precision"),
    [
        ("on Monday", Precision.DAY),
        ("last week", Precision.WEEK),
        ("three weeks ago", Precision.WEEK),
        ("last month", Precision.MONTH),
        ("in early May", Precision.MONTH),
        ("in 2018", Precision.YEAR),
        ("in the 1990s", Precision.YEAR),
        ("last year", Precision.YEAR),
    ],
)
def test_each_date_tells_how_exactly_it_is_known(report: str, precision: Precision) -> None:
    (span,) = find_dates(report, THURSDAY)

    assert span.date.precision is precision


def test_day_values_give_single_days_only() -> None:
    report = "Since Monday, and on Tuesday and Wednesday, more died than last week or in the past 24 hours."

    found = [(report[start:end], day.day) for start, end, day in day_values(report, THURSDAY)]

    assert found == [("Monday", 5), ("Tuesday", 6), ("Wednesday", 7)]


def test_the_reports_own_date_is_a_heading_and_no_anchor() -> None:
    report = "KABUL, July 8, 2021 — The next day was quiet. Shells fell on Monday."

    spans = find_dates(report)

    assert [(span.words, span.heading) for span in spans] == [("July 8, 2021", True), ("Monday", False)]


def test_without_a_day_of_its_own_a_text_still_gives_full_dates() -> None:
    spans = find_dates("On 3 May 2020 the town fell; on Monday it was retaken, and on May 9.")

    assert [span.date.start for span in spans] == [date(2020, 5, 3)]


@pytest.mark.parametrize(
    ("report", "day"),
    [
        ("They struck on Christmas Eve.", "2020-12-24"),
        ("They struck on New Year's Day.", "2021-01-01"),
        ("They struck on Easter Sunday.", "2021-04-04"),
        ("They struck on Good Friday 2019.", "2019-04-19"),
    ],
)
def test_feasts_are_days(report: str, day: str) -> None:
    (span,) = find_dates(report, THURSDAY)

    assert span.date.start.isoformat() == day
