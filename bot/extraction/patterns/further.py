"""Further figures: a bare number that goes on with the harm told before it, in the same sentence or the one before.

“Twelve were killed in the market and another three at the bus stop”, “Police spoke of 14 dead, the Red Cross of 20”,
“36 mourners dead [some outlets say 37]”, “The army says thirty rebels died, the rebels acknowledge 3”.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.groups import Group
from bot.extraction.lexicon.grammar import AUXILIARIES, DETERMINERS
from bot.extraction.lexicon.tolls import STATES
from bot.extraction.lexicon.verb_forms import SENSES, VERB_WORDS
from bot.extraction.numbers import may_begin
from bot.extraction.patterns.gate import Gate, each_of
from bot.extraction.patterns.tolls import SAME
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

KIND = "casualties"
RULE = "casualties.further"
_MORE = frozenset("another further additional more".split())
_SAYS = frozenset(
    "say says said acknowledge acknowledges acknowledged admit admits admitted concede concedes conceded".split()
)
_COUNTS = frozenset("claim claims claimed counted counts".split())
_WHERE = frozenset("in at near on outside".split())
_LINKS = frozenset(", ; and . [ ( — – : then yesterday".split())
_ENDS = frozenset('. ; , ) ] ” ’ " : — –'.split()) | {""}
_BREAKING = frozenset("including among of whom them".split())
_LEADS = _LINKS | _SAYS | _COUNTS | frozenset("of then a".split())
_ARTICLES = DETERMINERS - {"several", "few"}
HARM: dict[str, str] = {
    word: label for word, label in STATES.items() if word not in ("fallen", "mia", "killings", "death")
}
for _word, _senses in SENSES.items():
    _label = next((sense.label for sense in _senses if sense.kind == KIND and sense.label), None)
    if _label is not None and {sense.kind for sense in _senses} == {KIND}:
        HARM.setdefault(_word, _label)
GATE = Gate([*each_of(_MORE | _SAYS | _COUNTS), *((harm, where) for harm in HARM for where in (*_WHERE, "of"))])


def find_further(scene: Scene) -> Iterator[Finding]:
    """The figures that go on with a harm; an answer to a figure of an earlier sentence has its effect (`SAME`)."""
    for group in scene.groups if any(map(_may_go_on, ("", *scene.small), scene.small)) else ():
        if group.about is not About.FIGURE or group.interval.high == 0 or not _number(scene, group):
            continue
        label = _goes_on(scene, group) or _answers(scene, group)
        if label is not None:
            rule = f"{RULE}.figure"
            yield Finding(KIND, label, group.start, group.end, group.end - 1, rule, group.interval, counted=True)


def _may_go_on(before: str, low: str) -> bool:
    """Whether a figure may begin behind a word that leads to one; spares most sentences their groups."""
    return before in _LEADS and low not in _ARTICLES and may_begin(low)


def _number(scene: Scene, group: Group) -> bool:
    """A bare figure with no verb behind it that would tell of it."""
    after = scene.lows(group.end, group.end + 3)
    return (
        group.figure is not None
        and group.figure.number
        and not any(word in VERB_WORDS or word in AUXILIARIES or word in STATES for word in after)
    )


def _goes_on(scene: Scene, group: Group) -> str | None:
    before = _harm_before(scene, group.start)
    if before is None or scene.low(group.start - 1) not in _LINKS | {"then"}:
        return None
    more = bool(_MORE & set(scene.lows(group.start, group.end)))
    placed = _placed(scene, group.end) and any(_placed(scene, at) for at in range(before, group.start))
    ends = more and scene.low(group.end) in _ENDS | _WHERE
    return HARM[scene.low(before)] if ends or placed else None


def _placed(scene: Scene, at: int) -> bool:
    """“In Sake”, “on Tuesday”."""
    return scene.low(at) in _WHERE and at + 1 < scene.length and scene.words[at + 1].capital


def _harm_before(scene: Scene, at: int) -> int | None:
    """Where the nearest word of harm stands before; none where a part of those counted is being told."""
    for index in range(at - 1, max(-1, at - 14), -1):
        low = scene.low(index)
        if low in HARM:
            return index
        if low in _BREAKING or (low in VERB_WORDS and scene.group_at(index) is None):
            return None
    return None


def _answers(scene: Scene, group: Group) -> str | None:
    """“The rebels acknowledge 3”, “some outlets say 37”, “the Red Cross of 20”."""
    verb = scene.low(group.start - 1)
    if scene.low(group.end) not in _ENDS or may_begin(scene.low(group.end + 1)):
        return None
    if verb in _SAYS or (verb in _COUNTS and _speaker(scene, group.start - 2)):
        before = _harm_before(scene, group.start)
        return HARM[scene.low(before)] if before is not None else SAME
    spoke = verb == "of" and _speaker(scene, group.start - 2) and {"spoke", "speaks", "speak", "talks", "talked"}
    if spoke and not spoke.isdisjoint(scene.vocabulary):
        before = _harm_before(scene, group.start - 1)
        return HARM[scene.low(before)] if before is not None else None
    return None


def _speaker(scene: Scene, at: int) -> bool:
    group = scene.group_at(at)
    return group is not None and not group.counted
