"""The examples in the sandbox's docstrings are true."""

from __future__ import annotations

import doctest
import importlib

import pytest

MODULES = "addresses clickable clock domains entities files html_marks markdown_marks tidy"


@pytest.mark.parametrize("name", MODULES.split())
def test_examples_are_true(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(f"bot.sandbox.{name}"))

    assert (failed, tried > 0) == (0, True)
