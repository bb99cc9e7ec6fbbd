"""The words of a call: text or caption, with marks from a parse mode or from entities."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from bot.sandbox import refusals
from bot.sandbox.entities import KNOWN, Entity, Formatted, utf16_length, utf16_offsets
from bot.sandbox.html_marks import linked, read_html
from bot.sandbox.limits import CAPTION_TEXT, MESSAGE_TEXT
from bot.sandbox.markdown_marks import read_markdown
from bot.sandbox.parameters import Parameters
from bot.sandbox.refusals import Refusal, Words
from bot.sandbox.tidy import tidied

_NOT_GIVEN_BUT_FOUND = frozenset(["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"])


def the_text(asked: Parameters, too_long: Words) -> Formatted:
    """The text of a message as it will stand there. Raises Refusal when there is none or too much."""
    raw = asked.text("text")
    if not raw:
        raise Refusal(refusals.TEXT_IS_EMPTY)
    text = tidied(_formatted(raw, asked, "entities"))
    if not text.text:
        raise Refusal(refusals.TEXT_IS_BLANK)
    if len(text) > MESSAGE_TEXT:
        raise Refusal(too_long)
    return text


def the_caption(asked: Parameters, too_long: Words) -> Formatted:
    """The caption of a file; none is an empty one."""
    caption = tidied(_formatted(asked.text("caption"), asked, "caption_entities"))
    if len(caption) > CAPTION_TEXT:
        raise Refusal(too_long)
    return caption


def _formatted(raw: str, asked: Parameters, entities: str) -> Formatted:
    match asked.text("parse_mode").lower():
        case "html":
            return read_html(raw)
        case "markdownv2" | "markdown":
            return read_markdown(raw)
        case "":
            return _with_entities(raw, asked.structure(entities))
        case _:
            raise Refusal(refusals.UNKNOWN_PARSE_MODE)


def _with_entities(raw: str, given: Any) -> Formatted:
    if not isinstance(given, list):
        return Formatted(raw)
    entities = [_entity(each) for each in given]
    for entity in entities:
        _check_bounds(entity, raw)
    kept = (_checked_link(entity) for entity in entities if entity.length)
    return Formatted(raw, tuple(sorted((one for one in kept if one), key=lambda entity: entity.rank)))


def _entity(given: Any) -> Entity:
    for name in ("type", "offset", "length"):
        if not isinstance(given, dict) or name not in given:
            raise Refusal(refusals.ENTITY_WITHOUT, field=name)
    kind = given["type"]
    if kind not in KNOWN:
        raise Refusal(refusals.UNKNOWN_ENTITY)
    user = given["user"]["id"] if isinstance(given.get("user"), dict) else None
    return Entity(
        kind,
        int(given["offset"]),
        int(given["length"]),
        given.get("url"),
        user,
        given.get("language"),
        given.get("custom_emoji_id"),
    )


def _check_bounds(entity: Entity, text: str) -> None:
    offset, end, last = entity.offset, entity.end, utf16_length(text)
    if offset < 0:
        raise Refusal(refusals.ENTITY_OFFSET, offset=offset)
    if entity.length < 0:
        raise Refusal(refusals.ENTITY_LENGTH, length=entity.length)
    if offset > last:
        raise Refusal(refusals.ENTITY_BEGINS_LATE, offset=offset)
    if end > last:
        raise Refusal(refusals.ENTITY_ENDS_LATE, offset=offset, end=end)
    if (byte := _cut_symbol(text, offset)) is not None:
        raise Refusal(refusals.ENTITY_BEGINS_IN_A_SYMBOL, byte=byte)
    if (byte := _cut_symbol(text, end)) is not None:
        raise Refusal(refusals.ENTITY_ENDS_IN_A_SYMBOL, offset=offset, byte=byte)


def _cut_symbol(text: str, unit: int) -> int | None:
    """The byte behind the symbol that an offset falls into the middle of, None when it falls between two."""
    units = utf16_offsets(text)
    at = bisect_left(units, unit)
    return None if units[at] == unit else len(text[:at].encode())


def _checked_link(entity: Entity) -> Entity | None:
    """What the server finds by itself it does not take from the bot, and links only where one can come of it."""
    if entity.type in _NOT_GIVEN_BUT_FOUND:
        return None
    return linked(entity, entity.url or "") if entity.type == "text_link" else entity
