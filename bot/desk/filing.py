"""Files the claims from before claims were filed: they too are found when another is about the same event."""

from __future__ import annotations

from datetime import datetime

from bot.matching.keys import day_of, stored_keys
from storage.event_keys import Candidate
from storage.records import Records

AT_ONCE = 200  # claims a tick
FILED_TO = "claims filed to"


def file_claims(records: Records, at: datetime) -> int:
    """Files the next claims in order of their ids, once each; nothing of it shows, so returns 0. `at` is not needed."""
    some = records.event_keys.above(filed_to(records), AT_ONCE)
    for one in some:
        _file(records, one)
    if some:
        records.settings.put(FILED_TO, str(some[-1].claim.id))
    return 0


def filed_to(records: Records) -> int:
    """The id of the last claim that filing has passed: up to it, all claims are filed."""
    return int(records.settings.get(FILED_TO) or 0)


def _file(records: Records, one: Candidate) -> None:
    claim = one.claim
    day = day_of(claim.mention, one.told_on)
    if day:
        records.event_keys.add(claim.desk, claim.id, stored_keys(claim.mention), claim.mention.kind, day)
