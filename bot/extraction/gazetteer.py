"""The gazetteer: names of places to what is known of them, read where it lies.

Three tables in `lexicon/`: `gazetteer/` holds GeoNames extracts packed by `deploy/gazetteer/build.py` (sorted, looked
up by bisection in a memory map, so the first look-up costs milliseconds and little memory) and the words for countries
and their people; `regions.tsv` holds what no list had, written by hand, and is read whole.
"""

from __future__ import annotations

import mmap
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from bot.extraction.folding import fold

LEXICON = Path(__file__).parent / "lexicon"
BLOCK = 2048  # bytes of the name table searched in one piece


class Feature(StrEnum):
    """What kind of place a name stands for, from the widest to the narrowest."""

    COUNTRY = "country"
    AREA = "area"  # Sahel, Donbas, Kashmir: no fixed rank, often across borders
    REGION = "region"  # first order: province, oblast, governorate, state, department
    RIVER = "river"
    DISTRICT = "district"  # second order
    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    CAMP = "camp"
    NEIGHBOURHOOD = "neighbourhood"
    SITE = "site"  # airport, base, crossing, hospital, square, bridge

    @property
    def depth(self) -> int:
        """How narrow: a larger number is a more specific place."""
        return _DEPTH[self]


_DEPTH = {feature: depth for depth, feature in enumerate(Feature)}
_PACKED = {"C": Feature.COUNTRY, "A": Feature.REGION, "D": Feature.DISTRICT, "P": Feature.CITY}


@dataclass(frozen=True, slots=True)
class Entry:
    """One place; degrees WGS 84, country as ISO 3166-1 alpha-2, `population` 0 where unknown.

    `by_name` says that the name asked for is not its first name (Khan Yunis for Khan Younis, but also
    Pokrovsk for Engels, which no report means today). A `capital` often stands for its government.
    """

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    population: int
    feature: Feature
    by_name: bool = False
    by_hand: bool = False
    capital: bool = False


class Gazetteer:
    """Look-ups by name; `folder` holds the lexicon's tables."""

    def __init__(self, folder: Path = LEXICON) -> None:
        self._names = _mapped(folder / "gazetteer" / "aliases.tsv")
        self._places = _mapped(folder / "gazetteer" / "places.tsv")
        self._starts = list(_block_starts(self._names))
        self._heads = [_key_at(self._names, start) for start in self._starts]
        self._starts.append(len(self._names))
        self.peoples = _peoples(folder / "gazetteer" / "countries.tsv")
        self._capitals = _capitals(folder / "gazetteer" / "countries.tsv")
        self._country_names = {row[0]: fold(row[1]) for row in _rows(folder / "gazetteer" / "countries.tsv")}
        self._packed = lru_cache(maxsize=4096)(self._read)
        self.starts_a_name = lru_cache(maxsize=8192)(self._starts_a_name)
        self.people_of = lru_cache(maxsize=8192)(self._people_of)
        self._by_hand, self._hand_starts = _hand_made(folder / "regions.tsv")

    def look_up(self, name: str) -> tuple[Entry, ...]:
        """Every place of that name, hand-made entries first; empty when there is none."""
        return self.look_up_folded(fold(name))

    def look_up_folded(self, key: str) -> tuple[Entry, ...]:
        """As `look_up`, for a name that is already folded."""
        return (*self._by_hand.get(key, ()), *self._packed(key))

    def _starts_a_name(self, key: str) -> bool:
        """Whether some longer name begins with these folded words."""
        prefix = key + " "
        if prefix in self._hand_starts:
            return True
        raw = prefix.encode()
        at = bisect_right(self._heads, raw)
        if at < len(self._heads) and self._heads[at].startswith(raw):
            return True
        return at > 0 and b"\n" + raw in self._block(at - 1)

    def _people_of(self, word: str) -> str | None:
        """The country whose people or things a word is for: Afghan, Ukrainians, Malian.

        >>> gazetteer().people_of("Afghans"), gazetteer().people_of("Herat")
        ('AF', None)
        """
        key = fold(word)
        return self.peoples.get(key) or self.peoples.get(key.removesuffix("s"))

    def middle_of(self, country: str) -> tuple[float, float] | None:
        """About where a country lies: latitude and longitude in degrees."""
        name = self._country_names.get(country)
        entry = (
            next((entry for entry in self._packed(name) if entry.feature is Feature.COUNTRY), None) if name else None
        )
        return (entry.lat, entry.lon) if entry and entry.lat is not None and entry.lon is not None else None

    def _read(self, key: str) -> tuple[Entry, ...]:
        raw = key.encode()
        at = bisect_right(self._heads, raw) - 1
        if at < 0 or not raw:
            return ()
        block = self._block(at)
        found = block.find(b"\n" + raw + b"\t")
        if found < 0:
            return ()
        numbers = block[found + len(raw) + 2 : block.find(b"\n", found + 1)]
        return tuple(self._entry(number) for number in numbers.decode().split(" "))

    def _block(self, at: int) -> bytes:
        start = self._starts[at]
        block: bytes = self._names[max(start - 1, 0) : self._starts[at + 1]]
        return block if start else b"\n" + block

    def _entry(self, number: str) -> Entry:
        start = int(number.lstrip("~"), 36)
        line = self._places[start : self._places.find(b"\n", start)].decode()
        name, country, code, lat, lon, people, feature = line.split("\t")
        admin1 = name if feature == "A" else self._region(country, code)
        return Entry(
            name=name,
            country=country,
            admin1=admin1,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            population=int(people or 0),
            feature=_PACKED[feature],
            by_name=number.startswith("~"),
            capital=feature == "P" and (country, fold(name)) in self._capitals,
        )

    def _region(self, country: str, code: str) -> str | None:
        if not code:
            return None
        regions = self._packed(f"={country}.{code}".lower())
        return regions[0].name if regions else None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that comes with the package, opened once."""
    return Gazetteer()


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _block_starts(names: mmap.mmap) -> Iterator[int]:
    start = 0
    while start < len(names):
        yield start
        line_end = names.find(b"\n", start + BLOCK)
        start = len(names) if line_end < 0 else line_end + 1


def _key_at(names: mmap.mmap, start: int) -> bytes:
    key: bytes = names[start : names.find(b"\t", start)]
    return key


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _peoples(path: Path) -> dict[str, str]:
    return {fold(people): code for code, _, _, peoples, _ in _rows(path) for people in peoples.split("|") if people}


def _capitals(path: Path) -> set[tuple[str | None, str]]:
    return {(code, fold(capital)) for code, _, _, _, capital in _rows(path) if capital}


def _hand_made(path: Path) -> tuple[Mapping[str, tuple[Entry, ...]], set[str]]:
    entries: defaultdict[str, tuple[Entry, ...]] = defaultdict(tuple)
    starts: set[str] = set()
    for name, others, country, admin1, feature, lat, lon in _rows(path):
        for spelling in [name, *filter(None, others.split("|"))]:
            key = fold(spelling)
            entries[key] = (*entries[key], _by_hand(name, country, admin1, feature, lat, lon))
            words = key.split(" ")
            starts.update(" ".join(words[:count]) + " " for count in range(1, len(words)))
    return dict(entries), starts


def _by_hand(name: str, country: str, admin1: str, feature: str, lat: str, lon: str) -> Entry:
    north, east = (float(lat), float(lon)) if lat and lon else (None, None)
    return Entry(name, country or None, admin1 or None, north, east, 0, Feature(feature), by_hand=True)
