from __future__ import annotations

import pytest

from bot.cards.wording.english import SENTENCES
from bot.claims.consensus import Ground

SPELLED_OUT = {Ground.STANDS}  # never the ground that a claim stands on


@pytest.mark.parametrize("ground", [ground for ground in Ground if ground not in SPELLED_OUT])
def test_every_ground_of_a_status_has_words_for_the_past(ground: Ground):
    assert f"asof.why_{ground.value}" in SENTENCES
