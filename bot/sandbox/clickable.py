"""What Telegram makes clickable in a text all by itself: addresses, mentions, hashtags, commands.

This is what a hostile quote must be kept from; so the rules err on the side of finding too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.sandbox.addresses import addresses
from bot.sandbox.entities import Entity, utf16_offsets, without_overlaps

_SHORT_NAMES = frozenset(
    ["gif", "wiki", "vid", "bing", "pic", "bold", "imdb", "coub", "like", "vote", "giff", "cap", "ya", "yt"]
)
_TAG = r"\w\u200c\u00b7"
_MENTION = re.compile(r"(?<!\w)@([a-zA-Z0-9_]{2,32})(?!\w)")
_COMMAND = re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>])")
_HASHTAG = re.compile(
    rf"(?<![{_TAG}])#(?=[\d_\u200c\u00b7]*[^\W\d_])[{_TAG}]{{1,256}}(?:@[a-zA-Z0-9_]{{3,32}})?(?![{_TAG}#])"
)
_CASHTAG = re.compile(r"(?<![$\w\u200c])\$(?:1INCH|[A-Z]{1,8})(?:@[a-zA-Z0-9_]{3,32})?(?![$\w\u200c])")
_PHONE = re.compile(r"(?<![\w+])\+\d(?:[ ().-]{0,2}\d){6,14}(?!\w)")

_PATTERNS = (("bot_command", _COMMAND), ("hashtag", _HASHTAG), ("cashtag", _CASHTAG), ("phone_number", _PHONE))


def clickable(text: str) -> list[Entity]:
    """The entities that the server adds to a text, in order and without overlaps.

    >>> [(e.type, e.of("/help @alice")) for e in clickable("/help @alice")]
    [('bot_command', '/help'), ('mention', '@alice')]
    """
    units = utf16_offsets(text)
    return without_overlaps(Entity(kind, units[start], units[end] - units[start]) for kind, start, end in _found(text))


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    for mention in _MENTION.finditer(text):
        if len(mention[1]) >= 4 or mention[1].lower() in _SHORT_NAMES:
            yield ("mention", *mention.span())
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield (kind, *match.span())
    for address in addresses(text):
        yield (address.type, address.start, address.end)
