"""What `/setup` takes: quorum, margin, window, perspectives, time zone, digest hour, each as name=value."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time
from zoneinfo import ZoneInfo, available_timezones

from bot.claims.consensus import Rule
from bot.claims.desk import Desk
from bot.claims.errors import ClaimdeskError


class UnknownSetting(ClaimdeskError):
    """I do not know the setting “{name}”. The settings are quorum, margin, window, perspectives, zone and digest,
    for example: /setup quorum=3 margin=2 window=24 zone=Europe/Kyiv digest=08:00"""


class NotANumber(ClaimdeskError):
    """“{value}” is not a number that {name} can be: write a whole number from 1 to {most}."""


class NoSuchZone(ClaimdeskError):
    """I do not know the time zone “{value}”. Write it like Europe/Kyiv, Africa/Khartoum or UTC."""


class QuorumAboveMembers(ClaimdeskError):
    """With a quorum of {quorum} nothing could be decided: this group has {members} members besides me."""


class NeitherOnNorOff(ClaimdeskError):
    """“{value}” is neither on nor off. Write perspectives=on or perspectives=off."""


class NotAnHour(ClaimdeskError):
    """“{value}” is not an hour of the day. Write it like 08:00, or off."""


MOST = {"quorum": 50, "margin": 50, "window": 720}


def read_settings(words: str) -> dict[str, str]:
    """The name=value pairs of a `/setup` message, with or without spaces around “=”. Raises UnknownSetting.

    >>> read_settings("quorum = 3 zone=Europe/Kyiv")
    {'quorum': '3', 'zone': 'Europe/Kyiv'}
    """
    pairs = {}
    for word in re.sub(r"\s*=\s*", "=", words).split():
        name, _, value = word.partition("=")
        if name.lower() not in (*MOST, "perspectives", "zone", "digest"):
            raise UnknownSetting(name=name[:40])
        pairs[name.lower()] = value
    return pairs


def with_settings(desk: Desk, pairs: dict[str, str]) -> Desk:
    """The desk with these settings. Raises the sentence that tells what is wrong."""
    return replace(
        desk,
        rule=_rule(desk.rule, pairs),
        zone=_zone(pairs["zone"]) if "zone" in pairs else desk.zone,
        digest_at=read_hour(pairs["digest"]) if "digest" in pairs else desk.digest_at,
    )


def check_quorum(desk: Desk, pairs: dict[str, str], members: int | None) -> None:
    """Raises QuorumAboveMembers when a quorum is asked for that so many members can never reach."""
    if "quorum" in pairs and members is not None and desk.rule.quorum > members:
        raise QuorumAboveMembers(quorum=desk.rule.quorum, members=members)


def _rule(rule: Rule, pairs: dict[str, str]) -> Rule:
    """The rule with what was asked for, in the version of today."""
    numbers = {name: _number(name, pairs[name]) for name in MOST if name in pairs}
    quorum = numbers.get("quorum", rule.quorum)
    margin = numbers.get("margin", min(rule.margin, quorum) if "quorum" in numbers else rule.margin)
    return Rule(
        quorum,
        margin,
        numbers.get("window", rule.window),
        perspectives=_switch(pairs.get("perspectives"), rule.perspectives),
    )


def _switch(value: str | None, now: bool) -> bool:
    if value is not None and value.lower() not in ("on", "off"):
        raise NeitherOnNorOff(value=value[:40])
    return now if value is None else value.lower() == "on"


def read_hour(value: str) -> time | None:
    """A local time such as 08:00, 8:00 or 8; None for off. Raises NotAnHour."""
    if value.lower() == "off":
        return None
    found = re.fullmatch(r"([0-9]{1,2})(?::([0-9]{2}))?", value)
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise NotAnHour(value=value[:40])
    return time(int(found[1]), int(found[2] or 0))


def _number(name: str, value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,4}", value) or not 1 <= int(value) <= MOST[name]:
        raise NotANumber(name=name, value=value[:40], most=MOST[name])
    return int(value)


def _zone(value: str) -> str:
    known = {zone.lower(): zone for zone in available_timezones()}
    if value.lower() not in known:
        raise NoSuchZone(value=value[:60])
    return ZoneInfo(known[value.lower()]).key
