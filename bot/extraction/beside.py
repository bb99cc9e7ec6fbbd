"""Beside: a quote that goes on to a place which the event was only near, for “in” would say more than the report."""

from __future__ import annotations

import re

REACH = 24  # characters that may stand between a clause and the word “near”
_WORDS = 40  # characters of “on the outskirts of the village of”

_LEADS = re.compile(
    r"\b(?:near|outside|close to|on the (?:outskirts|edge) of"
    r"|(?:just )?(?:north|south|east|west|(?:north|south)-?(?:east|west)) of) (?:the )?(?:\w+ (?:of )?){0,2}\Z",
    re.IGNORECASE,
)


def with_its_place(text: str, start: int, end: int, sentence: tuple[int, int], name: str) -> tuple[int, int]:
    """The stretch, with “near Kupiansk” where that stands right behind it or opens its sentence.

    >>> with_its_place("Shells killed two near Lyman.", 7, 17, (0, 29), "Lyman")
    (7, 28)
    """
    behind = text.find(name, end, min(sentence[1], end + REACH + _WORDS + len(name)))
    leads = _LEADS.search(text, end, behind) if behind > 0 else None
    if leads and leads.start() - end <= REACH and not _another(text[end : leads.start()]):
        return start, behind + len(name)
    opening = text.find(name, sentence[0], min(start, sentence[0] + _WORDS + len(name)))
    if opening >= 0 and start - opening - len(name) <= REACH:
        leads = _LEADS.search(text, sentence[0], opening)
        return (sentence[0], end) if leads and leads.start() == sentence[0] else (start, end)
    return start, end


def _another(between: str) -> bool:
    """Whether what stands between tells of something else."""
    return any(mark in between for mark in (",", ";", ":", " and ", " but ", "“", '"'))
