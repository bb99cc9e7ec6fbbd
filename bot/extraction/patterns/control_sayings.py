"""Sayings of control: idioms of places that are taken, held, left or fought for, with who does it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.lexicon.control_idioms import IDIOMS
from bot.extraction.lexicon.idiom_forms import by_first_word, read_idioms
from bot.extraction.patterns.gate import Sign
from bot.extraction.patterns.idioms import Match, match_at, signs_of_idioms
from bot.extraction.scene import Finding, Scene

KIND = "territorial_control"
_IDIOMS = read_idioms(IDIOMS)
_BY_FIRST = by_first_word(_IDIOMS)
FIRSTS = _BY_FIRST.keys()


def signs_of_sayings() -> Iterator[Sign]:
    """What sets the idioms off."""
    return signs_of_idioms(_IDIOMS)


def read_saying(scene: Scene, at: int) -> Finding | None:
    """The idiom that begins at a word."""
    match = match_at(scene, at, _BY_FIRST)
    return _as_control(match) if match else None


def _as_control(match: Match) -> Finding:
    """Who does it and to what: the subject, or what stands in the slots."""
    slot, filled = match.idiom.subject, match.filled
    acts = match.subject if slot in ("A", "M", "N") else filled.get("A") or filled.get("M")
    where = filled.get("P") or filled.get("T") or (match.subject if slot in ("P", "T") else None) or filled.get("X")
    return Finding(
        KIND, match.idiom.action, match.start, match.end, match.at, f"control.idiom.{match.idiom.name}",
        actor=acts.words if acts else match.whose, object=where.words if where else None,
    )  # fmt: skip
