"""Control in plain words: who did what to which place or position."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.claims.model import Attribution, Control, ControlAction, Place
from bot.claims.plain_words.nouns import Noun, is_first_person, read, side_of
from bot.claims.plain_words.number import is_plural
from bot.claims.plain_words.places import holds, is_settlement, joint, where


@dataclass(frozen=True, slots=True)
class Deed:
    """The words of one action: of the doer (past, plain form), of the place, and of a deed with no place named."""

    past: str
    base: str
    suffered: str
    alone: str
    alone_base: str
    nobody: str


_FORCES = "forces"
_DEEDS = {
    ControlAction.SEIZED: Deed("seized", "seize", "seized", "seized ground", "seize ground", "ground was seized"),
    ControlAction.RETOOK: Deed("retook", "retake", "retaken", "retook ground", "retake ground", "ground was retaken"),
    ControlAction.LOST: Deed("lost", "lose", "lost", "lost ground", "lose ground", "ground was lost"),
    ControlAction.WITHDREW: Deed("withdrew from", "withdraw from", "", "withdrew", "withdraw", f"{_FORCES} withdrew"),
    ControlAction.SURROUNDED: Deed(
        "surrounded",
        "surround",
        "surrounded",
        "surrounded a position",
        "surround a position",
        f"{_FORCES} were surrounded",
    ),
    ControlAction.ENTERED: Deed("entered", "enter", "", "moved in", "move in", f"{_FORCES} moved in"),
    ControlAction.CONTESTED: Deed(
        "fought for control of",
        "fight for control of",
        "",
        "fought for control",
        "fight for control",
        "control was contested",
    ),
    ControlAction.HOLDS: Deed("held", "hold", "held", "held ground", "hold ground", "ground was held"),
    ControlAction.REPELLED: Deed(
        "drove back",
        "drive back",
        "driven back",
        "drove back an attack",
        "drive back an attack",
        "an attack was driven back",
    ),
}
_ATTACK = re.compile(
    r"(?:attack|assault|offensive|raid|attempt|incursion|advance|counter-?attack|push|onslaught)s?\Z", re.IGNORECASE
)
_PART = re.compile(
    r"\b(?:outskirts|centre|center|heart|suburbs?|edge|edges|gates?|half|part|parts|most|all|entrance|entrances|side|downtown"
    r"|streets|districts?|neighbou?rhoods?)\Z",
    re.IGNORECASE,
)
_SETTLEMENT = re.compile(
    r"(?:(?!other|larg|biggest|second|next|neighb|near|same|only|adjacent)[\w-]+\s)?"
    r"(?:town|city|village|hamlet|settlement)",
    re.IGNORECASE,
)

_OURS = frozenset(("our", "ours"))
_SIDES = frozenset(
    "rebel government opposition insurgent militant guerrilla separatist loyalist regime coalition enemy jihadist "
    "islamist state federal allied junta taliban houthi serb croat kurd israeli iraqi pakistani "
    "yemeni somali afghan azerbaijani french greek czech tuareg hutu tutsi".split()
)
_BODIES = frozenset("army police militia military navy alliance resistance".split())
_NATIONAL = re.compile(r"(?!civilian)[a-z-]{2,}(?:ian|ean|ese|ish|can)")


def in_words(told: Control, place: Place | None, who: Attribution | None, quote: str, *, denied: bool) -> str:
    """The sentence without its stop; a denial says that it was not so."""
    deed, held = _DEEDS[told.action], _held(told.object, who)
    doer = _doer(told.actor, held, who)
    if held is None:
        said = _alone(deed, doer, denied)
        return said + where(place, said, "from" if told.action is ControlAction.WITHDREW else "in")
    seat = _seat(held, place, doer, joint(place, quote, "in"))
    if doer:
        verb = f"did not {deed.base}" if denied else deed.past
        return f"{doer} {_driven(deed, held, seat, verb)}"
    return _suffered(told.action, deed, held, seat, denied)


def _doer(actor: str | None, held: Noun | None, who: Attribution | None) -> str:
    """Who did it; empty when the report says only “they”, or names the place itself as its own conqueror."""
    if is_first_person(actor) or (actor or "").lower() in _OURS:
        return side_of(who)
    noun = read(_as_a_side(_of_the_body(actor, who)), who)
    if (
        noun is None
        or (not noun.core[0].isalpha() and noun.core[0] not in "“0123456789")
        or (held and noun.core == held.core)
    ):
        return ""
    return noun.said


def _of_the_body(actor: str | None, who: Attribution | None) -> str | None:
    """“Its men” as “our men” where the speaker is no single person: a body tells of its own."""
    owner, _, owned = (actor or "").partition(" ")
    named = (who.organisation or who.source or "") if who else ""
    owns = owner.lower() == "its" or (owner.lower() == "their" and is_plural(named))
    return f"our {owned}" if owns and owned and named and not (who and who.role) else actor


def _as_a_side(actor: str | None) -> str | None:
    """“Rebel forces” where a report says “under rebel control”, “the army” where it says “in army hands”."""
    low = (actor or "").lower()
    if low in _SIDES or _NATIONAL.fullmatch(low):
        return f"{actor} {_FORCES}"
    return f"the {actor}" if low in _BODIES else actor


def _seat(held: Noun, place: Place | None, doer: str, beside: str) -> str:
    """The object with the place that it lies in: “the town of Mweso”, “the base in Ubari”."""
    whole = _SETTLEMENT.fullmatch(held.core) and held.article == "the" and is_settlement(place)
    toward = "of" if _PART.search(held.core) or whole else "in"
    toward = beside if beside != "in" else toward
    bounds = where(place, f"{held.said} {doer}" if place and holds(doer, place.name) else held.said, toward)
    return f"{held.said}{bounds}"


def _held(words: str | None, who: Attribution | None) -> Noun | None:
    held = read(words, who)
    lone = held and not held.article and _ATTACK.fullmatch(held.core) and not held.plural
    return Noun(held.core, "a") if held and lone else held


def _driven(deed: Deed, held: Noun, seat: str, verb: str) -> str:
    if deed.suffered == "driven back" and _ATTACK.search(held.core):
        verb = "did not repel" if verb.startswith("did not") else "repelled"
    return f"{verb} {seat}"


def _alone(deed: Deed, doer: str, denied: bool) -> str:
    if not doer:
        return f"it is not true that {deed.nobody}" if denied else deed.nobody
    return f"{doer} did not {deed.alone_base}" if denied else f"{doer} {deed.alone}"


def _suffered(action: ControlAction, deed: Deed, held: Noun, seat: str, denied: bool) -> str:
    be = f"{'were' if held.plural else 'was'}{' not' if denied else ''}"
    if action is ControlAction.CONTESTED:
        return f"control of {seat} was {'not ' if denied else ''}contested"
    if not deed.suffered:
        return f"no {_FORCES} {deed.past} {seat}" if denied else f"{_FORCES} {deed.past} {seat}"
    if action is ControlAction.REPELLED and _ATTACK.search(held.core):
        return f"{seat} {be} repelled"
    return f"{seat} {be} {deed.suffered}"
