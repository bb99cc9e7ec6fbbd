"""Which updates wait for each other."""

from __future__ import annotations

from typing import Any

import pytest

from bot.cards.presses import CastVote, ChooseDesk, Signer, WithdrawVote
from bot.chat.lines import UNKNOWN, line_of
from bot.claims.consensus import Stance

GROUP, ALICE = -1001234567890, 7_000_000_001
SIGNER = Signer(b"a key of sixteen")


def pressed(press: Any, chat: int) -> dict[str, Any]:
    query = {"id": "1", "from": {"id": ALICE}, "message": {"chat": {"id": chat}}, "data": SIGNER.encode(press, 1)}
    return {"update_id": 1, "callback_query": query}


def said(text: str, chat: int, **more: Any) -> dict[str, Any]:
    return {"update_id": 2, "message": {"message_id": 5, "chat": {"id": chat}, "text": text, **more}}


def test_all_presses_on_a_claim_are_one_line_wherever_its_buttons_hang():
    in_the_group = pressed(CastVote(17, 1, Stance.VERIFY), GROUP)
    in_private = pressed(WithdrawVote(17, 1), ALICE)
    assert line_of(in_the_group) == line_of(in_private) == "claim:17"
    assert line_of(pressed(CastVote(18, 1, Stance.VERIFY), GROUP)) == "claim:18"


def test_everything_else_goes_by_its_chat():
    changed = {"chat": {"id": GROUP}, "new_chat_member": {}}
    for update in (
        said("/add a text", GROUP),
        pressed(ChooseDesk(1), GROUP),
        {"update_id": 3, "my_chat_member": changed},
        {"update_id": 4, "chat_member": changed},
        {"update_id": 5, "something_new": {"chat": {"id": GROUP}}},
    ):
        assert line_of(update) == f"chat:{GROUP}"


def test_both_messages_about_a_group_that_moves_are_in_the_line_of_the_new_one():
    new = GROUP - 1
    assert line_of(said("", GROUP, migrate_to_chat_id=new)) == f"chat:{new}"
    assert line_of(said("", new, migrate_from_chat_id=GROUP)) == f"chat:{new}"


@pytest.mark.parametrize(
    "update",
    [
        {}, {"update_id": 1}, {"update_id": 1, "message": None}, {"update_id": 1, "message": {"chat": "no"}},
        {"update_id": 1, "message": {"chat": {"id": "17"}}}, {"update_id": 1, "message": [1, 2]},
        {"update_id": 1, "callback_query": {"data": 17}}, {"update_id": 1, "callback_query": {"data": "v.zz.1.v"}},
        {"update_id": 1, "callback_query": {"data": "v." + "9" * 99 + ".1.v.mac", "message": {"chat": []}}},
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_line_of_its_own(update: dict[str, Any]):
    assert line_of(update) == UNKNOWN


def test_a_forged_press_goes_by_its_chat_when_it_names_no_claim():
    forged = pressed(ChooseDesk(1), GROUP)
    forged["callback_query"]["data"] = "nonsense"
    assert line_of(forged) == f"chat:{GROUP}"
