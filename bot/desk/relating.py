"""A mention meets the claims that could be about the same event: it joins one of them, or its claim is related to them.

The storage finds the candidates by place, kind and day; `bot.matching` judges each. Nothing is decided here but what is
the same beyond doubt: the rest are proposals, for reviewers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.model import DeskId, Mention
from bot.claims.relations import PRESSING, Judgement, Reason, Relation, Told, codes, written
from bot.desk.ledger import Ledger, open_ledger
from bot.desk.parties import parties_of
from bot.extraction.sentences import sentence_at
from bot.matching.judging import judge
from bot.matching.keys import comparable, day_of, day_window, stored_keys, wanted_keys
from storage.documents import Intake
from storage.event_keys import Candidate
from storage.records import Records

MOST_PROPOSED = 6  # relations of a new claim: what a reviewer can look at


@dataclass(frozen=True, slots=True)
class Relative:
    """A claim that is about the same event, and how the new mention relates to it."""

    claim: Claim
    judgement: Judgement


def told_by(intake: Intake, mention: Mention) -> Told:
    """A mention as its document tells it; all versions and near-copies of a text are one text."""
    text = intake.copy_of or intake.version_of or intake.id
    around = sentence_at(intake.text or "", mention.start)
    return Told(mention, outlet=intake.source, told_on=intake.day, copy=str(text), around=around)


def relatives(records: Records, desk: DeskId, told: Told, edited: str | None = None) -> list[Relative]:
    """The claims that this mention relates to, the most pressing first, and among those the newest.

    `edited` is the whole text where it is a new version of one that the desk has read: what it no longer says of a
    thing, and the same speaker now says otherwise, is updated. That two claims of one text support each other, or that
    there was an attack where there were casualties, is nothing to ask a reviewer about.
    """
    mention = told.mention
    first, last = day_window(mention, told.told_on)
    day = day_of(mention, told.told_on) or last
    found = records.event_keys.candidates(desk, wanted_keys(mention), comparable(mention.kind), day, first, last)
    parties = parties_of(records, desk)
    verdicts = ((one, judge(_as_told(one), told, parties)) for one in found)
    judged = ((one, _corrected(verdict, one, told, edited)) for one, verdict in verdicts if verdict)
    worth = [Relative(one.claim, verdict) for one, verdict in judged if _is_worth_asking(verdict, one, told)]
    latest = max((one.claim.id for one in worth if _is_running(one)), default=None)
    return sorted((one for one in worth if not _is_running(one) or one.claim.id == latest), key=_pressing)


def _is_running(one: Relative) -> bool:
    """Whether it is an earlier figure by the same speaker: of a toll that rises, only the latest is updated."""
    return one.judgement.relation is Relation.UPDATES and _by_one_speaker(one)


def _by_one_speaker(one: Relative) -> bool:
    return any(reason.code in ("one_speaker", "copies") for reason in one.judgement.reasons)


def _pressing(one: Relative) -> tuple[int, bool]:
    """Updates first, and of those the ones by the same speaker."""
    return PRESSING.index(one.judgement.relation), not _by_one_speaker(one)


def _corrected(verdict: Judgement, older: Candidate, newer: Told, edited: str | None) -> Judgement:
    """The verdict, or an update where the source took back what it said: another figure, or what cannot both be."""
    before, now = older.claim.mention, newer.mention
    of_one_text = str(older.text) == newer.copy and before.attribution == now.attribution
    if edited is None or not of_one_text or _words(before.quote) in _words(edited):
        return verdict
    figures = any(reason.code.startswith("figures_") for reason in verdict.reasons)
    if verdict.relation is Relation.CONTRADICTS or (verdict.relation is Relation.SUPPORTS and figures):
        return Judgement(Relation.UPDATES, (Reason("edited"), *verdict.reasons))
    return verdict


def _words(text: str) -> str:
    """The words of a text, whatever stands between them."""
    return " ".join(text.split())


def _is_worth_asking(verdict: Judgement, older: Candidate, newer: Told) -> bool:
    other_text = str(older.text) != newer.copy
    return verdict.relation is not Relation.SUPPORTS or (other_text and older.claim.mention.kind is newer.mention.kind)


def same_beyond_doubt(found: Iterable[Relative]) -> Claim | None:
    """The claim that the mention joins without anybody being asked."""
    return next((one.claim for one in found if one.judgement.certain), None)


def propose(records: Records, claim: Claim, found: Iterable[Relative], at: datetime) -> None:
    """Enters the relations of a new claim in both histories, for reviewers to decide."""
    ledger = open_ledger(records, claim.id, at)
    for one in list(found)[:MOST_PROPOSED]:
        _propose(records, ledger, one, at)


def _propose(records: Records, ledger: Ledger, one: Relative, at: datetime) -> None:
    claim, relation, reasons = ledger.claim, one.judgement.relation, one.judgement.reasons
    if not records.links.propose(claim.desk, claim.id, one.claim.id, relation, written(reasons), at):
        return
    ledger.enter(e.LinkProposed(one.claim.number, relation, e.Side.NEWER, codes(reasons)))
    other = open_ledger(records, one.claim.id, at)
    other.enter(e.LinkProposed(claim.number, relation, e.Side.OLDER, codes(reasons)))


def remember(records: Records, claim: Claim, told: Told) -> None:
    """From now on the claim can be found by what it is about."""
    mention = told.mention
    day = day_of(mention, told.told_on)
    if day:
        records.event_keys.add(claim.desk, claim.id, stored_keys(mention), mention.kind, day)


def _as_told(one: Candidate) -> Told:
    return Told(one.claim.mention, outlet=one.outlet, told_on=one.told_on, copy=str(one.text))
