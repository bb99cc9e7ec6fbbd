"""The story of a claim in sentences, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.cards.buttons import page_buttons
from bot.cards.card import Card, Style
from bot.cards.claim import say_status
from bot.cards.dates import day_in_words, local_day, rounded_hour
from bot.cards.fit import Part, fitted, page_of, part
from bot.cards.hostile import outside
from bot.cards.presses import ShowHistory, Signer
from bot.cards.story import Line, story
from bot.cards.wording import say
from bot.claims.claim import Dossier
from bot.claims.desk import Desk
from bot.claims.events import Entry

LINES_A_PAGE = 14
STATEMENT_LENGTH = 300


def history_card(dossier: Dossier, entries: Sequence[Entry], desk: Desk, signer: Signer, page: int = 0) -> Card:
    """One page of a claim's history, oldest first; times are rounded to the hour in the desk's zone."""
    claim = dossier.claim
    told = page_of(story(dossier, entries, desk.zone), page, LINES_A_PAGE)
    parts = [
        part(_title(dossier), Style.BOLD),
        part(outside(claim.statement, STATEMENT_LENGTH), Style.QUOTE, rank=1),
        *_lines(told.items, desk.zone),
        part(),
        part(say("history.footer", zone=desk.zone), Style.ITALIC),
    ]
    if told.of > 1:
        parts.append(part(say("count.page", number=told.number + 1, of=told.of), Style.ITALIC))
    words = ("earlier", "later")
    rows = page_buttons(told, lambda number: ShowHistory(claim.id, number), claim.desk, signer, words)
    return fitted(parts, rows)


def history_text(dossier: Dossier, entries: Sequence[Entry], zone: str) -> str:
    """The whole story as plain text, for the command line."""
    told = [text for one in _lines(story(dossier, entries, zone), zone) for text, _ in one.pieces]
    return "\n".join([_title(dossier), dossier.claim.statement, *told, "", say("history.footer", zone=zone)])


def _title(dossier: Dossier) -> str:
    return say("history.title", label=dossier.claim.label, status=say_status(dossier.standing.status))


def _lines(lines: Sequence[Line], zone: str) -> Iterator[Part]:
    if not lines:
        yield part(say("history.nothing"))
    for day, of_the_day in groupby(lines, lambda line: local_day(line.at, zone)):
        yield part()
        yield part(day_in_words(day), Style.BOLD)
        for line in of_the_day:
            yield part(say("history.entry", hour=rounded_hour(line.at, zone), sentence=line.sentence), rank=2)
