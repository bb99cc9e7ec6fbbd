"""Asking: queue, lists, one claim, its history, the digest, help."""

from __future__ import annotations

from bot.cards.card import Card
from bot.cards.digest import digest_card
from bot.cards.help import help_card
from bot.cards.history import history_card
from bot.cards.lists import A_PAGE, claims_card, queue_card
from bot.cards.presses import Filter, Listing, ShowClaim, ShowHistory, TurnPage
from bot.cards.receipts import digest_hour_card
from bot.cards.whoami import whoami_card, whoami_elsewhere_card
from bot.chat.turn import Turn
from bot.claims.claim import Claim
from bot.claims.errors import ClaimdeskError
from bot.claims.model import ClaimId
from bot.desk.digesting import digest_now, set_digest_hour
from bot.desk.enquiries import claim_numbered, dossier, dossier_and_history, read_filter
from bot.desk.intake import release
from bot.desk.publishing import want_view


class WhenIsTheDigest(ClaimdeskError):
    """Write /digest now for a digest at once, /digest 08:00 for the hour of the daily one, or /digest off."""


def queue(turn: Turn) -> None:
    """In private what waits for me; in the group what waits for the desk: it would else show who answered what."""
    turn.say(_list(turn, Listing.QUEUE, 0, Filter()))


def claims(turn: Turn) -> None:
    """All claims, by status, kind and place if wanted."""
    turn.say(_list(turn, Listing.CLAIMS, 0, read_filter(turn.words)))


def turn_page(turn: Turn) -> None:
    """Another page of a list, in the place of the one that shows."""
    press = turn.pressed(TurnPage)
    turn.turn_over(_list(turn, press.listing, press.page, press.filter))


def claim(turn: Turn) -> None:
    """One claim as a live card."""
    turn.reader()
    _show(turn, claim_numbered(turn.records, turn.at_desk(), turn.words, "/claim C-17"))


def show_claim(turn: Turn) -> None:
    """The same from a button in a list."""
    turn.reader()
    _show(turn, dossier(turn.records, turn.pressed(ShowClaim).claim).claim)
    turn.whisper("")


def history(turn: Turn) -> None:
    """The story of a claim, in sentences."""
    turn.reader()
    found = claim_numbered(turn.records, turn.at_desk(), turn.words, "/history C-17")
    turn.say(_history(turn, found.id, 0))


def show_history(turn: Turn) -> None:
    """The same from a button: below a card a new message, below a history another page of it."""
    turn.reader()
    press = turn.pressed(ShowHistory)
    card = _history(turn, press.claim, press.page)
    if turn.below_a_claim():
        turn.say(card)
    else:
        turn.turn_over(card)


def digest(turn: Turn) -> None:
    """The digest now, or its hour."""
    desk, wish = turn.at_desk(), turn.words.strip().lower()
    if wish == "now" or (not wish and turn.here.private):
        turn.reader()
        turn.say(digest_card(digest_now(turn.records, desk, turn.at), desk))
    elif not wish:
        raise WhenIsTheDigest
    else:
        turn.lead()
        turn.say(digest_hour_card(set_digest_hour(turn.records, desk, wish, turn.at)))


def help_(turn: Turn) -> None:
    """What this person can do here."""
    turn.say(help_card(turn.role, private=turn.here.private))


def whoami(turn: Turn) -> None:
    """Codename and role, in private only: in the group they would join a face to a codename."""
    turn.write_privately(whoami_card(turn.person(), turn.role, turn.at_desk()))
    if not turn.here.private:
        turn.say(whoami_elsewhere_card(told=turn.has_private_chat, bot=turn.bot))


def _show(turn: Turn, found: Claim) -> None:
    """Asked for, a claim that was held back comes before the desk."""
    release(turn.records, turn.at_desk(), [found], turn.at)
    want_view(turn.records, turn.here.chat, found, turn.reference, turn.at, topic=turn.here.topic)


def _history(turn: Turn, claim: ClaimId, page: int) -> Card:
    held, entries = dossier_and_history(turn.records, claim)
    return history_card(held, entries, turn.at_desk(), turn.signer, page)


def _list(turn: Turn, listing: Listing, page: int, chosen: Filter) -> Card:
    turn.reader()
    found, total = _found(turn, listing, page, chosen)
    if total and not found:  # the list has shrunk since its button was made
        page = (total - 1) // A_PAGE
        found, total = _found(turn, listing, page, chosen)
    if listing is Listing.CLAIMS:
        return claims_card(found, total, page, chosen, turn.at_desk(), turn.signer)
    return queue_card(found, total, page, turn.at_desk(), turn.signer, mine=turn.here.private)


def _found(turn: Turn, listing: Listing, page: int, chosen: Filter) -> tuple[list[Claim], int]:
    """The claims of one page, and how many there are on all."""
    claims, desk, skip = turn.records.claims, turn.at_desk().id, page * A_PAGE
    if listing is Listing.CLAIMS:
        status, kind, place = chosen.status, chosen.kind, chosen.place or None
        return claims.page(desk, status=status, kind=kind, place=place, skip=skip, limit=A_PAGE)
    mine = turn.records.reviewers.find(desk, turn.here.user) if turn.here.private else None
    return claims.waiting(desk, mine.id if mine else None, skip=skip, limit=A_PAGE)
