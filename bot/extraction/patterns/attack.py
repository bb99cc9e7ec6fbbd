"""Attacks: clauses that report one, by a verb, by a weapon that strikes, or by a noun."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.groups import Group
from bot.extraction.lexicon.attacks import (
    ACCUSING,
    ARMS,
    ATTACK_NOUNS,
    DRIVEN,
    FIRE,
    HAPPENS,
    LANDS,
    LAUNCHES,
    MISSILES,
    NO_FIGHT,
    PLOTTED,
    REPELLED,
    WEAPONS,
)
from bot.extraction.lexicon.grammar import ADVERBS, BE, HAVE
from bot.extraction.lexicon.verb_forms import FORMS_OF, SENSES, Form, Sense
from bot.extraction.patterns.arguments import is_verb, left_groups, right_group, subject, verb_group
from bot.extraction.patterns.attackers import AGENTS, KIND, TARGETS, attacker, is_weapon, kind_of, matches
from bot.extraction.patterns.gate import Gate, each_of, phrases_in, verbs_of
from bot.extraction.patterns.launches import launched
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

_DEFINITE = frozenset(
    "the this that these those his her its their further future any more retaliatory such possible alleged".split()
)
_UNREAL = frozenset("would could might will may cannot can't".split())
_DONE_TO = frozenset("ambush raid shell bomb bombard".split())
_HARMED = frozenset("killed wounded injured hit struck destroyed damaged hurt died".split())
_COMES_DOWN = frozenset("land landed lands landing came come comes coming".split())
_RUINS = frozenset("flattened flattening levelled leveled wrecked".split())
_LEADING = frozenset("since after before of from amid by despite during until".split())
_BACK_TO = frozenset("of about in during from by".split())
_FELL = frozenset("fell fallen falling died dying martyrdom perished".split())
_CANNOT = frozenset(("cannot", "can't"))
_EXCLUDED = frozenset(("ruled", "excluded"))
_DENYING = frozenset("denied denies deny denying rejected rejects".split())
_PART = frozenset("responsibility involvement role part hand involved behind".split())
_HAPPENS = HAPPENS | BE | HAVE
_SHOOTING = frozenset("fire duel duels".split())
_SET_OFF = frozenset("bomb bombs mine landmine ied ieds device mines".split())
_VERBS = frozenset(word for (word,) in verbs_of(KIND))
_TURNING = _VERBS | LANDS.keys() | LAUNCHES.keys() | ATTACK_NOUNS.keys() | _SET_OFF | MISSILES.keys() | _SHOOTING
GATE = Gate(
    [
        *each_of(_VERBS | ATTACK_NOUNS.keys() | _SET_OFF),
        *phrases_in(LANDS),
        *phrases_in(LAUNCHES),
        *((word, before) for word in _SHOOTING for before in FIRE),
        *(("by", missile) for missile in MISSILES),
    ]
)
_LABOUR = frozenset("union unions teachers workers walkout wages hunger nurses dockers".split())

_STRAY = frozenset("bullet bullets shrapnel splinters gunfire fragments glass debris".split())


def find_attacks(scene: Scene) -> Iterator[Finding]:
    """The attacks of a sentence, one for each clause that reports one."""
    taken = -1
    for at in scene.spots(_TURNING):
        if at < taken:
            continue
        found = _verb(scene, at) or _strikes(scene, at) or launched(scene, at) or _noun(scene, at)
        if found is not None:
            taken = max(found.end, at + 1)
            if scene.low(taken) == "by":
                taken = _behind_the_weapon(scene, taken)  # “was hit by a roadside bomb” is one attack
            yield found


def _behind_the_weapon(scene: Scene, at: int) -> int:
    weapon = scene.group_at(at + 1)
    named = next((index for index in range(at + 1, at + 6) if scene.low(index) in WEAPONS), at)
    return max(weapon.end if weapon else at, named + 1 if named > at else at)


def _verb(scene: Scene, at: int) -> Finding | None:
    sense = next((sense for sense in SENSES.get(scene.low(at), ()) if sense.kind == KIND), None)
    if sense is None or not is_verb(scene, at):
        return None
    return _by_verb(scene, at, sense)


def _by_verb(scene: Scene, at: int, sense: Sense) -> Finding | None:
    verb = verb_group(scene, at)
    if not verb.helped and _is_no_act(scene, at):
        return None
    if verb.passive and sense.lemma == "fight" and scene.low(at + 1) in ("off", "back"):
        return None  # beaten back
    if verb.passive:
        return _suffered(scene, at, sense)
    struck = scene.group_at(at - 1)
    if struck and not verb.helped and sense.lemma in _DONE_TO and not right_group(scene, at) and _held(scene, struck):
        return Finding(
            KIND, sense.label, struck.start, at + 1, at, f"attack.passive.{sense.lemma}", object=struck.words
        )
    return _done(scene, at, sense)


def _is_no_act(scene: Scene, at: int) -> bool:
    """A noun, a plain form, or a participle that says who somebody is (“a brigade fighting there”)."""
    forms = FORMS_OF[scene.low(at)]
    if scene.low(at) in ATTACK_NOUNS and Form.PAST not in forms and not _acts(scene, at):
        return True
    if forms == {Form.PLAIN} and not _acts(scene, at):
        return True
    named = scene.low(at) in ATTACK_NOUNS and scene.low(at - 1) in _LEADING and right_group(scene, at) is None
    owned = scene.low(at - 1) == "'s" or scene.low(at - 1) in _FELL
    return forms == {Form.ING} and (scene.group_at(at - 1) is not None or named or owned)


def _suffered(scene: Scene, at: int, sense: Sense) -> Finding | None:
    """“The convoy was ambushed.”"""
    target = subject(scene, verb_group(scene, at).start, TARGETS)
    if target is None or target.noun in NO_FIGHT:
        return None
    if target.about is About.PEOPLE and not _STRAY.isdisjoint(scene.lows(at + 1, at + 5)):
        return None  # “two nurses were hit by a stray bullet” is told as a wound
    if sense.label in ("shooting", "massacre") and "by" not in scene.lows(at + 1, at + 5):
        return None
    return Finding(KIND, sense.label, target.start, at + 1, at, f"attack.passive.{sense.lemma}", object=target.words)


def _done(scene: Scene, at: int, sense: Sense) -> Finding | None:
    """“Gunmen ambushed the convoy.”"""
    target = right_group(scene, at)
    agent = subject(scene, verb_group(scene, at).start, AGENTS)
    if sense.label == "shooting" and (scene.low(at + 1) == "dead" or (target is None and scene.low(at + 1) == "and")):
        target = right_group(scene, at + 1 + (scene.low(at + 1) == "and"))
    if sense.label in ("shooting", "massacre") and (target is None or not _people_or(scene, at, target)):
        return None
    if agent is None or agent.noun in NO_FIGHT or (target and target.about is About.UNIT):
        return None
    if target is None and sense.lemma in ("hit", "strike", "target"):
        return None
    end = target.end if target else at + 1
    label = kind_of(agent.words.lower().split(), sense.label)
    hit = target.words if target else None
    return Finding(KIND, label, agent.start, end, at, f"attack.active.{sense.lemma}", actor=attacker(agent), object=hit)


def _people_or(scene: Scene, at: int, target: Group) -> bool:
    """Shots at people, or “shot and killed”, “shot dead”, “shot at”: not films and goals."""
    return target.about in (About.PEOPLE, About.NAME, About.FIGURE) or scene.low(at + 1) in ("dead", "and", "at")


def _held(scene: Scene, group: Group) -> bool:
    """“Seven deaths, all in one convoy ambushed on Friday”: the convoy suffers the verb."""
    return scene.low(group.start - 1) in ("in", "on", "of", "at", "from")


def _acts(scene: Scene, at: int) -> bool:
    """“The army shells the town”: a subject close before and something struck close behind."""
    before, behind = scene.group_at(at - 1) or scene.group_at(at - 2), right_group(scene, at, 2)
    return bool(
        before
        and before.about in (About.FORCE, About.PEOPLE, About.PRONOUN)
        and (behind or scene.low(at).startswith(("clash", "fight")))
    )


def _strikes(scene: Scene, at: int) -> Finding | None:
    """“Shells landed on the market”, “a drone crashed into a house”, “a bomb went off”."""
    end = matches(scene, at, LANDS)
    if end is not None and scene.low(at) not in ("hit", "struck") and scene.vocabulary.isdisjoint(WEAPONS):
        return None
    if end is None or (scene.low(at) == "landing" and scene.low(at - 1) in ("hard", "emergency", "forced", "crash")):
        return None
    if (own := scene.group_at(at)) is not None and own.counted:
        return None  # “20 pounds of explosives”
    verb = verb_group(scene, at)
    agent = next((group for group in left_groups(scene, verb.start)[:3] if is_weapon(group)), None)
    if agent is None and scene.low(at) in ("hit", "struck") and (agent := _one_of_them(scene, verb.start)) is None:
        return None
    if agent is None or verb.passive:
        return None
    target = right_group(scene, end - 1, 3)
    kind = kind_of(agent.words.lower().split(), "missile_strike")
    if (kind == "air_strike" and scene.low(at) in _COMES_DOWN) or (target is None and scene.low(at) in _RUINS):
        return None
    return Finding(
        KIND,
        kind,
        agent.start,
        max(end, target.end if target else end),
        at,
        f"attack.strike.{scene.low(at)}",
        actor=attacker(agent),
        object=target.words if target else None,
    )


def _one_of_them(scene: Scene, start: int) -> Group | None:
    """“Most fell short, but one struck a bus”."""
    group = scene.group_at(start - 1)
    return group if group and group.about is About.FIGURE and group.interval.low in (1, 2, 3) else None


def _noun(scene: Scene, at: int) -> Finding | None:
    low = scene.low(at)
    if low in ATTACK_NOUNS and not (low.startswith("strike") and _LABOUR & scene.vocabulary):
        return _by_noun(scene, at, ATTACK_NOUNS[low])
    if low in _SHOOTING and scene.low(at - 1) in FIRE:
        return _by_noun(scene, at, kind_of([scene.low(at - 1)], "shooting"))
    if low in _SET_OFF and _set_off(scene, at):
        return _by_noun(scene, at, WEAPONS[low])
    if low in MISSILES and "by" in scene.lows(at - 4, at) and _harmed_before(scene, at):
        return _by_noun(scene, at, MISSILES[low])
    return None


def _harmed_before(scene: Scene, at: int) -> bool:
    """“Killed by mortar rounds”, “hit by a shell”."""
    by = next(index for index in range(at - 1, at - 6, -1) if scene.low(index) == "by")
    told = scene.low(by - 1)
    return bool(_HARMED & set(scene.lows(at - 7, at))) and not (told.endswith("ed") and told not in _HARMED)


def _set_off(scene: Scene, at: int) -> bool:
    """“Killed by a roadside bomb”, “hit a landmine”, “a car bomb”."""
    return bool({"by", "hit", "struck", "over", "on", "onto"} & set(scene.lows(at - 4, at))) or scene.low(
        at - 1
    ) in ARMS - {"roadside"}


def _by_noun(scene: Scene, at: int, kind: str) -> Finding | None:
    group = scene.group_at(at)
    start = group.start if group and group.start <= at else at
    if group and (group.end - 1 > at and group.about not in (About.OTHER, About.NAME)):
        return None
    if group and group.figure is not None and group.interval.high == 0:
        return None
    if group and at + 1 < group.end and not scene.words[at + 1].capital and scene.low(at + 1)[:1].isalpha():
        return None  # “assault rifles” are no assault
    if _CANNOT & set(scene.lows(at + 1, at + 7)) and not _EXCLUDED.isdisjoint(scene.vocabulary):
        return None  # “cannot be ruled out”
    if _UNREAL & set(scene.lows(at + 1, at + 7)) and not _happens(scene, at):
        return None  # “an assault on the town would be a disaster”
    if any(low in REPELLED for low in scene.lows(start - 3, start)) or _beaten(scene, at + 1):
        return None  # the claim is that it was beaten back
    if scene.low(at) == "fighting" and scene.low(at - 1) in _FELL:
        return None  # “reached martyrdom fighting to the last”
    if scene.low(max(at + 1, group.end if group else 0)) == ":" and at <= 5:
        return None  # the heading of an entry: “Attack: …”
    if _only_mentioned(scene, start, at):
        return None
    kind = kind_of(scene.lows(start, at), kind)
    return Finding(KIND, kind, start, max(at + 1, group.end if group else 0), at, f"attack.noun.{scene.low(at)}")


def _beaten(scene: Scene, at: int) -> bool:
    """“60 attacks beaten off”, “two assaults on the hill were repelled”."""
    for index in range(at, min(scene.length, at + 9)):
        low = scene.low(index)
        if (low in REPELLED and low not in ("broke", "broken")) or (
            low in DRIVEN and scene.low(index + 1) in ("off", "back")
        ):
            return True
        if low in ("and", "but", ".", ";") or low in HAPPENS - BE - HAVE:
            return False
    return False


def _of_a_toll(scene: Scene, start: int) -> bool:
    """“The death toll from Tuesday's fighting”: the toll is what is told."""
    owner = scene.group_at(start - 2) if scene.low(start - 1) == "'s" else None
    start = owner.start if owner else start
    return scene.low(start - 1) in ("from", "of", "in") and scene.low(start - 2) in ("toll", "tolls")


