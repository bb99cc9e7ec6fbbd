"""What stands before several replicas: deals connections out in turn, and passes over those that are dead."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from itertools import count


class Proxy:
    """Listens on a port of its own. `behind` are the ports that it deals out, `dealt` how often each got one."""

    def __init__(self, *behind: int) -> None:
        self.behind, self.dealt = behind, dict.fromkeys(behind, 0)
        self.port = 0
        self._turn = count()
        self._passing: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Listens while the block runs."""
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield
        finally:
            server.close()
            for passing in self._passing:
                passing.cancel()
            await asyncio.gather(*self._passing, return_exceptions=True)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        passing = asyncio.get_running_loop().create_task(self._pass_on(reader, writer))
        self._passing.add(passing)
        passing.add_done_callback(self._passing.discard)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request a connection: the answer's end is the end of it, so that the next one may go elsewhere."""
        with suppress(OSError):
            inner, outer = await self._next()
            there = asyncio.create_task(_pump(reader, outer))
            await _pump_answer(inner, writer)
            there.cancel()
            outer.close()
        writer.close()

    async def _next(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        first = next(self._turn)
        for step in range(len(self.behind)):
            port = self.behind[(first + step) % len(self.behind)]
            with suppress(OSError):
                line = await asyncio.open_connection("127.0.0.1", port)
                self.dealt[port] += 1
                return line
        raise ConnectionError


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()


async def _pump_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """The answer to a delivery has no body."""
    with suppress(OSError, asyncio.IncompleteReadError):
        head = await reader.readuntil(b"\r\n\r\n")
        writer.write(head.replace(b"\r\n\r\n", b"\r\nconnection: close\r\n\r\n"))
        await writer.drain()
