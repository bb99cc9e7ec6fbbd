"""Detention: who was captured, arrested, abducted, freed, who escaped or surrendered."""

from __future__ import annotations

from collections.abc import Iterator

from bot.claims.model import Interval
from bot.extraction.groups import Group
from bot.extraction.lexicon.victims import ARMED, PEOPLE
from bot.extraction.patterns.arguments import subject, verb_group
from bot.extraction.patterns.counted import HUMAN, counted, signs_of
from bot.extraction.patterns.gate import Gate, each_of
from bot.extraction.patterns.sayings import besides, signs_of_sayings
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

_NOUNS = {
    "arrests": "arrested",
    "detentions": "arrested",
    "abductions": "abducted",
    "kidnappings": "abducted",
    "surrenders": "surrendered",
}
_CAPTIVES = {"hostages": "abducted", "captives": "captured", "prisoners": "captured", "pows": "captured"}
_HOLD = frozenset("hold holds held holding".split())
_GOES_ON = frozenset("by when during from in on after while at . , and overnight".split()) | {""}
_SHOWS = frozenset("shows show showed showing displayed paraded presented holds hold held holding has have had".split())
_HELD = {
    "captured": "captured",
    "detained": "arrested",
    "arrested": "arrested",
    "abducted": "abducted",
    "kidnapped": "abducted",
}
_HARM = frozenset("with unhurt unharmed injury death uninjured harm alive unscathed assassination serious".split())
_NO_PERSON = frozenset(
    """clash clashes fighting violence protests unrest riots war battle battles shots gunfire
        statement statements report figures video footage data it footage pressure flames water gas prices
        details film body bodies corpse corpses remains""".split()
)
_CAPTORS = frozenset(
    "inmates prisoners kidnappers gunmen militants rebels insurgents bandits protesters villagers group gang column "
    "fighters attackers pirates hijackers mutineers".split()
)
_FREED = frozenset("freed free released release rescued rescue liberated".split())
_TREATED = frozenset("treated hospital clinic".split())
_SAVED = frozenset("survivors survivor passengers migrants swimmers crew wounded bodies castaways".split())
_INMATES = frozenset("inmates inmate prisoners prisoner detainees detainee convicts captives hostages pows".split())
_PRISONS = frozenset("prison jail jails prisons cells detention custody penitentiary stockade camp".split())
_SIDES = frozenset("army military government police militia ministry navy coalition alliance".split())
_LITTERS = frozenset("door doors stretcher stretchers litters blanket blankets planks boards".split())
_TOOK = frozenset(("took", "taking", "taken"))
_GONE = frozenset(". ; , ) away along and when from".split()) | {""}
_TAKEN = frozenset(("taken", "seized"))
GATE = Gate(
    [
        *signs_of("detention"),
        *signs_of_sayings("detention"),
        *each_of(_NOUNS.keys() | _HELD.keys() | _TAKEN | _TOOK),
        *((hold, who) for hold in _HOLD for who in _CAPTORS),
        *((hold, captives) for hold in _HOLD for captives in _CAPTIVES),
    ]
)


def find_detention(scene: Scene) -> Iterator[Finding]:
    """The detentions of a sentence: of persons, never of places or papers."""
    for found in besides(scene, "detention", list(_detention(scene))):
        if ".idiom." not in found.rule or not _place_or_paper(scene, found):
            yield found


def _detention(scene: Scene) -> Iterator[Finding]:
    for found in counted(scene, "detention", HUMAN):
        if not _place_or_paper(scene, found):
            yield found
    yield from _taken(scene)
    yield from _carried_off(scene)
    yield from _shown(scene)
    yield from _nouns(scene)
    yield from _held(scene)
    yield from _kept(scene)


def _nouns(scene: Scene) -> Iterator[Finding]:
    """“Twelve arrests”, “denied any arrests”, “no abductions”."""
    for group in scene.groups if not scene.vocabulary.isdisjoint(_NOUNS) else ():
        label = _NOUNS.get(group.noun)
        if label and (group.counted or scene.low(group.start) == "any"):
            interval = group.interval if group.counted else Interval()
            yield Finding(
                "detention", label, group.start, group.end, group.head, f"detention.noun.{group.noun}", interval,
                counted=group.counted,
            )  # fmt: skip


def _kept(scene: Scene) -> Iterator[Finding]:
    """“Inmates were holding 13 guards”: where those who hold them are not the law."""
    for at in scene.spots(_HOLD):
        group = scene.group_at(at + 1)
        if group is None or group.about is not About.PEOPLE or not group.counted or group.noun in _CAPTIVES:
            continue
        who = subject(scene, verb_group(scene, at).start, frozenset({About.PEOPLE, About.FORCE}))
        if who is not None and who.noun in _CAPTORS:
            yield Finding(
                "detention", "abducted", at, group.end, at, "detention.noun.held", group.interval, group.words,
                counted=True,
            )  # fmt: skip


def _held(scene: Scene) -> Iterator[Finding]:
    """“The militants held 240 hostages”."""
    for group in scene.groups if not scene.vocabulary.isdisjoint(_CAPTIVES) else ():
        label = _CAPTIVES.get(group.noun)
        verb = next((at for at in range(group.start - 1, group.start - 4, -1) if scene.low(at) in _HOLD), None)
        if label and group.counted and verb is not None:
            yield Finding(
                "detention", label, verb, group.end, verb, "detention.noun.held", group.interval, group.words,
                counted=True,
            )  # fmt: skip


