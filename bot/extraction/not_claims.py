"""What is no claim: the future, conditions, fears, appeals; said of a finding from the words around its verb."""

from __future__ import annotations

from bot.extraction.groups import Group
from bot.extraction.lexicon.grammar import BE, CALENDAR
from bot.extraction.lexicon.verb_forms import FORMS_OF, Form
from bot.extraction.patterns.arguments import governing_to
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

_UNREAL = frozenset("will would could may might should must can shall 'll if unless cannot won't couldn't".split())
_PURPOSE = frozenset(
    "managed forced able seen appeared began begun continued had have seemed seems continues continue continuing "
    "believed reported said known thought feared started failed understood found confirmed proceeded went on "
    "helped helping help".split()
)
_FEARS = frozenset(
    """fears fear risk threat threatened threatens threatening warned vowed plan plans planned planning
        pledged urged called """
    "preparing prepared refused ordered wants wanted trying tried attempt hope hopes order orders aims aimed".split()
)
_TOPICS = frozenset("number numbers identity identities names list question issue".split())
_LEARN = frozenset("confirm see count hear verify report identify".split())
_WHOM = frozenset("him her them us it the".split())
_WAITS = frozenset("before until till once".split())
_NOW = frozenset({Form.PLAIN, Form.PRESENT})
_ENDS = frozenset("; : but while when where said".split())


_ASKS = frozenset(
    "is are was were has have had do does did who what when where why how which can could will would whose".split()
)


def asked(scene: Scene) -> bool:
    """Whether the sentence is a question (“Have the rebels taken the town?”)."""
    if "?" not in scene.lows(scene.length - 2, scene.length):
        return False
    return next((low for low in scene.small if low[0].isalnum()), "") in _ASKS


def unreal(scene: Scene, found: Finding) -> bool:
    """Whether the verb at the heart of a finding is said to be possible, wished, feared or to come."""
    if found.rule.endswith(".toll"):
        return False
    if scene.lows(0, 2) == ["background", ":"] or _wished(scene, found) or _awaited(scene, found):
        return True
    if not found.counted and _topic(scene, found.start):
        return True  # “the number of people who died” says no number
    for index in range(found.at - 1, max(-1, found.at - 7), -1):
        low = scene.low(index)
        if low in _ENDS or (low == "," and index < found.start):
            break
        if low == "unable":
            return True  # “unable to reach the hospital”
        if low in _UNREAL and scene.words[index].word != "May":  # the month
            return scene.low(index + 1) not in _LEARN
        if (
            low == "to"
            and scene.low(index + 1) not in ("have", "having")
            and scene.group_at(index + 1) is None  # “losses amount to 40 killed”
            and index >= found.at - 3
            and scene.low(index - 1) not in _PURPOSE
            and scene.group_at(found.at) is None
            and not any(scene.group_at(between) for between in range(index + 1, found.at))
        ):
            return True
    shared = governing_to(scene, found.at)
    if shared is not None and scene.low(shared - 1) not in _PURPOSE:
        return True
    return _conditional(scene, found) or past_deed(scene, found) or _left_open(scene, found)


def _left_open(scene: Scene, found: Finding) -> bool:
    """“Would neither confirm nor deny that 30 men had died”."""
    before = scene.lows(found.start - 9, found.start)
    return "deny" in before and ("confirm" in before or not {"refused", "declined"}.isdisjoint(before))


def _wished(scene: Scene, found: Finding) -> bool:
    """“Let them pull their troops out of the valley!” asks for it."""
    return scene.low(0) == "let" and found.at > 1 and scene.low(1) in _WHOM


def _awaited(scene: Scene, found: Finding) -> bool:
    """“Before the force arrives”: what is waited for has not happened."""
    forms = FORMS_OF.get(scene.low(found.at), frozenset())
    return bool(forms) and forms <= _NOW and scene.low(found.start - 1) in _WAITS


def _topic(scene: Scene, start: int) -> bool:
    before = start - 1 if scene.low(start) == "of" else start - 2
    return scene.low(before + 1) == "of" and scene.low(before) in _TOPICS


def _conditional(scene: Scene, found: Finding) -> bool:
    before = scene.lows(found.start - 6, found.start)
    return bool({"if", "unless", "whether"} & set(before)) or bool(
        _FEARS & set(scene.lows(found.start - 3, found.start))
    )


