"""Listening: uvicorn inside our own loop, without its signal handlers and its log lines; dawdlers are hung up on."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from starlette.types import ASGIApp
from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.claims.errors import ClaimdeskError

log = logging.getLogger(__name__)

HEAD = 10.0  # seconds for the head of a request to arrive
LONGEST_HEAD = 16 * 1024  # bytes
LINES = 200  # connections at once; Telegram makes at most 40. More would use up the files that a process may open
BACKLOG = 256
GRACE = 2  # seconds for deliveries under way when the bot is told to stop


class CannotListen(ClaimdeskError):
    """CLAIMDESK_LISTEN is {host}:{port}, and the bot cannot listen there: {why}"""


class Line(H11Protocol):
    """A connection, if there is room for it. One that does not send the head of a request in time is closed."""

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > LINES:
            transport.abort()
        self._watch()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_watching()
        super().connection_lost(exc)

    def _watch(self) -> None:
        """From the first byte, or the beginning, until the whole head is here. Bodies have a deadline of their own."""
        if self.cycle is not None and not self.cycle.response_complete:
            self._stop_watching()
        elif self._waiting is None and not self.transport.is_closing():
            self._waiting = self.loop.call_later(HEAD, self.transport.abort)

    def _stop_watching(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None


class _Server(Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """The bot has its own signal handlers."""
        yield


@asynccontextmanager
async def listening(app: ASGIApp, host: str, port: int) -> AsyncIterator[int]:
    """Serves the app until the block ends; gives the port. What is under way then is finished. Raises CannotListen."""
    door = _door(host, port)
    server = _Server(_config(app))
    serving = asyncio.create_task(server.serve([door]))
    try:
        log.info("listening on %s port %d", *door.getsockname()[:2])
        yield int(door.getsockname()[1])
    finally:
        server.should_exit = True
        await serving


def _door(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise CannotListen(host=host, port=port, why=error.strerror) from error


def _config(app: ASGIApp) -> Config:
    """No access log and no complaints about what strangers send: addresses of requests hold the secret path."""
    settings: dict[str, Any] = {
        "log_config": None, "log_level": "error", "access_log": False, "lifespan": "off", "ws": "none", "http": Line,
        "proxy_headers": False, "server_header": False, "backlog": BACKLOG,
        "h11_max_incomplete_event_size": LONGEST_HEAD, "timeout_keep_alive": 30, "timeout_graceful_shutdown": GRACE,
    }  # fmt: skip
    return Config(app, **settings)
