"""A claim's history as sentences, blind where it must be.

What a round said is told up to its last decision that shows a tally; before that, only that somebody answered; after
it, only how many answers came since. *Not a claim* and reasons are as blind as votes. Reviewers are letters of this
claim alone, and what only a lead can do is told of “a lead” or a codename, never of a letter. Who is suspended is told
the desk by codename, so the story never says which letter's answer was set aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.cards.acts import Acts
from bot.cards.link_story import link_sentence
from bot.cards.particulars import source_in_words
from bot.cards.receipts import say_reason, say_stance
from bot.cards.status_story import status_sentence
from bot.cards.wording import say
from bot.claims import events as e
from bot.claims.claim import Dossier
from bot.claims.consensus import BEYOND_VOTES
from bot.claims.history import Standing, after
from bot.claims.model import Voter
from bot.claims.opening import shared_reasons
from bot.claims.status import Status
from bot.claims.telling import revealed


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the story, and when it happened (UTC, exact; round it before showing it)."""

    at: datetime
    sentence: str


def story(dossier: Dossier, entries: Sequence[e.Entry], zone: str = "UTC") -> tuple[Line, ...]:
    """The whole story, oldest first."""
    teller = _Teller(dossier, entries, zone)
    lines = [*teller.lines()]
    if teller.since and entries:
        lines.append(Line(entries[-1].at, say("history.since", count=teller.since)))
    return tuple(lines)


def letters(entries: Iterable[e.Entry]) -> dict[Voter, str]:
    """Reviewer A, B … in order of their first answer on this claim; who only pressed *Not a claim* comes after."""
    voters, objectors = [], []
    for entry in entries:
        match entry.event:
            case e.VoteCast(reviewer=reviewer):
                voters.append(reviewer)
            case e.NotAClaimPressed(reviewer=reviewer, lead=False):
                objectors.append(reviewer)
    return {reviewer: _letter(place) for place, reviewer in enumerate(dict.fromkeys([*voters, *objectors]))}


def _letter(place: int) -> str:
    """A to Z, then AA, AB …"""
    return ("" if place < 26 else _letter(place // 26 - 1)) + chr(ord("A") + place % 26)


class _Teller:
    """Tells the entries one by one, with the standing before and after each."""

    def __init__(self, dossier: Dossier, entries: Sequence[e.Entry], zone: str) -> None:
        self._entries = entries
        self._sources = {source.document: source_in_words(source, zone) for source in dossier.sources}
        self._letters = letters(entries)
        self._told = revealed(entries)
        self._shared = shared_reasons(entries, self._told)
        self._acts = Acts(dossier.words)
        self._rejected = dossier.standing.status is Status.REJECTED
        self._objections = dossier.standing.not_a_claim
        self._blind_again = dossier.standing.blind
        self.since = 0

    def lines(self) -> Iterator[Line]:
        standing = Standing()
        for entry in self._entries:
            before, standing = standing, after(standing, entry)
            if sentence := self._sentence(entry, before, standing):
                yield Line(entry.at, sentence)

    def _sentence(self, entry: e.Entry, before: Standing, now: Standing) -> str | None:
        match entry.event:
            case e.VoteCast() | e.VoteChanged() | e.VoteWithdrawn():
                return self._vote(entry, before)
            case e.ReasonGiven(reviewer=reviewer, reason=reason):
                return self._reason(entry, reviewer, reason)
            case e.NotAClaimPressed(reviewer=reviewer, lead=lead):
                return self._objection(reviewer, lead)
            case e.NotAClaimWithdrawn():
                return None
            case e.StatusChanged() | e.VotesMoved() as change:
                if change.ground not in BEYOND_VOTES:
                    self.since = 0
                return status_sentence(change, now, shown=entry.sequence in self._told)
            case e.RoundOpened():
                self.since = 0
        return self._plain(entry.event)

    def _plain(self, event: e.Event) -> str:
        match event:
            case e.ClaimOpened(document=document):
                return self._found("history.opened", document)
            case e.MentionAdded(document=document):
                return self._found("history.mention_added", document)
            case e.RoundOpened() as opened:
                return self._acts.round_opened(opened)
            case e.OverruleProposed() | e.Overruled() | e.Retracted():
                return self._acts.act(event)
            case e.LinkProposed() | e.Linked() | e.Unlinked():
                return link_sentence(event)
            case e.VoterFrozen():
                return say("history.voter_frozen")
            case e.VoterUnfrozen():
                return say("history.voter_unfrozen")
            case e.Posted():
                return say("history.posted")
            case e.WindowEnded():
                return say("history.window_ended")
        return say("history.something", name=event.NAME.replace("_", " "))

    def _found(self, key: str, document: int) -> str:
        told: Mapping[int, str] = {int(known): words for known, words in self._sources.items()}
        return say(key, source=told[document]) if document in told else say(f"{key}_somewhere")

    def _vote(self, entry: e.Entry, before: Standing) -> str | None:
        if entry.sequence not in self._told:
            if not before.blind and not self._blind_again:
                self.since += 1
                return None
            return say(f"history.blind_{entry.event.NAME}")
        match entry.event:
            case e.VoteCast(_, reviewer, stance):
                return say("history.vote_cast", reviewer=self._name(reviewer), stance=say_stance(stance))
            case e.VoteChanged(_, reviewer, stance, was):
                facts = {"reviewer": self._name(reviewer), "stance": say_stance(stance), "was": say_stance(was)}
                return say("history.vote_changed", **facts)
            case e.VoteWithdrawn(_, reviewer, was):
                return say("history.vote_withdrawn", reviewer=self._name(reviewer), was=say_stance(was))
        return None

    def _reason(self, entry: e.Entry, reviewer: Voter, reason: str) -> str | None:
        if entry.sequence not in self._told or reason not in self._shared:
            return None
        return say("history.reason", reviewer=self._name(reviewer), reason=say_reason(reason))

    def _objection(self, reviewer: Voter, lead: bool) -> str | None:
        """Told once it has set the claim aside, and only of those who stood by it."""
        if not self._rejected or reviewer not in self._objections:
            return None
        return say("history.objection_lead") if lead else say("history.objection", reviewer=self._name(reviewer))

    def _name(self, reviewer: Voter) -> str:
        return say("history.reviewer", letter=self._letters.get(reviewer, "?"))
