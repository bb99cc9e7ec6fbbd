"""Arguments: who does a verb and who suffers it, told from the groups to its left and right."""

from __future__ import annotations

from typing import NamedTuple

from bot.extraction.groups import Group
from bot.extraction.lexicon.grammar import ADVERBS, BE, DETERMINERS, HAVE, MODALS, NEGATIONS, QUOTES
from bot.extraction.lexicon.verb_forms import FORMS_OF, SENSES, VERB_WORDS, Form
from bot.extraction.scene import Scene
from bot.extraction.sorts import About, in_a_tense

_BRACKETS = {")": "(", "]": "["}
_INCLUDING = frozenset("including among mostly mainly most many some all".split())
REACH = 26  # words that may stand between a verb and its subject
_SKIPPED = ADVERBS | QUOTES | {"-", "being", "been", "either", "both", "live"}
_LEADS_AWAY = frozenset("to at".split())  # “wounded at the port” wounds no port
_AUXILIARY = BE | HAVE | {"to", "did", "do", "does"} | MODALS | NEGATIONS
_PREPOSITIONS = frozenset(
    "of in on at from to by with near outside inside around across along during after among between under behind "
    "over within aboard including for against since until into before throughout".split()
)
_OPENS_ASIDE = frozenset(
    "who which whose where including mostly mainly among most many some identified named known".split()
)
_TOPICS = frozenset("number numbers figure identity".split())
_PERSONS = frozenset("it he she who that".split())
_MEMBERS = frozenset("members member soldiers fighters officers men staff employees relatives".split())
_CARED = frozenset("treated questioned interrogated repelled tried charged".split())
_DEEMED = frozenset("believed feared thought presumed reported said known understood suspected".split())
_SHARES = frozenset("most all part parts half some much".split())
_JOINS = frozenset("after before until since".split())
BARRIERS = frozenset(
    "that if whether because although though said says saying told ; : when while as where but".split()
)


class VerbGroup(NamedTuple):
    """The verb at `at` with its auxiliaries from `start`; `passive` where its subject suffers it."""

    start: int
    at: int
    passive: bool
    helped: bool  # an auxiliary stands before it


def verb_group(scene: Scene, at: int) -> VerbGroup:
    """The verb at an index with the auxiliaries and adverbs before it."""
    start, be, helped = at, False, False
    for index in range(at - 1, max(-1, at - 8), -1):
        low = scene.low(index)
        if low in _AUXILIARY and scene.words[index].word != "May" and not _owns(scene, index):  # the month
            be = be or low in BE
            helped, start = True, index
        elif low == "'s" and scene.low(index - 1) in _PERSONS and right_group(scene, at) is not None:
            helped, start = True, index  # “it's taken two villages”
        elif low in _SKIPPED or low.endswith(("ly", "n't")) or _in_a_pair(scene, index, at):
            continue
        else:
            break
    forms = FORMS_OF.get(scene.low(at), frozenset())
    passive = be and Form.PARTICIPLE in forms
    return VerbGroup(start, at, passive, helped)


def _owns(scene: Scene, at: int) -> bool:
    """“Tuesday night's fighting”: what has no hands owns the noun behind “'s”, and does nothing."""
    owner = scene.group_at(at - 1) if scene.low(at) == "'s" else None
    return owner is not None and owner.about in (About.OTHER, About.NAME, About.UNIT, About.THING)


def _in_a_pair(scene: Scene, index: int, at: int) -> bool:
    """“Were looted and” of “were looted and destroyed”, “lightly or” of “lightly or badly wounded”."""
    if scene.low(index) in ("and", "or"):
        return scene.low(index - 1).endswith("ly") or _joins_participles(scene, index, at)
    return scene.low(index).endswith("ed") and scene.low(index + 1) in ("and", "or")


def _joins_participles(scene: Scene, joint: int, at: int) -> bool:
    """“Were looted and destroyed”: both suffered by one subject, where nothing is acted on."""
    between = all(low.endswith("ly") for low in scene.lows(joint + 1, at))
    first = scene.low(joint - 1)
    suffered = any(sense.role == "object" for sense in SENSES.get(scene.low(at), ()))
    return (
        between
        and suffered
        and first.endswith("ed")
        and first not in _CARED
        and scene.group_at(joint - 1) is None
        and right_group(scene, at) is None
    )


