"""How a claim relates to others, on its card: what reviewers have said, and the most pressing proposal to decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.cards.buttons import button, in_rows
from bot.cards.card import Card, Rows, Style
from bot.cards.fit import Part, fitted, part
from bot.cards.hostile import outside
from bot.cards.link_story import link_in_words, relation_in_words, why
from bot.cards.presses import DecideLink, ShowClaim, Signer
from bot.cards.wording import say
from bot.claims.claim import Claim, Related
from bot.claims.events import Side
from bot.claims.links import LinkState
from bot.claims.model import ClaimNumber, Codename
from bot.claims.relations import PRESSING, Relation
from bot.claims.status import CLOSED

OTHER_LENGTH = 160
STATEMENT_LENGTH = 300
NAME_LENGTH = 80
LINKS_SHOWN = 8


def relating(related: Sequence[Related], *, asks: bool) -> Iterator[Part]:
    """The lines of a card: contradictions first, then the other links, then what is proposed, where a card asks."""
    said = [one for one in related if one.link.state is LinkState.CONFIRMED]
    against = [one for one in said if one.link.relation is Relation.CONTRADICTS]
    yield from _listed("link.contradicted", against)
    yield from _listed("link.shown", [one for one in said if one not in against])
    proposed = _proposed(related) if asks else []
    if proposed:
        yield from _proposal(proposed[0])
    if len(proposed) > 1:
        yield part(say("link.more_proposed", count=len(proposed) - 1), rank=6)


def link_buttons(claim: Claim, related: Sequence[Related], signer: Signer) -> Rows:
    """One tap for the most pressing proposal: what it proposes and what it could be instead, or no relation."""
    proposed = _proposed(related)
    if not proposed:
        return ()
    one = proposed[0]
    newer, older = (claim.id, one.claim) if one.link.side is Side.NEWER else (one.claim, claim.id)
    second = Relation.SUPPORTS if one.link.relation is Relation.SUPPORTS else Relation.UPDATES
    buttons = [
        button(
            f"link_{relation or 'none'}", DecideLink(newer, older, relation), claim.desk, signer, label=one.link.label
        )
        for relation in (Relation.SAME, second, Relation.CONTRADICTS, None)
    ]
    return in_rows(buttons, 2)


def linked_card(
    newer: Claim, older: Claim, relation: Relation | None, by: Codename, signer: Signer, *, repeated: bool = False
) -> Card:
    """What the desk reads when somebody has linked two claims by command, or taken a link back."""
    how = relation.value if relation else "none"
    facts = {"newer": newer.label, "older": older.label, "by": outside(by, NAME_LENGTH)}
    title = say(f"link.told_{how}", **facts) + (say("link.already") if repeated else "")
    told = [part(title, Style.BOLD), _statement(newer), _statement(older)]
    if relation in (Relation.UPDATES, Relation.SAME):
        gone = older if relation is Relation.UPDATES else newer
        told.append(part(say("link.gives_way", label=gone.label), Style.ITALIC))
    openers = tuple(
        button("open", ShowClaim(one.id), one.desk, signer, label=one.label) for one in (newer, older)
    )  # fmt: skip
    return fitted(told, (openers,))


def _listed(key: str, links: Sequence[Related]) -> Iterator[Part]:
    if links:
        alike: dict[tuple[Relation, Side], list[ClaimNumber]] = {}
        for one in links[:LINKS_SHOWN]:
            alike.setdefault((one.link.relation, one.link.side), []).append(one.link.other)
        told = [
            relation_in_words(first, relation, side, *further) for (relation, side), (first, *further) in alike.items()
        ]
        if len(links) > LINKS_SHOWN:
            told.append(say("link.more", count=len(links) - LINKS_SHOWN))
        words = say("link.between").join(told)
        yield part(say(key, links=words[0].upper() + words[1:]), rank=1)


def _proposed(related: Sequence[Related]) -> list[Related]:
    """Without the claims that are out of play: of those nobody is asked."""
    waiting = [one for one in related if one.link.state is LinkState.PROPOSED and one.status not in CLOSED]
    return sorted(waiting, key=_pressing)


def _pressing(one: Related) -> tuple[int, bool, int]:
    """Updates first, and of those the ones by the same speaker."""
    return PRESSING.index(one.link.relation), "one_speaker" not in one.link.reasons, one.link.other


def _proposal(one: Related) -> Iterator[Part]:
    yield part(
        say("link.proposed", relation=link_in_words(one.link), reasons=why(one.reasons, most=1)), Style.ITALIC, rank=2
    )
    yield part(say("link.other", label=one.link.label, statement=outside(one.statement, OTHER_LENGTH)), rank=3)


def _statement(claim: Claim) -> Part:
    return part(say("link.other", label=claim.label, statement=outside(claim.statement, STATEMENT_LENGTH)), rank=1)
