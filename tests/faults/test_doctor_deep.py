"""`claimdesk doctor --deep` on a database that was damaged in every way that it knows."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.claims.consensus import Rule, Stance
from bot.claims.model import Attack, AttackType, ClaimId, Kind, Mention, Origin
from bot.claims.relations import Relation
from bot.desk.filing import file_claims
from bot.desk.inspection import contradictions
from bot.desk.intake import document_of, put_before_the_desk, take_in
from bot.desk.linking import link
from bot.desk.publishing import first_shown
from bot.desk.voting import Ballot, cast_vote
from storage.append_only import allow_changes
from storage.inbox import Arrival
from storage.records import Records
from storage.states import PostingState
from storage.store import Store
from tests.storage.scene import Scene, a_desk

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=3)
GROUP = -1001234567890123


def a_mention(quote: str) -> Mention:
    return Mention(Kind.ATTACK, quote, 0, len(quote), "shelling", attack=Attack(AttackType.SHELLING))


def at_work(records: Records) -> None:
    """A desk with two claims before it, one verified, one with a single answer, and they contradict each other; cards
    hang, the digest is out."""
    desk = records.desks.open(GROUP, "Night desk", None, Rule(), "UTC", time(8), False, NOON)
    reviewers = [records.reviewers.of(desk.id, 5_000_000_000 + number, NOON).id for number in range(3)]
    document = records.documents.receive(
        desk=desk.id, origin=Origin.PASTED, text="Shells fell.", chat=desk.chat, at=NOON
    )
    intake = document_of(records, document)
    take_in(records, intake, [a_mention("Shells fell on Tarn"), a_mention("Shells fell on Osterhal")], NOON)
    put_before_the_desk(records, intake, 2, NOON)
    first, second = (claim.id for claim in records.claims.page(desk.id, limit=2)[0][::-1])
    for number, claim in enumerate((first, second), start=10):
        posting = records.postings.of_claim(claim)[0]
        records.postings.shown(posting.id, number, "imprint", posting.wanted_version, NOON)
        first_shown(records, posting, NOON)
    for reviewer in reviewers:
        cast_vote(records, Ballot(first, 1, reviewer, Stance.VERIFY), NOON)
    by = records.reviewers.get(reviewers[0])
    assert by is not None
    link(records, second, Relation.CONTRADICTS, first, by, NOON)
    file_claims(records, NOON)
    cast_vote(records, Ballot(second, 1, reviewers[0], Stance.DISPUTE), NOON)
    records.digests.claim_day(desk.id, NOON.date(), NOON)
    digest = records.postings.want(GROUP, f"digest:{NOON.date()}", priority=2, at=NOON, content="{}")
    records.postings.shown(digest.id, 12, "imprint", 1, NOON)
    records.inbox.store([Arrival(1, "one"), Arrival(2, "two")], NOON)


def found(store: Store, at: datetime = LATER) -> list[str]:
    def run(question: Callable[[Records], object]) -> object:
        with store.transaction() as records:
            return question(records)

    return [wrong.sentence for wrong in contradictions(run, at)]


@pytest.fixture
def desk(store: Store) -> Store:
    with store.transaction() as records:
        at_work(records)
    return store


def test_a_sound_database_has_no_contradictions(desk: Store):
    assert found(desk) == []


NEXT_EVENT = (
    "INSERT INTO event (desk_id, claim_id, sequence, name, payload, at, salt, hash) "
    "SELECT desk_id, claim_id, {sequence}, {name}, {payload}, at, salt, hash FROM event "
    "WHERE claim_id = {claim} AND sequence = (SELECT max(sequence) FROM event WHERE claim_id = {claim})"
)
DAMAGES = {
    "a status that was set by hand": (
        "UPDATE claim SET status = 'disputed' WHERE number = 1",
        "C-1 of desk 1: its row says status disputed, its history verified.",
    ),
    "a count that was set by hand": (
        "UPDATE claim SET answered = 7 WHERE number = 2",
        "C-2 of desk 1: its row says answered 7, its history 1.",
    ),
    "a claim of another kind": (
        "UPDATE claim SET kind = 'damage' WHERE number = 1",
        "C-1 of desk 1: its row says kind damage, its history attack.",
    ),
    "a text that was changed": (
        "UPDATE document SET text = 'Nothing happened.' WHERE id = 1",
        "Text 1 of desk 1: it is not the one that its hash was made of, so it was changed.",
    ),
    "a ballot that was taken away": (
        "DELETE FROM ballot WHERE reviewer_id = 2",
        "C-1 of desk 1: the ballots of round 1 are not the last words of its history.",
    ),
    "a ballot that was changed": (
        "UPDATE ballot SET stance = 'dispute' WHERE reviewer_id = 2",
        "C-1 of desk 1: the ballots of round 1 are not the last words of its history.",
    ),
    "two ballots that changed hands": (
        "UPDATE ballot SET reviewer_id = 3 WHERE claim_id = 2",
        "C-2 of desk 1: the ballots of round 1 are not the last words of its history.",
    ),
    "a gap in a history": (
        NEXT_EVENT.format(claim=2, sequence="sequence + 2", name="'posted'", payload="'{\"round\":1}'"),
        "C-2 of desk 1: in its history event 7 stands where event 6 should.",
    ),
    "a vote that is cast twice": (
        NEXT_EVENT.format(claim=2, sequence="sequence + 1", name="name", payload="payload"),
        "C-2 of desk 1: event 6 takes up an answer that was not there, or was another.",
    ),
    "a window that ended and changed nothing": (
        NEXT_EVENT.format(claim=2, sequence="sequence + 1", name="'window_ended'", payload="'{\"round\":1}'"),
        "C-2 of desk 1: before event 7 its status moved, and no event says so, or not as it was.",
    ),
    "a link of another kind": (
        "UPDATE link SET relation = 'supports'",
        "C-1 of desk 1: its link with C-2 is listed as supports (older, confirmed), "
        "and its history tells it as contradicts (older, confirmed).",
    ),
    "a link that was taken back by hand": (
        "UPDATE link SET state = 'dismissed'",
        "C-2 of desk 1: its link with C-1 is listed as contradicts (newer, dismissed), "
        "and its history tells it as contradicts (newer, confirmed).",
    ),
    "a link that was turned": (
        "UPDATE link SET newer_id = older_id, older_id = newer_id",
        "C-2 of desk 1: its link with C-1 is listed as contradicts (older, confirmed), "
        "and its history tells it as contradicts (newer, confirmed).",
    ),
    "a link that is not listed": (
        "DELETE FROM link",
        "C-1 of desk 1: its link with C-2 is listed as nothing, "
        "and its history tells it as contradicts (older, confirmed).",
    ),
    "a link that is told by one history alone": (
        NEXT_EVENT.format(
            claim=1, sequence="sequence + 1", name="'unlinked'", payload='\'{"by":"Amber Fox","other":2}\''
        ),
        "C-1 and C-2 of desk 1: their histories do not tell the same of how they relate.",
    ),
    "a claim that no other finds": (
        "DELETE FROM event_key WHERE claim_id = 2",
        "C-2 of desk 1 is filed under no key, so that no later claim about its event finds it.",
    ),
    "a number that was given and is not there": (
        "UPDATE desk SET last_number = 3",
        "Desk 1 has given 3 numbers to 2 claims, the highest is 2.",
    ),
    "an open claim without a posting": (
        "DELETE FROM posting WHERE claim_id = 2",
        "C-2 of desk 1 waits for answers, and its card neither hangs in the desk's chat nor says why not.",
    ),
    "a card that was given up without a reason": (
        "UPDATE posting SET state = 'stopped', why = NULL WHERE claim_id = 2",
        "C-2 of desk 1 waits for answers, and its card neither hangs in the desk's chat nor says why not.",
    ),
    "a card that never came": (
        "UPDATE posting SET state = 'wanted', message_id = NULL WHERE claim_id = 2",
        "C-2 of desk 1 has waited for its card since 25 November 12:00 UTC.",
    ),
    "an update that is there twice": (
        "INSERT INTO inbox (update_id, payload, line, arrived, attempts, set_aside) "
        "SELECT update_id, payload, line, arrived, attempts, set_aside FROM inbox WHERE update_id = 2",
        "Update 2 is in the inbox twice.",
    ),
    "an update that is set aside and waits": (
        "UPDATE inbox SET set_aside = true WHERE update_id = 1",
        "Update 1 was set aside and yet waits to be handled.",
    ),
    "a digest without its row": (
        "DELETE FROM digest",
        "Desk 1 has no digest of 2026-11-25, which was due more than an hour ago.",
    ),
    "a message of two postings": (
        "UPDATE posting SET message_id = 10",
        f"Two postings say that they hang in message 10 of chat {GROUP}.",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_told_in_a_sentence(damage: str, desk: Store):
    statement, sentence = DAMAGES[damage]
    with desk.engine.begin() as db:
        db.execute(text(statement.replace(":", r"\:")))

    assert sentence in found(desk)


def test_a_claim_that_shows_the_words_of_another_source_is_told(desk: Store):
    with desk.engine.begin() as db:
        copied = "kind, place, start, stop, body FROM mention WHERE id = 1"
        db.execute(text(f"INSERT INTO mention (id, document_id, kind, place, start, stop, body) SELECT 9, 1, {copied}"))
        db.execute(text("UPDATE claim SET mention_id = 9 WHERE number = 1"))

    assert "C-1 of desk 1: its row says mention 9, its history 1." in found(desk)


def test_a_link_that_no_history_tells_is_told_also_between_two_desks(desk: Store):
    with desk.transaction() as records:
        scene = Scene(records, a_desk(records, chat=GROUP - 5))
        records.links.propose(scene.desk.id, scene.claims().id, ClaimId(1), Relation.SUPPORTS, "", NOON)

    told = found(desk)
    assert ("C-1 of desk 2: its link with C-1 is listed as supports (newer, proposed), "
            "and its history tells it as nothing.") in told  # fmt: skip
    assert "C-1 of desk 1: its link with C-1 is listed for a desk that is not theirs." in told


def test_a_link_by_somebody_else_at_its_other_end_is_told(desk: Store):
    with desk.engine.begin() as db:
        for statement in allow_changes(db.dialect.name, "event"):
            db.execute(text(statement))
        of_another = text(
            "UPDATE event SET payload = replace(payload, :by, :un) WHERE name = 'linked' AND claim_id = 2"
        )
        db.execute(of_another, {"by": '"by":"', "un": '"by":"Un'})

    assert "C-2 and C-1 of desk 1: their histories do not tell the same of how they relate." in found(desk)


def test_a_digest_that_hangs_in_two_chats_of_a_desk_is_told(desk: Store):
    with desk.transaction() as records:
        records.desks.move(GROUP, GROUP - 1, LATER)
        again = records.postings.want(GROUP - 1, f"digest:{NOON.date()}", priority=2, at=NOON, content="{}")
        records.postings.shown(again.id, 5, "imprint", 1, NOON)
    with desk.engine.begin() as db:
        db.execute(text(f"UPDATE posting SET state = '{PostingState.SHOWN}' WHERE key LIKE 'digest%'"))

    assert "The digest of 2026-11-25 hangs twice at desk 1." in found(desk)


def test_the_command_tells_what_it_found_and_ends_with_1(tmp_path: Path):
    store = Store(f"sqlite:///{tmp_path / 'claimdesk.db'}")
    store.migrate()
    with store.transaction() as records:
        at_work(records)
    with store.engine.begin() as db:
        db.execute(text("UPDATE claim SET status = 'disputed' WHERE number = 1"))
    store.close()
    url = store.engine.url.render_as_string()
    said = subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", "doctor", "--deep"], capture_output=True, text=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "CLAIMDESK_DATABASE_URL": url,
             "CLAIMDESK_API_URL": "http://127.0.0.1:9", "CLAIMDESK_TOKEN": "7000000001:a-token"},
        cwd=tmp_path, check=False,
    )  # fmt: skip

    assert said.returncode == 1
    assert "✗ contradiction: C-1 of desk 1: its row says status disputed, its history verified." in said.stdout
    assert "contradictions: found: " in said.stdout
