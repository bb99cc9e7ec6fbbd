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

    def __init__(self, quorum: int, margin: int, *, perspectives: bool = False) -> None:
        self.status = self.by_votes = "pending"
        self.gave_way = False  # to another claim, for as long as the link stands, whatever round it is
        self.events = 0  # that the history must have by now
        self.round = 0
        self.perspectives = perspectives
        self.frozen: set[int] = set()  # people who are suspended at the desk
        self.open_round(quorum, margin)

    def open_round(self, quorum: int, margin: int) -> None:
        """Nothing of the rounds before counts any more."""
        self.quorum, self.margin = quorum, margin
        self.words: dict[int, str] = {}
        self.sides: dict[int, str | None] = {}  # of everybody who ever answered in this round
        self.set_aside: set[int] = set()  # people whose word is there and does not count
        self.overruled: str | None = None
        self.set_down: str | None = None  # rejected or retracted
        self.proposed: tuple[int, str] | None = None
        self.objections: set[int] = set()
        self.stands: str | None = None
        self.lost = 0
        self.window_over = False
        self.round += 1
        self.events += 1
        self._becomes("pending")

    @property
    def blind(self) -> bool:
        """While the votes decide nothing, nobody may see a stance; what a claim was set aside for changes nothing."""
        return self.by_votes not in SHOWN

    def count(self, word: str) -> int:
        """How many people's last word this is."""
        return sum(said == word for person, said in self.words.items() if person not in self.set_aside)

    def says(self, person: int, word: str, round: int, side: str | None = None) -> str:
        """A press on a stance; what it comes to. `side` is the perspective that the person answers from."""
        self._must_be_open(round)
        before = self.words.get(person)
        if before == word:
            return "repeated"
        self.words[person], self.sides[person] = word, side
        self.events += 1
        self._count_again()
        return "changed" if before else "cast"

    def takes_back(self, person: int, round: int) -> str:
        """A press on *Withdraw*; the word that was taken back."""
        self._must_be_open(round)
        if person not in self.words:
            raise Refused("nothing to withdraw")
        word = self.words.pop(person)
        self.set_aside.discard(person)
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
            self.set_down = "rejected"
            self._becomes(self.by_votes)
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

    def overrules(self, lead: int, status: str) -> None:
        """A lead sets the status; one who has answered in this round can only propose it to another lead."""
        if self.status in CLOSED or self.overruled:
            raise Refused("something outweighs it, or it is overruled already")
        by_another = self.proposed is not None and self.proposed[0] != lead and self.proposed[1] == status
        if lead in self.sides and not by_another:
            if self.proposed == (lead, status):
                raise Refused("proposed already")
            self.proposed = (lead, status)
            self.events += 1
            return
        self.overruled, self.proposed = status, None
        self.events += 1
        self._becomes(self.by_votes)

    def is_retracted(self) -> None:
        """The source took it back."""
        if self.status in ("rejected", "retracted"):
            raise Refused("it is already")
        self.events += 1
        self.set_down = "retracted"
        self._becomes(self.by_votes)

    def is_reopened(self) -> None:
        """A lead wants a new round; there is none to be had where nothing has happened yet."""
        if self.gave_way:
            raise Refused("another claim stands in its place")
        if self.status == "pending" and not (self.sides or self.objections or self.proposed):
            raise Refused("open already")
        self.open_round(self.quorum, self.margin)

    def is_suspended(self, person: int, *, suspended: bool) -> None:
        """Somebody's words count no more at this desk, or count again; also beneath a link, which may be taken back."""
        if self.set_down is None and person in self.words and suspended != (person in self.set_aside):
            (self.set_aside.add if suspended else self.set_aside.discard)(person)
            self.events += 1
            self._count_again()

    def something_else(self) -> None:
        """A further source, a card seen for the first time: told, and void of any effect on votes."""
        self.events += 1

    def is_told_of_a_link(self, *, gives_way: bool) -> None:
        """What a reviewer or the rules say of this claim and another; it copies no status."""
        self.gave_way = gives_way
        self.events += 1
        self._becomes(self.by_votes)

    def _must_be_open(self, round: int) -> None:
        if self.status in CLOSED:
            raise Refused("closed")
        if round != self.round:
            raise Refused("this card has moved on")

    def _count_again(self) -> None:
        self._becomes(self._what_votes_say())

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
            if self.perspectives and not self._two_sides_agree():
                return "contested"
            self.stands = "verified"
        if enough and d - v >= self.margin + k and d >= 2 * v:
            self.stands = "disputed"
        if self.stands:
            return self.stands
        if enough or k >= 1:
            return "contested"
        return "undetermined" if self.window_over else "pending"

    def _two_sides_agree(self) -> bool:
        """At least two perspectives with two votes each, and a lead in each of them."""
        agreed = 0
        for side in {side for side in self.sides.values() if side}:
            words = [w for p, w in self.words.items() if self.sides[p] == side and p not in self.set_aside]
            v, d = words.count("verify"), words.count("dispute")
            agreed += v + d >= 2 and v > d
        return agreed >= 2

    def _becomes(self, by_votes: str) -> None:
        """Rejected and retracted outweigh superseded, that outweighs what leads set, and that the votes.

        A status that moves is an event of its own, and so is what the votes come to beneath what outweighs them.
        """
        status = self.set_down or ("superseded" if self.gave_way else self.overruled or by_votes)
        self.events += (status, by_votes) != (self.status, self.by_votes)
        self.status, self.by_votes = status, by_votes
