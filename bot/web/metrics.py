"""Numbers for Prometheus. What the database knows is read at each scrape, so that replicas do not contradict."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response

from bot.desk.vitals import Figures
from bot.telemetry import Calls
from bot.web.fresh import Fresh

log = logging.getLogger(__name__)

FRESH = 5.0  # seconds; the numbers cost the database a look at everything

Family = CounterMetricFamily | GaugeMetricFamily


@dataclass(frozen=True, slots=True)
class Metrics:
    """`figures` is asked of the database; `calls` is what this process did."""

    figures: Fresh[Figures]
    calls: Calls
    clock: Callable[[], datetime]

    async def metrics(self, _: Request) -> Response:
        """All numbers. Without the database, those of this process."""
        return Response(exposition(await self._figures(), self.calls, self.clock()), media_type=CONTENT_TYPE_LATEST)

    async def _figures(self) -> Figures | None:
        try:
            return await self.figures.get()
        except Exception as error:
            log.warning("the database does not answer: %s", type(error).__name__)
            return None


def metrics(figures: Callable[[], Awaitable[Figures]], calls: Calls, clock: Callable[[], datetime]) -> Metrics:
    """The metrics of a bot; the database is asked at most every five seconds."""
    return Metrics(Fresh(figures, FRESH), calls, clock)


def exposition(figures: Figures | None, calls: Calls, at: datetime) -> bytes:
    """The numbers as of this moment in the text format of Prometheus."""
    registry = CollectorRegistry()
    registry.register(_Reading(figures, calls, at))
    return generate_latest(registry)


@dataclass(frozen=True, slots=True, eq=False)  # the registry keeps it by what it is
class _Reading(Collector):
    figures: Figures | None
    calls: Calls
    at: datetime

    def collect(self) -> Iterator[Family]:
        yield from _of_this_process(self.calls, database=self.figures is not None)
        if self.figures is not None:
            yield from _of_the_database(self.figures, self.at)


def _of_this_process(calls: Calls, *, database: bool) -> Iterator[Family]:
    build = GaugeMetricFamily("claimdesk_build_info", "The version that runs.", labels=["version"])
    build.add_metric([version("claimdesk")], 1)
    yield build
    yield GaugeMetricFamily("claimdesk_database_up", "1 while the database answers.", int(database))
    made = CounterMetricFamily("claimdesk_telegram_calls", "Calls of this process to Telegram.", labels=["method"])
    for method, number in sorted(calls.made.items()):
        made.add_metric([method], number)
    yield made
    refused = CounterMetricFamily(
        "claimdesk_telegram_refusals", "Calls of this process that failed, by what that meant.", labels=["meaning"]
    )
    for meaning, number in sorted(calls.refused.items()):
        refused.add_metric([meaning], number)
    yield refused


def _of_the_database(figures: Figures, at: datetime) -> Iterator[Family]:
    updates = figures.updates
    handled = updates.stored - updates.waiting - updates.set_aside
    yield CounterMetricFamily("claimdesk_updates_stored", "Updates from Telegram, each once.", updates.stored)
    yield CounterMetricFamily("claimdesk_updates_handled", "Updates that were handled.", handled)
    yield CounterMetricFamily("claimdesk_updates_set_aside", "Updates given up after three tries.", updates.set_aside)
    yield GaugeMetricFamily("claimdesk_inbox_waiting", "Updates that are not handled yet.", updates.waiting)
    age = figures.vitals.inbox_age(at)
    yield GaugeMetricFamily("claimdesk_inbox_oldest_seconds", "How long the oldest of these has waited.", age)
    if (contact := figures.vitals.contact_age(at)) is not None:
        yield GaugeMetricFamily("claimdesk_last_contact_seconds", "Time since Telegram was last heard from.", contact)
    yield _claims(figures)
    yield GaugeMetricFamily("claimdesk_votes", "Votes that stand: one a claim, round and reviewer.", figures.votes)
    yield GaugeMetricFamily("claimdesk_postings_differing", "Messages that show something old.", figures.differing)
    yield CounterMetricFamily("claimdesk_digests", "Digests that were made.", figures.digests)
    yield GaugeMetricFamily("claimdesk_desks_open", "Desks at work.", figures.open_desks)


def _claims(figures: Figures) -> Family:
    claims = GaugeMetricFamily("claimdesk_claims", "Claims by where they stand.", labels=["status"])
    for status, number in figures.claims.items():
        claims.add_metric([status], number)
    return claims
