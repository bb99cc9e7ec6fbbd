"""The card of a claim: what is claimed, in whose words, where and when, and how far the desk has come."""

from __future__ import annotations

from collections.abc import Iterator

from bot.cards.buttons import button
from bot.cards.card import Card, Rows, Style
from bot.cards.dates import days_in_words, moment_in_words
from bot.cards.figures import tally_in_words
from bot.cards.fit import Part, fitted, part
from bot.cards.hostile import outside
from bot.cards.particulars import distinct_sources, place_in_words, source_in_words, speaker_in_words
from bot.cards.presses import CastVote, NotAClaim, ShowHistory, Signer
from bot.cards.relating import link_buttons, relating
from bot.cards.wording import say
from bot.claims.claim import Claim, Dossier
from bot.claims.consensus import Ground, Stance
from bot.claims.history import Overruling, Standing
from bot.claims.model import Mention
from bot.claims.status import CLOSED, Status

STATEMENT_LENGTH = 400
QUOTE_LENGTH = 900
LONG_QUOTE = 350  # from here on the quote is folded up on a phone
SOURCES_LISTED = 4
ONE_LINE = 48
NAME_LENGTH = 80
REASON_LENGTH = 300
HOLDS_NO_PLACE = frozenset({Status.DISPUTED, Status.REJECTED, Status.RETRACTED})


def claim_card(dossier: Dossier, signer: Signer, zone: str = "UTC") -> Card:
    """The card of a claim, the same in a group and in private.

    `zone` is the desk's time zone.
    """
    parts = [
        *_what(dossier.claim, dossier.standing.status),
        part(),
        *_where_and_when(dossier.claim.mention),
        *_sources(dossier, zone),
        *_grade(dossier),
        *relating(dossier.related, asks=dossier.standing.status not in CLOSED),
        part(),
        *_how_far(dossier, zone),
    ]
    return fitted(parts, _buttons(dossier, signer))


def pointer_card(claim: Claim) -> Card:
    """What a second copy of a card becomes when it is found."""
    return fitted([part(say("claim.second_copy", label=claim.label), Style.ITALIC)])


def title_of(claim: Claim, status: Status) -> str:
    """The first line of a claim: emblem, kind, number, status."""
    kind = claim.mention.kind.value
    return say(
        "claim.title",
        emblem=say(f"emblem.{kind}"),
        kind=say(f"kind.{kind}"),
        label=claim.label,
        status=say_status(status),
    )


def say_status(status: Status) -> str:
    """A status in a word."""
    return say(f"status.{status.value}")


def _what(claim: Claim, status: Status) -> Iterator[Part]:
    yield part(title_of(claim, status), Style.BOLD)
    yield Part(((say("claim.statement"), Style.BOLD), (outside(claim.statement, STATEMENT_LENGTH), None)), rank=1)
    quote = outside(claim.mention.quote, QUOTE_LENGTH)
    yield part(say("claim.quote", quote=quote), Style.LONG_QUOTE if len(quote) > LONG_QUOTE else Style.QUOTE, rank=2)
    speaker = speaker_in_words(claim.mention.attribution)
    yield part(say("claim.speaker", speaker=speaker) if speaker else say("claim.no_speaker"), rank=3)


def _where_and_when(mention: Mention) -> Iterator[Part]:
    place = place_in_words(mention.place)
    days = days_in_words(mention.event_date) if mention.event_date else None
    if place and days and len(place) + len(days) <= ONE_LINE:
        yield part(say("claim.where_and_when", place=place, days=days))
        return
    if place:
        yield part(say("claim.where", place=place), rank=3)
    if days:
        yield part(say("claim.when", days=days))


def _sources(dossier: Dossier, zone: str) -> Iterator[Part]:
    sources = distinct_sources(dossier.sources)
    told = [source_in_words(source, zone) for source in sources[:SOURCES_LISTED]]
    if len(told) == 1:
        yield part(say("claim.source", source=told[0]), rank=4)
    elif told:
        yield part(say("claim.sources", count=len(sources)))
        yield from (part(say("claim.one_source", source=source), rank=4) for source in told)
    if len(sources) > SOURCES_LISTED:
        yield part(say("claim.more_sources", count=len(sources) - SOURCES_LISTED))


def _grade(dossier: Dossier) -> Iterator[Part]:
    """What the sources say, apart from what reviewers decided."""
    if dossier.graded:
        yield part(say(f"grade.{dossier.graded.grade.value}", count=dossier.graded.sources), rank=4)


