"""Methods that change or take away what was said."""

from __future__ import annotations

from typing import Any

from bot.sandbox.entities import Formatted
from bot.sandbox.groups import Group
from bot.sandbox.keyboards import Markup, read_markup
from bot.sandbox.limits import DELETABLE_FOR
from bot.sandbox.message_shape import message_shape
from bot.sandbox.messages import Message
from bot.sandbox.methods.addressing import the_chat, the_message
from bot.sandbox.methods.wording import the_caption, the_text
from bot.sandbox.parameters import Parameters
from bot.sandbox.refusals import (
    CANNOT_DELETE,
    CANNOT_EDIT,
    CAPTION_TOO_LONG_ON_EDIT,
    MAY_NOT_PIN,
    NO_CAPTION_TO_EDIT,
    NO_TEXT_TO_EDIT,
    NOT_MODIFIED,
    NOTHING_TO_DELETE,
    NOTHING_TO_EDIT,
    NOTHING_TO_PIN,
    NOTHING_TO_UNPIN,
    TEXT_TOO_LONG_ON_EDIT,
    Refusal,
)
from bot.sandbox.world import World


def edit_message_text(world: World, asked: Parameters) -> dict[str, Any]:
    """Replaces a text; a keyboard that is not given again goes."""
    text = the_text(asked, TEXT_TOO_LONG_ON_EDIT)
    markup = read_markup(asked.structure("reply_markup"))
    message = _own_message(world, asked)
    if message.file:
        raise Refusal(NO_TEXT_TO_EDIT)
    return _edited(world, message, text, markup)


def edit_message_caption(world: World, asked: Parameters) -> dict[str, Any]:
    """Replaces the caption of a file; a keyboard that is not given again goes."""
    caption = the_caption(asked, CAPTION_TOO_LONG_ON_EDIT)
    markup = read_markup(asked.structure("reply_markup"))
    message = _own_message(world, asked)
    if not message.file:
        raise Refusal(NO_CAPTION_TO_EDIT)
    return _edited(world, message, caption, markup)


def edit_message_reply_markup(world: World, asked: Parameters) -> dict[str, Any]:
    """Replaces the keyboard only; none given takes it away."""
    markup = read_markup(asked.structure("reply_markup"))
    message = _own_message(world, asked)
    return _edited(world, message, message.content, markup)


def _own_message(world: World, asked: Parameters) -> Message:
    message = the_message(world, asked, NOTHING_TO_EDIT)
    if not message.by_bot or message.service:
        raise Refusal(CANNOT_EDIT)
    return message


def _edited(world: World, message: Message, content: Formatted, markup: Markup) -> dict[str, Any]:
    same_markup = markup.rows == message.markup.rows
    if content == message.content and same_markup:
        raise Refusal(NOT_MODIFIED)
    message.change(content, markup, world.clock())
    return message_shape(message)


def delete_message(world: World, asked: Parameters) -> bool:
    """Takes a message away: the bot's own, or anybody's where the bot is an administrator; for 48 hours."""
    message = the_message(world, asked, NOTHING_TO_DELETE)
    chat = message.chat
    may_delete_others = not isinstance(chat, Group) or chat.bot_standing.runs_it
    too_old = world.clock() - message.at > DELETABLE_FOR
    if too_old or not (message.by_bot or may_delete_others):
        raise Refusal(CANNOT_DELETE)
    message.deleted = True
    world.changes.ring()
    return True


def pin_chat_message(world: World, asked: Parameters) -> bool:
    """Pins a message; everybody sees a note that says so."""
    message = the_message(world, asked, NOTHING_TO_PIN)
    _check_may_pin(message)
    if not message.pinned:
        message.pinned = True
        message.chat.add(None, service={"pinned_message": message_shape(message, with_reply=False)})
    return True


def unpin_chat_message(world: World, asked: Parameters) -> bool:
    """Unpins a message, or the one that was pinned last."""
    if asked.number("message_id"):
        message = the_message(world, asked, NOTHING_TO_UNPIN)
    else:
        pinned = [one for one in the_chat(world, asked).messages if one.pinned]
        if not pinned:
            raise Refusal(NOTHING_TO_UNPIN)
        message = pinned[-1]
    _check_may_pin(message)
    message.pinned = False
    world.changes.ring()
    return True


def _check_may_pin(message: Message) -> None:
    chat = message.chat
    if isinstance(chat, Group) and not chat.bot_standing.runs_it:
        raise Refusal(MAY_NOT_PIN)
