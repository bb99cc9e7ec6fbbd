"""A small, strict Telegram on loopback, for the demo and the journeys of the tests. It knows nothing of claims.

    async with Sandbox() as telegram:           # a bot talks to telegram.base_url with telegram.token
        alice = telegram.person("Alice")
        desk = telegram.group("Desk", creator=alice)
        await desk.add_bot()
        await alice.says(desk, "/setup")
        await telegram.until(lambda: desk.from_bot)
        press = await alice.presses(desk.last, "Verify")
        print((await press.answer()).text)

By itself: `python -m bot.sandbox --port 8081`, driven through /control (see bot.sandbox.control).
"""

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
