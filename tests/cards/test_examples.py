from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import bot.cards

MODULES = sorted(file.stem for file in Path(bot.cards.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("name", [*MODULES, "wording"])
def test_the_examples_in_the_docstrings_hold(name: str) -> None:
    module = import_module("bot.cards" if name == "__init__" else f"bot.cards.{name}")
    assert doctest.testmod(module).failed == 0
