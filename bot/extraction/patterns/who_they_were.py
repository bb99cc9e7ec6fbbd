"""Who they were: “nine dead, all of them police officers” names behind a bare figure the people that it counts."""

from __future__ import annotations

from bot.claims.model import Kind
from bot.extraction.lexicon.tolls import STATES
from bot.extraction.patterns.casualties import victims_of
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

_ALL = (["all", "of", "them"], ["both", "of", "them"], ["all"], ["both"])


def with_who(scene: Scene, found: Finding) -> Finding:
    """The finding with its people, where it counts some and only what stands behind tells who; else as it is."""
    if found.kind != Kind.CASUALTIES or not found.counted or victims_of(found.people) is not None:
        return found
    at = found.end + (scene.low(found.end) in STATES)
    lead = next((words for words in _ALL if scene.lows(at + 1, at + 1 + len(words)) == words), None)
    if lead is None or scene.low(at) not in (",", "(", "–", "—"):
        return found
    group = scene.group_at(at + 1 + len(lead))
    if group is None or group.about not in (About.PEOPLE, About.FORCE) or not group.plural:
        return found
    anew = group.counted and lead[0] != "both"
    return found if anew else found._replace(people=group.words.removeprefix("all ").removeprefix("both "))
