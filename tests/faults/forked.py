"""A process that bots are forked from, so that they start at once, and end where they are told to.

Run as a program it reads one job a line, and answers with the number of the bot's process, and with its exit code once
it has ended. Told by SIGUSR1 (or from its start) that it now counts, a bot ends at the n-th point it comes by: before
and after each transaction that changed something, and before and after each call to Telegram.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from sqlalchemy import event
from telegram.request import HTTPXRequest

from bot import app
from bot.chat import inbox, lane
from bot.config import Settings
from bot.desk import duty, shift
from bot.publisher import rounds
from bot.publisher.pace import Pace, Window
from storage.records import Records
from storage.store import Store
from tests.faults.bugs import BUGS, PLANTED

ENDED = 77  # the exit code of a bot that came to its point
QUICK = Window(1000, timedelta(seconds=1))


@dataclass(frozen=True, slots=True)
class Job:
    """One life of a bot: where Telegram and the database are, and after how many points it ends (0: never)."""

    token: str
    api_url: str
    database_url: str
    key_file: str
    log: str
    mark: str  # the file that will say at which point it ended
    ends_at: int = 0
    from_the_start: bool = False
    ahead: float = 0  # seconds by which its clock is ahead


class Points:
    """Counts the points that the bot comes by, and ends it at one of them: nothing is flushed, closed or undone."""

    def __init__(self, job: Job) -> None:
        self._job, self._counts, self._passed = job, job.from_the_start, 0
        self._lock = threading.Lock()

    def count(self, *_: object) -> None:
        self._counts = True

    def passes(self, what: str) -> None:
        with self._lock:
            self._passed += self._counts
            if self._counts and self._passed == self._job.ends_at:
                Path(self._job.mark).write_text(what, encoding="utf-8")
                os._exit(ENDED)


class PointedStore(Store):
    """A store whose transactions are points, if they change anything."""

    def __init__(self, url: str, points: Points) -> None:
        super().__init__(url)
        self._points = points

        @event.listens_for(self.engine, "after_cursor_execute")
        def noted(db: Any, cursor: Any, statement: str, *_: object) -> None:
            if statement.lstrip()[:6].upper() in ("INSERT", "UPDATE", "DELETE") and cursor.rowcount != 0:
                db.info["changed"] = statement.split()[2 if statement[0] in "ID" else 1]

    @contextmanager
    def transaction(self) -> Iterator[Records]:
        with super().transaction() as records:
            info = records.history.db.info
            info.pop("changed", None)
            yield records
            changed = info.pop("changed", None)
            if changed:
                self._points.passes(f"before the commit of {changed}")
        if changed:
            self._points.passes(f"after the commit of {changed}")


def _call_by_points(points: Points) -> None:
    calls = HTTPXRequest.do_request

    async def do_request(self: HTTPXRequest, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        method = url.rsplit("/", 1)[-1]
        if method != "getUpdates":
            points.passes(f"before {method}")
        answer = await calls(self, url, *args, **kwargs)
        if method != "getUpdates" or b'"update_id"' in answer[1]:
            points.passes(f"after {method}")
        return answer

    HTTPXRequest.do_request = do_request  # type: ignore[method-assign]


def live(job: Job) -> None:
    """Runs the bot until it ends or is killed."""
    output = os.open(job.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (1, 2):
        os.dup2(output, stream)
    points = Points(job)
    signal.signal(signal.SIGUSR1, points.count)
    _call_by_points(points)
    app.set_up_logging((job.token,))
    settings = Settings(
        token=SecretStr(job.token), api_url=job.api_url, database_url=job.database_url,
        signing_key_file=Path(job.key_file),
    )  # fmt: skip
    claimdesk = app.Claimdesk(
        settings, PointedStore(job.database_url, points), pace=Pace(QUICK, QUICK, QUICK),
        clock=lambda: datetime.now(UTC) + timedelta(seconds=job.ahead),
    )  # fmt: skip
    asyncio.run(claimdesk.run(asyncio.Event()))


def _nobody_waits_long() -> None:
    app.KEEP_HOUSE, app.JOIN_DRAFTS = 0.2, 0.2
    shift.LOOK_AGAIN, lane.PAUSE, inbox.PAUSE, inbox.LONGEST_PAUSE = 0.2, 0.1, 0.1, 0.2
    rounds.REST, rounds.LATEST = timedelta(seconds=0.1), timedelta(seconds=0.1)
    duty.LASTS, duty.RENEW, duty.TRY = timedelta(seconds=1), 0.2, 0.1
    lane.TAKEN, lane.HOLD = timedelta(seconds=1), 0.2


def main() -> None:
    """Forks a bot for each job that comes."""
    _nobody_waits_long()
    if name := os.environ.get(PLANTED):
        BUGS[name].plant()
    for line in sys.stdin:
        job = Job(**json.loads(line))
        child = os.fork()
        if not child:
            try:
                live(job)
            finally:
                os._exit(1)
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def written(job: Job) -> bytes:
    """A job as a line."""
    return json.dumps(asdict(job)).encode() + b"\n"


if __name__ == "__main__":
    main()
