"""What the control API shows of people, chats, messages, presses and calls."""

from __future__ import annotations

from typing import Any

from bot.sandbox.chats import Chat
from bot.sandbox.groups import Group
from bot.sandbox.messages import Message
from bot.sandbox.people import Person
from bot.sandbox.presses import Press
from bot.sandbox.world import Call


def person_view(person: Person) -> dict[str, Any]:
    """A person."""
    return {"id": person.id, "name": person.name, "username": person.username}


def chat_view(chat: Chat) -> dict[str, Any]:
    """A chat, and for a group who is in it."""
    view: dict[str, Any] = {"id": chat.id, "title": chat.title, "type": chat.shape()["type"]}
    if isinstance(chat, Group):
        view["members"] = {chat.world.people[id].name: standing.value for id, standing in chat.standings.items()}
        view["bot"] = chat.bot_standing.value
    return view


def message_view(message: Message) -> dict[str, Any]:
    """A message as a member sees it."""
    return {
        "id": message.id,
        "chat": message.chat.id,
        "author": message.author,
        "by_bot": message.by_bot,
        "text": message.text,
        "entities": [entity.to_json() for entity in message.content.entities],
        "clickable": message.clickable,
        "keyboard": message.keyboard,
        "edited": message.edited,
        "history": [{"text": version.text, "keyboard": version.keyboard} for version in message.history],
        "file": message.file.name if message.file else None,
        "topic": message.topic,
        "reply_to": message.reply_to.id if message.reply_to else None,
        "service": next(iter(message.service), None) if message.service else None,
    }


def press_view(press: Press) -> dict[str, Any]:
    """A press, with what was said to it."""
    answer = press.answered
    said = {"text": answer.text, "show_alert": answer.show_alert, "url": answer.url} if answer else None
    return {"id": press.id, "data": press.data, "answer": said}


def call_view(call: Call) -> dict[str, Any]:
    """A call in the log."""
    return {
        "method": call.method,
        "parameters": call.parameters,
        "at": call.at.isoformat(),
        "answer": call.answer,
        "fault": call.fault,
    }
