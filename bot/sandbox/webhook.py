"""Delivering updates to a URL: in order within a line, again and again until they are taken."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx

from bot.sandbox.updates import Queued

if TYPE_CHECKING:
    from bot.sandbox.world import World

PATIENCE = 10.0
PAUSES = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)


@dataclass(slots=True)
class Target:
    """Where updates go. `connections` is how many lines are delivered at once."""

    url: str
    secret: str | None = None
    connections: int = 40


class Webhook:
    """Takes updates off the queue and posts them to the bot, if it asked for that."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._task: asyncio.Task[None] | None = None
        self.target: Target | None = None
        self.last_error: tuple[int, str] | None = None

    def start(self, target: Target) -> None:
        """Delivers to this address from now on."""
        self.stop()
        self.target, self.last_error = target, None
        self._task = asyncio.get_running_loop().create_task(self._run(target))

    def stop(self) -> None:
        """Delivers no more; what waits goes on waiting."""
        self.target = None
        if self._task:
            self._task.cancel()
            self._task = None

    async def close(self) -> None:
        """Delivers no more, and waits for what is on its way to be dropped."""
        task = self._task
        self.stop()
        if task:
            await asyncio.wait({task})

    def info(self) -> dict[str, Any]:
        """What getWebhookInfo says."""
        updates, target = self._world.updates, self.target
        info: dict[str, Any] = {"url": target.url if target else "", "has_custom_certificate": False}
        info["pending_update_count"] = len(updates.waiting)
        if target:
            info |= {"max_connections": target.connections, "ip_address": "127.0.0.1"}
        if self.last_error:
            info |= {"last_error_date": self.last_error[0], "last_error_message": self.last_error[1]}
        return info | ({"allowed_updates": updates.allowed} if updates.allowed else {})

    async def _run(self, target: Target) -> None:
        lines: dict[str, asyncio.Task[None]] = {}
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False) as client, asyncio.TaskGroup() as group:
            while True:
                lines = {name: task for name, task in lines.items() if not task.done()}
                for update in self._world.updates.waiting:
                    if update.line not in lines and len(lines) < target.connections:
                        lines[update.line] = group.create_task(self._deliver_line(client, target, update.line))
                await self._world.changes.next()

    async def _deliver_line(self, client: httpx.AsyncClient, target: Target, line: str) -> None:
        tries = 0
        while update := next((each for each in self._world.updates.waiting if each.line == line), None):
            if await self._taken(client, target, update):
                self._world.updates.confirm(update)
                tries = 0
            else:
                await asyncio.sleep(PAUSES[min(tries, len(PAUSES) - 1)])
                tries += 1

    async def _taken(self, client: httpx.AsyncClient, target: Target, update: Queued) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": target.secret} if target.secret else {}
        failed = ""
        for each in self._world.fate.shuffled([update]):
            try:
                response = await client.post(target.url, json=each.to_json(), headers=headers)
            except httpx.HTTPError as error:
                failed = f"Connection failed: {type(error).__name__}"
            else:
                failed = "" if response.is_success else f"Wrong response from the webhook: {response.status_code}"
        if failed:
            self.last_error = (int(self._world.clock().timestamp()), failed)
        self._world.stir()
        return not failed
