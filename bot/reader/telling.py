"""Reports: a text with its day and its outlet, and what it tells, ready to be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from bot.claims.relations import Told
from bot.extraction.dateline import dateline
from bot.extraction.extract import extract
from bot.extraction.sentences import sentence_at

_HEADER = re.compile(r"\s*(?P<label>date|source):?[ \t]+(?P<value>\S.*?)\s*\Z", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_LETTER = re.compile(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Report:
    """A text as it lies on disk, the outlet and the day that its opening lines name."""

    text: str
    outlet: str | None = None
    published: date | None = None


def report(text: str) -> Report:
    """A report with its opening lines `date YYYY-MM-DD` and `source NAME` blanked out, so that offsets stay true.

    >>> report("date 2025-03-12\\nsource Radio Lumen\\nShells fell.").outlet
    'Radio Lumen'
    """
    lines = text.splitlines(keepends=True)
    head = list(takewhile(_is_header, lines))
    found = {match["label"].lower(): match["value"] for line in head if (match := _HEADER.match(line))}
    blank = "".join(_LETTER.sub(" ", line) for line in head)
    body = blank + "".join(lines[len(head) :])
    day = date.fromisoformat(found["date"]) if "date" in found else dateline(body, None)
    return Report(body, found.get("source"), day)


def told_in(one: Report, copy: str | None = None) -> list[Told]:
    """Every mention of a report in reading order, with the sentence it stands in; `copy` as in `Told`."""
    mentions = extract(one.text, one.published)
    return [
        Told(mention, one.outlet, one.published, copy, sentence_at(one.text, mention.start)) for mention in mentions
    ]


def _is_header(line: str) -> bool:
    found = _HEADER.match(line)
    if found is None:
        return False
    return found["label"].lower() == "source" or _is_day(found["value"])


def _is_day(value: str) -> bool:
    try:
        return bool(_DAY.match(value) and date.fromisoformat(value))
    except ValueError:
        return False
