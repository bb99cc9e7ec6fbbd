"""An endpoint of the tests: a small HTTP server on loopback that answers as it is told, one manner a request."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

Manner = Callable[["Model", asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Model:
    """Answers with the first of `manners` first; the last of them goes on for ever. `asked` are the requests."""

    manners: list[Manner]
    asked: list[dict[str, Any]] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    url: str = ""
    was_asked: asyncio.Event = field(default_factory=asyncio.Event)
    _server: asyncio.Server | None = None
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    async def __aenter__(self) -> Model:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for writer in self._open:
            writer.close()
        await asyncio.sleep(0)
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                length = next(
                    int(line.split(":")[1]) for line in head.splitlines() if line.lower()[:15] == "content-length:"
                )
                self.asked.append(json.loads(await reader.readexactly(length)))
                self.heads.append(head)
                self.was_asked.set()
                manner = self.manners.pop(0) if len(self.manners) > 1 else self.manners[0]
                await manner(self, writer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()
            self._open.discard(writer)

    @property
    def texts(self) -> list[str]:
        """The parts of texts that it was asked about."""
        return [str(one["messages"][-1]["content"]) for one in self.asked]


def claim(kind: str, quote: str, **fields: Any) -> dict[str, Any]:
    """A claim as a model tells it."""
    return {"kind": kind, "quote": quote, "polarity": "asserted", **fields}


def deaths(quote: str, low: int | None, high: int | None = None, **fields: Any) -> dict[str, Any]:
    return claim("casualties", quote, effect="killed", low=low, high=high, **fields)


def with_claims(*claims: dict[str, Any]) -> Manner:
    """A good answer."""
    return saying(json.dumps({"claims": list(claims)}))


def saying(content: Any) -> Manner:
    """An answer in the envelope of the endpoint, whatever the model said."""
    return answering(200, json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode())


def answering(status: int, body: bytes, *headers: str) -> Manner:
    """Any answer at all."""

    async def answer(_: Model, writer: asyncio.StreamWriter) -> None:
        lines = [f"HTTP/1.1 {status} So", f"Content-Length: {len(body)}", *headers, "", ""]
        writer.write("\r\n".join(lines).encode() + body)

    return answer


async def closing(_: Model, writer: asyncio.StreamWriter) -> None:
    """No answer: the connection is closed."""
    writer.close()


async def breaking_off(_: Model, writer: asyncio.StreamWriter) -> None:
    """Half an answer."""
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"choices":')
    await writer.drain()
    writer.close()


async def silent(_: Model, writer: asyncio.StreamWriter) -> None:
    """Never an answer."""
    await asyncio.Event().wait()


async def trickling(_: Model, writer: asyncio.StreamWriter) -> None:
    """An answer that never ends, a byte at a time."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.01)


async def endless(_: Model, writer: asyncio.StreamWriter) -> None:
    """More and more."""
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        writer.write(b"10000\r\n" + b"x" * 65536 + b"\r\n")
        await writer.drain()
