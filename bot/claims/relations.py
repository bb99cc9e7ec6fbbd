"""Relations: how a newer claim stands to an older one, and the reasons for it, short enough to be kept in an event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.claims.model import Mention

_DETAIL, _NEXT = "|", ";"
MOST_DETAIL = 80  # characters of one detail that are kept
_RESERVED = str.maketrans({_DETAIL: "/", _NEXT: ",", "\n": " "})


class Relation(StrEnum):
    """How the newer of two claims relates to the older one."""

    SAME = "same"
    UPDATES = "updates"
    CONTRADICTS = "contradicts"
    SUPPORTS = "supports"


PRESSING = (Relation.UPDATES, Relation.SAME, Relation.CONTRADICTS, Relation.SUPPORTS)  # what reviewers are asked first


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was compared and what came of it: a code, and up to two details, the older claim's first.

    >>> str(Reason("figures_apart", "12", "21"))
    'figures_apart|12|21'
    """

    code: str
    older: str = ""
    newer: str = ""

    def __str__(self) -> str:
        parts = (_kept(self.code), _kept(self.older), _kept(self.newer))
        return _DETAIL.join(parts).rstrip(_DETAIL)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A relation with its reasons; `certain` is so clear a `SAME` that nobody needs to be asked."""

    relation: Relation
    reasons: tuple[Reason, ...]
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A mention as a document tells it.

    `outlet` is who published the document, `told_on` the day of publication. `copy` names the text that the document
    is a near-copy of (agency copy, a forward); None for a text of its own. `around` is the sentence that the quote
    stands in, where it is at hand: “has risen to” often stands before the quote.
    """

    mention: Mention
    outlet: str | None = None
    told_on: date | None = None
    copy: str | None = None
    around: str | None = None


def written(reasons: Iterable[Reason]) -> str:
    """Reasons as one line for an event.

    >>> written((Reason("same_place", "Herat"), Reason("figures_apart", "12", "21")))
    'same_place|Herat;figures_apart|12|21'
    """
    return _NEXT.join(str(reason) for reason in reasons)


def codes(reasons: Iterable[Reason]) -> str:
    """The same without the details, which are a source's words.

    >>> codes((Reason("same_place", "Herat"), Reason("figures_apart", "12", "21")))
    'same_place;figures_apart'
    """
    return _NEXT.join(_kept(reason.code) for reason in reasons)


def read(line: str) -> tuple[Reason, ...]:
    """The reasons that `written` wrote.

    >>> read("same_place|Herat;figures_apart|12|21")[1].newer
    '21'
    """
    return tuple(_reason(part) for part in line.split(_NEXT) if part)


def _reason(part: str) -> Reason:
    code, older, newer = (*part.split(_DETAIL, 2), "", "")[:3]
    return Reason(code, older, newer)


def _kept(detail: str) -> str:
    return " ".join(detail.translate(_RESERVED).split())[:MOST_DETAIL]
