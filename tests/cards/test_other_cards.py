from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.card import Card
from bot.cards.fit import keyboard_bytes
from bot.cards.help import help_card
from bot.cards.hostile import utf16
from bot.cards.lists import claims_card, queue_card
from bot.cards.mishap import mishap_card, sorry_card
from bot.cards.notices import gap_card
from bot.cards.presses import ChooseDesk, ConfirmSetup, Filter, Listing, ShowClaim, ShowMore, StalePress, TurnPage
from bot.cards.receipts import digest_hour_card
from bot.cards.report import (
    advice_card,
    reading_card,
    refused_card,
    repeated_card,
    report_card,
)
from bot.cards.setup import UnclearSettings, confirm_setup_card, setup_card
from bot.cards.welcome import choose_desk_card, chosen_desk_card, welcome_card
from bot.cards.whoami import whoami_card
from bot.claims.consensus import Rule
from bot.claims.desk import Reviewer, Role
from bot.claims.errors import ClaimdeskError
from bot.claims.model import DeskId, DocumentId, Kind, ReviewerId
from bot.claims.status import Status
from bot.sandbox.clickable import clickable
from tests.cards.casting import BELLS, MORNING, SIGNER, a_claim
from tests.cards.snapshot import matches

HERON = Reviewer(ReviewerId(1), BELLS.id, "Heron")
OPEN_DESK = replace(BELLS, public=True, digest_at=None, topic=5, rule=Rule(5, 3, 48))
EVENING = datetime(2026, 11, 25, 20, 58, tzinfo=UTC)
CLAIMS = [
    a_claim(17, answered=1),
    a_claim(18, status=Status.VERIFIED, statement="The road to Osterhal is open."),
    a_claim(19, status=Status.UNDETERMINED, statement="Shells fell on the bridge. " * 12),
]


def report(**counts: int) -> Card:
    return report_card(
        DocumentId(4), BELLS.id, SIGNER, **{"found": 17, "posted": 12, "waiting": 0, "joined": 0, **counts}
    )


CARDS = {
    "queue_mine": queue_card(CLAIMS, 20, 0, BELLS, SIGNER, mine=True),
    "queue_desk_last_page": queue_card(CLAIMS[:1], 17, 2, BELLS, SIGNER, mine=False),
    "queue_empty": queue_card([], 0, 0, BELLS, SIGNER, mine=True),
    "claims_filtered": claims_card(CLAIMS, 3, 0, Filter(Status.VERIFIED, Kind.ATTACK, "Osterhal"), BELLS, SIGNER),
    "claims_empty": claims_card([], 0, 0, Filter(place="@nowhere"), BELLS, SIGNER),
    "report_reading": reading_card("notes.txt"),
    "report_all_posted": report(found=1, posted=1),
    "report_more": report(waiting=5),
    "report_joined": report(found=17, waiting=2, joined=3),
    "report_nothing": report(found=0, posted=0),
    "report_cut": report(waiting=5, read=340_000, unread=160_000),
    "report_all_joined": report(found=2, posted=0, joined=2),
    "report_repeated": repeated_card(MORNING, ["C-3", "C-4", "C-9"], BELLS.zone),
    "report_repeated_nothing": repeated_card(MORNING, []),
    "report_refused": refused_card("This file is empty: /etc/passwd"),
    "report_advice": advice_card(),
    "setup_new": setup_card(BELLS, new=True, voters=7),
    "setup_changed": setup_card(OPEN_DESK, new=False, voters=4),
    "setup_confirm": confirm_setup_card(BELLS.chat, "quorum=5 zone=Europe/Kyiv", SIGNER),
    "help_lead": help_card(Role.LEAD, private=False),
    "help_reviewer_private": help_card(Role.REVIEWER, private=True),
    "help_nobody": help_card(None, private=True),
    "welcome_private": welcome_card(BELLS, private=True),
    "welcome_stranger": welcome_card(None, private=True),
    "welcome_group": welcome_card(BELLS, private=False),
    "welcome_new_group": welcome_card(None, private=False),
    "welcome_choose": choose_desk_card([BELLS, replace(BELLS, id=DeskId(4), title="Harbour")], SIGNER, chosen=BELLS),
    "welcome_chosen": chosen_desk_card(replace(BELLS, title="t.me/desk @all")),
    "whoami_lead": whoami_card(HERON, Role.LEAD, BELLS),
    "whoami_unlisted": whoami_card(HERON, Role.REVIEWER, OPEN_DESK),
    "whoami_frozen": whoami_card(replace(HERON, frozen=True), Role.REVIEWER, BELLS),
    "digest_hour": digest_hour_card(BELLS),
    "digest_hour_off": digest_hour_card(OPEN_DESK),
    "gap": gap_card(EVENING, EVENING.replace(hour=21, minute=9)),
    "gap_over_midnight": gap_card(EVENING, datetime(2026, 11, 26, 0, 3, tzinfo=UTC)),
    "sorry": sorry_card(812),
}


