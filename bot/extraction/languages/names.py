"""Names of places in another language: base forms by endings, Latin letters by a table, and the gazetteer by both.

“Авдіївці” may stand for “Авдіївка”, which is written Avdiivka; so the gazetteer, whose names are Latin, knows it. What
has an English name of its own stands in the pack: Київ is Kyiv, Donetsk region has several names.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product
from typing import Any, NamedTuple

from bot.claims.model import Place
from bot.extraction.gazetteer import Entry, Feature, gazetteer
from bot.extraction.languages.spelling import Phrases, Table, by_phrase, listed
from bot.extraction.tokens import Token

MOST_WORDS = 4  # of a name
MOST_FORMS = 24  # base forms tried for a name
KNOWN_FROM = 5_000  # people; a smaller place is meant only behind a word that says where
_CLEAR = 0.5  # by which a place must be likelier than its namesakes abroad
_RANK = {Feature.DISTRICT: -1.5, Feature.REGION: -0.7}


_Scored = tuple[float, int, str, Entry]


class PlaceWords(NamedTuple):
    """A pack's words for places.

    `endings` turn what a text says into base forms, `letters` and `initials` write them in Latin letters. `names` are
    English names, `regions` those of regions. `home` are the countries meant first; `peoples` the words for a country's
    people and things. `where` stand before the place of an event, `kinds` announce a name (“the town of”); behind
    `sectors` of the front a name only tells the direction (“the Pokrovsk sector”).
    """

    endings: tuple[tuple[str, str], ...]
    letters: Mapping[str, str]
    initials: Mapping[str, str]
    names: Phrases[str]
    regions: Phrases[str]
    home: tuple[str, ...]
    peoples: Table[str]
    where: Table[bool]
    kinds: Table[bool]
    within: Table[bool]
    never: Table[bool]
    sectors: Table[bool]


class Named(NamedTuple):
    """A place named by words [start, end) of a sentence; `sure` where the words around say that it is one.

    A small one that is not `likely` is meant only where a pattern wants a place.
    """

    start: int
    end: int
    place: Place
    feature: Feature | None
    sure: bool
    likely: bool = True

    @property
    def is_country(self) -> bool:
        return self.feature is Feature.COUNTRY

    @property
    def depth(self) -> int:
        """How narrow the place is; one that no list has is taken for a village."""
        return (self.feature or Feature.VILLAGE).depth


def place_words(told: Mapping[str, Any], ordinary: str) -> PlaceWords:
    """The table `places` of a pack; `ordinary` words are never names."""
    endings = [tuple(pair.split(">")) for pair in told["endings"].split()]
    return PlaceWords(
        endings=tuple((ending, plain) for ending, plain in endings),
        letters=told["letters"],
        initials=told["initials"],
        names=by_phrase(told["names"]),
        regions=by_phrase(told["regions"]),
        home=tuple(told["home"].split()),
        peoples=Table([(words, code) for code, words in told["peoples"].items()]),
        where=listed(told["where"]),
        kinds=listed(told["kinds"]),
        within=listed(told["within"]),
        never=listed(f"{told['never']} {ordinary}"),
        sectors=listed(told["sectors"]),
    )


class Atlas:
    """The places of one text: what its sentences name, and which countries it speaks of."""

    def __init__(self, pack: PlaceWords, lows: Sequence[str]) -> None:
        self._pack = pack
        told = Counter(code for low in lows for code in pack.peoples.of(low))
        self._weights = dict.fromkeys(pack.home, 2.0) | dict.fromkeys(told, 4.0)
        self._known: dict[tuple[str, ...], tuple[str, Entry] | None] = {}

    def named(self, words: Sequence[Token], lows: Sequence[str]) -> list[Named]:
        """The places that a sentence names, in order."""
        found: list[Named] = []
        at = 0
        while at < len(words):
            name = self._told(words, lows, at) or self._written(words, lows, at)
            if name is not None:
                found.append(name)
            at = name.end if name else self._onward(words, lows, at)
        return found

    def _onward(self, words: Sequence[Token], lows: Sequence[str], at: int) -> int:
        """The next word where a name can begin: what ends a row of capitals that is no name, is none either."""
        return self._run(words, lows, at) if at and words[at].capital else at + 1

    def _told(self, words: Sequence[Token], lows: Sequence[str], at: int) -> Named | None:
        """A name that the pack has an English one for."""
        region = self._pack.regions.at(lows, at)
        if region is not None:
            entry = _best(gazetteer().look_up(region[1]), self._weights, {Feature.REGION: 9.0})
            return Named(at, region[0], _place(f"{region[1]} region", entry), Feature.REGION, True)
        name = self._pack.names.at(lows, at) if words[at].capital else None
        if name is None:
            return None
        entry = _best(gazetteer().look_up(name[1]), self._weights, {Feature.COUNTRY: 3.0})
        return Named(at, name[0], _place(name[1], entry), entry.feature if entry else None, self._sure(lows, at))

    def _written(self, words: Sequence[Token], lows: Sequence[str], at: int) -> Named | None:
        """A name in capitals that the gazetteer has, or that a word before it says is a place."""
        if not words[at].capital or self._is_ordinary(words, lows, at):
            return None
        sure, end = self._sure(lows, at), self._run(words, lows, at)
        for until in self._ends(at, end, sure):
            found = self._entry(
                tuple(word.word for word in words[at:until]), bool(at) and lows[at - 1] in self._pack.where
            )
            if found is not None and (until >= len(lows) or lows[until] not in self._pack.sectors):
                place, entry = _place(*found), found[1]
                return Named(at, until, place, entry.feature, sure, likely=sure or entry.population >= KNOWN_FROM)
        if self._announced(lows, at) and end - at <= 2:
            plain = self._likely_base if lows[at - 1] in self._pack.where else str
            name = " ".join(plain(word.word) for word in words[at:end])
            return Named(at, end, Place(in_latin(self._pack, name)), None, True)
        return None

    def _is_ordinary(self, words: Sequence[Token], lows: Sequence[str], at: int) -> bool:
        """Whether the capital is only that of a sentence's beginning, or the word is never a name by itself."""
        if at == 0 or not words[at + 1 : at + 2] or not words[at + 1].capital:
            return lows[at] in self._pack.never or len(lows[at]) < (3 if at else 4)
        return False

    def _ends(self, at: int, end: int, sure: bool) -> Sequence[int]:
        """Where a name that begins a row of capitals may end; “of Kharkiv Ihor Terekhov” may be one."""
        if sure:
            return range(end, at, -1)
        return (end, at + 1) if self._pack.endings and end - at > 2 else (end,)

    def _run(self, words: Sequence[Token], lows: Sequence[str], at: int) -> int:
        """Where the row of capitalised words ends; small words may stand within: “Valle del Cauca”."""
        end = at + 1
        while end < len(words) and end - at < MOST_WORDS:
            if words[end].capital:
                end += 1
            elif lows[end] in self._pack.within and end + 1 < len(words) and words[end + 1].capital:
                end += 2
            else:
                break
        return end

    def _sure(self, lows: Sequence[str], at: int) -> bool:
        """Whether “in”, or “the town of”, stands before it."""
        return self._announced(lows, at) or (at > 0 and lows[at - 1] in self._pack.where)

    def _announced(self, lows: Sequence[str], at: int) -> bool:
        before = at - 1
        while before > 0 and lows[before] in self._pack.within:
            before -= 1
        return before >= 0 and lows[before] in self._pack.kinds

    def _entry(self, written: tuple[str, ...], bent: bool) -> tuple[str, Entry] | None:
        """The base form in Latin letters of the name that is likeliest meant, and its entry.

        `bent`: it stands behind a preposition, so that in a language with endings this is hardly the base form.
        """
        key = (*written, "bent") if bent and self._pack.endings else written
        if key not in self._known:
            scored = [
                (_score(entry, self._weights, _RANK) - 0.02 * rank - (rank == 0 and key != written), -rank, name, entry)
                for rank, name in enumerate(self._base_forms(written))
                for entry in gazetteer().look_up(name)
            ]
            best = max(scored, key=lambda one: one[:2], default=None)
            self._known[key] = (best[2], self._settled(best, scored)) if best else None
        return self._known[key]

    def _settled(self, best: _Scored, scored: Sequence[_Scored]) -> Entry:
        """The entry, without coordinates where one of another country is as likely."""
        entry = best[3]
        rivals = (score for score, _, _, other in scored if other.country != entry.country)
        if max(rivals, default=best[0] - 2 * _CLEAR) < best[0] - _CLEAR:
            return entry
        return replace(entry, country=None, admin1=None, lat=None, lon=None)

    def _base_forms(self, written: tuple[str, ...]) -> Iterator[str]:
        each = [list(self._bases(word)) for word in written]
        return (in_latin(self._pack, " ".join(words)) for words in islice(product(*each), MOST_FORMS))

    def _likely_base(self, word: str) -> str:
        """The base form of a name that no list has, by the first ending that fits."""
        return next(islice(self._bases(word), 1, 2), word)

    def _bases(self, word: str) -> Iterator[str]:
        yield word
        for ending, plain in self._pack.endings:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                yield word.removesuffix(ending) + plain


