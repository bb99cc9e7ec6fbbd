"""The scoreboard: tests count what they did and what went wrong, and one table says it at the end of a long run.

A test counts what went wrong before it asserts that nothing did: the zeros are measured, too.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

_COUNTED: Counter[str] = Counter()

# What was done, how often, and what came of it. A line is told when its first number was counted.
LINES = (
    ("random sequences of what a desk can do, beside an independent model of the rules",
     "{sequences:,}", "{differences:,} differences"),
    ("ends of the program before and after a commit or a call",
     "{crashes:,}", "{contradictions:,} contradictions after it"),
    ("kills (-9) of the running bot", "{kills:,}", "{contradictions_after_kill:,} contradictions after it"),
    ("presses followed from the finger to the history",
     "{presses:,}", "{votes_lost:,} votes lost, {double_votes:,} counted twice"),
    ("deaths in the middle of a send", "{cut_sends:,}", "{repeats:,} messages repeated, never more than one a death"),
    ("simulations by seed", "{seeds:,}", "{faults:,} faults met, {contradictions_in_simulation:,} contradictions"),
    ("simultaneous votes on PostgreSQL, by claim", "{raced_claims:,}", "{stuck:,} stuck or decided twice"),
    ("local dates with a digest, over all time zones and changes of the clock",
     "{digest_days:,}", "{digests_missed:,} missed, {digests_double:,} double"),
    ("mutated button presses", "{mutated_presses:,}", "{mutated_accepted:,} accepted"),
    ("hostile texts through the gate of the cards", "{hostile_texts:,}", "{pressable:,} left something to press"),
    ("histories and exports tampered with", "{tampered:,}", "{tampering_found:,} found"),
    ("bugs planted on purpose", "{planted:,}", "{planted_caught:,} caught by the tests"),
)  # fmt: skip
BEGIN, END = "<!-- scoreboard -->", "<!-- end of the scoreboard -->"


def count(what: str, number: int = 1) -> int:
    """Adds to one of the numbers that `LINES` names, and gives back what was added."""
    assert any(f"{{{what}:" in words for line in LINES for words in line), what
    _COUNTED[what] += number
    return number


def rows(counted: Counter[str]) -> list[tuple[str, str, str]]:
    """The lines of the table of which something was counted."""
    told = []
    for what, often, outcome in LINES:
        if counted[re.findall(r"{(\w+)", often)[0]]:
            numbers = _Zeros(counted)
            told.append((what, often.format_map(numbers), outcome.format_map(numbers)))
    return told


class _Zeros(dict[str, int]):
    def __missing__(self, key: str) -> int:
        return 0


class Scoreboard:
    """Gathers what every worker has counted; tells it after long runs, and writes it where it is asked to."""

    def __init__(self, config: pytest.Config) -> None:
        self._config, self._began = config, time.monotonic()
        _COUNTED.clear()

    def pytest_sessionfinish(self) -> None:
        output: dict[str, Any] | None = getattr(self._config, "workeroutput", None)
        if output is not None:
            output["scoreboard"] = dict(_COUNTED)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        _COUNTED.update(getattr(node, "workeroutput", {}).get("scoreboard", {}))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        into = self._config.getoption("--scoreboard")
        if not into and not self._config.getoption("--soak"):
            return
        stats = terminalreporter.stats
        tests = f"{len(stats.get('passed', []))} tests passed, {len(stats.get('failed', []))} failed"
        table = rows(_COUNTED)
        terminalreporter.section("scoreboard")
        for what, often, outcome in table:
            terminalreporter.write_line(f"{often:>9}  {what}: {outcome}")
        terminalreporter.write_line(tests)
        if into and table and not stats.get("failed") and not stats.get("error"):
            write(Path(into), table, f"{tests} in {(time.monotonic() - self._began) / 60:.0f} minutes")


def write(page: Path, table: list[tuple[str, str, str]], tests: str) -> None:
    """Puts the table between the two marks in a page of Markdown."""
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    lines = [f"| {what} | {often} | {outcome} |" for what, often, outcome in table]
    day = time.strftime("%d %B %Y", time.gmtime()).lstrip("0")
    head = f"Measured by `make soak` on {day}: {tests}.\n\n| what | how often | what came of it |\n|---|---:|---|"
    page.write_text(f"{before}{BEGIN}\n{head}\n" + "\n".join(lines) + f"\n{END}{after}", encoding="utf-8")