def governing_to(scene: Scene, at: int) -> int | None:
    """Where “to” stands that also rules a plain verb joined by “and”: “managed to kill one and wound two”."""
    if scene.low(at - 1) != "and":
        return None
    for index in range(at - 2, max(-1, at - 12), -1):
        if scene.low(index) in BARRIERS or scene.low(index) == ",":
            return None
        if scene.low(index) == "to" and Form.PLAIN in FORMS_OF.get(scene.low(index + 1), ()):
            return index
    return None


def is_verb(scene: Scene, at: int) -> bool:
    """Whether the word is used as a verb: outside of any group, or as the end of none."""
    group = scene.group_at(at)
    return group is None or (group.head == at and scene.low(at) in VERB_WORDS)


def right_group(scene: Scene, at: int, most: int = 4) -> Group | None:
    """The group that begins within a few adverbs, articles or marks to the right of a verb."""
    for index in range(at + 1, min(scene.length, at + 1 + most)):
        group = scene.group_at(index)
        if group is not None:
            return group if group.start == index or group.start > at else None
        low = scene.low(index)
        share = low == "of" and scene.low(index - 1) in _SHARES
        if low in _LEADS_AWAY or not (
            share or low in _SKIPPED or low in DETERMINERS or low in _SHARES or low.endswith("ly")
        ):
            return None
    return None


def left_groups(scene: Scene, start: int) -> list[Group]:
    """Groups to the left of a verb that may be its subject, nearest first, up to the clause's border."""
    found: list[Group] = []
    index = start - 1
    floor = max(-1, start - REACH)
    commas = 0
    if scene.low(index) == ",":
        index = _before_aside(scene, index, floor)
    while index > floor:
        low = scene.low(index)
        group = scene.group_at(index)
        if group is not None:
            found.append(group)
            index = group.start - 1
            continue
        if low == "that" and scene.group_at(index - 1) and scene.group_at(index + 1) is None:
            index -= 1  # “a shell that landed near the school”
            continue
        if low in ("wounded", "injured", "dead") and scene.low(index - 1) == "the":
            index -= 2  # “four of the wounded”
            continue
        if low in _BRACKETS:
            index = _opening(scene, index, floor, _BRACKETS[low]) - 1
            continue
        if low in (",", "--") and not found and (aside := _aside_before(scene, index, floor)) is not None:
            index = aside - 1
            continue
        if (
            low in BARRIERS
            or (low in VERB_WORDS and not _relative(scene, index))
            or (low == "." and found and scene.low(index - 1) not in ("incl", "approx"))
        ):
            break
        commas += low == ","
        if commas > 2:
            break
        index -= 1
    return found


def _before_aside(scene: Scene, comma: int, floor: int) -> int:
    """Where to go on to the left of “, who had held the dam,” or “, a third of them children,”."""
    if (ages := _before_ages(scene, comma, floor)) is not None:
        return ages
    for index in range(comma - 1, floor, -1):
        if scene.low(index) == ",":
            inside = scene.lows(index + 1, comma)
            aside = inside[:1] and (inside[0] in _OPENS_ASIDE or {"them", "whom"} & set(inside[1:5]))
            return index - 1 if aside or _names_of(scene, index, comma) else comma
    return comma


def _before_ages(scene: Scene, comma: int, floor: int) -> int | None:
    """Where “, aged four, six and nine,” begins, less one."""
    for index in range(comma - 1, floor, -1):
        if scene.low(index) in ("aged", "ages") and scene.low(index - 1) == ",":
            return index - 2
        group = scene.group_at(index)
        if scene.low(index) not in (",", "and") and (group is None or group.figure is None):
            return None
    return None


def _names_of(scene: Scene, opens: int, closes: int) -> bool:
    """Whether only names stand between the commas, and people were counted before: “two nurses, Ada and Ife, were”."""
    names = all(scene.words[at].capital or scene.small[at] == "and" for at in range(opens + 1, closes))
    counted = (one.counted and one.about is About.PEOPLE and opens - 5 < one.end <= opens for one in scene.groups)
    return names and "and" in scene.small[opens + 1 : closes] and any(counted)


