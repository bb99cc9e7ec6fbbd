"""Statement: a mention in plain words, made from its fields alone.

“10 or more civilians were injured in Qala-i-Naw.” The wording never says more than the fields do, so that two
reviewers vote on the same thing whatever the report's style.
"""

from __future__ import annotations

from bot.claims.model import (
    Action,
    Attack,
    AttackType,
    Casualties,
    Control,
    ControlAction,
    Count,
    Effect,
    Interval,
    Mention,
    Polarity,
)

_EFFECTS = {Effect.KILLED: "killed", Effect.INJURED: "injured", Effect.MISSING: "missing", None: "killed or injured"}
_DONE: dict[Action | None, tuple[str, str]] = {  # action -> (what was counted when the text does not say, predicate)
    Action.FLED: ("people", "fled"),
    Action.EVACUATED: ("people", "were evacuated"),
    Action.FORCED_OUT: ("people", "were forced out"),
    Action.RETURNED: ("people", "returned"),
    Action.CAPTURED: ("people", "were captured"),
    Action.ARRESTED: ("people", "were arrested"),
    Action.SURRENDERED: ("people", "surrendered"),
    Action.FREED: ("people", "were freed"),
    Action.ESCAPED: ("people", "escaped"),
    Action.ABDUCTED: ("people", "were abducted"),
    Action.SENT: ("forces", "were sent"),
    Action.WITHDRAWN: ("forces", "were withdrawn"),
    Action.DESTROYED: ("things", "were destroyed"),
    Action.DAMAGED: ("things", "were damaged"),
    None: ("people", "were affected"),
}
_SINGULAR = {"people": "person", "forces": "force", "things": "thing"}
_CONTROL = {
    ControlAction.SEIZED: "seized",
    ControlAction.RETOOK: "retook",
    ControlAction.LOST: "lost",
    ControlAction.WITHDREW: "withdrew from",
    ControlAction.SURROUNDED: "surrounded",
    ControlAction.ENTERED: "entered",
    ControlAction.CONTESTED: "fought for control of",
    ControlAction.HOLDS: "held",
    ControlAction.REPELLED: "drove back",
}
_CONTROL_PASSIVE = {
    ControlAction.SEIZED: "was seized",
    ControlAction.RETOOK: "was retaken",
    ControlAction.LOST: "was lost",
    ControlAction.WITHDREW: "was left",
    ControlAction.SURROUNDED: "was surrounded",
    ControlAction.ENTERED: "was entered",
    ControlAction.CONTESTED: "was contested",
    ControlAction.HOLDS: "was held",
    ControlAction.REPELLED: "was driven back",
}
_ALONE = {
    **_CONTROL,
    ControlAction.SEIZED: "took a position",
    ControlAction.RETOOK: "retook a position",
    ControlAction.LOST: "lost a position",
    ControlAction.WITHDREW: "withdrew",
    ControlAction.SURROUNDED: "surrounded a position",
    ControlAction.ENTERED: "entered a position",
    ControlAction.CONTESTED: "fought for a position",
    ControlAction.HOLDS: "held a position",
    ControlAction.REPELLED: "drove back an attack",
}
_NO_OBJECT = {ControlAction.WITHDREW: "withdrew", ControlAction.REPELLED: "drove back an attack"}
_ATTACKS = {
    AttackType.CLASH: "Fighting",
    AttackType.ASSAULT: "An assault",
    AttackType.AIR_STRIKE: "An air strike",
    AttackType.DRONE_STRIKE: "A drone strike",
    AttackType.MISSILE_STRIKE: "A missile strike",
    AttackType.SHELLING: "Shelling",
    AttackType.BOMBING: "A bombing",
    AttackType.MINE: "A mine explosion",
    AttackType.AMBUSH: "An ambush",
    AttackType.RAID: "A raid",
    AttackType.SHOOTING: "A shooting",
    AttackType.MASSACRE: "A massacre",
}
_PRONOUNS = frozenset("it they we he she them us".split())
_ARTICLES = frozenset("a an the any some no one more other its their our my his her these those this that all".split())


def statement(mention: Mention) -> str:
    """The claim as one sentence in plain words; a denial says that it did not happen."""
    denied = mention.polarity is Polarity.DENIED
    where = f" {_preposition(mention)} {mention.place.name}" if mention.place else ""
    if mention.casualties:
        said = _casualties(mention.casualties, denied)
    elif mention.count:
        said = _count(mention.count, denied)
    elif mention.control:
        said = _controlled(mention.control, denied)
        where = where if mention.place and mention.place.name not in said else ""
    else:
        said = _attacked(mention.attack, denied)
        where = where if mention.place and mention.place.name not in said else ""
    return f"{said[:1].upper()}{said[1:]}{where}."


