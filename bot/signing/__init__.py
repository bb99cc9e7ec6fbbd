"""The desk's key, the checkpoints that it signs, and their verification, which needs nothing else of the bot.

Beside the standard library and `cryptography` this room knows only the pure parts of `bot.claims`, so that a history
can be checked where the bot is not installed: `python -m bot.signing`.
"""

from bot.signing.checkpoints import BadCheckpoint, Checkpoint, WrongLog, open_checkpoint
from bot.signing.keyfile import BadKeyFile, press_key, signing_key
from bot.signing.notary import Notary, fingerprint, origin
from bot.signing.notes import BadNote, BadVerifierKey, NotSigned, SignatureForged, VerifierKey
from bot.signing.pasted import notes_in

__all__ = [
    "BadCheckpoint",
    "BadKeyFile",
    "BadNote",
    "BadVerifierKey",
    "Checkpoint",
    "NotSigned",
    "Notary",
    "SignatureForged",
    "VerifierKey",
    "WrongLog",
    "fingerprint",
    "notes_in",
    "open_checkpoint",
    "origin",
    "press_key",
    "signing_key",
]
