"""Lost things: “the rebels said they lost two tanks”, “the army admitted losing a helicopter”."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.groups import Group
from bot.extraction.lexicon.things import BUILDINGS, THINGS
from bot.extraction.patterns.arguments import right_group
from bot.extraction.patterns.gate import Gate
from bot.extraction.scene import Finding, Scene

_LOST = frozenset("lost lose losing".split())
_PRIVATE = frozenset(
    "car cars van vans bike bikes motorbike motorbikes motorcycle motorcycles train trains cart carts".split()
)
VEHICLES = frozenset(
    word for word in THINGS if word not in BUILDINGS | _PRIVATE and word.removesuffix("s") not in BUILDINGS
)
GATE = Gate([(lost, thing) for lost in _LOST for thing in VEHICLES])


def find_lost_things(scene: Scene) -> Iterator[Finding]:
    """The vehicles, vessels and aircraft that a side says it lost."""
    for at in scene.spots(_LOST):
        group = right_group(scene, at)
        if group is None or scene.low(group.head) not in VEHICLES or not (group.counted or _one(scene, group)):
            continue
        yield Finding(
            "damage", "destroyed", at, group.end, at, "damage.active.lose", group.interval, group.words, counted=True
        )


def _one(scene: Scene, group: Group) -> bool:
    """“Admitted losing a helicopter”, “denied losing a single tank”."""
    return scene.low(group.start) in ("a", "an", "any")
