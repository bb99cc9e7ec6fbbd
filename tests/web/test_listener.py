"""The app on real sockets: what strangers can make it keep in memory, and how it ends."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any, ClassVar

import pytest

from bot.web import listener
from bot.web.listener import CannotListen, Line, listening
from tests.web.conftest import PATH, SECRET, House

MEGABYTE = 1_000_000
READ = 1 << 18  # bytes that asyncio reads from a socket at once: what may come along with the head of a request


class Watched(Line):
    """A line that notes what has come in, and what is kept of it."""

    open: ClassVar[set[Watched]] = set()
    came_in = most = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self.open.add(self)
        super().connection_made(transport)

    def data_received(self, data: bytes) -> None:
        Watched.came_in += len(data)
        super().data_received(data)
        Watched.most = max(Watched.most, sum(line.kept for line in self.open))

    def connection_lost(self, exc: Exception | None) -> None:
        self.open.discard(self)
        super().connection_lost(exc)

    @property
    def kept(self) -> int:
        return len(self.conn._receive_buffer) + (len(self.cycle.body) if self.cycle else 0)


@pytest.fixture(autouse=True)
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Watched]]:
    monkeypatch.setattr(listener, "Line", Watched)
    Watched.open, Watched.came_in, Watched.most = set(), 0, 0
    yield Watched


@pytest.fixture
async def port(house: House) -> AsyncIterator[int]:
    async with listening(house.app(), "127.0.0.1", 0) as port:
        yield port


Talk = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def line_to(port: int) -> AsyncIterator[Talk]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield reader, writer
    finally:
        writer.transport.abort()


def head(secret: str | None = SECRET, length: int | None = MEGABYTE, path: str = PATH) -> bytes:
    lines = [f"POST /{path} HTTP/1.1", "Host: bot"]
    lines += [f"X-Telegram-Bot-Api-Secret-Token: {secret}"] if secret else []
    lines += ["Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"]
    return "\r\n".join([*lines, "", ""]).encode()


async def code_of(reader: asyncio.StreamReader) -> int:
    found = re.match(rb"HTTP/1\.1 (\d{3})", await reader.readuntil(b"\r\n\r\n"))
    assert found is not None
    return int(found[1])


async def delivered(talk: Talk, body: bytes = b'{"update_id": 1}') -> int:
    reader, writer = talk
    writer.write(head(length=len(body)) + body)
    return await code_of(reader)


async def pour(writer: asyncio.StreamWriter, amount: int) -> None:
    """Sends as much as the other side takes, until it hangs up."""
    try:
        for _ in range(amount // 50_000):
            writer.write(b"x" * 50_000)
            await writer.drain()
    except ConnectionError:
        pass


async def until(holds: Any) -> None:
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110  what is watched rings no bell
            await asyncio.sleep(0.005)


@pytest.mark.parametrize("path", [PATH, "elsewhere"])
@pytest.mark.parametrize("length", [MEGABYTE, 20 * MEGABYTE, None])
async def test_half_sent_megabytes_of_strangers_are_not_kept(
    port: int, house: House, lines: type[Watched], path: str, length: int | None
) -> None:
    async def stranger() -> None:
        async with line_to(port) as (reader, writer):
            writer.write(head(secret=None, length=length, path=path))
            if length is None:
                writer.write(b"%x\r\n" % (20 * MEGABYTE))
            await pour(writer, (length or 20 * MEGABYTE) // 2)
            with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
                while True:
                    await reader.readexactly(4096)

    await asyncio.gather(*(stranger() for _ in range(50)))
    await until(lambda: not lines.open)

    assert max(lines.most, lines.came_in) <= 50 * READ
    assert house.shelf == []


async def test_a_stranger_is_answered_and_hung_up_on_before_the_body_is_sent(port: int) -> None:
    async with line_to(port) as (reader, writer):
        writer.write(head(secret="wrong"))
        assert await code_of(reader) == 401
        assert await reader.read() == b""


async def test_deliveries_follow_each_other_on_one_line(port: int, house: House) -> None:
    async with line_to(port) as talk:
        codes = [await delivered(talk, b'{"update_id": %d}' % number) for number in range(20)]

    assert codes == [200] * 20
    assert [update["update_id"] for update in house.shelf] == list(range(20))


async def test_of_an_endless_body_little_more_than_the_limit_is_taken(port: int, lines: type[Watched]) -> None:
    async with line_to(port) as (_, writer):
        writer.write(head(length=None))
        with pytest.raises(ConnectionError):
            while True:
                writer.write(b"c350\r\n" + b"x" * 50_000 + b"\r\n")
                await writer.drain()
    await until(lambda: not lines.open)

    assert lines.came_in < 4 * MEGABYTE


async def test_who_dribbles_the_head_of_a_request_is_hung_up_on(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listener, "HEAD", 0.05)
    async with listening(house.app(), "127.0.0.1", 0) as port, line_to(port) as (reader, writer):
        with pytest.raises(ConnectionError):
            while True:
                writer.write(b"P")
                await writer.drain()
                await asyncio.sleep(0.01)
        assert await silence(reader)


async def test_who_says_nothing_is_hung_up_on(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listener, "HEAD", 0.05)
    async with listening(house.app(), "127.0.0.1", 0) as port, line_to(port) as (reader, _):
        assert await silence(reader)


async def silence(reader: asyncio.StreamReader) -> bool:
    """Whether the other side has hung up, politely or not."""
    try:
        return await reader.read() == b""
    except ConnectionError:
        return True


async def test_a_head_that_is_too_long_is_refused(port: int, lines: type[Watched]) -> None:
    async with line_to(port) as (reader, writer):
        writer.write(b"POST / HTTP/1.1\r\nX: " + b"x" * 100_000)
        assert await code_of(reader) == 400
    assert lines.came_in <= 100_100


async def test_there_is_room_for_so_many_lines_and_then_for_deliveries_again(
    house: House, monkeypatch: pytest.MonkeyPatch, lines: type[Watched]
) -> None:
    monkeypatch.setattr(listener, "LINES", 3)
    async with listening(house.app(), "127.0.0.1", 0) as port:
        async with line_to(port), line_to(port), line_to(port):
            await until(lambda: len(lines.open) == 3)
            async with line_to(port) as (reader, _):
                assert await silence(reader)
        await until(lambda: not lines.open)
        async with line_to(port) as talk:
            assert await delivered(talk) == 200


class Slow(House):
    """A house whose shelf takes its time."""

    def __init__(self) -> None:
        super().__init__()
        self.began, self.may_end = asyncio.Event(), asyncio.Event()

    async def receive(self, update: dict[str, Any]) -> None:
        self.began.set()
        await self.may_end.wait()
        await super().receive(update)


async def test_a_delivery_under_way_is_finished_when_the_bot_stops() -> None:
    house = Slow()
    stop = asyncio.Event()

    async def serve(ready: asyncio.Future[int]) -> None:
        async with listening(house.app(), "127.0.0.1", 0) as port:
            ready.set_result(port)
            await stop.wait()

    ready: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(serve(ready))
    async with line_to(await ready) as talk:
        delivery = asyncio.create_task(delivered(talk))
        await house.began.wait()
        stop.set()
        await asyncio.sleep(0.15)
        house.may_end.set()
        assert await delivery == 200
        await serving
    assert house.shelf == [{"update_id": 1}]
    with pytest.raises(ConnectionError):
        await asyncio.open_connection("127.0.0.1", ready.result())


async def test_a_delivery_that_hangs_does_not_keep_the_bot_from_stopping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listener, "GRACE", 0)
    house = Slow()
    async with listening(house.app(), "127.0.0.1", 0) as port:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(head(length=16) + b'{"update_id": 1}')
        await house.began.wait()
    writer.transport.abort()

    assert house.shelf == []


async def test_signals_stay_with_the_bot(port: int) -> None:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, told.set)
    try:
        os.kill(os.getpid(), signal.SIGTERM)
        async with asyncio.timeout(5):
            await told.wait()
        async with line_to(port) as talk:
            assert await delivered(talk) == 200
    finally:
        loop.remove_signal_handler(signal.SIGTERM)


async def test_where_somebody_else_listens_a_sentence_says_so(house: House) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=f"CLAIMDESK_LISTEN is 127.0.0.1:{port}.*in use"):
            async with listening(house.app(), "127.0.0.1", port):
                pass


async def test_an_address_that_is_not_of_this_machine_is_refused_with_a_sentence(house: House) -> None:
    with pytest.raises(CannotListen, match="cannot listen there"):
        async with listening(house.app(), "192.0.2.1", 0):
            pass


async def test_nothing_that_strangers_send_is_logged(port: int, caplog: pytest.LogCaptureFixture) -> None:
    for garbage in (b"\x16\x03\x01\x02\x00\x01\r\n\r\n", b"GET /%s HTTP/1.1\r\n\r\n" % PATH.encode(), head(secret="x")):
        async with line_to(port) as (reader, writer):
            writer.write(garbage)
            await code_of(reader)
    assert caplog.records == []