def _opening(scene: Scene, at: int, floor: int, opens: str) -> int:
    """The bracket that opens what closes at an index; brackets are asides."""
    for index in range(at - 1, floor, -1):
        if scene.low(index) == opens:
            return index
    return at


def _aside_before(scene: Scene, at: int, floor: int) -> int | None:
    """Where “, including journalists and a crew,” or “, members of the guard,” begins that closes at an index."""
    for index in range(at - 1, floor, -1):
        low = scene.low(index)
        if low in BARRIERS:
            return None
        if low in _INCLUDING and scene.low(index - 1) in (",", "--"):
            return index - 1
        if low in (",", "--") and scene.lows(index + 2, index + 4) in (["of", "them"], ["of", "whom"]):
            return index
        if low in (",", "--") and scene.low(index + 1) not in ("and", "or"):
            return index if _apposed(scene, index) else None
    return None


def _apposed(scene: Scene, at: int) -> bool:
    """Whether a bare plural behind the comma tells who the counted people before it are."""
    before, behind = scene.group_at(at - 1), scene.group_at(at + 1)
    if before is None or behind is None or behind.start != at + 1:
        return False
    counted = [group for group in scene.groups if group.counted and at - 6 < group.end <= at]
    return bool(counted) and behind.about is About.PEOPLE and not behind.counted and behind.plural


def _relative(scene: Scene, at: int) -> bool:
    """A verb inside “who had fled …” does not end the search for the subject behind it."""
    return any(scene.low(index) in ("who", "which") for index in range(max(0, at - 4), at))


def subject(scene: Scene, start: int, wanted: frozenset[About]) -> Group | None:
    """The subject of a verb whose words begin at `start`: the nearest fitting group that no preposition holds."""
    if (whose := _antecedent(scene, start, wanted)) is not None:
        return whose
    if (first := _first_of_two(scene, start)) is not None:
        return subject(scene, verb_group(scene, first).start, wanted)
    groups = left_groups(scene, start)
    if scene.low(start) == "being" and groups and groups[0].end == start and groups[0].about in wanted:
        return groups[0]  # “resulted in three rebels being killed”
    if scene.low(start - 1) == "and" and (doer := _doer(scene, start)) is not None:
        return doer
    fallback: Group | None = None
    for group in groups:
        before = scene.low(group.start - 1)
        if group.end == start - 1 and scene.low(start - 1) == "who" and group.about in wanted:
            return part_of(scene, group) or group
        told = before in ("said", "says", "say")  # “the minister, who is ill, said nine had died”
        if _what_one_does(scene, group) or (in_a_tense(before) and not told and _relative(scene, group.start - 1)):
            continue  # “families who had reached the camp have fled again”
        held = before in _PREPOSITIONS and group.start > 0 and not _opens_clause(scene, group, start)
        if _aside(scene, group) or group.noun in _TOPICS:
            continue
        if before in ("of", "'s") and (whole := part_of(scene, group)):
            return whole
        if held:
            if group.about in wanted and scene.low(group.end) in _DEEMED:
                return group  # “eight residents believed to be trapped”
            if group.about in wanted and group.about is not About.NAME and fallback is None:
                fallback = group
            continue
        if group.about in wanted:
            return fallback_of(scene, group, fallback)
        if before not in (",", "and") and group.about not in (About.OTHER, About.NAME, About.UNIT):
            break
    return fallback


def _first_of_two(scene: Scene, start: int) -> int | None:
    """The verb whose subject a verb behind “and” shares: “captured 22 soldiers and seized the road”."""
    if scene.low(start - 1) != "and" or (group := scene.group_at(start - 2)) is None or group.end != start - 1:
        return None
    verb = group.start - 1
    if scene.owner[verb] >= 0 or Form.PAST not in FORMS_OF.get(scene.low(verb), ()) or scene.low(group.end) != "and":
        return None
    return verb if verb > 0 and scene.low(verb - 1) not in (",", "and") else None


def _doer(scene: Scene, start: int) -> Group | None:
    """“A man engaged the force and was shot”: who did the one suffers the other, where nobody else stands nearer."""
    near = scene.group_at(start - 2)
    if near is None or near.counted or near.about not in (About.OTHER, About.FORCE, About.THING):
        return None
    many = {"was": False, "were": True}.get(scene.low(start))
    for group in reversed([one for one in scene.groups if one.end < near.start] if many is not None else []):
        fits = (group.plural or (group.interval.low or 0) > 1) == many
        if group.about is About.PEOPLE and fits and scene.low(group.start - 1) not in _PREPOSITIONS:
            return group
    return None


