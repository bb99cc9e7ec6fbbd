"""Reading a text: its parts are asked about side by side, within one deadline; answers are checked and merged."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import httpx

from bot.claims.model import Mention
from bot.claims.second_reading import Answered, SecondReading
from bot.extraction.limits import reading_limit
from bot.second_reader.answer import Told
from bot.second_reader.asking import Asking, NoAnswer
from bot.second_reader.chunks import Chunk, chunks
from bot.second_reader.endpoint import Endpoint, Limits
from bot.second_reader.findings import mentions_of, place
from bot.second_reader.merging import additions

log = logging.getLogger(__name__)

Answer = tuple[Chunk, list[Told]]


@dataclass(slots=True)
class SecondReader:
    """Reads after the rules have read. It raises nothing that an endpoint can cause.

    An endpoint that answered nothing about a text is left alone for a while, so that the desk does not wait for it
    with every text.
    """

    endpoint: Endpoint
    limits: Limits = field(default_factory=Limits)
    _asleep_until: float = float("-inf")  # on the monotonic clock

    async def __call__(self, text: str, published: date | None, rules: Sequence[Mention]) -> SecondReading:
        """What it finds beside the mentions of the rules. `published` is the day of a text that bears none itself."""
        text = text[: reading_limit(text)]
        parts = list(chunks(text, self.limits.part))
        if not parts:
            return SecondReading()
        if time.monotonic() < self._asleep_until:
            log.warning("the second reader is not asked: it did not answer a moment ago")
            return SecondReading(answered=Answered.NONE)
        answers = await self._ask_about(parts[: self.limits.most_parts])
        answered = _answered(len(answers), len(parts))
        if answered is Answered.NONE:
            self._asleep_until = time.monotonic() + self.limits.rest
        return SecondReading(await asyncio.to_thread(_merged, text, published, rules, answers), answered)

    async def _ask_about(self, parts: Sequence[Chunk]) -> list[Answer]:
        """The answers, of those parts of the text about which there was one."""
        room = asyncio.Semaphore(self.limits.at_once)
        async with httpx.AsyncClient(timeout=httpx.Timeout(None, connect=self.limits.connect)) as client:
            asking = Asking(client, self.endpoint, self.limits)
            tasks = [asyncio.create_task(_about(asking, part, room)) for part in parts]
            try:
                await asyncio.wait(tasks, timeout=self.limits.deadline)
            finally:
                ended = await _ended(tasks)
        _say_what_failed(ended)
        return [one for one in ended if not isinstance(one, BaseException)]


async def _about(asking: Asking, part: Chunk, room: asyncio.Semaphore) -> Answer:
    async with room:
        return part, await asking.about(part.text)


async def _ended(tasks: Sequence[asyncio.Task[Answer]]) -> list[Answer | BaseException]:
    for task in tasks:
        task.cancel()
    return await asyncio.gather(*tasks, return_exceptions=True)


def _merged(
    text: str, published: date | None, rules: Sequence[Mention], answers: Iterable[Answer]
) -> tuple[Mention, ...]:
    placed = [one for part, told in answers for one in place(part.text, part.start, told)]
    return additions(rules, mentions_of(text, published, placed, rules)) if placed else ()


def _answered(answers: int, parts: int) -> Answered:
    if answers == parts:
        return Answered.ALL
    return Answered.PART if answers else Answered.NONE


def _say_what_failed(ended: Sequence[Answer | BaseException]) -> None:
    reasons = Counter(_reason(one) for one in ended if isinstance(one, BaseException))
    for reason, parts in reasons.items():
        log.warning("the second reader did not answer about %d of %d parts of a text: %s", parts, len(ended), reason)


def _reason(error: BaseException) -> str:
    """Of what we did not foresee, the kind alone: its words might hold the key, or the text."""
    if isinstance(error, NoAnswer):
        return str(error)
    return "the deadline passed" if isinstance(error, asyncio.CancelledError) else type(error).__name__
