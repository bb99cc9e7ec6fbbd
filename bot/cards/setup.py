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


def setup_card(desk: Desk, *, new: bool, voters: int | None = None) -> Card:
    """The settings of a desk that was just made or changed, and how to change them.

    `voters` is how many people the group has besides the bot: with fewer than the quorum nothing can be decided.
    """
    told = [part(say("setup.new" if new else "setup.changed"), Style.BOLD)]
    told += [part(sentence) for sentence in _settings(desk)]
    if voters is not None and voters < desk.rule.quorum:
        told.append(part(say("setup.too_few", members=voters, quorum=desk.rule.quorum), Style.BOLD))
    told.append(part(say("setup.next" if new else "setup.frozen")))
    usage = [part(say("setup.usage_title")), part(say("setup.usage"), Style.CODE), part(say("setup.usage_note"))]
    return fitted([*told, part(), *usage])


def confirm_setup_card(chat: int, words: str, signer: Signer, desk: Desk | None = None) -> Card:
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


def _settings(desk: Desk) -> list[str]:
    rule = desk.rule
    told = [
        say("setup.rule", quorum=rule.quorum, margin=rule.margin),
        say("setup.window", window=rule.window),
        say("setup.zone", zone=desk.zone),
        digest_in_words(desk),
        say("setup.voters_public" if desk.public else "setup.voters"),
    ]
    told += [say("setup.perspectives")] if rule.perspectives else []
    return [*told, say("setup.topic")] if desk.topic else told


def digest_in_words(desk: Desk) -> str:
    """When the daily digest comes."""
    return say("setup.digest", hour=hour_in_words(desk.digest_at)) if desk.digest_at else say("setup.no_digest")
