"""Checkpoints in Telegram: in the digest, for leads to keep, and verified with what they kept."""

from __future__ import annotations

from bot.claims.audit import Anchor
from bot.desk.auditing import audit_desk
from bot.signing import Notary, notes_in, open_checkpoint, signing_key
from bot.signing.growth_proof import verify_growth_proof
from storage.records import Records
from tests.journeys.office import Office
from tests.journeys.test_digest import digests, forward_to


def notary(office: Office) -> Notary:
    return Notary(signing_key(office.settings.signing_key_file))


async def test_the_daily_digest_ends_with_a_checkpoint_that_verifies_the_database(office: Office):
    await office.hands_in_deaths(12, 30)
    forward_to(office, 8)
    (digest,) = await office.until(lambda: digests(office))
    assert f"key {notary(office).fingerprint}" in digest
    (note,) = notes_in(digest)
    key = notary(office).verifier_key(1)
    checkpoint = open_checkpoint(note, key)

    def look(records: Records):
        (desk,) = records.desks.all()
        return audit_desk(records, desk.id, key, [checkpoint])

    report = await office.reads(look)
    assert report.sound
    assert Anchor(checkpoint.size, checkpoint.root) in report.held
    assert checkpoint.size >= 4


async def test_leads_with_a_private_chat_get_the_checkpoint_and_its_proof_as_files(office: Office):
    await office.starts(office.amal, office.bosco)
    await office.hands_in_deaths(12)
    forward_to(office, 8)
    (note_file,) = await office.until(lambda: files(office.amal.private))
    assert note_file.file.name.startswith("checkpoint-desk-1-")
    assert "Keep this file" in note_file.text

    forward_to(office, 8)
    *_, growth = await office.until(lambda: len(found := files(office.amal.private)) == 3 and found)
    assert not verify_growth_proof(content(office, growth), notary(office).verifier_key(1)).findings
    assert files(office.bosco.private) == []
    assert files(office.group) == []


async def test_a_lead_signs_one_at_any_time_and_nobody_else_can(office: Office):
    await office.starts(office.amal)
    told = await office.asks(office.amal, "/checkpoint", "Checkpoint")
    assert "send me /checkpoint in private" in told.text
    assert open_checkpoint(next(notes_in(told.text)), notary(office).verifier_key(1))
    await office.asks(office.bosco, "/checkpoint", "Only a lead")

    await office.asks(office.amal, "/checkpoint", "Checkpoint", office.amal.private)
    note, growth = await office.until(lambda: len(found := files(office.amal.private)) == 2 and found)
    assert open_checkpoint(content(office, note), notary(office).verifier_key(1))
    assert not verify_growth_proof(content(office, growth), notary(office).verifier_key(1)).findings


async def test_a_digest_over_a_log_that_was_rewritten_says_so(office: Office):
    await office.hands_in_deaths(12)
    await office.asks(office.amal, "/checkpoint", "Checkpoint")

    def tamper(records: Records) -> None:
        for what in ("update", "delete", "replace"):
            records.log.db.exec_driver_sql(f"DROP TRIGGER event_refuse_{what}")
        records.log.db.exec_driver_sql("UPDATE event SET hash = randomblob(32) WHERE id = 1")

    await office.reads(tamper)
    forward_to(office, 8)
    (digest,) = await office.until(lambda: digests(office))
    assert "No checkpoint: the log is not the one that was last signed" in digest
    await office.asks(office.amal, "/checkpoint", "No checkpoint can be signed")


def files(chat) -> list:
    return [message for message in chat.messages if message.by_bot and message.file]


def content(office: Office, message) -> str:
    return message.file.data.decode()
