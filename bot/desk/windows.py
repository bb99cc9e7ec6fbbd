"""Review windows end by themselves: an event like any other."""

from __future__ import annotations

from datetime import datetime

from bot.claims import events as e
from bot.claims.history import Standing
from bot.desk.ledger import open_ledger
from storage.records import Records

AT_ONCE = 100


def end_windows(records: Records, at: datetime) -> int:
    """Ends every review window that is over; returns how many."""
    due = records.claims.windows_ended(at, AT_ONCE)
    for claim in due:
        ledger = open_ledger(records, claim, at)
        if _is_over(ledger.standing, at):
            ledger.enter(e.WindowEnded(ledger.standing.round))
    return len(due)


def _is_over(claim: Standing, at: datetime) -> bool:
    """Asked again under the claim's lock: another replica may have ended the window, or a new round begun."""
    return not claim.ended and claim.window_ends is not None and claim.window_ends <= at
