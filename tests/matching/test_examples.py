"""The examples in the docstrings of the room are run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import bot.matching

NAMES = [f"bot.matching.{module.name}" for module in pkgutil.iter_modules(bot.matching.__path__)]


@pytest.mark.parametrize("name", [*NAMES, "bot.claims.relations", "bot.claims.plain_words.relations"])
def test_its_examples_hold(name: str):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
