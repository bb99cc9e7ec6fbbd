"""Fetching a file from Telegram, under a limit."""

from __future__ import annotations

from telegram import Bot
from telegram.error import BadRequest

from bot.claims.errors import ClaimdeskError

LARGEST = 2 * 1024 * 1024


class CannotFetch(ClaimdeskError):
    """Telegram does not give me this file any more. Please send it again."""


class TooLargeToFetch(ClaimdeskError):
    """This file is larger than 2 MB. Send the part that matters, or split it."""


class FileRoom:
    """Fetches files by their Telegram id."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def fetch(self, file_id: str) -> bytes:
        """The bytes of a file. Raises CannotFetch or TooLargeToFetch; network errors pass, to be tried again."""
        try:
            file = await self._bot.get_file(file_id)
        except BadRequest as error:
            raise (TooLargeToFetch if "too big" in str(error).lower() else CannotFetch) from error
        if (file.file_size or 0) > LARGEST:
            raise TooLargeToFetch
        data = bytes(await file.download_as_bytearray())
        if len(data) > LARGEST:
            raise TooLargeToFetch
        return data
