"""Taking updates: by polling or by webhook."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.limits import POLL_LIMIT, POLL_SECONDS
from bot.sandbox.parameters import Parameters
from bot.sandbox.refusals import BAD_SECRET_TOKEN, BAD_WEBHOOK_URL, Refusal
from bot.sandbox.webhook import Target
from bot.sandbox.world import World

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


async def get_updates(world: World, asked: Parameters) -> list[dict[str, Any]]:
    """The updates from an offset on; everything below it is confirmed, and never comes again."""
    if asked.structure("allowed_updates") is not None:
        world.updates.allow(asked.structure("allowed_updates"))
    if not world.webhook.target and (offset := asked.number("offset")):
        world.updates.confirm_before(offset)
    limit = asked.number("limit", POLL_LIMIT) or POLL_LIMIT
    seconds = asked.number("timeout", 0) or 0
    return await world.poller.poll(min(max(limit, 1), POLL_LIMIT), min(seconds, POLL_SECONDS))


def set_webhook(world: World, asked: Parameters) -> bool:
    """Delivers to a URL from now on. Only loopback is reached from here."""
    url, secret = asked.text("url"), asked.text("secret_token")
    if not url:
        return delete_webhook(world, asked)
    if urlsplit(url).hostname not in _LOOPBACK:
        raise Refusal(BAD_WEBHOOK_URL, why="the sandbox delivers to loopback addresses only")
    if not _SECRET.fullmatch(secret):
        raise Refusal(BAD_SECRET_TOKEN)
    if asked.structure("allowed_updates") is not None:
        world.updates.allow(asked.structure("allowed_updates"))
    _maybe_drop(world, asked)
    world.poller.cut_off()
    world.webhook.start(Target(url, secret or None, asked.number("max_connections", 40) or 40))
    return True


def delete_webhook(world: World, asked: Parameters) -> bool:
    """Back to polling."""
    world.webhook.stop()
    _maybe_drop(world, asked)
    return True


def get_webhook_info(world: World, asked: Parameters) -> dict[str, Any]:
    """Where updates go, how many wait, and what went wrong last."""
    return world.webhook.info()


def _maybe_drop(world: World, asked: Parameters) -> None:
    if asked.flag("drop_pending_updates"):
        world.updates.forget_all()
