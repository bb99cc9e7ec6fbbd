"""Which of two days of one name is meant: the last or the next one; the report is of Thursday 8 July 2021."""

from __future__ import annotations

from datetime import date

import pytest

from bot.extraction.dates import day_values, find_dates

THURSDAY = date(2021, 7, 8)

# words of the report, then the day meant
BY_THE_VERB = [
    ("Aid is due by Aug. 3.", "2021-08-03"),
    ("The dividend is payable Sept. 1.", "2021-09-01"),
    ("Marchers gather on Friday in the run-up to Sunday's vote.", "2021-07-09"),
    ("Their next meeting is on Monday.", "2021-07-12"),
    ("The mayor, who turns 60 on Tuesday, stays.", "2021-07-13"),
    ("Convoys may arrive as early as Saturday.", "2021-07-10"),
    ("Ministers demanded that he resign by Friday.", "2021-07-09"),
    ("The garrison held out until Sunday.", "2021-07-04"),
    ("The village was demanded back on Sunday.", "2021-07-04"),
    ("The counting of votes in Sunday's election was in progress.", "2021-07-04"),
    ("The talks wound up Tuesday with a pledge that all must be done soon.", "2021-07-06"),
    ("Monday is the deadline for a deal.", "2021-07-12"),
    ("This Saturday: a march through the old town.", "2021-07-10"),
    ("This Tuesday the bridge fell.", "2021-07-06"),
    ("A march is planned for Saturday.", "2021-07-10"),
    ("A march planned for Saturday was called off.", "2021-07-03"),
    ("The delegation flies out on Sunday.", "2021-07-11"),
    ("The bridge will reopen on the 20th.", "2021-07-20"),
    ("The bridge will reopen on the 3rd.", "2021-08-03"),
]


@pytest.mark.parametrize(("report", "day"), BY_THE_VERB)
def test_the_verb_tells_which_day_of_that_name_is_meant(report: str, day: str) -> None:
    assert day_values(report, THURSDAY)[0][2].isoformat() == day


BY_NEARNESS = [
    ("The July 20 election has five candidates.", "2021-07-20"),
    ("She has been given until Aug. 2 to leave.", "2021-08-02"),
    ("The summit was postponed to July 16.", "2021-07-16"),
    ("New rules take hold on July 19, the council announced.", "2021-07-19"),
    ("The envoy invited both sides to a meeting on Aug. 1.", "2021-08-01"),
    ("They fixed a July 15 handover and went home.", "2021-07-15"),
    ("The council announced the deaths of May 3.", "2021-05-03"),
    ("The April 30 summit had one result.", "2021-04-30"),
    ("The Nov. 1 landslide buried the road.", "2020-11-01"),
    ("They were shelled on Sept. 30.", "2020-09-30"),
    ("Survivors of the Sept. 30 attack speak.", "2020-09-30"),
    ("It set a deadline of no later than Oct. 1.", "2021-10-01"),
    ("Whether the elections are held on Sept. 5 depends on them.", "2021-09-05"),
    ("They were seen there last 29 March.", "2021-03-29"),
    ("On 24 May this year the town fell.", "2021-05-24"),
    ("On Oct. 3 last year the town fell.", "2020-10-03"),
    ("They are to meet next 15 February.", "2022-02-15"),
]


@pytest.mark.parametrize(("report", "day"), BY_NEARNESS)
def test_where_no_verb_tells_a_day_at_hand_is_not_a_year_old(report: str, day: str) -> None:
    assert day_values(report, THURSDAY)[0][2].isoformat() == day


@pytest.mark.parametrize(
    ("report", "day"),
    [
        ("The hearing is on Thursday of next week.", "2021-07-15"),
        ("They left on Monday last week.", "2021-06-28"),
        ("A hearing will be held a week from Monday.", "2021-07-19"),
        ("Two weeks from Friday the mandate runs out.", "2021-07-23"),
        ("The night before last two houses burned.", "2021-07-06"),
        ("A week ago Friday the bridge fell.", "2021-06-25"),
        ("Last week on Monday the bridge fell.", "2021-06-28"),
    ],
)
def test_weeks_beside_a_weekday_are_counted(report: str, day: str) -> None:
    assert day_values(report, THURSDAY)[-1][2].isoformat() == day


