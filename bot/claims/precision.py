"""How often a rule of the extraction was right, as reviewers saw it: a claim that they rejected charges its rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

SURE = 1.959964  # of the normal distribution: 95 of 100 intervals hold the true value


@dataclass(frozen=True, slots=True)
class Share:
    """A share as counted, `of` at least 1, and between which borders the true one probably lies."""

    count: int
    of: int

    @property
    def value(self) -> float:
        """From 0 to 1."""
        return self.count / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval, which is honest about small numbers: from 0 to 1.

        >>> [round(border, 2) for border in Share(9, 10).interval]
        [0.6, 0.98]
        """
        spread = SURE * SURE / self.of
        middle = self.value + spread / 2
        half = SURE * sqrt(self.value * (1 - self.value) / self.of + spread / (4 * self.of))
        return max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread))


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """What became of the claims that a rule made: so many were decided, so many of them `rejected` as not a claim."""

    rule: str
    decided: int = 0
    rejected: int = 0

    @property
    def precision(self) -> Share | None:
        """The share that was a claim; None before anything was decided."""
        return Share(self.decided - self.rejected, self.decided) if self.decided else None


def covers(name: str, rule: str) -> bool:
    """Whether a name means this rule: it is the rule's own, or that of its family.

    >>> covers("casualties.noun", "casualties.noun.death_toll"), covers("casualties.no", "casualties.noun")
    (True, False)
    """
    return rule == name or rule.startswith(f"{name}.")


def is_muted(rule: str, muted: Iterable[str]) -> bool:
    """Whether one of these names means the rule."""
    return any(covers(name, rule) for name in muted)


def worst_first(records: Iterable[RuleRecord]) -> list[RuleRecord]:
    """Those of which one can be surest that they err come first."""
    decided = [record for record in records if record.precision]
    return sorted(decided, key=lambda one: (one.precision.interval[1] if one.precision else 1, one.rule))
