"""The commands on one page: handlers, Telegram's menus and /help all read this table."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Flag, auto

from bot.chat.handlers import (
    asking,
    forgetting,
    handing_in,
    leading,
    linking,
    listing,
    measuring,
    parties,
    places,
    recounting,
    replaying,
    setting_up,
    signing,
)
from bot.chat.turn import Turn

Verb = Callable[[Turn], None]


class Where(Flag):
    """In which chats a command means something."""

    GROUP = auto()
    PRIVATE = auto()
    ANYWHERE = GROUP | PRIVATE


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, what it does, where, and the line in the menus. `leads` hides it from the others."""

    name: str
    verb: Verb
    line: str
    where: Where = Where.ANYWHERE
    leads: bool = False


COMMANDS = (
    Command("add", handing_in.add, "Hand in a text, or the message you reply to"),
    Command("queue", asking.queue, "What waits for you"),
    Command("claims", asking.claims, "All claims: /claims verified Herat"),
    Command("claim", asking.claim, "One claim: /claim C-17"),
    Command("history", asking.history, "The story of a claim: /history C-17"),
    Command("asof", replaying.asof, "What was believed then: /asof yesterday 18:00 Herat"),
    Command("toll", places.toll, "What casualties add up to: /toll Herat 7"),
    Command("control", places.control, "Who was said to hold a place: /control Herat"),
    Command("link", linking.link, "How two claims relate: /link C-17 contradicts C-12"),
    Command("unlink", linking.unlink, "They do not relate: /unlink C-17 C-12"),
    Command("digest", asking.digest, "The daily digest: now, 08:00 or off"),
    Command("stats", measuring.stats, "How the desk is doing, and how often each rule is right"),
    Command("help", asking.help_, "What I can do"),
    Command("whoami", asking.whoami, "Your codename and role"),
    Command("start", setting_up.start, "Say hello, choose a desk"),
    Command("forgetme", forgetting.forget_me, "I forget who you are (I ask first)", Where.PRIVATE),
    Command("overrule", leading.overrule, "Set a status: /overrule C-17 verified and why", leads=True),
    Command("reopen", leading.reopen, "Open a new round: /reopen C-17 and why", leads=True),
    Command("retract", leading.retract, "Its source took it back: /retract C-17 and why", leads=True),
    Command("recount", recounting.recount, "If one were not counted: /recount amber fox", Where.PRIVATE, leads=True),
    Command("reviewers", listing.reviewers, "Who may vote, whose answers count, who looks from where", leads=True),
    Command("rules", measuring.rules, "How often each rule is right: /rules mute casualties.noun", leads=True),
    Command("parties", parties.parties, "Who fights on which side: /parties add NAME = SIDE"),
    Command("checkpoint", signing.checkpoint, "Sign the history: a checkpoint to keep", leads=True),
    Command("setup", setting_up.setup, "Make this group a desk, or change its settings", Where.GROUP, leads=True),
)

BY_NAME = {command.name: command for command in COMMANDS}
_COMMAND = re.compile(r"/([a-z0-9_]{1,32})(?:@(\w{1,64}))?(?:\s+|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A command as it was written: its name, whom it addressed (None for anybody), and the words after it."""

    name: str
    addressed: str | None
    words: str


def command_in(text: str) -> Said | None:
    """The command that a message begins with, if it does.

    >>> command_in("/history@claimdesk_bot C-17")
    Said(name='history', addressed='claimdesk_bot', words='C-17')
    """
    found = _COMMAND.match(text)
    return Said(found[1].lower(), found[2], text[found.end() :].strip()) if found else None
