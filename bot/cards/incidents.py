"""Events with their tolls, a few lines each: one interval an event, contested ones apart, denials listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.cards.claim import say_status
from bot.cards.dates import days_in_words
from bot.cards.figures import interval_in_words
from bot.cards.fit import Part, part
from bot.cards.hostile import outside
from bot.cards.particulars import speaker_in_words
from bot.cards.wording import say
from bot.cards.wording.english.countries import COUNTRIES
from bot.claims.claim import Claim
from bot.claims.model import EventDate, Mention
from bot.claims.tolls import Counted, Footing, Incident, Reach, Report, Span, Toll, span_of

STATEMENT_LENGTH = 140
SPEAKER_LENGTH = 60
SIDE_LENGTH = 30
CLAIMS_NAMED = 5
LETTERS = 4  # a name of so few is spelled by its letters


def incident_lines(one: Incident, head: Part, added: Sequence[bool]) -> Iterator[Part]:
    """An event: `head` above its lines. `added` says for each toll whether sums take it in."""
    yield head
    for toll, is_added in zip(one.tolls, added, strict=True):
        yield from _toll(one, toll, is_added=is_added)
    yield from (_denial(report) for report in one.denials)


def incident_in_a_line(one: Incident) -> Part | None:
    """An event of which only one interval is told, on one line; None for others."""
    if len(one.tolls) != 1 or one.denials or one.tolls[0].apart:
        return None
    (toll,) = one.tolls
    if _is_contested(toll):
        return None
    facts = {"told": toll_in_words(toll.counted, toll.reports), "claims": _claims(toll.reports)}
    return part(say("toll.line_alone", days=days_of(one), left=_left(one, toll), **facts), rank=3)


def days_of(one: Incident) -> str:
    """The days of an event."""
    return days_in_words(EventDate(one.first, one.last))


def sources_of(one: Incident) -> str:
    """How many sources an event has."""
    return say("toll.sources", count=one.sources)


def _toll(one: Incident, toll: Toll, *, is_added: bool) -> Iterator[Part]:
    if _is_contested(toll):
        yield _told("contested", toll.counted, toll.reports)
        return
    yield _told("line", toll.counted, toll.reports, "" if is_added else _left(one, toll))
    if toll.apart:
        yield _told("apart", toll.counted, toll.apart)


def _is_contested(toll: Toll) -> bool:
    return toll.footing is Footing.CONTESTED


def _told(key: str, counted: Counted, reports: Sequence[Report], left: str = "") -> Part:
    facts = {"told": toll_in_words(counted, reports), "claims": _claims(reports), "left": left}
    return part(say(f"toll.{key}", **facts), rank=3)


def _denial(report: Report) -> Part:
    statement = outside(report.claim.statement.removesuffix("."), STATEMENT_LENGTH)
    return part(say("toll.denied", statement=statement, claims=_claims([report])), rank=4)


def _left(one: Incident, toll: Toll) -> str:
    if toll.counted.cumulative:
        return say("toll.left_cumulative")
    if toll.counted.part:
        return say("toll.left_part")
    return say("toll.left_region") if one.reach is not Reach.TOWN else ""


def toll_in_words(counted: Counted, reports: Sequence[Report]) -> str:
    """What some reports tell together: “14–21 people killed”; a single one keeps the words of its hedge."""
    span = span_of(reports)
    who = who_in_words(counted, None if span.open else span.high)
    facts = {"who": who, "effect": say(f"toll.effect_{_effect(counted)}")}
    if span.low is None:
        return say("toll.told_unknown", **facts)
    told = reports[0].claim.mention.casualties
    if len(reports) == 1 and told:
        return say("toll.told", figures=interval_in_words(told.count), **facts)
    words = say("toll.told", figures=span_in_words(span), **facts)
    return say("toll.vague", figures=words) if span.vague else words


def span_in_words(span: Span) -> str:
    """The lowest and the highest figure: “14–21”, “14 or more”."""
    low, high = span.low or 0, span.high or 0
    if low == high:
        return say("toll.figures_from" if span.open else "toll.figures", low=low)
    if low == 0 and not span.open:
        return say("toll.figures_up_to", high=high)
    return say("toll.figures_between_open" if span.open else "toll.figures_between", low=low, high=high)


def who_in_words(counted: Counted, count: int | None = None) -> str:
    """The group that is counted, and on whose side: “soldiers (Ukraine)”."""
    who = say(f"toll.group_{counted.group or 'people'}", count=2 if count is None else count)
    kind, _, name = (counted.side or "").partition(":")
    if not name or kind.startswith("not "):
        return who
    return say("toll.on_the_side_of", who=who, side=outside(COUNTRIES.get(name, _group_name(name)), SIDE_LENGTH))


def _group_name(name: str) -> str:
    """An armed group's key as a name: M23, Islamic State."""
    return name.upper() if len(name) <= LETTERS else name.title()


def heading_of(counted: Counted) -> str:
    """What became of them, as a heading."""
    return say(f"toll.heading_{_effect(counted)}")


def _effect(counted: Counted) -> str:
    return counted.effect.value if counted.effect else "casualties"


def _claims(reports: Sequence[Report]) -> str:
    """The claims by number and status; of a single one also who says so."""
    if len(reports) == 1:
        (claim,) = (report.claim for report in reports)
        facts = {"label": claim.label, "status": say_status(claim.status)}
        return say("toll.one_claim", speaker=speaker_of(claim.mention), **facts)
    named = [_named(report.claim) for report in reports[:CLAIMS_NAMED]]
    told = say("toll.among_claims").join(named)
    more = len(reports) - CLAIMS_NAMED
    return say("toll.and_more", claims=told, count=more) if more > 0 else told


def _named(claim: Claim) -> str:
    return say("toll.claims", label=claim.label, status=say_status(claim.status))


def speaker_of(mention: Mention) -> str:
    """In a list the name is enough; what more is known stands on the card."""
    known = mention.attribution
    if known and known.source:
        return outside(known.source, SPEAKER_LENGTH)
    return speaker_in_words(known) or say("digest.in_the_report")
