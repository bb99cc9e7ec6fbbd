"""What the bot tells a desk unasked."""

from __future__ import annotations

from datetime import datetime

from bot.cards.card import Card
from bot.cards.dates import day_in_words
from bot.cards.fit import fitted, part
from bot.cards.wording import say


def gap_card(since: datetime, until: datetime) -> Card:
    """The bot was away: presses of these minutes are lost. Both times are in the desk's own zone."""
    if since.date() == until.date():
        gap = say("when.gap", day=day_in_words(since.date()), since=f"{since:%H:%M}", until=f"{until:%H:%M}")
    else:
        days = {"day": day_in_words(since.date()), "last": day_in_words(until.date())}
        gap = say("when.long_gap", since=f"{since:%H:%M}", until=f"{until:%H:%M}", **days)
    return fitted([part(say("person.gap", gap=gap))])
