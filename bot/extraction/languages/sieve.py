"""The sieve: what the words around a finding make of it: no claim, a claim, or the denial of one."""

from __future__ import annotations

from bot.claims.model import Interval, Kind
from bot.extraction.languages.clause import Found, Sense

_BEHIND = 2  # words behind a finding that can still turn it into a wish or a plan


def is_claim(sense: Sense, found: Found) -> bool:
    """Not of what may be or would be, not asked, and no total of a war of years."""
    if sense.lows[-1:] == ["?"] or "¿" in sense.lows[: found.match.end]:
        return False
    begin, end = _clause(sense, found)
    if any(sense.pack.marks.unreal.at(sense.lows, at) for at in range(begin, end)):
        return False
    return found.rule.kind is not Kind.CASUALTIES or not sense.of_long_wars


def _clause(sense: Sense, found: Found) -> tuple[int, int]:
    begin = min(found.match.start, found.at)
    while begin > 0 and not sense.ends_clause(begin - 1):
        begin -= 1
    end = found.match.end
    while end < min(len(sense.lows), found.match.end + _BEHIND) and not sense.ends_clause(end):
        end += 1
    return max(begin - 1, 0), end


def negated(sense: Sense, found: Found) -> bool:
    """Whether a “not” stands right before the word it turns on, and no figure of nobody with it."""
    people = found.match.groups.get("people")
    if people is not None and people.interval == Interval(0, 0):
        return False
    spots = range(max(found.at - 2, 0), found.at + 1)
    ends = (here[0] for at in spots if (here := sense.pack.marks.negations.at(sense.lows, at)))
    return found.rule.fixed is None and any(end in (found.at, found.at + 1) for end in ends)
