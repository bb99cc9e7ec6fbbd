"""Who says it, by a pack's words: reporting clauses with their speaker, and those that deny."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.claims.model import Attribution
from bot.extraction.languages.names import Named
from bot.extraction.languages.pack import Pack, Speaking
from bot.extraction.languages.pattern import Group
from bot.extraction.tokens import Token

LONGEST = 12  # words that name a speaker


class Cue(NamedTuple):
    """A reporting clause in words [start, end); `who` is None for a pronoun."""

    start: int
    end: int
    who: Attribution | None
    sense: Speaking

    @property
    def denies(self) -> bool:
        """Whether it says that what stands behind it is not so."""
        return self.sense is Speaking.DENIES


class Voices:
    """The speakers that the words of a sentence name."""

    def __init__(self, pack: Pack, words: Sequence[Token], lows: Sequence[str]) -> None:
        self._pack, self._words, self._lows = pack, words, lows

    def at(self, at: int) -> Group | None:
        """The speaker whose naming begins with a word: a noun that speaks, or a name."""
        start = at + 1 if self._low(at) in self._pack.groups.articles else at
        if not self._may_begin(start):
            return None
        end = self._extended(start)
        if end is None or not self._speaks(start, end):
            return None
        return Group(at, self._with_name(end), "speaker", "", "")

    def _may_begin(self, at: int) -> bool:
        if not self._belongs(at):
            return False
        alone = self._capital(at + 1) or self._low(at + 1) in self._pack.speech.turns
        capital = self._words[at].capital and (at > 0 or alone)
        return capital or self._low(at) in self._pack.speech.voices or self._describes(at)

    def _describes(self, at: int) -> bool:
        low = self._low(at)
        return low.endswith(self._pack.groups.adjectives) and self._belongs(at + 1)

    def _belongs(self, at: int) -> bool:
        low = self._low(at)
        if not low[:1].isalpha() or low in self._pack.speech.turns or low in self._pack.marks.breaks:
            return False
        return low not in self._pack.marks.small or (self._capital(at) and at > 0)

    def _extended(self, at: int) -> int | None:
        """Behind the last word that is a name, a noun that speaks, or describes one."""
        end, told = at, None
        while end - at < LONGEST:
            if self._belongs(end):
                end += 1
                if self._words[end - 1].capital or self._told(self._low(end - 1)):
                    told = end
            elif self._low(end) in self._pack.speech.within and any(map(self._belongs, (end + 1, end + 2))):
                end += 1
            else:
                break
        return told

    def _told(self, low: str) -> bool:
        return low in self._pack.speech.voices or low in self._pack.groups.describing

    def _speaks(self, start: int, end: int) -> bool:
        voiced = any(self._low(at) in self._pack.speech.voices for at in range(start, end))
        voiced = voiced or self._pack.places.names.at(self._lows, start) is not None
        return voiced or any(self._capital(at) for at in range(max(start, 1), end))

    def _with_name(self, end: int) -> int:
        """With the name between commas behind it: “the mayor, Ana Ruiz,”."""
        if self._low(end) != "," or not self._capital(end + 1) or not self._capital(end + 2):
            return end
        last = end + 1
        while self._capital(last) or (self._low(last) in self._pack.speech.within and self._capital(last + 1)):
            last += 1
        return (
            last + 1 if self._low(last) == "," else last if last >= len(self._lows) or self._low(last) == "." else end
        )

    def _capital(self, at: int) -> bool:
        return 0 <= at < len(self._words) and self._words[at].capital

    def _low(self, at: int) -> str:
        return self._lows[at] if 0 <= at < len(self._lows) else ""


def attribution(pack: Pack, text: str, words: Sequence[Token], group: Group, named: Sequence[Named]) -> Attribution:
    """Who a group of words names: the person by name with what they are, or else the whole."""
    start, end = group.start, group.end
    start += words[start].low in pack.groups.articles and words[start].low not in pack.speech.voices
    end -= words[end - 1].word == ","
    party = any(word.low in pack.speech.parties for word in words[start:end])
    begin = _name_from(words, start, end, named, pack)
    source = _said(text, words, begin, end)
    if begin == start:
        return Attribution(source, party=party)
    return Attribution(source, _said(text, words, start, begin).rstrip(" ,"), party=party)


def _name_from(words: Sequence[Token], start: int, end: int, named: Sequence[Named], pack: Pack) -> int:
    """Where the person's name begins at the end of a group; `start` where it names nobody so."""
    begin = end
    while begin > start and words[begin - 1].capital:
        begin -= 1
    if begin - 2 >= start and words[begin - 1].low in pack.speech.within and words[begin - 2].capital:
        return start  # “Observatory of Human Rights”
    places = {place.start: place.end for place in named} if words[begin - 1].word != "," else {}
    while begin < end and (titled := _past_title(words, begin, pack) or places.get(begin)):
        begin = titled
    return begin if end - begin >= 2 else start


def _past_title(words: Sequence[Token], at: int, pack: Pack) -> int | None:
    """Behind a capital that is no name of a person's: “Mayor”, “OVA”."""
    return at + 1 if words[at].word.isupper() or words[at].low in pack.speech.voices else None


def _said(text: str, words: Sequence[Token], start: int, end: int) -> str:
    return " ".join(text[words[start].start : words[end - 1].end].split())
