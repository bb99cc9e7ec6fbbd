"""Places in plain words: “in Ubari”, “to Sabha”, “on the Jalalabad highway”."""

from __future__ import annotations

import re

from bot.claims.model import Place
from bot.claims.plain_words.nouns import cleaned

_ARTICLE = re.compile(
    r"(?:United|Netherlands|Philippines|Maldives|Bahamas|(?:Central African|Democratic|Dominican|Czech) Republic"
    r"|Republic|Gaza Strip|West Bank|Sinai|Donbas|Sahel|Caucasus|Balkans|Gulf|Strait|Golan|Levant|Ivory Coast|Caribbean"
    r"|Middle East|Horn|Red Sea|Black Sea|Comoros|Gambia|Solomon Islands|Middle Magdalena)\b",
)
_ARTICLE_BY_END = re.compile(
    r"\b(?:region|area|valley|mountains|desert|peninsula|strip|corridor|highway|motorway|border|river|islands|delta|basin"
    r"|plateau|forest|dam|bridge|coast|outskirts|suburbs|gulf|sea|frontier)\Z",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\b(?:highway|motorway|road|street|avenue|coast|border|river|island|islands|frontier|bridge)\Z", re.IGNORECASE
)
_AT = re.compile(
    r"\b(?:airport|airbase|air base|base|hospital|clinic|prison|jail|barracks|crossing|checkpoint|station|camp|school"
    r"|university|mosque|church|cathedral|plant|dam|square|market|port|harbou?r|headquarters|ministry|embassy)\Z",
    re.IGNORECASE,
)
_BESIDE = (
    r"near|outside|close\s+to|on\s+the\s+(?:outskirts|edge)\s+of"
    r"|(?:just\s+)?(?:north|south|east|west|(?:north|south)-?(?:east|west))\s+of"
)
_WAY = "to|towards?|into|from"
_TO = re.compile(r"\A(?:towards?|into)\Z")
_ARRIVED = re.compile(
    r"\b(?:arriv(?:ed|ing)|turned up|crossed into|reached|poured into|(?:took|taken|sought|seeking) "
    r"(?:refuge|shelter))\b",
    re.IGNORECASE,
)
_EVERYWHERE = re.compile(r"\b(?:nationwide|countrywide|worldwide|across the country)\b", re.IGNORECASE)


def named(place: Place | None) -> str:
    """The place's name with the article it wants; empty for none."""
    name = cleaned(place.name) if place else ""
    if not name or name.lower().startswith("the "):
        return name
    return f"the {name}" if _ARTICLE.match(name) or _ARTICLE_BY_END.search(name) else name


def where(place: Place | None, said: str, toward: str = "in") -> str:
    """“ in Ubari”, ready to follow what is said; empty when the place is unknown or already said.

    `toward` is “in”, or the direction that the action has: “to”, “from”, “of”.
    """
    name = named(place)
    if not name or _EVERYWHERE.search(said) or holds(said, name):
        return ""
    return f" {_preposition(name) if toward == 'in' else toward} {name}"


def holds(said: str, name: str) -> bool:
    """Whether a name stands in what is said, as words of its own."""
    bare = name.removeprefix("the ").casefold()
    return re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", said.casefold()) is not None


def joint(place: Place | None, quote: str, toward: str) -> str:
    """What joins the place: the quote's own word where it stands before the name (“south of”, “to”), else `toward`.

    Those who arrived did so at the place, whatever the way of the action.
    """
    if place is None:
        return toward
    words = _BESIDE if toward == "in" else f"{_BESIDE}|{_WAY}"
    found = re.search(rf"\b({words})(?:\s+the)?\s+{re.escape(place.name)}\b", quote, re.IGNORECASE)
    if found:
        return _TO.sub("to", " ".join(found[1].lower().split()))
    return "to" if toward == "from" and _ARRIVED.search(quote) else toward


def is_settlement(place: Place | None) -> bool:
    """Whether the place is a town or village: known by coordinates, and not the region that it would lie in."""
    return place is not None and place.lat is not None and bool(place.admin1) and place.admin1 != place.name


def _preposition(name: str) -> str:
    if _ON.search(name):
        return "on"
    return "at" if _AT.search(name) else "in"
