from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from telegram.request import HTTPXRequest

from bot.chat.inbox import RawUpdates

GIVES_UP = 0.5  # seconds that a call waits for its answer


@pytest.fixture
def nobody_waits_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every pause of the bot is short."""
    for name, seconds in {
        "bot.app.KEEP_HOUSE": 0.2, "bot.app.JOIN_DRAFTS": 0.2, "bot.desk.shift.LOOK_AGAIN": 0.2,
        "bot.chat.lane.PAUSE": 0.1, "bot.chat.inbox.PAUSE": 0.1, "bot.chat.inbox.LONGEST_PAUSE": 0.2,
        "bot.chat.inbox.LONG_POLL": 1,
    }.items():  # fmt: skip
        monkeypatch.setattr(name, seconds)
    monkeypatch.setattr("bot.desk.shift.Shift.__init__.__defaults__", (0.1,))
    monkeypatch.setattr("bot.publisher.rounds.REST", timedelta(seconds=0.1))


@pytest.fixture
def nobody_waits_for_lost_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot gives up soon on an answer that does not come. On a busy machine it also gives up on late ones."""
    monkeypatch.setattr("bot.app.HTTPXRequest", partial(HTTPXRequest, read_timeout=GIVES_UP))
    monkeypatch.setattr("bot.app.RawUpdates", partial(RawUpdates, read_timeout=GIVES_UP))
