"""Logs: one line an event, with the reference a person was given, and never a secret. And a count of calls."""

from __future__ import annotations

import logging
import re
import sys
from collections import Counter
from dataclasses import dataclass, field

import structlog

SHORTEST = 6  # characters of a secret; to black out shorter ones would black out words
_DETAIL = re.compile(r"DETAIL:.*?(?=\\n|\n|$)")  # where PostgreSQL says which value it was
_TOKEN = re.compile(r"(?<!\d)\d{5,}:[A-Za-z0-9_-]{6,}")


@dataclass(frozen=True, slots=True)
class Calls:
    """How often this process called Telegram, by method, and how often that failed, by what it meant."""

    made: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)


def redacted(text: str, secrets: tuple[str, ...] = ()) -> str:
    """The text without bot tokens, without these secrets, and without the values in a database's complaint."""
    for secret in secrets:
        text = text.replace(secret, "[secret]")
    return _DETAIL.sub("DETAIL: [left out]", _TOKEN.sub("[token]", text))


def place(chat: int) -> str:
    """A chat as a log may name it: the number of a private chat is its person's, and is left out.

    >>> place(-1001234567890), place(7000000001)
    ('chat -1001234567890', 'a private chat')
    """
    return f"chat {chat}" if chat < 0 else "a private chat"


class Redact(logging.Formatter):
    """A formatter that lets no token out, whatever a library logs, tracebacks included."""

    def __init__(self, inner: logging.Formatter, secrets: tuple[str, ...]) -> None:
        super().__init__()
        self._inner, self._secrets = inner, secrets

    def format(self, record: logging.LogRecord) -> str:
        """The line, redacted last."""
        return redacted(self._inner.format(record), self._secrets)


def set_up_logging(secrets: tuple[str, ...] = (), level: str = "INFO", *, quiet: bool = False) -> None:
    """One handler on the root, to standard error: readable on a terminal, JSON elsewhere."""
    renderer = structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.ExtraAdder(allow=["reference", "chat", "posting", "document"]),
        structlog.processors.format_exc_info,
    ]
    inner = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redact(inner, tuple(secret for secret in secrets if len(secret) >= SHORTEST)))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel("ERROR" if quiet else level)
    for noisy in ("httpx", "httpcore", "apscheduler", "alembic"):
        logging.getLogger(noisy).setLevel("WARNING")