def _what_one_does(scene: Scene, group: Group) -> bool:
    """“A man carrying a rifle was shot”: the rifle is what he does, and no subject."""
    if not scene.low(group.start - 1).endswith("ing") or group.start < 2:
        return False
    doer = scene.group_at(group.start - 2)
    return doer is not None and doer.about is About.PEOPLE and scene.group_at(group.start - 1) is not doer


def _antecedent(scene: Scene, start: int, wanted: frozenset[About]) -> Group | None:
    """Whom “who” stands for: the group right before it, whatever holds that."""
    if scene.low(start - 1) not in ("who", "that", "which"):
        return None
    at = start - 2 - (scene.low(start - 2) == "," and scene.low(start - 1) != "that")
    group = scene.group_at(at)
    if (
        group is not None
        and group.about is About.NAME
        and scene.low(group.start - 1) in ("from", "of", "with", "at", "in")
    ):
        group = _whose(scene, group.start - 2) or group  # “journalists from Le Monde who were wounded”
    if group is None or group.about not in wanted or group.about is About.FIGURE:
        return None
    return part_of(scene, group) or group


def _whose(scene: Scene, at: int) -> Group | None:
    group = scene.group_at(at)
    return group if group and group.about is About.PEOPLE else None


def _opens_clause(scene: Scene, group: Group, verb: int) -> bool:
    """“After they attacked it”: the word joins clauses where the group is all that precedes the verb."""
    before = scene.low(group.start - 1)
    behind = group.end
    if scene.low(behind) == "from" and (home := scene.group_at(behind + 1)) is not None and home.about is About.NAME:
        behind = home.end  # “until reinforcements from Shkodra arrived”
    return before in _JOINS and all(scene.low(at) in _SKIPPED for at in range(behind, verb))


def fallback_of(scene: Scene, group: Group, fallback: Group | None) -> Group:
    """A pronoun far off yields to a counted group nearby that a preposition holds."""
    if group.about is About.PRONOUN and fallback is not None and fallback.counted and group.noun in ("it", "he", "she"):
        return fallback
    return group


def part_of(scene: Scene, group: Group) -> Group | None:
    """The part that “five of our soldiers” speaks of: its figure, with the whole's noun."""
    before = group.start - 2
    if scene.low(group.start - 1) == "'s" and (owner := scene.group_at(group.start - 2)):
        before = owner.start - 2
    if scene.low(before + 1) != "of":
        return None
    part = scene.group_at(before)
    if part is not None and part.about is About.FIGURE:
        return part._replace(end=group.end, about=group.about, words=group.words, noun=group.noun)
    if part is not None and part.about is About.PEOPLE and part.counted and part.noun in _MEMBERS:
        return part._replace(end=group.end)  # “ten members of a local militia”
    low = scene.low(before)
    if low in ("many", "most", "some", "all", "others", "half", "third", "quarter", "majority"):
        return group._replace(start=before, figure=None, plural=True)
    if low in ("one", "each", "none", "neither"):
        return group._replace(start=before, figure=None, plural=False)
    return None


_MOSTLY = frozenset("mostly mainly including among largely chiefly primarily".split())


def _listed_aside(scene: Scene, group: Group) -> bool:
    """“, mostly women and children,”: the second of a pair whose first is an aside."""
    if scene.low(group.start - 1) != "and" or not (first := scene.group_at(group.start - 2)):
        return False
    return bool(_MOSTLY & {scene.low(first.start), scene.low(first.start - 1)})


def _aside(scene: Scene, group: Group) -> bool:
    """A group inside “, most of them civilians,” or “, including two women,” is not the subject."""
    before = scene.lows(group.start - 4, group.start)
    if group.noun == "them" and scene.low(group.start - 1) == "of" and scene.group_at(group.end):
        return True
    if {"including", "among", "incl"} & set(before[-2:]) or _listed_aside(scene, group):
        return True
    return ("them" in before[-1:] and {"most", "all", "some", "many", "mostly", "half"} & set(before) != set()) or bool(
        _MOSTLY & {scene.low(group.start), *before[-1:]}
    )
