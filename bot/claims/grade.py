"""Grade: what a claim's sources say of it, apart from what reviewers decided. After Airwars."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.claims.relations import Reason


class Grade(StrEnum):
    """How well sourced a claim is; the word is the one that cards show."""

    SINGLE_SOURCE = "single-source"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    ACKNOWLEDGED = "acknowledged"


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade, how many independent sources were counted, and why."""

    grade: Grade
    sources: int
    reasons: tuple[Reason, ...]
