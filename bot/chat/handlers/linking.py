"""Linking: how two claims relate. A public act of any reviewer, under the codename."""

from __future__ import annotations

from bot.cards import relating as cards
from bot.cards.link_story import decided_in_words
from bot.cards.presses import DecideLink
from bot.chat.announcing import announce
from bot.chat.turn import Turn
from bot.claims.claim import Claim
from bot.claims.errors import ClaimdeskError
from bot.claims.relations import Relation
from bot.desk.enquiries import claim_numbered
from bot.desk.linking import LinkReceipt
from bot.desk.linking import link as relate
from bot.desk.linking import unlink as part_them

EXAMPLE = "/link C-17 contradicts C-12"
WORDS = {
    "same": Relation.SAME, "updates": Relation.UPDATES, "update": Relation.UPDATES,
    "contradicts": Relation.CONTRADICTS, "contradict": Relation.CONTRADICTS,
    "supports": Relation.SUPPORTS, "support": Relation.SUPPORTS,
}  # fmt: skip
FILLING = frozenset({"is", "says", "the", "as"})  # “says the same as”: any other word may turn the meaning round


class HowRelated(ClaimdeskError):
    """How do they relate? same, updates, contradicts or supports, the newer claim first: {example}."""


class WhichTwo(ClaimdeskError):
    """Which two claims? For example {example}."""


def link(turn: Turn) -> None:
    """`/link C-17 contradicts C-12`: the first claim's relation to the second."""
    reviewer = turn.reviewer()
    words = turn.words.split()
    if len(words) < 3:
        raise WhichTwo(example=EXAMPLE)
    relation = WORDS.get(" ".join(word.lower() for word in words[1:-1] if word.lower() not in FILLING))
    if relation is None:
        raise HowRelated(example=EXAMPLE)
    newer, older = _numbered(turn, words[0]), _numbered(turn, words[-1])
    _tell(turn, relate(turn.records, newer.id, relation, older.id, reviewer, turn.at))


def unlink(turn: Turn) -> None:
    """`/unlink C-17 C-12`: the two do not relate."""
    reviewer = turn.reviewer()
    words = turn.words.split()
    if len(words) != 2:
        raise WhichTwo(example="/unlink C-17 C-12")
    one, other = _numbered(turn, words[0]), _numbered(turn, words[-1])
    _tell(turn, part_them(turn.records, one.id, other.id, reviewer, turn.at))


def decide(turn: Turn) -> None:
    """A tap on a proposal: the presser is answered, and both cards show it."""
    press = turn.pressed(DecideLink)
    reviewer = turn.reviewer()
    if press.relation is None:
        receipt = part_them(turn.records, press.newer, press.older, reviewer, turn.at)
    else:
        receipt = relate(turn.records, press.newer, press.relation, press.older, reviewer, turn.at)
    turn.whisper(decided_in_words(receipt.newer.label, receipt.older.number, receipt.relation))


def _numbered(turn: Turn, words: str) -> Claim:
    return claim_numbered(turn.records, turn.at_desk(), words, "C-17")


def _tell(turn: Turn, receipt: LinkReceipt) -> None:
    """What was known already is told to nobody but the one who said it again."""
    told = cards.linked_card(
        receipt.newer, receipt.older, receipt.relation, receipt.by.codename, turn.signer, repeated=receipt.repeated
    )
    if receipt.repeated:
        turn.say(told)
    else:
        announce(turn, told)
