"""How far a document and a posting have come."""

from __future__ import annotations

from enum import StrEnum


class IntakeState(StrEnum):
    """`fetching`: known by its file only; `received`: the text is here, unread; the others are final."""

    FETCHING = "fetching"
    RECEIVED = "received"
    READ = "read"
    REPEATED = "repeated"  # the desk has read the same text before
    FAILED = "failed"


class PostingState(StrEnum):
    """Where a posting stands between being wanted and hanging in its chat.

    `sending` found at start-up means that nobody knows whether the call arrived; `uncertain` that an
    answer was lost; `gone` that it was taken down on purpose; `stopped` that it cannot be shown, and `why`.
    """

    WANTED = "wanted"
    SENDING = "sending"
    SHOWN = "shown"
    UNCERTAIN = "uncertain"
    GONE = "gone"
    STOPPED = "stopped"
