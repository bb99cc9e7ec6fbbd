"""Phrases of control: “took control of the port”, “fell to the rebels”, “were driven out”."""

from __future__ import annotations

from bot.extraction.groups import Group
from bot.extraction.lexicon.attacks import ATTACK_NOUNS, WEAPONS
from bot.extraction.lexicon.control_phrases import control_table
from bot.extraction.lexicon.roles import TITLES
from bot.extraction.lexicon.things import VEHICLES
from bot.extraction.lexicon.victims import ARMED, SINGULAR
from bot.extraction.patterns.arguments import right_group, subject, verb_group
from bot.extraction.patterns.phrasing import phrase_end
from bot.extraction.patterns.slots import armed, is_seat
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

KIND = "territorial_control"
ACTORS = frozenset({About.PEOPLE, About.FORCE, About.NAME, About.PRONOUN})
SEATS = frozenset({About.POSITION, About.NAME, About.THING, About.OTHER})
HELD = SEATS | {About.PRONOUN, About.FIGURE}
PHRASES = control_table()
ATTACKS = frozenset(ATTACK_NOUNS) | {
    "advance",
    "advances",
    "attempt",
    "attempts",
    "push",
    "attackers",
    "enemy",
    "infiltration",
    "breakthrough",
    "elements",
    "landing",
}
_CIVILIANS = frozenset(
    "people resident residents family families household households villager villagers civilian civilians inhabitants "
    "women children refugees migrants worker workers patients students pupils staff passengers farmers herders locals "
    "persons others journalists reporters prisoners detainees hostages idps".split()
)
_FALLING = frozenset("rain snow night silence darkness prices temperatures hail ash dusk debris shrapnel".split())
CLEARED_OF = frozenset({About.FORCE, About.PEOPLE, About.NAME})


def read_phrase(scene: Scene, at: int) -> Finding | None:
    for words, action, around in PHRASES.get(scene.small[at], ()):
        end = phrase_end(scene, at, words)
        if end is None:
            continue
        found = _around(scene, at, end, action, around, "_".join(words))
        if found is not None:
            return found
    return None


def _around(scene: Scene, at: int, end: int, action: str, around: str, name: str) -> Finding | None:
    rule, behind = f"control.phrase.{name}", right_group(scene, end - 1, 3)
    if around == "over":
        return _over(scene, at, end, action, rule, behind)
    if name.startswith(("tactical", "orderly", "strategic")):
        return Finding(KIND, action, at, end, at, rule)
    actor = _actor_before(scene, at, around)
    if actor is None:
        verb = verb_group(scene, at)
        return Finding(KIND, action, verb.start, end, at, rule) if around == "out" and verb.helped else None
    if around == "of":
        return _of(action, actor, (actor.start, end, at), rule, behind)
    if name == "retreating" and scene.low(at - 1) in ("the", "by"):
        return None  # “blown up by the retreating Russians”
    if name.endswith("_control") and scene.low(end) == "of":
        return None
    if name == "withdrew" and scene.low(end) in ("that", "it", "the", "its", "his", "her", "this", "their"):
        return None  # “it withdrew that within the hour”
    if _is_nobody(actor, around) or (behind and behind.about is About.PEOPLE and scene.low(end - 1) in ("out", "back")):
        return None  # “pulled out our dead”
    who = actor.words if around == "alone" else None
    seat = behind.words if behind and is_seat(behind) else None
    return Finding(KIND, action, actor.start, end, at, rule, actor=who, object=seat)


def _actor_before(scene: Scene, at: int, around: str) -> Group | None:
    actor = subject(scene, verb_group(scene, at).start, ACTORS if around == "alone" else ACTORS | HELD)
    if around == "alone" and scene.low(at).endswith("ing"):
        return force_before(scene, at) or actor
    return actor


def _of(action: str, seat: Group, stretch: tuple[int, int, int], rule: str, behind: Group | None) -> Finding | None:
    """“The town is in the hands of the rebels”: the place stands before, who holds it behind."""
    if not (is_seat(seat) or seat.words.lower() in ("it", "they")) or _no_seat(seat) or ranked(seat):
        return None
    if rule.endswith("ed_of"):
        if behind is None or behind.about not in CLEARED_OF:
            return None
        return Finding(KIND, action, stretch[0], behind.end, stretch[2], rule, object=seat.words)
    holder = behind.words if behind and (behind.about is About.FORCE or under_arms(behind)) else None
    return Finding(KIND, action, *stretch, rule, object=seat.words, actor=holder)


def _no_seat(group: Group) -> bool:
    """“Shells fell”, “night fell”."""
    return group.noun in _FALLING or bool(WEAPONS.keys() & set(group.words.lower().split()))


def _is_nobody(actor: Group, around: str) -> bool:
    if actor.about is About.PEOPLE and not under_arms(actor) and actor.noun in _CIVILIANS:
        return True
    if around == "out" and actor.about is About.FIGURE and actor.figure and actor.figure.number:
        return True
    if around == "out":
        if actor.about is About.PEOPLE and not armed(actor):
            return True  # “passengers driven off”
        beaten = is_seat(actor) or bool(ATTACKS & set(actor.words.lower().split()))
        return actor.about in SEATS - {About.NAME} and not beaten
    return around == "alone" and actor.about not in ACTORS


def _over(scene: Scene, at: int, end: int, action: str, rule: str, behind: Group | None) -> Finding | None:
    if behind is None:
        return None
    over_control = "control" in scene.lows(at, end) or "possession" in scene.lows(at, end)
    fits = (
        is_seat(behind)
        or (over_control and behind.about is About.THING and behind.noun not in VEHICLES)
        or (behind.about is About.PRONOUN and behind.noun == "it")
    )
    if action == "repelled":
        fits = behind.about in (About.FORCE, About.PRONOUN, About.PEOPLE) or bool(
            ATTACKS & set(behind.words.lower().split())
        )
    if not fits:
        return None
    verb = verb_group(scene, at)
    actor = subject(scene, verb.start, ACTORS)
    if actor is None or (action in ("entered", "holds") and actor.about is About.PEOPLE and not under_arms(actor)):
        return None
    return Finding(KIND, action, actor.start, max(end, behind.end), at, rule, actor=actor.words, object=behind.words)


def under_arms(group: Group) -> bool:
    return group.noun in ARMED


def ranked(group: Group) -> bool:
    """“Brigadier Saleh al-Marsi” is nobody's town."""
    words = group.words.lower().replace("-", " ").split()[:2]
    return group.about is About.NAME and any(word in SINGULAR or word.strip(".") in TITLES for word in words)


def force_before(scene: Scene, start: int) -> Group | None:
    """The force named last before a verb that shares its subject with an earlier one."""
    before = [one for one in scene.groups if one.end <= start and (one.about is About.FORCE or under_arms(one))]
    return before[-1] if before and start - before[-1].end <= 14 else None
