"""One seeded history of a desk in bad weather: everything that can go wrong on the line and in the chats does so.

The same seed gives the same people, acts and faults; only what the threads of the bot do meanwhile may differ.
"""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from bot.cards.presses import Signer
from bot.claims.consensus import Stance
from bot.claims.errors import ClaimdeskError
from bot.claims.history import fold
from bot.claims.model import ReviewerId
from bot.desk.inspection import contradictions
from bot.sandbox import Faults, Message, Person, Sandbox
from bot.sandbox.clock import WallClock
from bot.sandbox.groups import Group
from bot.sandbox.presses import Press
from bot.signing import press_key, signing_key
from storage.records import Records
from tests.faults.invariants import broken, copies, unfinished, without_card, wrongly_shown
from tests.journeys.office import Office, deaths

CHANCES: dict[str, Any] = {
    "duplicate": 0.2, "reorder": 0.2, "too_many_requests": 0.03, "server_error": 0.04, "bad_gateway": 0.03,
    "bad_gateway_after": 0.03, "reset_before": 0.04, "reset_after": 0.04, "timeout_after_delivery": 0.01, "slow": 0.1,
    "migrates": 0.02, "topic_closes": 0.03, "blocks": 0.05,
}  # fmt: skip
ANSWER_LOST = ("bad_gateway_after", "reset_after", "timeout_after_delivery")
REFUSED = ("Please try again in a moment", "Only members", "another time", "has moved on")
ACTS = 10
A_TICK = 0.3  # seconds in which the bot looks once whether a window or a digest is due


class Simulation:
    """A desk, and what happens to it. `pressed` keeps every press with its stance, in order."""

    def __init__(self, office: Office, seed: int) -> None:
        self.office, self.telegram, self.random = office, office.telegram, Random(seed)
        self.people = [office.bosco, office.chiara, office.dawit]
        self.pressed: list[tuple[str, Person, Stance, Press]] = []
        self.texts = 0

    @property
    def home(self) -> Group:
        """Where the desk lives now."""
        return self.office.group.migrated_to or self.office.group

    async def goes_on(self) -> None:
        """One act after the other, mostly without waiting for the bot."""
        acts: list[tuple[Callable[[], Awaitable[object]], int]] = [
            (self._votes, 12), (self._hands_in, 2), (self._throws_the_bot_out, 1), (self._silences_the_bot, 1),
            (self._blocks_the_bot, 1), (self._a_clock_jumps, 2), (self._starts_again, 1), (self._a_title_changes, 1),
        ]  # fmt: skip
        names, weights = zip(*acts, strict=True)
        for act in self.random.choices(names, weights, k=ACTS):
            await act()
            if self.random.random() < 0.2:
                await asyncio.sleep(self.random.uniform(0, 0.05))

    async def _votes(self) -> None:
        cards = self.office.cards(self.home) + self.office.cards(self.office.group)
        for _ in range(self.random.randrange(1, 4)):
            if cards:
                card, person = self.random.choice(cards), self.random.choice(self.people)
                stance = self.random.choice(list(Stance))
                press = await person.presses(card, stance.value.capitalize())
                self.pressed.append((label_of(card), person, stance, press))

    async def _hands_in(self) -> None:
        self.texts += 1
        if not self._topic_is_closed():
            await self.office.amal.says(self.home, f"/add {deaths(100 + self.texts)}")

    def _topic_is_closed(self) -> bool:
        return any(topic.closed for topic in self.home.topics.values())

    async def _throws_the_bot_out(self) -> None:
        """What it was told before is handled first: afterwards it knows nobody there any more."""
        await self._handled()
        self.home.kick_bot()
        await asyncio.sleep(self.random.uniform(0, 0.1))
        await self.home.add_bot(admin=self.random.random() < 0.5)

    async def _silences_the_bot(self) -> None:
        self.home.restrict_bot()
        await asyncio.sleep(self.random.uniform(0, 0.1))
        self.home.demote_bot()

    async def _blocks_the_bot(self) -> None:
        person = self.random.choice(self.people)
        await person.blocks_bot()
        await asyncio.sleep(self.random.uniform(0, 0.05))
        await person.says(person.private, "/start")

    async def _a_clock_jumps(self) -> None:
        """Presses that wait would grow too old by it, as in life; whether they do is not what is tried here."""
        await self._handled()
        self.office.clock.forward(seconds=self.random.choice([90, 600, 7200, 90_000]))

    async def _starts_again(self) -> None:
        await self.office.close()
        await self.office.open()

    async def _a_title_changes(self) -> None:
        self.home.rename(f"Desk {self.random.randrange(100)}")

    async def _handled(self) -> None:
        def at_rest(records: Records) -> bool:
            return not records.inbox.next(1)

        for _ in range(400):
            if not self.telegram.world.updates.waiting and await self.office.reads(at_rest):
                return
            await asyncio.sleep(0.02)
        raise TimeoutError("what was said is never handled")

    # the end

    async def comes_to_rest(self) -> None:
        """The weather is good again, the topic open, the bot in the group: everything catches up."""
        self.telegram.world.fate.faults = Faults()
        for number in self.home.topics:
            self.home.reopen_topic(number)
        left: list[str] = []
        await self._handled()
        for _ in range(300):
            left = await self.office.reads(unfinished)
            if not left and not self.telegram.world.busy():
                return await asyncio.sleep(A_TICK)
            await asyncio.sleep(0.03)
            self.office.clock.forward(seconds=4)
        desks = await self.office.reads(lambda records: records.desks.all())
        told = [(call.method, call.error or call.fault) for call in self.telegram.calls if not call.ok]
        raise TimeoutError(f"never at rest: {left}\n{desks}\n{told}")

    def expected(self) -> dict[tuple[str, int], Stance]:
        """The last word of everybody, without those that were told to try again."""
        told = {
            call.parameters.get("callback_query_id"): call for call in self.telegram.calls_of("answerCallbackQuery")
        }
        words = {}
        for label, person, stance, press in self.pressed:
            call = told.get(press.id)
            answer = str(call.parameters.get("text", "")) if call else ""
            if not any(refusal in answer for refusal in REFUSED):
                words[label, person.id] = stance
        return words

    async def contradictions(self) -> list[str]:
        """Everything that is wrong now: in the database, in the chat, between both."""
        office, signer = self.office, Signer(press_key(signing_key(self.office.settings.signing_key_file)))
        shown = partial(wrongly_shown, chat=self.home, signer=signer)
        found = [wrong for look in (broken, without_card, shown) for wrong in await office.reads(look)]
        found += [wrong.sentence for wrong in await office.reads(partial(looked_into, at=office.clock()))]
        lost = sum(call.fault in ANSWER_LOST for call in self.telegram.calls_of("sendMessage"))
        if (more := await office.reads(partial(copies, chat=self.home))) > lost:
            found.append(f"{more} copies hang, and {lost} answers were lost")
        return found


