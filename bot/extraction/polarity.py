"""Polarity: whether a stretch is denied by its speaker, or said not to have happened."""

from __future__ import annotations

from itertools import pairwise

from bot.extraction.lexicon.grammar import BE, DETERMINERS
from bot.extraction.scene import Finding, Scene

_DENIALS = frozenset(
    "denied denies deny denying rejected rejects rejecting reject refute dispute dismiss refuted "
    "refutes refuting dismissed dismisses dismissing disputed disputes disputing "
    "denial denials repudiated repudiates rebutted rebuts contested contests belied belies disowned disowns "
    "scoffed scoffs ridiculed ridicules rubbished rubbishes debunked debunks contradicted contradicts".split()
)
_NEGATIONS = frozenset(
    "not never n't didn't haven't hasn't hadn't wasn't weren't isn't aren't don't doesn't without".split()
)
_WAVED_OFF = frozenset(
    {
        ("laughed", "off"),
        ("laughs", "off"),
        ("brushed", "off"),
        ("brushed", "aside"),
        ("shrugged", "off"),
        ("waved", "away"),
    }
    | {("poured", "scorn"), ("lie", "to"), ("waved", "aside"), ("swept", "aside"), ("contrary", "to"), ("paid", "to")}
)
_OF_THINGS = frozenset("contested disputed rejected dispute disputes denied".split())
_REFUSED_THEM = frozenset("bail entry access permission aid food water visas visa treatment wrongdoing medical".split())
_CALLED = frozenset(
    "called calls calling branded brands labelled labeled described describes termed dubbed decried".split()
)
_REFUSED = frozenset("denied rejected dismissed refuted disputed rebutted contradicted".split())
_ENDS = frozenset("; : but while and claiming saying adding insisting".split())


_MOMENTS = frozenset("time point stage moment way".split())
_HAPPENED = frozenset("took take taken happened happen occurred occur".split())
_DELIBERATE = frozenset("execute murder massacre slaughter behead lynch assassinate".split())
_TALE = frozenset(
    "claim claims report reports reporting allegation allegations announcement assertion assertions statement "
    "statements rumour rumours rumor rumors information news suggestion suggestions story stories talk "
    "accusation accusations".split()
)
_FALSE = frozenset(
    "false untrue baseless fabricated unfounded fake lie lies nonsense propaganda disinformation fiction invented "
    "fabrication fabrications groundless invention bogus pure discountenanced debunked refuted".split()
)


_SIGNS = _DENIALS | _FALSE | _REFUSED | {word for pair in _WAVED_OFF for word in pair if word not in ("to", "off")}
_SIGNS |= {"truth", "true", "correspond", "reality", "accurate", "special", "psychological"}
"""Words without one of which nothing is denied."""
REACH = 22
"""Words between a denying verb and what it denies."""


def _called_false(scene: Scene, found: Finding) -> bool:
    """“The claim that our forces withdrew from the city is false”, “… does not correspond to reality”."""
    if not _TALE & set(scene.lows(found.start - 12, found.at)):
        return False
    after = scene.lows(found.end, found.end + 16)
    if "." in after:
        after = after[: after.index(".")]
    if _CALLED & set(scene.lows(found.start - 16, found.at)) and _FALSE & set(scene.lows(found.at, found.end + 16)):
        return True  # “called rebel claims of 50 dead pure invention”
    if not {("special", "war"), ("psychological", "war"), ("psychological", "warfare")}.isdisjoint(pairwise(after)):
        return True
    if any(one in BE and two in _REFUSED for one, two in pairwise(after)):
        return True  # “a claim to have killed 80 was denied by the army”
    plain = bool(_FALSE & set(after)) and bool({"is", "are", "was", "were", "as"} & set(after))
    return plain or ("not" in after and bool({"true", "correspond", "reality", "accurate"} & set(after)))


def _not_so(before: list[str]) -> bool:
    """“There is no truth in the rumour that …”, “it is not true that …”."""
    pairs = set(pairwise(before))
    if ("no", "truth") in pairs or any((word, "that") in pairs for word in _FALSE):
        return True
    if not _WAVED_OFF.isdisjoint(pairs):
        return True
    return ("true", "that") in pairs and "not" in before


def denied(scene: Scene, found: Finding) -> bool:
    """Whether a denying verb rules the finding: “denied that any soldier was killed”."""
    if _SIGNS.isdisjoint(scene.vocabulary):
        return False
    if _called_false(scene, found):
        return True
    if _not_so(scene.lows(found.start - 12, found.start)):
        return True
    return _denial_before(scene, found)


def _denial_before(scene: Scene, found: Finding) -> bool:
    for index in range(found.at - 1, max(-1, found.at - REACH), -1):
        low = scene.low(index)
        if low in _DENIALS and not _of_something_else(scene, index):
            return True
        if low in _ENDS and index < found.start:
            return False
    return False


def _of_something_else(scene: Scene, at: int) -> bool:
    """“The contested town”, “a man denied bail”, “disputes this, saying that …”."""
    named = scene.low(at) in _OF_THINGS and scene.low(at - 1) in DETERMINERS
    else_said = scene.low(at + 1) in ("this", "it", "that") and scene.low(at + 2) in (",", "and", ";")
    return named or else_said or scene.low(at + 1) in _REFUSED_THEM


def _before(scene: Scene, at: int) -> list[str]:
    """The five words before the verb; what stands in brackets is an aside."""
    words = scene.lows(at - 5, at)
    last = next((index for index in range(len(words) - 1, -1, -1) if words[index] in (")", "]")), -1)
    return words[last + 1 :]


def _never_happened(after: list[str]) -> bool:
    """“The attack never took place”, “the raid did not happen”."""
    return not _NEGATIONS.isdisjoint(after[:3]) and not _HAPPENED.isdisjoint(after)


def negated(scene: Scene, found: Finding) -> bool:
    """Whether the verb itself is negated: “had not carried out any air strikes”."""
    if scene.lows(found.start, found.start + 3)[:1] in (["no"], ["not"]) and scene.low(found.start + 2) == "than":
        return False  # “no fewer than 600” is a figure
    if any(low in _NEGATIONS for low in _before(scene, found.at)):
        return True
    if any(one == "no" and two in _MOMENTS for one, two in pairwise(scene.lows(found.at - 8, found.at))):
        return True  # “at no time did our soldiers open fire”
    if ".noun." in found.rule and found.kind == "attack" and _never_happened(scene.lows(found.end, found.end + 5)):
        return True
    if found.label == "contested":
        return False  # “neither side can call the town its own”
    return (found.kind not in ("casualties",) and found.interval.high == 0) or scene.low(found.start) in (
        "no",
        "neither",
        "none",
    )


def nobody_denied(scene: Scene, found: Finding) -> bool:
    """“Contrary to their claims, not one man was killed”, “no prisoners were executed”: none, as a reply."""
    if found.kind != "casualties" or found.interval.high != 0 or found.rule.startswith("casualties.noun"):
        return False
    if found.rule.rpartition(".")[2] in _DELIBERATE:
        return True
    before = scene.lows(found.start - 14, found.start)
    return _denial_before(scene, found) or ("contrary", "to") in pairwise(before)
