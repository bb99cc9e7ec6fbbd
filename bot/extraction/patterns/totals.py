"""Totals: “the number of men arrested has risen to 19”, “put the number of people who fled Uvira at 9,000”."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.lexicon.tolls import BRING, PUT, RISES, STATES, TOTALS
from bot.extraction.lexicon.verb_forms import FORMS_OF, SENSES, Form, Sense
from bot.extraction.numbers import Figure, may_begin, read_figure
from bot.extraction.patterns.gate import Gate
from bot.extraction.patterns.tolls import at_least_when_passed
from bot.extraction.scene import Finding, Scene

_KINDS = frozenset("casualties displacement detention deployment damage".split())
_COUNTED_BY = {
    word: next(sense for sense in senses if sense.kind in _KINDS)
    for word, senses in SENSES.items()
    if {Form.PAST, Form.PARTICIPLE} & FORMS_OF[word] and any(sense.kind in _KINDS for sense in senses)
}
_COUNTED_BY |= {word: Sense("casualties", label, "subject", word) for word, label in STATES.items()}
_MOVED = (
    RISES | PUT | BRING | frozenset("cut cuts lowered lowers fallen fell grown grew gone dropped doubled come".split())
)
_LEADS_TO = frozenset("to at reached hit passed exceeded topped is was now been total totalled: :".split())
_BEHIND = frozenset('on in by , . ; ” " from as when after since before over while and but'.split()) | {""}
_BREAKS = frozenset("rose rises risen fell fallen grew grown reached stands stood , . ;".split())
_NEAR = 9  # words between “number of” and what was done to those counted
_FAR = 24  # words between that and the figure
GATE = Gate([(total, verb) for total in TOTALS for verb in _COUNTED_BY])


def find_totals(scene: Scene) -> Iterator[Finding]:
    """The figure of a total of those to whom one thing was done, however far behind it stands."""
    for at in scene.spots(TOTALS):
        verb = counted_by(scene, at)
        figure = _figure(scene, verb + 1, at) if verb is not None else None
        if verb is None or figure is None:
            continue
        sense = _COUNTED_BY[scene.low(verb)]
        start = at - 1 if scene.low(at - 1) == "the" else at
        yield Finding(
            sense.kind, sense.label or None, start, max(figure.end, verb + 1), at, f"{sense.kind}.noun.total",
            figure.interval, _people(scene, at), counted=True,
        )  # fmt: skip


def counted_by(scene: Scene, at: int) -> int | None:
    """Where the word stands that says what was done to those whom a total counts; None where it counts none."""
    begin = at + 2 if scene.low(at + 1) == "of" else at + 1
    for index in range(begin, min(scene.length, begin + _NEAR)):
        low = scene.low(index)
        if low in _COUNTED_BY:
            return index
        if low in _BREAKS:
            return None
        if begin == at + 1 and low not in ("still", "now", "newly"):
            return None  # “the number detained”, and not every number that is followed by a verb
    return None


def _figure(scene: Scene, begin: int, at: int) -> Figure | None:
    moved = bool(set(scene.lows(at - 4, at)) & (_MOVED | {"revised", "raised"}))
    for index in range(begin, min(scene.length, begin + _FAR)):
        low = scene.low(index)
        if low in (";", "."):
            return None
        moved = moved or low in _MOVED
        if moved and scene.low(index - 1) in _LEADS_TO and may_begin(low):
            figure = read_figure(scene.words, index)
            if figure and figure.number and scene.low(figure.end) in _BEHIND:
                return at_least_when_passed(scene, figure)
    return None


def _people(scene: Scene, at: int) -> str | None:
    group = scene.group_at(at + 2) if scene.low(at + 1) == "of" else None
    return group.words if group else None
