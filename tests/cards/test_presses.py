from __future__ import annotations

import random
from datetime import UTC, datetime
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import presses as p
from bot.cards.place_pages import fits_a_button
from bot.cards.presses import About, Filter, Listing, Press, Signer, StalePress, peek
from bot.claims.consensus import Stance
from bot.claims.model import ClaimId, DeskId, DocumentId, Kind, ReviewerId
from bot.claims.reasons import Reason
from bot.claims.status import Status
from tests.cards.casting import SIGNER
from tests.scoreboard import count

ids = st.integers(1, 2**53)
rounds = st.integers(0, 9999)
desks = st.integers(1, 2**53).map(DeskId)
words = st.from_regex(r"[a-z]{0,12}", fullmatch=True)
places = st.one_of(st.none(), st.text(min_size=1, max_size=3), st.just("Qala-i-Naw"))
filters = st.builds(
    Filter, st.one_of(st.none(), st.sampled_from(Status)), st.one_of(st.none(), st.sampled_from(Kind)), places
)
moments = st.integers(1_700_000_000, 4_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))
settings = st.sampled_from(
    [
        "", "quorum=3", "quorum=50 margin=50 window=720 digest=23:59 zone=America/Argentina/Buenos_Aires",
        "digest=off", "perspectives=on quorum=2", "perspectives=off",
    ]
)  # fmt: skip
KEYS = ["el fasher", "af", "qala i naw", "херсон", "a" * 30, "quite a long name of a village"]
ONE_OF_EACH: list[Press] = [
    *(p.CastVote(ClaimId(claim), 1, stance) for claim in (17, 18) for stance in Stance),
    p.CastVote(ClaimId(17), 2, Stance.VERIFY), p.WithdrawVote(ClaimId(17), 1), p.NotAClaim(ClaimId(17), 1),
    p.WithdrawNotAClaim(ClaimId(17), 1), p.GiveReason(ClaimId(17), 1, Reason.DATE),
    p.AgreeToOverrule(ClaimId(17), 1, Status.VERIFIED), p.AgreeToOverrule(ClaimId(17), 2, Status.CONTESTED),
    p.ShowHistory(ClaimId(17), 0), p.ShowClaim(ClaimId(17)), p.ShowMore(DocumentId(17)),
    p.TurnPage(DeskId(3), Listing.QUEUE, 1), p.AtPlace(DeskId(3), Listing.TOLL, "herat", 1, 30),
    p.ChooseDesk(DeskId(3)), p.ConfirmSetup(-100, "quorum=3"),
    p.ForgetReviewer(DeskId(3), ReviewerId(4)), p.ForgetMe(7_000_000_001),
]  # fmt: skip
presses = st.one_of(
    st.builds(p.CastVote, ids, rounds, st.sampled_from(Stance)),
    st.builds(p.WithdrawVote, ids, rounds),
    st.builds(p.NotAClaim, ids, rounds),
    st.builds(p.WithdrawNotAClaim, ids, rounds),
    st.builds(p.GiveReason, ids, rounds, st.sampled_from(Reason)),
    st.builds(p.AgreeToOverrule, ids, rounds, st.sampled_from(Status)),
    st.builds(p.ShowHistory, ids, rounds),
    st.builds(p.ShowClaim, ids),
    st.builds(p.ShowMore, ids),
    st.builds(p.TurnPage, st.integers(1, 2**31), st.sampled_from(Listing), st.integers(0, 9999), filters),
    st.builds(p.AsOf, st.integers(1, 2**20), moments, st.integers(0, 9999), filters),
    st.builds(
        p.AtPlace,
        st.integers(1, 2**20),
        st.sampled_from(Listing),
        st.sampled_from(KEYS),
        st.integers(0, 999),
        st.integers(0, 999),
    ),
    st.builds(p.ChooseDesk, ids, words),
    st.builds(p.ForgetReviewer, st.integers(1, 2**31), ids),
    st.builds(p.ForgetMe, ids),
    st.builds(p.ConfirmSetup, st.integers(-(2**52), 2**52), settings),
)


@given(presses, desks)
def test_every_press_survives_its_button(press: Press, desk: DeskId) -> None:
    data = SIGNER.encode(press, desk)
    assert len(data.encode()) <= 64
    assert SIGNER.decode(data, desk) == press


