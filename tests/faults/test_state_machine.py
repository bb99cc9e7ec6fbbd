"""Anything that a desk may do with its claims, in any order, beside an independent model of the rules."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from bot.cards.claim import claim_card
from bot.cards.history import history_text
from bot.cards.presses import Signer
from bot.claims import events as e
from bot.claims.claim import Dossier
from bot.claims.consensus import Rule, Stance
from bot.claims.errors import ClaimdeskError
from bot.claims.model import Casualties, ClaimId, Effect, Interval, Kind, Mention, Origin
from bot.claims.reasons import Reason
from bot.desk.enquiries import dossier_and_history
from bot.desk.intake import document_of, put_before_the_desk, take_in
from bot.desk.moderation import Objection, not_a_claim, withdraw_objection
from bot.desk.publishing import card_key, first_shown
from bot.desk.voting import Ballot, cast_vote, give_reason, withdraw_vote
from bot.desk.windows import end_windows
from storage.records import Records
from storage.store import Store
from tests.faults.invariants import broken_claim
from tests.faults.model import ClaimModel, Refused
from tests.scoreboard import count as counted

EXAMPLES, STEPS = 200, 50
PEOPLE, LEADS, CLAIMS = 7, 2, 3
SIGNER = Signer(b"a key for the state machine alone")
SWAPPED = {Stance.VERIFY: Stance.DISPUTE, Stance.DISPUTE: Stance.VERIFY, Stance.UNSURE: Stance.UNSURE}

people = st.integers(0, PEOPLE - 1)
leads = st.integers(0, LEADS - 1)
claims = st.integers(0, CLAIMS - 1)
stances = st.sampled_from([*Stance, Stance.VERIFY, Stance.DISPUTE])
rules = st.tuples(st.integers(1, 5), st.integers(1, 3)).filter(lambda numbers: numbers[0] >= numbers[1])


def a_toll(number: int) -> Mention:
    quote = f"At least {number} people were killed"
    return Mention(
        Kind.CASUALTIES, quote, 0, len(quote), "killed", casualties=Casualties(Effect.KILLED, Interval(number))
    )


class DeskMachine(RuleBasedStateMachine):
    """A desk of seven, two of them leads, with three claims. Each step is one verb in one transaction."""

    store: ClassVar[Store]
    chats: ClassVar[Iterator[int]] = count(-1_000_000, -1)

    def __init__(self) -> None:
        super().__init__()
        self.now = datetime(2026, 11, 25, 12, tzinfo=UTC)
        self.touched: set[int] = set()

    @initialize(numbers=rules, window=st.sampled_from([1, 24, 72]))
    def a_desk_opens(self, numbers: tuple[int, int], window: int) -> None:
        quorum, margin = numbers
        self.models = [ClaimModel(quorum, margin) for _ in range(CLAIMS)]
        self.window = timedelta(hours=window)
        with self.store.transaction() as records:
            chat = next(self.chats)
            self.desk = records.desks.open(
                chat, "A desk", None, Rule(quorum, margin, window), "UTC", None, False, self.now
            )
            self.reviewers = [records.reviewers.of(self.desk.id, 5000 + n, self.now).id for n in range(PEOPLE)]
            self._hands_in(records, *range(CLAIMS))
            self.claims = [claim.id for claim in records.claims.page(self.desk.id, limit=CLAIMS)[0][::-1]]
        for model in self.models:
            model.something_else()  # it was opened before it was put before the desk
        self.opened = self.now
        self.touched = set(range(CLAIMS))

    @rule(claim=claims, person=people, stance=stances)
    def somebody_answers(self, claim: int, person: int, stance: Stance) -> None:
        self._answers(claim, person, stance, self.models[claim].round)

    @rule(claim=claims, stance=stances, how_many=st.integers(2, PEOPLE))
    def many_agree(self, claim: int, stance: Stance, how_many: int) -> None:
        for person in range(how_many):
            self._answers(claim, person, stance, self.models[claim].round)

    @rule(claim=claims, person=people, stance=stances, off=st.sampled_from([-1, 1]))
    def somebody_answers_on_an_old_card(self, claim: int, person: int, stance: Stance, off: int) -> None:
        self._answers(claim, person, stance, self.models[claim].round + off)

    def _answers(self, claim: int, person: int, stance: Stance, round: int) -> None:
        ballot = Ballot(self.claims[claim], round, self.reviewers[person], stance)
        self._both(
            claim,
            lambda model: model.says(person, stance.value, round),
            lambda records: cast_vote(records, ballot, self.now).outcome.value,
        )

    @rule(claim=claims, person=people)
    def somebody_takes_back(self, claim: int, person: int) -> None:
        round = self.models[claim].round
        self._both(
            claim,
            lambda model: model.takes_back(person, round),
            lambda records: (
                withdraw_vote(records, self.claims[claim], round, self.reviewers[person], self.now).stance.value
            ),
        )

    @rule(claim=claims, person=people, reason=st.sampled_from(Reason), words=st.sampled_from([None, "It was 11."]))
    def somebody_says_why(self, claim: int, person: int, reason: Reason, words: str | None) -> None:
        ballot = Ballot(self.claims[claim], self.models[claim].round, self.reviewers[person], Stance.DISPUTE)
        self._both(
            claim,
            lambda model: model.gives_reason(person, model.round),
            lambda records: give_reason(records, ballot, reason, self.now, words) and None,
        )

    @rule(claim=claims, person=people)
    def somebody_objects(self, claim: int, person: int) -> None:
        objection = Objection(self.claims[claim], self.models[claim].round, self.reviewers[person], lead=person < LEADS)
        self._both(
            claim,
            lambda model: model.objects(person, person < LEADS, model.round),
            lambda records: not not_a_claim(records, objection, self.now).repeated,
        )

    @rule(claim=claims, person=people)
    def somebody_objects_no_more(self, claim: int, person: int) -> None:
        objection = Objection(self.claims[claim], self.models[claim].round, self.reviewers[person], lead=person < LEADS)
        self._both(
            claim,
            lambda model: model.objects_no_more(person, model.round),
            lambda records: withdraw_objection(records, objection, self.now) and None,
        )

    @rule(claim=claims)
    def another_source_says_the_same(self, claim: int) -> None:
        self.models[claim].something_else()
        with self.store.transaction() as records:
            self._hands_in(records, claim)
        self.touched.add(claim)

    @rule(claim=claims)
    def the_card_is_seen(self, claim: int) -> None:
        model = self.models[claim]
        if not getattr(model, "seen", False):
            model.seen = True  # type: ignore[attr-defined]
            model.something_else()
        with self.store.transaction() as records:
            posting = records.postings.get_by_key(self.desk.chat, card_key(self.claims[claim]))
            assert posting is not None
            first_shown(records, posting, self.now)
        self.touched.add(claim)

    @rule(hours=st.sampled_from([0, 1, 23, 25, 80]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        if self.now >= self.opened + self.window:
            for model in self.models:
                model.window_ends()
        with self.store.transaction() as records:
            end_windows(records, self.now)
        self.touched.update(range(CLAIMS))

    @invariant()
    def the_desk_is_where_the_model_is(self) -> None:
        with self.store.transaction() as records:
            for claim in self.touched:
                self._agrees(records, self.claims[claim], self.models[claim])
        self.touched.clear()

    def _agrees(self, records: Records, claim: ClaimId, model: ClaimModel) -> None:
        dossier, entries = dossier_and_history(records, claim)
        standing = dossier.standing
        told = (standing.status.value, standing.lost, standing.round, standing.tally.verify, standing.tally.dispute)
        assert told == (model.status, model.lost, model.round, model.count("verify"), model.count("dispute"))
        assert standing.tally.answered == len(model.words)
        assert len(entries) == model.events, "one event for each change, and one more where the status moved"
        assert broken_claim(records, claim, entries) == []
        if model.blind and any(isinstance(entry.event, e.VoteCast) for entry in entries):
            assert shown(dossier, entries) == shown(*as_others_would_say(dossier, entries))

    def _both(self, claim: int, rules_say: Callable[[ClaimModel], Any], desk_does: Callable[[Records], Any]) -> None:
        """The same press on the desk and in the model: both take it and come to the same, or both refuse it."""
        self.now += timedelta(seconds=1)
        self.touched.add(claim)
        try:
            expected = rules_say(self.models[claim])
        except Refused:
            with pytest.raises(ClaimdeskError), self.store.transaction() as records:
                desk_does(records)
            return
        with self.store.transaction() as records:
            assert desk_does(records) == expected

    def _hands_in(self, records: Records, *numbers: int) -> None:
        """A text of its own that says so many things."""
        text = f"A text of {next(self.chats)}."
        document = records.documents.receive(
            desk=self.desk.id, origin=Origin.PASTED, text=text, chat=self.desk.chat, at=self.now
        )
        intake = document_of(records, document)
        take_in(records, intake, [a_toll(10 + number) for number in numbers], self.now)
        put_before_the_desk(records, intake, len(numbers), self.now)


def shown(dossier: Dossier, entries: Sequence[e.Entry]) -> tuple[str, str]:
    """What people can see of a claim."""
    return claim_card(dossier, SIGNER).text, history_text(dossier, entries, "UTC")


def as_others_would_say(dossier: Dossier, entries: Sequence[e.Entry]) -> tuple[Dossier, list[e.Entry]]:
    """The same claim, had everybody said the opposite: what is blind must look the same."""
    standing = dossier.standing
    votes = {who: SWAPPED[stance] for who, stance in standing.votes.items()}
    return replace(dossier, standing=replace(standing, votes=votes)), [
        replace(entry, event=_swapped(entry.event)) for entry in entries if not isinstance(entry.event, e.ReasonGiven)
    ]


def _swapped(event: e.Event) -> e.Event:
    match event:
        case e.VoteCast():
            return replace(event, stance=SWAPPED[event.stance])
        case e.VoteChanged():
            return replace(event, stance=SWAPPED[event.stance], was=SWAPPED[event.was])
        case e.VoteWithdrawn():
            return replace(event, was=SWAPPED[event.was])
        case e.Moved():
            return replace(event, verify=event.dispute, dispute=event.verify)
    return event


def play(examples: int, folder: Path, template: Path) -> None:
    """So many random days of a desk; the first in which desk and model differ fails."""
    store = Store(f"sqlite:///{shutil.copy(template, folder / 'desks.db')}")
    machine = type("Machine", (DeskMachine,), {"store": store})
    plan = settings(
        max_examples=examples, stateful_step_count=STEPS, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    try:
        run_state_machine_as_test(machine, settings=plan)
    finally:
        store.close()
    counted("sequences", examples)


@pytest.mark.proof
def test_whatever_a_desk_does_its_claims_stand_where_the_rules_say(tmp_path: Path, migrated_file: Path):
    play(EXAMPLES, tmp_path, migrated_file)


@pytest.mark.soak
def test_whatever_a_desk_does_for_long_its_claims_stand_where_the_rules_say(
    tmp_path_factory: pytest.TempPathFactory, migrated_file: Path, soak_minutes: float
):
    end = monotonic() + 60 * soak_minutes
    while monotonic() < end:
        play(EXAMPLES, tmp_path_factory.mktemp("desks"), migrated_file)
