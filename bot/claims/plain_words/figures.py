"""Figures in plain words: an interval as reviewers read it, with its hedge told the same way every time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.claims.model import Interval

_VAGUE = re.compile(
    r"(?:tens|dozens|scores|hundreds|thousands) of (?:thousands|millions)"
    r"|(?:several|a few) (?:dozen|hundred|thousand|million)"
    r"|several|a (?:good )?few|a handful|a small number|dozens|scores|hundreds|thousands|millions|tens"
)
_WITHOUT_OF = ("several", "a few", "a good few")
_MORE = re.compile(r"more than|over|above|upwards?|in excess|exceed|beyond")
_FEWER = re.compile(r"(?<!no )(?<!not )(?:fewer|less) than|under|below")
_NEARLY = re.compile(r"nearly|almost|close (?:to|on)|approaching|just (?:under|short)|virtually")
_SHARES = re.compile(r"\b(many|numerous|countless|most|all|few)\b")
_UNKNOWN_NUMBER = re.compile(r"\b(?:an?|unknown|large|great|huge) (?:\w+ )?numbers?\b|\bunknown\b|\bunspecified\b")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure around its noun: “dozens of” families “(24 or more)”."""

    before: str
    after: str = ""

    def of(self, noun: str) -> str:
        """The noun with its figure."""
        return " ".join(part for part in (self.before, noun, self.after) if part)


def figure(told: Interval) -> str:
    """The figure in words of its own; empty when there is none.

    >>> figure(Interval(10, None, "at least")), figure(Interval(30, 30, "some"))
    ('10 or more', 'about 30')
    >>> figure(Interval(24, None, "dozens of"))
    'dozens (24 or more)'
    """
    hedge = _hedge(told)
    vague = _VAGUE.search(hedge) if told.high is None and told.low is not None else None
    return f"{vague[0]} ({_bounds(told, '')})" if vague else _bounds(told, hedge)


def quantity(told: Interval) -> Quantity:
    """The figure as it goes around a noun; “many” or “an unknown number of” when there is no figure, else nothing."""
    hedge = _hedge(told)
    if told.low is None and told.high is None:
        return Quantity(_share(hedge))
    vague = _VAGUE.search(hedge) if told.high is None else None
    if vague is None:
        return Quantity(_bounds(told, hedge))
    of = "" if vague[0].startswith(_WITHOUT_OF) else " of"
    return Quantity(f"{vague[0]}{of}", f"({_bounds(told, '')})")


def is_vague(told: Interval) -> bool:
    """Whether the figure is only a word for many: “dozens”, “several”."""
    return told.high is None and told.low is not None and _VAGUE.search(_hedge(told)) is not None


def _hedge(told: Interval) -> str:
    return " ".join((told.hedge or "").lower().replace("_", " ").split())


def _share(hedge: str) -> str:
    if share := _SHARES.search(hedge):
        return share[1]
    return "an unknown number of" if _UNKNOWN_NUMBER.search(hedge) else ""


def _bounds(told: Interval, hedge: str) -> str:
    match told.low, told.high:
        case None, None:
            return ""
        case None, int(high):
            return f"fewer than {high:,}" if _FEWER.search(hedge) else f"up to {high:,}"
        case int(low), None:
            return f"more than {low:,}" if _MORE.search(hedge) else f"{low:,} or more"
        case int(low), int(high) if low != high:
            return f"{low:,} to {high:,}"
    return f"{_nearness(hedge)}{told.low:,}"


def _nearness(hedge: str) -> str:
    if not hedge:
        return ""
    return "nearly " if _NEARLY.search(hedge) else "about "
