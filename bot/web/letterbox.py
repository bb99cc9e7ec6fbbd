"""The letterbox: Telegram's deliveries. The secret is checked before a byte of the body is read; 200 means stored."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name, and no secret
LIMIT = 1 << 20  # bytes of a body; Telegram's updates are a few kB
PATIENCE = 10.0  # seconds for a body to arrive
BIGGEST = 2**63 - 1  # what an update_id may be; Telegram's have 32 bits

Receive = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Letterbox:
    """Takes updates at an address whose end is `path`, from whoever knows the secret. `receive` stores one."""

    path: str = field(repr=False)
    secret: str = field(repr=False)
    receive: Receive

    async def take(self, request: Request) -> Response:
        """One delivery: 200 once it is stored, 4xx when it can never be, 503 when Telegram should try again."""
        self._check_sender(request)
        update = _update_in(await _body_of(request))
        try:
            await self.receive(update)
        except RecursionError:
            _refuse(400)
        except Exception as error:  # its words may hold the update, which is nobody's business in a log
            log.error("an update could not be stored and will come again: %s", type(error).__name__)
            _refuse(503)
        return Response()

    def _check_sender(self, request: Request) -> None:
        """A proxy may take off or add the beginning of the address, so that only its end counts."""
        if not _same(request.url.path.rpartition("/")[2], self.path):
            _refuse(404)
        if not _same(request.headers.get(SECRET_HEADER, ""), self.secret):
            _refuse(401)


def _same(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode(errors="replace"), right.encode())


async def _body_of(request: Request) -> bytes:
    announced = request.headers.get("content-length", "0")
    if not announced.isascii() or not announced.isdecimal():
        _refuse(400)
    if len(announced) > 15 or int(announced) > LIMIT:
        _refuse(413)
    try:
        async with asyncio.timeout(PATIENCE):
            return await _read(request)
    except TimeoutError:
        _refuse(408)
    except ClientDisconnect:
        _refuse(400)


async def _read(request: Request) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LIMIT:  # one that did not announce its length
            _refuse(413)
    return bytes(body)


def _update_in(body: bytes) -> dict[str, Any]:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        _refuse(400)
    if not isinstance(update, dict) or not _is_number(update.get("update_id")):
        _refuse(400)
    return update


def _is_number(given: object) -> bool:
    return isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= BIGGEST


def _refuse(code: int) -> NoReturn:
    raise HTTPException(code)