def looked_into(records: Records, at: Any) -> list[ClaimdeskError]:
    """What the doctor finds, in one transaction."""
    return list(contradictions(lambda question: question(records), at))


def label_of(card: Message) -> str:
    found = re.search(r"C-\d+", card.text)
    assert found, card.text
    return found[0]


def last_words(records: Records) -> dict[tuple[str, int], Stance]:
    """Who says what on which claim, by the history."""
    words = {}
    for desk in records.desks.all():
        for claim in records.claims.page(desk.id, limit=1000)[0]:
            people = {records.reviewers.voter(ReviewerId(one), claim): person for one, person in everybody(records)}
            held = fold(records.history.of(claim.id)).votes
            words |= {(claim.label, people[voter]): stance for voter, stance in held.items()}
    return words


def everybody(records: Records) -> list[tuple[int, int]]:
    found = records.history.db.exec_driver_sql("SELECT reviewer_id, telegram_id FROM person")
    return [(reviewer, person) for reviewer, person in found]


@asynccontextmanager
async def a_simulation(folder: Path, template: Path, seed: int) -> AsyncIterator[Simulation]:
    """A desk in a plain group, a supergroup or a forum, set up in good weather; then the weather turns."""
    clock, kind = WallClock(), ("group", "supergroup", "forum")[seed % 3]
    async with Sandbox(clock=clock) as telegram:
        path = shutil.copy(template, folder / "claimdesk.db")
        details: dict[str, Any] = {"forum": True} if kind == "forum" else {"kind": kind}
        office = Office(telegram, f"sqlite:///{path}", folder, clock, **details)
        await office.open()
        try:
            await sets_up(office, office.group.create_topic("Herat") if kind == "forum" else None)
            telegram.world.fate.faults = Faults(seed, **CHANCES)
            yield Simulation(office, seed)
        finally:
            await office.close()


async def sets_up(office: Office, topic: Any) -> None:
    """The group is a desk with two claims before it, and one of its members has opened a private chat."""
    await office.group.add_bot()
    await office.amal.says(office.group, "/setup", topic=topic)
    await office.dawit.says(office.dawit.private, "/start")
    await office.shows("is now a desk")
    await office.amal.says(office.group, f"/add {deaths(12, 30)}", topic=topic)
    await office.until(lambda: len(office.cards()) == 2)
