"""/queue and /claims: one line a claim, a button to open it, and buttons to turn the page."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.buttons import button, in_rows, page_buttons
from bot.cards.card import Card, Rows, Style
from bot.cards.claim import answered_and_needed, say_status
from bot.cards.fit import Page, Part, fitted, part
from bot.cards.hostile import outside
from bot.cards.presses import Filter, Listing, ShowClaim, Signer, TurnPage
from bot.cards.wording import say
from bot.cards.wording.english.countries import COUNTRIES
from bot.claims.claim import Claim
from bot.claims.desk import Desk
from bot.claims.status import OPEN

A_PAGE = 8  # claims on a page
STATEMENT_LENGTH = 140
PLACE_LENGTH = 40
BUTTONS_A_ROW = 4


def queue_card(claims: Sequence[Claim], total: int, page: int, desk: Desk, signer: Signer, *, mine: bool) -> Card:
    """What waits for an answer: for one reviewer (`mine`), or for the whole desk. `claims` are those of this page."""
    if not total:
        return fitted([part(say("list.queue_empty" if mine else "list.queue_empty_desk"))])
    title = say("list.queue_title" if mine else "list.queue_title_desk", count=total)
    return _listed(title, claims, _page(claims, page, total), Listing.QUEUE, Filter(), desk, signer)


def claims_card(claims: Sequence[Claim], total: int, page: int, filter: Filter, desk: Desk, signer: Signer) -> Card:
    """The claims that a filter lets through, newest first as given. `claims` are those of this page."""
    told = filter_in_words(filter)
    if not total:
        return fitted([part(say("list.claims_empty_with", filter=told) if told else say("list.claims_empty"))])
    title = say("list.claims_title_with", count=total, filter=told) if told else say("list.claims_title", count=total)
    return _listed(title, claims, _page(claims, page, total), Listing.CLAIMS, filter, desk, signer)


def _listed(
    title: str, claims: Sequence[Claim], page: Page[Claim], listing: Listing, filter: Filter, desk: Desk, signer: Signer
) -> Card:
    parts = [part(title, Style.BOLD), *(_line(claim) for claim in claims)]
    if page.number < page.of > 1:
        parts += [part(), part(say("count.page", number=page.number + 1, of=page.of), Style.ITALIC)]
    turns = page_buttons(page, lambda number: TurnPage(desk.id, listing, number, filter), desk.id, signer)
    return fitted(parts, (*_openers(claims, signer), *turns))


def _line(claim: Claim) -> Part:
    head = say("list.line", label=claim.label, status=say_status(claim.status))
    statement = outside(claim.statement, STATEMENT_LENGTH)
    return Part(((head, Style.BOLD), (statement + _votes(claim), None)), rank=1)


def _votes(claim: Claim) -> str:
    if claim.status not in OPEN:
        return ""
    if not claim.released:
        return say("list.held_back")
    return say("list.votes", votes=answered_and_needed(claim.answered, claim.needed))


def _openers(claims: Sequence[Claim], signer: Signer) -> Rows:
    buttons = [button("open", ShowClaim(claim.id), claim.desk, signer, label=claim.label) for claim in claims]
    return in_rows(buttons, BUTTONS_A_ROW)


def filter_in_words(filter: Filter) -> str:
    """What a filter lets through, or nothing when it lets through all."""
    told = [say_status(filter.status)] if filter.status else []
    if filter.kind:
        told.append(say(f"kind.{filter.kind.value}").lower())
    if filter.place:
        told.append(say("list.place", place=outside(COUNTRIES.get(filter.place, filter.place), PLACE_LENGTH)))
    return ", ".join(told)


def _page(claims: Sequence[Claim], number: int, total: int) -> Page[Claim]:
    """The page; a list that has shrunk since its button was made leads back to its last page."""
    pages = max(1, -(-total // A_PAGE))
    return Page(tuple(claims), min(number, pages), pages, total)
