"""How fast texts are read, against a plain tokenizer in the same run; and the worst that hostile texts can do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from rich.console import Console

from bot.bench.hostile import NAMES, Cost, cost_of
from bot.bench.reports import reports
from bot.extraction.extract import extract
from bot.reader.files import texts

ROUNDS = 3  # in turn, so that both see the machine as it is; the best of each counts
REPORTS = 60
WARMING = 5
AIM = 1 / 8
SECONDS, MEBIBYTES = 5.0, 256.0
_PLAIN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Speed:
    """How many seconds of CPU time each way took for so many words and marks."""

    words: int
    mentions: int
    plain: float
    cascade: float

    @property
    def ratio(self) -> float:
        """The words per second of the cascade as a share of the tokenizer's."""
        return self.plain / self.cascade


def bench_extract(paths: Sequence[Path], hostile: Sequence[str] = NAMES) -> tuple[Speed, list[Cost]]:
    """Measures the texts of the paths, or made-up reports where there are none, and the hostile texts; prints both."""
    console = Console()
    speed = measured([text for _, text in texts(list(paths))] if paths else reports(REPORTS))
    for line in _told(speed):
        console.print(line, highlight=False)
    costs = []
    for name in hostile:
        costs.append(cost_of(name))
        console.print(_row(costs[-1]), highlight=False)
    return speed, costs


def measured(read: Sequence[str]) -> Speed:
    """Both ways over the same texts. Other texts are read before the clock starts, so that all tables are loaded."""
    for text in reports(WARMING, seed=2):
        extract(text)
    words = sum(len(_PLAIN.findall(text)) for text in read)
    plain, cascade = [], []
    for _ in range(ROUNDS):
        plain.append(_timed(_PLAIN.findall, read))
        cascade.append(_timed(extract, read))
    return Speed(words, sum(len(extract(text)) for text in read), min(plain), min(cascade))


def _timed(reader: Callable[[str], object], read: Sequence[str]) -> float:
    start = process_time()
    for text in read:
        reader(text)
    return process_time() - start


def _told(speed: Speed) -> Iterator[str]:
    yield f"{speed.words:,} words and marks, {speed.mentions:,} claims"
    yield f"Plain tokenizer: {speed.words / speed.plain:,.0f} words/s"
    yield f"Whole cascade: {speed.words / speed.cascade:,.0f} words/s"
    yield f"Ratio: 1/{1 / speed.ratio:.1f} (aim 1/{1 / AIM:.0f}; best of {ROUNDS} each, CPU time, one process)"


def _row(cost: Cost) -> str:
    verdict = "" if cost.seconds < SECONDS and cost.mebibytes < MEBIBYTES else "  too much"
    return f"  2 MiB of {cost.name:<26} {cost.seconds:5.2f} s {cost.mebibytes:6.0f} MiB{verdict}"
