from __future__ import annotations

from typing import cast

import pytest
from telegram import Bot

from bot.chat import doorkeeper
from bot.chat.doorkeeper import Doorkeeper
from bot.claims.desk import Role
from bot.sandbox.clock import HandClock


def test_a_crowd_of_strangers_is_not_remembered_for_ever(monkeypatch: pytest.MonkeyPatch, clock: HandClock):
    monkeypatch.setattr(doorkeeper, "AT_MOST", 3)
    keeper = Doorkeeper(cast("Bot", None), clock)
    for person in range(10):
        keeper.note(-7, person, Role.REVIEWER)
        clock.forward(seconds=31)

    assert len(keeper._known) <= 3
    assert (-7, 9) in keeper._known
