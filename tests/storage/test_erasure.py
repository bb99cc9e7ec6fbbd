from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.claims.consensus import Stance
from bot.claims.desk import Reviewer
from bot.claims.model import Origin
from bot.claims.relations import Relation
from bot.desk.linking import link
from storage.columns import storable
from storage.inbox import Arrival
from storage.records import Records
from storage.reviewers import ReviewerForgotten
from storage.store import Store
from storage.tables import DocumentRow, PersonRow, Shape
from tests.storage.scene import NOON, Scene, a_desk

BOSCO, CHIARA = 0x5B0C0_FACADE, 0x5C1A4_FACADE  # numbers whose bytes stand nowhere else
SAID = "It was the grey house, I stood beside it"
LATER = NOON + timedelta(hours=2)


def an_update(number: int, user: int, text: str, name: str = "Bosco Marvellous") -> Arrival:
    sender = {"id": user, "first_name": name, "username": name.lower().replace(" ", "_")}
    body = {"message_id": number, "from": sender, "chat": {"id": user, "type": "private"}, "text": text}
    return Arrival(number, json.dumps({"update_id": number, "message": body}), f"chat:{user}")


def a_working_person(records: Records, telegram_id: int) -> Reviewer:
    """Somebody who has done everything that leaves a trace."""
    scene = Scene(records, records.desks.all()[0] if records.desks.all() else a_desk(records))
    person = records.reviewers.of(scene.desk.id, telegram_id, NOON)
    claim = scene.released()
    records.reviewers.choose_desk(telegram_id, scene.desk.id)
    records.ballots.put(claim.id, 1, person.id, Stance.DISPUTE)
    records.notes.add(claim.id, person.id, SAID)
    records.drafts.add(telegram_id, telegram_id, scene.desk.id, person.id, SAID, 4, NOON)
    document = records.documents.receive(
        desk=scene.desk.id, origin=Origin.PASTED, text=f"A text of {claim.number}", chat=telegram_id, reply_to=4,
        asked_by=person.id, at=NOON,
    )  # fmt: skip
    records.postings.want(telegram_id, f"report:{document}", document=document, priority=0, at=NOON)
    receipt = records.postings.want(telegram_id, f"reply:{claim.id}", content=f'"{SAID}"', priority=0, at=NOON)
    records.postings.shown(receipt.id, 77, "imprint", 1, NOON)
    records.postings.record_call(telegram_id, NOON)
    link(records, scene.released().id, Relation.SUPPORTS, claim.id, person, NOON)
    return person


def stores_updates(records: Records) -> None:
    records.inbox.store([an_update(1, BOSCO, SAID), an_update(2, CHIARA, f"and {BOSCO} said so", "Chiara")], NOON)
    for row in records.inbox.next(1000):
        records.inbox.done(row.id, NOON)


def everything(records: Records) -> list[tuple[str, dict[str, Any]]]:
    rows = []
    for table in Shape.metadata.sorted_tables:
        rows += [(table.name, dict(row._mapping)) for row in records.reviewers.db.execute(select(table))]
    return rows


def found_anywhere(records: Records, *needles: str) -> list[tuple[str, dict[str, Any]]]:
    return [(name, row) for name, row in everything(records) if any(needle in str(row) for needle in needles)]


def forget(records: Records, person: Reviewer) -> None:
    telegram_id = records.erasure.reviewer(person.id, LATER)
    assert telegram_id is not None
    records.erasure.telegram_id(telegram_id, LATER)


def messages_are_gone(records: Records, chat: int) -> None:
    for posting in records.postings.differing(LATER, 100):
        if posting.chat == chat:
            records.postings.taken_down(posting.id)
    records.erasure.sweep(LATER)


def test_no_row_of_any_table_holds_the_id_of_who_was_forgotten(store: Store):
    with store.transaction() as records:
        person = a_working_person(records, BOSCO)
        stores_updates(records)
    with store.transaction() as records:
        forget(records, person)
    with store.transaction() as records:
        messages_are_gone(records, BOSCO)

    with store.transaction() as records:
        assert found_anywhere(records, str(BOSCO), SAID, "Marvellous") == []
        assert [row for name, row in everything(records) if row.get("reviewer_id") == person.id] == []
        assert [row for name, row in everything(records) if row.get("asked_by") == person.id] == []


@pytest.mark.parametrize("table", ["event_key", "link", "party", "sketch"])
def test_no_table_of_how_claims_relate_points_to_a_person(table: str):
    columns = Shape.metadata.tables[table].columns

    assert {key.column.table.name for column in columns for key in column.foreign_keys} <= {"desk", "claim", "document"}
    assert not {"by", "chat", "codename", "reviewer_id", "telegram_id"} & set(columns.keys())


def test_others_keep_what_is_theirs(store: Store):
    with store.transaction() as records:
        bosco, chiara = a_working_person(records, BOSCO), a_working_person(records, CHIARA)
        stores_updates(records)
        before = {name for name, _ in found_anywhere(records, str(CHIARA))}
        forget(records, bosco)

        after = found_anywhere(records, str(CHIARA))
        assert {name for name, _ in after} == before - {"inbox"}  # hers named him
        assert records.reviewers.find(chiara.desk, CHIARA) == chiara


