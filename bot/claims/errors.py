"""Everything that can be wrong with what a person asked: each error's docstring is the sentence they read."""

from __future__ import annotations

from inspect import cleandoc


class ClaimdeskError(Exception):
    """Something went wrong."""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The docstring of the class with the facts filled in."""
        words = cleandoc(self.__class__.__doc__ or "").replace("\n", " ")
        return words.format(**self.facts)
