"""A small Telegram on loopback, for the demo and the journeys of the tests. It knows nothing of claims."""

from __future__ import annotations

from bot.sandbox.clock import HandClock
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.groups import Group
from bot.sandbox.messages import Message
from bot.sandbox.origins import Origin, from_channel, from_hidden, from_person
from bot.sandbox.people import Person
from bot.sandbox.presses import Answer, Press
from bot.sandbox.sandbox import TOKEN, Sandbox

__all__ = [
    "TOKEN",
    "Answer",
    "Fault",
    "Faults",
    "Group",
    "HandClock",
    "Message",
    "Origin",
    "Person",
    "Press",
    "Sandbox",
    "from_channel",
    "from_hidden",
    "from_person",
]
