"""Explain: what the cascade saw in a text, sentence by sentence, as plain data for people who wonder."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.extraction.extract import extract
from bot.extraction.scene import Scene, scene_of
from bot.extraction.sentences import split


def explain(text: str, published: date | None = None) -> list[dict[str, Any]]:
    """One entry a sentence: its words, the groups read in it, and the claims with the rule that found each."""
    mentions = extract(text, published)
    told = []
    for sentence in split(text):
        scene = scene_of(text, sentence)
        inside = [one for one in mentions if sentence.start <= one.start < sentence.end]
        told.append(
            {
                "start": sentence.start,
                "end": sentence.end,
                "sentence": text[sentence.start : sentence.end],
                "groups": _groups(scene),
                "claims": [
                    {"kind": one.kind.value, "quote": one.quote, "rule": one.rule, "polarity": one.polarity.value}
                    for one in inside
                ],
            }
        )
    return told


def _groups(scene: Scene) -> list[dict[str, Any]]:
    return [
        {
            "words": group.words,
            "about": group.about.value,
            "low": group.interval.low,
            "high": group.interval.high,
            "hedge": group.interval.hedge,
        }
        for group in scene.groups
    ]
