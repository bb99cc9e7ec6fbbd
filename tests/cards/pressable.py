"""What a careless client might make pressable in a text: a detector that knows nothing of the bot's own code.

It finds too much rather than too little, and looks at a text as a client does: a word joiner is a character like any
other, which is part of no address, name or number.
"""

from __future__ import annotations

import re

_WORD = r"[^\W_]"
PATTERNS = {
    "scheme": re.compile(
        r"[A-Za-z][A-Za-z0-9+.-]*://[^\s\u2060]|\b(?:mailto|tel|sms|geo|tg|ton):[^\s\u2060]", re.IGNORECASE
    ),
    "domain": re.compile(rf"{_WORD}[.。．｡]{_WORD}"),
    "address": re.compile(rf"{_WORD}@{_WORD}"),
    "mention": re.compile(r"[@＠]\w"),
    "command": re.compile(r"/\w"),
    "hashtag": re.compile(r"[#＃]\w"),
    "cashtag": re.compile(r"\$[A-Za-z1]"),
    "number": re.compile(r"[0-9](?:[ ().-]{0,3}[0-9]){5,}"),
    "phone": re.compile(r"\+[0-9](?:[ ().-]{0,3}[0-9]){3,}"),
    "port": re.compile(rf"{_WORD}:[0-9]"),
}
HIDDEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ud800-\udfff]"
)


def pressable(text: str) -> list[tuple[str, str]]:
    """Everything that might be pressed, as (what, where)."""
    return [(what, found[0]) for what, pattern in PATTERNS.items() for found in pattern.finditer(text)]


def hidden(text: str) -> list[str]:
    """Control, bidi and invisible characters, and lone surrogates."""
    return HIDDEN.findall(text)
