"""One step at a time leads from what hangs in a chat to what should."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from bot.cards.card import Button, Card, Mark, Style
from bot.publisher.plan import Agree, Edit, Post, Step, Stop, TakeDown, plan


@dataclass(frozen=True)
class Hung:
    message_id: int | None = None
    imprint: str | None = None


CARD = Card("10 people were injured in Herat.", (Mark(Style.BOLD, 0, 2),), ((Button("Verify", "v.1"),),))
CHANGED = replace(CARD, text="12 people were injured in Herat.")
NOTHING_HANGS = Hung()
HANGS = Hung(7, CARD.imprint)

cards = st.sampled_from([None, CARD, CHANGED, replace(CARD, rows=()), replace(CARD, marks=())])
hanging = st.builds(Hung, st.none()) | st.builds(
    Hung, st.integers(1, 9), st.none() | st.sampled_from([CARD.imprint, CHANGED.imprint, "of long ago"])
)


def carried_out(step: Step, posting: Hung) -> Hung:
    match step:
        case Post(card):
            return Hung(8, card.imprint)
        case Edit(message, card):
            return Hung(message, card.imprint)
        case TakeDown():
            return Hung()
    return posting


def test_what_does_not_hang_yet_is_posted():
    assert plan(NOTHING_HANGS, CARD) == Post(CARD)


def test_what_changed_is_edited_in_its_own_message():
    assert plan(HANGS, CHANGED) == Edit(7, CHANGED)


def test_a_card_that_only_lost_its_buttons_is_edited_too():
    assert plan(HANGS, replace(CARD, rows=())) == Edit(7, replace(CARD, rows=()))


def test_what_shows_the_right_card_is_left_alone():
    assert plan(HANGS, CARD) == Agree(7, CARD.imprint)


def test_a_message_of_which_nothing_is_known_is_edited():
    assert plan(Hung(7, None), CARD) == Edit(7, CARD)


def test_what_should_not_hang_any_more_is_taken_down():
    assert plan(HANGS, None) == TakeDown(7)


def test_what_neither_hangs_nor_should_is_finished_with():
    assert plan(NOTHING_HANGS, None) == Stop()


@given(hanging, st.lists(cards, min_size=1))
def test_after_any_list_of_wishes_nothing_is_left_to_do(posting, wishes):
    for wish in wishes:
        posting = carried_out(plan(posting, wish), posting)

        assert isinstance(plan(posting, wish), Agree | Stop)


@given(hanging, st.lists(cards, min_size=1))
def test_only_the_last_wish_matters(posting, wishes):
    through_all = posting
    for wish in wishes:
        through_all = carried_out(plan(through_all, wish), through_all)
    at_once = carried_out(plan(posting, wishes[-1]), posting)

    assert (at_once.message_id is None) == (through_all.message_id is None)
    assert at_once.imprint == through_all.imprint or at_once.message_id is None
