"""A desk and the people at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bot.claims.consensus import Rule
from bot.claims.model import Codename, DeskId, ReviewerId


class Role(StrEnum):
    """What a person may do at a desk: overrule and set up, vote, or only look."""

    LEAD = "lead"
    REVIEWER = "reviewer"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Desk:
    """A reviewer chat with its settings.

    `id` stays when the chat moves; `chat` is where it lives now and `topic` the forum topic its cards
    go to. `zone` is an IANA time zone; `digest_at` the local time of the daily digest, None when it is
    off. `open` is False when the bot was removed from the chat.
    """

    id: DeskId
    chat: int
    title: str
    topic: int | None = None
    rule: Rule = Rule()
    zone: str = "UTC"
    digest_at: time | None = time(8, 0)
    public: bool = False
    open: bool = True


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A person at a desk, known to others by codename only.

    `listed` reviewers may vote in a public group; the answers of `frozen` ones do not count.
    """

    id: ReviewerId
    desk: DeskId
    codename: Codename
    listed: bool = False
    frozen: bool = False
    perspective: str | None = None
