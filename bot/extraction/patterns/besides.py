"""Besides: those named before the figure who share the fate (“in addition to the bomber, nine people were killed”)."""

from __future__ import annotations

from bot.claims.model import Interval
from bot.extraction.groups import Group
from bot.extraction.lexicon.verb_forms import SENSES
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

REACH = 14  # words between “in addition to” and the verb
_PHRASES = (("in", "addition", "to"), ("apart", "from"), ("aside", "from"), ("besides",))
_FIRSTS = frozenset(words[0] for words in _PHRASES)


def with_those_besides(scene: Scene, found: Finding) -> Finding:
    """The finding, with those named before it counted in; the first finding behind them alone takes them in."""
    if found.interval.low is None or _FIRSTS.isdisjoint(scene.vocabulary):
        return found
    for at in scene.spots(_FIRSTS):
        group = _named(scene, at)
        if group is None or not group.end <= found.at <= group.end + REACH or _told_between(scene, group, found):
            continue
        more = group.interval.low or 0
        high = found.interval.high + more if found.interval.high is not None else None
        together = Interval(found.interval.low + more, high, found.interval.hedge)
        return found._replace(interval=together, start=at, counted=True)
    return found


def _named(scene: Scene, at: int) -> Group | None:
    """The people behind “in addition to”, where a comma ends them."""
    for words in _PHRASES:
        if tuple(scene.lows(at, at + len(words))) == words:
            group = scene.group_at(at + len(words)) or scene.group_at(at + len(words) + 1)
            known = group is not None and group.about is About.PEOPLE and group.interval.low is not None
            return group if known and group is not None and scene.low(group.end) == "," else None
    return None


def _told_between(scene: Scene, group: Group, found: Finding) -> bool:
    """Whether another verb of harm has taken them in already."""
    return any(
        sense.kind == found.kind for index in range(group.end, found.at) for sense in SENSES.get(scene.small[index], ())
    )
