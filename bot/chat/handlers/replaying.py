"""Asking for the past: what the desk believed at a moment."""

from __future__ import annotations

from datetime import datetime

from bot.cards.asof import A_PAGE, asof_card
from bot.cards.card import Card
from bot.cards.presses import AsOf, Filter
from bot.chat.turn import Turn
from bot.desk.enquiries import read_filter
from bot.desk.moments import split_moment
from bot.desk.replaying import past, remembered


def asof(turn: Turn) -> None:
    """What was believed at a time, if wanted at one place, of one kind, or of one status then."""
    turn.reader()
    at, rest = split_moment(turn.words, turn.at, turn.at_desk().zone)
    turn.say(_page(turn, at, 0, read_filter(rest)))


def turn_past(turn: Turn) -> None:
    """Another page of it, in the place of the one that shows."""
    turn.reader()
    press = turn.pressed(AsOf)
    turn.turn_over(_page(turn, press.at, press.page, press.filter))


def _page(turn: Turn, at: datetime, page: int, wanted: Filter) -> Card:
    desk = turn.at_desk()
    found = past(turn.records, desk, at, wanted)
    page = min(page, max(0, (len(found.claims) - 1) // A_PAGE))
    claims = remembered(turn.records, at, found.claims[page * A_PAGE : (page + 1) * A_PAGE])
    told = [(one.claim, one.stood, one.sources) for one in claims]
    return asof_card(told, found.counts, at, page, wanted, desk, turn.signer)
