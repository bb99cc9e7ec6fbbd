"""Tolls: “the death toll rose to 21”, “police put it at 14”, “brought to 52 the number of people killed”."""

from __future__ import annotations

from collections.abc import Iterator

from bot.claims.model import Interval
from bot.extraction.lexicon.tolls import BODIES, BRING, LOST, PASSED, PUT, RISES, STATES, TOLL
from bot.extraction.lexicon.verb_forms import SENSES
from bot.extraction.numbers import Figure, may_begin, read_figure
from bot.extraction.patterns.gate import Gate, each_of
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

KIND = "casualties"
SAME = "same"
"""The label of a figure that answers an earlier one (“police put it at 14”): its effect is the earlier one's."""
_SAYS = frozenset("says said say reports reported counted counts".split())
_TOTALS = frozenset("number numbers figure it total".split())
_AT = frozenset("dead killed injured wounded missing".split())
_TURNING = _SAYS | STATES.keys() | TOLL | LOST | _TOTALS | _AT
GATE = Gate(each_of(_TURNING))
_BEFORE_FIGURE = RISES | {"“", '"', "has", ":"}
_COULD = frozenset("could may might".split())
_NO_HARM = frozenset(
    word
    for word, senses in SENSES.items()
    if {sense.kind for sense in senses} <= {"displacement", "detention", "deployment", "damage"}
)
_NEAR, _FAR = 13, 22  # words behind a toll in which its figure may stand
_ROSE = frozenset("rose risen rising climbed jumped grown soared increased up fell fallen dropped down".split())
_YEARS = frozenset(str(year) for year in range(1900, 2100))


def find_tolls(scene: Scene) -> Iterator[Finding]:
    """“The death toll rose to 21”, “the number of injured was at least 140”, “put the number of dead at 13”."""
    for at in scene.spots(_TURNING):
        if (bare := _says_a_figure(scene, at) or _labelled(scene, at) or _part(scene, at)) is not None:
            yield bare
            continue
        label = _toll_label(scene, at)
        if label is None:
            continue
        figure = figure_of(scene, at)
        if figure is not None:
            start = at - 1 if scene.low(at - 1) in ("the", "its", "death", "casualty", "a") else at
            start, end = min(start, figure.start), max(figure.end, _toll_end(scene, at))
            yield Finding(KIND, label or None, start, end, at, "casualties.noun.toll", figure.interval, counted=True)


def figure_of(scene: Scene, at: int) -> Figure | None:
    """The figure of the toll at a word, before or behind it."""
    figure_at = _figure_before(scene, at) or _figure_behind(scene, at + 1)
    figure = read_figure(scene.words, figure_at) if figure_at is not None else None
    if figure is None or not (figure.number or figure.interval.low is not None):
        return None
    return at_least_when_passed(scene, figure)


def at_least_when_passed(scene: Scene, figure: Figure) -> Figure:
    """The figure as it is, or with an open end: “has passed 60” is more than 60."""
    if scene.low(figure.start - 1) in PASSED and figure.interval.high is not None:
        return figure._replace(interval=Interval(figure.interval.low, None, scene.low(figure.start - 1)))
    return figure


def _figure_before(scene: Scene, at: int) -> int | None:
    """“Brought to 52 the number of people killed”."""
    begin = at - 1 if scene.low(at - 1) in ("the", "death") else at
    begin -= scene.low(begin - 1) == "the"
    for index in range(begin - 1, max(0, begin - 6), -1):
        if scene.low(index) == "to" and scene.low(index - 1) in BRING:
            return index + 1
    return None


def _toll_end(scene: Scene, at: int) -> int:
    """Behind the word that says what is counted, in “the number of people killed”."""
    if scene.low(at + 1) != "of":
        return at + 1
    return next((index + 1 for index in range(at + 2, at + 6) if scene.low(index) in STATES), at + 1)


