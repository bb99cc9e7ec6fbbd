"""A claim as the desk keeps it: the statement that its mentions make, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.claims.grade import Graded
from bot.claims.history import Standing
from bot.claims.links import Link
from bot.claims.model import ClaimId, ClaimNumber, DeskId, DocumentId, Mention, Origin
from bot.claims.status import Status


@dataclass(frozen=True, slots=True)
class Source:
    """Where one mention of a claim stands: the document, as far as a card names it.

    `version_of` is the first version of a text that its source has edited since, `copy_of` that of which it is a copy.
    """

    document: DocumentId
    title: str | None
    source: str | None
    origin: Origin
    published: date | None
    received: datetime
    mention: Mention
    version_of: DocumentId | None = None
    copy_of: DocumentId | None = None

    @property
    def text(self) -> DocumentId:
        """The first of its versions, or of the texts of which it is a near-copy: all these are one text."""
        return self.copy_of or self.version_of or self.document


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: its first mention says what it is; `statement` is that in plain words.

    `status`, `sequence`, `answered` and `released` repeat what the history says, for lists; the history decides.
    """

    id: ClaimId
    desk: DeskId
    number: ClaimNumber
    statement: str
    mention: Mention
    status: Status
    sequence: int
    opened: datetime
    released: bool
    answered: int = 0
    needed: int = 0
    window_ends: datetime | None = None

    @property
    def label(self) -> str:
        """What people call it: C-17."""
        return f"C-{self.number}"


@dataclass(frozen=True, slots=True)
class Related:
    """A claim's link as a card shows it: the other claim, and the reasons with their details."""

    link: Link
    claim: ClaimId
    statement: str
    status: Status
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that a card of a claim shows: the claim, where it stands, and its sources in order of arrival.

    `words` are what leads wrote as their reasons, by the commitment that the history holds; erased ones are missing.
    `related` are its links that nobody has dismissed, in the order of `links.holding`; `graded` what its sources say.
    """

    claim: Claim
    standing: Standing
    sources: tuple[Source, ...]
    answered_since: int = 0
    words: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    graded: Graded | None = None
