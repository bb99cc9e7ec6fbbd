"""Casualties: who was killed, hurt or is missing, said by a verb, by a count of the dead, or by a toll."""

from __future__ import annotations

from collections.abc import Iterator

from bot.claims.model import Interval
from bot.extraction.groups import Group
from bot.extraction.lexicon.grammar import BE
from bot.extraction.lexicon.tolls import BODIES, OPEN, STATES, SUFFER
from bot.extraction.lexicon.victims import SINGULAR
from bot.extraction.patterns.arguments import subject
from bot.extraction.patterns.besides import with_those_besides
from bot.extraction.patterns.counted import HARMED, counted, signs_of
from bot.extraction.patterns.gate import Gate, each_of
from bot.extraction.patterns.hospitals import HOSPITAL, WOUNDS, to_hospital, victims, with_wounds
from bot.extraction.patterns.listing import parts
from bot.extraction.patterns.lost_units import DESTROYED, find_lost_units, of_a_unit
from bot.extraction.patterns.tolls import GATE as TOLLS
from bot.extraction.patterns.tolls import find_tolls
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

KIND = "casualties"
_NO_PEOPLE = BODIES | OPEN | {"x", "of", "deaths", "reports"}
_LYING = frozenset("in on by along beside lying lay lie strewn scattered littered littering piled floating".split())
_SPEAKS_OF = frozenset("mention reports report claims fear fears risk number numbers evidence talk cause".split())
_CLAIM = frozenset("claimed claiming claims claim took taking taken cost costing".split())
_HARM = frozenset("dead wounded injured missing".split())
_COMPANY = frozenset({("along", "with"), ("together", "with"), ("as", "well", "as")})
_BREAKS = frozenset(". ; : while but when after before who which said".split())
COMPANY = 16
"""Words behind a casualty among which its company may be named."""
_LOSE = frozenset("lost losing lose loses".split())
_TELL_ON = BE | {"who"}
_TELL = BE | {"died", "had", "have"}
_REPORTED = BE | {"reported", "among"}
_CIVIL = frozenset("civilian civilians people residents".split())
_NOT = frozenset("not n't never didn't hasn't haven't hadn't without".split())
_LIVES = frozenset("lives life".split())
_NOUNS = STATES.keys() | OPEN | BODIES | _LOSE | _LIVES | {"cost", "costing"}
GATE = Gate([*signs_of(KIND), *each_of(TOLLS.words | DESTROYED | _HARM | _NOUNS | HOSPITAL | WOUNDS)])
"""Reports of harm, by verbs, tolls, nouns, hospitals and wounds."""


def find_casualties(scene: Scene) -> Iterator[Finding]:
    """The casualties claims of a sentence; a later pattern yields to an earlier one at the same group."""
    taken: set[int] = set()
    for found in _all(scene):
        covered = set(range(found.start, found.end))
        if not any(at in taken for at in (found.at,)):
            taken |= covered if found.rule.startswith("casualties.noun") else {found.at}
            yield found


def _all(scene: Scene) -> Iterator[Finding]:
    yield from find_tolls(scene)
    for found in counted(scene, KIND, HARMED):
        if (
            _doubtful(scene, found)
            or _subset(scene, found)
            or scene.lows(found.start - 2, found.start) == ["belonging", "to"]
            or (found.rule.endswith("phrase.harmed") and found.interval.high != 0)
        ):
            continue  # more of those counted before, or how they were harmed is left open
        found = _one_among(scene, found)
        if _spoken_of(scene, found):
            continue
        yield with_those_besides(scene, of_a_unit(found))
        yield from parts(scene, found)
        yield from _along_with(scene, found)
    yield from find_lost_units(scene)
    yield from _there_are(scene)
    for group in scene.groups if not scene.vocabulary.isdisjoint(_NOUNS) else ():
        noun = _lost(scene, group) or _state(scene, group) or _open(scene, group) or _bodies(scene, group)
        if noun is not None:
            yield noun
    yield from to_hospital(scene)
    yield from with_wounds(scene)


def _subset(scene: Scene, found: Finding) -> bool:
    """“Of whom 17 were hospitalised” tells more of those counted before; “none of the four was hurt” counts nobody."""
    before = scene.lows(found.start - 2, found.start)
    including = before[-1:] == ["including"] and "who" in scene.lows(found.start, found.end)
    return including or before in (["of", "whom"], ["of", "which"], ["none", "of"], ["neither", "of"])


def _one_among(scene: Scene, found: Finding) -> Finding:
    """“He was among the gunmen killed”: tells of him, not of them."""
    is_among = scene.low(found.start - 1) == "among" and scene.low(found.start - 2) in BE
    group = subject(scene, found.start - 2, HARMED) if is_among and ".reduced." in found.rule else None
    if group is None or found.counted:
        return found
    return found._replace(start=group.start, interval=group.interval, people=group.words, counted=group.counted)


