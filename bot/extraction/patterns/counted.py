"""Counted: the reading shared by every kind that counts: a verb, the group it counts, and its figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.claims.model import Interval
from bot.extraction.groups import Group
from bot.extraction.lexicon.forces import FORCES
from bot.extraction.lexicon.grammar import BE, DETERMINERS, HAVE
from bot.extraction.lexicon.phrases import phrase_table
from bot.extraction.lexicon.splits import split_table
from bot.extraction.lexicon.things import POSITIONS
from bot.extraction.lexicon.verb_forms import FORMS_OF, SENSES, VERB_WORDS, Form, Sense
from bot.extraction.lexicon.victims import BODIES
from bot.extraction.patterns.arguments import (
    VerbGroup,
    governing_to,
    is_verb,
    left_groups,
    part_of,
    right_group,
    subject,
    verb_group,
)
from bot.extraction.patterns.gate import Gate, Sign, verbs_of
from bot.extraction.patterns.listing import listed_before, listed_behind, summed, without_state
from bot.extraction.patterns.persons import named_person, somebody
from bot.extraction.patterns.phrasing import phrase_end
from bot.extraction.patterns.shared_verbs import acts_now, inverted, shared_passive
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

_PHRASES = phrase_table()
_SPLITS = split_table()
_OF_THINGS_TOO = frozenset(
    "blown_up cut_down trapped buried_under under_the_rubble did_not_survive not_been_seen_since not_seen_since "
    "never_seen_again not_been_heard_of".split()
)
_AUXILIARIES = BE | HAVE
_BLASTS = frozenset(("blown_up", "blew_up"))
"""Said of houses as well as of people."""
_Words = tuple[str, ...]
HUMAN = frozenset({About.PEOPLE, About.FORCE, About.FIGURE, About.NAME, About.PRONOUN})
HARMED = HUMAN | {About.OTHER}
MATERIAL = frozenset({About.THING, About.FIGURE, About.POSITION, About.OTHER})


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase reports."""

    kind: str
    label: str | None
    role: str


def signs_of(kind: str) -> Iterator[Sign]:
    """What sets `counted` off for a kind: its verbs, phrases, and verbs with their tails."""
    yield from verbs_of(kind)
    yield from _signs_of_phrases(kind)
    yield from _signs_of_splits(kind)


def _signs_of_phrases(kind: str) -> Iterator[Sign]:
    return (words for rows in _phrases_of(kind).values() for words, *_ in rows)


def _signs_of_splits(kind: str) -> Iterator[Sign]:
    return ((form, *tail) for rows in _splits_of(kind).values() for tail, _, forms in rows for form in forms)


@cache
def _gates_of(kind: str) -> tuple[Gate, Gate]:
    return Gate(_signs_of_splits(kind)), Gate(_signs_of_phrases(kind))


def counted(scene: Scene, kind: str, wanted: frozenset[About]) -> Iterator[Finding]:
    """Every verb of a kind with the group it counts."""
    split, phrased = _gates_of(kind)
    if split.opens(scene.vocabulary):
        yield from _splits(scene, kind, wanted)
    if phrased.opens(scene.vocabulary):
        yield from _phrases(scene, kind, wanted)
    senses = _senses_of(kind)
    for at in scene.spots(senses):
        for sense in senses[scene.small[at]]:
            if is_verb(scene, at):
                found = _read(scene, at, sense, wanted)
                if found is not None:
                    yield found
                    break


@cache
def _senses_of(kind: str) -> dict[str, tuple[Sense, ...]]:
    """Word -> what it says as a verb of the kind."""
    table = {word: tuple(sense for sense in senses if sense.kind == kind) for word, senses in SENSES.items()}
    return {word: senses for word, senses in table.items() if senses}


@cache
def _phrases_of(kind: str) -> dict[str, tuple[tuple[_Words, str | None, str], ...]]:
    """First word -> (phrase, label, role) of the kind, longest first."""
    table = {
        first: tuple((words, label, role) for words, sort, label, role in rows if sort == kind)
        for first, rows in _PHRASES.items()
    }
    return {first: rows for first, rows in table.items() if rows}


