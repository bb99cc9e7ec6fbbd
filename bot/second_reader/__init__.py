"""The second reader: a language model behind an OpenAI-compatible endpoint that adds to what the rules found.

A text is data to it and to us: whatever the text or the model says, nothing comes of it but mentions whose quotes stand
in the text to the letter.
"""

from __future__ import annotations

from bot.second_reader.endpoint import Endpoint, Limits
from bot.second_reader.reading import SecondReader

__all__ = ["Endpoint", "Limits", "SecondReader"]
