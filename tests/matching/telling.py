"""Mentions as tests need them: a few words each."""

from __future__ import annotations

from datetime import date

from bot.claims.model import (
    Attack,
    AttackType,
    Attribution,
    Casualties,
    Control,
    ControlAction,
    Effect,
    EventDate,
    Interval,
    Kind,
    Mention,
    Place,
    Polarity,
)
from bot.claims.relations import Told

MONDAY, TUESDAY, THURSDAY = date(2025, 3, 10), date(2025, 3, 11), date(2025, 3, 13)
IZIUM = Place("Izium", "Kharkiv", "UA", 49.21, 37.25)
IZYUM = Place("Izyum", "Kharkiv", "UA", 49.212, 37.253)
LYMAN = Place("Lyman", "Donetsk", "UA", 48.98, 37.81)
REGION = Place("Kharkiv region", "Kharkiv", "UA", 49.6, 36.4)


def day(when: date) -> EventDate:
    return EventDate(when, when)


ON_MONDAY = day(MONDAY)


def exactly(number: int) -> Interval:
    return Interval(number, number)


def killed(
    count: Interval | int = 12,
    *,
    place: Place | None = IZIUM,
    on: EventDate | None = ON_MONDAY,
    by: str | None = "the health ministry",
    victims: str | None = "people",
    effect: Effect | None = Effect.KILLED,
    polarity: Polarity = Polarity.ASSERTED,
    outlet: str | None = "Northern Wire",
    told_on: date | None = TUESDAY,
    copy: str | None = None,
    around: str | None = None,
) -> Told:
    figure = exactly(count) if isinstance(count, int) else count
    quote = around or f"{count} {victims} were killed"
    mention = Mention(
        Kind.CASUALTIES, quote, 0, len(quote), "a rule", polarity=polarity, place=place, event_date=on,
        attribution=Attribution(by) if by else None, casualties=Casualties(effect, figure, victims),
    )  # fmt: skip
    return Told(mention, outlet, told_on, copy, around)


def control(
    actor: str | None,
    action: ControlAction,
    *,
    by: str | None = "residents",
    place: Place | None = IZIUM,
    on: EventDate | None = ON_MONDAY,
    polarity: Polarity = Polarity.ASSERTED,
    outlet: str = "Northern Wire",
    told_on: date = TUESDAY,
) -> Told:
    name = place.name if place else None
    quote = f"{actor} {action} {name}"
    mention = Mention(
        Kind.TERRITORIAL_CONTROL, quote, 0, len(quote), "a rule", polarity=polarity, place=place, event_date=on,
        attribution=Attribution(by) if by else None, control=Control(actor, action, name),
    )  # fmt: skip
    return Told(mention, outlet, told_on)


def attack(
    form: AttackType = AttackType.SHELLING,
    *,
    actor: str | None = None,
    target: str | None = None,
    by: str | None = "residents",
    place: Place | None = IZIUM,
    on: EventDate | None = ON_MONDAY,
    polarity: Polarity = Polarity.ASSERTED,
) -> Told:
    quote = f"{form} {target or ''}"
    mention = Mention(
        Kind.ATTACK, quote, 0, len(quote), "a rule", polarity=polarity, place=place, event_date=on,
        attribution=Attribution(by) if by else None, attack=Attack(form, actor, target),
    )  # fmt: skip
    return Told(mention, "Northern Wire", TUESDAY)
