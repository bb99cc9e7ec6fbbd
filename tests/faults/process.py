"""The bot as a process of its own, to be killed, and the story that it is killed in."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import select
from sqlmodel import col

import bot
from bot.claims.events import VoteCast
from bot.claims.model import ClaimId, ReviewerId
from bot.sandbox import Person, Sandbox
from bot.sandbox.presses import Press
from storage.records import Records
from storage.store import Store
from storage.tables import PersonRow
from tests.faults.invariants import broken, copies, unfinished
from tests.scoreboard import count

REPORT = "At least 12 civilians were killed in Herat on Wednesday, police said."
RUN = (sys.executable, "-c", "from bot.cli import main; main()", "run")
HOUSE = str(Path(bot.__file__).parents[1])


class BotProcess:
    """`claimdesk run` against a sandbox, on a SQLite file that is there already. What it prints is in `bot.log`."""

    def __init__(self, telegram: Sandbox, folder: Path, database: Path) -> None:
        self.telegram, self.folder = telegram, folder
        self.env = {
            **os.environ, "PYTHONPATH": HOUSE, "CLAIMDESK_TOKEN": telegram.token, "CLAIMDESK_API_URL": telegram.url,
            "CLAIMDESK_DATABASE_URL": f"sqlite:///{database}",
            "CLAIMDESK_SIGNING_KEY_FILE": str(folder / "claimdesk.key"),
        }  # fmt: skip
        self._running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begins to start; it polls after a second or two."""
        with (self.folder / "bot.log").open("ab") as log:
            self._running = subprocess.Popen(RUN, cwd=self.folder, env=self.env, stdout=log, stderr=log)

    async def ready(self) -> None:
        """Waits until it polls, and everything that waited for it is confirmed."""
        poller, updates = self.telegram.world.poller, self.telegram.world.updates
        await self.telegram.until(lambda: poller.is_waited_on and not updates.waiting, 30, f"the bot: {self.said()}")

    def kill(self) -> None:
        """SIGKILL: it does nothing more."""
        self.send(signal.SIGKILL)
        assert self.ended(10) == -signal.SIGKILL, self.said()
        self.telegram.world.poller.cut_off()  # nobody waits on the other end any more

    def send(self, number: signal.Signals) -> None:
        """Sends a signal to this process and to no other."""
        assert self._running is not None
        assert self._running.poll() is None, f"it ended by itself: {self.said()}"
        self._running.send_signal(number)

    def ended(self, seconds: float) -> int:
        """Its exit code; it must end within so many seconds."""
        assert self._running is not None
        code = self._running.wait(seconds)
        self._running = None
        return code

    def close(self) -> None:
        """Leaves nothing running behind, however the test went."""
        if self._running is not None:
            self._running.kill()
            self._running.wait(10)

    def said(self) -> str:
        """The end of what it printed."""
        log = self.folder / "bot.log"
        return log.read_text(encoding="utf-8")[-3000:] if log.exists() else ""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that somebody does, and how they see that it was done. What is not seen for a while is done again."""

    begin: Callable[[], Awaitable[object]]
    seen: Callable[[], object]
    again: bool = False


class Story:
    """A desk of four, from its set-up to its digest."""

    def __init__(self, telegram: Sandbox, process: BotProcess, store: Store, random: Random) -> None:
        self.telegram, self.process, self.store, self.random = telegram, process, store, random
        self.amal, *self.voters = (telegram.person(name) for name in ("Amal", "Bosco", "Chiara", "Dawit"))
        self.group = telegram.group("Herat desk", creator=self.amal, members=self.voters)
        self.presses: list[Press] = []
        self.kills = 0

    def steps(self) -> list[Step]:
        """What is done, in order."""
        return [
            self._says("/setup", "is now a desk"),
            self._says(f"/add {REPORT}", "C-1 · pending"),
            *(Step(partial(self._presses, voter), partial(self._told, voter), again=True) for voter in self.voters),
            self._says("/history C-1", "History of C-1"),
            self._says("/digest now", "Digest of"),
        ]

    async def set_out(self) -> None:
        """The bot starts, and is added to the group."""
        self.process.start()
        await self.process.ready()
        await self.group.add_bot()

    async def sees(self, step: Step) -> None:
        """Waits for the end of a step; a press that stays without a receipt is made again."""
        for _ in range(10):
            try:
                return await self.telegram.until(step.seen, 3 if step.again else 30)
            except TimeoutError:
                if not step.again:
                    break
                await step.begin()
        raise TimeoutError(f"{self.group.texts}: {self.process.said()}")

    async def rests(self) -> None:
        """Waits until the bot has nothing more to do."""
        for _ in range(300):
            left = self.reads(unfinished)
            if not left and not self.telegram.world.busy():
                return
            await asyncio.sleep(0.1)
        raise TimeoutError(f"{left}: {self.process.said()}")

    def reads(self, question: Callable[[Records], Any]) -> Any:
        """What the database says, read beside the running bot."""
        with self.store.transaction() as records:
            return question(records)

    def dies(self) -> None:
        """Killed; whatever the database holds then makes sense, and every press that got a receipt is in it."""
        self.process.kill()
        self.kills += count("kills")
        found = self.reads(broken)
        count("contradictions_after_kill", len(found))
        assert found == []
        self.check_receipts()

    def check_receipts(self) -> None:
        """A receipt means recorded."""
        told = {press.person.id for press in self.presses if press.answered and "verify" in press.answered.text}
        lost = told - set(self.reads(votes_on_the_first_claim))
        count("votes_lost", len(lost))
        assert not lost, f"{lost} had a receipt and no vote"

    def check_end(self, most_copies: int) -> None:
        """The claim is verified by three votes, everything is handled, and little enough is posted twice."""
        assert self.reads(broken) == []
        assert self.reads(unfinished) == []
        votes = self.reads(votes_on_the_first_claim)
        count("presses", len(self.presses))
        count("double_votes", sum(number - 1 for number in votes.values()))
        assert votes == {voter.id: 1 for voter in self.voters}
        assert self._shown("C-1 · verified"), self.group.texts
        assert self.reads(lambda records: copies(records, self.group)) <= most_copies, self.group.texts

    def _says(self, text: str, words: str) -> Step:
        return Step(partial(self.amal.says, self.group, text), partial(self._shown, words))

    async def _presses(self, voter: Person) -> None:
        cards = [m for m in self.group.from_bot if any("Verify" in button.text for button in m.buttons)]
        self.presses.append(await voter.presses(self.random.choice(cards), "Verify"))

    def _told(self, voter: Person) -> bool:
        return any(p.person is voter and p.answered and "verify" in p.answered.text for p in self.presses)

    def _shown(self, words: str) -> bool:
        return any(words in message.text for message in self.group.from_bot)


def votes_on_the_first_claim(records: Records) -> dict[int, int]:
    """How many votes each person, by their Telegram id, has cast on C-1."""
    claim = records.claims.get(ClaimId(1))
    if claim is None:
        return {}
    known = records.history.db.execute(select(col(PersonRow.reviewer_id), col(PersonRow.telegram_id)))
    people = {records.reviewers.voter(ReviewerId(reviewer), claim): person for reviewer, person in known}
    cast = [entry.event for entry in records.history.of(ClaimId(1))]
    return Counter(people[event.reviewer] for event in cast if isinstance(event, VoteCast))