@pytest.mark.parametrize(
    ("report", "days"),
    [
        ("It fell on May 12. Guns had been heard the Sunday before.", ["2021-05-12", "2021-05-09"]),
        ("It fell on May 12 and was retaken the Friday after.", ["2021-05-12", "2021-05-14"]),
        ("It fell the Sunday before the vote.", []),
    ],
)
def test_the_sunday_before_counts_from_the_day_named_last(report: str, days: list[str]) -> None:
    assert [day.isoformat() for _, _, day in day_values(report, THURSDAY)] == days


@pytest.mark.parametrize(
    "report",
    [
        "It happened on a Friday, as such things do.",
        "They met there on Tuesday nights.",
        "The market is held on the second Tuesday of the month, the fair on the last Friday of the year.",
        "The feud has come to last ten years.",
        "The war may last two months.",
        "Easter week was calm, and the Christmas truce held.",
        "He read so in USA Today and in the Mail on Sunday, and heard it on the Today programme.",
        "They met where 9 October Avenue ends, by the 5 November dam.",
    ],
)
def test_any_friday_is_no_date(report: str) -> None:
    assert find_dates(report, THURSDAY) == []


@pytest.mark.parametrize(
    ("report", "day"),
    [
        ("Relatives of victims of the Sept. 11 attacks came.", "2001-09-11"),
        ("Since the January 6 riot he has said nothing.", "2021-01-06"),
        ("On Sept. 11 they signed the lease.", "2020-09-11"),
    ],
)
def test_a_day_that_is_known_by_its_name_keeps_its_year(report: str, day: str) -> None:
    assert day_values(report, THURSDAY)[0][2].isoformat() == day


def test_the_stop_of_a_short_month_ends_no_sentence() -> None:
    report = "The court will sit Sept. 2 and again Sept. 9."

    assert [day.isoformat() for _, _, day in day_values(report, THURSDAY)] == ["2021-09-02", "2021-09-09"]


def test_a_colon_may_follow_a_day() -> None:
    assert [day.day for _, _, day in day_values("Update, Thursday, July 8: two more bodies.", THURSDAY)] == [8]


def test_what_was_to_happen_is_seen_from_the_day_it_was_said() -> None:
    report = "The envoy said on Monday that shelling would stop on Wednesday."

    assert [day.day for _, _, day in day_values(report, THURSDAY)] == [5, 7]


@pytest.mark.parametrize(
    ("report", "named"),
    [
        ("From 3 to 7 May guns fired.", ["3", "7 May"]),
        ("Guns fired from May 3 until 7.", ["May 3", "7"]),
        ("Guns fired between May 30 and June 2.", ["May 30", "June 2"]),
        ("Guns fired May 3-7.", []),
        ("Guns have fired since May 3.", ["May 3"]),
    ],
)
def test_a_period_names_its_days_where_words_join_them(report: str, named: list[str]) -> None:
    assert [report[start:end] for start, end, _ in day_values(report, THURSDAY)] == named


@pytest.mark.parametrize(
    ("report", "day"),
    [
        ("They hope to have a truce by Christmas.", "2021-12-25"),
        ("Both sides agreed on a truce for Nowruz.", "2021-03-21"),
        ("They agreed to lay down arms for Bastille Day.", "2021-07-14"),
        ("They were shot on Bastille Day.", "2020-07-14"),
    ],
)
def test_a_feast_at_hand_is_the_one_that_is_meant(report: str, day: str) -> None:
    assert day_values(report, THURSDAY)[0][2].isoformat() == day


def test_the_next_day_is_none_that_has_not_come() -> None:
    assert [day.day for _, _, day in day_values("They came today. The next day they were gone.", THURSDAY)] == [8]


@pytest.mark.parametrize(
    ("report", "day"),
    [
        ("On 03/04/2021 nine were hurt.", "2021-04-03"),
        ("On 03/04/2021 nine were hurt, as on May 3.", "2021-03-04"),
        ("On 03/04/2021 nine were hurt, as on 3 May.", "2021-04-03"),
        ("Nothing has been the same since 9/11, they say.", "2001-09-11"),
    ],
)
def test_figures_are_read_as_the_text_writes_its_dates(report: str, day: str) -> None:
    assert day_values(report, THURSDAY)[0][2].isoformat() == day


def test_a_fraction_is_no_day() -> None:
    assert find_dates("They won 19/11 and 2.9/11 of it, or 9/11/12.5 in all.", THURSDAY) == []