def _captive(scene: Scene, found: Finding) -> bool:
    whose = (found.people or "").lower().split()
    return not _INMATES.isdisjoint(whose) or not _PRISONS.isdisjoint(scene.vocabulary)


def _place_or_paper(scene: Scene, found: Finding) -> bool:
    words = (found.people or "").lower().split()
    if found.rule.endswith("broke_out") and not _captive(scene, found):
        return True  # “fighting between the army and a youth group broke out”
    if not found.counted and found.rule.endswith("in_hands") and words[-1:] and words[-1] in _SIDES:
        return True  # “the army says the road is in its hands”
    if found.rule.endswith("out_of") and scene.low(found.at + 1) in ("its", "their", "our"):
        return True  # “pulled its 700 soldiers out of the mission”
    if found.rule.endswith("_off") and not _LITTERS.isdisjoint(scene.lows(found.end, found.end + 4)):
        return True  # “carried off on stretchers”
    if found.rule == "detention.subject.escape" and scene.low(found.end) in _HARM:
        return True  # “escaped with scratches” escaped from nobody
    if found.rule.endswith("let_go") and not found.counted:
        return True
    words = (found.people or "").lower().split()
    group = scene.group_at(found.end - 1) if found.rule.split(".")[1] == "active" else scene.group_at(found.start)
    named = group is not None and group.about in (About.NAME, About.FORCE) and not found.counted
    if found.rule.endswith("phrase.given_up") and scene.group_at(found.end) is not None:
        return True  # “gave up the town”
    if found.rule == "detention.reduced.grab" or _no_arrest(scene, found, words):
        return True
    control = any(word.startswith(("capture", "recapture", "free", "grab")) for word in found.rule.split("."))
    return bool(_NO_PERSON & set(words)) or (named and control) or (group is not None and group.noun == "it")


def _no_arrest(scene: Scene, found: Finding, words: list[str]) -> bool:
    """Survivors are picked up by boats, thieves get away with something, “medicines were carried off”."""
    if found.rule.endswith("being_held") and _FREED & set(scene.lows(found.start - 4, found.start)):
        return True  # “freed 17 children who were being held”
    if found.rule.endswith("picked_up") and _SAVED & set(words):
        return True
    if found.rule.endswith((".got_away", ".escape")) and scene.low(found.end) == "with":
        return True
    if found.label == "escaped" and not found.counted and ARMED & set(words):
        return True  # fighters who slip away give up a place
    if found.rule.endswith(".release") and _TREATED & set(scene.lows(found.at - 8, found.at)):
        return True  # “treated at the clinic and released”
    bare = found.start == 0 and len(words) == 1 and words[0].endswith("s") and not found.counted
    return bare and words[0] not in PEOPLE and scene.low(1) in ("were", "have", "are")


def _shown(scene: Scene) -> Iterator[Finding]:
    """“A video shows 14 captured soldiers”, “the group holds six abducted engineers”."""
    for group in scene.groups if not scene.vocabulary.isdisjoint(_HELD) else ():
        if group.about is not About.PEOPLE or not group.counted or scene.low(group.start - 1) not in _SHOWS:
            continue
        label = next((_HELD[low] for low in scene.lows(group.start, group.head) if low in _HELD), None)
        if label:
            yield Finding(
                "detention",
                label,
                group.start,
                group.end,
                group.head,
                "detention.noun.shown",
                group.interval,
                group.words,
                counted=True,
            )


def _carried_off(scene: Scene) -> Iterator[Finding]:
    """“Gunmen entered the village and took 8 girls.”"""
    for at in scene.spots(_TOOK):
        group = scene.group_at(at + 1)
        if group is None or not group.counted or group.about is not About.PEOPLE or group.start != at + 1:
            continue
        if any(one.end <= at and _under_arms(one) for one in scene.groups) and scene.low(group.end) in _GONE:
            yield Finding(
                "detention", "abducted", at, group.end, at, "detention.active.take", group.interval, group.words,
                counted=True,
            )  # fmt: skip


def _under_arms(group: Group) -> bool:
    return group.about is About.FORCE or group.noun in ARMED or "armed" in group.words.lower().split()


def _taken(scene: Scene) -> Iterator[Finding]:
    """“The men had been taken when their base was overrun”."""
    for at in scene.spots(_TAKEN):
        if at and scene.low(at + 1) in _GOES_ON:
            verb = verb_group(scene, at)
            group = subject(scene, verb.start, frozenset({About.PEOPLE, About.FIGURE, About.PRONOUN}))
            if group and group.noun == "it":
                continue
            if group and any(low in ("been", "were", "was") for low in scene.lows(verb.start, at)):
                yield Finding(
                    "detention",
                    "captured" if _under_arms(group) or _CAPTORS.isdisjoint(scene.lows(at, at + 5)) else "abducted",
                    group.start,
                    at + 1,
                    at,
                    "detention.passive.take",
                    group.interval,
                    group.words,
                    counted=group.counted,
                )
