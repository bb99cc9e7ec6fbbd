from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from bot.claims.merkle import subtrees_of
from bot.signing.__main__ import UNUSABLE, VERIFIED, WRONG, main
from bot.signing.claim_proof import claim_proof
from bot.signing.growth_proof import growth_proof
from tests.signing.histories import DESK, KEY, NOTARY, History, history, note

CASES = 150
WEIRD = [
    b"",
    b"\0",
    b"\xff",
    b"\r\n",
    b"\n\n",
    b"[" * 5000,
    b'{"',
    b"null",
    b"-0",
    b"1e999",
    b"\xe2\x80\x94 ",
    b"9" * 5000,
]


def _mutated(raw: bytes, random: Random) -> bytes:
    """The bytes with one to three pieces cut, repeated, moved or replaced."""
    for _ in range(random.randint(1, 3)):
        start = random.randrange(len(raw) + 1)
        end = min(len(raw), start + random.choice([0, 1, 1, 2, 10, 100]))
        piece = random.choice([*WEIRD, raw[start:end] * 2, random.randbytes(3), raw[: random.randrange(50)]])
        raw = raw[:start] + piece + raw[end:]
    return raw


def _proof_of_claim(true: History) -> bytes:
    events = [event for event in true.events if event.claim == true.events[0].claim]
    return claim_proof(DESK, events, true.notes[-1], subtrees_of([one.hash for one in true.events])).encode()


def _proof_of_growth(true: History) -> bytes:
    return growth_proof(true.notes[0], true.notes[-1], subtrees_of([one.hash for one in true.events])).encode()


FILES: dict[str, Callable[[History], bytes]] = {
    "verify-proof": _proof_of_claim,
    "verify-growth": _proof_of_growth,
    "verify export": lambda true: true.text().encode(),
    "verify checkpoint": lambda true: "\n".join(true.notes).encode(),
    "verify key": lambda true: str(KEY).encode(),
}


def _arguments(what: str, folder: Path) -> list[str]:
    fuzzed, export, checkpoint = (str(folder / name) for name in ("fuzzed", "export", "checkpoint"))
    match what.split(" "):
        case ["verify", "export"]:
            return ["verify", fuzzed, checkpoint, "--key", str(KEY)]
        case ["verify", "checkpoint"]:
            return ["verify", export, fuzzed, "--key", str(KEY)]
        case ["verify", "key"]:
            return ["verify", export, checkpoint, "--key", fuzzed]
    return [what, fuzzed, "--key", str(KEY)]


def _one_case(what: str, seed: int, folder: Path) -> None:
    random = Random(seed)
    true = history(random, rows=12, claims=2)
    (folder / "export").write_text(true.text(), encoding="ascii")
    (folder / "checkpoint").write_text(true.notes[-1], encoding="utf-8")
    (folder / "fuzzed").write_bytes(_mutated(FILES[what](true), random))

    assert main(_arguments(what, folder)) in (VERIFIED, WRONG, UNUSABLE)


@pytest.mark.parametrize("what", FILES)
def test_a_mangled_file_gets_a_verdict_or_a_sentence(what: str, tmp_path: Path):
    for seed in range(CASES):
        _one_case(what, seed, tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("what", FILES)
def test_mangled_files_get_a_verdict_or_a_sentence_for_long(what: str, tmp_path: Path, soak_minutes: float):
    end, seed = monotonic() + 60 * soak_minutes / len(FILES), CASES
    while monotonic() < end:
        _one_case(what, seed, tmp_path)
        seed += 1


@pytest.mark.parametrize("value", [None, True, 7, -1, 1.5, "x", [], {}, [[]], "\ud800", 1 << 64])
def test_a_value_of_another_kind_in_a_proof_gets_a_verdict_or_a_sentence(value: object, tmp_path: Path):
    true = history(Random(1), rows=12, claims=2)
    for what in ("verify-proof", "verify-growth"):
        fields = json.loads(FILES[what](true))
        for name in fields:
            (tmp_path / "fuzzed").write_text(json.dumps(fields | {name: value}), encoding="ascii")
            assert main(_arguments(what, tmp_path)) in (WRONG, UNUSABLE)


def test_a_checkpoint_signed_over_nonsense_gets_a_verdict(tmp_path: Path):
    true = history(Random(1), rows=12)
    (tmp_path / "export").write_text(true.text(), encoding="ascii")
    (tmp_path / "fuzzed").write_text(note(true.events, 0, NOTARY) + note(true.events, 12, NOTARY), encoding="utf-8")

    assert main(_arguments("verify checkpoint", tmp_path)) == WRONG
