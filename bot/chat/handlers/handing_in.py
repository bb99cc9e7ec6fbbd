"""Handing in: /add in a group or in private, and in private also pasted texts, forwards and files."""

from __future__ import annotations

import re

from telegram import Document as TelegramFile
from telegram import Message, MessageOriginChannel, MessageOriginChat, MessageOriginHiddenUser, MessageOriginUser

from bot.cards.presses import ShowMore
from bot.cards.report import advice_card, more_receipt
from bot.chat.turn import Turn
from bot.claims.errors import ClaimdeskError
from bot.claims.model import Origin
from bot.desk.intake import HandIn, more, receive, receive_version

SPLIT_AT = 4000  # from here on a client may have split the text, and a group bot never sees the rest
LONGEST_NAME = 60  # characters of a forward's name; a longer one would push what is attested off the card
ADD = re.compile(r"/add(?:@\w{1,64})?\s+", re.IGNORECASE)
LARGEST_FILE = 2 * 1024 * 1024


class NothingToRead(ClaimdeskError):
    """There is no text to read. Write /add and then the text, or send /add as a reply to the message that has it."""


class OnlyText(ClaimdeskError):
    """I can read plain text and .txt files so far. “{name}” is something else: paste its text, please."""


class TooLargeAFile(ClaimdeskError):
    """“{name}” is larger than 2 MB. Send the part that matters, or split it into several files."""


class NoLinksYet(ClaimdeskError):
    """I cannot open links yet. Copy the text of the page and hand that in: /add and then the text, or a .txt file."""


class OwnWords(ClaimdeskError):
    """That is a message of mine, and I am no source. Hand in the report itself; /claim C-17 shows a claim again."""


def add(turn: Turn) -> None:
    """`/add text`, or `/add` as a reply to a text or a .txt file."""
    if turn.words and turn.here.private and len(turn.words) >= SPLIT_AT:
        paste(turn, turn.words)  # a client may have cut it: its further parts have no command before them
    elif turn.words:
        _hand_in_text(turn, turn.message, turn.words, Origin.PASTED)
        if not turn.here.private and len(turn.words) >= SPLIT_AT:
            turn.say(advice_card())
    elif turn.message.document:
        hand_in_file(turn, turn.message, turn.message.document)
    elif replied := turn.message.reply_to_message:
        hand_in_message(turn, replied)
    else:
        raise NothingToRead


def source_edited(turn: Turn) -> None:
    """A message was edited: if a text was handed in from it, this is its new version. Others concern nobody."""
    message = turn.update.edited_message
    text = _words_of(message) if message else None
    if text:
        receive_version(turn.records, turn.here.chat, turn.here.message, text, turn.at)


def show_more(turn: Turn) -> None:
    """Puts the claims that were held back before the desk."""
    turn.reviewer()
    count = more(turn.records, turn.pressed(ShowMore).document, turn.at)
    turn.whisper(more_receipt(count))


def hand_in_message(turn: Turn, message: Message) -> None:
    """A whole message: its file, or its text or caption. Raises OwnWords for what the bot itself wrote."""
    if _is_our_own(turn, message):
        raise OwnWords
    if message.document:
        return hand_in_file(turn, message, message.document)
    text = message.text or message.caption
    if not text:
        raise NothingToRead
    return _hand_in_text(turn, message, text, Origin.FORWARDED if message.forward_origin else Origin.REPLY)


def hand_in_file(turn: Turn, message: Message, file: TelegramFile) -> None:
    """A .txt file, to be fetched after this turn."""
    name = file.file_name or "file"
    if not (name.lower().endswith(".txt") or file.mime_type == "text/plain"):
        raise OnlyText(name=name[:60])
    if (file.file_size or 0) > LARGEST_FILE:
        raise TooLargeAFile(name=name[:60])
    receive(turn.records, _handed(turn, message, Origin.FILE, file_id=file.file_id, file_name=name), turn.at)


def paste(turn: Turn, text: str) -> None:
    """A text in private: kept until its further parts have come."""
    if _only_a_link(text):
        raise NoLinksYet
    desk, reviewer = turn.at_desk(), turn.reviewer()
    turn.records.drafts.add(turn.here.chat, turn.here.user, desk.id, reviewer.id, text, turn.here.message, turn.at)


def _is_our_own(turn: Turn, message: Message) -> bool:
    """A card handed in would else become a source of the very claim that it shows."""
    origin = message.forward_origin
    author = origin.sender_user if isinstance(origin, MessageOriginUser) else message.from_user
    return author is not None and author.is_bot and f"@{author.username}".lower() == turn.bot.lower()


def attested_source(message: Message) -> str | None:
    """What the server attests of a forward's origin; a hidden user's name is free text and is said to be so."""
    match message.forward_origin:
        case MessageOriginChannel(chat=chat) | MessageOriginChat(sender_chat=chat):
            return f"{(chat.title or 'channel')[:LONGEST_NAME]} ({chat.id})"
        case MessageOriginHiddenUser(sender_user_name=name):
            return f"{name[:LONGEST_NAME]} (unverifiable name)"
    return None


def _hand_in_text(turn: Turn, message: Message, text: str, origin: Origin) -> None:
    if _only_a_link(text):
        raise NoLinksYet
    receive(turn.records, _handed(turn, message, origin, text=text), turn.at)


def _words_of(message: Message) -> str | None:
    """The text of a message without the command before it."""
    text = message.text or message.caption or ""
    said = ADD.match(text)
    return text[said.end() :].strip() if said else text


def _only_a_link(text: str) -> bool:
    return len(text.split()) == 1 and text.lower().startswith(("http://", "https://", "www.", "t.me/"))


def _handed(
    turn: Turn, message: Message, origin: Origin, *, text: str | None = None,
    file_id: str | None = None, file_name: str | None = None,
) -> HandIn:  # fmt: skip
    reviewer = turn.reviewer()
    origin_at = message.forward_origin.date if message.forward_origin else None
    return HandIn(
        turn.at_desk(), reviewer.id, turn.here.chat, turn.here.topic, turn.here.message, origin, text,
        file_id, file_name, attested_source(message), origin_at, source_message=message.message_id,
    )  # fmt: skip
