from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.cards.card import Card, Style
from bot.cards.report import report_card
from bot.cards.stats import muted_card, rules_card, stats_card, stats_record, unmuted_card
from bot.claims.consensus import Tally
from bot.claims.deskwork import Decision, Deskwork
from bot.claims.model import Casualties, Codename, DocumentId, Effect, Interval, Kind, Mention
from bot.claims.precision import RuleRecord
from bot.claims.second_reading import RULE, Answered, SecondReading
from bot.claims.status import Status
from bot.sandbox.clickable import clickable
from tests.cards.casting import BELLS, SIGNER
from tests.cards.snapshot import matches

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
RULES = (
    RuleRecord("casualties.noun.death_toll", 40, 22),
    RuleRecord("casualties.passive.kill", 90, 1),
    RuleRecord("control.active.capture"),
    RuleRecord(RULE, 3, 1),
)
WORK = Deskwork(
    {
        (Kind.CASUALTIES, Status.PENDING): 4, (Kind.CASUALTIES, Status.VERIFIED): 61,
        (Kind.CASUALTIES, Status.REJECTED): 24, (Kind.ATTACK, Status.UNDETERMINED): 1,
    },
    (
        Decision(NOON, timedelta(minutes=7), Tally(3, 0, 1)), Decision(NOON, timedelta(hours=5), Tally(4, 1, 0)),
        Decision(NOON, timedelta(hours=2, minutes=1), Tally(0, 3, 0)),
    ),
    RULES, frozenset({"casualties.noun"}),
)  # fmt: skip
FOUND = Mention(Kind.CASUALTIES, "q", 0, 1, RULE, casualties=Casualties(Effect.KILLED, Interval(9, 9)))
CARDS = {
    "stats": stats_card(BELLS, WORK, [RuleRecord("casualties.noun", 40, 22), *RULES[1:]]),
    "stats_empty": stats_card(BELLS, Deskwork({}), []),
    "rules": rules_card(WORK),
    "rules_of_a_kind": rules_card(WORK, "casualties"),
    "rules_muted": muted_card(Codename("amber fox"), "casualties.noun", new=True),
    "rules_unmuted": unmuted_card(Codename("amber fox"), "casualties.noun"),
    "report_second_part": report_card(
        DocumentId(4), BELLS.id, SIGNER, found=3, posted=3, waiting=0, muted=2,
        second=SecondReading((FOUND,), Answered.PART),
    ),
    "report_second_none": report_card(
        DocumentId(4), BELLS.id, SIGNER, found=0, posted=0, waiting=0, second=SecondReading(answered=Answered.NONE)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CARDS)
def test_the_figures_look_like_this(name: str) -> None:
    assert matches(CARDS[name], name)


@pytest.mark.parametrize("card", CARDS.values())
def test_no_name_of_a_rule_becomes_a_link(card: Card) -> None:
    plain = card.text
    for mark in card.marks:
        if mark.style is Style.CODE:  # Telegram makes no link of code
            plain = plain.replace(plain[mark.start : mark.end], "x" * (mark.end - mark.start))
    assert {entity.type for entity in clickable(plain)} <= {"bot_command"}


def test_a_desk_with_very_many_rules_gets_a_card_that_fits() -> None:
    rules = tuple(RuleRecord(f"casualties.active.verb_{number}", number, number // 2) for number in range(1, 300))
    card = rules_card(Deskwork({}, (), rules, frozenset(f"casualties.active.verb_{n}" for n in range(1, 300))))
    assert len(card.text) <= 4096
    assert "274 more rules" in card.text


def test_the_record_holds_the_same_figures() -> None:
    told = stats_record(BELLS, WORK)
    assert told["last_90_days"] == {
        "decided_rounds": 3,
        "median_hours_to_decision": 3,
        "unanimous": {"count": 2, "of": 3, "value": 0.6667, "low": 0.2077, "high": 0.9385},
    }
    assert [(rule["rule"], rule["muted"]) for rule in told["rules"]][:2] == [
        ("casualties.noun.death_toll", True), ("casualties.passive.kill", False),
    ]  # fmt: skip
