from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bot.chat.inbox import Inbox
from bot.sandbox.clock import HandClock
from storage.store import Store


class OneBatch:
    """A bot whose poll brings one batch, as the server shuffled it."""

    def __init__(self, request: Any) -> None:
        self._request, self.offsets = request, []

    async def get_updates(self, *, offset: int | None, **_: Any) -> None:
        self.offsets.append(offset)
        self._request.raw = [{"update_id": 12}, {"update_id": 10}, {"update_id": 11}]


async def test_a_batch_is_kept_in_the_order_of_its_updates_and_confirmed_only_then(store: Store, clock: HandClock):
    request = SimpleNamespace(raw=[])
    bot = OneBatch(request)
    inbox = Inbox(store, bot, request, clock, lambda: None)  # type: ignore[arg-type]
    await inbox._poll()
    with store.transaction() as records:
        assert [row.update_id for row in records.inbox.next(10)] == [10, 11, 12]
    await inbox._poll()

    assert bot.offsets == [None, 13]
    with store.transaction() as records:
        assert len(records.inbox.next(10)) == 3


async def test_a_batch_that_could_not_be_stored_is_not_confirmed(
    store: Store, clock: HandClock, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: Any) -> None:
        raise OSError("no space left")

    request = SimpleNamespace(raw=[])
    bot = OneBatch(request)
    inbox = Inbox(store, bot, request, clock, lambda: None)  # type: ignore[arg-type]
    with monkeypatch.context() as patch:
        patch.setattr("bot.chat.inbox.keep", full)
        with pytest.raises(OSError, match="no space left"):
            await inbox._poll()
    await inbox._poll()

    assert bot.offsets == [None, None]
