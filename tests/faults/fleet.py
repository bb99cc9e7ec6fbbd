"""Several `claimdesk run` behind one webhook: a balancer before them, and one database behind them."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import httpx

from bot.sandbox import Sandbox
from tests.faults.process import BotProcess


class Replica(BotProcess):
    """One of several. `at` is where it listens; `running` whether it was started and not killed since."""

    def __init__(self, telegram: Sandbox, folder: Path, url: str, webhook: str) -> None:
        super().__init__(telegram, folder, folder / "no file")
        with socket.create_server(("127.0.0.1", 0)) as door:
            self.at: tuple[str, int] = door.getsockname()
        self.running = False
        self.env |= {
            "CLAIMDESK_DATABASE_URL": url, "CLAIMDESK_WEBHOOK_URL": webhook,
            "CLAIMDESK_LISTEN": f"{self.at[0]}:{self.at[1]}",
            "CLAIMDESK_SIGNING_KEY_FILE": str(folder.parent / "claimdesk.key"),
        }  # fmt: skip

    def start(self) -> None:
        super().start()
        self.running = True

    def kill(self) -> None:
        self.running = False
        super().kill()

    async def ready(self) -> None:
        """Waits until all its loops go round."""
        async with httpx.AsyncClient(trust_env=False) as client, asyncio.timeout(40):
            while not await self._works(client):  # noqa: ASYNC110  a process rings no bell
                await asyncio.sleep(0.05)

    async def _works(self, client: httpx.AsyncClient) -> bool:
        try:
            return bool((await client.get(f"http://{self.at[0]}:{self.at[1]}/healthz")).json()["loops"])
        except httpx.TransportError:
            return False

    @property
    def log(self) -> str:
        """All that it printed."""
        return (self.folder / "bot.log").read_text(encoding="utf-8")


class Fleet:
    """The replicas, and the balancer that passes each connection on to one of those that listen."""

    def __init__(self, telegram: Sandbox, folder: Path, url: str, random: Random, many: int = 3) -> None:
        self._telegram, self._folder, self._url, self._random, self._many = telegram, folder, url, random, many
        self._passing: set[asyncio.Task[None]] = set()
        self.replicas: list[Replica] = []

    async def start(self) -> None:
        """All of them start at once, and work when this returns."""
        self._balancer = await asyncio.start_server(self._balance, "127.0.0.1")
        host, port = self._balancer.sockets[0].getsockname()
        for number in range(1, self._many + 1):
            folder = self._folder / f"replica-{number}"
            folder.mkdir()
            self.replicas.append(Replica(self._telegram, folder, self._url, f"http://{host}:{port}"))
        for replica in self.replicas:
            replica.start()
        for replica in self.replicas:
            await replica.ready()

    async def close(self) -> None:
        """Leaves nothing behind."""
        for replica in self.replicas:
            replica.close()
        self._balancer.close()
        for task in self._passing:
            task.cancel()
        await asyncio.gather(*self._passing, return_exceptions=True)
        await asyncio.sleep(0.1)  # the loop closes what was closed

    def said(self) -> str:
        """The ends of what they printed."""
        return "\n".join(f"{replica.folder.name}: {replica.said()[-1500:]}" for replica in self.replicas)

    async def _balance(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._passing.add(task)
        try:
            await self._pass_on(reader, writer)
        finally:
            self._passing.discard(task)
            writer.close()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for replica in self._random.sample(self.replicas, len(self.replicas)):
            with suppress(OSError):
                there, back = await asyncio.open_connection(*replica.at)
                return await _join(_pour(reader, back), _pour(there, writer), back)
        return None


async def _join(to: Coroutine[Any, Any, None], fro: Coroutine[Any, Any, None], back: asyncio.StreamWriter) -> None:
    """Both ways until one of them ends; nothing stays open behind it."""
    pouring = [asyncio.create_task(to), asyncio.create_task(fro)]
    try:
        await asyncio.wait(pouring, return_when=asyncio.FIRST_COMPLETED)
    finally:
        back.close()
        for task in pouring:
            task.cancel()
        await asyncio.gather(*pouring, return_exceptions=True)


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while piece := await reader.read(65536):
            writer.write(piece)
            await writer.drain()
