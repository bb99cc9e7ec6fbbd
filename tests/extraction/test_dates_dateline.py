"""The report's own date, in the forms in which reports bear it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.extraction.dateline import dateline

BORNE = [
    ("date 2021-07-08\n\nShells fell.", "2021-07-08"),
    ("DRAVA, July 8, 2021 (Agency) - Shells fell.", "2021-07-08"),
    ("DRAVA, 8 July 2021 — Shells fell.", "2021-07-08"),
    ("DRAVA (North Province), July 8 — Shells fell, the worst since January 2021.", "2021-07-08"),
    ("HIDDEN, January 8, 1990 (radio of the front) -- Our fighters came.", "1990-01-08"),
    ("Drava, 8 Jan 90 (Agency) -- Our fighters came.", "1990-01-08"),
    ("Published: 3 March 2024\n\nShells fell.", "2024-03-03"),
    ("Updated 14:30 GMT, 5 May 2023\n\nShells fell.", "2023-05-05"),
    ("DRAVA, North Province (Oct. 13, 2010) – A patrol found arms.", "2010-10-13"),
    ("For Immediate Release, 12 June 2011\n\nA patrol found arms.", "2011-06-12"),
    ("Convoy attacked in the north\n16 December 2021\nNews desk, Drava\n\nGunmen came.", "2021-12-16"),
    ("LIVE: shelling of Drava, Friday 5 May 2023\n\n14:05 Shells fell.", "2023-05-05"),
    ("SITUATION REPORT No. 12\nAs of 15 April 2023\n\nShells fell.", "2023-04-15"),
    ("SITREP\nDTG: 081430Z JUL 21\n\nShells fell.", "2021-07-08"),
    ("Reporting period: 1 – 15 April 2023\n\nShells fell.", "2023-04-15"),
    ("Evening bulletin, Thursday 14 March 2024\n\nPRESENTER: Shells fell.", "2024-03-14"),
    ("Our fighters took the hill.\n\nThe Command\nDrava, 12 May 2021", "2021-05-12"),
    ("DRAVA RADIO – MIDDAY NEWS, MONDAY 26TH JUNE 2000\n\nShells fell.", "2000-06-26"),
    ("EVENING NEWS, FRIDAY THE 1ST OF MARCH 2013\n\nShells fell.", "2013-03-01"),
    ("08/07/2021\nShells fell.", "2021-07-08"),
    ("08/07/2021: Shells fell on the town.", "2021-08-07"),
    ("2010-09-CA-017 For Immediate Release\n\nDRAVA, North (Sept. 2) - A patrol found arms.", "2010-09-02"),
    ("Release 2011-01-S-003\u2028\u2028DRAVA, North (Dec. 31) - A patrol found arms of 2012.", "2010-12-31"),
    ("DRAVA (June 18, 1993) Rebel gunners fired shells.", "1993-06-18"),
    ("DRAVA 30/7/93 - Shells fell.", "1993-07-30"),
    ("NORTH — ROLLING COVERAGE — 06.03.24\n\n21h00: Shells fell.", "2024-03-06"),
    ("MILITARY COMMUNIQUE NO. 12\nDated 25-2-86\n\nOur men took the hill.", "1986-02-25"),
    ("INCIDENTS - NORTH - 31MAR21 - compiled 1800\n\n24MAR Drava - shells fell.", "2021-03-31"),
    ("Drava sitrep – Thursday, 7 October (2021)\n\nShells fell.", "2021-10-07"),
    ("Reporting window: 30 September 2021 – 7 October 2021 (0600)\n\nShells fell.", "2021-10-07"),
    ("Situation Overview (1/10/2021 - 7/10/2021)\n\nShells fell.", "2021-10-07"),
    ("Incident notes, 31 March 2021\n\nDrava (24 Mar): shells fell.", "2021-03-31"),
    ("A long heading of the desk for the coordination of relief in the north, with figures, 7 October 2021, for all "
     "of its districts and towns.\n\nShells fell.", "2021-10-07"),
    ("May 3: Operations in the north\nJoint Command\n2010-05-CA-009\n\nA patrol found arms.", "2010-05-03"),
]  # fmt: skip


@pytest.mark.parametrize(("report", "day"), BORNE)
def test_a_report_bears_its_date(report: str, day: str) -> None:
    assert dateline(report) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "report",
    [
        "Shells fell on Monday.",
        "He was born in Drava on 3 May 1961 and died in the siege, his sister said on the phone from her new home.",
        "Drava, no date (Agency) -- Our fighters came.",
        "",
    ],
)
def test_a_text_that_bears_none_has_none(report: str) -> None:
    assert dateline(report) is None


@pytest.mark.parametrize("written", ["26TH MARCH 2021", "March 26TH, 2021", "26Th of March 2021"])
def test_a_dateline_in_capitals_is_read_too(written: str):
    assert dateline(f"{written} — Shells fell on the town.") == date(2021, 3, 26)