_BLAMED = frozenset(
    {
        ("responsible", "for"),
        ("linked", "to"),
        ("involved", "in"),
        ("suspected", "of"),
        ("implicated", "in"),
        ("wanted", "for"),
    }
)
_HUNTED = frozenset(
    "commander sub-commander leader facilitator insurgent militant fighter smuggler bomber operative terrorist emir "
    "rebel".split()
)
_DATED = CALENDAR | frozenset("today yesterday tonight last this past earlier ago overnight".split())


def past_deed(scene: Scene, found: Finding) -> bool:
    """“He is believed to be responsible for the death of two guards”: tells of a man, and of no day."""
    if found.kind != "casualties":
        return False
    blamed = [at for at in range(found.at) if (scene.small[at], scene.low(at + 1)) in _BLAMED]
    if any(_single(group) and group.noun in _HUNTED for at in blamed if (group := scene.group_at(at - 1))):
        return True  # “a commander responsible for the killing of two teachers”
    if not blamed or not scene.vocabulary.isdisjoint(_DATED):
        return False
    whose = scene.groups[0] if scene.groups and scene.groups[0].start <= 1 else None
    known = whose is not None and ((_single(whose) and whose.definite) or whose.noun in ("he", "she"))
    return known and any(not BE.isdisjoint(scene.lows(at - 6, at)) for at in blamed)


def _single(group: Group | None) -> bool:
    return group is not None and group.about is About.PEOPLE and group.interval.low == 1


WHOLE_WAR = 5_000
"""Dead that no single event of a report leaves without its date."""
_LONG = frozenset("years decades decade".split())
_SPAN = frozenset("past last over during recent throughout for".split())
_STRUGGLES = frozenset(
    "war conflict insurgency uprising crackdown unrest crisis hostilities rebellion revolt pandemic epidemic".split()
)


_WARS = frozenset(
    "war invasion operation conflict insurgency uprising revolution aggression coup putsch takeover war".split()
)
_BEGINNINGS = frozenset("beginning start outbreak onset launch".split())


def _since_the_war_began(scene: Scene, found: Finding) -> bool:
    """“… have been destroyed since the beginning of the special military operation”."""
    for at in scene.spots(("since",)) if "since" in scene.vocabulary else ():
        after = scene.lows(at + 1, at + 12)
        if found.start <= at < found.end + 8 and _BEGINNINGS & set(after[:4]) and "of" in after and _WARS & set(after):
            return True
    return False


def _since_power_changed(scene: Scene, found: Finding) -> bool:
    """“Since the coup the army has killed 2,000 people”."""
    for at in scene.spots(("since",)) if "since" in scene.vocabulary else ():
        after = scene.lows(at + 1, at + 4)
        if abs(found.at - at) < 16 and _WARS & set(after) and {"the", "its", "their"} & set(after[:1]):
            return bool({"has", "have"} & set(scene.lows(found.at - 6, found.at)))
    return False


def _over_years(scene: Scene, found: Finding) -> bool:
    """“… over the past four years”, “during ten years of war”, “in a 10-year-long conflict”."""
    for at in range(max(0, found.start - 24), min(scene.length, found.end + 24)):
        low = scene.small[at]
        if low in _LONG and scene.low(at + 1) not in ("ago", "old", "earlier", "later", "in"):
            before = set(scene.lows(at - 5, at))
            if _SPAN & before and not {"to", "jail", "prison", "aged"} & before:
                return True
        if "-year-" in low and {low.rpartition("-")[2]} & {"long", "old"} and _STRUGGLES & set(scene.lows(at, at + 4)):
            return True
    return False


def _whole_war(scene: Scene, found: Finding) -> bool:
    """“Has caused the death of 20,000 people”: so many, in the perfect, are those of a whole war."""
    perfect = {"has", "have"} & set(scene.lows(found.at - 8, found.at))
    return bool(perfect) and found.label == "killed" and (found.interval.low or 0) >= WHOLE_WAR


def cumulative(scene: Scene, found: Finding) -> bool:
    """Whether the figure is that of a whole war: “the conflict has killed 3,000”."""
    if not found.counted or found.kind not in ("casualties", "displacement", "damage", "detention"):
        return False
    before = scene.lows(found.at - 16, found.at)
    if (
        _since_the_war_began(scene, found)
        or _since_power_changed(scene, found)
        or _over_years(scene, found)
        or _whole_war(scene, found)
    ):
        return True
    told = set(scene.lows(found.at - 4, found.at)) & {"has", "have", "had"} or "left" in before[-4:]
    return bool(told and _STRUGGLES & set(before) and found.rule.split(".")[1] in ("active", "phrase", "noun", "split"))
