"""Whether a claim's links contradict themselves: the table against its history, its history against the others'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.claims.errors import ClaimdeskError
from bot.claims.history import Standing
from bot.claims.links import Link
from storage.kept_links import KeptLinks


class LinkDiffers(ClaimdeskError):
    """{label} of desk {desk}: its link with {other} is listed as {listed}, and its history tells it as {told}."""


class LinkAstray(ClaimdeskError):
    """{label} of desk {desk}: its link with {other} is listed for a desk that is not theirs."""


class SidesDiffer(ClaimdeskError):
    """{label} and {other} of desk {desk}: their histories do not tell the same of how they relate."""


class NotFiled(ClaimdeskError):
    """{label} of desk {desk} is filed under no key, so that no later claim about its event finds it."""


def wrong_links(now: Standing, kept: KeptLinks, facts: dict[str, Any]) -> Iterator[ClaimdeskError]:
    """The links of a claim that are not listed as its history tells them, or are told otherwise at their other end."""
    for number in sorted({*now.links, *kept.listed}):
        told, listed, other = now.links.get(number), kept.listed.get(number), f"C-{number}"
        if _in_words(told) != _in_words(listed):
            yield LinkDiffers(**facts, other=other, listed=_in_words(listed), told=_in_words(told))
        if number in kept.astray:
            yield LinkAstray(**facts, other=other)
        across = kept.told_by_others.get(number)
        if told and across and not _mirror(told, across):
            yield SidesDiffer(**facts, other=other)


def _in_words(link: Link | None) -> str:
    return f"{link.relation.value} ({link.side.value}, {link.state.value})" if link else "nothing"


def _mirror(one: Link, other: Link) -> bool:
    """The newer claim tells the older, and the other way round; all else is told alike."""
    alike = (one.relation, one.state, one.reasons, one.by) == (other.relation, other.state, other.reasons, other.by)
    return alike and one.side is not other.side
