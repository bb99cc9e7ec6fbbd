"""How the settings of `/setup` travel in a button: a letter and a number each, a time zone by a short sum."""

from __future__ import annotations

import re
import zlib
from functools import cache
from zoneinfo import available_timezones

_LETTERS = {"quorum": "q", "margin": "m", "window": "w", "digest": "d", "zone": "z", "perspectives": "p"}
_SWITCH = {"on": "1", "off": "0"}
_NAMES = {letter: name for name, letter in _LETTERS.items()}


def packed(words: str) -> str:
    """Settings as a button carries them. Raises ValueError for what `/setup` would not take.

    >>> packed("quorum=3 digest=08:00 zone=UTC")
    'q3d480z848560057'
    >>> unpacked(packed("quorum=3 digest=off"))
    'quorum=3 digest=off'
    """
    return "".join(_letter(*word.lower().split("=", 1)) if "=" in word else _refused(word) for word in words.split())


def unpacked(text: str) -> str:
    """The settings that `packed` wrote, in the form that `/setup` takes."""
    return " ".join(f"{_NAMES[letter]}={_value(letter, value)}" for letter, value in re.findall(r"([a-z])(\d*)", text))


def _letter(name: str, value: str) -> str:
    if name == "zone":
        return f"z{_sum(value)}"
    if name == "perspectives":
        return f"p{_SWITCH[value]}" if value in _SWITCH else _refused(name)
    if name == "digest":
        return "d" if value == "off" else f"d{_minute(value)}"
    if name not in _LETTERS or not value.isdecimal():
        _refused(name)
    return f"{_LETTERS[name]}{int(value)}"


def _value(letter: str, value: str) -> str:
    if letter == "z":
        return _zones()[int(value)]
    if letter == "p":
        return "on" if value == _SWITCH["on"] else "off"
    if letter == "d":
        return f"{int(value) // 60:02}:{int(value) % 60:02}" if value else "off"
    return value


def _minute(value: str) -> int:
    found = re.fullmatch(r"(\d{1,2})(?::(\d{2}))?", value)
    if not found:
        raise ValueError(value)
    return int(found[1]) * 60 + int(found[2] or 0)


def _sum(zone: str) -> int:
    number = zlib.crc32(zone.lower().encode())
    return number if number in _zones() else int(_refused(zone))


@cache
def _zones() -> dict[int, str]:
    return {zlib.crc32(zone.lower().encode()): zone for zone in available_timezones()}


def _refused(word: str) -> str:
    raise ValueError(f"not a setting: {word!r}")
