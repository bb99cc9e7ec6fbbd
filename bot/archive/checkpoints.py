"""`claimdesk checkpoint` and `claimdesk key`: the signed head of a desk's history, and the key to verify it with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.archive.opening import notary_of, say, write
from bot.cards.checkpoint import Signed
from bot.claims.desk import Desk
from bot.clerk import desk_meant
from bot.config import Settings
from bot.desk.checkpoints import cut_checkpoint
from bot.signing import Notary
from storage.records import Records
from storage.store import open_store


def print_checkpoint(settings: Settings, desk: int | None, out: Path | None) -> None:
    """Cuts a checkpoint and prints it; with `out`, the proof that the log has grown goes there."""
    notary = notary_of(settings)
    with open_store(settings.database_url) as store, store.transaction() as records:
        cut = _cut(records, notary, desk)
    write([cut.note], None)
    if out and cut.growth:
        write([cut.growth], out)
        say(["", f"{out} proves that the log of the checkpoint before is the beginning of this one."])
    elif out:
        say(["", "This is the first checkpoint under this key: there is nothing yet that it could have grown from."])


def _cut(records: Records, notary: Notary, desk: int | None) -> Signed:
    return cut_checkpoint(records, desk_meant(records, desk).id, notary, datetime.now(UTC))


def print_keys(settings: Settings, desk: int | None) -> None:
    """The verifier key of every desk, or of one, and the fingerprint: to be published apart from the checkpoints."""
    notary = notary_of(settings)
    with open_store(settings.database_url) as store, store.snapshot() as records:
        say(_keys(notary, records.desks.all() if desk is None else [desk_meant(records, desk)]))


def _keys(notary: Notary, desks: list[Desk]) -> Iterator[str]:
    yield f"Fingerprint: {notary.fingerprint}"
    for desk in desks:
        yield f"Desk {desk.id} ({desk.title}): {notary.verifier_key(desk.id)}"
