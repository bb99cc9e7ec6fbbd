"""A Telegram of one's own on loopback: people, groups, and a Bot API for the bot to talk to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any, Self

from bot.sandbox.chats import PrivateChat
from bot.sandbox.clock import Clock, WallClock
from bot.sandbox.control.routes import control_routes
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.groups import Group
from bot.sandbox.membership import Standing
from bot.sandbox.methods import BY_LOWER_NAME
from bot.sandbox.people import Person
from bot.sandbox.server import Server
from bot.sandbox.world import Bot, Call, World

TOKEN = "7000000001:sandbox-token-for-loopback-only"  # noqa: S105  a made-up one


class Sandbox:
    """A small, strict Telegram. Use it as an async context manager.

    `port` 0 takes any free port. `clock` (by default the wall's) decides how old presses, messages and updates
    are; `faults` what goes wrong; `flood` switches Telegram's flood limits on; `privacy` is the bot's privacy
    mode in groups.
    """

    def __init__(
        self,
        token: str = TOKEN,
        *,
        port: int = 0,
        clock: Clock | None = None,
        faults: Faults = Faults(),  # noqa: B008  frozen
        flood: bool = False,
        privacy: bool = True,
        name: str = "Sandbox Bot",
        username: str = "sandbox_bot",
    ) -> None:
        number = token.partition(":")[0]
        bot = Bot(int(number) if number.isdigit() else 7_000_000_001, name, username, privacy)
        self.world = World(token, clock or WallClock(), faults, flood=flood, bot=bot)
        self._server = Server(self.world, control_routes(self))
        self._port = port

    async def __aenter__(self) -> Self:
        self._port = await self._server.exchange.open(self._port)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.world.webhook.close()
        await self._server.exchange.close()

    # where it is

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.token

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def base_url(self) -> str:
        """What python-telegram-bot wants as base_url."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot wants as base_file_url."""
        return f"{self.url}/file/bot"

    @property
    def bot(self) -> Bot:
        """The bot's account."""
        return self.world.bot

    # who and what is there

    def person(self, name: str, username: str | None = None, language: str | None = "en") -> Person:
        """Somebody new; ids go up from 5,000,000,001."""
        return self.world.new_person(name, username, language)

    def private(self, person: Person) -> PrivateChat:
        """The chat of a person with the bot."""
        return self.world.private(person)

    def group(
        self,
        title: str,
        *,
        creator: Person,
        kind: str = "supergroup",
        members: Iterable[Person] = (),
        admins: Iterable[Person] = (),
        username: str | None = None,
        forum: bool = False,
    ) -> Group:
        """A group with people in it, and not yet with the bot."""
        group = self.world.new_group(title, creator, supergroup=kind == "supergroup", username=username, forum=forum)
        group.standings |= {member.id: Standing.MEMBER for member in members}
        group.standings |= {admin.id: Standing.ADMINISTRATOR for admin in admins}
        return group

    @property
    def calls(self) -> list[Call]:
        """Every call of the bot in order, polling left out."""
        return self.world.calls

    def calls_of(self, method: str) -> list[Call]:
        """The calls of one method."""
        return [call for call in self.world.calls if call.method.lower() == method.lower()]

    # what goes wrong

    def next_call(self, method: str, *faults: Fault | None) -> None:
        """The next calls of a method meet these faults, in order; None lets one pass. Raises LookupError."""
        if method.lower() not in BY_LOWER_NAME:
            raise LookupError(f"there is no method {method!r} here")
        self.world.fate.script(method, *faults)

    @property
    def faults_met(self) -> Counter[Fault]:
        """How often each fault struck."""
        return self.world.fate.met

    # waiting

    async def settled(self, quiet: float = 0.3, timeout: float = 10) -> None:  # noqa: ASYNC109
        """Waits until the bot has confirmed every update and made no call for `quiet` seconds. Raises TimeoutError."""
        await self.world.settled(quiet, timeout)

    async def until(self, holds: Callable[[], Any], timeout: float = 5, what: str = "") -> None:  # noqa: ASYNC109
        """Waits until something holds, looking whenever anything changes. Raises TimeoutError."""
        await self.world.until(holds, timeout, what)
