"""/asof: what the desk believed at a moment, on which evidence, under which rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.cards.buttons import button, in_rows, page_buttons
from bot.cards.card import Card, Rows, Style
from bot.cards.claim import answered_and_needed, say_status
from bot.cards.dates import day_in_words, local_day, moment_in_words
from bot.cards.figures import tally_in_words
from bot.cards.fit import Page, Part, fitted, part
from bot.cards.hostile import outside
from bot.cards.lists import filter_in_words
from bot.cards.particulars import source_in_words
from bot.cards.presses import AsOf, Filter, ShowClaim, Signer
from bot.cards.wording import say
from bot.claims.claim import Claim, Source
from bot.claims.consensus import Ground
from bot.claims.desk import Desk
from bot.claims.replay import AsItStood, Veil
from bot.claims.status import Status

A_PAGE = 6  # claims on a page
STATEMENT_LENGTH = 140
SOURCES_LISTED = 3
BUTTONS_A_ROW = 3

Told = tuple[Claim, AsItStood, Sequence[Source]]


def asof_card(
    told: Sequence[Told], counts: Mapping[Status, int], at: datetime, page: int, filter: Filter, desk: Desk,
    signer: Signer,
) -> Card:  # fmt: skip
    """One page of the past, `told` its claims, `counts` of all pages. It says which moment was understood."""
    total = sum(counts.values())
    shown = Page(tuple(told), page, max(1, -(-total // A_PAGE)), total)
    parts = [*head(counts, at, filter, desk.zone)]
    for one in told:
        parts += [part(), *_claim(one, desk.zone)]
    if told:
        parts += [part(), part(say("asof.footer"), Style.ITALIC)]
    if shown.of > 1:
        parts.append(part(say("count.page", number=page + 1, of=shown.of), Style.ITALIC))
    turns = page_buttons(shown, lambda number: AsOf(desk.id, at, number, filter), desk.id, signer)
    return fitted(parts, (*_openers(told, signer), *turns))


def head(counts: Mapping[Status, int], at: datetime, filter: Filter, zone: str) -> Iterator[Part]:
    """The moment, and how many claims had which status."""
    yield part(say("asof.title", moment=_moment(at, zone)), Style.BOLD)
    chosen = filter_in_words(filter)
    if not counts:
        yield part(say("asof.nothing_with", filter=chosen) if chosen else say("asof.nothing"))
        return
    each = ", ".join(say("asof.count", count=count, status=say_status(status)) for status, count in counts.items())
    facts = {"count": sum(counts.values()), "counts": each}
    yield part(say("asof.counts_with", filter=chosen, **facts) if chosen else say("asof.counts", **facts))


def claim_text(told: Told, zone: str) -> str:
    """One claim as plain text, for the command line."""
    return "\n".join("".join(words for words, _ in one.pieces) for one in _claim(told, zone))


def _claim(told: Told, zone: str) -> Iterator[Part]:
    claim, stood, sources = told
    line = say("asof.line", label=claim.label, status=say_status(stood.status))
    yield Part(((line, Style.BOLD), (outside(claim.statement, STATEMENT_LENGTH), None)), rank=1)
    yield part(" ".join(_why(stood, zone)), rank=2)
    if sources:
        yield part(_known_from(sources, zone), rank=3)
    if stood.now is not stood.status:
        yield part(say("asof.now", status=say_status(stood.now)), Style.ITALIC)


def _why(stood: AsItStood, zone: str) -> Iterator[str]:
    if stood.held_back:
        yield say("asof.held_back")
        return
    yield votes_in_words(stood, zone)
    if reason := ground_in_words(stood):
        yield reason
    if stood.since:
        hour = stood.since.replace(minute=0, second=0, microsecond=0)
        yield say("asof.since", hour=moment_in_words(hour, zone))
    yield rule_in_words(stood)


def votes_in_words(stood: AsItStood, zone: str) -> str:
    """What may be told of the votes of that moment; a line of its own for each veil."""
    match stood.veil, stood.tally:
        case Veil.SHOWN, tally if tally:
            if not stood.answered_since:
                return say("asof.shown", tally=tally_in_words(tally))
            since = say("count.answers_since", count=stood.answered_since)
            return say("asof.shown_since", tally=tally_in_words(tally), since=since)
        case Veil.SINCE, tally if tally and stood.tally_at:
            answers = say("asof.answered", count=stood.answered)
            hour = moment_in_words(stood.tally_at, zone)
            return say("asof.decided_since", answers=answers, hour=hour, tally=tally_in_words(tally))
        case Veil.AGAIN, _:
            return say("asof.blind_again")
    return say("asof.answers", answered=answered_and_needed(stood.answered, stood.rule.quorum))


def ground_in_words(stood: AsItStood) -> str | None:
    """Why it had that status, or None where that would tell of votes that are blind again."""
    if stood.ground is Ground.OVERRULED and stood.overruled:
        first, by = stood.overruled.proposed_by, stood.overruled.by
        return say("asof.why_overruled_by_two", first=first, by=by) if first else say("asof.why_overruled", by=by)
    if stood.ground in (Ground.UPDATED, Ground.JOINED) and stood.superseded_by:
        return say(f"asof.why_{stood.ground.value}", other=stood.superseded_by.label)
    return say(f"asof.why_{stood.ground.value}") if stood.ground else None


def rule_in_words(stood: AsItStood) -> str:
    """The rule of that round, by its version and its numbers."""
    rule = stood.rule
    bar = say("asof.bar", margin=rule.margin + stood.lost) if stood.lost else ""
    if rule.perspectives:
        bar += say("asof.perspectives")
    return say("asof.rule", version=rule.version, quorum=rule.quorum, margin=rule.margin, bar=bar)


def _known_from(sources: Sequence[Source], zone: str) -> str:
    names = "; ".join(source_in_words(source, zone) for source in sources[:SOURCES_LISTED])
    if len(sources) == 1:
        return say("asof.source", source=names)
    if len(sources) > SOURCES_LISTED:
        names = say("asof.and_more", sources=names, count=len(sources) - SOURCES_LISTED)
    return say("asof.sources", count=len(sources), sources=names)


def _moment(at: datetime, zone: str) -> str:
    hour = say("when.hour", hour=f"{at.astimezone(ZoneInfo(zone)):%H:%M}", zone=zone)
    return say("asof.moment", day=day_in_words(local_day(at, zone)), hour=hour)


def _openers(told: Sequence[Told], signer: Signer) -> Rows:
    buttons = [button("open", ShowClaim(one.id), one.desk, signer, label=one.label) for one, _, _ in told]
    return in_rows(buttons, BUTTONS_A_ROW)
