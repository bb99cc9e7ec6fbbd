"""Cards as text files, so that a changed sentence is a visible difference.

`CLAIMDESK_SNAPSHOTS=write` writes them anew; without it a card must be what its file says.
"""

from __future__ import annotations

import os
from pathlib import Path

from bot.cards.card import Card

HERE = Path(__file__).parent / "snapshots"
JOINER_SHOWN = "⁀"


def drawn(card: Card) -> str:
    """A card for reading: text, marks, rows of buttons; a word joiner is drawn as ⁀."""
    marks = [f"{mark.style.value}: {card.text[mark.start : mark.end]!r}" for mark in card.marks]
    rows = [" ".join(f"[ {button.label} ]" for button in row) for row in card.rows]
    parts = [card.text, *(["-- buttons", *rows] if rows else []), *(["-- marks", *marks] if marks else [])]
    return "\n".join(parts).replace("\u2060", JOINER_SHOWN) + ("\n-- asks for a reply" if card.asks else "") + "\n"


def matches(card: Card, name: str) -> bool:
    """Whether the card is what the file says; shows the difference by a plain comparison of texts."""
    file = HERE / f"{name}.txt"
    if os.environ.get("CLAIMDESK_SNAPSHOTS") == "write":
        file.write_text(drawn(card), encoding="utf-8")
    assert drawn(card) == file.read_text(encoding="utf-8"), f"{name} has changed; see tests/cards/snapshot.py"
    return True
