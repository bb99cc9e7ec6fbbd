"""Which desk a turn is about: the group's own, that of a pressed card, or in private the person's."""

from __future__ import annotations

from dataclasses import dataclass, replace

from telegram import CallbackQuery

from bot.cards.presses import About, Glimpse, StalePress, peek
from bot.chat.turn import Here, Turn
from bot.claims.desk import Desk, Role
from bot.claims.model import ClaimId, DeskId, DocumentId
from storage.records import Records

ASKED_FOR_A_STRANGER = 20  # desks whose membership is looked up, at a call each


@dataclass(frozen=True, slots=True)
class Candidate:
    """The desks that may be meant, before membership is known. `sure` when there is no choice."""

    desks: tuple[Desk, ...]
    sure: bool


def candidates(records: Records, here: Here, query: CallbackQuery | None, *, everywhere: bool = False) -> Candidate:
    """The desks that an update may be about; `everywhere` to look also where the person is not known yet."""
    if query is not None:
        desk = _desk_behind(records, here, peek(query.data or ""))
        return Candidate((desk,) if desk else (), sure=True)
    if not here.private:
        desk = records.desks.of_chat(here.chat)
        return Candidate((desk,) if desk else (), sure=True)
    theirs = _desks_of(records, here.user)
    return Candidate(_and_others(records, theirs) if everywhere or not theirs else theirs, sure=False)


def _desks_of(records: Records, user: int) -> tuple[Desk, ...]:
    """The desks that know this person, and the one they chose."""
    known, choice = records.reviewers.desks_of(user), records.reviewers.chosen_desk(user)
    if choice is not None and choice not in (desk.id for desk in known):
        known += [desk for desk in (records.desks.get(choice),) if desk.open]
    return tuple(sorted(known, key=lambda desk: desk.id))


def _and_others(records: Records, theirs: tuple[Desk, ...]) -> tuple[Desk, ...]:
    """The desks that know a person, and the first of all others."""
    others = [desk for desk in records.desks.all_open() if desk not in theirs]
    return tuple(sorted((*theirs, *others[:ASKED_FOR_A_STRANGER]), key=lambda desk: desk.id))


def settle(turn: Turn, found: Candidate, roles: dict[DeskId, Role | None], mine: Role | None) -> None:
    """Gives the turn its desk and the person's role there, now that Telegram was asked."""
    turn.role = mine
    if found.sure:
        turn.desk = found.desks[0] if found.desks else None
    else:
        turn.desks = tuple(desk for desk in found.desks if roles[desk.id])
        turn.desk = _chosen(turn)
    if turn.desk:
        turn.role = roles[turn.desk.id]
        turn.desk = _as_its_chat_is_now(turn, turn.desk.id)


def _as_its_chat_is_now(turn: Turn, number: DeskId) -> Desk:
    """A group that became public keeps its votes to listed reviewers from then on, not from the next /setup on.

    The desk is read anew: since the candidates were looked up, another turn may have closed, opened or changed it.
    """
    here, desk = turn.here, turn.records.desks.get(number)
    if here.chat != desk.chat or (here.public, here.title) == (desk.public, desk.title):
        return desk
    changed = replace(turn.records.desks.get(number, lock=True), public=here.public, title=here.title)
    turn.records.desks.change(changed)
    return changed


def _chosen(turn: Turn) -> Desk | None:
    if len(turn.desks) == 1:
        return turn.desks[0]
    choice = turn.records.reviewers.chosen_desk(turn.here.user)
    return next((desk for desk in turn.desks if desk.id == choice), None)


def _desk_behind(records: Records, here: Here, seen: Glimpse) -> Desk | None:
    """The desk that must have signed a press; None for a chat that is no desk yet. Raises StalePress."""
    match seen.about:
        case About.CHAT:
            return records.desks.of_chat(here.chat)
        case About.DESK:
            desk = DeskId(seen.number)
        case About.DOCUMENT:
            intake = records.documents.get(DocumentId(seen.number))
            if intake is None:
                raise StalePress
            desk = intake.desk
        case About.CLAIM:
            claim = records.claims.get(ClaimId(seen.number))
            if claim is None:
                raise StalePress
            desk = claim.desk
    return records.desks.get(desk)
