"""Which job, when, with which grace. The jobs only tick: what is due is decided by rows in the database."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram.ext import Application

Job = Callable[[], Awaitable[None]]

# A tick that comes late must still come (no grace limit), and a queue of late ones is one (coalesce).
LATE_RATHER_THAN_NEVER = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


@dataclass(frozen=True, slots=True)
class Tick:
    """One job and how often it looks, in seconds."""

    job: Job
    every: float


def schedule(application: Application[Any, Any, Any, Any, Any, Any], ticks: tuple[Tick, ...]) -> None:
    """Hands the ticks to APScheduler through the application's JobQueue."""
    queue = application.job_queue
    assert queue is not None, "python-telegram-bot was installed without its job-queue extra"
    for tick in ticks:
        queue.run_repeating(_calling(tick.job), tick.every, first=0.1, job_kwargs=LATE_RATHER_THAN_NEVER)


def _calling(job: Job) -> Callable[[Any], Coroutine[Any, Any, None]]:
    async def run(_: Any) -> None:
        await job()

    return run
