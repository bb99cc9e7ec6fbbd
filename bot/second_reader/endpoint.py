"""Where the second reader is, and how much of its time and of ours it may take."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint: `url` is its base, such as http://127.0.0.1:8000/v1; `key` may be empty."""

    url: str
    model: str
    key: str = field(default="", repr=False)

    @property
    def completions(self) -> str:
        """The address that is asked."""
        base = self.url.rstrip("/")
        return base if base.endswith("/chat/completions") else f"{base}/chat/completions"


@dataclass(frozen=True, slots=True)
class Limits:
    """Times are in seconds, sizes of texts in characters."""

    part: int = 6_000  # of a text; what is asked about at once
    most_parts: int = 20
    at_once: int = 4  # parts
    connect: float = 5
    one_answer: float = 45
    deadline: float = 90  # for all parts of a text, retries included
    answer_bytes: int = 512 * 1024
    attempts: int = 3
    backoff: float = 1  # before the second attempt; doubled before each further one
    longest_pause: float = 20  # however long the endpoint asks us to wait
    rest: float = 60  # after a text about which nothing was answered
