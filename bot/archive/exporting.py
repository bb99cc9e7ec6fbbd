"""`claimdesk export --history` and `claimdesk prove`: what leaves the machine, to be verified elsewhere."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.archive.opening import notary_of, write
from bot.clerk import desk_meant
from bot.config import Settings
from bot.desk.enquiries import claim_numbered
from bot.desk.exporting import exported, proof_of
from storage.store import open_store

NO_RECALL = (
    "Exported. A copy that has left this machine cannot be recalled: whoever is forgotten later is not forgotten in it,"
    " though it names nobody.\n"
)
HOW_TO_VERIFY = (
    "{file} proves what the history of this claim was at the last checkpoint. To verify it, without the database:\n"
    "python -m bot.signing verify-proof {file} --key KEY\n"
)


def export_history(settings: Settings, desk: int | None, to: Path) -> None:
    """Writes a desk's whole history as JSON lines; the warning goes to standard error."""
    notary = notary_of(settings)
    with open_store(settings.database_url) as store, store.snapshot() as records:
        home = desk_meant(records, desk).id
        write(exported(records, home, notary.origin(home), datetime.now(UTC)), to)
    sys.stderr.write(NO_RECALL)


def prove_claim(settings: Settings, number: str, desk: int | None, to: Path | None) -> None:
    """Writes the proof of one claim against the last checkpoint."""
    with open_store(settings.database_url) as store, store.snapshot() as records:
        claim = claim_numbered(records, desk_meant(records, desk), number, "claimdesk prove C-17")
        write([proof_of(records, claim)], to)
    if to and str(to) != "-":
        sys.stderr.write(HOW_TO_VERIFY.format(file=to))