@cache
def _splits_of(kind: str) -> dict[str, tuple[tuple[_Words, str, frozenset[str]], ...]]:
    """First word of a tail -> (tail, label, forms of the verb) of the kind."""
    table = {
        first: tuple((tail, label, forms) for tail, sort, label, forms in rows if sort == kind)
        for first, rows in _SPLITS.items()
    }
    return {first: rows for first, rows in table.items() if rows}


def _splits(scene: Scene, kind: str, wanted: frozenset[About]) -> Iterator[Finding]:
    """“Took three officers prisoner”: the verb, the group, and the tail that tells what became of it."""
    tails = _splits_of(kind)
    for at in scene.spots(tails):
        for tail, label, forms in tails[scene.small[at]] if at >= 2 else ():
            group = scene.group_at(at - 1)
            if group is None or group.about not in wanted or phrase_end(scene, at, tail) is None:
                continue
            verb = next(
                (i for i in range(group.start - 1, max(-1, group.start - 4), -1) if scene.low(i) in forms), None
            )
            if verb is not None:
                yield Finding(
                    kind,
                    label,
                    verb,
                    at + len(tail),
                    verb,
                    f"{kind}.split.{scene.low(verb)}_{'_'.join(tail)}",
                    group.interval,
                    _people(scene, group),
                    counted=group.counted,
                )
                break


def _phrases(scene: Scene, kind: str, wanted: frozenset[About]) -> Iterator[Finding]:
    """Every phrase of a kind with the group it counts; the longest phrase at a word wins."""
    taken, phrases = -1, _phrases_of(kind)
    for at in scene.spots(phrases):
        if at < taken:
            continue
        for words, label, role in phrases[scene.small[at]]:
            end = phrase_end(scene, at, words)
            if end is not None:
                found = _phrase(scene, at, end - at, Phrase(kind, label, role), wanted)
                if found is not None:
                    taken = end
                    yield found
                    break


def _phrase(scene: Scene, at: int, length: int, phrase: Phrase, wanted: frozenset[About]) -> Finding | None:
    verb, end = verb_group(scene, at), at + length
    own = scene.group_at(at)
    if own is not None and own.counted and own.head == at and own.noun in BODIES:
        return None  # “28 bodies of peasants”: the bodies are counted
    if length == 1 and own is not None and own.start < at < own.head and not own.counted:
        return None  # “the body of a missing constable”
    if phrase.role == "object" and not (verb.helped and _be_before(scene, verb)):
        found = _on_its_object(scene, at, end, phrase, wanted)
        if found is not None or not _may_have_a_subject(scene, at, end):
            return found
    if own is not None and own.start < at and not own.counted and own.definite:
        return None  # “the dead” names them, it does not report them
    return _of_its_subject(scene, at, end, phrase, wanted)


def _on_its_object(scene: Scene, at: int, end: int, phrase: Phrase, wanted: frozenset[About]) -> Finding | None:
    """“Claimed the lives of nine”: who it happened to stands behind, or inside a split phrase."""
    target = right_group(scene, end - 1, 2)
    if target and (target.about in wanted or (About.PEOPLE in wanted and named_person(target))):
        listed = listed_behind(scene, target)
        stretch = (at, max(end, listed[-1].end))
        return _told(scene, at, end, phrase, stretch, summed(listed), _people(scene, target), target.counted)
    inner = _split_object(scene, at, wanted)
    if inner is None:
        return None
    return _told(scene, at, end, phrase, (inner.start, end), inner.interval, inner.words, inner.counted)


def _may_have_a_subject(scene: Scene, at: int, end: int) -> bool:
    """Whether a phrase without its object may be a participle of what stands before it."""
    target = right_group(scene, end - 1, 2)
    if scene.low(end) in DETERMINERS and not target:
        return False  # “handed over the remains”: something else is its object
    return scene.low(at).endswith(("ed", "en", "wn", "un", "ut", "in")) and not target


