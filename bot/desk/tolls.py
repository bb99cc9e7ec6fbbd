"""Tolls at a place and in a digest: the claims are found, read and grouped into events."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.claims.claim import Claim
from bot.claims.desk import Desk
from bot.claims.model import Kind
from bot.claims.plain_words.figures import is_vague
from bot.claims.tolls import Counted, Incident, Reach, Report, incidents
from bot.desk.circles import circle
from bot.desk.places import AskedPlace
from bot.desk.tellings import Read, count_sources, read_claims
from bot.matching.groups import is_armed
from bot.matching.places import is_country, is_region
from bot.matching.reading import Reading
from storage.records import Records

A_WEEK, LONGEST = 7, 999  # days
MOST = 600  # casualty claims of one answer, the latest days first
TIED_BY = frozenset({Kind.CASUALTIES, Kind.ATTACK})
_A_REGION = r"\b{name}(?:['’]s)? (?:province|region|oblast|governorate|state|county|department)\b"


@dataclass(frozen=True, slots=True)
class TollOf:
    """What is reported from a place between two days: its events, the latest first. `name` is what people call it."""

    name: str
    place: AskedPlace
    first: date
    last: date
    incidents: tuple[Incident, ...]


def read_days(words: str) -> tuple[str, int]:
    """The place in “Herat 30” and how many days: a week where no number stands behind it, at most `LONGEST`.

    >>> read_days("El Fasher 30"), read_days("Herat")
    (('El Fasher', 30), ('Herat', 7))
    """
    found = re.fullmatch(r"(.*?)\s*\b(\d{1,9})(?:\s*(?:d|days?))?", words.strip(), re.DOTALL)
    return (found[1], min(max(int(found[2]), 1), LONGEST)) if found else (words, A_WEEK)


def toll_of(records: Records, desk: Desk, place: AskedPlace, days: int, today: date) -> TollOf:
    """The events of the last `days` days at a place and inside it."""
    first = today - timedelta(days=days - 1)
    seeds = records.scenes.at(desk.id, place.keys, Kind.CASUALTIES, MOST, first)
    found = tuple(one for one in _incidents(records, desk, seeds) if one.last >= first)
    return TollOf(place.name(seeds), place, first, today, found)


def tolls_since(records: Records, desk: Desk, since: datetime) -> list[Incident]:
    """The events of which a casualties claim came before the desk since then, with all that is known of them."""
    return _incidents(records, desk, records.claims.casualties_since(desk.id, since))


def _incidents(records: Records, desk: Desk, seeds: Iterable[Claim]) -> list[Incident]:
    """Those that any of the seeds is about; others that they are only tied to are left out."""
    asked = list(seeds)
    found = circle(records, asked, TIED_BY)
    read = read_claims(records, desk.id, found.claims)
    reports = [_report(one) for one in read.values() if one.claim.mention.casualties]
    wanted = {claim.id for claim in asked}
    told = incidents(reports, found.claims, found.ties, lambda claims: count_sources(read[claim] for claim in claims))
    return [one for one in told if one.claims & wanted]


def _report(one: Read) -> Report:
    reading, told = one.reading, one.claim.mention.casualties
    first, last = _days(one)
    vague = told is not None and is_vague(told.count)
    return Report(one.claim, _counted(one), first, last, _reach(reading), vague)


def _days(one: Read) -> tuple[date, date]:
    span = one.reading.span
    if span.when:
        return span.when.start, span.when.end
    day = span.told_on or one.claim.opened.date()
    return day, day


def _counted(one: Read) -> Counted:
    reading, told = one.reading, one.claim.mention.casualties
    effect = told.effect if told else None
    counted = reading.counted
    if counted is None:
        return Counted(effect)
    side = counted.side if is_armed(counted.group) else None
    return Counted(effect, counted.group, side, reading.cumulative or reading.span.is_campaign, reading.part)


def _reach(reading: Reading) -> Reach:
    place = reading.place
    if place is None:
        return Reach.TOWN
    if is_country(place):
        return Reach.COUNTRY
    named = re.compile(_A_REGION.format(name=re.escape(place.name)), re.IGNORECASE)
    return Reach.REGION if is_region(place) or named.search(reading.around) else Reach.TOWN
