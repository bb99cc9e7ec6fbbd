"""From an update to a verb and back: learn who is asking, run the verb in one transaction, answer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from telegram import Bot, CallbackQuery, Update
from telegram.error import TelegramError

from bot.cards.fit import answer
from bot.cards.mishap import mishap_card, sorry_card
from bot.cards.presses import Signer
from bot.cards.wording import say
from bot.chat.doorkeeper import Doorkeeper, role_of
from bot.chat.routes import Route, route
from bot.chat.turn import Here, Turn
from bot.chat.whereabouts import Candidate, candidates, settle
from bot.claims.desk import Role
from bot.claims.errors import ClaimdeskError
from bot.claims.model import DeskId
from bot.desk.publishing import want_message
from bot.signing import Notary
from bot.telemetry import place
from storage.inbox import InboxRow
from storage.records import Records
from storage.store import Store

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reply:
    """What the presser alone is told."""

    toast: str | None = None
    alert: bool = False


@dataclass(slots=True)
class Conversation:
    """Everything that a turn needs from outside its transaction."""

    store: Store
    bot: Bot
    doorkeeper: Doorkeeper
    signer: Signer
    clock: Callable[[], datetime]
    done: Callable[[], None]
    notary: Notary | None = None

    async def handle(self, update: Update, row: InboxRow) -> None:
        """Takes one update to its end; what a person did wrong is answered with a sentence."""
        self._note_members(update)
        way = route(update, self.bot.username)
        here = Here.of(update)
        if way is None or here is None:
            return
        try:
            reply = await self._take(way, here, update, row)
        except ClaimdeskError as error:
            log.info("refused: %s", type(error).__name__, extra={"reference": row.id, "chat": place(here.chat)})
            reply = await self.store.run(_refuse, error, here, update, row, self.clock())
        await self._answer(update.callback_query, reply)
        self.done()

    async def apologise(self, update: Update, row: InboxRow) -> None:
        """For a mistake of ours, after the last attempt."""
        here = Here.of(update)
        if here is not None:
            await self.store.run(_apologise, here, row, self.clock())
            await self._answer(update.callback_query, Reply(say("person.sorry"), alert=True))
            self.done()

    async def _take(self, way: Route, here: Here, update: Update, row: InboxRow) -> Reply:
        found = await self.store.run(candidates, here, update.callback_query, everywhere=way.everywhere)
        roles = {desk.id: await self._role(desk.chat, update) for desk in found.desks}
        mine = None if found.desks else await self._role_in_group(here, update)
        members = await self._members(here) if way.counts_members else None
        return await self.store.run(_take_turn, way, here, update, row, found, roles, mine, members, self)

    async def _role(self, chat: int, update: Update) -> Role | None:
        user = update.effective_user
        if user is None:
            return None
        return Role.READER if _speaks_for(chat, update) else await self.doorkeeper.role(chat, user)

    async def _role_in_group(self, here: Here, update: Update) -> Role | None:
        return None if here.private else await self._role(here.chat, update)

    async def _members(self, here: Here) -> int | None:
        try:
            return await self.bot.get_chat_member_count(here.chat) - 1  # without the bot itself
        except TelegramError:
            return None

    async def _answer(self, query: CallbackQuery | None, reply: Reply) -> None:
        """Stops the button's spinner. A press answered too late, or twice, has been recorded all the same."""
        if query is None:
            return
        try:
            await query.answer(answer(reply.toast) if reply.toast else None, show_alert=reply.alert)
        except TelegramError as error:
            log.info("a press was not answered: %s", type(error).__name__)

    def _note_members(self, update: Update) -> None:
        changed = update.chat_member
        if changed:
            self.doorkeeper.note(changed.chat.id, changed.new_chat_member.user.id, role_of(changed.new_chat_member))


def _speaks_for(chat: int, update: Update) -> bool:
    """Whether this was said by an anonymous admin of the chat: who that is, nobody can tell, but they may look."""
    sender = update.message.sender_chat if update.message else None
    return sender is not None and sender.id == chat


def _take_turn(
    records: Records, way: Route, here: Here, update: Update, row: InboxRow, found: Candidate,
    roles: dict[DeskId, Role | None], mine: Role | None, members: int | None, talk: Conversation,
) -> Reply:  # fmt: skip
    """The whole effect of an update, and its mark as done, in one transaction."""
    if records.inbox.is_done(row.id):
        return Reply()
    at = talk.clock()
    turn = Turn(
        records,
        talk.signer,
        here,
        at,
        update,
        words=way.words,
        reference=row.id,
        members=members,
        bot=f"@{talk.bot.username}",
        notary=talk.notary,
    )
    settle(turn, found, roles, mine)
    way.verb(turn)
    _keep_answers(records, turn, at)
    records.inbox.done(row.id, at)
    return Reply(turn.toast, turn.alert)


def _keep_answers(records: Records, turn: Turn, at: datetime) -> None:
    here = turn.here
    reply_to = None if here.pressed else here.message
    for number, said in enumerate(turn.answers):
        key = said.key or f"reply:{turn.reference}:{number}"
        at_home = said.chat == here.chat
        want_message(
            records, said.chat, key, said.card, at,
            topic=here.topic if at_home else None, reply_to=reply_to if at_home else None,
        )  # fmt: skip


def _apologise(records: Records, here: Here, row: InboxRow, at: datetime) -> None:
    if not here.pressed:
        want_message(
            records, here.chat, f"reply:{row.id}:0", sorry_card(row.id), at, topic=here.topic, reply_to=here.message
        )


def _refuse(records: Records, error: ClaimdeskError, here: Here, update: Update, row: InboxRow, at: datetime) -> Reply:
    """Nothing has changed; the person reads why, with a reference to find it in the log."""
    if records.inbox.is_done(row.id):
        return Reply()
    records.inbox.done(row.id, at)
    if update.callback_query:
        return Reply(error.sentence, alert=True)
    card = mishap_card(error, row.id)
    want_message(records, here.chat, f"reply:{row.id}:0", card, at, topic=here.topic, reply_to=here.message)
    return Reply()
