"""The wire: uvicorn's HTTP protocol, with every answer in one write, and a way to break a connection.

Headers and body in two writes cost 44 ms a call where the other side delays its acknowledgements.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import Any

from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

Address = tuple[str, int]
PATIENCE = 1.0  # seconds that calls under way are given at the end


class _Gathering(asyncio.Transport):
    """Passes on in one piece what is written within one turn of the loop."""

    def __init__(self, transport: asyncio.Transport) -> None:
        super().__init__()
        self._transport = transport
        self._pieces: list[bytes] = []

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if not self._pieces:
            asyncio.get_running_loop().call_soon(self._flush)
        self._pieces.append(bytes(data))

    def _flush(self) -> None:
        pieces, self._pieces = self._pieces, []
        if pieces and not self._transport.is_closing():
            self._transport.write(b"".join(pieces))

    def close(self) -> None:
        self._flush()
        self._transport.close()

    def abort(self) -> None:
        self._transport.abort()

    def is_closing(self) -> bool:
        return self._transport.is_closing()

    def is_reading(self) -> bool:
        return self._transport.is_reading()

    def pause_reading(self) -> None:
        self._transport.pause_reading()

    def resume_reading(self) -> None:
        self._transport.resume_reading()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return self._transport.get_extra_info(name, default)


class _Line(H11Protocol):
    lines: dict[Address, asyncio.Transport]

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(_Gathering(transport))
        if self.client:
            self.lines[self.client] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        if self.client:
            self.lines.pop(self.client, None)


class Exchange:
    """Listens on loopback and runs an ASGI app for every line that comes in."""

    def __init__(self, app: Any) -> None:
        # No access log: its lines would carry the token.
        self._config = Config(
            app, log_config=None, access_log=False, lifespan="off", ws="none", http="h11", proxy_headers=False
        )
        self._config.load()
        self._state = ServerState()
        self._lines: dict[Address, asyncio.Transport] = {}
        self._server: asyncio.Server | None = None

    async def open(self, port: int) -> int:
        """Starts to listen; 0 takes any free port. Returns the port."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._new_line, "127.0.0.1", port)
        address: Address = self._server.sockets[0].getsockname()
        return address[1]

    def _new_line(self) -> _Line:
        line = _Line(self._config, self._state, {})
        line.lines = self._lines
        return line

    def break_off(self, client: Address) -> None:
        """Resets the connection to a client, as a dying router does."""
        if transport := self._lines.get(client):
            raw: socket.socket = transport.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            transport.abort()

    async def close(self) -> None:
        """Hangs up on everybody. What is under way sees that its asker is gone and ends by itself."""
        if self._server:
            self._server.close()
        for transport in list(self._lines.values()):
            transport.abort()
        if self._state.tasks:
            await asyncio.wait(list(self._state.tasks), timeout=PATIENCE)
        for task in list(self._state.tasks):
            task.cancel()
        await asyncio.sleep(0)
        if self._server:
            await self._server.wait_closed()
