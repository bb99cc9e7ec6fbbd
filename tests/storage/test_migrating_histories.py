"""A history that was written before there was a chain is chained, and its votes count as they did."""

from __future__ import annotations

import json
from typing import Any

from alembic import command
from sqlalchemy import Connection, text

from bot.claims.consensus import Stance
from bot.claims.history import fold
from bot.claims.model import ClaimId, DeskId, ReviewerId
from bot.desk.auditing import audit_desk
from bot.desk.checkpoints import cut_checkpoint
from bot.desk.voting import Ballot, cast_vote
from bot.signing import Notary
from storage.documents import text_sha256
from storage.mentions import to_json
from storage.store import Store
from storage.upgrade import _config
from tests.storage.scene import NOON, a_mention

NOTARY = Notary(bytes(range(32)))
DESK, CLAIM, REVIEWER = DeskId(1), ClaimId(1), ReviewerId(1)
AT = "2026-11-25 12:00:00.123456"


def put(db: Connection, table: str, **values: Any) -> None:
    """A row, whose id the database gives."""
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join(f":{name}" for name in values)
    db.execute(text(f"INSERT INTO {table} ({names}) VALUES ({marks})"), values)


def as_it_was(db: Connection) -> None:
    """The schema before chains, with a desk, three reviewers, a claim and their answers."""
    config = _config()
    config.attributes["connection"] = db
    command.upgrade(config, "0002")
    mention, sha256 = to_json(a_mention()), text_sha256("Shells fell.")
    at = AT if db.dialect.name == "sqlite" else f"{AT}+00"
    put(db, "desk", chat=-5, title="Night desk", quorum=3, margin=2, window=24, rule_version=1, zone="UTC",
        public=False, open=True, opened=at, last_number=1)  # fmt: skip
    for number in (1, 2, 3):
        put(db, "reviewer", desk_id=1, codename=f"Bird {number}", listed=False, since=at)
        put(db, "person", telegram_id=7_000_000_000 + number, desk_id=1, reviewer_id=number)
    put(db, "document", desk_id=1, origin="pasted", state="read", text="Shells fell.", sha256=sha256,
        received=at, chat=-5, attempts=0, found=1, posted=1, joined=0)  # fmt: skip
    put(db, "mention", document_id=1, kind="attack", start=0, stop=32, body=mention)
    put(db, "claim", desk_id=1, number=1, content_key="key", mention_id=1, document_id=1, statement="Shells fell.",
        checkability=1, kind="attack", place_words="", opened=at, status="pending", sequence=5, round=1, answered=2,
        needed=3, window_ends="2026-11-26" + at[10:], released_at=at)  # fmt: skip
    put(db, "claim_source", claim_id=1, mention_id=1)
    put(db, "note", claim_id=1, reviewer_id=1, text="The photograph is from 2019.")
    for reviewer in (1, 2):
        put(db, "ballot", claim_id=1, round=1, reviewer_id=reviewer, stance="dispute")
    for sequence, (name, said) in enumerate(EVENTS, start=1):
        payload = json.dumps(said, sort_keys=True, separators=(",", ":"))
        put(db, "event", desk_id=1, claim_id=1, sequence=sequence, name=name, payload=payload, at=at)


EVENTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("claim_opened", {"document": 1, "mention": 1}),
    ("round_opened", {"round": 1, "quorum": 3, "margin": 2, "window": 24, "version": 1}),
    ("vote_cast", {"round": 1, "reviewer": 1, "stance": "dispute"}),
    ("reason_given", {"round": 1, "reviewer": 1, "reason": "wrong_date", "note": 1}),
    ("vote_cast", {"round": 1, "reviewer": 2, "stance": "dispute"}),
)


def migrated(url: str) -> Store:
    store = Store(url)
    with store.engine.begin() as db:
        as_it_was(db)
    store.migrate()
    return store


def test_a_history_from_before_the_chain_verifies(empty_url: str) -> None:
    store = migrated(empty_url)
    with store.transaction() as records:
        signed = cut_checkpoint(records, DESK, NOTARY, NOON)
    with store.snapshot() as records:
        report = audit_desk(records, DESK, NOTARY.verifier_key(DESK))
    store.close()

    assert [one.sentence for one in report.findings] == []
    assert signed.size == report.events == report.logged == 5


def test_votes_from_before_the_pseudonyms_still_count_once(empty_url: str) -> None:
    store = migrated(empty_url)
    with store.transaction() as records:
        for reviewer in (1, 1, 3):
            cast_vote(records, Ballot(CLAIM, 1, ReviewerId(reviewer), Stance.DISPUTE), NOON)
        claim, standing = records.claims.get(CLAIM), fold(records.history.of(CLAIM))
        assert claim is not None
        voter = records.reviewers.voter(REVIEWER, claim)
    store.close()

    assert standing.tally.dispute == 3
    assert standing.status == "disputed"
    assert standing.votes[voter] is Stance.DISPUTE


def test_the_note_that_an_event_named_by_number_is_the_one_it_commits_to(empty_url: str) -> None:
    store = migrated(empty_url)
    with store.transaction() as records:
        reason = records.history.of(CLAIM)[3].event
        assert records.notes.get(reason.note) == "The photograph is from 2019."  # type: ignore[attr-defined]
    store.close()
