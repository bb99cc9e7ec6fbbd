"""Language: which one a text is in, told by its letters and its small words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from bot.extraction.lexicon.languages import COUSINS, LETTERS, SCRIPTS, SMALL_WORDS, TELLING_WORDS

HEAD = 4_000  # characters that tell
TELLING = 2  # small words that a word of the trade is worth
ENOUGH = 0.04  # of the words must speak for a language, lest one loan word decide
OWN = 0.01  # of the letters must be a language's own
FOREIGN = 0.3  # of the letters in another script make the text one of that script

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def language_of(text: str) -> str | None:
    """The text's language as an ISO 639-1 code, by its letters and its small words; None when it cannot be told.

    >>> language_of("Two soldiers were killed in the town."), language_of("Dos soldados murieron en la ciudad.")
    ('en', 'es')
    """
    words = _WORD.findall(text[:HEAD].lower().replace("’", "'"))
    if not words:
        return None
    letters = "".join(words)
    code = _by_letters(letters)
    return _cousin(code, words, letters) if code else _by_words(words, letters)


def _cousin(code: str, words: list[str], letters: str) -> str:
    """The language itself, or one of the same letters where only words of that one are there."""
    other, its_words, own_letters, own_words = COUSINS.get(code, (code, "", "", ""))
    own = set(own_letters) & set(letters) or set(own_words.split()) & set(words)
    return code if own or not set(its_words.split()) & set(words) else other


def _by_letters(letters: str) -> str | None:
    """The language of a script other than Latin; where several share it, the first with letters of its own."""
    if letters.isascii():
        return None
    scripts = Counter(_script(letter) for letter in letters if not letter.isascii())
    if scripts["HIRAGANA"] > OWN * len(letters):  # most letters of a Japanese text are Chinese ones
        return "ja"
    script, seen = max(((name, scripts[name]) for name in SCRIPTS), key=lambda one: one[1])
    if seen < FOREIGN * len(letters):
        return None
    usual, *others = SCRIPTS[script]
    return next((code for code in others if sum(map(letters.count, LETTERS[code])) > OWN * len(letters)), usual)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _by_words(words: list[str], letters: str) -> str | None:
    """The language for which most small words, words of the trade and letters of its own speak."""
    said = Counter(code for word in words for code in _SAID.get(word, ()))
    own = {code: min(len(words), sum(map(letters.count, LETTERS.get(code, "")))) for code in SMALL_WORDS}
    votes = {code: said[code] + own[code] for code in SMALL_WORDS}
    best = max(votes, key=lambda code: votes[code])
    rival = max(count for code, count in votes.items() if code != best)
    return best if votes[best] >= max(1, ENOUGH * len(words)) and votes[best] > rival else None


def _votes() -> dict[str, tuple[str, ...]]:
    """Each word to the languages it speaks for, as often as it counts."""
    votes: dict[str, tuple[str, ...]] = {}
    for table, weight in ((SMALL_WORDS, 1), (TELLING_WORDS, TELLING)):
        for code, words in table.items():
            for word in words:
                votes[word] = votes.get(word, ()) + (code,) * weight
    return votes


_SAID = _votes()
