"""Precision, recall and F1 of the cases, by kind and by register.

`python -m tests.gold.measuring` prints them, `--write` keeps them in kept/figures.toml: so a change shows what it won
and what it lost.
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.gold.cases import cases, outcome

KEPT = Path(__file__).parent / "kept" / "figures.toml"


@dataclass
class Score:
    """How many mentions were wanted and found, wanted and missed, and found without being wanted."""

    right: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.extra) if self.right else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.missed + self.extra) if self.right else 0.0

    def __str__(self) -> str:
        counted = f"right = {self.right}, missed = {self.missed}, extra = {self.extra}"
        return f"{{ {counted}, p = {self.precision:.3f}, r = {self.recall:.3f}, f1 = {self.f1:.3f} }}"


@cache
def scores() -> dict[str, dict[str, Score]]:
    """By kind, and by register."""
    told: dict[str, dict[str, Score]] = {"kind": defaultdict(Score), "register": defaultdict(Score)}
    for case in cases():
        found = outcome(case)
        for name, lines in (("right", found.right), ("missed", found.missed)):
            for line in lines:
                _count(told, case.register, line.partition(" ")[0], name)
        for one in found.extra:
            _count(told, case.register, one.kind.value, "extra")
    return told


def _count(told: dict[str, dict[str, Score]], register: str, kind: str, name: str) -> None:
    for score in (told["kind"][kind], told["register"][register]):
        setattr(score, name, getattr(score, name) + 1)


def as_toml() -> str:
    """The figures as they are kept."""
    lines = ["# Made by `python -m tests.gold.measuring --write`: what the cases of this folder come to."]
    for group, found in scores().items():
        lines += ["", f"[{group}]", *(f"{name} = {found[name]}" for name in sorted(found))]
    return "\n".join(lines) + "\n"


def kept() -> dict[str, dict[str, dict[str, float]]]:
    """The figures as they were when they were last kept."""
    return tomllib.loads(KEPT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    if "--write" in sys.argv:
        KEPT.write_text(as_toml(), encoding="utf-8")
    print(as_toml())
