"""A checkpoint as people see it: in brief, whole as a block to be copied, and as files to be kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.cards.card import Attached, Card, Style
from bot.cards.fit import Part, fitted, part
from bot.cards.hostile import outside
from bot.cards.wording import say

TITLE_LENGTH = 80
ROOT_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Signed:
    """What is shown of a checkpoint: `note` is what was signed, `growth` the proof from the one before, if any."""

    size: int
    root: bytes
    fingerprint: str
    note: str
    growth: str | None = None


def checkpoint_parts(signed: Signed | None) -> Iterator[Part]:
    """The checkpoint at the end of a digest; None says that none could be signed."""
    yield part()
    if signed is None:
        yield part(say("checkpoint.none"))
        return
    yield part(say("checkpoint.title"), Style.BOLD)
    yield part(_in_brief(signed))
    yield part(signed.note.rstrip(), Style.BLOCK)


def checkpoint_card(signed: Signed, *, private: bool) -> Card:
    """The answer to /checkpoint."""
    more = () if private else (part(say("checkpoint.in_private")),)
    return fitted([*checkpoint_parts(signed), part(say("checkpoint.explained")), *more][1:])


def checkpoint_files(signed: Signed, desk: int, title: str) -> Iterator[Card]:
    """The note, and the proof of growth, each as a file."""
    name = f"desk-{desk}-{signed.size}"
    told = say("checkpoint.file", title=outside(title, TITLE_LENGTH), size=f"{signed.size:,}")
    yield Card(told, file=Attached(f"checkpoint-{name}.txt", signed.note))
    if signed.growth:
        yield Card(say("checkpoint.growth"), file=Attached(f"growth-{name}.json", signed.growth))


def _in_brief(signed: Signed) -> str:
    root = signed.root.hex()[:ROOT_DIGITS]
    return say("checkpoint.stands", size=f"{signed.size:,}", root=f"{root}…", fingerprint=signed.fingerprint)
