from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.history import LINES_A_PAGE, history_card, history_text
from bot.cards.hostile import utf16
from bot.cards.presses import ShowHistory
from bot.cards.story import letters, story
from bot.claims import events as e
from bot.claims.consensus import Stance
from bot.claims.model import Voter
from bot.claims.reasons import Reason
from bot.claims.relations import Relation
from bot.claims.status import REVEALING, Status
from bot.sandbox.clickable import clickable
from tests.cards.casting import BELLS, SIGNER, a_dossier, a_source
from tests.cards.snapshot import matches
from tests.cast import ALICE, BOSCO, CHIARA, DAWIT, DISPUTE, EGRET, ELENA, HERON, UNSURE, VERIFY, Story

WHY, ERASED = "ab" * 32, "cd" * 32


def told(tale: Story, *sources) -> list[str]:
    return [line.sentence for line in story(a_dossier(tale, *sources), tale.entries, BELLS.zone)]


def test_a_history_is_told_in_sentences() -> None:
    tale = Story().happens(e.Posted(1)).votes((ALICE, VERIFY), (BOSCO, DISPUTE), (CHIARA, VERIFY), (BOSCO, VERIFY))
    tale.votes((DAWIT, UNSURE))
    card = history_card(a_dossier(tale), tale.entries, BELLS, SIGNER)
    assert matches(card, "history_decided")


def test_a_blind_round_tells_only_that_somebody_answered() -> None:
    tale = Story().happens(e.Posted(1)).votes((ALICE, VERIFY), (BOSCO, DISPUTE), (BOSCO, UNSURE)).withdraws(ALICE)
    assert matches(history_card(a_dossier(tale), tale.entries, BELLS, SIGNER), "history_blind")


def test_a_decision_says_by_which_rule_and_on_which_tally() -> None:
    tale = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY), (CHIARA, VERIFY))
    assert told(tale)[-1] == (
        "pending → verified: 3 verify, 0 dispute reached the quorum of 3 with a margin of 2 (rule 1)."
    )


def test_votes_after_a_decision_are_counted_and_not_told() -> None:
    tale = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY), (CHIARA, VERIFY), (DAWIT, DISPUTE), (ELENA, UNSURE))
    assert told(tale)[-1] == "2 answers since then."
    assert not any("dispute." in sentence for sentence in told(tale))


def test_they_are_told_once_the_status_changes_again() -> None:
    tale = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY), (CHIARA, VERIFY))
    tale.votes((DAWIT, DISPUTE), (ALICE, DISPUTE))
    assert told(tale)[-3:] == [
        "Reviewer D: dispute.",
        "Reviewer A: dispute (before: verify).",
        "verified → contested: at 2 verify, 2 dispute the earlier decision lost its lead (rule 1).",
    ]


def test_the_end_of_the_window_tells_answers_and_no_stance() -> None:
    tale = Story().votes((ALICE, DISPUTE)).happens(e.WindowEnded(1))
    assert told(tale)[-2:] == [
        "The time to review was over.",
        "pending → undetermined: the time to review was over with 1 answer, and 3 were needed (rule 1).",
    ]


def test_not_a_claim_is_blind_until_it_sets_the_claim_aside() -> None:
    tale = Story().happens(e.NotAClaimPressed(1, BOSCO, lead=False))
    assert len(told(tale)) == 2
    tale.happens(e.NotAClaimPressed(1, CHIARA, lead=False))
    assert told(tale)[2:] == [
        "Reviewer A: not a claim.",
        "Reviewer B: not a claim.",
        "pending → rejected: two reviewers say that it is not a claim (rule 1).",
    ]


def test_votes_stay_blind_when_a_claim_is_set_aside_undecided() -> None:
    tale = Story().votes((ALICE, DISPUTE)).happens(e.NotAClaimPressed(1, ALICE, lead=True))
    assert told(tale)[2:] == [
        "Somebody answered.",
        "A lead: not a claim.",
        "pending → rejected: a lead says that it is not a claim (rule 1).",
    ]


