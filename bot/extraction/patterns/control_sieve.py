"""Sieve of control: what only sounds like a place changing hands, what a finding says now, what is told in short."""

from __future__ import annotations

from bot.extraction.groups import Group
from bot.extraction.lexicon.grammar import AUXILIARIES
from bot.extraction.lexicon.verb_forms import VERB_WORDS, Sense
from bot.extraction.patterns.arguments import left_groups, right_group
from bot.extraction.patterns.slots import armed, is_push, is_seat
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

_TRIES = frozenset("attempt attempts bid bids effort efforts tried trying tries try".split())
_KIN = frozenset("families dependants dependents relatives wives children".split())
_SHUT = frozenset("shut closed locked".split())
_GOING_ON = frozenset("by from on since and for with but as".split())
_CLAUSE_ENDS = frozenset(", . ; : and but".split())
_NOBODY = frozenset("nobody nobody's anybody anybody's neither none".split())


def nothing(scene: Scene, found: Finding) -> bool:
    """Whether no place was held or fought for."""
    if found.label == "withdrew" and {"hands", "up"} <= set(scene.lows(found.end, found.end + 6)):
        return True  # they gave themselves up
    if found.label == "entered" and not _KIN.isdisjoint(scene.lows(found.start - 3, found.at)):
        return True  # they fled there
    if _merely_shut(scene, found):
        return True
    return _by_nature(scene, found) or _tried(scene, found) or _fell_to_a_figure(scene, found)


def _merely_shut(scene: Scene, found: Finding) -> bool:
    """“Shops stayed shut in Herat”, “the bridge was closed in both directions”: where or when, and nobody shut in."""
    if scene.low(found.end - 1) != "in" or scene.low(found.end - 2) not in _SHUT:
        return False
    shut = scene.group_at(found.start)
    behind = scene.low(found.end)
    return (shut is None or not armed(shut)) and behind[:1].isalnum() and behind not in _GOING_ON


def as_it_is_now(scene: Scene, found: Finding) -> str | None:
    """What is so now: who no longer holds a place has lost it, and what nobody holds is contested."""
    if found.label != "holds":
        return found.label
    around = scene.lows(found.start - 2, found.end)
    if not _NOBODY.isdisjoint(around):
        return "contested"
    return "lost" if "longer" in around else "holds"


def _tried(scene: Scene, found: Finding) -> bool:
    """“An attempt of the police to advance into the quarter”; reinforcements that leave for the front."""
    if scene.low(found.at - 1) == "to" and not _TRIES.isdisjoint(scene.lows(found.at - 9, found.at)):
        return True
    sent = (found.actor or "").lower().split()[-1:]
    return (
        found.label == "withdrew" and scene.low(found.at).startswith("le") and sent in (["reinforcements"], ["convoy"])
    )


def _by_nature(scene: Scene, found: Finding) -> bool:
    """“The village is surrounded by orchards”, “the town is ringed by hills”."""
    if found.label != "surrounded" or scene.low(found.end) not in ("by", "with"):
        return False
    around = right_group(scene, found.end, 3)
    return around is not None and around.about in (About.OTHER, About.THING, About.POSITION)


def _fell_to_a_figure(scene: Scene, found: Finding) -> bool:
    """“The number of the missing has fallen to 14”: a number has, and no town."""
    if found.label != "seized" or scene.low(found.end - 1) != "to":
        return False
    group = scene.group_at(found.end)
    return group is not None and group.about is About.FIGURE


def told_in_short(scene: Scene, at: int, before: Group, sense: Sense) -> bool:
    """“Police station seized by gunmen”, “a town besieged since May”: a passive without its auxiliary."""
    if sense.label == "repelled":
        return (is_push(before) or _push_before(scene, at)) and scene.low(at + 1) in ("by", ".", ",", ";", "")
    if sense.label == "surrounded" and is_seat(before):
        return True
    by = scene.group_at(at + 2) if scene.low(at + 1) == "by" else None
    if by is not None and is_seat(before) and (armed(by) or by.about is About.NAME):
        return True
    return before.start == 0 and is_seat(before) and sense.label in ("seized", "retook") and _says_no_more(scene, at)


def _says_no_more(scene: Scene, at: int) -> bool:
    """“Police post overrun at first light.”: no other verb stands in the clause of a note."""
    after = scene.lows(at + 1, scene.length)
    clause = after[: next((index for index, low in enumerate(after) if low in _CLAUSE_ENDS), len(after))]
    return clause[:1] in ([], ["at"], ["on"], ["after"], ["overnight"], ["yesterday"], ["today"]) and (
        AUXILIARIES.isdisjoint(clause) and VERB_WORDS.isdisjoint(clause)
    )


def _push_before(scene: Scene, at: int) -> bool:
    return any(is_push(group) for group in left_groups(scene, at)[:2])
