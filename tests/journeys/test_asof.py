from __future__ import annotations

import asyncio
import random
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from bot.cards.press import Filter
from bot.claims.claim import Claim
from bot.claims.replay import AsItStood, Veil
from bot.desk.replaying import past, remembered
from bot.sandbox import Message, Person
from storage.records import Records
from tests.journeys.office import Office, label, plain

STEPS = 10
LOOKS = 30
_TALLY = re.compile(r"(\d+) verify, (\d+) dispute, (\d+) unsure")
_ANSWERED = re.compile(r"(\d+) answered, (\d+) (?:clear answers )?needed")


@dataclass(frozen=True)
class Read:
    """What a card says: the status, and its tally or how many answered."""

    status: str
    tally: tuple[str, ...] | None
    answered: str | None


def read(card: Message) -> Read:
    text = plain(card.text)
    tally, answered = _TALLY.search(text), _ANSWERED.search(text)
    return Read(
        text.splitlines()[0].split(" · ")[2], tally.groups() if tally else None, answered[1] if answered else None
    )


async def all_is_shown(office: Office, quiet: float) -> None:
    """Waits until the cards are as they should be, also those that the pace keeps back for a moment."""
    await office.rests(quiet=quiet)
    for _ in range(LOOKS):
        later = office.clock() + timedelta(minutes=5)
        if not await office.reads(lambda records, at=later: records.postings.differing(at, 1)):
            return
        await asyncio.sleep(quiet)


def believed(records: Records, at: datetime) -> dict[str, tuple[Claim, AsItStood]]:
    (desk,) = records.desks.all()
    found = past(records, desk, at, Filter())
    return {one.claim.label: (one.claim, one.stood) for one in remembered(records, at, found.claims)}


def decided_and_lost(office: Office) -> list[tuple[Person, str]]:
    """Three verify, and two of them think again: the decision loses its lead."""
    votes = [(person, "Verify") for person in (office.bosco, office.chiara, office.dawit)]
    return [*votes, (office.bosco, "Dispute"), (office.chiara, "Dispute")]


async def a_step(office: Office, chance: random.Random, cards: list[Message]) -> None:
    """One thing that happens at a desk, an hour or more after the one before."""
    office.clock.forward(minutes=chance.choice([20, 61, 180]))
    person = chance.choice([office.amal, office.bosco, office.chiara, office.dawit])
    what = chance.choices(["vote", "withdraw", "window", "hand in", "not a claim"], [12, 3, 1, 2, 1])[0]
    card = chance.choice(cards)
    if what == "hand in":
        cards += await office.hands_in_deaths(100 + len(cards))
    elif what == "window":
        office.clock.forward(hours=25)
        await all_is_shown(office, quiet=0.6)
    elif not any("Verify" in button.text for button in card.buttons):
        return
    elif what == "not a claim":
        await office.presses(person, card, "Not a claim")
    else:
        await office.presses(person, card, chance.choice(["Verify", "Verify", "Dispute", "Dispute", "Unsure"]))
        offers = [m for m in person.private.messages if any("Withdraw" in b.text for b in m.buttons)]
        if what == "withdraw" and offers:
            await office.presses(person, offers[-1], "Withdraw")
    await all_is_shown(office, quiet=0.3)


def same(card: Read, stood: AsItStood) -> bool:
    """Whether the replay says what the card said; of what is blind again only the status, as is right."""
    if card.status != stood.status.value:
        return False
    if card.tally:
        told = stood.tally and (str(stood.tally.verify), str(stood.tally.dispute), str(stood.tally.unsure))
        return told == card.tally if stood.veil is Veil.SHOWN else (stood.veil, told) == (Veil.AGAIN, None)
    return card.answered is None or (card.answered == str(stood.answered) and stood.veil in (Veil.BLIND, Veil.SINCE))


@pytest.mark.parametrize("seed", [3, 17])
async def test_at_each_past_moment_the_replay_says_what_the_cards_said(any_office: Office, seed: int):
    office, chance = any_office, random.Random(seed)
    await office.starts(office.amal, office.bosco, office.chiara, office.dawit)
    cards = await office.hands_in_deaths(11, 12)
    session: list[tuple[datetime, dict[str, Read]]] = []

    def note() -> None:
        session.append((office.clock().replace(microsecond=0), {label(card): read(card) for card in cards}))

    for person, stance in decided_and_lost(office):
        office.clock.forward(minutes=41)
        await office.presses(person, cards[0], stance)
        await all_is_shown(office, quiet=0.3)
        note()
    for _ in range(STEPS):
        await a_step(office, chance, cards)
        note()
    assert {"verified", "contested"} <= {card.status for _, said in session for card in said.values()}

    for at, said in session:
        told = await office.reads(lambda records, at=at: believed(records, at))
        assert told.keys() == said.keys()
        for name, card in said.items():
            assert same(card, told[name][1]), (at, name, card, told[name][1])


async def test_asof_is_answered_page_by_page_and_each_claim_can_be_opened(office: Office):
    cards = await office.hands_in_deaths(*range(11, 19))
    office.clock.forward(hours=2)
    await office.all_press(cards[0], "Verify", office.bosco, office.chiara, office.dawit)
    await office.until(lambda: "3 verify, 0 dispute" in cards[0].text)

    told = await office.asks(office.bosco, "/asof 1 hour ago Herat", "As of")
    assert "8 claims (in Herat): 8 pending" in plain(told.text)
    assert "Page 1 of 2" in told.text
    await office.presses(office.bosco, told, "Next")
    await office.until(lambda: "Page 2 of 2" in told.text)
    assert "C-1 · pending" in plain(told.text)
    assert "Blind then, with 0 answers; decided since" in plain(told.text)
    assert "Now: verified." in told.text

    now = await office.asks(office.bosco, "/asof now verified", "As of")
    assert "1 claim (verified): 1 verified" in plain(now.text)
    assert "3 verify, 0 dispute, 0 unsure. The votes reached the quorum" in plain(now.text)
    before = len(office.cards())
    await office.presses(office.bosco, now, "C-1")
    await office.until(lambda: len(office.cards()) == before + 1)


async def test_asof_says_what_is_wrong_with_a_time(office: Office):
    await office.asks(office.bosco, "/asof", "Which time?")
    await office.asks(office.bosco, "/asof soon", "I cannot read “soon” as a time")
    await office.asks(office.bosco, "/asof 2100-01-01", "is still to come")
    await office.asks(office.bosco, "/asof 2001-01-01", "did not exist then")
    await office.asks(office.bosco, "/asof now", "There were no claims then.")
