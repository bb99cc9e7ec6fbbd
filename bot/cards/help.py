"""/help: what a person may do here, by role and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.cards.card import Card, Style
from bot.cards.fit import Part, fitted, part
from bot.cards.wording import say
from bot.claims.desk import Role


@dataclass(frozen=True, slots=True)
class Topic:
    """A command that /help tells of: whether it is for leads only, for groups only, for strangers too, and for
    private chats only."""

    command: str
    leads: bool = False
    group: bool = False
    stranger: bool = False
    private: bool = False


TOPICS = (
    Topic("add"),
    Topic("queue"),
    Topic("claims"),
    Topic("claim"),
    Topic("history"),
    Topic("asof"),
    Topic("toll"),
    Topic("control"),
    Topic("link"),
    Topic("unlink"),
    Topic("digest"),
    Topic("stats"),
    Topic("parties"),
    Topic("whoami"),
    Topic("start", stranger=True),
    Topic("forgetme", stranger=True),
    Topic("overrule", leads=True),
    Topic("reopen", leads=True),
    Topic("retract", leads=True),
    Topic("recount", leads=True, private=True),
    Topic("rules", leads=True),
    Topic("checkpoint", leads=True),
    Topic("reviewers", leads=True),
    Topic("setup", leads=True, group=True),
)


def help_card(role: Role | None, *, private: bool) -> Card:
    """The commands that work here for this person, and how to vote for who may."""
    return fitted([part(say("help.title"), Style.BOLD), *_commands(role, private), *_more(role, private)])


def _commands(role: Role | None, private: bool) -> Iterator[Part]:
    for topic in TOPICS:
        if not _hidden(topic, role, private):
            yield part(say("help.line", command=topic.command, does=say(f"help.{topic.command}")))


def _hidden(topic: Topic, role: Role | None, private: bool) -> bool:
    return (
        (topic.leads and role is not Role.LEAD)
        or (topic.group and private)
        or (topic.private and not private)
        or (role is None and private and not topic.stranger)
    )


def _more(role: Role | None, private: bool) -> Iterable[Part]:
    told = ["help.private"] if private and role else []
    if role in (Role.LEAD, Role.REVIEWER):
        told += ["help.vote", "help.not_a_claim"]
    elif role is Role.READER:
        told.append("help.reader")
    else:
        told.append("help.nobody")
    return [one for key in told for one in (part(), part(say(key)))]