def _preposition(mention: Mention) -> str:
    """People are sent and return to a place; all else happens in it."""
    going = (Action.SENT, Action.RETURNED)
    return "to" if mention.count and mention.count.action in going else "in"


def figure(told: Interval) -> str:
    """The figure in words of its own: “10”, “10 or more”, “up to 8”, “5 to 8”, “about 30”; empty when there is none."""
    low, high = told.low, told.high
    if low is None and high is None:
        return ""
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    if low != high:
        return f"{low:,} to {high:,}"
    return f"about {low:,}" if told.hedge else f"{low:,}"


def _casualties(told: Casualties, denied: bool) -> str:
    happened = _EFFECTS[told.effect]
    people = _noun(told.victims, "people")
    zero = told.count.high == 0
    if zero or (denied and not figure(told.count)):
        subject = f"no {_one(people)}"
        return f"{'it is not so that ' if zero and denied else ''}{subject} was {happened}"
    if _is_name(people) and told.count.low == told.count.high == 1:
        return f"{people} was {'not ' if denied else ''}{happened}"
    subject, one = _counted(told.count, people)
    be = "was" if one else "were"
    return f"{'it is not so that ' if denied else ''}{subject} {be} {happened}"


def _count(told: Count, denied: bool) -> str:
    default, predicate = _DONE[told.action]
    people = _noun(told.what, default)
    if told.count.high == 0 or (denied and not figure(told.count)):
        return f"no {_one(people)} {_alone(predicate)}"
    subject, one = _counted(told.count, people)
    return f"{'it is not so that ' if denied else ''}{subject} {_alone(predicate) if one else predicate}"


def _alone(predicate: str) -> str:
    return predicate.replace("were ", "was ", 1)


def _counted(told: Interval, people: str) -> tuple[str, bool]:
    """The figure with its noun, and whether it is one alone."""
    number = figure(told)
    if not number:
        return (people, people.split()[0].lower() in ("a", "an", "one"))
    if number == "1":
        return f"one {_one(people)}", True
    return f"{number} {_many(people)}", False


def _noun(words: str | None, default: str) -> str:
    """The group as worded, without its article; a bare figure has the default noun."""
    if not words:
        return default
    kept = words.split()
    while kept and kept[0].lower() in _ARTICLES:
        kept = kept[1:]
    said = " ".join(kept)
    return default if not said or said.lower() in _PRONOUNS | {"others"} else said


def _one(people: str) -> str:
    head = people.split()[-1]
    if people in _SINGULAR:
        return _SINGULAR[people]
    irregular = {"men": "man", "women": "woman", "children": "child", "people": "person", "families": "family"}
    for plural, singular in irregular.items():
        if head.lower().endswith(plural):
            return people[: len(people) - len(plural)] + singular
    if head.endswith("ies"):
        return people[:-3] + "y"
    if head.endswith("s") and not head.endswith(("ss", "us", "headquarters")) and head.islower():
        return people[:-1]
    return people


def _many(people: str) -> str:
    return "people" if people == "person" else people


def _is_name(people: str) -> bool:
    return all(word[:1].isupper() for word in people.split() if word[:1].isalpha() and "-" not in word)


def _named(words: str | None) -> str | None:
    """An actor as it stands inside a sentence; a pronoun names nobody."""
    if not words or words.lower() in _PRONOUNS:
        return None
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in _ARTICLES and rest else words


def _is_many(words: str) -> bool:
    last = words.split()[-1].lower()
    return last.endswith("s") and not last.endswith(("ss", "us", "headquarters", "barracks")) and last.islower()


def _controlled(told: Control, denied: bool) -> str:
    lead = "it is not so that " if denied else ""
    told = Control(_named(told.actor), told.action, _named(told.object))
    if told.actor and (told.object or told.action in _NO_OBJECT):
        verb = _CONTROL[told.action] if told.object else _NO_OBJECT[told.action]
        return f"{lead}{told.actor} {verb}{' ' + told.object if told.object else ''}"
    if told.object:
        passive = _CONTROL_PASSIVE[told.action]
        return f"{lead}{told.object} {passive.replace('was', 'were', 1) if _is_many(told.object) else passive}"
    if told.actor:
        return f"{lead}{told.actor} {_ALONE[told.action]}"
    if told.action is ControlAction.REPELLED:
        return f"{lead}an attack was driven back"
    return f"{lead}a position {_CONTROL_PASSIVE[told.action]}"


def _attacked(told: Attack | None, denied: bool) -> str:
    name = _ATTACKS[told.type] if told else "An attack"
    by, on = (_named(told.actor), _named(told.target)) if told else (None, None)
    actor = f" by {by}" if by else ""
    target = f" on {on}" if on else ""
    bare = name.removeprefix("An ").removeprefix("A ").lower()
    return f"no {bare}{actor}{target} took place" if denied else f"{name}{actor}{target} took place"
