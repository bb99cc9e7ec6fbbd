"""Idioms: sayings of several words with groups in their slots, wherever they stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from bot.extraction.groups import Group
from bot.extraction.lexicon.grammar import BE, HAVE, QUOTES
from bot.extraction.lexicon.idiom_forms import Idiom
from bot.extraction.lexicon.verb_forms import FORMS_OF
from bot.extraction.patterns.arguments import VerbGroup, left_groups, part_of, right_group, subject, verb_group
from bot.extraction.patterns.gate import Sign
from bot.extraction.patterns.slots import WIDE, fits, is_push
from bot.extraction.scene import Scene
from bot.extraction.sorts import About

FAR = 9  # words between an actor and its verb from which on the quote begins with the verb
_WIDEST = 3  # words that tell whose it is
_FAR_BEFORE = 16  # words between a shared subject and its second verb
_BETWEEN = QUOTES | frozenset(
    "full complete total firm still also now again all the a an its their his our once itself very quickly then "
    "himself swiftly".split()
)
_OF_A_NAMED_PLACE = frozenset("holds entered withdrew contested".split())
_HELPS = BE | HAVE
_JOINS = frozenset(", and then before but ; later".split())
_CORES = frozenset(
    "middle heart centre center whole rest most much half edge bulk core midst rows row stretch stretches".split()
)
_GOES_ON = frozenset((("out", "of"), ("in", "of"), ("off", "with"), ("away", "with"), ("up", "of"), ("back", "into")))
_OWNERS = frozenset("its their our his her my".split())
_NO_OWNER = frozenset("the a this that your good safe other better wrong right".split())
_DEGREES = frozenset("full complete total firm sole effective undisputed absolute entire tight continued".split())
_PARTICLES = frozenset("off away up out over back in down".split())
_SUBJECTLESS = frozenset("XF")
_SHARED = frozenset("AMDWR")


class Match(NamedTuple):
    """An idiom found: words [start, end), its first word `at`, who does it, and what stands in its slots."""

    idiom: Idiom
    start: int
    end: int
    at: int
    subject: Group | None
    filled: Mapping[str, Group]
    whose: str | None


def signs_of_idioms(idioms: Iterable[Idiom]) -> Iterator[Sign]:
    """What sets idioms off: the two words of each that are least common."""
    for idiom in idioms:
        yield from product(*idiom.words[:2])


def match_at(scene: Scene, at: int, by_first: Mapping[str, tuple[Idiom, ...]]) -> Match | None:
    """The idiom that begins at a word, the longest that fits."""
    near = scene.small[at + 1 : at + 5]
    for idiom in by_first.get(scene.small[at], ()):
        if not (idiom.second.isdisjoint(near) and idiom.second) and _all_said(scene, idiom):
            found = _fitted(scene, at, idiom)
            if found is not None:
                return found
    return None


def _all_said(scene: Scene, idiom: Idiom) -> bool:
    return not any(map(scene.vocabulary.isdisjoint, idiom.words))  # the rarest first: most sentences lack it


def _fitted(scene: Scene, at: int, idiom: Idiom) -> Match | None:
    filled: dict[str, Group] = {}
    whose, index = None, at
    for number, part in enumerate(idiom.parts):
        following = idiom.parts[number + 1] if number + 1 < len(idiom.parts) else None
        if part == "H":
            end = _whose(scene, index, following)
            whose = _owner(scene, index, end) if end else None
            if whose is None:
                return None
            index = end or -1
        elif isinstance(part, str):
            group = _group_in(scene, index, part)
            if group is None or (group.noun == "it" and idiom.action in _OF_A_NAMED_PLACE):
                return None
            filled[part], index = group, _past(scene, group, following)
        else:
            index = _past_word(scene, index, part, first=not number)
        if index < 0:
            return None
    if (scene.low(index - 1), scene.low(index)) in _GOES_ON:
        return None  # “pulled out of the deal”, “made off with goats”
    return _with_subject(scene, Match(idiom, at, index, at, None, filled, whose))


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
            owned = any(low not in _BETWEEN and low not in _NO_OWNER for low in scene.lows(at, end))
            return end if owned or scene.low(at) in _OWNERS or scene.low(end + 1) == "of" else None
        if not scene.low(end)[:1].isalnum() and scene.low(end) not in ("'s", "’s", "'"):
            return None
    return None


def _owner(scene: Scene, at: int, end: int) -> str | None:
    """Whose it is: “rebel”, “the army” of “the army's full”, and those who stand behind “full control of”."""
    words = [token.word for token in scene.words[at:end] if token.low not in _DEGREES]
    if words and words[-1] in ("'s", "’s", "'", "’"):
        words.pop()
    if words not in ([], ["the"]):
        return " ".join(words).replace(" 's", "'s").replace(" ’s", "’s")
    behind = right_group(scene, end + 1, 3) if scene.low(end + 1) == "of" else None
    return behind.words if behind is not None and behind.start <= end + 4 else None


