"""Damage: buildings, vehicles and works that were destroyed, damaged or burnt."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.groups import Group
from bot.extraction.lexicon.things import THINGS
from bot.extraction.patterns.counted import MATERIAL, counted, signs_of
from bot.extraction.patterns.gate import Gate, each_of
from bot.extraction.patterns.sayings import besides, signs_of_sayings
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

_BURNT = frozenset("burnt-out burned-out charred gutted wrecked bombed-out shot-up mangled burnt burned".split())
GATE = Gate([*signs_of("damage"), *signs_of_sayings("damage"), *each_of(_BURNT)])


def find_damage(scene: Scene) -> Iterator[Finding]:
    """The damage of a sentence: to things that can be counted or seen."""
    found = list(_damage(scene))
    hulks = [one for one in _hulks(scene) if not any(each.start < one.end and one.start < each.end for each in found)]
    yield from besides(scene, "damage", [*found, *hulks])


def _damage(scene: Scene) -> Iterator[Finding]:
    for found in counted(scene, "damage", MATERIAL):
        members = [
            one
            for one in scene.groups
            if found.start <= one.start < found.end and one.about is About.THING and one.counted
        ]
        if len(members) > 1 and found.rule.split(".")[1] != "noun":
            yield from (
                found._replace(
                    at=one.head,
                    interval=one.interval,
                    people=one.words,
                    start=min(one.start, found.start) if found.rule.split(".")[1] == "active" else one.start,
                    end=one.end if found.rule.split(".")[1] == "active" else found.end,
                )
                for one in members
            )
            continue
        if "no" in scene.lows(found.start - 2, found.start + 1):
            continue  # “no damage to property was reported”
        listed = _listed_before(scene, found) if scene.owner[found.start] >= 0 else []
        yield from (
            found._replace(start=one.start, interval=one.interval, people=one.words, at=one.head) for one in listed
        )
        words = (found.people or "").lower().split()
        if _weapons_only(words):
            continue
        if found.label == "destroyed" and {"partially", "partly"} & set(scene.lows(found.at - 2, found.at)):
            found = found._replace(label="damaged")
        bare = not words and found.counted and _things_before(scene, found)
        if bare or _shot_down(found) or any(word in THINGS for word in words):
            yield found


def _hulks(scene: Scene) -> Iterator[Finding]:
    """“A video of three burnt-out minibuses”: what is left of them tells what became of them."""
    for group in scene.groups if not scene.vocabulary.isdisjoint(_BURNT) else ():
        burnt = next((at for at in range(group.start, group.head) if scene.low(at) in _BURNT), None)
        if burnt is not None and group.about is About.THING and (group.counted or group.plural):
            yield Finding(
                "damage", "destroyed", group.start, group.end, burnt, "damage.hulk", group.interval, group.words,
                counted=group.counted,
            )  # fmt: skip


def _listed_before(scene: Scene, found: Finding) -> list[Group]:
    """The houses and lorries of “nine houses, two lorries and a mill were burnt”."""
    listed: list[Group] = []
    at = found.start
    while scene.low(at - 1) in (",", "and"):
        group = scene.group_at(at - 2)
        if group is None or group.end != at - 1 or group.about is not About.THING or not group.counted:
            break
        listed.insert(0, group)
        at = group.start
    return listed if scene.low(found.start - 1) == "and" else []


def _weapons_only(words: list[str]) -> bool:
    """Drones and missiles shot down are arms that were counted, not damage."""
    return words[-1:] in (["drones"], ["missiles"], ["missile"], ["rockets"], ["rocket"], ["uavs"])


def _shot_down(found: Finding) -> bool:
    """What is brought down and has a type's name (“a Hermes 450”) is an aircraft."""
    words = (found.people or "").split()
    brought = found.rule.rsplit(".", 1)[-1] in ("shot_down", "brought_down", "downed")
    return brought and any(word[:1].isupper() or word.isdigit() for word in words)


def _things_before(scene: Scene, found: Finding) -> bool:
    """A bare figure (“and 12 were damaged”) counts things when the sentence named some before."""
    return any(group.about is About.THING and group.end <= found.start for group in scene.groups)
