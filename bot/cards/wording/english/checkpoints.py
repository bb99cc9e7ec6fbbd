"""What is said about checkpoints."""

from __future__ import annotations

SENTENCES = {
    "title": "Checkpoint",
    "stands": "{size} events · root {root} · key {fingerprint}",
    "none": "⚠️ No checkpoint: the log is not the one that was last signed. Somebody changed the database past the bot.",
    "explained": "Keep a copy elsewhere: whoever changes this history later cannot change what is signed here.",
    "file": "🔏 {title}: the checkpoint over {size} events. Keep this file: it proves what the history was.",
    "growth": "The proof that the log of the checkpoint before is the beginning of this one: nothing was rewritten.",
    "in_private": "The file and the proof that the log has only grown: send me /checkpoint in private.",
}
