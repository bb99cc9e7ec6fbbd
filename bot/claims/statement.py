"""Statement: a mention in plain words, made from its fields alone."""

from __future__ import annotations

from bot.claims.model import Mention


def statement(mention: Mention) -> str:
    """The claim as one sentence."""
    return mention.quote
