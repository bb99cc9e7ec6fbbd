"""The database is asked once, however many strangers ask."""

from __future__ import annotations

import asyncio

import pytest

from bot.web import fresh
from bot.web.fresh import Fresh


class Question:
    """Counts how often it was asked; answers when it is let."""

    def __init__(self) -> None:
        self.asked, self.may_answer = 0, asyncio.Event()
        self.error: Exception | None = None

    async def __call__(self) -> int:
        self.asked += 1
        await self.may_answer.wait()
        if self.error:
            raise self.error
        return self.asked


async def test_those_who_ask_at_the_same_time_share_one_question() -> None:
    question = Question()
    answers = Fresh(question, seconds=3600)
    asking = [asyncio.create_task(answers.get()) for _ in range(50)]
    await asyncio.sleep(0)
    question.may_answer.set()

    assert set(await asyncio.gather(*asking)) == {1}
    assert await answers.get() == 1


async def test_an_old_answer_is_asked_for_anew() -> None:
    question = Question()
    question.may_answer.set()
    answers = Fresh(question, seconds=0)

    assert [await answers.get(), await answers.get()] == [1, 2]


async def test_a_failure_is_an_answer_too() -> None:
    question = Question()
    question.may_answer.set()
    question.error = ConnectionError()
    answers = Fresh(question, seconds=3600)
    for _ in range(3):
        with pytest.raises(ConnectionError):
            await answers.get()
    assert question.asked == 1


async def test_one_does_not_wait_for_ever_and_does_not_ask_twice_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh, "PATIENCE", 0)
    question = Question()
    answers = Fresh(question, seconds=0)
    for _ in range(3):
        with pytest.raises(TimeoutError):
            await answers.get()
    assert question.asked == 1


async def test_who_stops_waiting_does_not_take_the_answer_from_the_others() -> None:
    question = Question()
    answers = Fresh(question, seconds=3600)
    first, second = asyncio.create_task(answers.get()), asyncio.create_task(answers.get())
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.sleep(0)
    question.may_answer.set()

    assert await second == 1