def _of_its_subject(scene: Scene, at: int, end: int, phrase: Phrase, wanted: frozenset[About]) -> Finding | None:
    """“Nine were taken prisoner”: who it happened to stands before."""
    verb, name = shared_passive(scene, at) or verb_group(scene, at), "_".join(scene.lows(at, end))
    if (
        phrase.kind == "casualties"
        and name in _BLASTS
        and not any(one.about is About.PEOPLE for one in left_groups(scene, verb.start)[:1])
    ):
        return None
    near = _adjacent(scene, at) if not verb.helped else None
    if name == "hurt" and not verb.helped and (hit := right_group(scene, at, 1)) is not None and hit.counted:
        return None  # “killed six and hurt ten”
    group = near or subject(scene, verb.start, wanted)
    if group is None or group.about not in wanted or (group.about is About.OTHER and name in _OF_THINGS_TOO):
        return None
    group = without_state(scene, group)
    listed = _list_left(scene, group)
    stretch = (listed[0].start, end)
    return _told(scene, at, end, phrase, stretch, summed(listed), _people(scene, group), group.counted)


def _told(
    scene: Scene, at: int, end: int, phrase: Phrase, stretch: tuple[int, int], interval: Interval, people: str | None,
    counted: bool,
) -> Finding:  # fmt: skip
    rule = f"{phrase.kind}.phrase.{'_'.join(scene.lows(at, end))}"
    return Finding(phrase.kind, phrase.label, *stretch, at, rule, interval, people, counted=counted)


def _be_before(scene: Scene, verb: VerbGroup) -> bool:
    return any(low in BE for low in scene.lows(verb.start, verb.at))


def _split_object(scene: Scene, at: int, wanted: frozenset[About]) -> Group | None:
    """“took three officers prisoner”, “left five dead”: handled where the phrase's first word stands alone."""
    group = scene.group_at(at - 1)
    return group if group and group.about in wanted and group.counted else None


def _read(scene: Scene, at: int, sense: Sense, wanted: frozenset[About]) -> Finding | None:
    verb = verb_group(scene, at)
    forms = FORMS_OF[scene.low(at)]
    if forms == {Form.PLAIN} and not verb.helped and governing_to(scene, at) is None:
        target = _whole(scene, right_group(scene, at)) if sense.role == "object" else None
        return _right(scene, verb, target, sense) if target and acts_now(scene, at, target) else None
    if sense.role == "subject":
        group = _adjacent(scene, at) if not verb.helped else None
        group = group or subject(scene, verb.start, wanted)
        return _left(scene, verb, group, sense, "subject") if group else None
    if not verb.passive:
        target = _whole(scene, right_group(scene, at))
        if (
            target
            and scene.low(at - 1) != "those"  # “wished those injured a full recovery”
            and target.about in wanted
            and not _own_clause(scene, target)
            and somebody(scene, target, sense.kind, sense.lemma)
        ):
            return _right(scene, verb, target, sense)
        if Form.PARTICIPLE not in forms or (verb.helped and not verb.passive):
            return None
        if (shared := shared_passive(scene, at)) is not None:
            group = subject(scene, shared.start, wanted)
            return _left(scene, shared, group, sense, "passive") if group else None
        if (behind := inverted(scene, at)) is not None and behind.about in wanted:
            return _right(scene, verb, behind, sense)
        if target and (
            target.about in (About.POSITION, About.THING, About.FORCE)
            or not POSITIONS.isdisjoint(target.words.lower().split())  # “the rebels captured Hill 402”
            or (target.definite and sense.kind == "casualties")
        ):
            return None
        near = _adjacent(scene, at)
        return _left(scene, verb, near, sense, "reduced") if near and near.about in wanted else None
    group = subject(scene, verb.start, wanted)
    return _left(scene, verb, group, sense, "passive") if group else None


def _whole(scene: Scene, group: Group | None) -> Group | None:
    """“Killed seven of the attackers”: the figure with the noun behind “of”."""
    if group is None or group.about is not About.FIGURE or scene.low(group.end) != "of":
        return group
    inner = scene.group_at(group.end + 1)
    return part_of(scene, inner) if inner and inner.start == group.end + 1 else group