def _how_far(dossier: Dossier, zone: str) -> Iterator[Part]:
    """The vote line and what belongs to it. While the round is blind it counts answers and never tells a stance."""
    standing = dossier.standing
    for number, status in enumerate(standing.earlier, start=1):
        yield part(say("claim.earlier_round", round=number, status=say_status(status)), rank=5)
    if standing.round > 1:
        yield part(say("claim.round", round=standing.round))
    if standing.status in CLOSED:
        yield part(_closed(dossier))
        return
    yield from _set_by_leads(dossier)
    yield part(_votes(dossier), Style.BOLD if standing.shown and not standing.overruled else None)
    if standing.votes_ground is Ground.ONE_SIDED:
        yield part(say("claim.one_sided"), Style.ITALIC)
    elif standing.by_votes is Status.UNDETERMINED:
        yield part(say("claim.window_ended"), Style.ITALIC)
    elif standing.by_votes is Status.PENDING and standing.window_ends:
        yield part(say("claim.answer_by", moment=moment_in_words(standing.window_ends, zone)), Style.ITALIC, rank=6)


def _closed(dossier: Dossier) -> str:
    """Why nobody can answer; also when the claim that took the place is out of play itself, and how to undo it."""
    status, link = dossier.standing.status, dossier.standing.superseded_by
    if status is not Status.SUPERSEDED or link is None:
        return say(f"claim.{status.value}")
    taking = next((one.status for one in dossier.related if one.link.other == link.other), Status.PENDING)
    key = "claim.superseded_by_none" if taking in HOLDS_NO_PLACE else f"claim.superseded_{link.relation.value}"
    return say(key, label=dossier.claim.label, other=link.label, status=say_status(taking))


def _set_by_leads(dossier: Dossier) -> Iterator[Part]:
    """What leads set or propose, under their codenames, beside what the votes alone say."""
    for key, one in (("overruled", dossier.standing.overruled), ("proposed", dossier.standing.proposed)):
        if one is None:
            continue
        yield part(say(f"claim.lead_{key}", by=_who(one), status=say_status(one.status)), Style.BOLD)
        reason = dossier.words.get(one.reason)
        told = say("leading.reason", reason=outside(reason, REASON_LENGTH)) if reason else say("leading.reason_erased")
        yield part(told, rank=2)


def _who(overruling: Overruling) -> str:
    by = outside(overruling.by, NAME_LENGTH)
    if overruling.proposed_by is None:
        return by
    return say("claim.two_leads", first=outside(overruling.proposed_by, NAME_LENGTH), second=by)


def _votes(dossier: Dossier) -> str:
    if dossier.standing.overruled is None:
        return _votes_alone(dossier)
    standing = dossier.standing
    if standing.blind or standing.shown is None:
        return say("claim.votes_alone", votes=_votes_alone(dossier))
    return say("claim.votes_alone_say", status=say_status(standing.by_votes), votes=_votes_alone(dossier))


def _votes_alone(dossier: Dossier) -> str:
    standing = dossier.standing
    if standing.round == 0:
        return say("claim.held_back")
    if standing.blind or standing.shown is None:
        return answered_in_words(standing)
    tally = tally_in_words(standing.shown)
    if not dossier.answered_since:
        return say("claim.decided", tally=tally)
    return say("claim.decided_since", tally=tally, since=say("count.answers_since", count=dossier.answered_since))


def answered_in_words(standing: Standing) -> str:
    """How many answered an undecided round, and how many are needed."""
    return answered_and_needed(len(standing.counting), standing.rule.quorum)


def answered_and_needed(answered: int, needed: int) -> str:
    """The only thing told of the votes of an undecided round: “1 answered, 3 needed”."""
    return say("count.answered" if answered < needed else "count.answered_unclear", answered=answered, needed=needed)


def _buttons(dossier: Dossier, signer: Signer) -> Rows:
    claim, number = dossier.claim, dossier.standing.round
    history = button("history", ShowHistory(claim.id), claim.desk, signer)
    if number == 0 or dossier.standing.status in CLOSED:
        return ((history,),)
    links = link_buttons(claim, dossier.related, signer)
    stances = tuple(button(one.value, CastVote(claim.id, number, one), claim.desk, signer) for one in Stance)
    return (stances, (history, button("not_a_claim", NotAClaim(claim.id, number), claim.desk, signer)), *links)
