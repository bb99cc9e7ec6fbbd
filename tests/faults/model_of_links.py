"""How claims relate, and which of them gives way to another: the rules of the product, written down a second time.

As in `model`, nothing is shared with the bot: claims go by their places in a list, relations are plain words.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.faults.model import ClaimModel, Refused

Said = tuple[int, str, int]
"""The newer claim, how it relates, the older claim."""


class LinksModel:
    """What is known of each pair of a desk's claims: what it was last said to be, and how far that has come."""

    def __init__(self, claims: Sequence[ClaimModel]) -> None:
        self.claims = claims
        self.pairs: dict[frozenset[int], tuple[Said, str]] = {}

    def is_proposed(self, newer: int, relation: str, older: int) -> None:
        """The rules see a relation between two of which nothing is known yet."""
        self._now((newer, relation, older), "proposed")

    def relates(self, newer: int, relation: str, older: int) -> bool:
        """A reviewer says how two claims relate; whether it was so already."""
        if newer == older:
            raise Refused("a claim and itself")
        if "rejected" in (self.claims[newer].status, self.claims[older].status):
            raise Refused("what is no claim relates to nothing")
        giving, taking = self._gives_way((newer, relation, older)) or (None, None)
        if taking is not None and self.claims[taking].status == "retracted":
            raise Refused("what was taken back takes nobody's place")
        if giving is not None and giving in self._in_place_of(taking, besides=frozenset((newer, older))):
            raise Refused("each would stand in the other's place")
        if self.pairs.get(frozenset((newer, older))) == ((newer, relation, older), "confirmed"):
            return True
        self._now((newer, relation, older), "confirmed")
        return False

    def parts(self, one: int, other: int) -> bool:
        """A reviewer says that two claims do not relate; whether that was said before."""
        known = self.pairs.get(frozenset((one, other)))
        if known is None:
            raise Refused("nothing is known of the two")
        said, state = known
        if state == "dismissed":
            return True
        self._now(said, "dismissed")
        return False

    def of(self, claim: int) -> dict[int, tuple[str, str, str]]:
        """By the other claim: the relation, which of the two this one is, how far it has come."""
        return {
            (older if newer == claim else newer): (relation, "newer" if newer == claim else "older", state)
            for (newer, relation, older), state in self.pairs.values()
            if claim in (newer, older)
        }

    def _now(self, said: Said, state: str) -> None:
        """Told in both histories; one of the two may give way by it, or stand again."""
        newer, _, older = said
        self.pairs[frozenset((newer, older))] = said, state
        for claim in (newer, older):
            self.claims[claim].is_told_of_a_link(gives_way=bool(self._takers(claim)))

    def _takers(self, claim: int | None, besides: frozenset[int] = frozenset()) -> set[int]:
        """The claims that stand in the place of this one, by one link."""
        confirmed = [said for pair, (said, state) in self.pairs.items() if state == "confirmed" and pair != besides]
        ends = [end for said in confirmed if (end := self._gives_way(said))]
        return {taking for giving, taking in ends if giving == claim}

    def _in_place_of(self, claim: int | None, besides: frozenset[int]) -> set[int]:
        found: set[int] = set()
        reached = self._takers(claim, besides)
        while reached - found:
            found |= reached
            reached = {taker for one in found for taker in self._takers(one, besides)}
        return found

    def _gives_way(self, said: Said) -> tuple[int, int] | None:
        """Which of the two gives way to which: the older to its update, the newer of two that say the same."""
        newer, relation, older = said
        return {"updates": (older, newer), "same": (newer, older)}.get(relation)
