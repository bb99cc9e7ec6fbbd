"""Known bugs of what makes a history stand up: chain, blindness, forgetting, replicas. See `bugs`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.claims import events as e
from bot.claims import opening
from bot.claims.chain import GENESIS
from bot.claims.status import CLOSED
from bot.desk import duty, ledger, linking
from bot.signing import notes
from bot.web import letterbox
from storage import ballots, erasure, history, reviewers
from storage import inbox as kept
from tests.faults.bugs import bug, put

LEDGER = "tests/desk/test_ledger.py::test"
ERASURE = "tests/storage/test_erasure.py::test"
AT_ONCE = "tests/desk/test_linking_at_once.py::test"
LINKING = "tests/desk/test_linking.py::test"
LETTERBOX = "tests/web/test_letterbox.py::test"


@bug("an export opens the votes of a blind round",
     "tests/archive/test_export.py::test_a_blind_round_shows_no_stance_and_a_decided_one_does")  # fmt: skip
def not_sealed() -> None:
    def all_of_them(entries: Iterable[e.Entry]) -> frozenset[int]:
        return frozenset(entry.sequence for entry in entries)

    put(opening, "revealed", lambda right: all_of_them)


@bug("an event does not name the one before it",
     "tests/storage/test_log.py::test_a_checkpoint_holds_and_proves_that_the_log_has_grown[sqlite]")  # fmt: skip
def no_chain() -> None:
    put(history, "link", lambda right: lambda *what: right(*what[:-1], GENESIS))


@bug("a reviewer has the same name on all claims",
     "tests/claims/test_pseudonyms.py::test_a_reviewer_has_another_name_on_every_claim_and_desk")  # fmt: skip
def one_name() -> None:
    from bot.claims import pseudonyms

    put(pseudonyms, "voter", lambda right: lambda secret, desk, claim: right(secret, desk, 0))


@bug("who is forgotten meanwhile still answers",
     f"{ERASURE}_who_was_forgotten_cannot_answer_any_more_and_is_forgotten_once[sqlite]")  # fmt: skip
def answers_on() -> None:
    put(reviewers.Reviewers, "voter", lambda right: lambda self, reviewer, claim: f"{reviewer}")


@bug("what Telegram sent of who was forgotten is kept",
     f"{ERASURE}_no_row_of_any_table_holds_the_id_of_who_was_forgotten[sqlite]")  # fmt: skip
def payloads_stay() -> None:
    put(erasure.Erasure, "_updates", lambda right: lambda *_: None)


@bug("who has lost a duty goes on with it",
     "tests/desk/test_duty.py::test_who_has_lost_it_without_knowing_can_change_nothing[postgresql]")  # fmt: skip
def no_fence() -> None:
    put(duty.Duty, "fenced", lambda right: lambda self, verb: verb)


@bug("an update that another replica has handled is handled again",
     "tests/faults/test_replicas.py"
     "::test_an_update_that_three_replicas_handle_at_once_has_one_effect_and_one_answer[postgresql]")  # fmt: skip
def handled_again() -> None:
    put(kept.Inbox, "is_done", lambda right: lambda self, item: False)


@bug("the letterbox takes updates from whoever finds it",
     f"{LETTERBOX}_without_the_secret_nothing_of_the_body_is_read_and_the_line_is_closed[None]")  # fmt: skip
def open_letterbox() -> None:
    put(letterbox, "_same", lambda right: lambda given, expected: True)


@bug("the signature of a checkpoint is not checked",
     "tests/signing/test_notes.py::test_the_right_name_and_id_of_another_key_do_not_verify")  # fmt: skip
def unsigned_checkpoints() -> None:
    put(notes.VerifierKey, "verify", lambda right: lambda self, note: note.text)


@bug("what happens is dated by whatever clock its replica has",
     f"{LEDGER}_what_comes_after_happens_no_earlier_whatever_the_clock_of_its_replica_says[sqlite]")  # fmt: skip
def any_clock() -> None:
    def opened(right: Any) -> Any:
        def open_ledger(records: Any, claim: Any, at: Any) -> Any:
            found = right(records, claim, at)
            found.at = at
            return found

        return open_ledger

    put(ledger, "open_ledger", opened)


@bug("a link is told in one history alone",
     f"{LINKING}_an_update_supersedes_the_older_claim_and_both_histories_tell_it[sqlite]")  # fmt: skip
def told_once() -> None:
    def enter(right: Any) -> Any:
        return lambda self, event: right(self, event) if getattr(event, "side", "") != e.Side.OLDER else None

    put(ledger.Ledger, "enter", enter)


@bug("claims give way in a circle when two link at once",
     f"{AT_ONCE}_four_claims_do_not_go_in_a_circle_though_two_link_them_at_once[postgresql]")  # fmt: skip
def in_a_circle() -> None:
    put(linking, "_wait_for_others", lambda right: lambda *_: None)


@bug("a suspended answer counts again when a link is taken back",
     f"{LINKING}_who_is_suspended_while_a_claim_gave_way_does_not_count_when_it_stands_again[sqlite]")  # fmt: skip
def counts_again() -> None:
    put(ballots, "UNTIL_REOPENED", lambda right: CLOSED)
