"""When two mentions say the same to the letter: then they are one claim with two sources.

Nothing here is a likeness: different figures, places, dates, polarity or speakers never share a key.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import asdict, replace

from bot.claims.model import Mention

_QUOTATION_MARKS = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')


def content_key(mention: Mention) -> str:
    """SHA-256 (hex) over everything a mention says: its words and its fields, not where it stands.

    >>> one = Mention(kind="attack", quote="Shells fell on Herat", start=0, end=20, rule="shelling")
    >>> content_key(one) == content_key(replace(one, quote="shells fell  on Herat", start=7, end=28))
    True
    """
    said = asdict(replace(mention, start=0, end=0, rule="", quote=_plain(mention.quote)))
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def _plain(quote: str) -> str:
    folded = unicodedata.normalize("NFKC", quote).translate(_QUOTATION_MARKS).casefold()
    return re.sub(r"\s+", " ", folded).strip()
