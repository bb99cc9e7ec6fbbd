"""The words that surround names of places, and the words that only look like them; read from `place_words.txt`."""

from __future__ import annotations

from pathlib import Path

from bot.extraction.gazetteer import Feature


def _sections(path: Path) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return sections


_SECTIONS = _sections(Path(__file__).with_name("place_words.txt"))


def _words(section: str) -> frozenset[str]:
    return frozenset(word for line in _SECTIONS[section] for word in line.split())


def _phrases(section: str) -> list[str]:
    return [phrase.strip() for phrase in " ".join(_SECTIONS.get(section, ())).split(",")]


# “the village of X”, “X district”: what the word makes of the name.
FEATURES = {phrase: kind for kind in Feature for phrase in _phrases(f"kind_{kind.value}") if phrase}
# Kinds whose word belongs to the name people use: “Kabul airport” is a place, “Herat province” is called Herat.
PART_OF_NAME = frozenset({Feature.SITE, Feature.CAMP, Feature.RIVER})

DIRECTIONS = _words("directions")
LOCATIVE = _words("locative")
WEAK = _words("weak")
SPEECH = _words("speech")
TITLES = _words("titles")
ORGANISATIONS = _words("organisations")
HAPPENINGS = _words("happenings")
CALENDAR = _words("calendar")
FUNCTION = _words("function")
ORDINARY = _words("ordinary")
PEOPLE = _words("people")
ACTORS = _words("actors")
LINK = _words("link")
BARE_KIND = _words("bare_kind")
ALWAYS_SMALL = _words("always_small")
BODIES = _words("bodies")
ACTS_FOR = _words("acts_for")
NOT_AFTER = _words("not_after")
ADJECTIVES = _words("adjectives")
SEIZING = _words("seizing")
ACTOR_PHRASES = frozenset(_phrases("actor_phrases"))
LEADING = _words("leading")
NAME_TITLES = _words("name_titles")
PLACE_OF = _words("place_of")
