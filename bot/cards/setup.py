"""What /setup answers: the settings as they are now, how to change them, and the question to an anonymous admin."""

from __future__ import annotations

from bot.cards.buttons import button
from bot.cards.card import Card, Style
from bot.cards.dates import hour_in_words
from bot.cards.fit import fitted, part
from bot.cards.hostile import outside
from bot.cards.presses import ConfirmSetup, Signer
from bot.cards.wording import say
from bot.claims.desk import Desk
from bot.claims.errors import ClaimdeskError


class UnclearSettings(ClaimdeskError):
    """I do not understand these settings. Write them like this: /setup quorum=3 zone=Europe/Kyiv digest=08:00"""


def setup_card(desk: Desk, *, new: bool, members: int | None = None) -> Card:
    """The settings of a desk that was just made or changed, and how to change them.

    `members` is how many people the group has besides the bot: with fewer than the quorum nothing can be decided.
    """
    told = [part(say("setup.new" if new else "setup.changed"), Style.BOLD)]
    told += [part(sentence) for sentence in _settings(desk)]
    if members is not None and members < desk.rule.quorum:
        told.append(part(say("setup.too_few", members=members, quorum=desk.rule.quorum), Style.BOLD))
    told.append(part(say("setup.next" if new else "setup.frozen")))
    usage = [part(say("setup.usage_title")), part(say("setup.usage"), Style.CODE), part(say("setup.usage_note"))]
    return fitted([*told, part(), *usage])


def confirm_card(chat: int, words: str, signer: Signer, desk: Desk | None = None) -> Card:
    """Asks an anonymous admin to press, and says first what the press reveals.

    `words` are those behind `/setup`; `desk` is the chat's desk if it has one. Raises UnclearSettings.
    """
    parts = [part(say("setup.confirm")), part(say("setup.confirm_warning"), Style.BOLD)]
    if words:
        parts.append(part(say("setup.confirm_settings", words=outside(words, 200))))
    try:
        yes = button("confirm_setup", ConfirmSetup(chat, words), desk.id if desk else chat, signer)
    except ValueError as error:
        raise UnclearSettings from error
    return fitted(parts, ((yes,),))


def digest_hour_card(desk: Desk) -> Card:
    """When the daily digest of a desk comes, after that was changed."""
    return fitted([part(_digest(desk)), part(say("setup.zone", zone=desk.zone))])


def _settings(desk: Desk) -> list[str]:
    rule = desk.rule
    told = [
        say("setup.rule", quorum=rule.quorum, margin=rule.margin),
        say("setup.window", window=rule.window),
        say("setup.zone", zone=desk.zone),
        _digest(desk),
        say("setup.voters_public" if desk.public else "setup.voters"),
    ]
    return [*told, say("setup.topic")] if desk.topic else told


def _digest(desk: Desk) -> str:
    return say("setup.digest", hour=hour_in_words(desk.digest_at)) if desk.digest_at else say("setup.no_digest")
