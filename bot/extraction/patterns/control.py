"""Territorial control: who took, lost, left, holds, besieges or enters what."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.groups import Group
from bot.extraction.lexicon.attacks import ATTACK_NOUNS, WEAPONS
from bot.extraction.lexicon.control_phrases import NOUNS, control_table
from bot.extraction.lexicon.things import POSITIONS, VEHICLES
from bot.extraction.lexicon.verb_forms import FORMS_OF, SENSES, Form, Sense
from bot.extraction.lexicon.victims import ARMED, SINGULAR
from bot.extraction.patterns.arguments import is_verb, right_group, subject, verb_group
from bot.extraction.patterns.control_sayings import FIRSTS, read_saying, signs_of_sayings
from bot.extraction.patterns.control_sieve import as_it_is_now, nothing, told_in_short
from bot.extraction.patterns.gate import Gate, each_of, verbs_of
from bot.extraction.patterns.idioms import begins
from bot.extraction.patterns.phrasing import phrase_end
from bot.extraction.patterns.slots import armed, is_seat
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

KIND = "territorial_control"
ACTORS = frozenset({About.PEOPLE, About.FORCE, About.NAME, About.PRONOUN})
SEATS = frozenset({About.POSITION, About.NAME, About.THING, About.OTHER})
HELD = SEATS | {About.PRONOUN, About.FIGURE}
_PHRASES = control_table()
_VERBS = frozenset(word for (word,) in verbs_of(KIND))
_LEAVINGS = frozenset("withdrawal retreat pullout pullback pull-out pull-back departure".split())
_TURNING = _PHRASES.keys() | NOUNS.keys() | _VERBS | _LEAVINGS | FIRSTS
GATE = Gate(
    [
        *(words for rows in _PHRASES.values() for words, *_ in rows),
        *((noun, "of") for noun in NOUNS),
        *((noun, "from") for noun in _LEAVINGS),
        *each_of(_VERBS),
        *signs_of_sayings(),
    ]
)
_ATTACKS = frozenset(ATTACK_NOUNS) | {
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
_MENTIONS = frozenset("since before until anniversary for against prevent lead aim aimed".split())
_TOLD = frozenset(
    "denied denies denying dismissed rejected confirmed confirms confirming announced announces acknowledged admitted "
    "reported reports completed supposed alleged called told recalled disputed disputes".split()
)
_IDIOMS = frozenset("part place office power side sides position shelter charge point ground".split())
_STILL = frozenset("still now firmly".split())
_CIVILIANS = frozenset(
    "people resident residents family families household households villager villagers civilian civilians inhabitants "
    "women children refugees migrants worker workers patients students pupils staff passengers farmers herders locals "
    "persons others journalists reporters prisoners detainees hostages idps".split()
)
_ARTICLED_POSTS = frozenset(
    "post posts outpost outposts base barracks position positions trench trenches checkpoint hill heights garrison "
    "fort bridgehead stronghold bunker".split()
)
_CLEARED_OF = frozenset({About.FORCE, About.PEOPLE, About.NAME})
_FALLING = frozenset("rain snow night silence darkness prices temperatures hail ash dusk debris shrapnel".split())
_DEPARTURES = frozenset(("leave", "evacuate"))
_TAKEN = frozenset("into to hostage prisoner captive away in for aboard".split())


def find_control(scene: Scene) -> Iterator[Finding]:
    """The claims of control in a sentence."""
    taken = -1
    for at in scene.spots(_TURNING):
        if at < taken:
            continue
        found = _first_reading(scene, at)
        if found is not None:
            taken = found.end if found.at == at else at + 1
            if not nothing(scene, found):
                yield found._replace(label=as_it_is_now(scene, found))


def _first_reading(scene: Scene, at: int) -> Finding | None:
    return read_saying(scene, at) or _phrase(scene, at) or _verb(scene, at) or _noun(scene, at) or _leaving(scene, at)


def _noun(scene: Scene, at: int) -> Finding | None:
    """“The fall of the town to the rebels”, “the army's recapture of Kobo”: of a place, and no more than mentioned."""
    action = NOUNS.get(scene.low(at))
    if action is None or scene.low(at + 1) != "of" or scene.low(at - 1) not in ("the", "'s", "its", "their", "our"):
        return None
    held = scene.group_at(at + 2)
    cut_off = held is not None and action == "surrounded" and (held.about is About.FORCE or _armed(held))
    if (
        held is None
        or held.start != at + 2
        or not (_is_place(held) or cut_off)
        or set(scene.lows(at - 5, at)) & _MENTIONS
    ):
        return None
    owner = scene.group_at(at)
    begin = owner.start if owner and owner.start <= at else at
    actor = _by(scene, held.end - 1) or _to(scene, held.end)
    return Finding(KIND, action, begin, held.end, at, f"control.noun.{scene.low(at)}", actor=actor, object=held.words)


