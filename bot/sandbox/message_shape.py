"""A message as the Bot API writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.sandbox.entities import Entity

if TYPE_CHECKING:
    from bot.sandbox.messages import Message

GROUP_ANONYMOUS_BOT = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


def message_shape(message: Message, *, with_reply: bool = True) -> dict[str, Any]:
    """The JSON of a message as it stands now. A message replied to does not show what it replied to."""
    parts = {
        "message_id": message.id,
        "date": int(message.at.timestamp()),
        "chat": message.chat.shape(),
        **_sender(message),
        **_place(message),
        **_content(message),
        "edit_date": int(message.history[-1].at.timestamp()) if message.history else None,
        "forward_origin": message.origin,
        "reply_markup": message.markup.to_json(),
        "has_protected_content": message.options.get("protect_content") or None,
        "link_preview_options": message.options.get("link_preview_options"),
        **(message.service or {}),
    }
    if with_reply and message.reply_to:
        parts["reply_to_message"] = message_shape(message.reply_to, with_reply=False)
        parts["quote"] = {"text": message.quote, "position": 0, "is_manual": True} if message.quote else None
    return {name: part for name, part in parts.items() if part is not None}


def gone_shape(message: Message) -> dict[str, Any]:
    """A message that can no longer be shown: date 0 is all that is known."""
    return {"chat": message.chat.shape(), "message_id": message.id, "date": 0}


def _sender(message: Message) -> dict[str, Any]:
    if message.anonymous:
        return {"from": GROUP_ANONYMOUS_BOT, "sender_chat": message.chat.shape()}
    sender = message.sender
    return {"from": sender.shape() if sender else message.chat.world.bot.shape()}


def _place(message: Message) -> dict[str, Any]:
    return {"message_thread_id": message.thread, "is_topic_message": True if message.topic else None}


def _content(message: Message) -> dict[str, Any]:
    entities = [_entity(message, entity) for entity in message.content.entities] or None
    if message.file is None:
        return {"text": message.text or None, "entities": entities}
    file = {"photo": message.file.as_photo()} if message.file.is_photo else {"document": message.file.as_document()}
    return {**file, "caption": message.text or None, "caption_entities": entities}


def _entity(message: Message, entity: Entity) -> dict[str, Any]:
    person = message.chat.world.people.get(entity.user) if entity.user else None
    return entity.to_json(person.shape() if person else None)
