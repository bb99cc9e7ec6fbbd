"""Driving the sandbox from outside with JSON, under /control: the same people and groups, by name."""

from __future__ import annotations

from starlette.routing import Route

from bot.sandbox.world import World


def control_routes(world: World) -> list[Route]:
    """The routes of the control API."""
    return []
