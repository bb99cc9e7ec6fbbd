"""/control: who was said to hold a place when, by whom, and what the desk has made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.cards.buttons import button, in_rows, page_buttons
from bot.cards.card import Card, Rows, Style
from bot.cards.claim import say_status
from bot.cards.dates import days_in_words
from bot.cards.fit import Page, Part, fitted, page_of, part
from bot.cards.hostile import outside
from bot.cards.incidents import speaker_of
from bot.cards.place_pages import fits_a_button
from bot.cards.presses import AtPlace, Listing, ShowClaim, Signer
from bot.cards.wording import say
from bot.claims.claim import Claim
from bot.claims.desk import Desk
from bot.claims.model import EventDate
from bot.claims.timeline import Entry, Timeline

A_PAGE = 8  # lines on a page
NAME_LENGTH = 60
STATEMENT_LENGTH = 160
LABELS_NAMED = 6
BUTTONS_A_ROW = 4
LAST_PAGE = 1_000_000


def control_card(
    name: str, key: str, told: Timeline, page: int, desk: Desk, signer: Signer, *, cut: bool = False
) -> Card:  # fmt: skip
    """One page of a timeline, pages counted from the oldest. `key` stands for the place in buttons."""
    if not told.entries:
        return fitted([_nothing(name)])
    shown = page_of(told.entries, page, A_PAGE)
    parts = [*_lines(name, shown.items, cut=cut and not shown.number), *_end(told)]
    if shown.of > 1:
        parts.append(part(say("count.page", number=shown.number + 1, of=shown.of), Style.ITALIC))
    return fitted(parts, (*_openers(shown, signer), *_turns(key, shown, desk, signer)))


def control_text(name: str, told: Timeline, *, cut: bool = False) -> str:
    """The whole of it as plain text."""
    parts = [*_lines(name, told.entries, cut=cut), *_end(told)] if told.entries else [_nothing(name)]
    return "\n".join("".join(words for words, _ in line.pieces) for line in parts)


def _nothing(name: str) -> Part:
    return part(say("control.none", place=outside(name, NAME_LENGTH)))


def _lines(name: str, entries: Sequence[Entry], *, cut: bool) -> Iterator[Part]:
    yield part(say("control.title", place=outside(name, NAME_LENGTH)), Style.BOLD)
    if cut:
        yield part(say("control.cut"), Style.ITALIC)
    yield from (_line(entry) for entry in entries)
    yield part()


def _line(entry: Entry) -> Part:
    said = entry.said
    head = say("control.line", days=_days(entry), voice=say(f"control.{said.voice.value}"))
    facts = {"label": said.claim.label, "status": say_status(said.claim.status)}
    tail = say("control.who", speaker=speaker_of(said.claim.mention), **facts)
    if entry.also:
        tail += say("control.also", labels=_labels(entry.also))
    if entry.against:
        tail += say("control.against", labels=_labels(entry.against))
    return Part(((head, Style.BOLD), (_statement(said.claim) + tail, None)), rank=1)


def _end(told: Timeline) -> Iterator[Part]:
    """Who holds it by the last assessed claim, and what is only said since."""
    if told.held:
        claim = told.held.said.claim
        words = say("control.held", days=_days(told.held), statement=_statement(claim), label=claim.label)
        if told.held.against:
            words += say("control.held_against", labels=_labels(told.held.against))
        yield part(words, Style.BOLD)
    else:
        whole = any(entry.said.whole for entry in told.entries)
        yield part(say("control.held_by_nobody" if whole else "control.parts_only"), Style.BOLD)
    if told.since:
        labels = _labels([entry.said.claim for entry in reversed(told.since)])
        yield part(say("control.since" if told.held else "control.so_far", labels=labels))
    yield part(say("control.footer"), Style.ITALIC, rank=4)


def _days(entry: Entry) -> str:
    return days_in_words(EventDate(entry.said.first, entry.said.last))


def _statement(claim: Claim) -> str:
    return outside(claim.statement, STATEMENT_LENGTH)


def _labels(claims: Sequence[Claim]) -> str:
    told = say("control.between").join(claim.label for claim in claims[:LABELS_NAMED])
    more = len(claims) - LABELS_NAMED
    return say("control.and_more", labels=told, count=more) if more > 0 else told


def _openers(shown: Page[Entry], signer: Signer) -> Rows:
    claims = [entry.said.claim for entry in shown.items]
    buttons = [button("open", ShowClaim(claim.id), claim.desk, signer, label=claim.label) for claim in claims]
    return in_rows(buttons, BUTTONS_A_ROW)


def _turns(key: str, shown: Page[Entry], desk: Desk, signer: Signer) -> Rows:
    if not fits_a_button(key):
        return ()
    words = ("earlier", "later")
    return page_buttons(shown, lambda page: AtPlace(desk.id, Listing.CONTROL, key, page), desk.id, signer, words)
