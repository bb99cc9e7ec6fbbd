"""Extraction as data: own sentences in every register, what they claim, and whether the rules find it yet.

A case is `expect = "pass"` unless it says `expect = "fail"`. A failing case that begins to pass must be marked so:
that is how progress is kept.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bot.claims.model import Mention, Polarity
from bot.extraction.extract import extract

HERE = Path(__file__).parent
_LINE = re.compile(
    r"(?P<kind>[a-z_]+)(?: (?P<action>[a-z_]+(?<!denied)|-))?(?: (?P<figure>\d+\.\.\d+|\d+\.\.|\.\.\d+|\d+|\?))?"
    r"(?P<denied> denied)?(?: @ (?P<place>.+?))?(?: by (?P<source>.+))?"
)


@dataclass(frozen=True)
class Wanted:
    """What a mention must say; a place or source of None may be any."""

    core: str
    place: str | None
    source: str | None

    def fits(self, mention: Mention) -> bool:
        place = mention.place.name if mention.place else None
        source = mention.attribution.source if mention.attribution else None
        return (
            self.core == core(mention)
            and (self.place is None or self.place == place)
            and (self.source is None or _bare(self.source) == _bare(source or ""))
        )


@dataclass(frozen=True)
class Case:
    """A text of a register, and every mention that it holds."""

    register: str
    text: str
    published: date
    mentions: tuple[str, ...]
    optional: tuple[str, ...]  # what may be read in it or not, such as a mere “after the raid”
    passes: bool


def core(mention: Mention) -> str:
    """Kind, action, figure and polarity in the words of the case files; the form of an attack is left open."""
    told = mention.casualties or mention.count
    action = figure = ""
    if mention.casualties:
        action = mention.casualties.effect or "-"
    elif mention.count:
        action = mention.count.action or "-"
    elif mention.control:
        action = mention.control.action
    if told:
        figure = _figure(told.count.low, told.count.high)
    denied = "denied" if mention.polarity is Polarity.DENIED else ""
    return " ".join(part for part in (mention.kind, action, figure, denied) if part)


def _figure(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return "?"
    if low == high:
        return str(low)
    return f"{'' if low is None else low}..{'' if high is None else high}"


def _bare(source: str) -> str:
    return source.casefold().removeprefix("the ").replace("’", "'")


def wanted(line: str) -> Wanted:
    read = _LINE.fullmatch(line)
    assert read, line
    parts = (read["kind"], read["action"], read["figure"], "denied" if read["denied"] else "")
    return Wanted(" ".join(part for part in parts if part), read["place"], read["source"])


def missed(case: Case) -> str:
    """What is missing or too much, in words; empty when the text says exactly what it should."""
    left = list(extract(case.text, case.published))
    told = [
        f"{core(one)} @ {one.place and one.place.name} by {one.attribution and one.attribution.source}" for one in left
    ]
    for line in case.mentions:
        found = next((one for one in left if wanted(line).fits(one)), None)
        if found is None:
            return f"not found: {line}; found: {told}"
        left.remove(found)
    left = [one for one in left if not any(wanted(line).fits(one) for line in case.optional)]
    return f"too much: {[core(one) for one in left]}" if left else ""


def cases() -> list[Case]:
    return [case for file in sorted(HERE.glob("*.toml")) for case in _cases(file)]


def _cases(file: Path) -> list[Case]:
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    return [
        Case(
            file.stem,
            one["text"],
            told["published"],
            tuple(one["mentions"]),
            tuple(one.get("optional", ())),
            one.get("expect", "pass") == "pass",
        )
        for one in told["case"]
    ]


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.register}: {case.text[:50]}")
def test_a_sentence_says_what_it_claims(case: Case) -> None:
    problem = missed(case)
    if case.passes:
        assert not problem, problem
    else:
        assert problem, "this case passes now: take away its expect = fail"


def test_there_are_cases_of_every_register_and_most_pass() -> None:
    known = cases()

    assert {case.register for case in known} >= {
        "wire",
        "live_blog",
        "communique",
        "situation_report",
        "radio",
        "notes",
    }
    assert sum(case.passes for case in known) > len(known) / 2