def test_a_reason_is_told_once_two_reviewers_share_it_and_the_claim_is_decided() -> None:
    tale = Story()
    for reviewer in (ALICE, BOSCO):
        tale.votes((reviewer, DISPUTE)).happens(e.ReasonGiven(1, reviewer, Reason.DATE.value))
    tale.votes((CHIARA, DISPUTE)).happens(e.ReasonGiven(1, CHIARA, Reason.FIGURE.value))
    sentences = told(tale)
    assert "Reviewer A gave a reason: wrong date." in sentences
    assert not any("wrong figure" in sentence for sentence in sentences)


def test_an_earlier_round_stays_as_it_was_revealed() -> None:
    tale = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY), (CHIARA, VERIFY), (DAWIT, DISPUTE))
    tale.happens(e.RoundOpened(2, 3, 2, 24, 1)).happens(e.VoteCast(2, ALICE, DISPUTE))
    sentences = told(tale)
    assert "Reviewer A: verify." in sentences
    assert "Reviewer D: dispute." not in sentences
    assert "Reviewer A: dispute." not in sentences
    assert sentences[-1] == "Somebody answered."
    assert "verified → pending: a new round began (rule 1)." in sentences


def test_a_round_that_is_undecided_again_is_blind_again() -> None:
    tale = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY), (CHIARA, DISPUTE))
    assert "Reviewer C: dispute." in told(tale)
    sentences = told(tale.withdraws(CHIARA))
    assert not any("dispute" in sentence or "verify" in sentence for sentence in sentences)
    assert "pending → contested: by votes that are blind again (rule 1)." in sentences


def test_letters_follow_the_first_answers_and_go_on_after_z() -> None:
    crowd = Story().votes(*((Voter(f"voter-{number}"), UNSURE) for number in range(100, 128)))
    assert list(letters(crowd.entries).values())[24:] == ["Y", "Z", "AA", "AB"]


def test_sources_are_named_as_on_the_card() -> None:
    tale = Story().happens(e.MentionAdded(2, 9)).happens(e.MentionAdded(3, 10))
    sentences = told(tale, a_source(1), a_source(2, source="Norvik Herald"))
    assert sentences[0] == "Found in: wire report, 25 November 2026."
    assert sentences[2:] == ["Also found in: Norvik Herald, 25 November 2026.", "Also found in another text."]


def test_a_long_history_is_paged_and_an_odd_page_is_the_nearest() -> None:
    tale = Story()
    for _ in range(20):
        tale.votes((ALICE, VERIFY), (ALICE, UNSURE))
    first = history_card(a_dossier(tale), tale.entries, BELLS, SIGNER)
    last = history_card(a_dossier(tale), tale.entries, BELLS, SIGNER, page=99)
    assert [button.label for button in first.rows[0]] == ["Later ▶"]
    assert [button.label for button in last.rows[0]] == ["◀ Earlier"]
    assert SIGNER.decode(first.rows[0][0].press, BELLS.id) == ShowHistory(a_dossier(tale).claim.id, 1)
    assert first.text.count(" · Somebody") == LINES_A_PAGE - 2
    assert "Page 1 of 3" in first.text


def test_the_command_line_tells_the_whole_story() -> None:
    tale = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY), (CHIARA, VERIFY))
    text = history_text(a_dossier(tale), tale.entries, "UTC")
    assert text.splitlines()[0] == "🕘 History of C-17 · verified"
    assert "12:00 · Reviewer C: verify." in text


deeds = st.lists(
    st.one_of(
        st.builds(lambda who, what: ("vote", who, what), st.integers(1, 5), st.sampled_from(Stance)),
        st.builds(lambda who, what: ("reason", who, what), st.integers(1, 5), st.sampled_from(Reason)),
        st.builds(lambda who, what: ("object", who, what), st.integers(1, 5), st.just(False)),
        st.just(("window", 0, None)),
    ),
    max_size=16,
)


