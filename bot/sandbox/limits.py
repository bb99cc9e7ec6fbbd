"""How much Telegram takes: lengths in UTF-16 code units unless a name says bytes."""

from __future__ import annotations

from datetime import timedelta

MESSAGE_TEXT = 4096
CAPTION_TEXT = 1024
CALLBACK_DATA_BYTES = 64
KEYBOARD_BUTTONS = 100
KEYBOARD_BYTES = 10_000
ANSWER_TEXT = 200
BUTTON_URL = 2048
DOWNLOAD_BYTES = 20 * 1024 * 1024
UPLOAD_BYTES = 50 * 1024 * 1024

COMMANDS_IN_A_MENU = 100
COMMAND_DESCRIPTION = 256
BOT_DESCRIPTION = 512
BOT_SHORT_DESCRIPTION = 120

POLL_LIMIT = 100
POLL_SECONDS = 50

UPDATE_LIFETIME = timedelta(hours=24)
PRESS_LIFETIME = timedelta(seconds=150)
DELETABLE_FOR = timedelta(hours=48)
