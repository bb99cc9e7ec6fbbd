"""Idioms: sayings of several words with groups in their slots, read off `lexicon/control_idioms.py`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from bot.extraction.groups import Group
from bot.extraction.lexicon.control_idioms import IDIOMS, Idiom, by_first_word, read_idioms
from bot.extraction.lexicon.grammar import BE, HAVE, QUOTES
from bot.extraction.lexicon.things import POSITIONS
from bot.extraction.lexicon.verb_forms import FORMS_OF
from bot.extraction.lexicon.victims import ARMED, PEOPLE
from bot.extraction.patterns.arguments import left_groups, right_group, subject, verb_group
from bot.extraction.patterns.gate import Sign
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

KIND = "territorial_control"
FAR = 9  # words between an actor and its verb from which on the quote begins with the verb
_WIDEST = 3  # words that tell whose it is
_IDIOMS = read_idioms(IDIOMS)
_BY_FIRST = by_first_word(_IDIOMS)
FIRSTS = _BY_FIRST.keys()
_WE = frozenset("we they i us them".split())
_NOBODY = frozenset("nobody nobody's anybody's neither none no one's one".split())
_MEN = frozenset("men boys lads side sides women brigade".split())
_PUSHES = frozenset(
    "attack attacks assault assaults offensive offensives onslaught counterattack counterattacks counter-attack "
    "counter-attacks counteroffensive counter-offensive storming incursion incursions raid raids foray forays sortie "
    "sorties clashes fighting battle battles combat gunbattle shootout ambush "
    "advance advances attempt attempts push pushes thrust thrusts infiltration infiltrations probe probes drive".split()
)
_BETWEEN = QUOTES | frozenset(
    "full complete total firm still also now again all the a an its their his our once itself very quickly then "
    "himself swiftly".split()
)
_OF_A_NAMED_PLACE = frozenset("holds entered withdrew contested".split())
_HELPS = BE | HAVE
_JOINS = frozenset(", and then before but ;".split())
_FAR_BEFORE = 16  # words between a shared subject and its second verb
_HELPERS = frozenset("un who msf icrc ocha unhcr wfp iom ngo ngos eu usaid unicef usa us uk bbc".split())
_CORES = frozenset(
    "middle heart centre center whole rest most much half edge bulk core midst rows row stretch stretches".split()
)
_GOES_ON = frozenset((("out", "of"), ("in", "of"), ("off", "with"), ("away", "with")))
_ACTORS = frozenset({About.PEOPLE, About.FORCE, About.NAME, About.PRONOUN})
_ANYTHING = _ACTORS | {About.POSITION, About.THING, About.OTHER, About.FIGURE}
_UNDER_ARMS = frozenset({About.FORCE, About.PEOPLE, About.NAME})
_WIDE = {
    "A": _ACTORS | {About.THING},
    "M": _ACTORS | {About.THING},
    "N": _ANYTHING,
    "P": _ANYTHING - {About.PEOPLE},
    "F": _ACTORS,
    "T": _ANYTHING,
}
_NO_OWNER = frozenset("the a this that good safe other better wrong right".split())
_OF_A_NAMED_PLACE = frozenset("holds entered withdrew contested".split())
_HELPS = BE | HAVE
_JOINS = frozenset(", and then before but ;".split())
_FAR_BEFORE = 16  # words between a shared subject and its second verb
_HELPERS = frozenset("un who msf icrc ocha unhcr wfp iom ngo ngos eu usaid unicef usa us uk bbc".split())
_CORES = frozenset(
    "middle heart centre center whole rest most much half edge bulk core midst rows row stretch stretches".split()
)
_GOES_ON = frozenset((("out", "of"), ("in", "of"), ("off", "with"), ("away", "with")))
_ACTORS = frozenset({About.PEOPLE, About.FORCE, About.NAME, About.PRONOUN})
_ANYTHING = _ACTORS | {About.POSITION, About.THING, About.OTHER, About.FIGURE}
_UNDER_ARMS = frozenset({About.FORCE, About.PEOPLE, About.NAME})
_WIDE = {
    "A": _ACTORS | {About.THING},
    "M": _ACTORS | {About.THING},
    "N": _ANYTHING,
    "P": _ANYTHING - {About.PEOPLE},
    "F": _ACTORS,
    "T": _ANYTHING,
}
_NO_OWNER = frozenset("the a this that good safe other better wrong right".split())
_NATURE = frozenset(
    "hills mountains orchards fields trees water sea desert forest woods fog snow buildings walls crowds".split()
)


def signs() -> Iterator[Sign]:
    """What sets an idiom off: its first word with its next."""
    for idiom in _IDIOMS:
        yield from product(*idiom.words()[:2])


def armed(group: Group) -> bool:
    """Whether a group is under arms for sure: a force, fighters, or a people by name (“the Serbs”)."""
    if group.about is About.FORCE or group.noun in ARMED or group.noun in _MEN:
        return True
    if group.about is About.NAME and group.words.isupper() and len(group.words) > 1:
        return group.noun not in _HELPERS  # “FARDC”
    return group.noun.endswith("s") and group.definite and group.words.split()[-1][:1].isupper()


def is_seat(group: Group) -> bool:
    """Whether a group can be held: a kind of place, or a name."""
    words = group.words.lower().split()
    named = group.about is About.NAME and PEOPLE.isdisjoint(words)
    return named or group.about is About.POSITION or not POSITIONS.isdisjoint(words)


def is_push(group: Group) -> bool:
    """Whether a group is an attack that can be beaten back."""
    words = group.words.lower().split()
    return not _PUSHES.isdisjoint(words) and "air" not in words


def read_idiom(scene: Scene, at: int) -> Finding | None:
    """The idiom that begins at a word, the longest that fits."""
    for idiom in _BY_FIRST.get(scene.small[at], ()):
        if all(not words.isdisjoint(scene.vocabulary) for words in idiom.words()[1:]):
            found = _fitted(scene, at, idiom)
            if found is not None:
                return found
    return None


def _fitted(scene: Scene, at: int, idiom: Idiom) -> Finding | None:
    filled: dict[str, Group] = {}
    whose, index = None, at
    for number, part in enumerate(idiom.parts):
        following = idiom.parts[number + 1] if number + 1 < len(idiom.parts) else None
        if part == "H":
            end = _whose(scene, index, following)
            whose, index = (" ".join(scene.lows(index, end)) if end else None), end or -1
        elif isinstance(part, str):
            group = _group_in(scene, index, part)
            if group is None:
                return None
            if group.noun == "it" and idiom.action in _OF_A_NAMED_PLACE:
                return None
            filled[part], index = group, _past(scene, group, following)
        else:
            index = _past_word(scene, index, part, first=not number)
        if index < 0:
            return None
    return _told(scene, at, index, idiom, filled, whose)


def _past_word(scene: Scene, at: int, words: frozenset[str], first: bool) -> int:
    """The index behind a word of the idiom, before which an adverb or an article may stand; -1 where it is missing."""
    for index in range(at, at + (1 if first else 4)):
        low = scene.low(index)
        if low in words:
            return index + 1
        if low not in _BETWEEN and low not in _HELPS and not low.endswith("ly"):
            return -1
    return -1


def _whose(scene: Scene, at: int, following: str | frozenset[str] | None) -> int | None:
    """Where the words end that tell whose hands they are."""
    for end in range(at + 1, at + _WIDEST + 2):
        if isinstance(following, frozenset) and scene.low(end) in following:
            return end if scene.low(end - 1) not in _NO_OWNER else None
        if not scene.low(end)[:1].isalnum() and scene.low(end) not in ("'s", "’s", "'"):
            return None
    return None


def _group_in(scene: Scene, at: int, slot: str) -> Group | None:
    group = right_group(scene, at - 1, 4)
    if group is not None and group.about is About.UNIT and scene.low(group.end) == "of":
        group = right_group(scene, group.end, 3)  # “80 percent of the town”
    if group is not None and slot in "PT" and group.noun in _CORES and scene.low(group.end) == "of":
        group = right_group(scene, group.end, 3) or group
    return group if group is not None and _fits(group, slot) else None


def _past(scene: Scene, group: Group, following: str | frozenset[str] | None) -> int:
    """Behind a group, and behind “of Grozny” where the idiom goes on only there."""
    if isinstance(following, frozenset) and scene.low(group.end) not in following:
        inner = scene.group_at(group.end + 1)
        if scene.low(group.end) in ("of", "in", "at", "near") and inner is not None and inner.start == group.end + 1:
            return inner.end
    return group.end


def _fits(group: Group, slot: str) -> bool:
    if slot == "M":
        return armed(group)
    if slot == "A":
        return armed(group) or group.about is About.NAME or group.noun in _WE or group.noun == "it"
    if slot == "P":
        return is_seat(group) or group.noun == "it"
    if slot == "X":
        return is_push(group)
    if slot == "N":
        return not _NOBODY.isdisjoint(group.words.lower().split())
    fighters = armed(group) or group.noun in ("them", "enemy") or _a_people(group)
    return fighters or (slot == "T" and is_seat(group))


def _a_people(group: Group) -> bool:
    return group.noun.endswith("s") and group.words.split()[-1][:1].isupper()


def _subject(scene: Scene, at: int, slot: str, action: str) -> Group | None:
    own = scene.group_at(at)
    start = verb_group(scene, own.start if own and own.start < at and own.head == at else at).start
    if slot == "X":
        return next((one for one in left_groups(scene, start) if is_push(one)), None)
    found = subject(scene, start, _WIDE[slot])
    if found is not None and (
        _fits(found, slot) or (slot == "A" and action == "repelled" and found.about is About.PEOPLE)
    ):
        return found
    near = [one for one in left_groups(scene, start)[:2] if one.about is not About.NAME]
    if slot in "AM" and scene.low(start - 1) in _JOINS:
        near += [one for one in reversed(scene.groups) if one.end <= start <= one.end + _FAR_BEFORE]
    return next((one for one in near if slot in "AMPT" and _fits(one, "M" if slot == "A" else slot)), None)


def begins(scene: Scene, doer: Group | None, verb: int) -> int:
    """Where a quote begins: with who does it, unless that is far off or has done something else before."""
    if doer is None or verb - doer.end > FAR:
        return verb
    shared = scene.low(verb - 1) in _JOINS and doer.end < verb - 1
    return verb if shared and any(low in FORMS_OF for low in scene.lows(doer.end, verb - 1)) else doer.start


def _told(scene: Scene, at: int, end: int, idiom: Idiom, filled: dict[str, Group], whose: str | None) -> Finding | None:
    verb = verb_group(scene, at)
    doer = _subject(scene, at, idiom.subject, idiom.action) if idiom.subject not in ("", "H") else None
    if idiom.subject not in ("", "H") and doer is None and not (idiom.subject in "XF" and at == 0):
        return None
    if (scene.low(end - 1), scene.low(end)) in _GOES_ON:
        return None  # “pulled out of the deal”, “made off with goats”
    start = begins(scene, doer, verb.start)
    if idiom.subject == "H":
        owner = scene.group_at(at)
        start = owner.start if owner else at
        whose = owner.words if owner else None
    acts = doer if idiom.subject in ("A", "M", "N") else filled.get("A") or filled.get("M")
    where = filled.get("P") or filled.get("T") or (doer if idiom.subject in "PT" else None) or filled.get("X")
    return Finding(
        KIND, idiom.action, start, end, at, f"control.idiom.{idiom.name}",
        actor=acts.words if acts else whose, object=where.words if where else None,
    )  # fmt: skip
