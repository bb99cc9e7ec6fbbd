"""Territorial control: who took, lost, left, holds, besieges or enters what."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.groups import Group
from bot.extraction.lexicon.control_phrases import NOUNS
from bot.extraction.lexicon.things import POSITIONS
from bot.extraction.lexicon.verb_forms import FORMS_OF, SENSES, Form, Sense
from bot.extraction.patterns.arguments import is_verb, right_group, subject, verb_group
from bot.extraction.patterns.control_phrasing import (
    ACTORS,
    ATTACKS,
    CLEARED_OF,
    HELD,
    KIND,
    PHRASES,
    force_before,
    ranked,
    read_phrase,
    under_arms,
)
from bot.extraction.patterns.control_sayings import FIRSTS, read_saying, signs_of_sayings
from bot.extraction.patterns.control_sieve import as_it_is_now, nothing, told_in_short
from bot.extraction.patterns.gate import Gate, each_of, verbs_of
from bot.extraction.patterns.idioms import begins
from bot.extraction.patterns.slots import armed, is_seat
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

_VERBS = frozenset(word for (word,) in verbs_of(KIND))
_LEAVINGS = frozenset("withdrawal retreat pullout pullback pull-out pull-back departure".split())
_TURNING = PHRASES.keys() | NOUNS.keys() | _VERBS | _LEAVINGS | FIRSTS
GATE = Gate(
    [
        *(words for rows in PHRASES.values() for words, *_ in rows),
        *((noun, "of") for noun in NOUNS),
        *((noun, "from") for noun in _LEAVINGS),
        *each_of(_VERBS),
        *signs_of_sayings(),
    ]
)
_MENTIONS = frozenset("since before until anniversary for against prevent lead aim aimed".split())
_TOLD = frozenset(
    "denied denies denying dismissed rejected confirmed confirms confirming announced announces acknowledged admitted "
    "reported reports completed supposed alleged called told recalled disputed disputes".split()
)
_IDIOMS = frozenset("part place office power side sides position shelter charge point ground".split())
_STILL = frozenset("still now firmly".split())
_ARTICLED_POSTS = frozenset(
    "post posts outpost outposts base barracks position positions trench trenches checkpoint hill heights garrison "
    "fort bridgehead stronghold bunker".split()
)
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
    told = read_saying(scene, at) or read_phrase(scene, at)
    return told or _verb(scene, at) or _noun(scene, at) or _leaving(scene, at)


def _noun(scene: Scene, at: int) -> Finding | None:
    """“The fall of the town to the rebels”, “the army's recapture of Kobo”: of a place, and no more than mentioned."""
    action = NOUNS.get(scene.low(at))
    if action is None or scene.low(at + 1) != "of" or scene.low(at - 1) not in ("the", "'s", "its", "their", "our"):
        return None
    held = scene.group_at(at + 2)
    cut_off = held is not None and action == "surrounded" and (held.about is About.FORCE or under_arms(held))
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
    actor = subject(scene, verb.start, ACTORS) or force_before(scene, verb.start)
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
    return actor.about is About.FORCE or under_arms(actor) or (actor.noun == "we" and held.noun in _ARTICLED_POSTS)


def _suffers(scene: Scene, held: Group, sense: Sense) -> bool:
    if held.noun in ("street", "streets", "road", "roads") and sense.lemma == "take":
        return False  # “took to the streets”
    if sense.lemma == "free":
        return held.noun in POSITIONS  # a bare name may be a prisoner's
    if sense.label == "repelled":
        return bool(ATTACKS & set(held.words.lower().split())) or held.about is About.FORCE
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
    if held is None or not (held.noun in ATTACKS if sense.label == "repelled" else is_seat(held)) or ranked(held):
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
    return group is not None and group.about in CLEARED_OF


def _lost_to_somebody(scene: Scene, at: int, held: Group) -> bool:
    """“The hill was lost”, “Matemo was lost to the rebels”: a bare name may be a person's."""
    denied = bool(_TOLD & set(scene.lows(held.start - 5, held.start)))
    return held.noun in POSITIONS or denied or scene.low(at + 1) == "to"


def _plural_before(scene: Scene, at: int) -> bool:
    group = scene.group_at(at - 1) or scene.group_at(at - 2)
    return group is not None and (group.plural or group.about in (About.FORCE, About.PRONOUN))


def _by(scene: Scene, at: int) -> str | None:
    for index in range(at + 1, min(scene.length, at + 8)):
        if scene.low(index) == "by":
            group = scene.group_at(index + 1)
            return group.words if group else None
    return None
