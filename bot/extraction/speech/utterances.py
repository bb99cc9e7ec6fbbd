"""The stretches in which one looks for a speaker: sentences, with a quotation and its “he said” kept together.

A sentence that ends inside a quotation does not end the stretch: “They came. We ran,” he said. is one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.extraction.lexicon.roles import DOTTED
from bot.extraction.sentences import Sentence
from bot.extraction.speech.quotations import Quotation

LONGEST = 4_000  # characters; a quotation that goes on for longer is looked at in pieces

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)*\w*(?:-[^\W\d_]+)*|[^\W_]+(?:['’.&/-][^\W_]+)*|--+|\S")
_WHO_ASKS = re.compile(
    r"(?!(?:He|She|They|It|We|I)\b)(?:[A-Z][\w.’'-]*|the|an?|of|for|press|spokes\w+)(?: [\w.’'-]+){0,6}?,? "
    r"(?:said|says|asked|asks|told|tells|wrote|shouted|yelled|cried|replied|added|tweeted|joked|exclaimed|wondered)\b"
    r"(?! that\b|:)"
)
_THE_AGENCY = "w.h.o"  # in small letters it would be a pronoun
QUOTE = "“”"  # stands for a whole quotation among the tokens
_make = tuple.__new__  # a third of the cost of Token(…), and there are many


class Token(NamedTuple):
    """A word or mark: as it stands, in lower case, and where."""

    word: str
    low: str
    start: int
    end: int

    @property
    def proper(self) -> bool:
        """Whether it is written as a name: “Kelda”, “al-Shami”."""
        return self.word[0].isupper() or ("-" in self.word and self.word.partition("-")[2][:1].isupper())


@dataclass(slots=True)
class Utterance:
    """One stretch of the text, `text[start:end]`, in the paragraph of that number, with the quotations in it."""

    start: int
    end: int
    paragraph: int
    quotations: list[Quotation]


def utterances(text: str, sentences: Sequence[Sentence], quotations: list[Quotation]) -> list[Utterance]:
    """The whole text in stretches, in reading order."""
    starts = [quotation.start for quotation in quotations]
    found: list[Utterance] = []
    for sentence in sentences:
        if found and _goes_on(text, found[-1], sentence, quotations, starts):
            found[-1].end = sentence.end
        else:
            found.append(Utterance(sentence.start, sentence.end, sentence.paragraph, []))
    if quotations:
        for stretch in found:
            first = max(bisect_right(starts, stretch.start) - 1, 0)
            last = bisect_right(starts, stretch.end - 1)
            stretch.quotations = [one for one in quotations[first:last] if one.end > stretch.start]
    return found


def _goes_on(text: str, stretch: Utterance, sentence: Sentence, quotations: list[Quotation], starts: list[int]) -> bool:
    """Whether the sentence belongs to the stretch before: a quotation is open, or only a semicolon stands between."""
    if sentence.paragraph != stretch.paragraph or sentence.end - stretch.start > LONGEST:
        return False
    if text[stretch.end - 1] == ";":
        return True
    if text[stretch.end - 2 : stretch.end - 1] in ("?", "!") and _asks(text, stretch, sentence):
        return True
    index = bisect_right(starts, stretch.end - 1) - 1
    return index >= 0 and quotations[index].end > stretch.end


def _asks(text: str, stretch: Utterance, sentence: Sentence) -> bool:
    """“Why?” Trump asked: a bare quotation that ends with such a mark and the clause that names who speaks."""
    return (
        text[stretch.end - 1] in "”\"'’"
        and text[stretch.start] in "“\"'‘"
        and _WHO_ASKS.match(text, sentence.start, min(sentence.end, sentence.start + 120)) is not None
    )


def tokens(text: str, utterance: Utterance) -> list[Token]:
    """The words and marks of a stretch; each quotation in it is one token, `QUOTE`."""
    found: list[Token] = []
    at = utterance.start
    for quotation in utterance.quotations:
        _words(text, at, quotation.start, found)
        found.append(Token(QUOTE, QUOTE, max(quotation.start, at), min(quotation.end, utterance.end)))
        at = quotation.end
    _words(text, at, utterance.end, found)
    return found


def _words(text: str, start: int, end: int, found: list[Token]) -> None:
    at = start
    for word in _TOKEN.findall(text, start, max(start, end)):
        begin = text.index(word, at)  # between them stand only spaces
        at = begin + len(word)
        low = word.lower() if word != "WHO" else _THE_AGENCY
        found.append(_make(Token, (word, low, begin, at)))
    if "." in [token[0] for token in found[:-1]]:
        found[:] = [token for at, token in enumerate(found) if not (token[0] == "." and at and _dotted(found[at - 1]))]


def _dotted(before: Token) -> bool:
    """Whether a full stop behind it belongs to the word: “Gen.”, “J.”, “R-Tex.”."""
    word = before[0]
    return before[1] in DOTTED or word[1:2] == "-" or (len(word) == 1 and word.isupper())
