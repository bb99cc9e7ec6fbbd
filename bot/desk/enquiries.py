"""Questions about claims; nothing here changes anything."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.cards.press import Filter
from bot.cards.wording.english.countries import COUNTRIES
from bot.claims.claim import Claim, Dossier
from bot.claims.desk import Desk
from bot.claims.errors import ClaimdeskError
from bot.claims.events import Entry, Overruled, OverruleProposed, Retracted, RoundOpened
from bot.claims.history import answered_since_shown, fold
from bot.claims.model import ClaimId, ClaimNumber, Kind
from bot.claims.status import Status
from bot.desk.grading import graded
from bot.desk.ledger import NoSuchClaim, numbered
from bot.desk.relatives import related
from storage.records import Records

COUNTRY_CODES = {name.casefold(): code for code, name in COUNTRIES.items()}
PUBLIC_ACTS = (OverruleProposed, Overruled, Retracted, RoundOpened)
STATUSES = {status.value: status for status in Status}
KINDS = {
    **{kind.value: kind for kind in Kind},
    **{f"{kind.value}s": kind for kind in Kind},
    "control": Kind.TERRITORIAL_CONTROL,
    "casualty": Kind.CASUALTIES,
}


class WhichClaim(ClaimdeskError):
    """Which claim? Write its number, for example {example}."""


class NotANumberOfAClaim(ClaimdeskError):
    """“{words}” is not the number of a claim. Claims are numbered like C-17."""


def read_number(words: str, example: str) -> ClaimNumber:
    """The number in “C-17”, “c17”, “#17” or “17”. Raises WhichClaim or NotANumberOfAClaim."""
    if not words:
        raise WhichClaim(example=example)
    found = re.fullmatch(r"(?:[cC][-\s]?|#)?([0-9]{1,9})", words)
    if not found:
        raise NotANumberOfAClaim(words=words[:40])
    return ClaimNumber(int(found[1]))


def read_filter(words: str) -> Filter:
    """Status and kind by their names, everything else is a place: of a country, its code.

    >>> read_filter("verified casualties El Fasher")
    Filter(status=<Status.VERIFIED: 'verified'>, kind=<Kind.CASUALTIES: 'casualties'>, place='El Fasher')
    >>> read_filter("Afghanistan").place
    'AF'
    """
    status: Status | None = None
    kind: Kind | None = None
    place = []
    for word in words.split():
        name = word.lower().replace("-", "_")
        if status is None and name in STATUSES:
            status = STATUSES[name]
        elif kind is None and name in KINDS:
            kind = KINDS[name]
        else:
            place.append(word)
    named = " ".join(place)
    return Filter(status, kind, COUNTRY_CODES.get(named.casefold(), named))


def claim_numbered(records: Records, desk: Desk, words: str, example: str) -> Claim:
    """The claim that a person names. Raises the sentence that says why there is none."""
    return numbered(records, desk.id, read_number(words, example))


def dossier(records: Records, claim: ClaimId) -> Dossier:
    """Everything that the card of a claim shows. Raises NoSuchClaim."""
    return dossier_and_history(records, claim)[0]


def dossier_and_history(records: Records, claim: ClaimId) -> tuple[Dossier, list[Entry]]:
    """The dossier and the entries it was folded from. Raises NoSuchClaim."""
    kept = records.claims.get(claim)
    if kept is None:
        raise NoSuchClaim(number=claim)
    entries = records.history.of(claim)
    sources = records.claims.sources(claim)
    words = reasons_of_leads(records, entries)
    standing = fold(entries)
    relatives = related(records, kept, standing)
    told = graded(records, kept, sources, relatives)
    return Dossier(kept, standing, sources, answered_since_shown(entries), words, relatives, told), entries


def reasons_of_leads(records: Records, entries: Iterable[Entry]) -> dict[str, str]:
    """What leads wrote when they acted in public, by the commitment to it; without what was erased."""
    given = [entry.event.reason for entry in entries if isinstance(entry.event, PUBLIC_ACTS)]
    kept = {reason: records.notes.get(reason) for reason in given if reason}
    return {reason: words for reason, words in kept.items() if words is not None}
