"""Anyone: “denied that anyone had fled”, “denied that anybody was abducted”: all are meant, nobody is counted."""

from __future__ import annotations

from collections.abc import Iterator

from bot.claims.model import Interval
from bot.extraction.lexicon.verb_forms import FORMS_OF, SENSES, Form, Sense
from bot.extraction.lexicon.verbs import OBJECT
from bot.extraction.patterns.gate import Gate
from bot.extraction.scene import Finding, Scene

_ANYONE = frozenset("anyone anybody".split())
_KINDS = frozenset("casualties displacement detention deployment".split())
_HELPERS = frozenset("had has have was were been is are being ever even since already".split())
_BE = frozenset("was were been is are being".split())
_DONE = {
    word: next(sense for sense in senses if sense.kind in _KINDS)
    for word, senses in SENSES.items()
    if {Form.PAST, Form.PARTICIPLE} & FORMS_OF[word] and any(sense.kind in _KINDS for sense in senses)
}
GATE = Gate([(anyone, verb) for anyone in _ANYONE for verb in _DONE])


def find_anyone(scene: Scene) -> Iterator[Finding]:
    """What is said of “anyone”, which only a denial does."""
    for at in scene.spots(_ANYONE):
        verb = at + 1
        while scene.low(verb) in _HELPERS:
            verb += 1
        sense = _DONE.get(scene.low(verb))
        if sense is None or not _is_done(sense, scene.lows(at + 1, verb)):
            continue
        rule = f"{sense.kind}.subject.anyone"
        yield Finding(sense.kind, sense.label, at, verb + 1, verb, rule, Interval(), "people")


def _is_done(sense: Sense, helpers: list[str]) -> bool:
    """Whether those were arrested, or fled: “anyone arrested somebody” is of somebody else."""
    return sense.role != OBJECT or not _BE.isdisjoint(helpers)
