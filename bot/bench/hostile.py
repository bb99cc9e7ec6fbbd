"""Texts of 2 MiB made to exhaust the reader, each read in a process of its own: seconds of work and peak memory.

`python -m bot.bench.hostile NAME` reads one and prints both as JSON.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import process_time

LENGTH = 2 * 1024 * 1024  # characters
_CLAIM = "\nTwo men died in Herat on Monday, police said.\n"
_RUN = 20_000  # characters between two claims
_REPEATED = {
    "quotes": '"',
    "curly quotes": "“",
    "nested quotes": "“‘",
    "quotes and says": "“x,” he said. ",
    "digits": "7",
    "numbers with commas": "1,000,",
    "numbers and spaces": "12 ",
    "brackets": "(",
    "pairs of brackets": "() ",
    "dashes": "—",
    "dashes and spaces": "- ",
    "full stops": ". ",
    "letters without a space": "x",
    "hyphens without a space": "a-",
    "apostrophes": "a'",
    "capitalised words": "Ab ",
    "capitals without a space": "A",
    "initials": "A. ",
    "names of places": "Rostov-on-Don and ",
    "line breaks": "\n",
    "list items": "- item\n",
    "times of day": "12:00 entry\n",
    "dates": "3 May 2024, ",
    "months": "May ",
    "weekdays": "since Monday ",
    "one giant sentence": "two men were killed in Herat and ",
    "short claims": "Two men died in Herat on Monday, police said.\n",
    "commas and claims": "12 people were killed, ",
    "passives": "who were wounded by ",
    "phrases": "the death of ",
    "negations": "not no ",
    "speakers": "Gen. Abdul Latif Rostaee said that ",
    "labels": "Police: ",
    "letters beyond the plane": "🙂",
    "combining marks": "e\u0301",
    "halves of letters": "\ud800",
}
NAMES = tuple(_REPEATED)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one hostile text took: `seconds` of CPU time, `mebibytes` of memory at the peak."""

    name: str
    seconds: float
    mebibytes: float


def hostile(name: str, length: int = LENGTH, *, with_claims: bool = False) -> str:
    """The text of that name, so many characters long; with claims in it, every stage has to read it to its end."""
    piece = _REPEATED[name]
    run = _CLAIM + (piece * (_RUN // len(piece))) if with_claims else piece
    return (run * (length // len(run) + 1))[:length]


def cost_of(name: str) -> Cost:
    """Reads the text in a new process."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "bot.bench.hostile", name], capture_output=True, text=True, check=True
    )
    return Cost(**json.loads(done.stdout))


def read_here(name: str, length: int = LENGTH) -> Cost:
    """Reads the text in this process, as it is and with claims in it; the slower of both counts."""
    from bot.extraction.extract import extract

    taken = []
    for with_claims in (False, True):
        text, start = hostile(name, length, with_claims=with_claims), process_time()
        extract(text, date(2024, 5, 10))
        taken.append(process_time() - start)
    return Cost(name, max(taken), _peak())


def _peak() -> float:
    """Mebibytes at the peak of this process; what `getrusage` says may be the parent's on Linux."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    cost = read_here(sys.argv[1])
    print(json.dumps({"name": cost.name, "seconds": cost.seconds, "mebibytes": cost.mebibytes}))  # noqa: T201
