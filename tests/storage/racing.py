"""What racing threads and processes do: at the top of a module, so that a new process finds it."""

from __future__ import annotations

from bot.claims.consensus import Stance
from bot.claims.events import VoteCast
from bot.claims.model import ClaimId, DeskId, Voter
from storage.records import Records
from storage.store import Store
from tests.storage.scene import NOON, Scene


def votes(url: str, claim: int, reviewer: int, times: int) -> None:
    """Opens the database anew and votes on a claim so many times."""
    store = Store(url)
    for _ in range(times):
        with store.transaction() as records:
            vote(records, ClaimId(claim), Voter(f"voter-{reviewer}"))
    store.close()


def vote(records: Records, claim: ClaimId, reviewer: Voter) -> None:
    """Locks the claim, reads how far its history goes, and writes the next entry."""
    assert records.claims.get(claim, lock=True)
    sequence = len(records.history.of(claim)) + 1
    records.history.append(claim, sequence, VoteCast(1, reviewer, Stance.VERIFY), NOON)


def make_claim(records: Records, desk: DeskId) -> int:
    """A new claim; returns its number."""
    return Scene(records, records.desks.get(desk)).claims().number
