"""Gives histories that were written before there was a chain their pseudonyms, commitments, salts and hashes."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from bot.claims.chain import GENESIS, SALT_BYTES, Salt, body_of, link, says_of, seal
from bot.claims.model import ClaimNumber, DeskId
from bot.claims.pseudonyms import new_secret, voter

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)

EVENT = sa.table(
    "event",
    sa.column("id", BIG), sa.column("desk_id", BIG), sa.column("claim_id", BIG), sa.column("sequence", sa.Integer()),
    sa.column("name", sa.Text()), sa.column("payload", sa.Text()), sa.column("at", AT),
    sa.column("salt", sa.LargeBinary()), sa.column("hash", sa.LargeBinary()),
)  # fmt: skip
CLAIM = sa.table("claim", sa.column("id", BIG), sa.column("number", sa.Integer()), sa.column("statement", sa.Text()))
SOURCE = sa.table(
    "claim_source", sa.column("id", BIG), sa.column("claim_id", BIG), sa.column("mention_id", BIG),
    sa.column("salt", sa.LargeBinary()),
)  # fmt: skip
MENTION = sa.table("mention", sa.column("id", BIG), sa.column("document_id", BIG), sa.column("body", sa.Text()))
DOCUMENT = sa.table("document", sa.column("id", BIG), sa.column("sha256", sa.Text()))
NOTE = sa.table(
    "note", sa.column("id", BIG), sa.column("text", sa.Text()), sa.column("salt", sa.LargeBinary()),
    sa.column("commitment", sa.Text()),
)  # fmt: skip
PERSON = sa.table("person", sa.column("reviewer_id", BIG), sa.column("secret", sa.LargeBinary()))


def chain_what_is_there(db: sa.Connection) -> None:
    """Rewrites every event under its new name for the voter, with its commitments, and chains it."""
    secrets_ = _new_secrets(db)
    says, notes = _commit_to_sources(db), _commit_to_notes(db)
    rows = db.execute(
        sa.select(EVENT, CLAIM.c.number).join(CLAIM, CLAIM.c.id == EVENT.c.claim_id)
        .order_by(EVENT.c.claim_id, EVENT.c.sequence)
    ).all()  # fmt: skip
    for _, history in groupby(rows, lambda row: row.claim_id):
        for change in _chained(history, secrets_, says, notes):
            db.execute(sa.update(EVENT).where(EVENT.c.id == change.pop("row")).values(**change))


def _new_secrets(db: sa.Connection) -> dict[int, bytes]:
    made = {reviewer: new_secret() for reviewer in db.execute(sa.select(PERSON.c.reviewer_id)).scalars()}
    for reviewer, secret in made.items():
        db.execute(sa.update(PERSON).where(PERSON.c.reviewer_id == reviewer).values(secret=secret))
    return made


def _commit_to_sources(db: sa.Connection) -> dict[int, str]:
    """The commitment to each source, by the number of its mention."""
    question = (
        sa.select(SOURCE.c.id, SOURCE.c.mention_id, CLAIM.c.statement, MENTION.c.body, DOCUMENT.c.sha256)
        .join(CLAIM, CLAIM.c.id == SOURCE.c.claim_id)
        .join(MENTION, MENTION.c.id == SOURCE.c.mention_id)
        .join(DOCUMENT, DOCUMENT.c.id == MENTION.c.document_id)
    )
    made = {}
    for source, mention, statement, body, sha256 in db.execute(question).all():
        salt = secrets.token_bytes(SALT_BYTES)
        db.execute(sa.update(SOURCE).where(SOURCE.c.id == source).values(salt=salt))
        made[mention] = seal(salt, says_of(statement, body, sha256)).hex()
    return made


def _commit_to_notes(db: sa.Connection) -> dict[int, str]:
    made = {}
    for note, text in db.execute(sa.select(NOTE.c.id, NOTE.c.text)).all():
        salt = secrets.token_bytes(SALT_BYTES)
        made[note] = seal(salt, text).hex()
        db.execute(sa.update(NOTE).where(NOTE.c.id == note).values(salt=salt, commitment=made[note]))
    return made


def _chained(
    history: Iterator[Any], secrets_: dict[int, bytes], says: dict[int, str], notes: dict[int, str]
) -> Iterator[dict[str, Any]]:
    previous = GENESIS
    for row in history:
        said = json.loads(row.payload)
        if "reviewer" in said:
            secret = secrets_.setdefault(said["reviewer"], new_secret())
            said["reviewer"] = voter(secret, DeskId(row.desk_id), ClaimNumber(row.number))
        if "mention" in said:
            said["says"] = says.get(said["mention"], "")
        if said.get("note") is not None:
            said["note"] = notes.get(said["note"])
        payload = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
        salt = Salt.fresh()
        made = link(row.desk_id, row.number, row.sequence, row.at, salt, body_of(row.name, payload), previous)
        previous = made.hash()
        yield {"row": row.id, "payload": payload, "salt": bytes(salt), "hash": previous}
