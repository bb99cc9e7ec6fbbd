"""Questions that want a written answer: the message is answered by a reply to it."""

from __future__ import annotations

from bot.cards.card import Card
from bot.cards.fit import fitted, part
from bot.cards.wording import say
from bot.claims.claim import Claim


def reason_prompt_card(claim: Claim) -> Card:
    """Asks for the reason of a dispute in the reviewer's own words."""
    return fitted([part(say("receipt.ask_words", label=claim.label))], asks=True)
