"""The digest: what changed and why first, then tolls, one interval an event, then what waits longest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from bot.cards.card import Card, Style
from bot.cards.claim import answered_and_needed, say_status
from bot.cards.dates import day_in_words, local_day
from bot.cards.figures import tally_in_words
from bot.cards.fit import Part, fitted, part
from bot.cards.hostile import outside
from bot.cards.incidents import days_of, incident_in_a_line, incident_lines, sources_of
from bot.cards.particulars import place_in_words
from bot.cards.wording import say
from bot.claims.consensus import Ground
from bot.claims.desk import Desk
from bot.claims.digest import Change, Conflict, Digest, TollsAt, Waiting
from bot.claims.tolls import Incident

STATEMENT_LENGTH = 160
CHANGES_TOLD = 12
EVENTS_TOLD = 10
CONFLICTS_TOLD = 6
SIDE_LENGTH = 120
WAITING_TOLD = 5

T = TypeVar("T")


def digest_card(digest: Digest, desk: Desk, end: Iterable[Part] = ()) -> Card:
    """The digest as it goes to a chat, with what stands below it. An empty day says so."""
    parts = [
        part(say("digest.title", day=day_in_words(digest.day)), Style.BOLD),
        *_changes(digest),
        *_conflicts(digest.conflicts),
        *_tolls(digest.tolls),
        *_waiting(digest, desk),
        *end,
    ]
    return fitted(parts)


def _changes(digest: Digest) -> Iterator[Part]:
    if digest.empty:
        yield part(say("digest.empty"))
        return
    yield from _headed("changed_title")
    if not digest.changes:
        yield part(say("digest.none_changed"))
    yield from _at_most(digest.changes, CHANGES_TOLD, _change, len(digest.changes))


def _change(change: Change) -> Part:
    claim = change.claim
    key = "digest.corrected" if change.correction else "digest.changed"
    key = "digest.changed_back" if change.was is change.now else key
    head = say(key, label=claim.label, was=say_status(change.was), now=say_status(change.now))
    statement = outside(claim.statement, STATEMENT_LENGTH)
    return Part(((head, Style.BOLD), (statement + say("digest.why", why=_why(change)), None)), rank=1)


def _why(change: Change) -> str:
    match change.ground:
        case Ground.WINDOW_ENDED:
            return say("digest.why_window")
        case Ground.NOT_A_CLAIM:
            return say("digest.why_not_a_claim")
        case Ground.OVERRULED:
            return say("digest.why_overruled")
        case Ground.RETRACTED:
            return say("digest.why_retracted")
        case Ground.UPDATED | Ground.JOINED if change.instead:
            statement = outside(change.instead.statement, STATEMENT_LENGTH)
            return say(f"digest.why_{change.ground.value}", other=change.instead.label, statement=statement)
        case Ground.ONE_SIDED if change.tally:
            return say("digest.why_one_sided", tally=tally_in_words(change.tally))
        case Ground.LEAD_LOST if change.tally:
            return say("digest.why_lead_lost", tally=tally_in_words(change.tally))
    if change.tally:
        return tally_in_words(change.tally)
    if change.stands_again:
        return say("digest.why_stands_again")
    return say("digest.why_new_round") if change.new_round else say("digest.why_too_few")


def _conflicts(conflicts: Sequence[Conflict]) -> Iterator[Part]:
    if conflicts:
        yield from _headed("conflicts_title")
        yield from _at_most(conflicts, CONFLICTS_TOLD, _conflict, len(conflicts))


def _conflict(one: Conflict) -> Part:
    head = say(f"digest.conflict_{one.state.value}", newer=one.newer.label, older=one.older.label)
    sides = [outside(claim.statement, SIDE_LENGTH) for claim in (one.newer, one.older)]
    told = say("digest.against", newer=sides[0], older=sides[1])
    return Part(((head, Style.BOLD), (told, None)), rank=2)


def _tolls(places: Sequence[TollsAt]) -> Iterator[Part]:
    if not places:
        return
    yield from _headed("tolls_title")
    yield part(say("digest.tolls_note"), Style.ITALIC)
    room = EVENTS_TOLD
    for at in places:
        if room > 0:
            yield part(place_in_words(at.place) or say("digest.somewhere"), Style.ITALIC, rank=2)
            for one in at.incidents[:room]:
                yield from _event(one)
        room -= len(at.incidents)
    if room < 0:
        yield part(say("digest.and_more", count=-room), rank=2)


def _event(one: Incident) -> Iterator[Part]:
    if line := incident_in_a_line(one):
        yield line
        return
    head = part(say("toll.event_in_digest", days=days_of(one), sources=sources_of(one)), rank=2)
    yield from incident_lines(one, head, [not (toll.counted.cumulative or toll.counted.part) for toll in one.tolls])


def _waiting(digest: Digest, desk: Desk) -> Iterator[Part]:
    if not digest.waiting:
        return
    yield from _headed("waiting_title")
    yield from _at_most(digest.waiting, WAITING_TOLD, lambda one: _waits(one, desk.zone), digest.open_claims)


def _waits(waiting: Waiting, zone: str) -> Part:
    claim = waiting.claim
    since = day_in_words(local_day(waiting.since, zone))
    votes = answered_and_needed(claim.answered, claim.needed)
    head = say("digest.waiting", label=claim.label, status=say_status(claim.status), since=since, votes=votes)
    return Part(((head, None), (outside(claim.statement, STATEMENT_LENGTH), None)), rank=4)


def _headed(key: str) -> Iterable[Part]:
    return (part(), part(say(f"digest.{key}"), Style.BOLD))


def _at_most(items: Sequence[T], most: int, told: Callable[[T], Part], total: int) -> Iterator[Part]:
    yield from (told(item) for item in items[:most])
    if total > min(most, len(items)):
        yield part(say("digest.and_more", count=total - min(most, len(items))))
