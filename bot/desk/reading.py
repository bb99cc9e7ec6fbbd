"""The reading room: texts that were handed in are fetched, read and turned into claims, one after the other."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Concatenate, ParamSpec, TypeVar

from bot.claims.errors import ClaimdeskError
from bot.claims.model import Mention
from bot.claims.second_reading import RULE, Answered, SecondReading
from bot.desk.copies_of_texts import note_copy
from bot.desk.duty import ALONE, Alone, Duty, NotOurs
from bot.desk.intake import document_of, is_repeat, put_before_the_desk, take_in
from bot.desk.shift import Shift
from bot.extraction.extract import extract, report_day
from bot.extraction.languages.packs import readable, unread_language
from bot.matching.likeness import sketch
from storage.documents import Intake
from storage.records import Records
from storage.store import Store

log = logging.getLogger(__name__)

LONGEST_TEXT = 2 * 1024 * 1024  # characters
ATTEMPTS = 3
PAUSE = timedelta(seconds=10)  # before a text that could not be fetched or read is tried again

P = ParamSpec("P")
T = TypeVar("T")
Fetch = Callable[[str], Awaitable[bytes]]
SecondReader = Callable[[str, date, Sequence[Mention]], Awaitable[SecondReading]]
"""Text, its day where it bears none itself, and what the rules found in it → what it adds."""


class AnotherLanguage(ClaimdeskError):
    """This text seems to be in {language}. I read {readable}, and a guess would do harm."""


class TooLong(ClaimdeskError):
    """This text is longer than 2 million characters. Hand in the part that matters."""


class Unreadable(ClaimdeskError):
    """I tried to read this text three times and failed. It is kept; please hand in the part that matters."""


class NoText(ClaimdeskError):
    """There are no words in it that I could read."""


class ReadingRoom:
    """Reads what waits; `nudge` tells it that something came, `done` is called after each text.

    One process at a time reads: of two equal texts the second is known as a repeat, and a text that was left half
    taken in is taken in from there on.
    """

    def __init__(
        self, store: Store, fetch: Fetch, clock: Callable[[], datetime], done: Callable[[], None],
        duty: Duty | Alone = ALONE, second: SecondReader | None = None,
    ) -> None:  # fmt: skip
        self._second = second
        self._store, self._fetch, self._clock, self._done, self._duty = store, fetch, clock, done, duty
        self._shift = Shift(self.once)

    def nudge(self) -> None:
        """Something was handed in."""
        self._shift.nudge()

    async def run(self) -> None:
        """Reads until cancelled."""
        await self._shift.run()

    async def once(self) -> bool:
        """Reads the oldest text that waits; tells whether there was one."""
        if not self._duty.ours:
            return False
        intake = await self._store.run(lambda records: records.documents.to_read(self._clock()))
        if intake is None:
            return False
        try:
            await self._read(intake)
        except NotOurs:
            self._duty.lost()
            return False
        except ClaimdeskError as error:
            await self._give_up(intake, error)
        except Exception:
            log.exception("a text could not be read", extra={"document": intake.id})
            await self._try_again(intake)
        self._done()
        return True

    async def _read(self, intake: Intake) -> None:
        text = intake.text if intake.text is not None else await self._fetched(intake)
        intake = await self._as_kept(intake)
        if await self._ours(is_repeat, intake, self._clock()):
            return
        await self._ours(note_copy, intake, await asyncio.to_thread(sketch, text))
        intake = await self._as_kept(intake)
        mentions = await self._mentions(text, intake)
        intake = dated(intake, text)
        while await self._ours(take_in, intake, mentions, self._clock()):
            pass
        await self._ours(put_before_the_desk, intake, len(mentions), self._clock())

    async def _mentions(self, text: str, intake: Intake) -> list[Mention]:
        """What the rules find and the second reader adds, who may know languages that the rules do not."""
        try:
            rules = await asyncio.to_thread(read, text, intake)
        except AnotherLanguage:
            added = await self._added(text, intake, ())
            if not added:
                raise
            return [*added]
        return [*rules, *await self._added(text, intake, rules)]

    async def _added(self, text: str, intake: Intake, rules: Sequence[Mention]) -> Sequence[Mention]:
        """What the second reader adds: asked once, and kept, since it may answer otherwise after a crash."""
        if intake.second is not None:
            return intake.second.mentions
        if self._second is None or await self._is_muted(intake):
            return ()
        reading = await self._asked(self._second, text, intake, rules)
        if reading.answered is not Answered.ALL:
            log.warning("the second reader did not answer about all of a text", extra={"document": intake.id})
        await self._ours(lambda records: records.documents.second_read(intake.id, reading))
        return reading.mentions

    async def _is_muted(self, intake: Intake) -> bool:
        """A desk that has muted the second reader sends it no texts."""
        return RULE in await self._store.run(lambda records: records.rules.muted(intake.desk))

    async def _asked(self, second: SecondReader, text: str, intake: Intake, rules: Sequence[Mention]) -> SecondReading:
        """Whatever goes wrong with the second reader, the rules carry on alone."""
        try:
            return await second(text, intake.day, rules)
        except Exception:
            log.exception("the second reader failed", extra={"document": intake.id})
            return SecondReading(answered=Answered.NONE)

    async def _ours(self, verb: Callable[Concatenate[Records, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._store.run(self._duty.fenced(verb), *args, **kwargs)

    async def _as_kept(self, intake: Intake) -> Intake:
        """The document as it is now that its text is known."""
        return await self._store.run(document_of, intake.id)

    async def _fetched(self, intake: Intake) -> str:
        text = decoded(await self._fetch(intake.file_id or ""))
        await self._store.run(lambda records: records.documents.with_text(intake.id, text))
        return text

    async def _give_up(self, intake: Intake, error: ClaimdeskError) -> None:
        await self._ours(lambda records: records.documents.failed(intake.id, error.sentence))

    async def _try_again(self, intake: Intake) -> None:
        if intake.attempts + 1 >= ATTEMPTS:
            return await self._give_up(intake, Unreadable())
        later = self._clock() + PAUSE
        await self._ours(lambda records: records.documents.postpone(intake.id, later))
        return None


def read(text: str, intake: Intake) -> list[Mention]:
    """The mentions in a text. Raises the sentence that says why it cannot be read, its language for one."""
    if len(text) > LONGEST_TEXT:
        raise TooLong
    if not any(character.isalpha() for character in text):
        raise NoText
    mentions = extract(text, intake.day)
    if not mentions and (language := unread_language(text)):
        raise AnotherLanguage(language=language, readable=readable())
    return mentions


def dated(intake: Intake, text: str) -> Intake:
    """The document with the day that its text bears, where it bears one."""
    return replace(intake, published=report_day(text, intake.day) or intake.published)


def decoded(data: bytes) -> str:
    """Text from a file: UTF-8 (with its byte order mark kept as a character), UTF-16 with a mark, else Windows-1252."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
