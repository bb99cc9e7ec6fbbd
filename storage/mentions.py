"""A mention as one JSON text, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from bot.claims.model import Mention
from storage.columns import storable

_MENTION = TypeAdapter(Mention)
_MENTIONS = TypeAdapter(list[Mention])


def to_json(mention: Mention) -> str:
    """Sorted keys, no spaces; the same text for the same mention on every machine."""
    return json.dumps(_plain(asdict(mention)), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def from_json(text: str) -> Mention:
    """The mention that `to_json` wrote. Fields that this version does not know are left out."""
    return _MENTION.validate_json(text)


def all_to_json(mentions: Iterable[Mention]) -> str:
    """The same for several, as one JSON list."""
    return f"[{','.join(to_json(mention) for mention in mentions)}]"


def all_from_json(text: str) -> list[Mention]:
    """The mentions that `all_to_json` wrote."""
    return _MENTIONS.validate_json(text)


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {name: _plain(held) for name, held in value.items()}
        case tuple():
            return [_plain(held) for held in value]
        case date():
            return value.isoformat()
        case str():
            return storable(value)
    return value
