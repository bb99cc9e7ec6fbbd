"""Relations as data: pairs of reports by people who had not seen the code, and what a fresh reader says of each.

Both texts are extracted; of the pairs of claims that relate, the one that overlaps both quotes best is taken. Figures
are kept for all pairs and apart for the even ones: their texts were not read while the rules were made, only on which
axis they failed.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from bot.claims.relations import Relation, Told
from bot.matching.figures import Fit, compare
from bot.matching.likeness import copied
from bot.matching.reading import read_told
from bot.matching.relating import Related, relate
from bot.reader.telling import Report, told_in

HERE = Path(__file__).parent
LABELS = (*(relation.value for relation in Relation), "none")
FLOOR = 0.85  # of the macro F1, on all pairs and on each half of them


@dataclass(frozen=True)
class Case:
    """A labelled pair and what was made of it."""

    name: str
    odd: bool
    wanted: str
    found: str
    independent: bool | None
    counted_apart: bool | None
    extracted: bool
    apart: bool
    why: str


def _overlap(told: Told, start: int, end: int) -> float:
    shared = min(end, told.mention.end) - max(start, told.mention.start)
    return max(0, shared) / min(end - start, told.mention.end - told.mention.start)


def _score(told: Told, text: str, quote: str) -> float:
    start = text.find(quote)
    return _overlap(told, start, start + len(quote))


def _best(found: Iterable[Related], pair: dict) -> Related | None:
    """The related pair that overlaps both quotes by half of the shorter, the longest quotes first."""
    fitting = [one for one in found if _is_meant(one.older, pair["a"]) and _is_meant(one.newer, pair["b"])]
    return max(fitting, key=lambda one: len(one.older.mention.quote) + len(one.newer.mention.quote), default=None)


def _is_meant(told: Told, side: dict) -> bool:
    return _score(told, side["text"], side["quote"]) >= 0.5


def _tolds(pair: dict) -> tuple[list[Told], list[Told]]:
    a, b = pair["a"], pair["b"]
    copy = "one text" if copied(a["text"], b["text"]) else None
    older = told_in(Report(a["text"], a["source"], a["date"]), copy)
    return older, told_in(Report(b["text"], b["source"], b["date"]), copy)


def _case(name: str, odd: bool, pair: dict) -> Case:
    older, newer = _tolds(pair)
    found = _best(relate(older, newer), pair)
    return Case(
        name=name,
        odd=odd,
        wanted=pair["relation"],
        found=found.judgement.relation.value if found else "none",
        independent=pair.get("independent"),
        counted_apart=found.independent if found else None,
        extracted=any(_is_meant(told, pair["a"]) for told in older)
        and any(_is_meant(told, pair["b"]) for told in newer),
        apart=bool(found) and _figures_apart(found),
        why=pair["why"],
    )


def _figures_apart(found: Related) -> bool:
    older, newer = read_told(found.older), read_told(found.newer)
    if older.denied or newer.denied or not (older.counted and newer.counted):
        return False
    return compare(older.counted.figure, newer.counted.figure) is Fit.APART


@cache
def cases() -> tuple[Case, ...]:
    files = sorted(HERE.glob("*.toml"))
    pairs = [
        (file.stem, n, pair) for file in files for n, pair in enumerate(tomllib.loads(file.read_text())["pair"], 1)
    ]
    return tuple(_case(f"{name}.{n}", n % 2 == 1, pair) for name, n, pair in pairs)


def scores(of: Sequence[Case]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each label."""
    wanted, found = Counter(case.wanted for case in of), Counter(case.found for case in of)
    right = Counter(case.wanted for case in of if case.wanted == case.found)
    told = {}
    for label in LABELS:
        precision = right[label] / found[label] if found[label] else 0.0
        recall = right[label] / wanted[label] if wanted[label] else 0.0
        told[label] = (precision, recall, 2 * precision * recall / (precision + recall) if right[label] else 0.0)
    return told


def macro(of: Sequence[Case]) -> float:
    return sum(f1 for _, _, f1 in scores(of).values()) / len(LABELS)


def independence(of: Sequence[Case]) -> float:
    """The share of pairs said to be one or two sources that were counted so."""
    labelled = [case for case in of if case.independent is not None and case.wanted == case.found != "none"]
    return sum(case.independent == case.counted_apart for case in labelled) / len(labelled)


def test_there_are_as_many_pairs_as_the_project_asked_for():
    assert len(cases()) >= 300
    assert {case.wanted for case in cases()} == set(LABELS)


@pytest.mark.parametrize("half", ["all", "seen", "unseen"])
def test_relations_are_told_as_a_fresh_reader_tells_them(half: str):
    of = [case for case in cases() if half == "all" or case.odd == (half == "seen")]

    assert macro(of) >= FLOOR, scores(of)


def test_different_figures_are_never_called_the_same():
    assert [case for case in cases() if case.apart and case.found == "same"] == []
    assert [case for case in cases() if case.wanted in ("contradicts", "updates") and case.found == "same"] == []


def test_two_sources_are_told_from_one():
    assert independence(cases()) >= 0.9
