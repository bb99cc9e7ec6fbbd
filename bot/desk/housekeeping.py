"""What comes due by itself: old payloads, pasted parts; and what to say after an outage."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.cards.notices import gap_card
from bot.claims.model import Origin
from bot.desk.intake import HandIn, is_busy, receive
from bot.desk.publishing import Priority, want_message
from storage.records import Records

PARTS_WAIT = timedelta(seconds=3)  # a client sends the parts of a long text at once
PAYLOADS_KEPT = timedelta(days=7)


def tidy_up(records: Records, at: datetime) -> int:
    """Erases old payloads, and what is left of messages that were taken down; nothing of it shows, so returns 0."""
    records.inbox.forget_payloads(at - PAYLOADS_KEPT)
    records.erasure.sweep(at)
    return 0


def join_ripe_drafts(records: Records, at: datetime) -> int:
    """Hands in the pasted texts whose last part came three seconds ago; returns how many."""
    ripe = records.drafts.ripe(at - PARTS_WAIT)
    for draft in ripe:
        if is_busy(records, draft.desk):
            continue  # the parts are kept, and handed in when there is room
        if not records.drafts.drop(draft.chat, draft.sender, draft.last):
            continue  # another replica hands it in
        handed = HandIn(
            records.desks.get(draft.desk), draft.reviewer, draft.chat, None, draft.first_message, Origin.PASTED,
            joined(draft.texts), source_message=draft.first_message if len(draft.texts) == 1 else None,
        )  # fmt: skip
        receive(records, handed, at)
    return len(ripe)


def joined(parts: tuple[str, ...]) -> str:
    """The parts as they were before a client cut them: at 4,096 in the middle of a word, elsewhere between lines."""
    text = ""
    for part in parts:
        cut_inside = bool(text) and len(text) % 4096 == 0
        text += part if not text or cut_inside else f"\n{part}"
    return text


def announce_gap(records: Records, since: datetime, until: datetime) -> None:
    """Tells every desk with open claims which minutes to press again: presses live 150 s on Telegram's side."""
    for desk in records.desks.all_open():
        if records.claims.longest_waiting(desk.id, 1):
            zone = ZoneInfo(desk.zone)
            card = gap_card(since.astimezone(zone), until.astimezone(zone))
            key = f"gap:{until.isoformat()}"
            want_message(records, desk.chat, key, card, until, topic=desk.topic, priority=Priority.CARD)
