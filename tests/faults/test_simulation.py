"""Fifty seeded histories of a desk in bad weather. To see one again: pytest tests/faults/test_simulation.py -k [17]."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import pytest

from tests.faults.simulation import a_simulation, last_words
from tests.scoreboard import count

SEEDS = 50
pytestmark = [
    pytest.mark.proof, pytest.mark.usefixtures("nobody_waits_long", "nobody_waits_for_lost_answers")
]  # fmt: skip


async def lives_through(folder: Path, template: Path, seed: int) -> None:
    """One simulation from its seed; what is wrong in the end names the seed."""
    try:
        async with a_simulation(folder, template, seed) as simulation:
            await simulation.goes_on()
            await simulation.comes_to_rest()
            found = await simulation.contradictions()
            said, expected = await simulation.office.reads(last_words), simulation.expected()
    except Exception as error:
        error.add_note(f"seed {seed}")
        raise
    count("seeds")
    count("faults", sum(simulation.telegram.faults_met.values()))
    count("presses", len(simulation.pressed))
    count("contradictions_in_simulation", len(found))
    count("votes_lost", len(set(expected.items()) - set(said.items())))
    assert found == [], f"seed {seed}"
    assert said == expected, f"seed {seed}"


@pytest.mark.parametrize("seed", range(SEEDS))
async def test_a_seeded_history_ends_without_a_contradiction(seed: int, tmp_path: Path, migrated_file: Path):
    await lives_through(tmp_path, migrated_file, seed)


@pytest.mark.soak
async def test_any_number_of_seeded_histories_end_without_a_contradiction(
    tmp_path_factory: pytest.TempPathFactory, migrated_file: Path, soak_minutes: float
):
    end, seed = monotonic() + 60 * soak_minutes, 1000
    while monotonic() < end:
        seed += 1
        await lives_through(tmp_path_factory.mktemp("simulation"), migrated_file, seed)
