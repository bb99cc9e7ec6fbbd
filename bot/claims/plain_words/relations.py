"""The reasons for a relation, in words."""

from __future__ import annotations

from collections.abc import Iterable

from bot.claims.relations import Reason


def reasons_in_words(reasons: Iterable[Reason]) -> str:
    """“12 there and 21 here; both in Herat”: one phrase a reason; empty without any."""
    return "; ".join(_in_words(reason) for reason in reasons)


def _in_words(reason: Reason) -> str:
    told = " / ".join(detail for detail in (reason.older, reason.newer) if detail)
    name = reason.code.replace("_", " ")
    return f"{name}: {told}" if told else name
