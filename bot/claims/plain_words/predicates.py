"""Predicates: what became of those a claim counts, in the past, said of one or many, and denied."""

from __future__ import annotations

from dataclasses import dataclass

from bot.claims.model import Action, Effect


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb in the past. `base` is its plain form for “did not …”; empty for what happens to one (“was killed”)."""

    past: str
    base: str = ""

    def said(self, *, plural: bool, denied: bool = False) -> str:
        """The verb for a subject that is one or many.

        >>> Predicate("killed").said(plural=True), Predicate("fled", "flee").said(plural=True, denied=True)
        ('were killed', 'did not flee')
        """
        if self.base:
            return f"did not {self.base}" if denied else self.past
        return f"{'were' if plural else 'was'}{' not' if denied else ''} {self.past}"


@dataclass(frozen=True, slots=True)
class Doing:
    """An action that is counted: its verb, who does it when the text does not say, and which way the place lies."""

    predicate: Predicate
    counted: str = "people"
    uncounted: str = "people"
    toward: str = "in"


EFFECTS: dict[Effect | None, Predicate] = {
    Effect.KILLED: Predicate("killed"),
    Effect.INJURED: Predicate("injured"),
    Effect.MISSING: Predicate("missing"),
    None: Predicate("killed or injured"),
}
DOINGS: dict[Action | None, Doing] = {
    Action.FLED: Doing(Predicate("fled", "flee"), toward="from"),
    Action.EVACUATED: Doing(Predicate("evacuated"), toward="from"),
    Action.FORCED_OUT: Doing(Predicate("displaced")),
    Action.RETURNED: Doing(Predicate("returned", "return"), toward="to"),
    Action.CAPTURED: Doing(Predicate("captured")),
    Action.ARRESTED: Doing(Predicate("arrested")),
    Action.SURRENDERED: Doing(Predicate("surrendered", "surrender")),
    Action.FREED: Doing(Predicate("freed")),
    Action.ESCAPED: Doing(Predicate("escaped", "escape")),
    Action.ABDUCTED: Doing(Predicate("abducted")),
    Action.SENT: Doing(Predicate("sent"), "personnel", "forces", "to"),
    Action.WITHDRAWN: Doing(Predicate("withdrawn"), "personnel", "forces", "from"),
    Action.DESTROYED: Doing(Predicate("destroyed"), "objects", "property"),
    Action.DAMAGED: Doing(Predicate("damaged"), "objects", "property"),
    None: Doing(Predicate("affected")),
}
