"""What a second reader made of a text, beside the rules."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.claims.model import Mention

RULE = "second_reader"


class Answered(StrEnum):
    """For how much of a text the second reader gave an answer that could be read."""

    ALL = "all"
    PART = "part"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SecondReading:
    """The mentions that only the second reader found, in reading order, and for how much of the text it answered."""

    mentions: tuple[Mention, ...] = ()
    answered: Answered = Answered.ALL
