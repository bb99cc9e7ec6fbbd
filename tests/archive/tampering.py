"""What somebody can do to a SQLite file: past the triggers, with hashes made anew as far as the attacker goes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random

from bot.claims.chain import GENESIS, Salt, body_of, link
from storage.columns import storable

TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"


def unlocked(database: Path) -> sqlite3.Connection:
    """The file, with the triggers that would refuse dropped."""
    db = sqlite3.connect(database, isolation_level=None)
    for (name,) in db.execute(TRIGGERS).fetchall():
        db.execute(f"DROP TRIGGER {name}")
    return db


def logged(db: sqlite3.Connection, random: Random, most: int) -> int:
    """An event among those that a checkpoint over `most` covers."""
    place = random.randrange(most)
    return int(db.execute("SELECT event_id FROM leaf WHERE position = ?", [place]).fetchone()[0])


def change_payload(db: sqlite3.Connection, event: int, random: Random) -> None:
    payload = db.execute("SELECT payload FROM event WHERE id = ?", [event]).fetchone()[0]
    db.execute("UPDATE event SET payload = ? WHERE id = ?", [payload.replace("1", "2", 1) + " ", event])


def change_name(db: sqlite3.Connection, event: int, random: Random) -> None:
    db.execute("UPDATE event SET name = name || 'x' WHERE id = ?", [event])


def change_time(db: sqlite3.Connection, event: int, random: Random) -> None:
    db.execute("UPDATE event SET at = datetime(at, '+1 day') || '.000000' WHERE id = ?", [event])


def change_salt(db: sqlite3.Connection, event: int, random: Random) -> None:
    db.execute("UPDATE event SET salt = randomblob(32) WHERE id = ?", [event])


def drop(db: sqlite3.Connection, event: int, random: Random) -> None:
    db.execute("DELETE FROM event WHERE id = ?", [event])


def drop_and_close_the_gap(db: sqlite3.Connection, event: int, random: Random) -> None:
    (place,) = db.execute("SELECT position FROM leaf WHERE event_id = ?", [event]).fetchone()
    claim, sequence = db.execute("SELECT claim_id, sequence FROM event WHERE id = ?", [event]).fetchone()
    db.execute("DELETE FROM leaf WHERE event_id = ?", [event])
    db.execute("DELETE FROM event WHERE id = ?", [event])
    _renumber(db, "event", "sequence", f"claim_id = {claim} AND sequence > {sequence}", -1)
    _renumber(db, "leaf", "position", f"position > {place}", -1)


def insert_event(db: sqlite3.Connection, event: int, random: Random) -> None:
    """A copy that never happened, in the middle of its claim and of the log."""
    (place,) = db.execute("SELECT position FROM leaf WHERE event_id = ?", [event]).fetchone()
    claim, sequence = db.execute("SELECT claim_id, sequence FROM event WHERE id = ?", [event]).fetchone()
    _renumber(db, "event", "sequence", f"claim_id = {claim} AND sequence > {sequence}", 1)
    _renumber(db, "leaf", "position", f"position > {place}", 1)
    columns = "desk_id, claim_id, name, payload, at, salt, hash"
    db.execute(
        f"INSERT INTO event (sequence, {columns}) SELECT sequence + 1, {columns} FROM event WHERE id = ?", [event]
    )
    db.execute("INSERT INTO leaf SELECT 1, ?, max(id) FROM event", [place + 1])


def swap_events(db: sqlite3.Connection, event: int, random: Random) -> None:
    other = db.execute("SELECT id FROM event WHERE id <> ? AND payload <> (SELECT payload FROM event WHERE id = ?) "
                       "ORDER BY abs(id - ?) LIMIT 1", [event, event, event]).fetchone()[0]  # fmt: skip
    rows = {one: db.execute("SELECT name, payload FROM event WHERE id = ?", [one]).fetchone() for one in (event, other)}
    for one, source in ((event, other), (other, event)):
        db.execute("UPDATE event SET name = ?, payload = ? WHERE id = ?", [*rows[source], one])


def swap_leaves(db: sqlite3.Connection, event: int, random: Random) -> None:
    (place,) = db.execute("SELECT position FROM leaf WHERE event_id = ?", [event]).fetchone()
    nearest = "SELECT event_id, position FROM leaf WHERE position <> ? ORDER BY abs(position - ?) LIMIT 1"
    other, far = db.execute(nearest,
                            [place, place]).fetchone()  # fmt: skip
    db.execute("DELETE FROM leaf WHERE position IN (?, ?)", [place, far])
    db.execute("INSERT INTO leaf VALUES (1, ?, ?), (1, ?, ?)", [place, other, far, event])


def drop_leaf(db: sqlite3.Connection, event: int, random: Random) -> None:
    db.execute("DELETE FROM leaf WHERE event_id = ?", [event])


def truncate(db: sqlite3.Connection, event: int, random: Random) -> None:
    """Everything from one event of the log on is gone."""
    (place,) = db.execute("SELECT position FROM leaf WHERE event_id = ?", [event]).fetchone()
    db.execute("DELETE FROM event WHERE id NOT IN (SELECT event_id FROM leaf WHERE position < ?)", [place])
    db.execute("DELETE FROM leaf WHERE position >= ?", [place])


def change_stem(db: sqlite3.Connection, event: int, random: Random) -> None:
    db.execute("UPDATE stem SET hash = randomblob(32)")


def drop_stem(db: sqlite3.Connection, event: int, random: Random) -> None:
    db.execute("DELETE FROM stem")


def insert_stem(db: sqlite3.Connection, event: int, random: Random) -> None:
    db.execute("INSERT INTO stem VALUES (1, ?, 0, randomblob(32))", [random.choice([16, 24])])


def change_checkpoint(db: sqlite3.Connection, event: int, random: Random) -> None:
    column = random.choice(
        ["root = randomblob(32)", "size = size + 1", "note = replace(note, 'time 2026', 'time 2025')"]
    )
    db.execute(f"UPDATE checkpoint SET {column} WHERE id = ?", [random.randint(1, 3)])


def change_mention(db: sqlite3.Connection, event: int, random: Random) -> None:
    db.execute("UPDATE mention SET body = replace(body, 'Tarn', 'Turn') WHERE id = ?", [random.randint(1, 75)])


def drop_mention(db: sqlite3.Connection, event: int, random: Random) -> None:
    db.execute("DELETE FROM mention WHERE id = ?", [random.randint(1, 75)])


def change_statement(db: sqlite3.Connection, event: int, random: Random) -> None:
    db.execute("UPDATE claim SET statement = 'Nothing fell.' WHERE id = ?", [random.randint(1, 75)])


def change_status(db: sqlite3.Connection, event: int, random: Random) -> None:
    db.execute("UPDATE claim SET status = 'verified' WHERE id = ?", [random.randint(1, 75)])


def insert_source(db: sqlite3.Connection, event: int, random: Random) -> None:
    same = "document_id, kind, place, start, stop, body, rule, muted"
    db.execute(f"INSERT INTO mention (id, {same}) SELECT 999, {same} FROM mention WHERE id = 1")
    db.execute("INSERT INTO claim_source VALUES (999, 1, 999, randomblob(16))")


def change_note(db: sqlite3.Connection, event: int, random: Random) -> None:
    db.execute("UPDATE note SET text = text || ' Or not.' WHERE id = ?", [random.randint(1, 75)])


def change_note_and_seal(db: sqlite3.Connection, event: int, random: Random) -> None:
    note = random.randint(1, 75)
    text, salt = "It is all true.", random.randbytes(16)
    sealed = sha256(salt + storable(text).encode()).hexdigest()
    db.execute("UPDATE note SET text = ?, salt = ?, commitment = ? WHERE id = ?", [text, salt, sealed, note])


def _a_link(db: sqlite3.Connection, random: Random) -> tuple[int, int]:
    """The newer and the older claim of a link that a checkpoint covers."""
    pairs = db.execute("SELECT newer_id, older_id FROM link WHERE newer_id <= 75 ORDER BY newer_id").fetchall()
    newer, older = random.choice(pairs)
    return int(newer), int(older)


def change_link(db: sqlite3.Connection, event: int, random: Random) -> None:
    column = random.choice(["relation = 'muddles'", "state = 'dismissed'", "newer_id = older_id, older_id = newer_id"])
    db.execute(f"UPDATE link SET {column} WHERE newer_id = ? AND older_id = ?", _a_link(db, random))


def drop_link(db: sqlite3.Connection, event: int, random: Random) -> None:
    db.execute("DELETE FROM link WHERE newer_id = ? AND older_id = ?", _a_link(db, random))


def insert_link(db: sqlite3.Connection, event: int, random: Random) -> None:
    newer, older = _a_link(db, random)
    rest = "desk_id, 'contradicts', 'confirmed', reasons, opened, decided"
    db.execute(f"INSERT INTO link SELECT 9, 8, {rest} FROM link WHERE newer_id = ? AND older_id = ?", [newer, older])


def change_what_was_linked(db: sqlite3.Connection, event: int, random: Random) -> None:
    """Both histories and the list say another relation."""
    newer, older = _a_link(db, random)
    (was,) = db.execute("SELECT relation FROM link WHERE newer_id = ? AND older_id = ?", [newer, older]).fetchone()
    now = "supports" if was == "contradicts" else "contradicts"
    db.execute("UPDATE link SET relation = ? WHERE newer_id = ? AND older_id = ?", [now, newer, older])
    both = "name = 'linked' AND claim_id IN (?, ?)"
    db.execute(f"UPDATE event SET payload = replace(payload, ?, ?) WHERE {both}", [was, now, newer, older])


def undo_what_was_linked(db: sqlite3.Connection, event: int, random: Random) -> None:
    """Both histories say that the claims do not relate, in place of how."""
    newer, older = _a_link(db, random)
    payload = "json_remove(payload, '$.relation', '$.side')"
    both = "name = 'linked' AND claim_id IN (?, ?)"
    db.execute(f"UPDATE event SET name = 'unlinked', payload = {payload} WHERE {both}", [newer, older])


Tampering = Callable[[sqlite3.Connection, int, Random], None]
OF_HISTORY: tuple[Tampering, ...] = (
    change_payload, change_name, change_time, change_salt, drop, drop_and_close_the_gap, insert_event, swap_events,
    swap_leaves, drop_leaf, truncate, change_what_was_linked, undo_what_was_linked,
)  # fmt: skip
BESIDE: tuple[Tampering, ...] = (
    change_stem, drop_stem, insert_stem, change_checkpoint, change_mention, drop_mention, change_statement,
    change_status, insert_source, change_note, change_note_and_seal,
    change_link, drop_link, insert_link,
)  # fmt: skip


def rehash(db: sqlite3.Connection) -> None:
    """Every hash made anew, as somebody can who reads this program: chains, not the signatures."""
    claims = db.execute("SELECT id, number, desk_id FROM claim").fetchall()
    for claim, number, desk in claims:
        previous = GENESIS
        history = "SELECT id, sequence, name, payload, at, salt FROM event WHERE claim_id = ? ORDER BY sequence"
        rows = db.execute(history,
                          [claim]).fetchall()  # fmt: skip
        for event, sequence, name, payload, at, salt in rows:
            made = link(desk, number, sequence, _utc(at), Salt.read(salt), body_of(name, payload), previous)
            previous = made.hash()
            db.execute("UPDATE event SET hash = ? WHERE id = ?", [previous, event])
    db.execute("DELETE FROM stem")
    db.execute("UPDATE claim SET sequence = (SELECT count(*) FROM event WHERE claim_id = claim.id)")


def _utc(at: str):  # type: ignore[no-untyped-def]
    from datetime import UTC, datetime

    return datetime.fromisoformat(at).replace(tzinfo=UTC)


def _renumber(db: sqlite3.Connection, table: str, column: str, which: str, by: int) -> None:
    """In two steps: a unique column must not meet itself on the way."""
    db.execute(f"UPDATE {table} SET {column} = -{column} WHERE {which}")
    db.execute(f"UPDATE {table} SET {column} = -{column} + {by} WHERE {column} < 0")
