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


def setup_card(desk: Desk, *, new: bool) -> Card:
    """The settings of a desk that was just made or changed, and how to change them."""
    told = [part(say("setup.new" if new else "setup.changed"), Style.BOLD)]
    told += [part(sentence) for sentence in _settings(desk)]
    told.append(part(say("setup.next" if new else "setup.frozen")))
    usage = [part(say("setup.usage_title")), part(say("setup.usage"), Style.CODE), part(say("setup.usage_note"))]
    return fitted([*told, part(), *usage])


def confirm_setup_card(chat: int, words: str, signer: Signer) -> Card:
    """Asks an anonymous admin to press, and says first what the press reveals. `words` are those behind `/setup`."""
    parts = [part(say("setup.confirm")), part(say("setup.confirm_warning"), Style.BOLD)]
    if words:
        parts.append(part(say("setup.confirm_settings", words=outside(words, 200))))
    return fitted(parts, ((button("confirm_setup", ConfirmSetup(chat, words), chat, signer),),))


def _settings(desk: Desk) -> list[str]:
    rule = desk.rule
    digest = say("setup.digest", hour=hour_in_words(desk.digest_at)) if desk.digest_at else say("setup.no_digest")
    told = [
        say("setup.rule", quorum=rule.quorum, margin=rule.margin),
        say("setup.window", window=rule.window),
        say("setup.zone", zone=desk.zone),
        digest,
        say("setup.voters_public" if desk.public else "setup.voters"),
    ]
    return [*told, say("setup.topic")] if desk.topic else told