def _says_a_figure(scene: Scene, at: int) -> Finding | None:
    """“The mayor's office now says eleven”: a bare figure that answers one given before."""
    if scene.low(at) not in _SAYS or not may_begin(scene.low(at + 1)):
        return None
    figure = read_figure(scene.words, at + 1)
    if figure is None or not figure.number or scene.low(figure.end) not in (".", "", ";") or figure.interval.high == 0:
        return None
    return Finding(KIND, SAME, at, figure.end, at, "casualties.noun.toll", figure.interval, counted=True)


def _labelled(scene: Scene, at: int) -> Finding | None:
    """“Fatalities: 3”, “Wounded: 12”."""
    if scene.low(at) not in STATES or scene.low(at + 1) not in (":", "-", "–", "="):
        return None
    figure = read_figure(scene.words, at + 2)
    if figure is None or not figure.number:
        return None
    label = STATES[scene.low(at)]
    return Finding(KIND, label, at, figure.end, at, "casualties.noun.labelled", figure.interval, counted=True)


def _part(scene: Scene, at: int) -> Finding | None:
    """“Three of the dead were children”: who some of those counted before were."""
    label, figure = STATES.get(scene.low(at)), scene.group_at(at - 3)
    if label is None or scene.lows(at - 2, at) != ["of", "the"] or scene.low(at + 1) not in ("were", "are"):
        return None
    who = scene.group_at(at + 2)
    if figure is None or not figure.counted or who is None or who.about is not About.PEOPLE or who.counted:
        return None
    return Finding(
        KIND, label, figure.start, who.end, at, "casualties.noun.part", figure.interval, people=who.words, counted=True
    )


def _toll_label(scene: Scene, at: int) -> str | None:
    low = scene.low(at)
    if low in TOLL and scene.low(at + 1) == "of" and set(scene.lows(at + 2, at + 8)) & _NO_HARM:
        return None  # “the count of families who had fled”
    if low in TOLL and scene.low(at + 1) == "of" and any(word in STATES for word in scene.lows(at + 2, at + 8)):
        return None  # “a toll of two dead and four wounded” is told by its own words
    if low in TOLL and (
        scene.low(at - 1)
        in (
            "death",
            "body",
            "the",
            "killed",
            "its",
            "a",
            "official",
            "provisional",
            "fatality",
            "dead",
            "overall",
            "civilian",
            "latest",
        )
        or scene.low(at) == "toll"
    ):
        return "" if scene.low(at - 1) == "casualty" else "killed"
    if low in LOST and set(scene.lows(at - 3, at)) & BRING and "to" in scene.lows(at + 1, at + 5):
        return ""
    if low in ("number", "numbers", "total") and scene.low(at + 1) == "of":
        after = scene.lows(at + 2, at + 6)
        bodies = after[:1] and after[0] in BODIES
        return "killed" if bodies else next((STATES[word] for word in after if word in STATES), None)
    if low in _AT and scene.low(at + 1) == "to" and scene.low(at - 1) == "the" and set(scene.lows(at - 4, at)) & BRING:
        return STATES[low]  # “that brings the dead to nine”
    if low in _AT and scene.low(at + 1) == "at" and set(scene.lows(at - 6, at)) & PUT:
        return STATES[low]
    if low in ("number", "figure", "it", "total") and (
        set(scene.lows(at - 2, at)) & PUT or set(scene.lows(at + 1, at + 3)) & _COULD
    ):
        return SAME
    return None


def _figure_behind(scene: Scene, at: int) -> int | None:
    for index in range(at, min(scene.length, at + _FAR)):
        low = scene.low(index)
        if index >= at + _NEAR and (scene.low(index - 1) != "to" or scene.low(index - 2) not in _ROSE):
            continue  # so far off only “has risen to”
        if low in (".", ";") or (low == "," and index > at + 6):
            return None
        if (
            scene.low(index - 1) in _BEFORE_FIGURE
            and may_begin(low)
            and (figure := read_figure(scene.words, index))
            and figure.number
            and not (low in _YEARS and scene.low(index - 1) == "of")
        ):
            return index
    return None