def _leaving(scene: Scene, at: int) -> Finding | None:
    """“Denied the withdrawal of its units from the camp”: where somebody says that it happened, or did not."""
    if scene.low(at) not in _LEAVINGS or not _TOLD & set(scene.lows(at - 9, at)):
        return None
    who = scene.group_at(at + 2) if scene.low(at + 1) == "of" else None
    behind = who.end if who else at + 1
    place = scene.group_at(behind + 1) if scene.low(behind) == "from" else None
    if place is None or not is_seat(place) or (who is not None and who.about is About.POSITION):
        return None
    actor = who.words if who else None
    return Finding(
        KIND, "withdrew", at, place.end, at, f"control.noun.{scene.low(at)}", actor=actor, object=place.words
    )


def _ranked(group: Group) -> bool:
    """“Brigadier Saleh al-Marsi” is nobody's town."""
    return group.about is About.NAME and any(word in SINGULAR for word in group.words.lower().split()[:2])


def _is_place(group: Group) -> bool:
    return group.about is About.NAME or group.noun in POSITIONS or bool(set(group.words.lower().split()) & POSITIONS)


def _to(scene: Scene, at: int) -> str | None:
    group = scene.group_at(at + 1) if scene.low(at) == "to" else None
    return group.words if group and group.about in (About.FORCE, About.PEOPLE, About.NAME) else None


def _verb(scene: Scene, at: int) -> Finding | None:
    for sense in SENSES.get(scene.low(at), ()):
        if sense.kind == KIND and is_verb(scene, at):
            found = _read(scene, at, sense)
            if found is not None:
                return found
    return None


def _read(scene: Scene, at: int, sense: Sense) -> Finding | None:
    verb = verb_group(scene, at)
    forms = FORMS_OF[scene.low(at)]
    if forms == {Form.PLAIN} and not verb.helped and not _plural_before(scene, at):
        return None
    if verb.passive:
        return _passive(scene, at, verb.start, sense)
    before = scene.group_at(at - 1)
    if Form.PARTICIPLE in forms and not verb.helped and before and told_in_short(scene, at, before, sense):
        return Finding(
            KIND, sense.label, before.start, at + 1, at, f"control.passive.{sense.lemma}",
            actor=_by(scene, at), object=before.words,
        )  # fmt: skip
    if scene.low(at) == "leaving" and not verb.helped:
        return None  # “a column leaving Qayyarah was hit”
    held = _shared_out(scene, right_group(scene, at))
    if held is None or not _suffers(scene, held, sense):
        return None
    actor = subject(scene, verb.start, ACTORS) or _force_before(scene, verb.start)
    if _civilian(actor, sense) or (held.noun in ("post", "office", "title") and scene.low(held.end) == "of"):
        return None
    before_verb = scene.lows(at - 9, at)
    if sense.lemma in _DEPARTURES and "who" in scene.lows(verb.start - 3, verb.start - 1):
        return None  # “has learned from staff who managed to leave the city”
    denied = actor is not None and actor.noun == "they" and held.about is About.NAME and _TOLD & set(before_verb)
    if sense.lemma in _DEPARTURES and not denied and not _leaves_a_post(actor, held):
        return None
    start = begins(scene, actor, verb.start)
    return Finding(
        KIND,
        sense.label,
        start,
        held.end,
        at,
        f"control.active.{sense.lemma}",
        actor=actor.words if actor else None,
        object=held.words,
    )


def _shared_out(scene: Scene, held: Group | None) -> Group | None:
    """“Control roughly half of Kobo”: the place of which a share is held."""
    if held is None or held.about is not About.FIGURE or scene.low(held.end) != "of":
        return held
    return right_group(scene, held.end, 3) or held


def _civilian(actor: Group | None, sense: Sense) -> bool:
    """Aid workers who enter a camp and farmers who hold land take nothing."""
    return (
        actor is not None and actor.about is About.PEOPLE and sense.label in ("entered", "holds") and not armed(actor)
    )


def _leaves_a_post(actor: Group | None, held: Group) -> bool:
    """Fighters leave a place; “we left the post” says that we are some."""
    if actor is None:
        return False
    return actor.about is About.FORCE or _armed(actor) or (actor.noun == "we" and held.noun in _ARTICLED_POSTS)


def _force_before(scene: Scene, start: int) -> Group | None:
    """The force named last before a verb that shares its subject with an earlier one."""
    before = [one for one in scene.groups if one.end <= start and (one.about is About.FORCE or _armed(one))]
    return before[-1] if before and start - before[-1].end <= 14 else None


def _suffers(scene: Scene, held: Group, sense: Sense) -> bool:
    if held.noun in ("street", "streets", "road", "roads") and sense.lemma == "take":
        return False  # “took to the streets”
    if sense.lemma == "free":
        return held.noun in POSITIONS  # a bare name may be a prisoner's
    if sense.label == "repelled":
        return bool(_ATTACKS & set(held.words.lower().split())) or held.about is About.FORCE
    if held.about is About.PRONOUN:
        return (
            held.noun == "it"
            and sense.lemma not in _DEPARTURES
            and sense.lemma not in ("withdraw", "retreat")
            and (sense.lemma not in ("take", "hold", "lose", "clear") or _named_before(scene, held))
        )
    return (
        is_seat(held)
        and (held.about is not About.PEOPLE or held.noun == "gendarmerie")
        and held.words.lower() not in _IDIOMS
    )


