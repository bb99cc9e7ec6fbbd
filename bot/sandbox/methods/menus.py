"""What the bot is, and what it says of itself."""

from __future__ import annotations

from typing import Any

from bot.sandbox.menus import Commands
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import World


def get_me(world: World, asked: Parameters) -> dict[str, Any]:
    """The bot's own account."""
    return world.bot.about_itself()


def log_out(world: World, asked: Parameters) -> bool:
    """Leaves this server; here there is no other to go to."""
    return True


def close(world: World, asked: Parameters) -> bool:
    """Closes the bot's instance; here nothing comes of it."""
    return True


def set_my_commands(world: World, asked: Parameters) -> bool:
    """Sets the command menu of a scope."""
    world.menus.set_commands(asked.structure("commands"), asked.structure("scope"), asked.text("language_code"))
    return True


def get_my_commands(world: World, asked: Parameters) -> Commands:
    """The command menu of a scope."""
    return world.menus.commands(asked.structure("scope"), asked.text("language_code"))


def delete_my_commands(world: World, asked: Parameters) -> bool:
    """Takes the command menu of a scope away."""
    world.menus.delete_commands(asked.structure("scope"), asked.text("language_code"))
    return True


def set_my_description(world: World, asked: Parameters) -> bool:
    """Sets what an empty chat with the bot shows."""
    world.menus.describe("description", asked.text("description"), asked.text("language_code"))
    return True


def get_my_description(world: World, asked: Parameters) -> dict[str, Any]:
    """What an empty chat with the bot shows."""
    return {"description": world.menus.description("description", asked.text("language_code"))}


def set_my_short_description(world: World, asked: Parameters) -> bool:
    """Sets what the bot's profile shows."""
    world.menus.describe("short_description", asked.text("short_description"), asked.text("language_code"))
    return True


def get_my_short_description(world: World, asked: Parameters) -> dict[str, Any]:
    """What the bot's profile shows."""
    return {"short_description": world.menus.description("short_description", asked.text("language_code"))}
