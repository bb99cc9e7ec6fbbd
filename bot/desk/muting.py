"""Muting: a desk hears no more of a rule that errs too often."""

from __future__ import annotations

from datetime import datetime

from bot.claims.desk import Desk
from bot.claims.errors import ClaimdeskError
from bot.claims.second_reading import RULE as SECOND_READER
from bot.extraction.rules import EXAMPLES, family_of
from storage.records import Records


class NoSuchRule(ClaimdeskError):
    """I know no rule “{name}”. /rules lists those that made claims here; the first two words of a name mean all rules
    that are built alike, such as casualties.noun"""


class NotMuted(ClaimdeskError):
    """“{name}” is not muted here. Muted are: {muted}."""


def mute(records: Records, desk: Desk, name: str, at: datetime) -> bool:
    """From now on nothing that the rule, or the family of rules, finds becomes a claim here; False when it was so.

    Raises NoSuchRule.
    """
    name = name.strip().lower()
    if name not in known_names(records, desk):
        raise NoSuchRule(name=name[:60])
    return records.rules.mute(desk.id, name, at)


def unmute(records: Records, desk: Desk, name: str) -> None:
    """What the rule finds becomes claims again. Raises NotMuted."""
    if not records.rules.unmute(desk.id, name.strip().lower()):
        muted = ", ".join(sorted(records.rules.muted(desk.id))) or "none"
        raise NotMuted(name=name.strip()[:60], muted=muted)


def known_names(records: Records, desk: Desk) -> set[str]:
    """The families of all rules, and the rules that made claims at this desk."""
    seen = {record.rule for record in records.rules.outcomes(desk.id)}
    return {*EXAMPLES, SECOND_READER, *seen, *(family_of(rule) for rule in seen)}
