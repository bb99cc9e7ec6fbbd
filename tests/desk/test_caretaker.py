from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from bot.cards.card import Card
from bot.cards.wording import say
from bot.claims.model import DeskId
from bot.claims.status import Status
from bot.desk import caretaker
from bot.desk.caretaker import Caretaker
from bot.desk.checkpoints import cut_checkpoint
from bot.sandbox.clock import HandClock
from bot.signing import Notary
from storage.records import Records
from storage.store import Store
from tests.storage.scene import GROUP, NOON, Scene, a_desk

NOTARY = Notary(bytes(range(32)))
OTHER_GROUP = GROUP - 1
THREE_DAYS = timedelta(days=3)


async def nobody(_: int) -> tuple[int, ...]:
    return ()


def two_desks(records: Records) -> list[DeskId]:
    """Each with a claim before it and a digest at eight."""
    desks = [a_desk(records, chat) for chat in (GROUP, OTHER_GROUP)]
    for desk in desks:
        records.desks.change(replace(desk, digest_at=time(8)))
        Scene(records, desk).released()
    return [desk.id for desk in desks]


def a_caretaker(store: Store) -> tuple[Caretaker, list[str]]:
    told: list[str] = []
    clock = HandClock(NOON + THREE_DAYS)
    return Caretaker(store, clock, NOTARY, nobody, lambda: told.append("happened")), told


def digest(records: Records, chat: int) -> str:
    posting = records.postings.get_by_key(chat, f"digest:{(NOON + THREE_DAYS).date()}")
    return (posting.content or "") if posting else ""


async def test_windows_end_and_every_desk_gets_its_digest_once(store: Store):
    with store.transaction() as records:
        desks = two_desks(records)
    keeper, told = a_caretaker(store)

    await keeper.look()
    await keeper.look()

    assert told == ["happened"]
    with store.transaction() as records:
        assert all(digest(records, chat) for chat in (GROUP, OTHER_GROUP))
        for desk in desks:
            assert [claim.status for claim in records.claims.page(desk, limit=9)[0]] == [Status.UNDETERMINED]


async def test_what_fails_for_one_desk_keeps_nothing_else_from_being_done(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    with store.transaction() as records:
        first, _ = two_desks(records)
    send = caretaker.send_if_due

    def send_if_due(records: Records, desk: DeskId, *rest: Any) -> bool:
        if desk == first:
            raise RuntimeError("this desk's digest cannot be made")
        return send(records, desk, *rest)

    monkeypatch.setattr(caretaker, "send_if_due", send_if_due)
    monkeypatch.setattr(caretaker, "carry_out_freezes", lambda *_: 1 / 0)
    keeper, told = a_caretaker(store)

    await keeper.look()

    assert told == ["happened"]
    assert "cannot be made" in caplog.text
    with store.transaction() as records:
        assert not digest(records, GROUP)
        assert digest(records, OTHER_GROUP)


async def test_a_digest_goes_out_without_a_checkpoint_when_the_log_contradicts_the_claims(store: Store):
    with store.transaction() as records:
        first, _ = two_desks(records)
        cut_checkpoint(records, first, NOTARY, NOON)
    with store.transaction() as records:
        records.log.db.exec_driver_sql("UPDATE claim SET logged = 0")  # so its events seem not to be in the log
    keeper, _ = a_caretaker(store)

    await keeper.look()

    with store.transaction() as records:
        assert say("checkpoint.none") in Card.from_json(digest(records, GROUP)).text
        assert [kept.at for kept in records.log.checkpoints(first)] == [NOON]
