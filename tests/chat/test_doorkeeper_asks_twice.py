from __future__ import annotations

from typing import Any

import pytest
from telegram import ChatMemberMember, User
from telegram.error import BadRequest, TimedOut

from bot.chat.doorkeeper import CannotCheckMembership, Doorkeeper
from bot.claims.desk import Role
from bot.sandbox.clock import HandClock

BOSCO = User(5, "Bosco", is_bot=False)


class UnsteadyBot:
    """A bot whose answers come one after the other."""

    def __init__(self, *answers: Any) -> None:
        self._answers = list(answers)

    async def get_chat_member(self, *_: int) -> Any:
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


async def test_one_lost_answer_turns_nobody_away(clock: HandClock):
    keeper = Doorkeeper(UnsteadyBot(TimedOut(), ChatMemberMember(BOSCO)), clock)  # type: ignore[arg-type]

    assert await keeper.role(-7, BOSCO) is Role.REVIEWER


async def test_two_lost_answers_are_told_and_remembered_as_nothing(clock: HandClock):
    keeper = Doorkeeper(UnsteadyBot(TimedOut(), TimedOut(), ChatMemberMember(BOSCO)), clock)  # type: ignore[arg-type]

    with pytest.raises(CannotCheckMembership):
        await keeper.role(-7, BOSCO)
    assert await keeper.role(-7, BOSCO) is Role.REVIEWER


async def test_a_plain_no_is_an_answer(clock: HandClock):
    keeper = Doorkeeper(UnsteadyBot(BadRequest("user not found")), clock)  # type: ignore[arg-type]

    assert await keeper.role(-7, BOSCO) is None