@given(presses, desks)
def test_a_glimpse_tells_whose_desk_to_ask(press: Press, desk: DeskId) -> None:
    seen = peek(SIGNER.encode(press, desk))
    named = {
        About.CLAIM: getattr(press, "claim", None),
        About.DOCUMENT: getattr(press, "document", None),
        About.DESK: getattr(press, "desk", None),
        About.CHAT: getattr(press, "chat", None),
    }
    assert seen.number == named[seen.about]


@given(presses, desks, desks)
def test_a_button_of_one_desk_is_stale_at_another(press: Press, desk: DeskId, other: DeskId) -> None:
    data = SIGNER.encode(press, desk)
    if desk != other:
        with pytest.raises(StalePress):
            SIGNER.decode(data, other)


@pytest.mark.proof
def test_ten_thousand_mutated_presses_are_all_refused() -> None:
    chance = random.Random(17)
    alphabet = "abcdefghijklmnopqrstuvwxyz234567890.-_AZ \x00é"
    signed = {SIGNER.encode(press, DeskId(3)) for press in ONE_OF_EACH}
    accepted = []
    for number in range(10_000):
        data = chance.choice(sorted(signed))
        mutated = _mutated(data, alphabet, chance) if number % 3 else _grafted(data, chance.choice(sorted(signed)))
        try:
            SIGNER.decode(mutated, DeskId(3))
        except StalePress:
            continue
        accepted.append(mutated)
    count("mutated_presses", 10_000)
    assert count("mutated_accepted", len(set(accepted) - signed)) == 0


def _grafted(body: str, mac: str) -> str:
    """What one button says, under the signature of another."""
    return f"{body.rpartition('.')[0]}.{mac.rpartition('.')[2]}"


def _mutated(data: str, alphabet: str, chance: random.Random) -> str:
    letters = list(data)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(letters))
        match chance.randrange(3):
            case 0:
                letters[at] = chance.choice(alphabet)
            case 1:
                letters.insert(at, chance.choice(alphabet))
            case _:
                del letters[at]
    return "".join(letters)


@given(st.text(max_size=80))
def test_anything_else_is_a_stale_press(data: str) -> None:
    with pytest.raises(StalePress):
        SIGNER.decode(data, DeskId(3))


@pytest.mark.parametrize(
    "data", ["", "v", "v.1.1.v", "x.1.1.v.abc", "v.zzzzzzzzzzzzzz.1.v.a", "v.zzzzzzzzzzzzz.1.v.a", "v..1.v.a"]
)
def test_a_glimpse_at_what_is_no_press_is_a_stale_press(data: str) -> None:
    with pytest.raises(StalePress) as stale:
        peek(data)
    assert stale.value.sentence == "This button is from another time. Open the claim anew with /claim."


def test_another_key_opens_nothing() -> None:
    data = SIGNER.encode(p.ShowClaim(17), DeskId(3))
    with pytest.raises(StalePress):
        Signer(b"another key for the same buttons").decode(data, DeskId(3))


def test_a_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        Signer(b"short")


def test_a_button_carries_how_a_long_place_begins() -> None:
    press = p.TurnPage(DeskId(3), Listing.CLAIMS, 2, Filter(place="Северодонецк"))
    turned = SIGNER.decode(SIGNER.encode(press, DeskId(3)), DeskId(3))
    assert turned == p.TurnPage(DeskId(3), Listing.CLAIMS, 2, Filter(place="Северод"))


@pytest.mark.parametrize("settings", ["colour=blue", "quorum", "quorum=many", "zone=Mars/Olympus", "digest=noon"])
def test_settings_that_are_none_fit_no_button(settings: str) -> None:
    with pytest.raises(ValueError):
        SIGNER.encode(p.ConfirmSetup(-100, settings), -100)


def test_every_time_zone_fits_a_button() -> None:
    for zone in available_timezones():
        press = p.ConfirmSetup(-1001234567890, f"quorum=50 margin=50 window=720 digest=23:59 zone={zone}")
        assert SIGNER.decode(SIGNER.encode(press, press.chat), press.chat) == press


@given(st.text(max_size=40))
def test_a_place_goes_into_a_button_whole_or_not_at_all(key: str) -> None:
    press = p.AtPlace(DeskId(2**20), Listing.TOLL, key, 999, 999)
    try:
        data = SIGNER.encode(press, DeskId(3))
    except ValueError:
        assert not fits_a_button(key)
    else:
        assert fits_a_button(key)
        assert SIGNER.decode(data, DeskId(3)) == press
