"""The words of a call: text or caption, with marks from a parse mode or from entities."""

from __future__ import annotations

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
    bounds, end = frozenset(utf16_offsets(raw)), utf16_length(raw)
    entities = [_entity(each) for each in given]
    for entity in entities:
        _check_bounds(entity, bounds, end)
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


def _check_bounds(entity: Entity, bounds: frozenset[int], end: int) -> None:
    if not 0 <= entity.offset <= end or entity.length < 0:
        raise Refusal(refusals.ENTITY_BEGINS_LATE, offset=entity.offset)
    if entity.end > end:
        raise Refusal(refusals.ENTITY_ENDS_LATE, offset=entity.offset, end=entity.end)
    if entity.offset not in bounds:
        raise Refusal(refusals.ENTITY_BEGINS_IN_A_SYMBOL, offset=entity.offset)
    if entity.end not in bounds:
        raise Refusal(refusals.ENTITY_ENDS_IN_A_SYMBOL, offset=entity.offset, end=entity.end)


def _checked_link(entity: Entity) -> Entity | None:
    """What the server finds by itself it does not take from the bot, and links only where one can come of it."""
    if entity.type in _NOT_GIVEN_BUT_FOUND:
        return None
    return linked(entity, entity.url or "") if entity.type == "text_link" else entity