@pytest.mark.parametrize("name", CARDS)
def test_the_other_cards_look_like_this(name: str) -> None:
    assert matches(CARDS[name], name)


def test_a_list_opens_its_claims_and_turns_its_pages() -> None:
    presses = [[SIGNER.decode(button.press, BELLS.id) for button in row] for row in CARDS["queue_mine"].rows]
    assert presses[0] == [ShowClaim(claim.id) for claim in CLAIMS]
    assert presses[1] == [TurnPage(BELLS.id, Listing.QUEUE, 1)]


def test_a_list_that_has_shrunk_leads_back_to_its_last_page() -> None:
    card = queue_card([], 9, 4, BELLS, SIGNER, mine=True)
    (back,) = card.rows[0]
    assert SIGNER.decode(back.press, BELLS.id) == TurnPage(BELLS.id, Listing.QUEUE, 1)
    assert "Page" not in card.text


def test_more_asks_for_the_next_claims_of_the_document() -> None:
    (button,) = CARDS["report_more"].rows[0]
    assert button.label == "More (5)"
    assert SIGNER.decode(button.press, BELLS.id) == ShowMore(DocumentId(4))


def test_choosing_a_desk_is_signed_by_that_desk() -> None:
    second = CARDS["welcome_choose"].rows[1][0]
    assert SIGNER.decode(second.press, DeskId(4)) == ChooseDesk(DeskId(4))


def test_an_anonymous_admin_is_warned_and_the_press_carries_the_settings() -> None:
    (button,) = CARDS["setup_confirm"].rows[0]
    assert SIGNER.decode(button.press, BELLS.chat) == ConfirmSetup(BELLS.chat, "quorum=5 zone=Europe/Kyiv")


def test_settings_that_no_button_can_carry_get_a_sentence() -> None:
    with pytest.raises(UnclearSettings):
        confirm_setup_card(BELLS.chat, "please=yes", SIGNER)


class Odd(ClaimdeskError):
    """I do not know “{word}”. Try /setup quorum=3 instead."""


def test_a_mishap_keeps_our_commands_and_disarms_what_was_written() -> None:
    card = mishap_card(Odd(word="/evil @all t.me/x"), 77)
    assert [entity.of(card.text) for entity in clickable(card.text)] == ["/setup"]
    assert matches(card, "mishap")


class Missing(ClaimdeskError):
    """Write it like this: {example}."""


def test_an_example_can_be_copied_as_it_stands() -> None:
    assert "Write it like this: /history C-17." in mishap_card(Missing(example="/history C-17"), 77).text


def test_a_bare_sentence_is_disarmed_as_a_whole() -> None:
    assert clickable(mishap_card("see example.org/x and /start", 1).text) == []


def test_a_stale_press_has_a_sentence() -> None:
    assert "Open the claim anew" in mishap_card(StalePress(), 1).text


def test_an_hour_is_told_as_it_is_set() -> None:
    assert digest_hour_card(replace(BELLS, digest_at=time(7, 5))).text.startswith("Daily digest: 07:05.")


@given(st.text(max_size=60), st.integers(1, 40))
def test_lists_of_hostile_claims_fit_and_cannot_be_pressed(words: str, count: int) -> None:
    claims = [a_claim(number, statement=words * count) for number in range(1, 9)]
    for card in (
        queue_card(claims, 80, 1, BELLS, SIGNER, mine=True),
        claims_card(claims, 80, 1, Filter(place=words), BELLS, SIGNER),
    ):
        assert utf16(card.text) <= 4096
        assert clickable(card.text) == []
        assert keyboard_bytes(card.rows) < 10_000


def test_a_claim_that_is_held_back_is_said_to_be_so():
    told = claims_card([a_claim(5, released=False, needed=0)], 1, 0, Filter(), BELLS, SIGNER).text
    assert "held back" in told
    assert "0 needed" not in told