def a_tale(done: list[tuple[str, int, object]]) -> Story:
    tale = Story()
    for deed, who, what in done:
        reviewer = Voter(str(who))
        match deed:
            case "vote":
                tale.votes((reviewer, what))
            case "reason":
                tale.happens(e.ReasonGiven(1, reviewer, str(what)))
            case "object":
                tale.happens(e.NotAClaimPressed(1, reviewer, lead=False))
            case _:
                tale.happens(e.WindowEnded(1))
    return tale


@given(deeds)
def test_an_undecided_history_holds_no_stance_and_no_reason(done: list[tuple[str, int, object]]) -> None:
    tale = a_tale(done)
    decided = any(isinstance(entry.event, e.Moved) and entry.event.now in REVEALING for entry in tale.entries)
    card = history_card(a_dossier(tale), tale.entries, BELLS, SIGNER)
    body = card.text.split("\n\n", 1)[1]
    if not decided:
        for word in (*Stance, *(reason.value.replace("_", " ") for reason in Reason if reason is not Reason.OTHER)):
            assert word not in body
    assert utf16(card.text) <= 4096
    assert clickable(card.text) == []


@pytest.mark.parametrize("stance", list(Stance))
def test_what_is_told_does_not_depend_on_a_blind_stance(stance: Stance) -> None:
    assert told(Story().votes((ALICE, stance))) == told(Story().votes((ALICE, VERIFY)))


def test_a_claim_that_is_open_again_because_answers_were_taken_back_began_no_new_round() -> None:
    tale = Story().votes((ALICE, VERIFY), (BOSCO, DISPUTE), (CHIARA, VERIFY)).withdraws(BOSCO)
    reason = "answers were taken back, and too few clear ones are left for the quorum of 3"
    assert told(tale)[-1] == f"contested → pending: {reason} (rule 1)."


def test_what_leads_do_is_told_by_codename_with_their_reasons() -> None:
    tale = Story().votes((ALICE, VERIFY), (BOSCO, DISPUTE)).happens(e.VoterFrozen(1, ALICE))
    tale.happens(e.OverruleProposed(1, HERON, Status.DISPUTED, WHY)).happens(
        e.Overruled(1, EGRET, Status.DISPUTED, WHY, HERON)
    )
    tale.happens(e.RoundOpened(2, 3, 2, 24, 1, cause=e.Cause.REOPENED, by=HERON, reason=WHY))
    tale.happens(e.Retracted(2, EGRET, ERASED))
    held = replace(a_dossier(tale), words={WHY: "Seen at www.example.org"})
    assert matches(history_card(held, tale.entries, BELLS, SIGNER), "history_led")


def test_an_overruling_tells_nothing_of_a_blind_round() -> None:
    tale = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY)).happens(e.Overruled(1, HERON, Status.VERIFIED, WHY))
    sentences = told(tale)
    assert sentences.count("Somebody answered.") == 2
    assert "pending → verified: a lead overruled (rule 1)." in sentences
    assert not any("verify" in sentence for sentence in sentences)


def test_answers_below_an_overruling_are_told_once_they_decide() -> None:
    tale = Story().happens(e.Overruled(1, HERON, Status.DISPUTED, WHY)).votes((ALICE, VERIFY), (BOSCO, VERIFY))
    assert told(tale)[-1] == "Somebody answered."
    tale.votes((CHIARA, VERIFY), (DAWIT, DISPUTE))
    assert told(tale)[-2:] == [
        "The votes alone: pending → verified: 3 verify, 0 dispute reached the quorum of 3 with a margin of 2 (rule 1).",
        "1 answer since then.",
    ]


def test_a_suspension_names_no_letter_even_after_the_decision() -> None:
    tale = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY), (CHIARA, VERIFY)).happens(e.VoterFrozen(1, BOSCO))
    assert "An answer was set aside: its reviewer is suspended." in told(tale)


def test_a_claim_that_is_open_again_because_a_link_was_taken_back_says_so() -> None:
    tale = Story().votes((ALICE, VERIFY)).happens(e.Linked(18, Relation.UPDATES, e.Side.OLDER, HERON))
    sentences = told(tale.happens(e.Unlinked(18, HERON)))
    assert sentences[-1] == "superseded → pending: no other claim takes its place any more (rule 1)."
