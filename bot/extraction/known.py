"""What is known of words: worked out when a word is first met, then looked up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

MOST = 50_000  # words kept in mind; text made to exhaust the reader has more different ones, and longer ones
LONGEST = 40
Told = TypeVar("Told")


class Known(dict[str, Told]):
    """Word -> what `tell` says of it. A look-up costs a tenth of a call.

    >>> lengths = Known(len)
    >>> lengths["town"], dict(lengths)
    (4, {'town': 4})
    """

    def __init__(self, tell: Callable[[str], Told]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> Told:
        told = self._tell(word)
        if len(word) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[word] = told
        return told
