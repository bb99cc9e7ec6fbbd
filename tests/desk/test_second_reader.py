"""The desk's side of a second reader: a callable that may answer anything, late, or fail."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from typing import Any

import pytest

from bot.cards.presses import Signer
from bot.claims.model import Casualties, Effect, Interval, Kind, Mention
from bot.claims.second_reading import RULE, Answered, SecondReading
from bot.desk import reading
from bot.desk.intake import receive
from bot.desk.reading import ReadingRoom, SecondReader
from bot.desk.showing import Showing
from bot.sandbox.clock import HandClock
from storage.documents import Intake
from storage.store import Store
from tests.desk.test_intake import a_desk, a_text

TEXT = "At least 12 civilians were killed in Herat on Wednesday, police said. The night claimed nine more souls."
QUOTE = "claimed nine more souls"
ADDED = Mention(
    Kind.CASUALTIES, QUOTE, TEXT.find(QUOTE), TEXT.find(QUOTE) + len(QUOTE), RULE,
    casualties=Casualties(Effect.KILLED, Interval(9, 9)),
)  # fmt: skip


class Reader:
    """Answers with one reading after the other, or fails."""

    def __init__(self, *answers: SecondReading | Exception) -> None:
        self.answers, self.asked = list(answers), 0

    async def __call__(self, text: str, published: date | None, rules: Sequence[Mention]) -> SecondReading:
        self.asked += 1
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def read(store: Store, clock: HandClock) -> Callable[..., Awaitable[Intake]]:
    async def handed_in(second: SecondReader | None, times: int = 1, text: str = TEXT) -> Intake:
        with store.transaction() as records:
            document = receive(records, a_text(records, a_desk(records), text), clock())
        room = ReadingRoom(store, None, clock, lambda: None, second=second)  # type: ignore[arg-type]
        for _ in range(times):
            await room.once()
            clock.forward(minutes=1)
        with store.transaction() as records:
            intake = records.documents.get(document)
            assert intake is not None
            return intake

    return handed_in


def _report(intake: Intake) -> str:
    return Showing(Signer(b"k" * 32))._read(intake).text


async def test_what_it_adds_becomes_a_claim_beside_those_of_the_rules(
    store: Store, read: Callable[..., Awaitable[Intake]]
) -> None:
    intake = await read(Reader(SecondReading((ADDED,))))
    with store.transaction() as records:
        assert [one.mention.rule == RULE for one in records.claims.of_document(intake.id)] == [False, True]
    assert intake.found == 2
    assert "The second reader added 1 of them" in _report(intake)


IN_FRENCH = "Neuf soldats ont été tués dans une attaque au nord de la ville, selon le gouverneur."
IN_ANOTHER_LANGUAGE = Mention(
    Kind.CASUALTIES, "Neuf soldats ont été tués", 0, 25, RULE,
    casualties=Casualties(Effect.KILLED, Interval(9, 9)),
)  # fmt: skip


async def test_a_text_in_a_language_that_the_rules_do_not_read_is_read_by_the_second_reader(
    read: Callable[..., Awaitable[Intake]],
) -> None:
    intake = await read(Reader(SecondReading((IN_ANOTHER_LANGUAGE,))), text=IN_FRENCH)

    assert (intake.state, intake.found) == ("read", 1)


@pytest.mark.parametrize("answer", [None, SecondReading(), RuntimeError("canary")])
async def test_where_it_finds_nothing_either_the_language_is_named(
    read: Callable[..., Awaitable[Intake]], answer: SecondReading | Exception | None
) -> None:
    intake = await read(Reader(answer) if answer else None, text=IN_FRENCH)

    assert "seems to be in French" in (intake.sentence or "")


@pytest.mark.parametrize("answer", [RuntimeError("canary"), SecondReading(answered=Answered.NONE)])
async def test_when_it_fails_the_rules_carry_on_alone_and_the_report_says_so(
    read: Callable[..., Awaitable[Intake]], answer: SecondReading | Exception
) -> None:
    intake = await read(Reader(answer))
    assert intake.found == 1
    assert "The second reader did not answer. The rules read alone." in _report(intake)


async def test_an_answer_about_a_part_is_said_to_be_one(read: Callable[..., Awaitable[Intake]]) -> None:
    intake = await read(Reader(SecondReading((ADDED,), Answered.PART)))
    assert "did not answer for all of the text" in _report(intake)


async def test_it_is_asked_once_even_when_the_taking_in_is_cut_off(
    store: Store, read: Callable[..., Awaitable[Intake]], monkeypatch: pytest.MonkeyPatch
) -> None:
    failures, put = [RuntimeError("the power went")], reading.put_before_the_desk

    def cut_off(*given: Any) -> None:
        if failures:
            raise failures.pop()
        put(*given)

    monkeypatch.setattr(reading, "put_before_the_desk", cut_off)
    reader = Reader(SecondReading((ADDED,)), SecondReading(()))
    intake = await read(reader, times=2)
    assert reader.asked == 1
    assert intake.found == 2
    with store.transaction() as records:
        assert records.documents.count_mentions(intake.id) == 2
        assert intake.second == SecondReading((ADDED,))


async def test_without_one_nothing_is_said_of_it(read: Callable[..., Awaitable[Intake]]) -> None:
    intake = await read(None)
    assert intake.second is None
    assert "second reader" not in _report(intake)


async def test_a_desk_that_has_muted_it_sends_it_no_texts(store: Store, clock: HandClock) -> None:
    with store.transaction() as records:
        desk = a_desk(records)
        receive(records, a_text(records, desk, TEXT), clock())
        records.rules.mute(desk.id, RULE, clock())
    reader = Reader(SecondReading((ADDED,)))
    await ReadingRoom(store, None, clock, lambda: None, second=reader).once()  # type: ignore[arg-type]
    assert reader.asked == 0
