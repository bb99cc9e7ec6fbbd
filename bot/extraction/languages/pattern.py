"""Patterns: how a pack says by which words a claim is made, and how one is matched against a clause.

A pattern is a row of words with slots between: `взя(в,ли) {seat} під контроль`, `{people} ... <died>`. `<died>` is a
list of words that the pack names once; `...` skips a few words of the same clause; a word with `?` behind it may be
missing. The first word that must stand there is what the pattern turns on: matching starts from it, in both directions.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from bot.claims.model import Interval
from bot.extraction.languages.spelling import Table, forms

GAP = "..."
SLOTS = frozenset({"people", "count", "actor", "seat", "town", "speaker"})
_NAMED = re.compile(r"<(\w+)>")


class Group(NamedTuple):
    """Words [start, end) of a clause about one noun.

    `english` names it for people who read English (`many` of its kind, where there can be), `words` is what stands in
    the text. `known` is whether the pack knows the noun, `counted` whether a figure stands with it, `unlisted` whether
    it is a place that no list has.
    """

    start: int
    end: int
    about: str
    english: str
    words: str
    interval: Interval = Interval()
    counted: bool = False
    known: bool = True
    many: str = ""
    unlisted: bool = False


class Clause(Protocol):
    """What a pattern asks of a sentence."""

    @property
    def lows(self) -> Sequence[str]:
        """Its words in small letters."""

    def beside(self, slot: str, at: int, step: int) -> Group | None:
        """The group that begins (step 1) or ends (step -1) with the word at an index."""

    def onward(self, at: int, step: int) -> Iterator[int]:
        """The indices that can be reached from one by skipping words of the same clause, itself first."""


class Element(NamedTuple):
    """One part of a pattern: words, a slot, or a gap."""

    words: Table[bool] | None
    slot: str = ""
    optional: bool = False


class Match(NamedTuple):
    """Words [start, end) and the groups that fill the slots."""

    start: int
    end: int
    groups: Mapping[str, Group]


class Pattern(NamedTuple):
    """A row of elements and the index of the one it turns on."""

    elements: tuple[Element, ...]
    turn: int
    turning: str  # its words as the pack writes them

    def match(self, clause: Clause, at: int) -> Match | None:
        """The match that turns on the word at an index."""
        behind = _walk(self.elements[self.turn + 1 :], clause, at + 1, 1)
        before = _walk(self.elements[: self.turn][::-1], clause, at - 1, -1) if behind else None
        if behind is None or before is None:
            return None
        return Match(before[0] + 1, behind[0], {**before[1], **behind[1]})


class PackError(ValueError):
    """A pack says something that cannot be read."""


def parse(written: str, named: Mapping[str, str], small: Container[str] = ()) -> Pattern:
    """A pattern as a pack writes it; `named` holds the lists of words that it may refer to.

    `small` are words on which none turns that has another one.

    >>> parse("{people} ... <died>", {"died": "загину(в,ли)"}).turn
    2
    """
    parts = written.split()
    spelled = [_NAMED.sub(lambda found: _listed(found[1], named), part) for part in parts]
    elements = tuple(_element(part) for part in spelled)
    firm = [at for at, one in enumerate(elements) if one.words is not None and not one.optional]
    if not firm:
        raise PackError(f"the pattern “{written}” names no word that must stand there")
    turn = next((at for at in firm if not all(form in small for form in forms(spelled[at]))), firm[0])
    return Pattern(elements, turn, spelled[turn])


def _listed(name: str, named: Mapping[str, str]) -> str:
    if name not in named:
        raise PackError(f"there is no list of words called <{name}>")
    return "|".join(named[name].split())


def _element(part: str) -> Element:
    if part == GAP:
        return Element(None, GAP)
    optional, bare = part.endswith("?"), part.removesuffix("?")
    if bare.startswith("{"):
        if (slot := bare.strip("{}")) not in SLOTS:
            raise PackError(f"there is no slot called {bare}")
        return Element(None, slot, optional)
    return Element(Table([(bare, True)]), optional=optional)


_Walked = tuple[int, dict[str, Group]]


def _walk(elements: Sequence[Element], clause: Clause, at: int, step: int) -> _Walked | None:
    """Matches elements from an index on, forwards or backwards: the index behind the last, and the groups."""
    if not elements:
        return at, {}
    first, rest = elements[0], elements[1:]
    if first.slot == GAP:
        spots = clause.onward(at, step)
        return next((found for spot in spots if (found := _walk(rest, clause, spot, step))), None)
    taken = _take(first, clause, at, step)
    further = _walk(rest, clause, taken[0], step) if taken else None
    if taken and further:
        return further[0], {**taken[1], **further[1]}
    return _walk(rest, clause, at, step) if first.optional else None


def _take(element: Element, clause: Clause, at: int, step: int) -> _Walked | None:
    if element.words is not None:
        stands = 0 <= at < len(clause.lows) and clause.lows[at] in element.words
        return (at + step, {}) if stands else None
    group = clause.beside(element.slot, at, step)
    if group is None:
        return None
    return (group.end if step > 0 else group.start - 1), {element.slot: group}
