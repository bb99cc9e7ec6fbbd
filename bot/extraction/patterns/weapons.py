"""Weapons: attacks told by what a weapon does or has done to it (“a grenade was thrown at the gate”, “took a bomb”).

Also what is blown up or harassed, and attacks of which it is said that they never happened.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.groups import Group
from bot.extraction.lexicon.attacks import ATTACK_NOUNS, WEAPONS
from bot.extraction.lexicon.grammar import BE
from bot.extraction.lexicon.victims import ARMED
from bot.extraction.patterns.arguments import VerbGroup, left_groups, right_group, subject, verb_group
from bot.extraction.patterns.gate import Gate
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

KIND = "attack"
_SENT = frozenset("thrown lobbed hurled tossed flung fired launched dropped lobbing rained loosed".split())
_TOWARDS = frozenset("at into on onto against over inside through towards toward".split())
_SHOWERED = frozenset("sprayed spraying raked raking showered peppered peppering plastered saturated drenched".split())
_MET = frozenset("received met greeted welcomed".split())
_TOOK = frozenset("took taken taking takes".split())
_HARASS = frozenset("harassed harassing harasses".split())
_BLEW = frozenset("blew blown blowing blows".split())
_NO_SHOTS = frozenset("gas questions satellite satellites tear flares flare warning blank water".split())
_AGENTS = frozenset({About.PEOPLE, About.FORCE, About.NAME, About.PRONOUN, About.OTHER})
_SITES = frozenset({About.THING, About.POSITION})
_FIRE = frozenset("fire gunfire bullets shots".split())
_SHOT = WEAPONS.keys() | _FIRE
_VERBS = _SHOWERED | _MET
GATE = Gate(
    [
        *((sent, weapon) for sent in _SENT for weapon in WEAPONS),
        *(("with", verb, weapon) for verb in _VERBS for weapon in _SHOT),
        *((took, weapon) for took in _TOOK for weapon in WEAPONS),
        *((word,) for word in _HARASS),
        ("shot", "up"),
        *((blew, "up") for blew in _BLEW),
        *(("no", before, noun) for before in ("such", "there") for noun in ATTACK_NOUNS),
    ]
)


def find_weapons(scene: Scene) -> Iterator[Finding]:
    """The attacks of a sentence that a weapon, or what it does, tells."""
    for at in range(scene.length):
        low = scene.small[at]
        if low in _SENT:
            yield from _sent(scene, at)
        elif low in _VERBS:
            yield from _with_weapons(scene, at)
        elif low in _TOOK:
            yield from _took(scene, at)
        elif low in _HARASS:
            yield from _harassed(scene, at)
        elif low == "shot" and scene.low(at + 1) == "up":
            yield from _shot_up(scene, at)
        elif low in _BLEW and scene.low(at + 1) == "up":
            yield from _blew_up(scene, at)
        elif low in ATTACK_NOUNS and (start := _none(scene, at)) is not None:
            yield Finding(KIND, ATTACK_NOUNS[low], start, at + 1, at, f"attack.noun.{low}")


def _none(scene: Scene, at: int) -> int | None:
    """Where “no such attack” or the “no” of “there was no ambush” begins, which only a denial says."""
    if scene.lows(at - 2, at) == ["no", "such"]:
        return at - 2
    said = scene.low(at - 1) == "no" and scene.low(at - 2) in BE and "there" in scene.lows(at - 5, at - 2)
    return at - 1 if said else None


def _sent(scene: Scene, at: int) -> Iterator[Finding]:
    """“Grenade lobbed at the gate”, “two rockets were fired into the camp”: the weapon suffers the verb."""
    verb = verb_group(scene, at)
    near = next(iter(left_groups(scene, verb.start)), None)
    if near is None or near.end < verb.start - 2 or scene.low(at + 1) not in _TOWARDS:
        return
    if (verb.helped and not _suffers(scene, verb)) or not _NO_SHOTS.isdisjoint(scene.lows(near.start, near.end)):
        return
    kind = _kind(near)
    if kind is not None:
        target = right_group(scene, at + 1, 3)
        yield _told(kind, near.start, target.end if target else at + 2, at, "sent", target)


def _with_weapons(scene: Scene, at: int) -> Iterator[Finding]:
    """“Sprayed the worshippers with bullets”, “the column was received with mines”."""
    wielded = next((index for index in range(at + 1, min(scene.length, at + 7)) if scene.low(index) == "with"), None)
    weapon = scene.group_at(wielded + 1) if wielded is not None else None
    if wielded is None or weapon is None or weapon.noun not in _SHOT:
        return
    verb = verb_group(scene, at)
    if scene.small[at] in _MET and not _suffers(scene, verb):
        return
    target = right_group(scene, at)
    agent = subject(scene, verb.start, _AGENTS | _SITES)
    if agent is not None:
        yield _told(_kind(weapon) or "shooting", agent.start, weapon.end, at, "wielded", target)


def _took(scene: Scene, at: int) -> Iterator[Finding]:
    """“A mosque took a stray bomb”: a place takes no weapon but the one that falls on it."""
    agent = next(iter(left_groups(scene, verb_group(scene, at).start)), None)
    weapon = right_group(scene, at)
    kind = _kind(weapon)
    if agent is not None and agent.about in _SITES and weapon is not None and kind is not None and not weapon.definite:
        yield _told(kind, agent.start, weapon.end, at, "took", agent)


def _harassed(scene: Scene, at: int) -> Iterator[Finding]:
    """“The garrison was harassed for three nights”: those under arms alone are harassed by arms."""
    verb = verb_group(scene, at)
    target = subject(scene, verb.start, _AGENTS | _SITES) if _suffers(scene, verb) else right_group(scene, at)
    if target is None or not (target.about in (About.FORCE, About.POSITION) or target.noun in ARMED):
        return
    agent = None if _suffers(scene, verb) else subject(scene, verb.start, _AGENTS)
    if _suffers(scene, verb) or agent is not None:
        yield _told("assault", min((agent or target).start, at), max(target.end, at + 1), at, "harassed", target)


def _shot_up(scene: Scene, at: int) -> Iterator[Finding]:
    """“Militiamen shot up a bus”; prices shoot up nothing."""
    target, agent = right_group(scene, at + 1, 2), subject(scene, verb_group(scene, at).start, _AGENTS)
    if target is not None and agent is not None and target.about in (*_SITES, About.PEOPLE):
        yield _told("shooting", agent.start, target.end, at, "shot_up", target)


def _blew_up(scene: Scene, at: int) -> Iterator[Finding]:
    """“Saboteurs blew up the pylon”, “the pipeline was blown up”; not what blew up by itself."""
    verb = verb_group(scene, at)
    target = subject(scene, verb.start, _SITES) if _suffers(scene, verb) else right_group(scene, at + 1, 2)
    if target is None or target.about not in _SITES:
        return
    agent = None if _suffers(scene, verb) else subject(scene, verb.start, _AGENTS)
    if _suffers(scene, verb) or (agent is not None and scene.low(at) != "blown"):
        start = min((agent or target).start, at)
        yield _told("bombing", start, max(target.end, at + 2), at, "blew_up", target)


def _suffers(scene: Scene, verb: VerbGroup) -> bool:
    return not BE.isdisjoint(scene.lows(verb.start, verb.at))


def _kind(group: Group | None) -> str | None:
    """The form of attack that the weapon at the heart of a group is good for."""
    return WEAPONS.get(group.noun) if group is not None else None


def _told(kind: str, start: int, end: int, at: int, name: str, target: Group | None) -> Finding:
    return Finding(KIND, kind, start, end, at, f"attack.weapon.{name}", object=target.words if target else None)