def _spoken_of(scene: Scene, found: Finding) -> bool:
    """“The gunman killed was a cousin of his”: known already, and now told who he is."""
    behind = ".reduced." in found.rule and scene.low(found.end) in BE
    return behind and not found.counted and scene.low(found.start) in ("the", "that", "those")


def _along_with(scene: Scene, found: Finding) -> Iterator[Finding]:
    """“The mayor was killed along with two of his guards”: the company shares the fate."""
    for at in range(found.end, min(scene.length, found.end + COMPANY)):
        if scene.small[at] in _BREAKS:
            return
        if tuple(scene.lows(at, at + 2)) not in _COMPANY and tuple(scene.lows(at, at + 3)) not in _COMPANY:
            continue
        group = next((one for one in scene.groups if _figures(one) and at < one.start <= at + 3), None)
        if group and group.about in (About.PEOPLE, About.FIGURE) and scene.low(group.end) not in _TELL_ON:
            inner = scene.group_at(group.end + 1) if scene.low(group.end) == "of" else None
            last = inner or group
            yield found._replace(
                start=group.start,
                end=last.end,
                at=group.head,
                rule="casualties.along_with",
                interval=group.interval,
                people=last.words,
                counted=True,
            )
        return


def _figures(group: Group) -> bool:
    return group.counted or (group.about is About.PEOPLE and group.interval.low == 1)


def _there_are(scene: Scene) -> Iterator[Finding]:
    """“There are wounded among the civilians”, “there were dead and wounded”."""
    for at in scene.spots(("there",)):
        if at < scene.length - 2 and scene.low(at + 1) in ("are", "were", "is"):
            for harm in (at + 2, at + 4):
                if scene.low(harm) in _HARM and (harm == at + 2 or scene.low(at + 3) == "and"):
                    yield Finding(KIND, STATES[scene.low(harm)], at, harm + 1, harm, "casualties.there_are", Interval())


def _doubtful(scene: Scene, found: Finding) -> bool:
    """“Presumed dead” is no death yet; “fatally wounded” is no wound."""
    if found.rule.endswith("phrase.harmed") and found.interval.high != 0:
        return True  # how they were harmed is left open
    degree = scene.low(found.at - 1)
    return (degree in ("presumed", "feared") and found.label == "killed") or (
        degree in ("fatally", "mortally") and found.label == "injured"
    )


def _noun(
    scene: Scene,
    group: Group,
    label: str | None,
    name: str,
    interval: Interval | None = None,
    people: str | None = None,
    start: int | None = None,
) -> Finding:
    begin = group.start if start is None else start
    return Finding(
        KIND,
        label,
        begin,
        group.end,
        group.head,
        f"casualties.noun.{name}",
        interval or group.interval,
        people,
        counted=group.counted,
    )


def _state(scene: Scene, group: Group) -> Finding | None:
    """“Scores of wounded”, “28 wounded people”, “19 dead”, “six deaths”."""
    if not group.counted:
        return None
    words = scene.lows(group.start, group.end)
    label = STATES.get(group.noun) or next((STATES[word] for word in words if word in ("wounded", "injured")), None)
    if label is None and scene.low(group.end) in STATES and scene.low(group.end) not in ("hurt",):
        label = STATES[scene.low(group.end)]
        return Finding(
            KIND,
            label,
            group.start,
            group.end + 1,
            group.end,
            "casualties.noun.state",
            group.interval,
            victims(scene, group),
            counted=True,
        )
    if label is None or (scene.low(group.start) == "the" and group.noun in ("killings", "deaths")):
        return None
    if (
        group.noun not in STATES
        and scene.low(group.end) in _TELL
        and "treated" not in scene.lows(group.end, group.end + 4)
    ):
        return None
    both = scene.low(group.end) in ("or", "and") and STATES.get(scene.low(group.end + 1), label) != label
    if both and group.interval.high == 0:
        label = None  # “no injuries or deaths”
    return _noun(scene, group, label, "state", people=victims(scene, group))