def _only_mentioned(scene: Scene, start: int, at: int) -> bool:
    """Whether the noun only refers back (“the assault”) or names a topic, and reports nothing."""
    happens = _happens(scene, at)
    if scene.low(at + 1) == "for" and scene.low(at + 3) in ("lives", "life"):
        return True  # “nine are fighting for their lives”
    if scene.low(at - 1) in ("'s", "is", "was") and scene.low(at - 2) in ("nobody", "no-one"):
        return True  # “nobody's shooting”
    if _DENYING & set(scene.lows(start - 8, start)) and _PART & set(scene.lows(start - 5, start)):
        return False  # “denied responsibility for the strike”
    if scene.lows(start - 2, start) == ["used", "in"] or _of_a_toll(scene, start):
        return True
    if PLOTTED & set(scene.lows(start - 4, start)):
        return True
    if "supported" in scene.lows(start - 5, start) and "by" in scene.lows(start - 4, start):
        return True
    if set(scene.lows(start, at)) & {
        "past",
        "previous",
        "earlier",
        "future",
        "possible",
        "potential",
        "further",
        "deadliest",
        "heaviest",
    }:
        return True
    if set(scene.lows(start, at)) & _DEFINITE and not happens:
        return not (set(scene.lows(start - 4, start)) & ACCUSING) or scene.low(start - 1) in _BACK_TO
    before = scene.lows(start - 4, start)
    if {
        "string",
        "series",
        "wave",
        "spate",
        "threat",
        "risk",
        "reports",
        "claims",
        "responsibility",
        "end",
        "halted",
        "condemned",
    } & set(before):
        return not happens
    return scene.low(start - 1) == "about"


def _happens(scene: Scene, at: int) -> bool:
    """Whether a verb of happening follows the noun, maybe behind “by the army” or “in the city”."""
    for index in range(at + 1, min(scene.length, at + 16)):
        low = scene.low(index)
        if low in (".", ";", "that", "which") or (low == "," and index > at + 8):
            return False
        if low in _HAPPENS:
            return True
        if low in ADVERBS:
            continue
    return False
