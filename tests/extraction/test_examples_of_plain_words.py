"""The examples in docstrings say what the code does."""

from __future__ import annotations

import doctest

import pytest

from bot.claims.plain_words import counted, figures, number, places, predicates
from bot.extraction import dateline, dates, language
from bot.extraction.when import tense


@pytest.mark.parametrize(
    "module",
    [counted, figures, number, places, predicates, language, dates, dateline, tense],
    ids=lambda one: one.__name__,
)
def test_the_examples_are_true(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
