from __future__ import annotations

from bot.claims.model import ClaimNumber, DeskId
from bot.claims.pseudonyms import new_secret, voter

ONE, OTHER = bytes(32), bytes(31) + b"\1"
DESK, CLAIM = DeskId(3), ClaimNumber(17)


def test_a_reviewer_has_the_same_name_on_a_claim_for_ever():
    assert voter(ONE, DESK, CLAIM) == "be5d7c78ecb73694242d454bb55e0349"


def test_a_reviewer_has_another_name_on_every_claim_and_desk():
    names = {voter(ONE, DeskId(desk), ClaimNumber(claim)) for desk in range(1, 30) for claim in range(1, 30)}

    assert len(names) == 29 * 29


def test_nobody_else_has_that_name():
    assert voter(ONE, DESK, CLAIM) != voter(OTHER, DESK, CLAIM)
    assert len({new_secret() for _ in range(100)}) == 100
