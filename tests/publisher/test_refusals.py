"""Every “no” of Telegram, as python-telegram-bot raises it, means one thing."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.publisher.refusals import No, Refusal, understand

SAID = [
    ("message is not modified: specified new message content and reply markup are exactly the same", "ALREADY_SO"),
    ("message to edit not found", "MESSAGE_GONE"),
    ("message can't be edited", "MESSAGE_GONE"),
    ("message to delete not found", "MESSAGE_GONE"),
    ("message can't be deleted", "MESSAGE_GONE"),
    ("message to be replied not found", "REPLY_GONE"),
    ("chat not found", "CHAT_GONE"),
    ("group chat was upgraded to a supergroup chat", "MIGRATED"),
    ("message thread not found", "TOPIC_GONE"),
    ("TOPIC_CLOSED", "TOPIC_GONE"),
    ("TOPIC_DELETED", "TOPIC_GONE"),
    ("message is too long", "TOO_LONG"),
    ("MESSAGE_TOO_LONG", "TOO_LONG"),
    ("can't parse entities: unsupported start tag", "ENTITIES_REFUSED"),
    ("entity begins in a middle of a UTF-16 symbol at UTF-16 offset 3", "ENTITIES_REFUSED"),
    ("can't parse MessageEntity: Unsupported type specified", "ENTITIES_REFUSED"),
    ("not enough rights to send text messages to the chat", "NO_RIGHTS"),
    ("need administrator rights in the channel chat", "NO_RIGHTS"),
    ("CHAT_WRITE_FORBIDDEN", "NO_RIGHTS"),
    ("BUTTON_DATA_INVALID", "UNKNOWN"),
    ("message text is empty", "UNKNOWN"),
    ("reply markup is too long", "UNKNOWN"),
]
FORBIDDEN = [
    ("bot was kicked from the group chat", "CHAT_GONE"),
    ("bot was kicked from the supergroup chat", "CHAT_GONE"),
    ("bot was blocked by the user", "CHAT_GONE"),
    ("user is deactivated", "CHAT_GONE"),
    ("bot is not a member of the supergroup chat", "CHAT_GONE"),
    ("bot is not a member of the channel chat", "CHAT_GONE"),
    ("the group chat was deleted", "CHAT_GONE"),
    ("bot can't initiate conversation with a user", "CHAT_GONE"),
    ("something nobody has heard of", "UNKNOWN"),
]
NEVER_SENT = [httpx.ConnectError("refused"), httpx.ConnectTimeout("slow"), httpx.PoolTimeout("full")]
MAY_HAVE_ARRIVED = [
    httpx.ReadTimeout("slow"),
    httpx.WriteTimeout("slow"),
    httpx.ReadError("reset"),
    httpx.WriteError("reset"),
    httpx.RemoteProtocolError("Server disconnected without sending a response."),
]


def raised(error: TelegramError, cause: Exception | None = None) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(("words", "meaning"), SAID)
def test_a_bad_request_is_understood_by_its_words(words, meaning):
    assert understand(BadRequest(f"Bad Request: {words}")) == No(Refusal[meaning])


@pytest.mark.parametrize(("words", "meaning"), FORBIDDEN)
def test_a_closed_door_is_understood_by_its_words(words, meaning):
    assert understand(Forbidden(f"Forbidden: {words}")) == No(Refusal[meaning])


@pytest.mark.parametrize("wait", [7, timedelta(seconds=7)])
def test_telegram_says_how_long_to_wait(wait):
    assert understand(RetryAfter(wait)) == No(Refusal.SLOW_DOWN, wait=timedelta(seconds=7))


def test_a_wait_is_understood_without_its_parameter():
    said = NetworkError("Too Many Requests: retry after 12")

    assert understand(said) == No(Refusal.SLOW_DOWN, wait=timedelta(seconds=12))


def test_a_group_that_became_a_supergroup_tells_its_new_id():
    assert understand(ChatMigrated(-1005)) == No(Refusal.MIGRATED, moved_to=-1005)


@pytest.mark.parametrize("cause", NEVER_SENT, ids=lambda cause: type(cause).__name__)
def test_what_never_left_has_surely_not_arrived(cause):
    wrapper = TimedOut("Timed out") if isinstance(cause, httpx.TimeoutException) else NetworkError(str(cause))

    assert understand(raised(wrapper, cause)) == No(Refusal.NOT_ARRIVED)


@pytest.mark.parametrize("cause", MAY_HAVE_ARRIVED, ids=lambda cause: type(cause).__name__)
def test_what_was_lost_on_the_way_may_have_arrived(cause):
    wrapper = TimedOut("Timed out") if isinstance(cause, httpx.TimeoutException) else NetworkError(str(cause))

    assert understand(raised(wrapper, cause)) == No(Refusal.UNCERTAIN)


@pytest.mark.parametrize("words", ["Internal Server Error", "Bad Gateway", "Gateway Timeout (504)"])
def test_a_server_in_trouble_may_have_done_it(words):
    assert understand(NetworkError(words)) == No(Refusal.UNCERTAIN)


def test_an_answer_that_is_no_json_may_hide_a_success():
    assert understand(TelegramError("Invalid server response")) == No(Refusal.UNCERTAIN)


def test_a_wrong_token_delivers_nothing():
    assert understand(InvalidToken()) == No(Refusal.NOT_ARRIVED)


def test_a_conflict_is_not_about_a_message():
    assert understand(Conflict("terminated by other getUpdates request")) == No(Refusal.UNKNOWN)
