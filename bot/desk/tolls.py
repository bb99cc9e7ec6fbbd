"""Tolls at a place and in a digest: the claims are found, read and grouped into events."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from bot.claims.claim import Claim
from bot.claims.desk import Desk
from bot.claims.incidents import Tie
from bot.claims.model import ClaimId, Kind
from bot.claims.plain_words.figures import is_vague
from bot.claims.relations import Relation
from bot.claims.tolls import Counted, Incident, Reach, Report, incidents
from bot.desk.circles import Circle, circle
from bot.desk.places import AskedPlace
from bot.desk.tellings import Read, count_sources, read_claims
from bot.matching.groups import is_armed
from bot.matching.places import Nearness, is_country, is_region, nearness, place_of
from bot.matching.reading import Reading
from storage.records import Records

A_WEEK, LONGEST = 7, 999  # days
MOST = 600  # casualty claims of one answer, the latest days first
TIED_BY = frozenset({Kind.CASUALTIES, Kind.ATTACK})
_A_REGION = r"\b{name}(?:['’]s)? (?:province|region|oblast|governorate|state|county|department)\b"


@dataclass(frozen=True, slots=True)
class TollOf:
    """What is reported from a place between two days: its events, the latest first.

    `name` is what people call it; `cut` when older claims of these days are left out.
    """

    name: str
    place: AskedPlace
    first: date
    last: date
    incidents: tuple[Incident, ...]
    cut: bool = False


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
    return TollOf(place.name(seeds), place, first, today, found, len(seeds) == MOST)


def tolls_since(records: Records, desk: Desk, since: datetime) -> list[Incident]:
    """The events of which a casualties claim came before the desk since then, with all that is known of them."""
    return _incidents(records, desk, records.claims.casualties_since(desk.id, since))


def _incidents(records: Records, desk: Desk, seeds: Iterable[Claim]) -> list[Incident]:
    """Those that any of the seeds is about; others that they are only tied to are left out."""
    asked = list(seeds)
    found = circle(records, asked, TIED_BY)
    read = read_claims(records, desk.id, found.claims)
    reports = [_report(one) for one in read.values() if one.claim.mention.casualties]
    ties = [*_at_one_place(found), *_in_one_breath(reports, read)]
    told = incidents(reports, found.claims, ties, lambda claims: count_sources(read[claim] for claim in claims))
    wanted = {claim.id for claim in asked}
    return [one for one in told if one.claims & wanted]


def _at_one_place(found: Circle) -> Iterable[Tie]:
    """Without the ties between a place and what is inside it: those are different events, or one holds the other."""
    places = {claim.id: place_of(claim.mention) for claim in found.claims}
    other_places = (Nearness.INSIDE, Nearness.APART)
    return (tie for tie in found.ties if nearness(places[tie.one], places[tie.other]) not in other_places)


def _in_one_breath(reports: Iterable[Report], read: Mapping[ClaimId, Read]) -> Iterable[Tie]:
    """“14 killed and 31 wounded” is one event; two figures for the same people in a sentence may be two."""
    sentences: dict[Hashable, list[Report]] = {}
    for one in reports:
        told = read[one.claim.id].told[0]
        where_and_when = (one.claim.mention.place, one.first, one.last)
        sentences.setdefault((told.copy, told.around or one.claim.id, where_and_when), []).append(one)
    for together in sentences.values():
        if len({one.counted for one in together}) == len(together):
            yield from (Tie(one.claim.id, other.claim.id, Relation.SUPPORTS) for one, other in pairwise(together))


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
