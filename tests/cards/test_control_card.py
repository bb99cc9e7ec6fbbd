from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.cards.card import Card
from bot.cards.control import A_PAGE, LAST_PAGE, control_card
from bot.cards.hostile import utf16
from bot.cards.presses import AtPlace, Listing, Press, ShowClaim
from bot.claims.incidents import Tie
from bot.claims.model import Attribution, Control, ControlAction, Kind
from bot.claims.relations import Relation
from bot.claims.status import Status
from bot.claims.timeline import Said, timeline
from bot.sandbox.clickable import clickable
from tests.cards.casting import BELLS, SIGNER, a_claim, a_mention, tied
from tests.cards.snapshot import matches


def said(
    number: int, day: int, statement: str, by: str | None = None, status: Status = Status.PENDING, *,
    by_party: bool = False, whole: bool = True,
) -> Said:  # fmt: skip
    mention = a_mention(
        kind=Kind.TERRITORIAL_CONTROL, casualties=None, control=Control("the brigade", ControlAction.SEIZED),
        attribution=Attribution(by) if by else None,
    )  # fmt: skip
    when = date(2026, 11, day)
    return Said(a_claim(number, mention=mention, statement=statement, status=status), when, when, by_party, whole)


def the_card(told: list[Said], *ties: Tie, page: int = LAST_PAGE, key: str = "osterhal", cut: bool = False) -> Card:
    found = timeline(told, [one.claim for one in told], ties)
    return control_card("Osterhal, Norway", key, found, page, BELLS, SIGNER, cut=cut)


def presses_of(card: Card) -> list[Press]:
    return [SIGNER.decode(button.press, BELLS.id) for row in card.rows for button in row]


def a_fight() -> list[Said]:
    return [
        said(3, 9, "The army held Osterhal.", "Mara Ilven", Status.VERIFIED),
        said(5, 11, "The brigade seized the depot in Osterhal.", "a resident", whole=False),
        said(4, 11, "The brigade seized Osterhal.", "the brigade", by_party=True),
        said(6, 11, "Osterhal was not seized.", "the ministry", by_party=True),
        said(8, 11, "The brigade took Osterhal.", "the brigade"),
        said(7, 12, "The brigade entered Osterhal.", None, Status.DISPUTED),
    ]


def test_a_timeline_goes_from_the_oldest_day_to_who_holds_it_now() -> None:
    ties = [*tied(Relation.CONTRADICTS, 4, 6), *tied(Relation.SAME, 4, 8)]
    assert matches(the_card(a_fight(), *ties), "control")


def test_where_nothing_is_assessed_it_says_so() -> None:
    text = the_card(a_fight()[1:]).text
    assert "Nothing said of the whole place is assessed yet." in text
    assert "Only claimed or reported so far: C-8, C-6, C-5, C-4." in text


def test_what_is_only_about_parts_says_so() -> None:
    text = the_card([said(1, 9, "The brigade seized Vik.", whole=False)]).text
    assert "All of this is about places or positions inside it." in text


def test_an_assessed_claim_that_is_contradicted_by_another_says_so() -> None:
    told = [*a_fight()[:1], said(9, 9, "The brigade held Osterhal.", None, Status.VERIFIED)]
    text = the_card(told, *tied(Relation.CONTRADICTS, 3, 9)).text
    assert "Last assessed, 9 November 2026: The brigade held Osterhal. (C-9) ⚠ That is contradicted by C-3." in text


def test_a_long_timeline_opens_at_its_end_and_turns_back() -> None:
    told = [said(number, number, f"The brigade held street {number}.") for number in range(1, 20)]
    card = the_card(told)
    assert "street 19" in card.text
    assert "street 16." not in card.text
    assert AtPlace(BELLS.id, Listing.CONTROL, "osterhal", 1) in presses_of(card)
    first = the_card(told, page=0, cut=True)
    assert "Older claims are left out." in first.text
    assert len([press for press in presses_of(first) if isinstance(press, ShowClaim)]) == A_PAGE


def test_nobody_is_said_to_hold_it() -> None:
    assert the_card([]).text == "🚩 Nobody is reported to hold, take or lose Osterhal, Norway."


@given(st.text(max_size=80), st.text(max_size=80), st.integers(1, 30))
def test_a_timeline_of_hostile_words_fits_and_cannot_be_pressed(words: str, name: str, count: int) -> None:
    told = timeline([said(number, number % 28 + 1, words * 9, name) for number in range(count)], [], [])
    card = control_card(name, words, told, LAST_PAGE, BELLS, SIGNER)
    assert utf16(card.text) <= 4096
    assert clickable(card.text) == []
