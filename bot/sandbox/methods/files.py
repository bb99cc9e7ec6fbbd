"""Fetching files that people sent."""

from __future__ import annotations

from typing import Any

from bot.sandbox.parameters import Parameters
from bot.sandbox.world import World


def get_file(world: World, asked: Parameters) -> dict[str, Any]:
    """Where a file can be fetched."""
    return world.files.by_id(asked.text("file_id")).as_file()
