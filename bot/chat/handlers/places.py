"""Asking about a place: its toll, and who was said to hold it."""

from __future__ import annotations

from bot.cards.card import Card
from bot.cards.control import LAST_PAGE, control_card
from bot.cards.dates import local_day
from bot.cards.presses import AtPlace, Listing
from bot.cards.tolls import PlaceAsked, toll_card
from bot.chat.turn import Turn
from bot.desk.control import control_of
from bot.desk.places import AskedPlace, read_place
from bot.desk.tolls import read_days, toll_of


def toll(turn: Turn) -> None:
    """What the casualties of some days add up to at a place."""
    turn.reader()
    words, days = read_days(turn.words)
    turn.say(_toll(turn, read_place(words, "/toll Herat 7"), days, 0))


def control(turn: Turn) -> None:
    """Who was said to hold a place; the newest page first."""
    turn.reader()
    turn.say(_control(turn, read_place(turn.words, "/control Herat"), LAST_PAGE))


def turn_page(turn: Turn) -> None:
    """Another page of either, in the place of the one that shows."""
    turn.reader()
    press = turn.pressed(AtPlace)
    place = AskedPlace(press.place)
    toll_asked = press.listing is Listing.TOLL
    turn.turn_over(_toll(turn, place, press.days, press.page) if toll_asked else _control(turn, place, press.page))


def _toll(turn: Turn, place: AskedPlace, days: int, page: int) -> Card:
    desk = turn.at_desk()
    found = toll_of(turn.records, desk, place, days, local_day(turn.at, desk.zone))
    asked = PlaceAsked(found.name, place.key, found.first, found.last, found.cut)
    return toll_card(asked, found.incidents, page, desk, turn.signer)


def _control(turn: Turn, place: AskedPlace, page: int) -> Card:
    desk = turn.at_desk()
    found = control_of(turn.records, desk, place)
    return control_card(found.name, place.key, found.timeline, page, desk, turn.signer, cut=found.cut)
