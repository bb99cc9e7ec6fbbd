"""The cases of extraction as data: own sentences in every register, and what they claim."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

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


@dataclass(frozen=True)
class Outcome:
    """What became of a case: the wanted mentions that were found or missed, and what was found besides."""

    right: tuple[str, ...]
    missed: tuple[str, ...]
    extra: tuple[Mention, ...]


def outcome(case: Case) -> Outcome:
    """Each mention answers to one wanted line at most; what is optional is neither right nor wrong."""
    left = list(extract(case.text, case.published))
    right, missed = [], []
    for line in case.mentions:
        found = next((one for one in left if wanted(line).fits(one)), None)
        (right if found else missed).append(line)
        if found:
            left.remove(found)
    extra = tuple(one for one in left if not any(wanted(line).fits(one) for line in case.optional))
    return Outcome(tuple(right), tuple(missed), extra)


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
