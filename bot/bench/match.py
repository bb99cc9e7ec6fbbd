"""How long it takes to find and judge what a new mention relates to, with few claims at the desk and with very many."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter

from rich.console import Console

from bot.claims.model import (
    Attribution,
    Casualties,
    Control,
    ControlAction,
    DeskId,
    Effect,
    EventDate,
    Interval,
    Kind,
    Mention,
    Place,
)
from bot.claims.relations import Told
from bot.desk.relating import relatives
from bot.matching.keys import stored_keys
from storage.rehearsal_of_claims import Filed, RehearsalOfClaims
from storage.store import Store

FEW = 10_000
ASKED = 500  # new mentions that are timed
BEFOREHAND = 200  # that are not: the bot has been at work for a while
A_DAY = 1_000  # claims: a desk with more claims has worked longer
TOWNS = 600
TODAY = date(2026, 1, 1)
LOSSES = 0.6  # of all claims are of casualties, the others of who holds a place
LATELY = 5  # days that new mentions are about
_SPEAKERS = ("police", "the army", "the rebels", "the health ministry", "residents", "a doctor", "the governor", None)
_ACTORS = ("the army", "the rebels", "militants", "government forces")


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds to find and judge what a new mention relates to; `related` is how many claims that are, on average."""

    claims: int
    median: float
    p95: float
    related: float


def bench_match(claims: int, url: str | None = None) -> tuple[Timing, Timing]:
    """Fills a database that is gone afterwards, or the empty one at `url`, and measures twice. Raises DatabaseInUse."""
    console = Console()
    with tempfile.TemporaryDirectory(prefix="claimdesk-bench-") as folder:
        store = Store(url or f"sqlite:///{Path(folder) / 'bench.db'}")
        try:
            store.migrate()
            return _measured(store, claims, console)
        finally:
            store.close()


def _measured(store: Store, claims: int, console: Console) -> tuple[Timing, Timing]:
    chance = Random(17)
    with store.transaction() as records:
        desk = RehearsalOfClaims(records.links.db).desk()
    few = _filled_and_timed(store, desk, chance, 0, min(FEW, claims), console)
    many = _filled_and_timed(store, desk, chance, few.claims, claims, console)
    console.print(f"p95 with {many.claims:,} claims is {many.p95 / few.p95:.2f} times that with {few.claims:,}.")
    return few, many


def _filled_and_timed(
    store: Store, desk: DeskId, chance: Random, known: int, claims: int, console: Console
) -> Timing:  # fmt: skip
    console.print(f"Writing claims up to {claims:,} …")
    with store.transaction() as records:
        filed = (_filed(chance, number // A_DAY) for number in range(known, claims))
        RehearsalOfClaims(records.links.db).claims(desk, filed, known + 1)
    timing = _timed(store, desk, claims)
    console.print(
        f"{claims:,} claims: median {timing.median * 1000:.1f} ms, p95 {timing.p95 * 1000:.1f} ms, "
        f"{timing.related:.1f} relations a mention",
        highlight=False,
    )
    return timing


def _timed(store: Store, desk: DeskId, claims: int) -> Timing:
    chance, took, related = Random(18), [], 0
    for at in range(BEFOREHAND + ASKED):
        told = _told(chance)
        with store.transaction() as records:
            start = perf_counter()
            found = relatives(records, desk, told)
            spent = perf_counter() - start
        if at >= BEFOREHAND:
            took.append(spent)
            related += len(found)
    cuts = quantiles(took, n=20)
    return Timing(claims, cuts[9], cuts[18], related / ASKED)


def _told(chance: Random) -> Told:
    return Told(_mention(chance, chance.randrange(LATELY)), "Wire B", TODAY, "new")


def _filed(chance: Random, days_ago: int) -> Filed:
    mention = _mention(chance, days_ago)
    return Filed(mention, stored_keys(mention), TODAY - timedelta(days=days_ago))


def _mention(chance: Random, days_ago: int) -> Mention:
    """Few towns make most of the news: one in six claims is about the first."""
    town = min(int(chance.paretovariate(0.6)) - 1, TOWNS - 1)
    place = Place(f"Town {town}", f"Region {town % 12}", "XA", 10 + town * 0.1, 20.0)
    day = TODAY - timedelta(days=days_ago)
    when = EventDate(day, day)
    speaker = chance.choice(_SPEAKERS)
    attribution = Attribution(speaker) if speaker else None
    of_some_kind = _losses if chance.random() < LOSSES else _holding
    return of_some_kind(chance, place, when, attribution)


def _losses(chance: Random, place: Place, when: EventDate, who: Attribution | None) -> Mention:
    number = int(chance.paretovariate(0.7))
    quote = f"{number} people were killed"
    told = Casualties(chance.choice((Effect.KILLED, Effect.INJURED)), Interval(number, number), "people")
    return Mention(
        Kind.CASUALTIES, quote, 0, len(quote), "bench", place=place, event_date=when, attribution=who, casualties=told
    )


def _holding(chance: Random, place: Place, when: EventDate, who: Attribution | None) -> Mention:
    actor, action = chance.choice(_ACTORS), chance.choice(list(ControlAction))
    quote = f"{actor} {action} {place.name}"
    return Mention(
        Kind.TERRITORIAL_CONTROL, quote, 0, len(quote), "bench", place=place, event_date=when, attribution=who,
        control=Control(actor, action, place.name),
    )  # fmt: skip
