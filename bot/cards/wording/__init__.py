"""Every sentence a person reads, as data by topic; another language is another folder beside `english`.

A sentence names its facts in braces. `{count:# claim|# claims}` chooses by number, and # is the number itself;
whole numbers from 10,000 on get a comma at the thousands.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Any

from bot.cards.wording.english import SENTENCES

LANGUAGES = {"en": SENTENCES}


class _Speaker(Formatter):
    """Fills in facts; knows singular and plural."""

    def format_field(self, value: Any, format_spec: str) -> str:
        words = figure(value) if isinstance(value, int) else str(value)
        if "|" not in format_spec:
            return words
        one, other = format_spec.split("|")
        return (one if value == 1 else other).replace("#", words)


_SPEAKER = _Speaker()


def say(key: str, /, **facts: object) -> str:
    """The sentence of this key with its facts, in English. Raises KeyError for an unknown key or a missing fact.

    >>> say("count.answers_since", count=2)
    '2 answers since'
    """
    return said("en", key, facts)


def said(language: str, key: str, facts: Mapping[str, object]) -> str:
    """The same in any of `LANGUAGES`."""
    return _SPEAKER.vformat(LANGUAGES[language][key], (), facts)


def figure(number: int) -> str:
    """A whole number for reading: 1200, 12,000.

    >>> figure(9999), figure(12000)
    ('9999', '12,000')
    """
    return f"{number:,}" if abs(number) >= 10_000 else str(number)
