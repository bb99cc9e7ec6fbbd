"""Presence: fighters who are in a place, or were driven out of one; a town whose people are gone."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.groups import Group
from bot.extraction.lexicon.grammar import HAVE
from bot.extraction.lexicon.inflection import INFLECTIONS
from bot.extraction.lexicon.victims import ARMED
from bot.extraction.patterns.arguments import subject, verb_group
from bot.extraction.patterns.control_phrasing import ACTORS
from bot.extraction.patterns.gate import Gate, each_of
from bot.extraction.patterns.slots import is_seat
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

KIND = "territorial_control"
_IS = frozenset("is are 're been was were".split())
_INSIDE = frozenset(("inside",))
_WAS = frozenset("been was were".split())
_IN = frozenset("in inside".split())
_VERBS = ("DRIVE", "PUSH", "FORCE", "FLUSH", "CHASE", "THROW", "OUST", "EXPEL", "DISLODGE", "EVICT")
_DRIVES = frozenset(form for verb in _VERBS for form in INFLECTIONS[verb])
_FIGHTERS = ARMED | {"militants", "rebels"}
_EMPTY = frozenset("emptied deserted depopulated".split())
_AWAY = frozenset("out from back".split())
_STILL = frozenset("still now already back".split())
GATE = Gate(
    [
        *((be, where) for be in _IS for where in _IN),
        ("still", "there"),
        ("still", "inside"),
        *((drives, away) for drives in _DRIVES for away in _AWAY),
    ]
)
EMPTIED = Gate(each_of(_EMPTY))


def find_presence(scene: Scene) -> Iterator[Finding]:
    """“Gunmen are in the town”; “the army drove the rebels out of Bor”."""
    for at in scene.spots(_INSIDE) if "still" in scene.vocabulary else ():
        actor = scene.group_at(at - 2)
        if scene.low(at - 1) == "still" and actor and _fighters(actor) and scene.group_at(at + 1) is None:
            yield Finding(KIND, "holds", actor.start, at + 1, at, "control.presence.inside", actor=actor.words)
    for at in scene.spots(_IS | _DRIVES):
        found = (_inside(scene, at) or _driven(scene, at)) if at else None
        if found is not None:
            yield found


def find_emptied(scene: Scene) -> Iterator[Finding]:
    """“The city has emptied”, “the village is deserted”."""
    for at in scene.spots(_EMPTY):
        if at:
            verb = verb_group(scene, at)
            group = subject(scene, verb.start, frozenset({About.POSITION, About.NAME})) if verb.helped else None
            if group and is_seat(group):
                yield Finding("displacement", "fled", group.start, at + 1, at, "displacement.presence.emptied")


def _inside(scene: Scene, at: int) -> Finding | None:
    if scene.low(at) not in _IS:
        return None
    where = at + 1 + (scene.low(at + 1) in _STILL)
    past = scene.low(at) in _WAS
    actor = scene.group_at(at - 1 - (scene.low(at - 1) in HAVE))
    if scene.low(at + 1) == "still" and scene.low(where) == "there" and actor is not None and _fighters(actor):
        return Finding(KIND, "holds", actor.start, where + 1, at, "control.presence.there", actor=actor.words)
    if scene.low(where) not in _IN or (past and (scene.low(where) != "inside" or _on_duty(actor))):
        return None
    place = scene.group_at(where + 1)
    if actor is None or place is None or not _fighters(actor) or not (is_seat(place) or place.words[0].isupper()):
        return None
    holds = scene.low(at + 1) == "still"
    return Finding(
        KIND, "holds" if holds else "entered", actor.start, place.end, at, "control.presence.inside",
        actor=actor.words, object=place.words,
    )  # fmt: skip


def _on_duty(group: Group | None) -> bool:
    return group is not None and group.noun in ("guards", "guard", "police", "security", "personnel", "policemen")


def _fighters(group: Group) -> bool:
    return group.about is About.FORCE or (group.about is About.PEOPLE and group.noun in _FIGHTERS)


def _a_people(group: Group) -> bool:
    """“The Russians”, “the Houthis”."""
    return group.noun.endswith("s") and group.words.split()[-1][:1].isupper()


def _driven(scene: Scene, at: int) -> Finding | None:
    if scene.low(at) not in _DRIVES or scene.vocabulary.isdisjoint(_AWAY):
        return None
    beaten = scene.group_at(at + 1) or scene.group_at(at + 2)
    if beaten is None or not (_fighters(beaten) or beaten.noun in ("them", "enemy") or _a_people(beaten)):
        return None
    tail = scene.lows(beaten.end, beaten.end + 2)
    if (
        tail[:1] == ["out"]
        and scene.low(beaten.end + 1) in (".", ",", ";", "”", '"', "again", "")
        and beaten.noun == "them"
    ):
        actor = subject(scene, verb_group(scene, at).start, ACTORS)
        return Finding(
            KIND, "repelled", actor.start if actor else at, beaten.end + 1, at, "control.presence.driven_out",
            actor=actor.words if actor else None,
        )  # fmt: skip
    behind = beaten.end + (2 if tail == ["out", "of"] else 1)
    place = scene.group_at(behind) or scene.group_at(behind + 1)
    if tail == ["back", "from"]:
        place = scene.group_at(beaten.end + 2) or scene.group_at(beaten.end + 3)
    if (
        not (tail == ["out", "of"] or tail[:1] == ["from"] or tail[:1] == ["back"])
        or place is None
        or not is_seat(place)
    ):
        return None
    actor = subject(scene, verb_group(scene, at).start, ACTORS)
    return Finding(
        KIND, "repelled", actor.start if actor else at, place.end, at, "control.presence.driven_out",
        actor=actor.words if actor else None, object=place.words,
    )  # fmt: skip
