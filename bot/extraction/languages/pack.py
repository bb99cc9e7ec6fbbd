"""A pack: all that the engine knows of one language, read from a TOML file of `lexicon/packs/`.

Nothing in it is code. `read_pack` makes tables of its words and patterns of its rules, and says what is wrong with it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from bot.claims.model import ControlAction, Effect, Kind
from bot.extraction.languages.dates import DateWords, date_words
from bot.extraction.languages.figures import FigureWords, figure_words
from bot.extraction.languages.names import PlaceWords, place_words
from bot.extraction.languages.pattern import PackError, Pattern, parse
from bot.extraction.languages.spelling import Phrases, Table, any_of, by_phrase, listed

_LABELS: dict[str, set[str]] = {
    Kind.CASUALTIES: {*Effect, ""},
    Kind.TERRITORIAL_CONTROL: {*ControlAction},
}


class Noun(NamedTuple):
    """A noun's English words: one of them, and many."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to say one thing. `label` is the effect or action, empty where casualties are neither dead nor hurt.

    In `examples` the quote stands between ⟦ and ⟧. `fixed` is the figure that the words themselves give: none hurt.
    """

    name: str
    kind: Kind
    label: str
    patterns: tuple[Pattern, ...]
    examples: tuple[str, ...]
    fixed: int | None = None


@dataclass(frozen=True, slots=True)
class GroupWords:
    """Words of groups: who can be harmed, who can take a place, and what can be taken.

    `one` holds the forms that say by themselves that there is one, `two` those of couples; `describing` the adjectives
    with an English word, `adjectives` the endings of any.
    """

    people: Phrases[Noun]
    forces: Phrases[str]
    seats: Phrases[str]
    one: Table[bool]
    two: Table[bool]
    articles: Table[bool]
    describing: Table[str]
    adjectives: tuple[str, ...]
    behind: bool  # whether adjectives stand behind their noun
    ands: Table[bool]


class Speaking(StrEnum):
    """What a reporting clause does with what it reports."""

    SAYS = "says"
    DENIES = "denies"
    DOUBTS = "doubts"  # nobody says so: “could not confirm that …”


class Turn(NamedTuple):
    """A pattern of speech, and what it does."""

    pattern: Pattern
    sense: Speaking


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """How the language says who speaks: patterns with `{speaker}`, the nouns that speak, and those of a party.

    A sentence that begins with one of `backwards` tells who said what stands before it.
    """

    turns: Table[Turn]
    voices: Table[bool]
    parties: Table[bool]
    within: Table[bool]
    pronouns: Table[bool]
    backwards: Phrases[bool]


@dataclass(frozen=True, slots=True)
class Marks:
    """What ends a clause, turns it into its contrary, or makes it no claim: the future, conditions, long wars."""

    breaks: Table[bool]
    small: Table[bool]
    unreal: Phrases[bool]
    negations: Phrases[bool]
    background: Phrases[bool]


@dataclass(frozen=True, slots=True)
class Pack:
    """One language. `turns` are the words on which its rules turn, with the numbers of the patterns to try there."""

    code: str
    name: str
    figures: FigureWords
    groups: GroupWords
    places: PlaceWords
    dates: DateWords
    speech: SpeechWords
    marks: Marks
    rules: tuple[Rule, ...]
    patterns: tuple[tuple[Rule, Pattern], ...]
    turns: Table[int]


def read_pack(toml: str) -> Pack:
    """The pack that a TOML text describes. Raises PackError when it lacks something or names what is not there."""
    told = tomllib.loads(toml)
    try:
        return _pack(told)
    except KeyError as error:
        raise PackError(f"the pack “{told.get('code', '?')}” says nothing of {error}") from error


def _pack(told: Mapping[str, Any]) -> Pack:
    named, marks = told["words"], _marks(told["marks"])
    rules = tuple(_rule(told["code"], row, named, marks.small) for row in told["rule"])
    patterns = tuple((rule, pattern) for rule in rules for pattern in rule.patterns)
    return Pack(
        code=told["code"],
        name=told["name"],
        figures=figure_words(told["figures"]),
        groups=_group_words(told["groups"]),
        places=place_words(told["places"], _never_names(told)),
        dates=date_words(told["dates"]),
        speech=_speech_words(told["speech"], named, marks.small),
        marks=marks,
        rules=rules,
        patterns=patterns,
        turns=Table([(pattern.turning, number) for number, (_, pattern) in enumerate(patterns)]),
    )


def _never_names(told: Mapping[str, Any]) -> str:
    return " ".join((told["marks"]["small"], *told["groups"]["describing"].values()))


def _rule(code: str, row: Mapping[str, Any], named: Mapping[str, str], small: Table[bool]) -> Rule:
    kind, label = Kind(row["kind"]), row["label"]
    if label not in _LABELS.get(kind, set()):
        raise PackError(f"a rule of {kind} cannot say “{label}”")
    patterns = tuple(parse(written, named, small) for written in row["patterns"])
    return Rule(f"{code}.{row['name']}", kind, label, patterns, tuple(row["examples"]), row.get("fixed"))


def _group_words(told: Mapping[str, Any]) -> GroupWords:
    return GroupWords(
        people=Phrases([(phrase, _noun(english)) for english, phrases in told["people"].items() for phrase in phrases]),
        forces=by_phrase(told["forces"]),
        seats=by_phrase(told["seats"]),
        one=listed(told["one"]),
        two=listed(told["two"]),
        articles=listed(told["articles"]),
        describing=Table([(words, english) for english, words in told["describing"].items()]),
        adjectives=tuple(told["adjectives"].split()),
        behind=told["behind"],
        ands=listed(told["ands"]),
    )


def _noun(english: str) -> Noun:
    one, _, many = english.partition("/")
    return Noun(one, many or one)


def _speech_words(told: Mapping[str, Any], named: Mapping[str, str], small: Table[bool]) -> SpeechWords:
    turns = [Turn(parse(written, named, small), sense) for sense in Speaking for written in told[sense]]
    return SpeechWords(
        turns=Table([(turn.pattern.turning, turn) for turn in turns]),
        voices=listed(told["voices"]),
        parties=listed(told["parties"]),
        within=listed(told["within"]),
        pronouns=listed(told["pronouns"]),
        backwards=any_of(told["backwards"]),
    )


def _marks(told: Mapping[str, Any]) -> Marks:
    return Marks(
        breaks=listed(told["breaks"]),
        small=listed(told["small"]),
        unreal=any_of(told["unreal"]),
        negations=any_of(told["negations"]),
        background=any_of(told["background"]),
    )