def in_latin(pack: PlaceWords, name: str) -> str:
    """A name in Latin letters by the pack's tables; one in Latin letters as it is."""
    return " ".join(_word_in_latin(pack, word) for word in name.split()) if pack.letters else name


def _word_in_latin(pack: PlaceWords, word: str) -> str:
    low = word.lower()
    first = pack.initials.get(low[:1]) or pack.letters.get(low[:1], low[:1])
    plain = first + "".join(pack.letters.get(letter, letter) for letter in low[1:])
    return plain[:1].upper() + plain[1:]


def _best(entries: Sequence[Entry], weights: Mapping[str, float], ranks: Mapping[Feature, float]) -> Entry | None:
    return max(entries, key=lambda entry: _score(entry, weights, ranks), default=None)


def _score(entry: Entry, weights: Mapping[str, float], ranks: Mapping[Feature, float]) -> float:
    """How likely a place is meant: the countries the text speaks of, its size, and whether this is its first name."""
    score = math.log10(entry.population + 30) * 0.7 + weights.get(entry.country or "", 0.0)
    return score + ranks.get(entry.feature, 0.0) - 1.5 * entry.by_name + 1.5 * entry.by_hand + 1.5 * entry.capital


def _place(name: str, entry: Entry | None) -> Place:
    if entry is None:
        return Place(name)
    return Place(name, entry.admin1, entry.country, entry.lat, entry.lon)
