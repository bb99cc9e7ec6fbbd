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
from bot.claims.consensus import Ground, Rule, Stance
from bot.claims.desk import Reviewer
from bot.claims.errors import ClaimdeskError
from bot.claims.model import Casualties, Effect, Interval, Kind, Mention, Origin
from bot.claims.reasons import Reason
from bot.claims.relations import Judgement, Relation
from bot.claims.status import Status
from bot.desk.enquiries import dossier_and_history
from bot.desk.freezing import carry_out_freezes
from bot.desk.intake import document_of, put_before_the_desk, take_in
from bot.desk.linking import link, unlink
from bot.desk.moderation import Objection, not_a_claim, withdraw_objection
from bot.desk.overruling import MAY_BE_SET, overrule
from bot.desk.publishing import card_key, first_shown
from bot.desk.relating import Relative, propose
from bot.desk.reopening import reopen, retract
from bot.desk.voting import Ballot, cast_vote, give_reason, withdraw_vote
from bot.desk.windows import end_windows
from storage.records import Records
from storage.store import Store
from tests.faults.invariants import broken_claim, broken_links
from tests.faults.model import ClaimModel, Refused
from tests.faults.model_of_links import LinksModel
from tests.scoreboard import count as counted

EXAMPLES, STEPS = 100, 50  # in the ordinary run; the long one goes on for as long as it may
PEOPLE, LEADS, CLAIMS = 7, 2, 3
SIDES = ("east", "west", "east", "west", "east", "west", None)  # the perspectives of the seven
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
    start_anew: ClassVar[Callable[[], None]]
    chats: ClassVar[Iterator[int]] = count(-1_000_000, -1)

    def __init__(self) -> None:
        super().__init__()
        self.now = datetime(2026, 11, 25, 12, tzinfo=UTC)
        self.touched: set[int] = set()
        self.relinked = False

    @initialize(numbers=rules, window=st.sampled_from([1, 24, 72]), perspectives=st.booleans())
    def a_desk_opens(self, numbers: tuple[int, int], window: int, perspectives: bool) -> None:
        type(self).start_anew()
        quorum, margin = numbers
        self.models = [ClaimModel(quorum, margin, perspectives=perspectives) for _ in range(CLAIMS)]
        self.links = LinksModel(self.models)
        self.suspended, self.seen = set[int](), set[int]()
        self.window = timedelta(hours=window)
        with self.store.transaction() as records:
            chat = next(self.chats)
            under = Rule(quorum, margin, window, perspectives=perspectives)
            self.desk = records.desks.open(chat, "A desk", None, under, "UTC", None, False, self.now)
            self.reviewers = [records.reviewers.of(self.desk.id, 5000 + n, self.now).id for n in range(PEOPLE)]
            for person, side in enumerate(SIDES):
                records.reviewers.set_perspective(self.reviewers[person], side)
            self._hands_in(records, *range(CLAIMS))
            self.claims = [claim.id for claim in records.claims.page(self.desk.id, limit=CLAIMS)[0][::-1]]
        for model in self.models:
            model.something_else()  # it was opened before it was put before the desk
        self.opened = [self.now] * CLAIMS
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
        if person in self.suspended:
            return  # turned away at the door
        ballot = Ballot(self.claims[claim], round, self.reviewers[person], stance)
        self._both(
            claim,
            lambda model: model.says(person, stance.value, round, SIDES[person]),
            lambda records: cast_vote(records, ballot, self.now).outcome.value,
        )

    @rule(claim=claims, person=people)
    def somebody_takes_back(self, claim: int, person: int) -> None:
        if person in self.suspended:
            return
        round = self.models[claim].round
        self._both(
            claim,
            lambda model: model.takes_back(person, round),
            lambda records: (
                withdraw_vote(records, self.claims[claim], round, self.reviewers[person], self.now).stance.value
            ),
        )

    @rule(claim=claims, place=people)
    def somebody_who_answered_takes_it_back(self, claim: int, place: int) -> None:
        """Of many people and claims chance seldom finds one who has answered."""
        if answered := sorted(self.models[claim].words):
            self.somebody_takes_back(claim, answered[place % len(answered)])

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

    @rule(claim=claims, lead=leads, status=st.sampled_from(sorted(MAY_BE_SET)))
    def a_lead_overrules(self, claim: int, lead: int, status: Status) -> None:
        self._both(
            claim,
            lambda model: model.overrules(lead, status.value),
            lambda records: (
                overrule(records, self.claims[claim], self._person(records, lead), status, "No.", self.now) and None
            ),
        )

    @rule(claim=claims, lead=leads)
    def a_lead_opens_a_new_round(self, claim: int, lead: int) -> None:
        before = self.models[claim].round
        self._both(
            claim,
            ClaimModel.is_reopened,
            lambda records: reopen(records, self.claims[claim], self._person(records, lead), "New.", self.now) and None,
        )
        if self.models[claim].round > before:
            self.opened[claim] = self.now

    @rule(claim=claims, lead=leads)
    def a_source_takes_it_back(self, claim: int, lead: int) -> None:
        self._both(
            claim,
            ClaimModel.is_retracted,
            lambda records: (
                retract(records, self.claims[claim], self._person(records, lead), "Gone.", self.now) and None
            ),
        )

    @rule(person=st.integers(LEADS, PEOPLE - 1))
    def somebody_is_suspended_or_let_in_again(self, person: int) -> None:
        self.suspended ^= {person}
        for model in self.models:
            model.is_suspended(person, suspended=person in self.suspended)
        with self.store.transaction() as records:
            records.reviewers.set_frozen(self.reviewers[person], person in self.suspended)
            while carry_out_freezes(records, self.now):
                """Until nothing is left to do."""
        self.touched.update(range(CLAIMS))

    def _person(self, records: Records, person: int) -> Reviewer:
        found = records.reviewers.get(self.reviewers[person])
        assert found is not None
        return found

    @rule(newer=claims, older=claims, relation=st.sampled_from(Relation), person=people)
    def somebody_links(self, newer: int, older: int, relation: Relation, person: int) -> None:
        self.touched.add(older)
        self.relinked = True
        self._both(
            newer,
            lambda _: self.links.relates(newer, relation.value, older),
            lambda records: (
                link(
                    records, self.claims[newer], relation, self.claims[older], self._person(records, person), self.now
                ).repeated
            ),
        )

    @rule(one=claims, other=claims, person=people)
    def somebody_takes_a_link_back(self, one: int, other: int, person: int) -> None:
        self.touched.add(other)
        self.relinked = True
        self._both(
            one,
            lambda _: self.links.parts(one, other),
            lambda records: (
                unlink(records, self.claims[one], self.claims[other], self._person(records, person), self.now).repeated
            ),
        )

    @rule(newer=claims, older=claims, relation=st.sampled_from(Relation))
    def the_rules_see_a_relation(self, newer: int, older: int, relation: Relation) -> None:
        if newer <= older or frozenset((newer, older)) in self.links.pairs:
            return  # a new claim is related once, to those before it
        self.links.is_proposed(newer, relation.value, older)
        self.touched |= {newer, older}
        self.relinked = True
        with self.store.transaction() as records:
            this, that = (records.claims.get(self.claims[number]) for number in (newer, older))
            assert this is not None
            assert that is not None
            propose(records, this, [Relative(that, Judgement(relation, ()))], self.now)

    @rule(claim=claims, source=st.booleans())
    def something_else_happens(self, claim: int, source: bool) -> None:
        """Another source says the same, or the card is seen: nothing that votes have to do with."""
        model = self.models[claim]
        self.touched.add(claim)
        with self.store.transaction() as records:
            if source:
                model.something_else()
                return self._hands_in(records, claim)
            if claim not in self.seen:
                self.seen.add(claim)
                model.something_else()
            posting = records.postings.get_by_key(self.desk.chat, card_key(self.claims[claim]))
            assert posting is not None
            return first_shown(records, posting, self.now)

    @rule(hours=st.sampled_from([0, 1, 23, 25, 80]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        for claim, model in enumerate(self.models):
            if self.now >= self.opened[claim] + self.window:
                model.window_ends()
        with self.store.transaction() as records:
            end_windows(records, self.now)
        self.touched.update(range(CLAIMS))

    @invariant()
    def the_desk_is_where_the_model_is(self) -> None:
        with self.store.transaction() as records:
            for claim in self.touched:
                self._agrees(records, claim, self.models[claim])
            if self.relinked:
                assert broken_links(records) == []
        self.touched.clear()
        self.relinked = False

    def _agrees(self, records: Records, number: int, model: ClaimModel) -> None:
        claim = self.claims[number]
        dossier, entries = dossier_and_history(records, claim)
        standing = dossier.standing
        links = standing.links.values()
        related = {one.other - 1: (one.relation.value, one.side.value, one.state.value) for one in links}
        assert related == self.links.of(number)
        told = (standing.status.value, standing.by_votes.value, standing.lost, standing.round)
        assert told == (model.status, model.by_votes, model.lost, model.round)
        tally = (standing.tally.verify, standing.tally.dispute, standing.tally.unsure)
        assert tally == (model.count("verify"), model.count("dispute"), model.count("unsure"))
        assert len(standing.votes) == len(model.words)
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
        if len(numbers) == CLAIMS:
            put_before_the_desk(records, intake, len(numbers), self.now)


def shown(dossier: Dossier, entries: Sequence[e.Entry]) -> tuple[str, str]:
    """What people can see of a claim."""
    history = history_text(dossier, entries, "UTC")
    if any(isinstance(entry.event, e.Moved) and entry.event.ground is Ground.ONE_SIDED for entry in entries):
        # A status that hung for all to see tells its side, and the opposite answers would have given another one.
        history = "\n".join(line for line in history.splitlines() if "→" not in line)
    return claim_card(dossier, SIGNER).text, history


def as_others_would_say(dossier: Dossier, entries: Sequence[e.Entry]) -> tuple[Dossier, list[e.Entry]]:
    """The same claim, had everybody said the opposite in this round: what is blind must look the same."""
    standing = dossier.standing
    votes = {who: SWAPPED[stance] for who, stance in standing.votes.items()}
    begins = max(entry.sequence for entry in entries if isinstance(entry.event, e.RoundOpened))
    return replace(dossier, standing=replace(standing, votes=votes)), [
        replace(entry, event=_swapped(entry.event)) if entry.sequence > begins else entry
        for entry in entries
        if entry.sequence < begins or not isinstance(entry.event, e.ReasonGiven)
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
    """So many random days of a desk, each in a database of its own; the first in which desk and model differ fails."""
    file = folder / "desk.db"
    store = Store(f"sqlite:///{file}")

    def start_anew() -> None:
        store.engine.dispose()
        for rest in folder.glob("desk.db-*"):
            rest.unlink()
        shutil.copy(template, file)

    machine = type("Machine", (DeskMachine,), {"store": store, "start_anew": staticmethod(start_anew)})
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