def test_messages_that_telegram_still_lets_us_delete_are_wanted_gone_and_say_nothing(store: Store):
    with store.transaction() as records:
        person = a_working_person(records, BOSCO)
        forget(records, person)

        (left,) = [posting for posting in records.postings.differing(LATER, 100) if posting.chat == BOSCO]
        assert (left.message_id, left.content, left.claim, left.document) == (77, None, None, None)


def test_older_messages_are_not_kept_for_deletion(store: Store):
    with store.transaction() as records:
        person = a_working_person(records, BOSCO)
        at = NOON + timedelta(hours=49)
        assert records.erasure.reviewer(person.id, at) == BOSCO
        records.erasure.telegram_id(BOSCO, at)

        assert [row for name, row in everything(records) if name == "posting" and row["chat"] == BOSCO] == []


def test_a_message_that_cannot_be_deleted_is_forgotten_after_an_hour(store: Store):
    with store.transaction() as records:
        forget(records, a_working_person(records, BOSCO))
        assert records.erasure.sweep(LATER + timedelta(minutes=59)) == 0
        assert records.erasure.sweep(LATER + timedelta(minutes=60)) == 1
        assert found_anywhere(records, str(BOSCO)) == []


def test_the_codename_of_who_was_forgotten_is_given_to_nobody(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("storage.codenames.FIRST", "amber")
    monkeypatch.setattr("storage.codenames.SECOND", "fox wren")
    with store.transaction() as records:
        desk = a_desk(records)
        gone = records.reviewers.of(desk.id, BOSCO, NOON)
        forget(records, gone)
        back = records.reviewers.of(desk.id, BOSCO, LATER)
        more = records.reviewers.of(desk.id, CHIARA, LATER)

        assert {gone.codename, back.codename} == {"amber fox", "amber wren"}
        assert more.codename not in (gone.codename, back.codename)
        assert records.reviewers.called(desk.id, gone.codename) is not None


def test_who_was_forgotten_cannot_answer_any_more_and_is_forgotten_once(store: Store):
    with store.transaction() as records:
        person = a_working_person(records, BOSCO)
        claim = Scene(records, records.desks.get(person.desk)).released()
        forget(records, person)

        assert records.erasure.reviewer(person.id, LATER) is None
        with pytest.raises(ReviewerForgotten):
            records.reviewers.voter(person.id, claim)


def test_what_they_sent_and_nobody_handled_is_dropped_but_what_others_sent_waits(store: Store):
    with store.transaction() as records:
        person = a_working_person(records, BOSCO)
        records.inbox.store([an_update(1, BOSCO, SAID), an_update(2, CHIARA, f"{BOSCO} said so", "Chiara")], NOON)
        forget(records, person)

        assert [row.update_id for row in records.inbox.next(5)] == [2]


def test_the_update_that_asks_for_it_is_erased_too(store: Store):
    with store.transaction() as records:
        a_working_person(records, BOSCO)
        records.inbox.store([an_update(1, BOSCO, "/forgetme")], NOON)
        (row,) = records.inbox.next(1)
        records.erasure.telegram_id(BOSCO, LATER, in_hand=row.id)
        records.inbox.done(row.id, LATER)

        assert [row for name, row in everything(records) if name == "inbox" and row["payload"]] == []


def test_a_text_handed_in_in_private_stays_without_its_chat(store: Store):
    with store.transaction() as records:
        person = a_working_person(records, BOSCO)
        forget(records, person)
        rows = records.reviewers.db.execute(select(DocumentRow)).all()

        assert "A text of 1" in {row.text for row in rows}
        assert {row.chat for row in rows} == {records.desks.get(person.desk).chat}


def test_payloads_are_erased_with_the_chat_that_they_came_from(store: Store):
    with store.transaction() as records:
        stores_updates(records)
        assert records.inbox.forget_payloads(NOON + timedelta(seconds=1)) == 2
        assert found_anywhere(records, str(BOSCO), str(CHIARA)) == []


def as_sqlite_writes(number: int) -> bytes:
    return number.to_bytes(6, "big")


def bytes_of(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir() if file.name.startswith(path.name))


def test_neither_the_file_nor_its_log_holds_a_byte_of_who_was_forgotten(migrated_file: Path, tmp_path: Path):
    path = tmp_path / "claimdesk.db"
    path.write_bytes(migrated_file.read_bytes())
    store = Store(f"sqlite:///{path}")
    with store.transaction() as records:
        person = a_working_person(records, BOSCO)
        for number in range(120):
            a_working_person(records, CHIARA + number)
            records.inbox.store([an_update(1000 + number, CHIARA + number, "hello " * (number % 50), "Chiara")], NOON)
        stores_updates(records)
        secret = records.reviewers.db.execute(
            select(PersonRow.secret).where(PersonRow.telegram_id == BOSCO)
        ).scalar_one()
    needles = {
        "id": as_sqlite_writes(BOSCO), "id in text": str(BOSCO).encode(), "secret": secret, "name": b"Marvellous",
        "user name": b"bosco_marvellous",
    }  # fmt: skip
    assert {what for what, needle in needles.items() if needle in bytes_of(path)} == set(needles)

    with store.transaction() as records:
        forget(records, person)
    with store.transaction() as records:
        messages_are_gone(records, BOSCO)

    left = bytes_of(path)
    assert {what for what, needle in needles.items() if needle in left} == set()
    assert as_sqlite_writes(CHIARA) in left
    assert storable("A text of 1").encode() in left
    store.close()
