"""Whether the bot is well, for machines that ask: 200 or 503, and what is wrong in sentences."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.desk.vitals import DatabaseSilent, Vitals
from bot.web.fresh import Fresh

log = logging.getLogger(__name__)

FRESH = 1.0  # seconds

Alive = Callable[[], Mapping[str, bool]]


@dataclass(frozen=True, slots=True)
class Health:
    """`alive` names the loops of this process and tells which still run; `vitals` is asked of the database."""

    alive: Alive
    vitals: Fresh[Vitals]
    clock: Callable[[], datetime]

    async def healthz(self, _: Request) -> Response:
        """This process works. Nothing else is asked: a database that is away is no reason to start it again."""
        loops = self.alive()
        return _answer(all(loops.values()), loops=loops)

    async def readyz(self, _: Request) -> Response:
        """The bot as a whole is well: the database answers, Telegram was heard from, and no update waits long."""
        vitals = await self._vitals()
        if vitals is None:
            return _no_database()
        at = self.clock()
        complaints = [complaint.sentence for complaint in vitals.complaints(at)]
        contact, inbox = vitals.contact_age(at), vitals.inbox_age(at)
        return _answer(
            not complaints, complaints=complaints,
            last_contact_seconds=None if contact is None else round(contact, 1), oldest_update_seconds=round(inbox, 1),
        )  # fmt: skip

    async def database(self, _: Request) -> Response:
        """This replica can take deliveries: that needs the database and nothing else."""
        return _no_database() if await self._vitals() is None else _answer(True, complaints=[])

    async def _vitals(self) -> Vitals | None:
        try:
            return await self.vitals.get()
        except Exception as error:
            log.warning("the database does not answer: %s", type(error).__name__)
            return None


def health(alive: Alive, vitals: Callable[[], Awaitable[Vitals]], clock: Callable[[], datetime]) -> Health:
    """The health of a bot; the database is asked at most once a second."""
    return Health(alive, Fresh(vitals, FRESH), clock)


def _no_database() -> Response:
    return _answer(False, complaints=[DatabaseSilent().sentence])


def _answer(well: bool, **facts: Any) -> Response:
    return JSONResponse({"well": well, **facts}, status_code=200 if well else 503)
