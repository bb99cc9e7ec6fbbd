from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from bot.cards.asof import A_PAGE, asof_card, claim_text
from bot.cards.asof_record import asof_record, claim_record
from bot.cards.presses import AsOf, Filter
from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.consensus import Ground
from bot.claims.desk import Desk
from bot.claims.history import Overruling
from bot.claims.model import ClaimId, ClaimNumber, Codename, DeskId, Kind, Mention
from bot.claims.relations import Relation
from bot.claims.replay import AsItStood, as_it_stood
from bot.claims.status import Status
from tests.cards.casting import SIGNER
from tests.cast import ALICE, BOSCO, CHIARA, DAWIT, DISPUTE, HERON, VERIFY, Story, all_verify

DESK = Desk(DeskId(1), -7, "Night desk", zone="Asia/Kabul")
STORY = Story().votes(*all_verify([ALICE, BOSCO, CHIARA]), (DAWIT, DISPUTE))


def a_claim(number: int = 17) -> Claim:
    mention = Mention(Kind.ATTACK, "Shells fell on /start @home", 0, 27, "shelling")
    return Claim(
        ClaimId(number), DESK.id, ClaimNumber(number), "Shells fell on /start @home.", mention, Status.VERIFIED, 9,
        STORY.entries[0].at, released=True,
    )  # fmt: skip


def stood(story: Story = STORY, back: timedelta = timedelta(0)) -> AsItStood:
    found = as_it_stood(story.entries, story.now - back)
    assert found is not None
    return found


def test_a_claim_is_told_with_its_tally_its_ground_and_its_rule():
    told = claim_text((a_claim(), stood(), ()), DESK.zone)

    assert "C-17 · verified" in told
    assert "3 verify, 0 dispute, 0 unsure, and 1 answer since." in told
    assert "The votes reached the quorum with a clear margin." in told
    assert "Since 25 November, 16:30 (Asia/Kabul)." in told
    assert "Rule 1: quorum 3, margin 2." in told
    assert "Now:" not in told


def test_what_differs_today_is_said():
    told = claim_text((a_claim(), stood(back=timedelta(minutes=3)), ()), DESK.zone)

    assert "C-17 · pending" in told
    assert "Now: verified." in told
    assert "Blind then, with 2 answers; decided since" in told


def test_a_claim_that_had_given_way_names_the_one_in_its_place_and_why():
    story = (
        Story()
        .votes(*all_verify([ALICE, BOSCO, CHIARA]))
        .happens(e.LinkProposed(9, Relation.CONTRADICTS, e.Side.NEWER))
    )
    story.happens(e.Linked(21, Relation.UPDATES, e.Side.OLDER, HERON))
    then = stood(story)
    told = claim_text((a_claim(), then, ()), DESK.zone)
    data = claim_record(a_claim(), then, ())

    assert "C-17 · superseded" in told
    assert "A later claim had taken its place: C-21." in told
    assert (data["status"], data["ground"], data["superseded_by"]) == ("superseded", "updated", "C-21")
    assert data["links"] == [
        {"claim": "C-21", "relation": "updates", "side": "older", "state": "confirmed"},
        {"claim": "C-9", "relation": "contradicts", "side": "newer", "state": "proposed"},
    ]


def test_a_link_taken_back_since_is_told_as_it_was_then():
    story = Story().happens(e.Linked(9, Relation.SAME, e.Side.NEWER, HERON)).happens(e.Unlinked(9, HERON))
    told = claim_text((a_claim(), stood(story, timedelta(minutes=2)), ()), DESK.zone)

    assert "C-17 · superseded" in told
    assert "An older claim said the same: C-9." in told
    assert "Now: pending." in told
    assert claim_record(a_claim(), stood(story), ())["links"] == []


def test_a_status_that_two_leads_set_names_both():
    alone = Overruling(Status.DISPUTED, Codename("amber fox"), "commitment")
    both = replace(alone, proposed_by=Codename("oak hill"))

    assert "A lead set it: amber fox." in claim_text((a_claim(), overruled(alone), ()), DESK.zone)
    assert "Two leads set it: oak hill and amber fox." in claim_text((a_claim(), overruled(both), ()), DESK.zone)


def overruled(by: Overruling) -> AsItStood:
    return replace(stood(), status=by.status, ground=Ground.OVERRULED, overruled=by)


def test_a_blind_round_tells_no_stance_in_words_or_as_data():
    story = Story().votes((ALICE, VERIFY), (BOSCO, DISPUTE))
    told = claim_text((a_claim(), stood(story), ()), DESK.zone)
    data = claim_record(a_claim(), stood(story), ())

    assert "2 answered, 3 needed" in told
    assert "verify" not in told
    assert (data["votes"], data["tally"], data["answered"]) == ("blind", None, 2)


def test_a_full_page_fits_a_message_and_its_buttons_carry_moment_and_filter():
    told = [(a_claim(number), stood(), ()) for number in range(1, A_PAGE + 1)]
    at = STORY.now.replace(microsecond=0)
    wanted = Filter(Status.VERIFIED, Kind.TERRITORIAL_CONTROL, "Qala-i-Naw")
    card = asof_card(told, {Status.VERIFIED: 40}, at, 1, wanted, DESK, SIGNER)

    *openers, turns = card.rows
    assert [button.label for row in openers for button in row] == [f"C-{number}" for number in range(1, A_PAGE + 1)]
    assert [SIGNER.decode(button.press, DESK.id) for button in turns] == [
        AsOf(DESK.id, at, page, wanted) for page in (0, 2)
    ]
    assert "/start" not in card.text
    assert "Page 2 of 7" in card.text


def test_the_record_is_one_object_with_times_to_the_hour():
    claims = [claim_record(a_claim(), stood(), ())]
    told = json.loads(json.dumps(asof_record(DESK, STORY.now, {Status.VERIFIED: 1}, claims)))

    assert set(told) == {"as_of", "desk", "counts", "claims"}
    assert told["as_of"] == "2026-11-25T12:07:00Z"
    (one,) = told["claims"]
    assert one["status_since"] == "2026-11-25T12:00:00Z"
    assert one["rule"] == {"version": 1, "quorum": 3, "margin": 2, "window": 24, "perspectives": False}
    assert one["tally"] == {"verify": 3, "dispute": 0, "unsure": 0}
