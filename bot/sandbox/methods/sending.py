"""Methods that put something new into a chat."""

from __future__ import annotations

from typing import Any

from bot.sandbox.chats import Chat
from bot.sandbox.entities import Formatted
from bot.sandbox.files import StoredFile, picture_size
from bot.sandbox.groups import Group
from bot.sandbox.keyboards import read_markup
from bot.sandbox.limits import UPLOAD_BYTES
from bot.sandbox.message_shape import message_shape
from bot.sandbox.messages import Message
from bot.sandbox.methods.addressing import a_place_to_write
from bot.sandbox.methods.wording import the_caption, the_text
from bot.sandbox.parameters import Parameters
from bot.sandbox.people import thread_of_reply
from bot.sandbox.refusals import (
    BAD_ACTION,
    CAPTION_TOO_LONG,
    FILE_IS_EMPTY,
    NO_FILE,
    NO_SUCH_QUOTE,
    NOT_AN_IMAGE,
    NOTHING_TO_REPLY_TO,
    TEXT_TOO_LONG,
    UPLOAD_TOO_BIG,
    WRONG_FILE,
    Refusal,
)
from bot.sandbox.world import World

_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
        "record_audio",
        "upload_audio",
    ]
)


def send_message(world: World, asked: Parameters) -> dict[str, Any]:
    """Posts a text."""
    text = the_text(asked, TEXT_TOO_LONG)
    return _post(world, asked, text)


def send_document(world: World, asked: Parameters) -> dict[str, Any]:
    """Posts a file."""
    caption = the_caption(asked, CAPTION_TOO_LONG)
    return _post(world, asked, caption, _file(world, asked, "document"))


def send_photo(world: World, asked: Parameters) -> dict[str, Any]:
    """Posts a picture."""
    caption = the_caption(asked, CAPTION_TOO_LONG)
    return _post(world, asked, caption, _file(world, asked, "photo"))


def send_chat_action(world: World, asked: Parameters) -> bool:
    """Shows “typing …” for a moment: nothing of it stays."""
    if asked.text("action") not in _ACTIONS:
        raise Refusal(BAD_ACTION)
    a_place_to_write(world, asked)
    return True


def _post(world: World, asked: Parameters, content: Formatted, file: StoredFile | None = None) -> dict[str, Any]:
    markup = read_markup(asked.structure("reply_markup"))
    chat, asked_thread = a_place_to_write(world, asked)
    reply_to, quote = _replied_to(chat, asked)
    in_forum = isinstance(chat, Group) and chat.forum
    topic = (asked_thread or (reply_to.topic if reply_to else None)) if in_forum else None
    message = chat.add(
        None,
        content,
        markup=markup,
        file=file,
        topic=topic,
        thread=topic if in_forum else asked_thread or thread_of_reply(chat, reply_to),
        reply_to=reply_to,
        quote=quote,
        options=_options(asked),
    )
    return message_shape(message)


def _replied_to(chat: Chat, asked: Parameters) -> tuple[Message | None, str | None]:
    given = asked.structure("reply_parameters") or {}
    number = given.get("message_id") or asked.number("reply_to_message_id")
    if not number:
        return None, None
    message = chat.message(int(number))
    may_be_gone = given.get("allow_sending_without_reply") or asked.flag("allow_sending_without_reply")
    if message is None and not may_be_gone:
        raise Refusal(NOTHING_TO_REPLY_TO)
    quote = given.get("quote")
    if quote and message and quote not in message.text:
        raise Refusal(NO_SUCH_QUOTE)
    return message, quote if message else None


def _options(asked: Parameters) -> dict[str, Any]:
    flags = {name: True for name in ("protect_content", "disable_notification") if asked.flag(name)}
    preview = asked.structure("link_preview_options")
    if asked.flag("disable_web_page_preview"):
        preview = {"is_disabled": True}
    return flags | ({"link_preview_options": preview} if preview else {})


def _file(world: World, asked: Parameters, kind: str) -> StoredFile:
    given = asked.text(kind)
    upload = asked.uploads.get(given.removeprefix("attach://") if given.startswith("attach://") else kind)
    if upload is None and not given:
        raise Refusal(NO_FILE, kind=kind)
    if upload is None:
        if not world.files.knows(given):
            raise Refusal(WRONG_FILE)
        return world.files.by_id(given)
    if not upload.data:
        raise Refusal(FILE_IS_EMPTY)
    if len(upload.data) > UPLOAD_BYTES:
        raise Refusal(UPLOAD_TOO_BIG)
    if kind == "document":
        return world.files.keep(upload.name, upload.data)
    size = picture_size(upload.data)
    if size is None:
        raise Refusal(NOT_AN_IMAGE)
    return world.files.keep(upload.name, upload.data, size)