def _open(scene: Scene, group: Group) -> Finding | None:
    """“Suffered casualties”, “no casualties”, “without losses”, “no injuries were reported”."""
    zero = group.figure is not None and group.interval.high == 0
    words = set(scene.lows(group.start, group.end))
    if scene.lows(group.start, group.start + 3) == ["no", "word", "on"]:
        return None  # nothing is known
    if scene.low(group.start) in ("no", "zero") and words & {
        "reports",
        "report",
        "word",
        "information",
        "sign",
        "signs",
    }:
        after = scene.lows(group.end, group.end + 6)
        label = next((STATES.get(word) for word in after if word in OPEN or word in STATES), "")
        if label != "" and "casualty" not in words:
            end = group.end + 1 + next(i for i, word in enumerate(after) if word in OPEN or word in STATES)
            return Finding(
                KIND,
                label,
                group.start,
                end,
                group.head,
                "casualties.noun.no_reports",
                Interval(0, 0, scene.words[group.start].word + " reports"),
            )
    if (group.noun in STATES and zero) or scene.lows(group.start - 2, group.start) == ["number", "of"]:
        return None
    if group.noun == "harm" and _CIVIL.isdisjoint((*words, *scene.lows(group.end, group.end + 3))):
        return None  # “no harm in asking”
    if group.noun not in OPEN or (group.noun in ("victims", "loss", "cas", "harm") and not zero):
        return None
    before = scene.lows(group.start - 5, group.start)
    if before[-1:] == ["of"] and set(before[-3:-1]) & _SPEAKS_OF and not group.counted:
        return None
    if "without" in before[-2:]:
        return _noun(scene, group, None, "without", Interval(0, 0), start=group.start - 1)
    if not group.counted and {"neither", "nobody"} & set(before):
        return _noun(scene, group, None, "none", Interval(0, 0))
    if scene.low(group.end) in ("is", "are", "was", "were", "number", "total") and _counts(
        scene.group_at(group.end + 1)
    ):
        return None  # “our losses were two fighters” is told by its figure
    if group.counted or set(before[-4:]) & SUFFER or scene.low(group.end) in _REPORTED:
        start = group.start if group.counted else max(0, group.start - 1)
        return _noun(scene, group, None, "casualties", Interval() if not group.counted else None, start=start)
    return None


def _counts(group: Group | None) -> bool:
    return group is not None and group.counted


def _lost(scene: Scene, group: Group) -> Finding | None:
    """“Lost three men”, “claimed 14 lives”."""
    if group.noun in ("lives", "life") and group.counted and scene.low(group.start - 1) in _CLAIM:
        return _noun(scene, group, "killed", "lives", start=group.start - 1)
    if group.about not in (About.PEOPLE, About.FIGURE) or group.noun in ("ones", "lives", "life"):
        return None
    before = scene.lows(group.start - 3, group.start)
    if {"cost", "costing"} & set(before) and before[-1:] in (["them"], ["us"], ["it"], ["army"], ["enemy"], ["rebels"]):
        return _noun(scene, group, "killed", "cost", people=group.words)
    if scene.low(group.start - 1) in _LOSE and scene.low(group.end) not in ("points", "positions", "%"):
        after = scene.lows(group.end, group.end + 3)
        if _single_one(scene, group) and _NOT & set(scene.lows(group.start - 5, group.start)):
            return _noun(scene, group, "killed", "lost", Interval(0, 0), group.words, start=group.start - 1)
        both = after[0:1] == ["killed"] and after[2:] in (["wounded"], ["injured"], ["missing"])
        return _noun(scene, group, None if both else "killed", "lost", people=group.words, start=group.start - 1)
    return None


def _single_one(scene: Scene, group: Group) -> bool:
    """“Not lost a man”, “never lost a single soldier”."""
    return group.interval.low == 1 and scene.low(group.start) in ("a", "one", "single")


def _bodies(scene: Scene, group: Group) -> Finding | None:
    """“20 bodies had been found”, “the bodies of 7 civilians were brought in”, “received no bodies”."""
    if group.noun not in BODIES or not (group.counted or group.plural):
        return None
    if (
        scene.low(group.end) == "of"
        and (inner := scene.group_at(group.end + 1))
        and inner.counted
        and not group.counted
    ):
        return Finding(
            KIND,
            "killed",
            group.start,
            inner.end,
            group.head,
            "casualties.noun.bodies",
            inner.interval,
            inner.words,
            counted=True,
        )
    if not group.counted and scene.low(group.start - 1) == "of":
        part = scene.group_at(group.start - 2)
        if part is not None and part.about is About.FIGURE:
            return _noun(scene, group, "killed", "bodies", part.interval, group.words, start=part.start)
    if not group.counted and not group.definite and scene.low(group.end) in _LYING:
        return _noun(scene, group, "killed", "bodies_lying", people=group.words)
    if not group.counted:
        return None
    return _noun(scene, group, "killed", "bodies", people=group.words)


def victims_of(words: str | None) -> str | None:
    """The group of people alone: “ISAF soldier” of “x ISAF soldier KIA”; None where only the harm is named."""
    if words is None:
        return None
    kept = [word for word in words.split() if word.lower() not in STATES and word.lower() not in _NO_PEOPLE]
    if not kept or all(word.lower() in ("the", "a", "of", "among", "more") for word in kept):
        return None
    if kept[-1].lower() in SINGULAR and words.split()[-1].lower() in ("deaths", "casualties", "fatalities", "injuries"):
        kept[-1] += "s"
    return " ".join(kept)
