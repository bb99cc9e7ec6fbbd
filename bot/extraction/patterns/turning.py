"""All patterns in their order, and which of them a sentence's words can set off at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.extraction.patterns import (
    anyone,
    attack,
    attack_sayings,
    casualties,
    control,
    damage,
    deployment,
    detention,
    displacement,
    fates,
    further,
    lost_things,
    numbering,
    presence,
    tallies,
    totals,
    weapons,
)
from bot.extraction.patterns.gate import Gate, Gates
from bot.extraction.scene import Finding, Scene

Pattern = Callable[[Scene], Iterator[Finding]]
PATTERNS: tuple[tuple[Pattern, Gate], ...] = (
    (tallies.find_tallies, tallies.GATE),
    (casualties.find_casualties, casualties.GATE),
    (numbering.find_numbers, numbering.GATE),
    (fates.find_fates, fates.GATE),
    (further.find_further, further.GATE),
    (control.find_control, control.GATE),
    (presence.find_presence, presence.GATE),
    (presence.find_emptied, presence.EMPTIED),
    (attack.find_attacks, attack.GATE),
    (weapons.find_weapons, weapons.GATE),
    (attack_sayings.find_attack_sayings, attack_sayings.GATE),
    (displacement.find_displacement, displacement.GATE),
    (detention.find_detention, detention.GATE),
    (deployment.find_deployment, deployment.GATE),
    (damage.find_damage, damage.GATE),
    (totals.find_totals, totals.GATE),
    (anyone.find_anyone, anyone.GATE),
    (lost_things.find_lost_things, lost_things.GATE),
)
_GATES = Gates([gate for _, gate in PATTERNS])


def patterns_for(vocabulary: frozenset[str]) -> list[Pattern]:
    """The patterns that a sentence of these words can set off, in order; none for most sentences of a report."""
    return [PATTERNS[number][0] for number in _GATES.opened(vocabulary)]
