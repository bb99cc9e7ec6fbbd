"""Replicas of the bot in this process, on one database: each has its own store, lane and conversation."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count
from types import SimpleNamespace
from typing import Any

from bot.cards.presses import CastVote, Signer
from bot.chat.conversation import Conversation
from bot.chat.doorkeeper import Doorkeeper
from bot.chat.inbox import keep
from bot.chat.lane import Lane
from bot.claims.consensus import Stance
from bot.claims.model import ClaimId, DeskId
from storage.store import Store
from tests.storage.scene import GROUP

SIGNER = Signer(b"the key of all replicas")
numbers = count(1)


def now() -> datetime:
    return datetime.now(UTC)


class Telegram:
    """As much of a bot as a press needs: everybody is a member, and every answer is written down."""

    username = "claimdesk_bot"

    def __init__(self) -> None:
        self.answered: list[str] = []

    async def get_chat_member(self, chat: int, user: int) -> Any:
        await asyncio.sleep(0)
        return SimpleNamespace(status="member")

    async def answer_callback_query(self, callback_query_id: str, text: str | None = None, **_: Any) -> bool:
        if text:
            self.answered.append(callback_query_id)
        return True


class Replica:
    """One of several; `dies` leaves everything as it is."""

    def __init__(self, url: str) -> None:
        self.store, self.telegram = Store(url), Telegram()
        bot: Any = self.telegram
        self.talk = Conversation(self.store, bot, Doorkeeper(bot, now), SIGNER, now, lambda: None)
        self.lane = Lane(self.store, bot, self.talk.handle, self.talk.apologise, now)
        self._running = asyncio.create_task(asyncio.sleep(0))

    def works(self) -> None:
        self._running = asyncio.create_task(self.lane.run())

    def dies(self) -> None:
        """In the middle of whatever it does, and without giving anything back."""
        for task in (self._running, *self.lane._under_way):
            task.cancel()

    async def ends(self) -> None:
        self._running.cancel()
        await self.lane.drain(5)
        await asyncio.gather(self._running, return_exceptions=True)
        self.store.close()


@asynccontextmanager
async def replicas(url: str, many: int = 3) -> AsyncIterator[list[Replica]]:
    """Several, that have not begun to work."""
    running = [Replica(url) for _ in range(many)]
    yield running
    for replica in running:
        await replica.ends()


def a_press(person: int, claim: ClaimId, stance: Stance, desk: DeskId) -> dict[str, Any]:
    """What Telegram sends when somebody presses a button below a claim's card in the group."""
    number = next(numbers)
    message = {
        "message_id": claim, "date": 0, "chat": {"id": GROUP, "type": "supergroup", "title": "Night desk"},
    }  # fmt: skip
    query = {
        "id": str(number), "from": {"id": person, "is_bot": False, "first_name": "Voter"}, "chat_instance": "1",
        "message": message, "data": SIGNER.encode(CastVote(claim, 1, stance), desk),
    }  # fmt: skip
    return {"update_id": number, "callback_query": query}


def deliver(store: Store, updates: list[dict[str, Any]]) -> None:
    """Stores updates as they come."""
    with store.transaction() as records:
        keep(records, updates, now())


def read(payload: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(payload)
    return found
