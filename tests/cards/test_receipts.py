from __future__ import annotations

from itertools import product

import pytest

from bot.cards import receipts
from bot.cards.card import Card
from bot.cards.hostile import utf16
from bot.cards.presses import GiveReason, WithdrawNotAClaim, WithdrawVote
from bot.cards.prompts import reason_prompt_card
from bot.cards.report import more_receipt
from bot.claims.consensus import Stance
from bot.claims.reasons import Reason
from tests.cards.casting import BELLS, SIGNER, a_claim
from tests.cards.snapshot import matches

LONGEST = {"label": "C-9999999999"}
BOT = "@" + "a" * 29 + "bot"


def every_answer() -> list[str]:
    label = LONGEST["label"]
    told = []
    for stance, private in product(Stance, (True, False)):
        told.append(receipts.recorded(label, stance, private=private, bot=BOT))
        told.append(receipts.repeated(label, stance, private=private, bot=BOT))
        told += [receipts.changed(label, was, stance, private=private, bot=BOT) for was in Stance]
        told.append(receipts.not_a_claim(label, rejected=private))
        told.append(receipts.not_a_claim_repeated(label, private=private, bot=BOT))
    told += [receipts.reason_noted(label, reason) for reason in Reason]
    return [*told, receipts.withdrawn(label), receipts.not_a_claim_withdrawn(label), more_receipt(0), more_receipt(12)]


def test_every_answer_fits_and_none_is_cut() -> None:
    for sentence in every_answer():
        assert utf16(sentence) <= 200
        assert not sentence.endswith("…"), sentence


def test_a_first_answer_says_what_was_recorded_and_what_the_next_press_does() -> None:
    assert receipts.recorded("C-17", Stance.VERIFY, private=True, bot="@desk_bot") == (
        "Recorded: verify on C-17. Press another answer to change it; press the same one again to withdraw it."
    )


def test_the_same_answer_again_says_so_and_where_to_withdraw() -> None:
    assert receipts.repeated("C-17", Stance.UNSURE, private=False, bot="@desk_bot") == (
        "You already said unsure on C-17, and it counts. To withdraw it, open a private chat with @desk_bot, "
        "press Start, and press here once more."
    )


def test_a_dispute_is_asked_for_its_reason_in_private() -> None:
    card = receipts.receipt_card(a_claim(), 1, Stance.DISPUTE, SIGNER)
    presses = [SIGNER.decode(button.press, BELLS.id) for row in card.rows for button in row]
    assert presses == [*(GiveReason(a_claim().id, 1, reason) for reason in Reason), WithdrawVote(a_claim().id, 1)]
    assert matches(card, "receipt_dispute")


def test_any_answer_can_be_withdrawn_in_private() -> None:
    assert matches(receipts.receipt_card(a_claim(), 1, Stance.VERIFY, SIGNER, repeated=True), "receipt_repeated")


@pytest.mark.parametrize(
    ("name", "card"),
    [
        ("receipt_reason", receipts.reason_card(a_claim(), 1, Reason.PLACE, SIGNER)),
        ("receipt_withdrawn", receipts.withdrawn_card(a_claim())),
        ("receipt_not_a_claim", receipts.not_a_claim_card(a_claim(), 1, SIGNER)),
        ("receipt_not_a_claim_withdrawn", receipts.not_a_claim_withdrawn_card(a_claim())),
        ("receipt_ask_words", reason_prompt_card(a_claim())),
    ],
)
def test_private_receipts_look_like_this(name: str, card: Card) -> None:
    assert matches(card, name)


def test_not_a_claim_can_be_withdrawn_in_private() -> None:
    card = receipts.not_a_claim_card(a_claim(), 2, SIGNER)
    assert SIGNER.decode(card.rows[0][0].press, BELLS.id) == WithdrawNotAClaim(a_claim().id, 2)
