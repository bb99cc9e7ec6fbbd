"""How claims relate, as sentences."""

from __future__ import annotations

from bot.cards.fit import answer
from bot.cards.hostile import outside
from bot.cards.wording import say
from bot.claims import events as e
from bot.claims.links import Link
from bot.claims.model import ClaimNumber
from bot.claims.plain_words.relations import reasons_in_words
from bot.claims.relations import Relation, read

NAME_LENGTH = 80
REASONS_LENGTH = 200


def link_sentence(event: e.LinkProposed | e.Linked | e.Unlinked) -> str:
    """What the rules proposed, or what a reviewer said, as a line of a claim's story."""
    match event:
        case e.LinkProposed(other, relation, side, reasons):
            return say(
                "history.link_proposed", relation=relation_in_words(other, relation, side), reasons=why(reasons, most=1)
            )
        case e.Linked(other, relation, side, by):
            return say("history.linked", relation=relation_in_words(other, relation, side), by=outside(by, NAME_LENGTH))
    return say("history.unlinked", other=f"C-{event.other}", by=outside(event.by, NAME_LENGTH))


def link_in_words(link: Link) -> str:
    """One link of a claim: “updated by C-17”."""
    return relation_in_words(link.other, link.relation, link.side)


def relation_in_words(other: ClaimNumber | int, relation: Relation, side: e.Side, *further: ClaimNumber) -> str:
    """How a claim relates to another, and to further ones alike, told of this one: “contradicts C-12, C-15”."""
    others = ", ".join(f"C-{number}" for number in (other, *further))
    return say(f"link.{side.value}_{relation.value}", other=others)


def why(reasons: str, most: int | None = None) -> str:
    """The reasons of a link behind a colon, the most telling first; nothing where none are kept."""
    told = reasons_in_words(read(reasons)[:most])
    return say("link.reasons", reasons=outside(told, REASONS_LENGTH)) if told else ""


def decided_in_words(newer: str, older: ClaimNumber, relation: Relation | None) -> str:
    """What who tapped on a proposal reads, at most 200 units."""
    return answer(say(f"link.noted_{relation.value if relation else 'none'}", newer=newer, older=f"C-{older}"))
