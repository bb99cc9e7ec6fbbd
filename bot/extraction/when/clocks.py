"""Clocks: the times of a log that look like years (“30 Jul, 1910 – Tikrit”), told by those beside them that cannot."""

from __future__ import annotations

import re

from bot.extraction.when.words import MONTH

_ENTRY = re.compile(
    rf"^\s*\d{{1,2}}\s?{MONTH}(?P<clock>,\s(?P<hour>[01]\d|2[0-3])[0-5]\d)(?=\s?[–—:|-]\s)", re.M | re.I
)
_NO_YEAR = re.compile(r"0|1[0-8]|2[1-9]")


def with_clocks(text: str) -> str:
    """The text, as long as before, with “30 Jul 19:10 – ” for “30 Jul, 1910 – ” where the entries of a log bear times.

    >>> with_clocks("25 Jul, 0815 – Erbil.\\n30 Jul, 1910 – Tikrit.").splitlines()[1]
    '30 Jul 19:10 – Tikrit.'
    """
    entries = list(_ENTRY.finditer(text)) if ", " in text[:_HEAD] else []
    if not any(_NO_YEAR.match(entry["hour"]) for entry in entries):
        return text
    return _ENTRY.sub(_as_a_time, text)


_HEAD = 2_000


def _as_a_time(entry: re.Match[str]) -> str:
    """The entry's beginning with a colon in its time, in place of the comma."""
    hours, minutes = entry["clock"][2:4], entry["clock"][4:]
    return f"{entry[0][: -len(entry['clock'])]} {hours}:{minutes}"
