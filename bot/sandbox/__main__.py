"""`python -m bot.sandbox`: the sandbox by itself, driven through /control."""

from __future__ import annotations

import argparse
import asyncio
import sys
from typing import Any

from bot.sandbox.faults import Fault, Faults
from bot.sandbox.sandbox import TOKEN, Sandbox

CHANCES = ("duplicate", "reorder", *(fault.value for fault in Fault))


def _asked() -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    reader.add_argument("--port", type=int, default=8081, help="where to listen on loopback; 0 takes any free port")
    reader.add_argument("--token", default=TOKEN, help="the only token that is let in")
    reader.add_argument("--flood", action="store_true", help="with Telegram's flood limits")
    reader.add_argument("--no-privacy", action="store_true", help="the bot hears everything in groups")
    reader.add_argument("--seed", type=int, default=0, help="for the faults below")
    for name in CHANCES:
        reader.add_argument(f"--{name.replace('_', '-')}", type=float, default=0.0, metavar="CHANCE")
    return reader.parse_args()


async def _run(asked: argparse.Namespace) -> None:
    chances: dict[str, Any] = {name: getattr(asked, name) for name in CHANCES}
    faults = Faults(seed=asked.seed, **chances)
    sandbox = Sandbox(asked.token, port=asked.port, faults=faults, flood=asked.flood, privacy=not asked.no_privacy)
    async with sandbox as telegram:
        sys.stdout.write(f"{telegram.url}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


def main() -> None:
    """Runs until it is interrupted. The first line of output is the address."""
    try:
        asyncio.run(_run(_asked()))
    except KeyboardInterrupt:
        sys.exit(0)


if __name__ == "__main__":
    main()