def _own_clause(scene: Scene, group: Group) -> bool:
    """“… killed, 12 people were” — the group belongs to the verb that follows it."""
    if group.counted and (group.interval.low or 0) > 1 and scene.low(group.end) in ("was", "is", "has"):
        return False  # “a claim to have killed 80 soldiers was denied”
    return scene.low(group.end) in _AUXILIARIES and scene.low(group.end + 1) not in ("",)


def _adjacent(scene: Scene, at: int) -> Group | None:
    floor = max(-1, at - 4)
    opening = _aside_opens(scene, at) or _bracket_opens(scene, at)
    for index in range((opening or at) - 1, floor if opening is None else max(-1, opening - 3), -1):
        group = scene.group_at(index)
        if group is not None:
            group = part_of(scene, group) or group
            if group.about is About.UNIT:
                return None
            return group if group.counted or group.about is About.PEOPLE or _and_its(scene, group) else None
        if scene.low(index) == "also" and scene.low(index - 1) in FORCES:
            return None  # “police also captured …” did it
        if not (
            scene.low(index) in ("also", "reportedly", "seriously", "others", "-", "reported", "confirmed", "”", '"')
            or scene.low(index).endswith("ly")
        ):
            return None
    return None


def _meant(scene: Scene, group: Group) -> Group:
    """“Dragged seven men from a bus and executed them”: the pronoun has the number of those named before."""
    if group.noun != "them":
        return group
    named = [one for one in scene.groups if one.end <= group.start and one.counted and one.about is About.PEOPLE]
    return group._replace(figure=named[-1].figure, words=named[-1].words) if named else group


def _aside_opens(scene: Scene, at: int) -> int | None:
    """Where “, incl. 4 children, reported” before a participle opens."""
    close = next((index for index in (at - 1, at - 2) if scene.low(index) == ","), None)
    if close is None:
        return None
    for index in range(close - 1, max(0, close - 9), -1):
        if scene.low(index) == ",":
            return index if scene.low(index + 1) in ("including", "incl", "among", "most", "mostly") else None
    return None


def _bracket_opens(scene: Scene, at: int) -> int | None:
    """Where the bracket opens in “one driver (a Fijian) killed”."""
    if scene.low(at - 1) != ")":
        return None
    return next((index for index in range(at - 2, max(0, at - 9), -1) if scene.low(index) == "("), None)


def _and_its(scene: Scene, group: Group) -> bool:
    """“… were hurt and their vehicle destroyed”, “Vehicle destroyed.”: a thing that shares a verb, or opens."""
    return group.about is About.THING and (group.start == 0 or scene.low(group.start - 1) in ("and", ",", ";"))


def _right(scene: Scene, verb: VerbGroup, target: Group, sense: Sense) -> Finding:
    target = _meant(scene, target)
    listed = listed_behind(scene, target)
    return Finding(
        sense.kind,
        sense.label,
        verb.at,
        max(listed[-1].end, verb.at + 1),
        verb.at,
        f"{sense.kind}.active.{sense.lemma}",
        summed(listed),
        _people(scene, target),
        counted=target.counted,
    )


def _left(scene: Scene, verb: VerbGroup, group: Group, sense: Sense, how: str) -> Finding:
    listed = _list_left(scene, group)
    return Finding(
        sense.kind,
        sense.label,
        listed[0].start,
        verb.at + 1,
        verb.at,
        f"{sense.kind}.{how}.{sense.lemma}",
        summed(listed),
        _people(scene, group),
        counted=group.counted,
    )


def _list_left(scene: Scene, group: Group) -> list[Group]:
    """The list that the subject ends, or begins (“Ali and his son were killed”)."""
    behind = listed_behind(scene, group)
    return behind if len(behind) > 1 else listed_before(scene, group)


def _people(scene: Scene, group: Group) -> str | None:
    """The group as worded; a bare figure may stand for “others” or for people named behind it."""
    if group.about is not About.FIGURE or group.words == "others":
        return group.words
    behind = scene.group_at(group.end + 1) if scene.low(group.end) == "of" else None
    return behind.words if behind else None


__all__ = ["HARMED", "HUMAN", "MATERIAL", "VERB_WORDS", "counted"]
