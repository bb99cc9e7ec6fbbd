"""The one message about a text that was handed in: first that it is being read, in the end what it held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.cards.buttons import button
from bot.cards.card import Card, Style
from bot.cards.dates import day_in_words, local_day
from bot.cards.fit import Part, answer, fitted, part
from bot.cards.hostile import outside
from bot.cards.presses import ShowMore, Signer
from bot.cards.wording import say
from bot.claims.model import DeskId, DocumentId
from bot.claims.second_reading import Answered, SecondReading

TITLE_LENGTH = 80
SENTENCE_LENGTH = 600


def reading_card(title: str | None = None) -> Card:
    """A text was taken in and is being read."""
    if not title:
        return fitted([part(say("report.reading"))])
    return fitted([part(say("report.reading_title", title=outside(title, TITLE_LENGTH)))])


def report_card(
    document: DocumentId, desk: DeskId, signer: Signer, *, found: int, posted: int, waiting: int, joined: int = 0,
    title: str | None = None, read: int = 0, unread: int = 0, edited: bool = False, second: SecondReading | None = None,
    muted: int = 0,
) -> Card:  # fmt: skip
    """What a text held: claims found, of them posted, held back behind *More*, and joined to claims the desk has.

    `read` and `unread` are characters, where the text was too long to be read to its end; `edited` when it is a new
    version of a text that was handed in before. `second` is what a second reader made of it, where there is one.
    `muted` counts what was held back because the desk has muted its rules.
    """
    anew = [part(say("report.edited"))] if edited else []
    cut = [part(say("report.cut", read=read, of=read + unread))] if unread else []
    cut += [*_second_reader(second), *_muted(muted)]
    if not found:
        return fitted([*anew, part(say("report.nothing_but_muted" if muted else "report.nothing")), *cut])
    key = "report.found_in" if title else "report.found"
    parts = [part(say(key, count=found, title=outside(title or "", TITLE_LENGTH)), Style.BOLD)]
    parts += [*_where_they_are(found, posted, waiting, 0 if edited else joined)]
    parts += [part(say("report.as_before", count=joined))] if edited and joined else []
    parts += [*anew, *cut]
    more = button("more", ShowMore(document), desk, signer, count=waiting) if waiting else None
    return fitted(parts, ((more,),) if more else ())


def repeated_card(read_at: datetime, labels: Sequence[str], zone: str = "UTC") -> Card:
    """The desk already read this text; `labels` are the claims that it gave, in order of their numbers."""
    day = day_in_words(local_day(read_at, zone))
    if not labels:
        return fitted([part(say("report.repeated_nothing", day=day))])
    named = labels[0] if len(labels) == 1 else say("report.labels", first=labels[0], last=labels[-1])
    return fitted([part(say("report.repeated", day=day, labels=named))])


def refused_card(why: str) -> Card:
    """The text could not be read, and a sentence says why: that of a ClaimdeskError."""
    return fitted([part(outside(why, SENTENCE_LENGTH))])


def more_receipt(count: int) -> str:
    """The answer to a press on *More*: how many claims came before the desk."""
    return answer(say("receipt.more", count=count) if count else say("receipt.no_more"))


def advice_card() -> Card:
    """A text in a group was so long that Telegram may have cut it."""
    return fitted([part(say("report.advice"))])


def _second_reader(second: SecondReading | None) -> list[Part]:
    told = [part(say("report.second_added", count=len(second.mentions)))] if second and second.mentions else []
    if second and second.answered is not Answered.ALL:
        told.append(part(say(f"report.second_{second.answered.value}")))
    return told


def _muted(count: int) -> list[Part]:
    return [part(say("report.muted", count=count))] if count else []


def _where_they_are(found: int, posted: int, waiting: int, joined: int) -> list[Part]:
    told = []
    if posted and waiting:
        told.append(say("report.posted_some", posted=posted, waiting=waiting))
    elif posted:
        told.append(say("report.posted_new" if joined else "report.posted", count=posted))
    elif waiting:
        told.append(say("report.posted_none", waiting=waiting))
    if joined >= found:
        told.append(say("report.all_joined", count=joined))
    elif joined:
        told.append(say("report.joined", count=joined))
    return [part(sentence) for sentence in told]