def _named_before(scene: Scene, held: Group) -> bool:
    """“Still hold it”, “took the hill, lost it by dusk”."""
    before = [one for one in scene.groups if one.end < held.start - 1]
    return scene.low(held.start - 2) in _STILL or any(
        one.about is not About.PEOPLE and is_seat(one) for one in before[1:]
    )


def _passive(scene: Scene, at: int, start: int, sense: Sense) -> Finding | None:
    held = subject(scene, start, HELD) or _garrison(scene, start)
    if held is None or not (held.noun in _ATTACKS if sense.label == "repelled" else is_seat(held)) or _ranked(held):
        return None
    if sense.lemma in _DEPARTURES or (sense.label == "lost" and not _lost_to_somebody(scene, at, held)):
        return None
    if sense.lemma == "take" and scene.low(at + 1) in _TAKEN:
        return None
    if sense.lemma == "recover" and held.about is About.THING:
        return None  # what is recovered in a search
    if sense.lemma in ("clear", "free") and scene.low(at + 1) == "of" and not _people_at(scene, at + 2):
        return None  # of mines, of snow
    return Finding(
        KIND,
        sense.label,
        held.start,
        at + 1,
        at,
        f"control.passive.{sense.lemma}",
        actor=_by(scene, at),
        object=held.words,
    )


def _garrison(scene: Scene, start: int) -> Group | None:
    """Troops that are named by their place: “its garrison at Talas”."""
    force = subject(scene, start, frozenset({About.FORCE, About.PEOPLE}))
    return force if force and force.noun in POSITIONS else None


def _people_at(scene: Scene, at: int) -> bool:
    group = scene.group_at(at)
    return group is not None and group.about in _CLEARED_OF


def _lost_to_somebody(scene: Scene, at: int, held: Group) -> bool:
    """“The hill was lost”, “Matemo was lost to the rebels”: a bare name may be a person's."""
    denied = bool(_TOLD & set(scene.lows(held.start - 5, held.start)))
    return held.noun in POSITIONS or denied or scene.low(at + 1) == "to"


def _plural_before(scene: Scene, at: int) -> bool:
    group = scene.group_at(at - 1) or scene.group_at(at - 2)
    return group is not None and (group.plural or group.about in (About.FORCE, About.PRONOUN))


def _phrase(scene: Scene, at: int) -> Finding | None:
    for words, action, around in _PHRASES.get(scene.small[at], ()):
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
        return _force_before(scene, at) or actor
    return actor


def _of(action: str, seat: Group, stretch: tuple[int, int, int], rule: str, behind: Group | None) -> Finding | None:
    """“The town is in the hands of the rebels”: the place stands before, who holds it behind."""
    if not (is_seat(seat) or seat.words.lower() in ("it", "they")) or _no_seat(seat):
        return None
    if rule.endswith("ed_of"):
        if behind is None or behind.about not in _CLEARED_OF:
            return None
        return Finding(KIND, action, stretch[0], behind.end, stretch[2], rule, object=seat.words)
    holder = behind.words if behind and (behind.about is About.FORCE or _armed(behind)) else None
    return Finding(KIND, action, *stretch, rule, object=seat.words, actor=holder)


def _no_seat(group: Group) -> bool:
    """“Shells fell”, “night fell”."""
    return group.noun in _FALLING or bool(WEAPONS.keys() & set(group.words.lower().split()))


def _is_nobody(actor: Group, around: str) -> bool:
    if actor.about is About.PEOPLE and not _armed(actor) and actor.noun in _CIVILIANS:
        return True
    if around == "out" and actor.about is About.FIGURE and actor.figure and actor.figure.number:
        return True
    if around == "out":
        if actor.about is About.PEOPLE and not armed(actor):
            return True  # “passengers driven off”
        beaten = is_seat(actor) or bool(_ATTACKS & set(actor.words.lower().split()))
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
            _ATTACKS & set(behind.words.lower().split())
        )
    if not fits:
        return None
    verb = verb_group(scene, at)
    actor = subject(scene, verb.start, ACTORS)
    if actor is None or (action in ("entered", "holds") and actor.about is About.PEOPLE and not _armed(actor)):
        return None
    return Finding(KIND, action, actor.start, max(end, behind.end), at, rule, actor=actor.words, object=behind.words)


def _armed(group: Group) -> bool:
    return group.noun in ARMED


def _by(scene: Scene, at: int) -> str | None:
    for index in range(at + 1, min(scene.length, at + 8)):
        if scene.low(index) == "by":
            group = scene.group_at(index + 1)
            return group.words if group else None
    return None
