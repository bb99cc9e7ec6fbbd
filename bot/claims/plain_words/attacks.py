"""Attacks in plain words: “Air strikes hit a convoy near Ubari”, “Fighting took place in Ubari”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.claims.model import Attack, AttackType, Attribution, Place
from bot.claims.plain_words.nouns import Noun, is_first_person, read, side_of, small
from bot.claims.plain_words.number import is_plural
from bot.claims.plain_words.places import joint, where


@dataclass(frozen=True, slots=True)
class Form:
    """The words of one form of attack: its noun with the joint to a target, and what it does to one or one suffers."""

    noun: str
    joint: str
    past: str
    base: str
    suffered: str


_FORMS = {
    AttackType.CLASH: Form("fighting", "against", "fought", "fight", ""),
    AttackType.ASSAULT: Form("an attack", "on", "attacked", "attack", "attacked"),
    AttackType.AIR_STRIKE: Form("an air strike", "on", "", "", "hit by an air strike"),
    AttackType.DRONE_STRIKE: Form("a drone strike", "on", "", "", "hit by a drone strike"),
    AttackType.MISSILE_STRIKE: Form("a missile strike", "on", "", "", "hit by a missile strike"),
    AttackType.SHELLING: Form("shelling", "of", "shelled", "shell", "shelled"),
    AttackType.BOMBING: Form("a bombing", "of", "bombed", "bomb", "bombed"),
    AttackType.MINE: Form("a mine explosion", "under", "", "", "hit by a mine explosion"),
    AttackType.AMBUSH: Form("an ambush", "on", "ambushed", "ambush", "ambushed"),
    AttackType.RAID: Form("a raid", "on", "raided", "raid", "raided"),
    AttackType.SHOOTING: Form("a shooting", "at", "opened fire on", "open fire on", "shot at"),
    AttackType.MASSACRE: Form("a massacre", "of", "massacred", "massacre", "massacred"),
}
_MEANS = re.compile(
    r"(?:strikes?|raids?|missiles?|rockets?|shells?|bombs?|mortars?|fire|drones?|gunfire|artillery|rounds?|explosions?|blasts?|attacks?"
    r"|salvos?|barrages?|bombardments?|shelling|bombing|torpedoe?s?|device|mines?|explosives?)\Z",
    re.IGNORECASE,
)
_BOMBS = re.compile(r"(?:bombs?|mines?|device|explosives?)\Z", re.IGNORECASE)
_EVENTS = re.compile(
    r"(?:strikes?|raids?|fire|gunfire|explosions?|blasts?|attacks?|salvos?|barrages?|bombardments?|shelling|bombing)\Z",
    re.IGNORECASE,
)
_CRAFT = re.compile(
    r"(?:planes|warplanes|aircraft|jets|fighter-?jets|bombers|helicopters|gunships|plane|warplane|jet|helicopter|gunship|bomber)\Z",
    re.IGNORECASE,
)
_DEMONYM = re.compile(r"[A-Z][a-z]+(?:ian|ean|ish|ese|can|ban|nch|tch|ani|eli|aqi|eni|ari|udi|ali|yan|van|ine|pine)\Z")
_ALONE = re.compile(
    r"(?:s|men|people|army|police|artillery|militia|infantry|taliban|forces|navy|cavalry|junta|regime)\Z", re.IGNORECASE
)
_REMNANTS = ("air", "ground", "indiscriminate")
_SMALL_WORD = re.compile(r"[a-z]+\Z")


def in_words(told: Attack, place: Place | None, who: Attribution | None, quote: str, *, denied: bool) -> str:
    """The sentence without its stop; a denial says that there was no such attack."""
    form, target = _FORMS[told.type], _target(told.target, who)
    doer = _doer(told.actor, target, who)
    said = _denied(form, doer, target) if denied else _asserted(told.type, form, doer, target)
    return said + where(place, said, joint(place, quote, "in"))


def _target(words: str | None, who: Attribution | None) -> Noun | None:
    if is_first_person(words):
        return Noun(side_of(who))
    return read(words, who)


def _doer(words: str | None, target: Noun | None, who: Attribution | None) -> Noun | None:
    """Who or what made the attack; a lone adjective or a word left over from the report names nobody."""
    if is_first_person(words):
        return Noun(side_of(who))
    noun = read(words, who)
    if noun is None or (target and noun.core == target.core):
        return None
    lone = not noun.article and not noun.tail and _SMALL_WORD.match(noun.core) and not _ALONE.search(noun.core)
    manner = noun.core.split()[0].endswith("ly") and noun.core.islower()
    return None if manner or (lone and not _is_means(noun)) or noun.core.lower() in _REMNANTS else noun


def _asserted(kind: AttackType, form: Form, doer: Noun | None, target: Noun | None) -> str:
    if doer and _DEMONYM.match(doer.core):
        return _nameless(form, target, f"{doer.core} ")
    if doer is None:
        return _nameless(form, target, "")
    if target and _BOMBS.search(target.core) and kind in (AttackType.BOMBING, AttackType.MINE):
        return f"{doer.said} set off {target.said}"
    if _is_means(doer):
        return f"{doer.said} hit {target.said}" if target else _without_target(doer)
    if kind in (AttackType.AIR_STRIKE, AttackType.BOMBING) and _CRAFT.search(doer.core):
        return f"{doer.said} bombed {target.said if target else 'targets'}"
    if kind is AttackType.CLASH:
        return f"{doer.said} fought {target.said}" if target else f"{doer.said} fought"
    if form.past and target:
        return f"{doer.said} {form.past} {target.said}"
    return f"{doer.said} carried out {form.noun}{_at(form, target)}"


def _without_target(means: Noun) -> str:
    if _BOMBS.search(means.core):
        return f"{means.said} went off"
    if _EVENTS.search(means.core):
        return f"there {'were' if means.plural else 'was'} {small(means.said)}"
    return f"{means.said} struck"


def _nameless(form: Form, target: Noun | None, whose: str) -> str:
    if target and not whose and _BOMBS.search(target.core):
        return f"{target.said} went off"
    if target and form.suffered and not whose:
        return f"{target.said} {'were' if target.plural else 'was'} {form.suffered}"
    noun = (
        re.sub(r"^(an? )?", lambda article: f"{_a(whose) if article[1] else ''}{whose}", form.noun, count=1)
        if whose
        else form.noun
    )
    return f"{noun}{_at(form, target)} took place"


def _denied(form: Form, doer: Noun | None, target: Noun | None) -> str:
    if doer and _DEMONYM.match(doer.core):
        return f"there was no {doer.core} {_bare(form)}{_at(form, target)}"
    if doer is None:
        return f"there was no {_bare(form)}{_at(form, target)}"
    if _is_means(doer):
        return f"{doer.said} did not hit {target.said if target else 'targets'}"
    if form.base and target:
        return f"{doer.said} did not {form.base} {target.said}"
    if form.base == "fight":
        return f"{doer.said} did not fight"
    return f"{doer.said} did not carry out {form.noun}{_at(form, target)}"


def _at(form: Form, target: Noun | None) -> str:
    return f" {form.joint} {target.said}" if target else ""


def _bare(form: Form) -> str:
    return form.noun.removeprefix("an ").removeprefix("a ")


def _a(word: str) -> str:
    return "an " if word[:1].lower() in "aeiou" and not word.lower().startswith("u") else "a "


def _is_means(noun: Noun) -> bool:
    return bool(_MEANS.search(noun.core)) and (
        is_plural(noun.core) or noun.article != "" or " " in noun.core or noun.core in ("artillery", "gunfire")
    )
