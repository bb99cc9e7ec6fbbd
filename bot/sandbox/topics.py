"""Topics of a forum. The general one has no number of its own in messages."""

from __future__ import annotations

from dataclasses import dataclass

GENERAL = 1


@dataclass(slots=True)
class Topic:
    """A topic: `id` is the message_thread_id of what is said in it."""

    id: int
    name: str
    closed: bool = False
