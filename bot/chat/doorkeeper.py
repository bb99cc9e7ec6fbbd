"""Who may do what: asked of Telegram, remembered for a minute, by numeric id only."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from telegram import Bot, ChatMember, User
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.claims.desk import Role
from bot.claims.errors import ClaimdeskError

NEVER_VOTE = frozenset({777000, 1087968824, 136817688})  # Telegram itself, anonymous admins, channels
ANONYMOUS_ADMIN = 1087968824
REMEMBERED = timedelta(seconds=60)
AT_MOST = 10_000  # people remembered at a time: strangers come without end

_ROLES = {
    ChatMember.OWNER: Role.LEAD,
    ChatMember.ADMINISTRATOR: Role.LEAD,
    ChatMember.MEMBER: Role.REVIEWER,
}


class CannotCheckMembership(ClaimdeskError):
    """I could not ask Telegram just now whether you are a member of the desk. Please try again in a moment."""


class Doorkeeper:
    """Membership of chats. None means: not a member, or nobody who may ever vote."""

    def __init__(self, bot: Bot, clock: Callable[[], datetime]) -> None:
        self._bot, self._clock = bot, clock
        self._known: dict[tuple[int, int], tuple[datetime, Role | None]] = {}

    async def role(self, chat: int, user: User) -> Role | None:
        """Lead for admins, reviewer for members, None for strangers. Raises CannotCheckMembership."""
        if user.is_bot or user.id in NEVER_VOTE:
            return None
        at, role = self._known.get((chat, user.id), (None, None))
        if at is None or self._clock() - at > REMEMBERED:
            role = await self._ask(chat, user.id)
            self.note(chat, user.id, role)
        return role

    def note(self, chat: int, user: int, role: Role | None) -> None:
        """Remembers what an update about a member said."""
        now = self._clock()
        if len(self._known) >= AT_MOST:
            self._known = {who: (at, known) for who, (at, known) in self._known.items() if now - at <= REMEMBERED}
        self._known[chat, user] = (now, role)

    async def _ask(self, chat: int, user: int) -> Role | None:
        """Asked twice before a person is turned away: one lost answer is no reason to lose a vote."""
        with suppress(TelegramError):
            return await self._asked(chat, user)
        try:
            return await self._asked(chat, user)
        except TelegramError as error:
            raise CannotCheckMembership from error

    async def _asked(self, chat: int, user: int) -> Role | None:
        try:
            return role_of(await self._bot.get_chat_member(chat, user))
        except (BadRequest, Forbidden):
            return None


def role_of(member: ChatMember) -> Role | None:
    """What a member may do, by their standing in the chat."""
    if member.status == ChatMember.RESTRICTED:
        return Role.REVIEWER if getattr(member, "is_member", False) else None
    return _ROLES.get(member.status)
