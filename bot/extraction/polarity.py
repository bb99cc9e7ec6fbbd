"""Polarity: whether a stretch is denied by its speaker, or said not to have happened."""

from __future__ import annotations

from itertools import pairwise

from bot.extraction.scene import Finding, Scene

_DENIALS = frozenset(
    "denied denies deny denying rejected rejects rejecting reject refute dispute dismiss refuted "
    "refutes refuting dismissed dismisses dismissing disputed disputes disputing "
    "scoffed scoffs ridiculed ridicules rubbished rubbishes debunked debunks contradicted contradicts".split()
)
_NEGATIONS = frozenset(
    "not never n't didn't haven't hasn't hadn't wasn't weren't isn't aren't don't doesn't without".split()
)
_ENDS = frozenset("; : but while and claiming saying adding insisting".split())


_TALE = frozenset(
    "claim claims report reports reporting allegation allegations announcement assertion assertions statement "
    "statements rumour rumours rumor rumors information news suggestion suggestions story stories talk "
    "accusation accusations".split()
)
_FALSE = frozenset(
    "false untrue baseless fabricated unfounded fake lie lies nonsense propaganda disinformation fiction invented "
    "fabrication fabrications groundless invention bogus pure discountenanced debunked refuted".split()
)


def _called_false(scene: Scene, found: Finding) -> bool:
    """“The claim that our forces withdrew from the city is false”, “… does not correspond to reality”."""
    if not _TALE & set(scene.lows(found.start - 12, found.at)):
        return False
    after = scene.lows(found.end, found.end + 16)
    if "." in after:
        after = after[: after.index(".")]
    plain = bool(_FALSE & set(after)) and bool({"is", "are", "was", "were", "as"} & set(after))
    return plain or ("not" in after and bool({"true", "correspond", "reality", "accurate"} & set(after)))


def _not_so(before: list[str]) -> bool:
    """“There is no truth in the rumour that …”, “it is not true that …”."""
    pairs = set(pairwise(before))
    if {("no", "truth"), ("untrue", "that"), ("false", "that")} & pairs:
        return True
    return ("true", "that") in pairs and "not" in before


def denied(scene: Scene, found: Finding) -> bool:
    """Whether a denying verb rules the finding: “denied that any soldier was killed”."""
    if _called_false(scene, found):
        return True
    if _not_so(scene.lows(found.start - 9, found.start)):
        return True
    for index in range(found.at - 1, max(-1, found.at - 16), -1):
        low = scene.low(index)
        if low in _DENIALS:
            return True
        if low in _ENDS and index < found.start:
            return False
    return False


def _before(scene: Scene, at: int) -> list[str]:
    """The five words before the verb; what stands in brackets is an aside."""
    words = scene.lows(at - 5, at)
    last = next((index for index in range(len(words) - 1, -1, -1) if words[index] in (")", "]")), -1)
    return words[last + 1 :]


def negated(scene: Scene, found: Finding) -> bool:
    """Whether the verb itself is negated: “had not carried out any air strikes”."""
    if scene.lows(found.start, found.start + 3)[:1] in (["no"], ["not"]) and scene.low(found.start + 2) == "than":
        return False  # “no fewer than 600” is a figure
    if any(low in _NEGATIONS for low in _before(scene, found.at)):
        return True
    return (found.kind not in ("casualties",) and found.interval.high == 0) or scene.low(found.start) in (
        "no",
        "neither",
        "none",
    )
