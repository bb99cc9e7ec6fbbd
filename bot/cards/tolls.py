"""/toll: what different events add up to, minima apart by footing, then the events one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.buttons import button, in_rows, page_buttons
from bot.cards.card import Card, Rows, Style
from bot.cards.dates import days_in_words
from bot.cards.fit import Page, Part, fitted, page_of, part
from bot.cards.hostile import outside
from bot.cards.incidents import (
    days_of,
    heading_of,
    incident_lines,
    sources_of,
    span_in_words,
    who_in_words,
)
from bot.cards.particulars import place_in_words
from bot.cards.place_pages import fits_a_button
from bot.cards.presses import AtPlace, Listing, ShowClaim, Signer
from bot.cards.wording import say
from bot.claims.claim import Claim
from bot.claims.desk import Desk
from bot.claims.model import EventDate
from bot.claims.tolls import Footing, Incident, Share, Span, Total, is_added, totals

A_PAGE = 5  # events on a page
NAME_LENGTH = 60
BUTTONS_A_ROW = 4
MOST_BUTTONS = 16


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    """The place that was asked about: its name for reading, its key for a button, the days, both ends included.

    `cut` when there are more claims than are looked at.
    """

    name: str
    key: str
    first: date
    last: date
    cut: bool = False

    @property
    def days(self) -> int:
        """How many days those are."""
        return (self.last - self.first).days + 1


def toll_card(asked: PlaceAsked, found: Sequence[Incident], page: int, desk: Desk, signer: Signer) -> Card:
    """One page of the events at a place, `found` the latest first; the sums are those of all pages."""
    if not found:
        return fitted([_nothing(asked)])
    shown = page_of(found, page, A_PAGE)
    parts = [*_sums(asked, found), *_events(asked, found, shown.items, shown.number * A_PAGE + 1)]
    if shown.of > 1:
        parts += [part(), part(say("count.page", number=shown.number + 1, of=shown.of), Style.ITALIC)]
    return fitted(parts, (*_openers(shown.items, signer), *_turns(asked, shown, desk, signer)))


def toll_text(asked: PlaceAsked, found: Sequence[Incident]) -> str:
    """The whole of it as plain text."""
    told = [*_sums(asked, found), *_events(asked, found, found, 1)] if found else [_nothing(asked)]
    return "\n".join("".join(words for words, _ in line.pieces) for line in told)


def _nothing(asked: PlaceAsked) -> Part:
    return part(say("toll.none", place=outside(asked.name, NAME_LENGTH), days=_days(asked)))


def _days(asked: PlaceAsked) -> str:
    return days_in_words(EventDate(asked.first, asked.last))


def _events(
    asked: PlaceAsked, found: Sequence[Incident], shown: Sequence[Incident], first: int
) -> Iterator[Part]:  # fmt: skip
    yield part()
    yield part(say("toll.events", count=len(found)), Style.BOLD)
    placed = not all(_is_named_in_the_title(one, asked) for one in found)
    for number, one in enumerate(shown, first):
        head = _head(number, one, placed=placed)
        yield from incident_lines(one, head, [is_added(one, toll, found) for toll in one.tolls])


def _is_named_in_the_title(one: Incident, asked: PlaceAsked) -> bool:
    return one.place is not None and one.place.name == asked.name.partition(",")[0]


def _head(number: int, one: Incident, *, placed: bool) -> Part:
    """Where all events are at the place that was asked for, the title has named it."""
    facts = {"number": number, "days": days_of(one), "sources": sources_of(one)}
    if not placed:
        return part(say("toll.event_here", **facts), Style.ITALIC, rank=2)
    where = place_in_words(one.place) or say("digest.somewhere")
    return part(say("toll.event", place=where, **facts), Style.ITALIC, rank=2)


def _sums(asked: PlaceAsked, found: Sequence[Incident]) -> Iterator[Part]:
    yield part(say("toll.title", place=outside(asked.name, NAME_LENGTH), days=_days(asked)), Style.BOLD)
    if asked.cut:
        yield part(say("toll.cut"), Style.ITALIC)
    sums = totals(found)
    if not sums:
        yield part(say("toll.nothing_added"))
    effect = ""
    for total in sums:
        if (heading := heading_of(total.counted)) != effect:
            effect = heading
            yield part(heading, Style.BOLD)
        yield _sum(total)
    if len({total.counted.effect for total in sums}) < len(sums):
        yield part(say("toll.groups_overlap"), Style.ITALIC, rank=5)


def _sum(total: Total) -> Part:
    shares = [_share(footing, total.shares[footing]) for footing in Footing if footing in total.shares]
    return part(say("toll.sum", who=who_in_words(total.counted), shares=say("toll.between").join(shares)))


def _share(footing: Footing, share: Share) -> str:
    if footing is Footing.CONTESTED:
        figures = span_in_words(Span(share.low, share.high, share.open))
        return say("toll.share_contested", figures=figures, count=share.incidents)
    if not share.low:
        return say(f"toll.share_open_{footing.value}", count=share.incidents)
    told = say(f"toll.share_{footing.value}", low=share.low, count=share.incidents)
    return say("toll.vague", figures=told) if share.vague else told


def _openers(found: Sequence[Incident], signer: Signer) -> Rows:
    claims: dict[int, Claim] = {}
    for one in found:
        told = [report for toll in one.tolls for report in (*toll.reports, *toll.apart)]
        claims |= {report.claim.number: report.claim for report in (*told, *one.denials)}
    shown = [claims[number] for number in sorted(claims)][:MOST_BUTTONS]
    buttons = [button("open", ShowClaim(claim.id), claim.desk, signer, label=claim.label) for claim in shown]
    return in_rows(buttons, BUTTONS_A_ROW)


def _turns(asked: PlaceAsked, shown: Page[Incident], desk: Desk, signer: Signer) -> Rows:
    if not fits_a_button(asked.key):
        return ()
    return page_buttons(
        shown, lambda page: AtPlace(desk.id, Listing.TOLL, asked.key, page, asked.days), desk.id, signer
    )
