"""What a desk's votes should come to: the rules of the product, written down a second time, by hand and in words.

It shares nothing with the bot: statuses and stances are plain words, a claim is a few counters, and nothing is
folded from events. Where it and the bot differ, one of them has misread the rules.
"""

from __future__ import annotations

CLOSED = ("superseded", "retracted", "rejected")
SHOWN = ("verified", "disputed", "contested")  # only then may anybody see who said what


class Refused(Exception):
    """The desk must not take this press."""


class ClaimModel:
    """One claim before a desk."""

    def __init__(self, quorum: int, margin: int) -> None:
        self.status = "pending"
        self.events = 0  # that the history must have by now
        self.round = 0
        self.open_round(quorum, margin)

    def open_round(self, quorum: int, margin: int) -> None:
        """Nothing of the rounds before counts any more."""
        self.quorum, self.margin = quorum, margin
        self.words: dict[int, str] = {}
        self.objections: set[int] = set()
        self.stands: str | None = None
        self.lost = 0
        self.window_over = False
        self.by_votes = "pending"
        self.round += 1
        self.events += 1
        self._becomes("pending")

    @property
    def blind(self) -> bool:
        """While the votes decide nothing, nobody may see a stance; what a claim was set aside for changes nothing."""
        return self.by_votes not in SHOWN

    def count(self, word: str) -> int:
        """How many people's last word this is."""
        return list(self.words.values()).count(word)

    def says(self, person: int, word: str, round: int) -> str:
        """A press on a stance; what it comes to."""
        self._must_be_open(round)
        before = self.words.get(person)
        if before == word:
            return "repeated"
        self.words[person] = word
        self.events += 1
        self._count_again()
        return "changed" if before else "cast"

    def takes_back(self, person: int, round: int) -> str:
        """A press on *Withdraw*; the word that was taken back."""
        self._must_be_open(round)
        if person not in self.words:
            raise Refused("nothing to withdraw")
        word = self.words.pop(person)
        self.events += 1
        self._count_again()
        return word

    def gives_reason(self, person: int, round: int) -> None:
        """Why somebody disputes; it changes nothing else."""
        self._must_be_open(round)
        if self.words.get(person) != "dispute":
            raise Refused("who does not dispute has no reason to")
        self.events += 1

    def objects(self, person: int, lead: bool, round: int) -> bool:
        """A press on *Not a claim*; whether it was new."""
        self._must_be_open(round)
        if self.status not in ("pending", "undetermined") and not lead:
            raise Refused("after a decision only a lead")
        if person in self.objections:
            return False
        self.objections.add(person)
        self.events += 1
        if lead or len(self.objections) == 2:
            self._becomes("rejected")
        return True

    def objects_no_more(self, person: int, round: int) -> None:
        """Taken back, if there was anything to take back."""
        self._must_be_open(round)
        if person in self.objections:
            self.objections.discard(person)
            self.events += 1

    def window_ends(self) -> None:
        """24 hours are over, or whatever the round was given. Only a pending claim waits for that."""
        if self.status == "pending":
            self.window_over = True
            self.events += 1
            self._count_again()

    def something_else(self) -> None:
        """A further source, a card seen for the first time: told, and void of any effect on votes."""
        self.events += 1

    def _must_be_open(self, round: int) -> None:
        if self.status in CLOSED:
            raise Refused("closed")
        if round != self.round:
            raise Refused("this card has moved on")

    def _count_again(self) -> None:
        self.by_votes = self._what_votes_say()
        self._becomes(self.by_votes)

    def _what_votes_say(self) -> str:
        """The four rules, in their order."""
        v, d = self.count("verify"), self.count("dispute")
        if self.stands:
            if (v - d if self.stands == "verified" else d - v) > 0:
                return self.stands
            self.stands = None
            self.lost += 1
        k = self.lost
        enough = v + d >= max(self.quorum, self.margin + k)
        if enough and v - d >= self.margin + k and v >= 2 * d:
            self.stands = "verified"
        if enough and d - v >= self.margin + k and d >= 2 * v:
            self.stands = "disputed"
        if self.stands:
            return self.stands
        if enough or k >= 1:
            return "contested"
        return "undetermined" if self.window_over else "pending"

    def _becomes(self, status: str) -> None:
        """A status that moves is an event of its own."""
        if status != self.status:
            self.status = status
            self.events += 1
