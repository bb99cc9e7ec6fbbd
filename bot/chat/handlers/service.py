"""What happens to the chats themselves: the bot comes, goes, or a group moves."""

from __future__ import annotations

from telegram import ChatMember

from bot.cards.welcome import welcome_card
from bot.chat.turn import Turn

_AWAY = (ChatMember.LEFT, ChatMember.BANNED)


def bot_came_or_went(turn: Turn) -> None:
    """Added: says what to do next. Removed: the desk is closed and kept; it opens again with its history."""
    change = turn.update.my_chat_member
    assert change is not None
    gone = change.new_chat_member.status in _AWAY
    came = change.old_chat_member.status in _AWAY and not gone
    if turn.here.private:
        _stopped_or_started(turn, stopped=gone)
    elif gone:
        turn.records.desks.close(turn.here.chat)
    elif came:
        turn.records.desks.reopen(turn.here.chat)
        turn.say(welcome_card(turn.desk, private=False))


def _stopped_or_started(turn: Turn, *, stopped: bool) -> None:
    """Who stops the bot is not reached any more; who starts it again finds the cards of open claims up to date."""
    if stopped:
        turn.records.postings.stop_chat(turn.here.chat, "the person has stopped the bot")
    else:
        turn.records.postings.revive(turn.here.chat)


def migrated(turn: Turn) -> None:
    """A group became a supergroup: the desk moves with it."""
    message = turn.message
    old = message.migrate_from_chat_id or turn.here.chat
    new = message.migrate_to_chat_id or turn.here.chat
    turn.records.desks.move(old, new, turn.at)
