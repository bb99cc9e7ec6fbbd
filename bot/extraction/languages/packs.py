"""The packs that come with the program, and which of them a text wants."""

from __future__ import annotations

from functools import cache

from bot.extraction.gazetteer import LEXICON
from bot.extraction.language import language_of
from bot.extraction.languages.pack import Pack, read_pack
from bot.extraction.lexicon.languages import NAMES, SMALL_WORDS

FOLDER = LEXICON / "packs"
PACKED = frozenset(path.stem for path in FOLDER.glob("*.toml"))
ENGLISH = "en"
UNKNOWN = "a language that I do not know"
A_FEW_WORDS = 8
_SAMPLE = 600  # characters
_PLAIN = frozenset("the of and in to was were".split()) & SMALL_WORDS[ENGLISH]
_SHARE = 8  # of so many words one small English one makes a text English; in no other language are there as many


@cache
def pack_of(code: str) -> Pack | None:
    """The pack of a language by its ISO 639-1 code, read once; None where there is none."""
    return read_pack((FOLDER / f"{code}.toml").read_text(encoding="utf-8")) if code in PACKED else None


def readable() -> str:
    """The languages that are read, in words.

    >>> readable()
    'English, Spanish and Ukrainian'
    """
    *names, last = sorted(NAMES[code] for code in {ENGLISH, *PACKED})
    return f"{', '.join(names)} and {last}"


def unread_language(text: str) -> str | None:
    """The name of the language in which a text is and which nothing here reads; None where it is read.

    Of a few words in Latin letters, such as “thanks”, nobody can tell: they count as English.

    >>> unread_language("Trois soldats ont été tués dans une attaque."), unread_language("Thanks!")
    ('French', None)
    """
    code = language_of(text)
    if code is not None:
        return None if code in PACKED or code == ENGLISH else NAMES[code]
    latin = _is_latin(text)
    return UNKNOWN if not latin or len(text.split()) > A_FEW_WORDS else None


def foreign(text: str) -> str | None:
    """The language of a text that the English cascade must not read; None for English and for what nobody can tell.

    >>> foreign("Two soldiers were killed."), foreign("Murieron dos soldados en la ciudad.")
    (None, 'es')
    """
    if _plainly_english(text):
        return None
    code = language_of(text)
    return None if code == ENGLISH else code


def is_short(text: str) -> bool:
    """Whether it is a few words in Latin letters, of which nobody can tell the language for sure."""
    return len(text) < _SAMPLE and text[:_SAMPLE].count(" ") < A_FEW_WORDS and _is_latin(text)


def _is_latin(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(letter < "\u0250" for letter in letters) > len(letters)


def _plainly_english(text: str) -> bool:
    """Spares most texts the question: the commonest English words stand close together in them."""
    words = text[:_SAMPLE].lower().split()
    return len(words) > _SHARE and _SHARE * sum(map(_PLAIN.__contains__, words)) > len(words)
