"""Answering a press."""

from __future__ import annotations

from bot.sandbox.entities import utf16_length
from bot.sandbox.limits import ANSWER_TEXT
from bot.sandbox.parameters import Parameters
from bot.sandbox.presses import Answer
from bot.sandbox.refusals import ANSWER_TOO_LONG, PRESS_TOO_OLD, Refusal
from bot.sandbox.world import World


def answer_callback_query(world: World, asked: Parameters) -> bool:
    """Tells the presser something, once, and within 150 seconds of the press."""
    press = world.presses.get(asked.text("callback_query_id"))
    if press is None or press.answered is not None or press.is_stale(world.clock()):
        raise Refusal(PRESS_TOO_OLD)
    text = asked.text("text")
    if utf16_length(text) > ANSWER_TEXT:
        raise Refusal(ANSWER_TOO_LONG)
    press.take(Answer(text, asked.flag("show_alert"), asked.text("url") or None))
    return True
