"""Why a reviewer disputes a claim."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """The reason a dispute may give, in private."""

    FIGURE = "wrong_figure"
    PLACE = "wrong_place"
    DATE = "wrong_date"
    ATTRIBUTION = "wrong_attribution"
    STAGED = "staged_or_old_media"
    OTHER = "other"
