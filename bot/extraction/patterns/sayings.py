"""Sayings: idioms of people who move on, are held or sent, and of things that are harmed, with their number."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.groups import Group
from bot.extraction.lexicon.counted_idioms import COUNTED_IDIOMS
from bot.extraction.lexicon.grammar import UNITS
from bot.extraction.lexicon.idiom_forms import by_first_word, read_idioms
from bot.extraction.patterns.arguments import verb_group
from bot.extraction.patterns.gate import Sign
from bot.extraction.patterns.idioms import Match, match_at, signs_of_idioms
from bot.extraction.patterns.listing import listed_before, listed_behind, summed
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

_MEASURES = UNITS | {"hrs", "hr", "mins", "min", "hours", "days", "/", "h", ":"}
_COUNTED = frozenset("WDRG")
_LAW = frozenset(
    "police officers soldiers troops army security agents gendarmes government authorities guards policemen rangers "
    "forces federal customs".split()
)
_IDIOMS = {kind: read_idioms(table) for kind, table in COUNTED_IDIOMS.items()}
_BY_FIRST = {kind: by_first_word(idioms) for kind, idioms in _IDIOMS.items()}


def signs_of_sayings(kind: str) -> Iterator[Sign]:
    """What sets off the idioms of a kind."""
    return signs_of_idioms(_IDIOMS[kind])


def besides(scene: Scene, kind: str, found: list[Finding]) -> Iterator[Finding]:
    """What was found, and what else the idioms of the kind tell."""
    yield from found
    taken = -1
    for at in scene.spots(_BY_FIRST[kind]):
        match = match_at(scene, at, _BY_FIRST[kind]) if at >= taken else None
        told = _told(scene, kind, match) if match else None
        if told is not None and not any(one.start < told.end and told.start < one.end for one in found):
            taken = told.end
            yield told


def _told(scene: Scene, kind: str, match: Match) -> Finding | None:
    first = match.idiom.subject in _COUNTED
    group = match.subject if first else next((one for slot, one in match.filled.items() if slot in _COUNTED), None)
    listed = [] if group is None else (listed_before(scene, group) if first else listed_behind(scene, group))
    label = match.idiom.action if match.idiom.action != "taken" else _taking(scene, match)
    if group is None or (group.about is About.FIGURE and not _stands_for_people(scene, match, group)):
        return None
    start = min([match.start, *(one.start for one in listed if first)])
    if start >= match.end or (group is not None and group.interval.high == 0):
        return None
    return Finding(
        kind, label, start, match.end, match.at, f"{kind}.idiom.{match.idiom.name}",
        summed(listed) if listed else Finding._field_defaults["interval"], _people(group),
        counted=group is not None and group.counted,
    )  # fmt: skip


def _stands_for_people(scene: Scene, match: Match, group: Group) -> bool:
    """“12,200 slept”: a bare figure is people right beside its verb; hours and years are none."""
    if scene.low(group.end) in _MEASURES or (scene.words[group.start].word.isdecimal() and scene.low(group.end) == ","):
        return False
    return group.start > match.at or group.end >= verb_group(scene, match.at).start - 1


def _people(group: Group | None) -> str | None:
    if group is None or (group.about is About.FIGURE and group.words != "others"):
        return None
    return group.words


def _taking(scene: Scene, match: Match) -> str:
    """Police and soldiers arrest, others abduct."""
    return "abducted" if _LAW.isdisjoint(scene.vocabulary) else "arrested"
