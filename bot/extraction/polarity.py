"""Polarity: whether a stretch is denied by its speaker, or said not to have happened."""

from __future__ import annotations

from bot.extraction.scene import Finding, Scene

_DENIALS = frozenset(
    "denied denies deny denying rejected rejects rejecting refuted refutes refuting dismissed dismisses "
    "dismissing disputed disputes disputing".split()
)
_NEGATIONS = frozenset(
    "not never n't didn't haven't hasn't hadn't wasn't weren't isn't aren't don't doesn't without".split()
)
_ENDS = frozenset("; : but while and claiming saying adding insisting".split())


def denied(scene: Scene, found: Finding) -> bool:
    """Whether a denying verb rules the finding: “denied that any soldier was killed”."""
    for index in range(found.at - 1, max(-1, found.at - 16), -1):
        low = scene.low(index)
        if low in _DENIALS:
            return True
        if low in _ENDS and index < found.start:
            return False
    return False


def negated(scene: Scene, found: Finding) -> bool:
    """Whether the verb itself is negated: “had not carried out any air strikes”."""
    if scene.lows(found.start, found.start + 3)[:1] in (["no"], ["not"]) and scene.low(found.start + 2) == "than":
        return False  # “no fewer than 600” is a figure
    if any(low in _NEGATIONS for low in scene.lows(found.at - 5, found.at)):
        return True
    return (found.kind not in ("casualties",) and found.interval.high == 0) or scene.low(found.start) in (
        "no",
        "neither",
        "none",
    )
