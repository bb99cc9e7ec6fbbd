"""The figures of a desk: what is open and decided, how fast, how unanimous, and how often each rule was right."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.claims.desk import Desk
from bot.claims.deskwork import RECENT, Deskwork, first_decisions
from bot.claims.precision import RuleRecord
from bot.extraction.rules import family_of
from storage.records import Records


def deskwork(records: Records, desk: Desk, at: datetime) -> Deskwork:
    """The figures as they are at `at`."""
    since = at - RECENT
    entries = records.deskwork.rounds_and_changes(desk.id, since)
    return Deskwork(
        records.deskwork.claims(desk.id),
        tuple(decision for decision in first_decisions(entries) if decision.at > since),
        tuple(records.rules.outcomes(desk.id)),
        records.rules.muted(desk.id),
    )


def by_family(rules: Iterable[RuleRecord]) -> list[RuleRecord]:
    """The records of rules that are built alike, added up."""
    sums: dict[str, RuleRecord] = {}
    for one in rules:
        name = family_of(one.rule)
        so_far = sums.get(name, RuleRecord(name))
        sums[name] = RuleRecord(name, so_far.decided + one.decided, so_far.rejected + one.rejected)
    return list(sums.values())
