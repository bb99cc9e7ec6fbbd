"""/stats and /rules: a desk in figures, and its rules with how often what they found was a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.cards.card import Card, Style
from bot.cards.claim import say_status
from bot.cards.fit import Part, fitted, part
from bot.cards.hostile import cleaned, outside
from bot.cards.wording import say
from bot.claims.desk import Desk
from bot.claims.deskwork import Deskwork
from bot.claims.model import Codename, Kind
from bot.claims.precision import RuleRecord, Share, covers, is_muted, worst_first

TITLE_LENGTH = 80
NAME_LENGTH = 80
RULES_TOLD = 12
RULES_LISTED = 25


def stats_card(desk: Desk, work: Deskwork, families: Sequence[RuleRecord]) -> Card:
    """The desk in figures; `families` are the records of rules that are built alike."""
    worst = worst_first(families)[:RULES_TOLD]
    judged = [_rule(one, work) for one in worst] or [part(say("stats.no_rule"))]
    title = part(say("stats.precision_title"), Style.BOLD)
    how = [part(say("stats.precision_families"))] if worst else []
    return fitted([*_figures(desk, work), part(), title, *judged, *how, *_muted(work)])


def rules_card(work: Deskwork, about: str = "") -> Card:
    """Every rule of which the name, or the beginning of it, is `about`; the least certain first."""
    chosen = [one for one in work.rules if not about or covers(about, one.rule)]
    listed = [*worst_first(chosen), *(one for one in chosen if not one.decided)]
    lines = [_rule(one, work) for one in listed[:RULES_LISTED]] or [part(say("stats.no_rule"))]
    rest = len(listed) - RULES_LISTED
    more = [part(say("stats.more", count=rest))] if rest > 0 else []
    title = part(say("stats.rules_title"), Style.BOLD)
    return fitted([title, *lines, *more, *_muted(work), part(), part(say("stats.how"))])


def muted_card(lead: Codename, rule: str, *, new: bool) -> Card:
    """Tells a desk that a lead muted a rule."""
    key = "stats.muted_now" if new else "stats.muted_before"
    return fitted([part(say(key, **_act(lead, rule)), Style.BOLD), part(say("stats.muted_how"))])


def unmuted_card(lead: Codename, rule: str) -> Card:
    """Tells a desk that a lead lets a rule be heard again."""
    return fitted([part(say("stats.unmuted_now", **_act(lead, rule)), Style.BOLD), part(say("stats.unmuted_how"))])


def stats_text(desk: Desk, work: Deskwork) -> str:
    """The same for a terminal, with every rule for itself."""
    rules = [_rule(one, work) for one in worst_first(work.rules)] or [part(say("stats.no_rule"))]
    parts = [*_figures(desk, work), part(), part(say("stats.precision_title")), *rules, *_muted(work)]
    return "\n".join("".join(words for words, _ in one.pieces) for one in parts)


def stats_record(desk: Desk, work: Deskwork) -> dict[str, Any]:
    """The same as plain data. Shares are from 0 to 1, `low` and `high` the borders of their 95 % interval."""
    return {
        "desk": {"id": desk.id, "title": desk.title},
        "open": work.open,
        "decided": work.decided,
        "claims": {kind.value: {status.value: n for status, n in work.of_kind(kind).items()} for kind in Kind},
        "last_90_days": {
            "decided_rounds": len(work.decisions),
            "median_hours_to_decision": work.hours_to_decision,
            "unanimous": _share_record(work.agreement),
        },
        "rules": [_rule_record(one, work) for one in work.rules],
        "muted": sorted(work.muted),
    }


def _figures(desk: Desk, work: Deskwork) -> Iterator[Part]:
    yield part(say("stats.title", desk=outside(desk.title, TITLE_LENGTH)), Style.BOLD)
    if not work.claims:
        yield part(say("stats.nothing"))
        return
    yield part(say("stats.counts", open=work.open, decided=work.decided))
    yield from (_kind(kind, work) for kind in Kind if work.of_kind(kind))
    if work.agreement is None:
        yield part(say("stats.undecided"))
        return
    yield part(say("stats.median", hours=work.hours_to_decision))
    yield part(say("stats.agreement", **_counted(work.agreement)))


def _kind(kind: Kind, work: Deskwork) -> Part:
    counts = (say("stats.status", count=n, status=say_status(status)) for status, n in work.of_kind(kind).items())
    return part(say("stats.kind", kind=say(f"kind.{kind.value}"), counts=", ".join(counts)))


def _rule(one: RuleRecord, work: Deskwork) -> Part:
    """Its name as code, which can be copied with a tap and never becomes a link."""
    muted = say("stats.muted_mark") if is_muted(one.rule, work.muted) else ""
    return Part((("· ", None), (cleaned(one.rule), Style.CODE), (f": {_precision(one)}{muted}", None)), rank=1)


def _precision(one: RuleRecord) -> str:
    if one.precision is None:
        return say("stats.rule_undecided")
    low, high = (_percent(border) for border in one.precision.interval)
    counted = {"right": one.precision.count, "decided": one.decided, "share": _percent(one.precision.value)}
    return say("stats.rule", **counted, low=low, high=high)


def _muted(work: Deskwork) -> Iterable[Part]:
    names = ", ".join(outside(name, NAME_LENGTH) for name in sorted(work.muted))
    return [part(say("stats.muted_title", names=names), rank=2)] if names else []


def _act(lead: Codename, rule: str) -> dict[str, str]:
    return {"lead": outside(lead, NAME_LENGTH), "rule": outside(rule, NAME_LENGTH)}


def _counted(share: Share) -> dict[str, int]:
    return {"count": share.count, "of": share.of, "share": _percent(share.value)}


def _percent(value: float) -> int:
    return round(100 * value)


def _rule_record(one: RuleRecord, work: Deskwork) -> dict[str, Any]:
    return {
        "rule": one.rule, "decided": one.decided, "rejected": one.rejected,
        "precision": _share_record(one.precision), "muted": is_muted(one.rule, work.muted),
    }  # fmt: skip


def _share_record(share: Share | None) -> dict[str, Any] | None:
    if share is None:
        return None
    low, high = (round(border, 4) for border in share.interval)
    return {"count": share.count, "of": share.of, "value": round(share.value, 4), "low": low, "high": high}
