from __future__ import annotations

import random

import pytest

from bot.matching.likeness import LEAST, copied, shingles, sketch

WORDS = (
    "army town market shell fire road bridge river rebels soldiers civilians police hospital north south east west "
    "killed wounded fled seized held lost entered attack strike convoy village school farm border governor spokesman"
).split()


def a_text(seed: int, words: int = 200) -> str:
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) for _ in range(words))


def edited(text: str, share: float, seed: int = 1) -> str:
    chosen = random.Random(seed)
    return " ".join("edited" if chosen.random() < share else word for word in text.split())


@pytest.mark.parametrize("seed", range(20))
def test_a_text_with_small_edits_is_found_again(seed: int):
    text, copy = a_text(seed), edited(a_text(seed), 0.05, seed)

    assert set(sketch(text)) & set(sketch(copy))
    assert copied(text, copy)


@pytest.mark.parametrize("seed", range(20))
def test_half_of_an_agency_report_is_a_copy_of_it(seed: int):
    text = a_text(seed, 400)
    half = " ".join(text.split()[:200])

    assert set(sketch(text)) & set(sketch(half))
    assert copied(text, half)


def test_case_marks_and_spaces_make_no_difference():
    text = a_text(3)

    assert sketch(text) == sketch(text.upper().replace(" ", ",  "))


def test_texts_of_the_same_trade_are_no_copies():
    texts = [a_text(seed) for seed in range(60)]

    assert not any(copied(one, other) for at, one in enumerate(texts) for other in texts[:at])


def test_of_a_few_words_nobody_can_say_that_they_were_copied():
    few = "At least 12 people were killed in Herat on Monday"

    assert len(shingles(few)) < LEAST
    assert sketch(few) == ()
    assert not copied(few, few)


def test_one_paragraph_of_a_long_report_makes_it_no_copy():
    long = a_text(5, 2000)

    assert not copied(long, " ".join(long.split()[100:160]))


def test_a_copy_with_another_figure_is_a_copy_all_the_same():
    """Which is why a copy alone never makes two claims one."""
    one = "Police said on Monday that 12 people were killed in Herat by a bomb in the market"

    assert copied(one, one.replace("12", "21"))
