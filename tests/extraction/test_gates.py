"""The gates spare patterns the sentences that cannot set them off, and never change what is found."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bench.reports import reports
from bot.extraction.patterns.gate import Gate, Gates
from bot.extraction.patterns.turning import PATTERNS, patterns_for
from bot.extraction.rules import EXAMPLES
from bot.extraction.scene import Finding, Scene
from bot.extraction.sentences import split

GOLD = sorted((Path(__file__).parent.parent / "gold").glob("*.toml"))
_MARKED = re.compile("[⟦⟧]")


def told(text: str, gated: bool) -> list[list[Finding]]:
    """What the patterns find in each sentence: those that the gates let in, or all of them."""
    scenes = [Scene(text, sentence) for sentence in split(text)]
    everything = [pattern for pattern, _ in PATTERNS]
    return [
        [found for pattern in (patterns_for(scene.vocabulary) if gated else everything) for found in pattern(scene)]
        for scene in scenes
    ]


def spoken(words: frozenset[str]) -> st.SearchStrategy[str]:
    """Sentences of words that set patterns off, among the small words between which they stand."""
    small = "the a two 12 of in to by from with and , . were are is had been soldiers they town it number put".split()
    return st.lists(st.sampled_from(sorted(words)) | st.sampled_from(small), max_size=24).map(" ".join)


ALL_SIGNS = frozenset(word for _, gate in PATTERNS for word in gate.words)


@pytest.mark.parametrize("file", GOLD, ids=lambda file: file.stem)
def test_gates_change_nothing_in_gold_texts(file: Path) -> None:
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
        assert told(case["text"], gated=True) == told(case["text"], gated=False)


@pytest.mark.parametrize("text", [*EXAMPLES.values(), *reports(10)])
def test_gates_change_nothing_in_examples_and_reports(text: str) -> None:
    bare = _MARKED.sub("", text)
    assert told(bare, gated=True) == told(bare, gated=False)


@settings(max_examples=400, deadline=None)
@given(spoken(ALL_SIGNS))
def test_gates_change_nothing_in_sentences_of_signs(text: str) -> None:
    assert told(text, gated=True) == told(text, gated=False)


def test_every_pattern_has_signs_and_a_sentence_without_any_is_passed_over() -> None:
    assert all(gate.words for _, gate in PATTERNS)
    assert patterns_for(frozenset("the weather was fine and the harvest good".split())) == []


@given(st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=3).map(tuple), max_size=6), st.data())
def test_gates_together_open_as_each_would_alone(signs: list[tuple[str, ...]], data: st.DataObject) -> None:
    gates = [Gate(signs), Gate(signs[::2]), Gate(signs[1::2])]
    vocabulary = data.draw(st.frozensets(st.sampled_from("abcd")))

    assert Gates(gates).opened(vocabulary) == tuple(
        number for number, gate in enumerate(gates) if gate.opens(vocabulary)
    )
