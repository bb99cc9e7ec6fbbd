"""Counted: who or what a figure counts, with the verb that fits: “2 of the kidnappers were killed”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.claims.model import Interval
from bot.claims.plain_words.figures import figure, quantity
from bot.claims.plain_words.nouns import Noun
from bot.claims.plain_words.number import has_one, is_mass, is_plural, many_of, one_of
from bot.claims.plain_words.predicates import Predicate

NOT_TRUE = "it is not true that"
_PARTICLES = frozenset("al el bin ben ibn abu de la del van von der ul ur da dos bint y".split())
_ARABIC = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an|ud|ul|ur)-(?=[A-Z])")
_MANY_OF_A_PEOPLE = re.compile(r"(?:ans|is|ese|ers|ists|men|women|tes|aras|ars|urds|abs|ews|rks)\Z")


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with its noun."""

    told: Interval
    noun: Noun

    @property
    def is_one(self) -> bool:
        return self.told.low == self.told.high == 1

    @property
    def is_name(self) -> bool:
        """Whether the noun is somebody's name: “Ahmad Khan”, or with what he was, “former minister Ahmad Khan”."""
        words = [_ARABIC.sub("", word) for word in self.noun.core.split() if word not in _PARTICLES | {"and"}]
        words = [word for word in words if word[:1].isalpha()]
        capital = [word[:1].isupper() and not word.isupper() for word in words]
        if not words or self.noun.article == "a" or (self.noun.article == "the" and is_plural(self.noun.core)):
            return False
        if is_plural(self.noun.core) and not self._two_names and not (self.is_one and len(words) > 1):
            return False
        if len(words) == 1 and not self.is_one:
            return False
        return all(word[:1].isupper() for word in words) or (self.is_one and len(words) > 2 and all(capital[-2:]))

    @property
    def _two_names(self) -> bool:
        return " and " in self.noun.core or not _MANY_OF_A_PEOPLE.search(self.noun.core)

    def asserted(self, predicate: Predicate) -> str:
        """“9 soldiers were killed”, “no one was killed”."""
        if self.told.high == 0:
            return self._nobody(predicate)
        subject, plural = self._subject()
        return f"{subject} {predicate.said(plural=plural)}"

    def denied(self, predicate: Predicate) -> str:
        """That it did not happen: “no civilian was killed”, “Ahmad Khan was not killed”."""
        definite = self.noun.article == "the" or self.is_name
        if self.told.high == 0 or (figure(self.told) and not self.is_one):
            return f"{NOT_TRUE} {self.asserted(predicate)}"
        if self.is_one and self.noun.article == "the" and self.noun.plural:
            return f"none of {self.noun.said} {predicate.said(plural=False)}"
        if definite:
            subject, plural = self._subject()
            return f"{subject} {predicate.said(plural=plural, denied=True)}"
        return self._nobody(predicate)

    def _nobody(self, predicate: Predicate) -> str:
        core = self.noun.core
        if core in ("people", "persons", "person") and not self.noun.tail:
            return f"no one {predicate.said(plural=False)}"
        single = has_one(core)
        named = Noun(one_of(core) if single else core, "", self.noun.tail).said
        return f"no {named} {predicate.said(plural=not single)}"

    def _subject(self) -> tuple[str, bool]:
        """The subject, and whether its verb is plural."""
        if self.is_name:
            return self._named()
        if self.is_one:
            return self._one(), False
        if self.told.low is None and self.told.high is None:
            return self._unknown()
        if self.noun.article == "a" and self.told.low == self.told.high and self.told.low and not self.told.hedge:
            return f"{self.noun.said} and {_others(self.told.low - 1)}", True
        if self.noun.article == "the" and self.noun.plural:
            return quantity(self.told).of(
                f"of {self.noun.said}" if quantity(self.told).after == "" else self._many
            ), True
        if (self.told.low, self.told.high) == (1, None):
            return f"one or more {self._many}", True
        return quantity(self.told).of(self._many), True

    @property
    def _many(self) -> str:
        return Noun(many_of(self.noun.core), "", self.noun.tail).said

    def _one(self) -> str:
        if self.noun.article == "the":
            return f"one of {self.noun.said}" if self.noun.plural else self.noun.said
        single = Noun(one_of(self.noun.core), self.noun.article, self.noun.tail)
        return single.said if single.article or is_mass(single.core) or "’s " in single.core else f"one {single.said}"

    def _unknown(self) -> tuple[str, bool]:
        share = quantity(self.told).before
        if share:
            if self.noun.core.lower().startswith(f"{share} "):
                return self.noun.said, True
            noun = Noun(
                many_of(self.noun.core),
                "the" if self.noun.article == "the" and share.endswith(" of") else "",
                self.noun.tail,
            )
            return f"{share} {noun.said}", True
        return self.noun.said, self.noun.plural

    def _named(self) -> tuple[str, bool]:
        """A name stands for itself; a figure above the names adds those who are not named."""
        names = len(re.split(r",\s+(?:and\s+)?|\s+and\s+", self.noun.core))
        more = self.told.low - names if self.told.low is not None and self.told.low == self.told.high else 0
        if more <= 0:
            return self.noun.said, names > 1
        return f"{self.noun.said} and {_others(more)}", True


def _others(more: int) -> str:
    return "one other person" if more == 1 else f"{more:,} others"
