"""JSONL: a mention as one line of data for other programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.claims.model import Attack, Attribution, Control, EventDate, Interval, Mention, Place
from bot.claims.statement import statement

Json = dict[str, Any]


def as_json(mention: Mention, document: str) -> Json:
    """A mention as plain data; `document` is the file's name. Keys that do not apply are null."""
    return {
        "document": document,
        "kind": mention.kind.value,
        "quote": mention.quote,
        "start": mention.start,
        "end": mention.end,
        "polarity": mention.polarity.value,
        "place": _place(mention.place),
        "event_date": _event_date(mention.event_date),
        "attribution": _attribution(mention.attribution),
        "casualties": _casualties(mention),
        "count": _count(mention),
        "control": _control(mention.control),
        "attack": _attack(mention.attack),
        "statement": statement(mention),
        "rule": mention.rule,
    }


def _place(place: Place | None) -> Json | None:
    return asdict(place) if place else None


def _event_date(when: EventDate | None) -> Json | None:
    if when is None:
        return None
    return {"start": when.start.isoformat(), "end": when.end.isoformat(), "precision": when.precision.value}


def _attribution(who: Attribution | None) -> Json | None:
    return {**asdict(who), "chain": list(who.chain)} if who else None


def _interval(interval: Interval) -> Json:
    return {"low": interval.low, "high": interval.high, "hedge": interval.hedge}


def _casualties(mention: Mention) -> Json | None:
    told = mention.casualties
    if told is None:
        return None
    effect = told.effect.value if told.effect else None
    return {"effect": effect, **_interval(told.count), "victims": told.victims}


def _count(mention: Mention) -> Json | None:
    told = mention.count
    if told is None:
        return None
    return {"action": told.action.value if told.action else None, **_interval(told.count)}


def _control(control: Control | None) -> Json | None:
    if control is None:
        return None
    return {"actor": control.actor, "action": control.action.value, "object": control.object}


def _attack(attack: Attack | None) -> Json | None:
    return {"type": attack.type.value, "actor": attack.actor, "target": attack.target} if attack else None
