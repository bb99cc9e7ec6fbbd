"""The one gate for text from outside: what a source wrote becomes words that nobody can press.

Telegram's servers and clients turn commands, mentions, tags, links, addresses and numbers into something to
press, wherever they stand. A WORD JOINER behind the character that starts such a thing stops that; a reader
sees no difference, and `restored` gives the quoted words back to the letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NewType

Safe = NewType("Safe", str)

JOINER = "\u2060"
ELLIPSIS = "…"
MARKS_ON_A_LETTER = 4

_SHAPERS = "\u200c\u200d"  # Persian and Indic spelling and joined emoji need them
_JOINED = "\u0590-\u1fff\u2070-\U0010ffff"
_LOOSE_SHAPER = re.compile(f"(?<![{_JOINED}])[{_SHAPERS}]|[{_SHAPERS}](?![{_JOINED}])")
_VISIBLE_FORMAT = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc")
_CONTROL = frozenset({"Cc", "Cf", "Cs"})
_MARK = frozenset({"Mn", "Me"})

_DIGIT = "[0-9\u0660-\u0669\u06f0-\u06f9]"
_BETWEEN_DIGITS = r"[ ().\-\u2010-\u2015/]{0,3}"
_LONG_NUMBER = re.compile(
    rf"\+{_DIGIT}(?:{_BETWEEN_DIGITS}{_DIGIT}){{3,}}|(?<!{_DIGIT}){_DIGIT}(?:{_BETWEEN_DIGITS}{_DIGIT}){{5,}}"
)
_EACH_DIGIT = re.compile(f"({_DIGIT})(?=.)", re.DOTALL)
_STARTS_SOMETHING = re.compile(r"[@＠﹫#＃﹟$＄﹩/／⁄∕](?!\s)|[:：.。．｡․](?=[^\s.…])")


def outside(text: str, most: int | None = None) -> Safe:
    """What a source wrote, as a card may show it: clean, at most `most` code points of it, nothing to press.

    >>> restored(outside("Write to @desk or see example.org", 20))
    'Write to @desk or…'
    """
    words = cleaned(text)
    return neutralised(words if most is None else cut(words, most))


def cleaned(text: str) -> str:
    """The words alone, on one line: no control, bidi or invisible characters, NFC, single spaces.

    >>> cleaned("ten\\u202e dead\\x00\\n in\\u200b Herat")
    'ten dead in Herat'
    """
    kept = "".join(_visible(unicodedata.normalize("NFC", text)))
    return unicodedata.normalize("NFC", " ".join(_LOOSE_SHAPER.sub("", kept).split()))


def neutralised(text: str) -> Safe:
    """The cleaned text with a joiner behind everything that would start a link, a command, a tag or a number."""
    spaced = _LONG_NUMBER.sub(lambda number: _EACH_DIGIT.sub(rf"\1{JOINER}", number[0]), cleaned(text))
    return Safe(_STARTS_SOMETHING.sub(rf"\g<0>{JOINER}", spaced))


def restored(text: str) -> str:
    """The words as they were cleaned, to the letter: the way back from `neutralised`."""
    return text.replace(JOINER, "")


def cut(text: str, most: int) -> str:
    """At most `most` code points, ending on a word and with “…” where something was left out.

    >>> cut("ten civilians were injured", 16)
    'ten civilians…'
    """
    if len(text) <= most:
        return text
    head = text[: max(most - 1, 0)]
    whole = head if text[len(head)] == " " else head.rpartition(" ")[0]
    return _tidy(whole if len(whole) * 2 >= most else head) + ELLIPSIS


def utf16(text: str) -> int:
    """The length as Telegram counts it: UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def _tidy(text: str) -> str:
    return text.rstrip(f" .,;:–—-{_SHAPERS}\ufe0e\ufe0f")


def _visible(text: str) -> Iterator[str]:
    """Every character that shows; white space of any kind becomes a space, heaps of marks are cut down."""
    marks = 0
    for character in text:
        if character.isascii() and character.isprintable():
            marks = 0
            yield character
        elif character.isspace():
            marks = 0
            yield " "
        elif not _hidden(character):
            marks = marks + 1 if unicodedata.category(character) in _MARK else 0
            if marks <= MARKS_ON_A_LETTER:
                yield character


def _hidden(character: str) -> bool:
    code = ord(character)
    if character in _SHAPERS or character in _VISIBLE_FORMAT:
        return False
    return (
        unicodedata.category(character) in _CONTROL
        or character in _BLANK
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
        or _selects_a_variant(code)
    )


def _selects_a_variant(code: int) -> bool:
    """Variation selectors other than the two that emoji use: a place to hide messages in."""
    return 0xFE00 <= code <= 0xFE0D or 0xE0100 <= code <= 0xE01EF or code in (0x180B, 0x180C, 0x180D, 0x180F)
