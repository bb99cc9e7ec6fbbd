from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.cards.card import Card
from bot.cards.hostile import utf16
from bot.cards.presses import AtPlace, Listing, Press, ShowClaim
from bot.cards.tolls import A_PAGE, PlaceAsked, toll_card
from bot.cards.wording.english import SENTENCES
from bot.claims.model import Attribution, Effect, Place, Polarity
from bot.claims.relations import Relation
from bot.claims.status import Status
from bot.claims.tolls import Counted, Incident, Reach
from bot.matching.lexicon.people import GROUPS
from bot.sandbox.clickable import clickable
from tests.cards.casting import BELLS, SIGNER, THE_SEVENTH, a_report, events, tied
from tests.cards.snapshot import matches

NORVIK = PlaceAsked("Norvik, Norway", "norvik", date(2026, 11, 19), date(2026, 11, 25))
POLICE, CHILDREN = Counted(Effect.KILLED, "police"), Counted(Effect.KILLED, "child", part=True)
INJURED, OURS = Counted(Effect.INJURED), Counted(Effect.KILLED, "soldier", "state:NO")
OF_THE_WEEK = Counted(Effect.KILLED, cumulative=True)


def the_card(found: list[Incident], page: int = 0, asked: PlaceAsked = NORVIK) -> Card:
    return toll_card(asked, found, page, BELLS, SIGNER)


def presses_of(card: Card) -> list[Press]:
    return [SIGNER.decode(button.press, BELLS.id) for row in card.rows for button in row]


def a_week() -> list[Incident]:
    bridge, region = Place("Lower Bridge", "Norvik", "NO"), Place("Norvik region", "Norvik", "NO")
    told = [
        a_report(1, 14, status=Status.VERIFIED), a_report(2, 21, 21), a_report(3, 9, 9, status=Status.CONTESTED),
        a_report(4, 3, 3, counted=CHILDREN), a_report(5, 0, 0, statement="No civilian was killed in Osterhal."),
        a_report(6, 31, 31, counted=INJURED), a_report(7, 9, 9, counted=POLICE),
        a_report(8, 24, hedge="dozens of", vague=True, place=bridge, day=date(2026, 11, 22)),
        a_report(9, 6, 8, place=bridge, day=date(2026, 11, 20), said_by=None),
        a_report(10, 40, 40, counted=OF_THE_WEEK), a_report(11, 30, 30, place=region, reach=Reach.REGION),
        a_report(12, 11, counted=OURS, place=bridge, day=date(2026, 11, 22)),
        a_report(13, 22, 22, place=bridge, day=date(2026, 11, 21)),
        a_report(14, 40, 40, place=bridge, day=date(2026, 11, 21)),
    ]  # fmt: skip
    ties = [*tied(Relation.SUPPORTS, 1, 2, 3, 4, 5, 6, 7), *tied(Relation.CONTRADICTS, 13, 14)]
    return events(told, ties)


def test_a_toll_tells_sums_by_footing_first_then_the_events() -> None:
    assert matches(the_card(a_week()), "toll")


def test_the_rest_of_the_events_is_on_the_next_page_with_the_same_sums() -> None:
    first, second = the_card(a_week()), the_card(a_week(), 1)
    sums = first.text.split("events, the latest first")[0]
    assert second.text.startswith(sums)
    assert "6. " in second.text
    assert "6. " not in first.text.split("latest first")[1]
    turns = [press for press in presses_of(first) if isinstance(press, AtPlace)]
    assert turns == [AtPlace(BELLS.id, Listing.TOLL, "norvik", 1, 7)]


def test_every_claim_that_it_names_can_be_opened() -> None:
    opened = {press.claim for press in presses_of(the_card(a_week()[:A_PAGE])) if isinstance(press, ShowClaim)}
    assert opened == {claim for one in a_week()[:A_PAGE] for claim in one.claims}


def test_nothing_reported_says_so() -> None:
    assert the_card([]).text == (
        "📊 No claim of casualties stands for Norvik, Norway, 19–25 November 2026. "
        "What is disputed, superseded or set aside is left out. "
        "For a longer time, write the days behind the place."
    )


def test_a_toll_of_what_cannot_be_added_says_so() -> None:
    assert "Nothing here can be added up" in the_card(events([a_report(10, 40, 40, counted=OF_THE_WEEK)])).text


def test_the_place_is_named_at_each_event_unless_the_title_has_named_it() -> None:
    found = events([a_report(1, 4)])
    assert "1. 24 November 2026 · Osterhal, Norvik, Norway · 1 source" in the_card(found).text
    asked = PlaceAsked("Osterhal, Norway", "osterhal", NORVIK.first, NORVIK.last)
    assert "1. 24 November 2026 · 1 source" in the_card(found, 0, asked).text


def test_one_is_told_as_one() -> None:
    children = Counted(Effect.KILLED, "child")
    assert "1 child killed" in the_card(events([a_report(1, 1, 1, counted=children)])).text
    assert "1 or more children killed" in the_card(events([a_report(1, 1, counted=children)])).text


def test_every_group_of_people_has_its_words() -> None:
    assert {f"toll.group_{group}" for group in GROUPS.values()} <= set(SENTENCES)


def test_a_place_that_no_button_can_carry_has_no_pages_to_turn() -> None:
    asked = PlaceAsked("Norvik", "n" * 31, NORVIK.first, NORVIK.last)
    assert not any(isinstance(press, AtPlace) for press in presses_of(the_card(a_week(), 0, asked)))


@given(st.text(max_size=80), st.text(max_size=80), st.integers(1, 30))
def test_a_toll_of_hostile_words_fits_and_cannot_be_pressed(words: str, name: str, count: int) -> None:
    told = [
        a_report(
            number, number, number + 3, place=Place(name, words, "XX"), statement=words * 9, said_by=Attribution(words),
            hedge=name, polarity=Polarity.DENIED if number % 3 else Polarity.ASSERTED,
            counted=Counted(Effect.KILLED, "fighter", f"group:{words}"), day=THE_SEVENTH - timedelta(days=number % 9),
        )
        for number in range(count)
    ]  # fmt: skip
    card = toll_card(PlaceAsked(name, words, NORVIK.first, NORVIK.last), events(told), 0, BELLS, SIGNER)
    assert utf16(card.text) <= 4096
    assert clickable(card.text) == []
