"""What Telegram refuses is put more modestly, until nothing is left to give up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot.publisher.manner import LENGTHS, Manner, Manners
from bot.publisher.refusals import No, Refusal

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Place:
    id: int
    chat: int = -1
    topic: int | None = 42


CARD, OTHER_CARD = Place(1), Place(2)


def test_a_text_that_is_too_long_is_cut_harder_each_time_and_given_up_in_the_end():
    manners, answers, lengths = Manners(), [], []
    for _ in LENGTHS:
        answers.append(manners.learn(CARD, No(Refusal.TOO_LONG), NOON).meaning)
        lengths.append(manners.of(CARD, NOON).units)

    assert lengths == [*LENGTHS[1:], LENGTHS[-1]]
    assert answers == [Refusal.TOO_LONG] * 4 + [Refusal.UNKNOWN]


def test_refused_marks_are_left_out_for_this_card_alone():
    manners = Manners()
    manners.learn(CARD, No(Refusal.ENTITIES_REFUSED), NOON)

    assert not manners.of(CARD, NOON).styled
    assert manners.of(OTHER_CARD, NOON) == Manner()


def test_a_closed_topic_is_left_out_for_every_card_and_tried_again_after_an_hour():
    manners = Manners()
    manners.learn(CARD, No(Refusal.TOPIC_GONE), NOON)

    assert not manners.of(OTHER_CARD, NOON + timedelta(minutes=59)).in_topic
    assert manners.of(OTHER_CARD, NOON + timedelta(minutes=60)).in_topic
    assert manners.of(Place(3, topic=43), NOON).in_topic


def test_a_chat_whose_general_topic_is_closed_too_may_not_be_written_to():
    manners = Manners()
    manners.learn(CARD, No(Refusal.TOPIC_GONE), NOON)

    assert manners.learn(CARD, No(Refusal.TOPIC_GONE), NOON) == No(Refusal.NO_RIGHTS)
    assert manners.learn(Place(3, topic=None), No(Refusal.TOPIC_GONE), NOON) == No(Refusal.NO_RIGHTS)


def test_refused_in_several_ways_it_gives_up_several_things():
    manners = Manners()
    for refusal in (Refusal.TOPIC_GONE, Refusal.ENTITIES_REFUSED, Refusal.REPLY_GONE, Refusal.TOO_LONG):
        manners.learn(CARD, No(refusal), NOON)

    assert manners.of(CARD, NOON) == Manner(in_topic=False, as_reply=False, styled=False, units=LENGTHS[1])


@pytest.mark.parametrize("refusal", [Refusal.CHAT_GONE, Refusal.UNCERTAIN, Refusal.SLOW_DOWN, Refusal.UNKNOWN])
def test_other_refusals_teach_no_manners(refusal):
    manners = Manners()

    assert manners.learn(CARD, No(refusal), NOON) == No(refusal)
    assert manners.of(CARD, NOON) == Manner()
