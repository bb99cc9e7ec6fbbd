"""Whatever is done to the file: with the checkpoints that were kept elsewhere, `claimdesk verify` ends with 1."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from bot.archive.checkpoints import print_checkpoint
from bot.claims.model import DeskId
from bot.signing import Notary, signing_key
from storage.mishaps import DatabaseUnreachable
from tests.archive.conftest import Archive, copied
from tests.archive.tampering import BESIDE, OF_HISTORY, change_payload, logged, rehash, truncate, unlocked
from tests.scoreboard import count

SEEDS = 150


def test_an_untouched_database_verifies(archive: Archive, capsys):
    assert archive.verify(*archive.kept) == 0
    told = capsys.readouterr().out
    assert "Verified: nothing is wrong." in told
    assert told.count("Holds: the checkpoint over") == 3
    assert re.search(r"Unanchored: 1\d\d events are covered by no checkpoint", told)


def test_an_untouched_database_verifies_after_its_triggers_were_dropped(archive: Archive):
    unlocked(archive.database).close()

    assert archive.verify(*archive.kept) == 0


def one_case(archive: Archive, seed: int) -> None:
    random = Random(seed)
    tampering = (OF_HISTORY + BESIDE)[seed % len(OF_HISTORY + BESIDE)]
    db = unlocked(archive.database)
    tampering(db, logged(db, random, archive.sizes[-1]), random)
    redone = tampering in OF_HISTORY and random.random() < 0.5
    if redone:
        rehash(db)
    db.close()
    found = archive.verify(*archive.kept) == 1
    count("tampered")
    count("tampering_found", found)
    assert found, f"seed {seed}: {tampering.__name__}, hashes {'redone' if redone else 'left'}"


@pytest.mark.proof
@pytest.mark.parametrize("seed", range(SEEDS))
def test_no_tampering_with_a_database_goes_unnoticed(archive: Archive, seed: int):
    one_case(archive, seed)


BESIDE_THE_HISTORY = {"claim", "mention", "claim_source", "document", "note", "ballot", "stem", "checkpoint", "link"}
DERIVED = {
    "event_key": "made of the mentions; that a claim is filed at all, `doctor --deep` sees",
    "sketch": "made of the texts, so that copies are found",
}
NO_HISTORY = {
    "desk", "desk_chat", "muted_rule", "party", "setting",  # what a desk has set
    "reviewer", "person", "choice",  # who may be forgotten
    "call", "digest", "draft", "inbox", "lease", "posting",  # traffic
    "alembic_version",
}  # fmt: skip


def test_it_is_known_of_every_table_whether_the_audit_holds_it(archive: Archive):
    db = unlocked(archive.database)
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    db.close()

    named = BESIDE_THE_HISTORY | DERIVED.keys() | NO_HISTORY | {"event", "leaf"}
    assert {table for table in tables if not table.startswith("sqlite_")} == named


@pytest.mark.parametrize("table", DERIVED)
def test_what_is_derived_can_be_lost_without_harm_to_any_history(archive: Archive, table: str):
    db = unlocked(archive.database)
    db.execute(f"DELETE FROM {table}")
    db.close()

    assert archive.verify(*archive.kept) == 0


@pytest.mark.soak
def test_no_tampering_with_a_database_goes_unnoticed_for_long(recorded: Archive, tmp_path: Path, soak_minutes: float):
    end, seed = monotonic() + 60 * soak_minutes, SEEDS
    while monotonic() < end:
        one_case(copied(recorded, tmp_path), seed)
        seed += 1
    assert seed > SEEDS


@pytest.mark.parametrize("tampering", OF_HISTORY, ids=lambda one: one.__name__)
def test_a_row_that_was_changed_is_named_by_claim_and_row_where_hashes_were_not_redone(archive, tampering, capsys):
    db = unlocked(archive.database)
    tampering(db, logged(db, Random(1), archive.sizes[0]), Random(1))
    db.close()

    assert archive.verify(*archive.kept) == 1
    told = capsys.readouterr().out
    assert re.search(r"Claim C-\d+, row \d+: ", told) or (tampering is truncate and "its end is missing" in told)


def test_where_all_hashes_were_redone_the_first_checkpoint_that_fails_is_named(archive: Archive, capsys):
    db = unlocked(archive.database)
    middle = (archive.sizes[0] + archive.sizes[1]) // 2
    (event,) = db.execute("SELECT event_id FROM leaf WHERE position = ?", [middle]).fetchone()
    change_payload(db, event, Random())
    rehash(db)
    db.close()

    assert archive.verify(*archive.kept) == 1
    told = capsys.readouterr().out
    assert f"The checkpoint over {archive.sizes[1]} events does not hold" in told
    assert f"The checkpoint over {archive.sizes[2]} events does not hold" not in told
    assert f"Holds: the checkpoint over {archive.sizes[0]} events" in told


def test_who_forges_the_checkpoints_in_the_database_too_is_found_by_those_kept_elsewhere(archive: Archive, capsys):
    db = unlocked(archive.database)
    truncate(db, logged(db, Random(1), archive.sizes[1]), Random(1))
    db.execute("DELETE FROM checkpoint")
    rehash(db)
    db.close()

    assert archive.verify(archive.kept[-1]) == 1
    assert f"The checkpoint over {archive.sizes[2]} events does not hold" in capsys.readouterr().out


def test_a_forged_checkpoint_does_not_verify(archive: Archive, tmp_path: Path, capsys):
    forged = tmp_path / "forged.txt"
    note = archive.kept[0].read_text(encoding="utf-8")
    forged.write_text(note.replace(f"\n{archive.sizes[0]}\n", f"\n{archive.sizes[0] - 1}\n"), encoding="utf-8")

    assert archive.verify(forged) == 1
    assert "its signature is not one that the key" in capsys.readouterr().out


def test_after_a_new_key_each_key_verifies_what_it_signed(archive: Archive, capsys):
    old = str(Notary(signing_key(archive.settings.signing_key_file)).verifier_key(DeskId(1)))
    new = archive.settings.model_copy(update={"signing_key_file": archive.database.parent / "new.key"})
    signing_key(new.signing_key_file)
    print_checkpoint(new, None, None)

    assert replace(archive, settings=new).verify() == 0
    assert "Checkpoints of another key that the database keeps: 3." in capsys.readouterr().out
    assert archive.verify(*archive.kept, key=old) == 0
    assert "Checkpoints of another key that the database keeps: 1." in capsys.readouterr().out


def test_a_checkpoint_of_another_desk_is_none_of_another_key(archive: Archive, capsys):
    db = unlocked(archive.database)
    db.execute("UPDATE checkpoint SET note = replace(note, '/desk-1', '/desk-2')")
    db.close()

    assert archive.verify() == 1
    assert "is not as it was signed" in capsys.readouterr().out


def test_a_database_that_lacks_a_table_is_told_in_a_sentence(archive: Archive):
    db = unlocked(archive.database)
    db.execute("DROP TABLE note")
    db.close()

    with pytest.raises(DatabaseUnreachable, match="no such table: note"):
        archive.verify(*archive.kept)


def test_a_mention_that_cannot_be_read_is_told_in_one_line(archive: Archive, capsys):
    db = unlocked(archive.database)
    db.execute("UPDATE mention SET body = '{' WHERE id = 1")
    db.close()

    assert archive.verify(*archive.kept) == 1
    told = capsys.readouterr().out
    assert "the words that belong to it are not the ones that were sealed" in told
    assert "http" not in told