def _group_in(scene: Scene, at: int, slot: str) -> Group | None:
    group = right_group(scene, at - 1, 4)
    if group is not None and group.about is About.UNIT and scene.low(group.end) == "of":
        group = right_group(scene, group.end, 3)  # “80 percent of the town”
    if group is not None and scene.low(group.end) == "of" and (group.noun in _CORES or group.about is About.FIGURE):
        inner = right_group(scene, group.end, 3)
        group = (part_of(scene, inner) if inner and group.about is About.FIGURE else inner) or group
    return group if group is not None and fits(group, slot) else None


def _past(scene: Scene, group: Group, following: str | frozenset[str] | None) -> int:
    """Behind a group, and behind “of Grozny” where the idiom goes on only there."""
    if isinstance(following, frozenset) and scene.low(group.end) not in following:
        inner = scene.group_at(group.end + 1)
        if scene.low(group.end) == "and" and inner is not None and inner.about is group.about and not inner.counted:
            return inner.end  # “400 women and children out of the town”
        if scene.low(group.end) in ("of", "in", "at", "near") and inner is not None and inner.start == group.end + 1:
            return inner.end
    return group.end


def _with_subject(scene: Scene, match: Match) -> Match | None:
    slot = match.idiom.subject
    if slot == "H":
        owner = scene.group_at(match.at)
        if owner is None:
            return match
        whose = _owner(scene, owner.start, match.at)
        return match._replace(start=owner.start, whose=None if (whose or "").lower() in _OWNERS else whose)
    verb = verb_group(scene, match.at)
    doer = _subject(scene, match.at, slot, match.idiom.action) if slot else None
    if slot and doer is None and not (slot in _SUBJECTLESS and match.at == 0):
        return None
    if match.idiom.suffered and doer is not None and _did_it(scene, match, doer, verb):
        return None
    return match._replace(start=begins(scene, doer, verb.start), subject=doer)


def _did_it(scene: Scene, match: Match, doer: Group, verb: VerbGroup) -> bool:
    """“The militia has posted a video”, “police marched off three men”: the subject did it."""
    if verb.helped:
        return not any(low in BE for low in scene.lows(verb.start, verb.at))
    if match.at - doer.end > 1 and scene.low(match.at - 1) not in _JOINS:
        return True
    acted_on = scene.low(match.end - 1) in _PARTICLES and right_group(scene, match.end - 1, 2) is not None
    return acted_on or doer.about is About.PRONOUN


def _subject(scene: Scene, at: int, slot: str, action: str) -> Group | None:
    own = scene.group_at(at)
    start = verb_group(scene, own.start if own and own.start < at and own.head == at else at).start
    if slot == "X":
        return next((one for one in left_groups(scene, start) if is_push(one)), None)
    found = subject(scene, start, WIDE[slot])
    if found is not None and (
        fits(found, slot) or (slot == "A" and action == "repelled" and found.about is About.PEOPLE)
    ):
        return found
    near = [one for one in left_groups(scene, start)[:2] if one.about is not About.NAME]
    if near and near[0].end == start and near[0].counted and not fits(near[0], "M" if slot == "A" else slot):
        return None  # “teams counted 200 people arriving”
    if slot in _SHARED and scene.low(start - 1) in _JOINS:
        near += [one for one in reversed(scene.groups) if one.end <= start <= one.end + _FAR_BEFORE]
    return next((one for one in near if fits(one, "M" if slot == "A" else slot)), None)


def begins(scene: Scene, doer: Group | None, verb: int) -> int:
    """Where a quote begins: with who does it, unless that is far off or has done something else before."""
    if doer is None or verb - doer.end > FAR:
        return verb
    shared = scene.low(verb - 1) in _JOINS and doer.end < verb - 1
    return verb if shared and any(low in FORMS_OF for low in scene.lows(doer.end, verb - 1)) else doer.start
