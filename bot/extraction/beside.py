"""Beside: a quote that goes on to a place which the event was only near, for “in” would say more than the report."""

from __future__ import annotations

import re
from functools import lru_cache

REACH = 24  # characters that may stand between a clause and the word “near”

_BESIDE = (
    r"(?:near|outside|close to|on the (?:outskirts|edge) of"
    r"|(?:just )?(?:north|south|east|west|(?:north|south)-?(?:east|west)) of)"
)


@lru_cache(maxsize=256)
def _phrase(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_BESIDE} (?:the )?(?:\w+ (?:of )?){{0,2}}?{re.escape(name)}", re.IGNORECASE)


def with_its_place(text: str, start: int, end: int, sentence: tuple[int, int], name: str) -> tuple[int, int]:
    """The stretch, with “near Kupiansk” where that stands right behind it or opens its sentence.

    >>> with_its_place("Shells killed two near Lyman.", 7, 17, (0, 29), "Lyman")
    (7, 28)
    """
    behind = _phrase(name).search(text, end, min(sentence[1], end + REACH + 40 + len(name)))
    if behind and behind.start() - end <= REACH and not _another(text[end : behind.start()]):
        return start, behind.end()
    opening = _phrase(name).match(text, sentence[0])
    if opening and opening.end() <= start <= opening.end() + REACH:
        return sentence[0], end
    return start, end


def _another(between: str) -> bool:
    """Whether what stands between tells of something else."""
    return any(mark in between for mark in (",", ";", ":", " and ", " but ", "“", '"'))
