"""Known bugs, each to be planted in a process of its own, and the test that has to notice it.

Most were made by somebody once: in other bots, in the libraries, or here. What is patched stands at the top of each.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.cards import hostile
from bot.chat import conversation, inbox, turn
from bot.claims import consensus, history
from bot.claims import events as e
from bot.claims.desk import Desk
from bot.desk import digesting, ledger, voting, windows
from bot.publisher import carry_out, errand, refusals, rounds
from storage import append_only, claims, digests, postings
from storage import inbox as kept

Plant = Callable[[], None]
PLANTED = "CLAIMDESK_PLANTED_BUG"  # the environment names the bug that a bot forked elsewhere has to have

MACHINE = "tests/faults/test_state_machine.py::test_whatever_a_desk_does_its_claims_stand_where_the_rules_say"
POINTS = "tests/faults/test_every_point.py::test_whatever_commit_or_call_is_its_last_it_comes_to_the_same_end"
ZONES = (
    "tests/desk/test_digesting.py::test_every_local_date_has_its_digest_once"
    "_in_every_zone_through_every_change_of_its_clock"
)
RULES = "tests/claims/test_consensus.py::test"
ROUNDS = "tests/publisher/test_rounds.py::test"
RACES = "tests/storage/test_races.py::test"
RESTART = "tests/publisher/test_restart.py::test"
INBOX = "tests/storage/test_inbox.py::test"
SHARED = "tests/storage/test_inbox_shared.py::test"


@dataclass(frozen=True, slots=True)
class Bug:
    """What somebody might get wrong, how to get it wrong, and the test that must fail then."""

    what: str
    plant: Plant
    caught_by: str


BUGS: dict[str, Bug] = {}


def bug(what: str, caught_by: str) -> Callable[[Plant], Plant]:
    """Adds a bug under the name of the function that plants it."""

    def planted(plant: Plant) -> Plant:
        BUGS[plant.__name__] = Bug(what, plant, caught_by)
        return plant

    return planted


def put(room: Any, name: str, made: Callable[[Any], Any]) -> None:
    """Puts something else in the place of what a room holds under a name; it must be there."""
    setattr(room, name, made(getattr(room, name)))


# updates


@bug("updates are confirmed before they are stored",
     "tests/chat/test_inbox.py::test_a_batch_that_could_not_be_stored_is_not_confirmed")  # fmt: skip
def confirms_first() -> None:
    def poll(right: Any) -> Any:
        async def _poll(self: inbox.Inbox) -> None:
            try:
                await right(self)
            except Exception:
                self._offset = max(int(update["update_id"]) for update in self._request.raw) + 1
                raise

        return _poll

    put(inbox.Inbox, "_poll", poll)


@bug("an update that comes twice is handled twice", f"{INBOX}_the_same_update_is_kept_once_within_48_hours[sqlite]")
def no_dedupe() -> None:
    put(kept.Inbox, "_store", lambda right: lambda self, came, at: right(
        self, came._replace(payload=came.payload + " " * next(_SPACES)), at
    ))  # fmt: skip


_SPACES = iter(range(1, 10_000))


@bug("updates are handled by their number and not by their arrival",
     f"{SHARED}_the_updates_of_a_line_are_handled_in_the_order_in_which_they_arrived[sqlite]")  # fmt: skip
def by_number() -> None:
    put(kept.Inbox, "_beginnings", lambda right: lambda self, *what: [
        replace(stretch, rows=tuple(sorted(stretch.rows, key=lambda row: row.update_id)))
        for stretch in right(self, *what)
    ])  # fmt: skip


@bug("the presser is told before the vote is recorded", f"{POINTS}[votes]")
def receipt_first() -> None:
    def handle(right: Any) -> Any:
        async def _handle(self: conversation.Conversation, update: Any, row: Any) -> None:
            if update.callback_query:
                await self._answer(update.callback_query, conversation.Reply("You said verify."))
            await right(self, update, row)

        return _handle

    put(conversation.Conversation, "handle", handle)


# votes


@bug(
    "the claim is not locked while a vote is counted",
    f"{RACES}_threads_that_vote_on_one_claim_lose_no_vote[postgresql]",
)
def no_lock() -> None:
    put(claims.Claims, "_one", lambda right: lambda self, *which, lock=False: right(self, *which))


@bug("the same stance again takes it back", MACHINE)
def toggles() -> None:
    def cast(right: Any) -> Any:
        def cast_vote(records: Any, ballot: voting.Ballot, at: datetime) -> Any:
            receipt = right(records, ballot, at)
            if receipt.outcome is voting.Outcome.REPEATED:
                return voting.withdraw_vote(records, ballot.claim, ballot.round, ballot.reviewer, at)
            return receipt

        return cast_vote

    put(voting, "cast_vote", cast)


@bug("the quorum is one too low", MACHINE)
def quorum_off_by_one() -> None:
    put(consensus.Tally, "counted", lambda right: property(lambda self: right.fget(self) + (right.fget(self) > 0)))


@bug("a lead of one is enough for a decision", f"{RULES}_a_first_decision_needs_a_quorum_a_margin_and_two_to_one")
def no_margin() -> None:
    put(consensus, "_wins", lambda right: lambda count, side, margin: right(count, side, 1))


@bug("a decision falls at the first vote against it", f"{RULES}_a_decision_stands_below_the_quorum_while_it_leads")
def flaps() -> None:
    put(consensus, "_lead", lambda right: lambda count, side: right(count, side) - 1)


@bug("the fold passes over withdrawals", MACHINE)
def fold_keeps_withdrawn() -> None:
    put(history, "_without", lambda right: lambda held, voter: dict(held))


@bug("a status moves without an event", MACHINE)
def silent_status() -> None:
    put(ledger, "status_change", lambda right: lambda before, now: None)


@bug("the status is told before the vote that moved it", MACHINE)
def status_first() -> None:
    def enter(self: ledger.Ledger, event: e.Event) -> Any:
        foreseen = history.after(self.standing, e.Entry(self.claim.id, self.standing.sequence + 1, self.at, event))
        if change := history.status_change(self.standing, foreseen):
            self._append(change)
        self._append(event)
        self.records.claims.project(self.claim.id, self.standing)
        return self.standing

    put(ledger.Ledger, "enter", lambda right: enter)


@bug("the ballot of a vote that was taken back stays", MACHINE)
def ballot_stays() -> None:
    from storage.ballots import Ballots

    put(Ballots, "drop", lambda right: lambda *_: None)


@bug("a card of an earlier round still takes votes", MACHINE)
def old_rounds() -> None:
    put(voting, "open_round", lambda right: lambda records, claim, round, at: ledger.open_ledger(records, claim, at))


@bug("a window ends again and again", MACHINE)
def windows_end_again() -> None:
    put(windows, "AT_ONCE", lambda right: 0)


@bug("a card shows the votes before the decision", MACHINE)
def not_blind() -> None:
    from bot.cards import claim

    put(claim, "answered_in_words", lambda right: lambda standing: f"{standing.tally.verify} verify so far")


@bug("history can be changed", "tests/storage/test_append_only.py::test_history_cannot_be_changed[sqlite]")
def no_triggers() -> None:
    put(append_only, "_SQLITE", lambda right: right.replace("RAISE(ABORT, '{refusal}')", "1"))


# who may


@bug("the signature of a press is not checked",
     "tests/cards/test_presses.py::test_ten_thousand_mutated_presses_are_all_refused")  # fmt: skip
def unsigned() -> None:
    put(hmac, "compare_digest", lambda right: lambda one, other: True)


@bug(
    "whoever sees a card may vote",
    "tests/journeys/test_groups.py::test_a_stranger_who_sees_a_public_group_does_not_vote",
)
def no_roles() -> None:
    put(turn.Turn, "reader", lambda right: lambda self: None)
    put(turn.Turn, "reviewer", lambda right: lambda self: self.person())


@bug(
    "what a source wrote is shown as it is",
    "tests/cards/test_hostile.py::test_bait_cannot_be_pressed_and_reads_the_same",
)
def no_escaping() -> None:
    put(hostile, "neutralised", lambda right: lambda text: hostile.Safe(hostile.cleaned(text)))


# the digest


@bug("the digest goes by a cron rule, which knows no hour that the clock skips", ZONES)
def cron() -> None:
    def last_due(desk: Desk, at: datetime) -> date | None:
        local = at.astimezone(ZoneInfo(desk.zone))
        return local.date() if desk.digest_at and local.hour == desk.digest_at.hour else None

    put(digesting, "last_due", lambda right: last_due)


@bug("nothing remembers that the digest of a day was sent",
     "tests/storage/test_small_rooms.py::test_the_digest_of_a_day_is_claimed_once_by_desk[sqlite]")  # fmt: skip
def no_digest_row() -> None:
    put(digests.Digests, "claim_day", lambda right: lambda *_: True)


# what is sent


@bug("a send is not marked before it is made", f"{POINTS}[a digest]")
def no_mark() -> None:
    put(postings.Postings, "sending", lambda right: lambda *_: None)


@bug("what was being sent when the program ended is left as it is",
     f"{RESTART}_killed_at_any_call_nothing_is_lost_and_at_most_one_thing_said_twice")  # fmt: skip
def no_recovery() -> None:
    async def recover(self: rounds.Publisher) -> None:
        """Begins as if nothing had been."""

    put(rounds.Publisher, "recover", lambda right: recover)


@bug("a call that timed out counts as one that never arrived",
     f"{ROUNDS}_a_send_whose_answer_was_lost_is_repeated_once_and_not_at_once")  # fmt: skip
def lost_is_not_sent() -> None:
    put(errand, "_refused", lambda right: lambda records, done, no, verbs, at: right(
        records, done,
        replace(no, meaning=refusals.Refusal.NOT_ARRIVED) if no.meaning is refusals.Refusal.UNCERTAIN else no,
        verbs, at,
    ))  # fmt: skip


@bug("an edit takes the buttons away", "tests/publisher/test_carry_out.py::test_an_edit_keeps_the_buttons")
def no_keyboard() -> None:
    put(carry_out, "keyboard", lambda right: lambda rows: None)
