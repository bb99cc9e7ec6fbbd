"""Launches: attacks told by what attackers do with their weapons (“fired rockets”, “laid an ambush against …”)."""

from __future__ import annotations

from bot.extraction.groups import Group
from bot.extraction.lexicon.attacks import ATTACK_NOUNS, LAUNCHES
from bot.extraction.lexicon.grammar import CALENDAR
from bot.extraction.lexicon.victims import ARMED
from bot.extraction.patterns.arguments import right_group, subject, verb_group
from bot.extraction.patterns.attackers import AGENTS, KIND, TARGETS, attacker, is_weapon, kind_of, matches
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

_WHOLE = frozenset("fire up attack shots on at hit upon ambush from into fly rampage sabotage contact".split())
_ONLY_ARMED = frozenset("upon from into rampage fly".split())
_AIMED = frozenset("against on at upon".split())
_BEARINGS = frozenset("north south east west northeast northwest southeast southwest today yesterday again".split())


def launched(scene: Scene, at: int) -> Finding | None:
    """“Fired more than 50 rockets”, “opened fire on the crowd”, “dropped bombs”."""
    end = matches(scene, at, LAUNCHES)
    blamed = end is not None and scene.low(at + 1) == "under" and scene.low(end) in ("for", "over")
    if end is None or blamed or (scene.low(at) == "contact" and scene.low(at - 1) in ("lost", "lose", "no", "losing")):
        return None
    verb, own = verb_group(scene, at), scene.group_at(end - 1)
    beside = own is not None and own.start < end < own.end and scene.low(end) not in _BEARINGS
    if beside and scene.low(end - 1) == "fire":
        return None  # “took fire precautions”
    missile = right_group(scene, end - 1, 3)
    whole = end > at + 1 and bool(_WHOLE & set(scene.lows(at, end)))
    if not whole and not is_weapon(missile) and not (missile and missile.noun in ATTACK_NOUNS):
        return None
    agent = subject(scene, verb.start, AGENTS)
    fired_upon = scene.lows(at, end) == ["fired", "upon"] and verb.helped
    armed = _under_arms(agent) or is_weapon(agent)
    if whole and scene.low(end - 1) in _ONLY_ARMED and not fired_upon and (verb.passive or not armed):
        return None  # “were fired from their jobs”, “fell upon hard times”
    kind = (
        "shooting"
        if whole
        else kind_of(
            missile.words.lower().split() if missile else [],
            ATTACK_NOUNS.get(missile.noun if missile else "", "assault"),
        )
    )
    stop = missile.end if missile and not whole else end
    target = _aimed_at(scene, stop)
    return Finding(
        KIND,
        kind,
        agent.start if agent else verb.start,
        target.end if target else stop,
        at,
        f"attack.launch.{scene.low(at)}",
        actor=attacker(agent),
        object=target.words if target else None,
    )


def _under_arms(agent: Group | None) -> bool:
    return agent is not None and (agent.about is About.FORCE or agent.noun in ARMED or agent.noun in ("men", "they"))


def _aimed_at(scene: Scene, at: int) -> Group | None:
    """What stands behind “laid an ambush” at the word “against”; “on Monday” is no target."""
    at -= scene.low(at - 1) in _AIMED
    target = right_group(scene, at, 2) if scene.low(at) in _AIMED else None
    fits = target is not None and target.about in TARGETS and CALENDAR.isdisjoint(scene.lows(target.start, target.end))
    return target if fits else None
