from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.claim import claim_card, pointer_card
from bot.cards.hostile import utf16
from bot.cards.presses import CastVote, NotAClaim, ShowHistory
from bot.claims import events as e
from bot.claims.claim import Dossier, Related
from bot.claims.consensus import Rule, Stance
from bot.claims.history import Standing
from bot.claims.links import Link, LinkState
from bot.claims.model import (
    Attribution,
    ClaimId,
    ClaimNumber,
    Codename,
    EventDate,
    Kind,
    Origin,
    Place,
    Polarity,
    Precision,
)
from bot.claims.relations import Relation
from bot.claims.status import Status
from bot.sandbox.clickable import clickable
from tests.cards.casting import BELLS, SIGNER, a_claim, a_dossier, a_mention, a_source
from tests.cards.snapshot import matches
from tests.cast import ALICE, BOSCO, CHIARA, DAWIT, DISPUTE, EGRET, ELENA, HERON, UNSURE, VERIFY, Story

REASON = "ab" * 32
STANCES = [stance.value for stance in Stance]


def card_of(story: Story | None = None, *sources, **facts):
    return claim_card(a_dossier(story, *sources, **facts), SIGNER, BELLS.zone)


def test_a_new_claim_says_what_is_claimed_by_whom_where_and_when() -> None:
    assert matches(card_of(), "claim_new")


def test_a_blind_claim_counts_answers_and_hides_stances() -> None:
    assert matches(card_of(Story().votes((ALICE, VERIFY), (BOSCO, DISPUTE))), "claim_blind")


def test_a_verified_claim_shows_the_tally_of_its_decision() -> None:
    story = Story().votes((ELENA, UNSURE), (ALICE, VERIFY), (BOSCO, VERIFY), (CHIARA, VERIFY))
    assert matches(card_of(story), "claim_verified")


def test_votes_after_the_decision_are_only_counted() -> None:
    story = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY), (CHIARA, VERIFY), (DAWIT, DISPUTE), (ELENA, UNSURE))
    text = card_of(story).text
    assert "3 verify, 0 dispute, 0 unsure · 2 answers since" in text
    assert "1 dispute" not in text


def test_a_contested_claim_counts_as_decided() -> None:
    assert matches(card_of(Story().votes((ALICE, VERIFY), (BOSCO, DISPUTE), (CHIARA, VERIFY))), "claim_contested")


def test_an_undetermined_claim_is_blind_and_still_asks() -> None:
    story = Story().votes((ALICE, VERIFY)).happens(e.WindowEnded(1))
    assert matches(card_of(story), "claim_undetermined")


def test_a_rejected_claim_has_only_its_history() -> None:
    story = Story().happens(e.NotAClaimPressed(1, ALICE, lead=True))
    assert matches(card_of(story), "claim_rejected")


def test_a_claim_that_was_held_back_takes_no_votes_yet() -> None:
    story = Story()
    story.entries = story.entries[:1]
    assert [[button.label for button in row] for row in card_of(story).rows] == [["🕘 History"]]


def test_a_second_round_names_itself_and_what_came_before() -> None:
    story = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY), (CHIARA, VERIFY))
    story.happens(e.RoundOpened(2, 3, 2, 24, 1))
    card = card_of(story)
    assert "Round 1: verified\nRound 2\n0 answered, 3 needed" in card.text


def overruled(story: Story, status: Status = Status.VERIFIED, first: Codename | None = None) -> Story:
    return story.happens(e.Overruled(1, HERON, status, REASON, first))


def test_an_overruled_claim_names_the_lead_and_counts_the_votes_that_are_blind() -> None:
    story = overruled(Story().votes((ALICE, VERIFY), (BOSCO, DISPUTE)))
    assert matches(claim_card(with_words(story), SIGNER, BELLS.zone), "claim_overruled_blind")


def test_it_shows_beside_it_what_the_votes_alone_decided() -> None:
    story = overruled(Story(), first=EGRET).votes(*((one, DISPUTE) for one in (ALICE, BOSCO, CHIARA)))
    assert matches(claim_card(with_words(story), SIGNER, BELLS.zone), "claim_overruled_decided")


def test_a_proposal_to_overrule_says_that_a_second_lead_has_to_agree() -> None:
    story = Story().votes((ALICE, VERIFY)).happens(e.OverruleProposed(1, HERON, Status.DISPUTED, REASON))
    assert matches(claim_card(with_words(story), SIGNER, BELLS.zone), "claim_proposed")


def test_a_reason_that_was_erased_says_so() -> None:
    assert "The reason was erased." in card_of(overruled(Story())).text


def test_one_perspective_alone_is_explained() -> None:
    story = Story(Rule(perspectives=True)).votes((ALICE, VERIFY), (BOSCO, VERIFY), (CHIARA, VERIFY))
    assert "not from two perspectives" in card_of(story).text


def with_words(story: Story) -> Dossier:
    return replace(a_dossier(story), words={REASON: "The register of the hospital shows it, see www.example.org."})


def test_a_second_copy_points_to_the_first() -> None:
    assert matches(pointer_card(a_claim(5)), "claim_second_copy")


def test_a_denial_is_told_as_a_denial() -> None:
    mention = a_mention(polarity=Polarity.DENIED, quote="not one soldier fell", attribution=None, event_date=None)
    card = card_of(statement="No soldier was killed in Osterhal.", mention=mention)
    assert matches(card, "claim_denied")


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_name_and_an_emblem(kind: Kind) -> None:
    first = card_of(mention=a_mention(kind=kind)).text.splitlines()[0]
    assert first.endswith("· C-17 · pending")
    assert len(first.split(" · ")[0].split(" ", 1)) == 2


def test_several_sources_are_listed_and_the_rest_counted() -> None:
    sources = [
        a_source(1),
        a_source(1),
        a_source(2, source=None, title="morning-notes.txt", origin=Origin.FILE, published=None),
        a_source(3, source="Norvik Herald (-1009876543210)", origin=Origin.FORWARDED),
        a_source(4, source=None, origin=Origin.REPLY),
        *(a_source(number, source=f"outlet {number}") for number in range(5, 9)),
    ]
    assert matches(card_of(None, *sources), "claim_many_sources")


def test_a_long_quote_is_folded_and_a_longer_one_is_cut_on_a_word() -> None:
    card = card_of(mention=a_mention(quote="the shelling went on all night " * 60))
    assert "…”" in card.text
    assert [mark.style.value for mark in card.marks].count("expandable_blockquote") == 1


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (EventDate(date(2026, 11, 24), date(2026, 11, 24)), "24 November 2026"),
        (EventDate(date(2026, 11, 24), date(2026, 11, 25)), "24–25 November 2026"),
        (EventDate(date(2026, 10, 30), date(2026, 11, 2)), "30 October – 2 November 2026"),
        (EventDate(date(2025, 12, 30), date(2026, 1, 2)), "30 December 2025 – 2 January 2026"),
        (EventDate(date(2026, 11, 16), date(2026, 11, 22), Precision.WEEK), "week of 16 November 2026"),
        (EventDate(date(2026, 11, 1), date(2026, 11, 30), Precision.MONTH), "November 2026"),
        (EventDate(date(2026, 1, 1), date(2026, 12, 31), Precision.YEAR), "2026"),
    ],
)
def test_dates_are_told_in_words(when: EventDate, words: str) -> None:
    assert f"🗓 {words}\n" in card_of(mention=a_mention(event_date=when)).text


def test_a_country_is_named_and_a_name_said_twice_is_said_once() -> None:
    card = card_of(mention=a_mention(place=Place("Herat", "Herat", "AF")))
    assert "📍 Herat, Afghanistan" in card.text


def test_the_buttons_sign_the_presses_they_stand_for() -> None:
    rows = card_of().rows
    presses = [[SIGNER.decode(button.press, BELLS.id) for button in row] for row in rows]
    claim = a_claim().id
    assert presses == [
        [CastVote(claim, 1, stance) for stance in (VERIFY, DISPUTE, UNSURE)],
        [ShowHistory(claim), NotAClaim(claim, 1)],
    ]


hostile_words = st.text(
    st.one_of(
        st.characters(codec=None),
        st.sampled_from(list("/@#$.:+-0123456789 \n\t\u202e\u200b\u200d\u2060\x00👩🏽✅aZé")),
    ),
    max_size=200,
)
longer_words = st.one_of(hostile_words, st.builds(lambda word, count: word * count, hostile_words, st.integers(1, 60)))


@given(longer_words, longer_words, hostile_words, hostile_words, hostile_words, st.integers(1, 9))
def test_whatever_a_source_wrote_the_card_fits_and_nothing_in_it_can_be_pressed(
    statement: str, quote: str, name: str, place: str, title: str, sources: int
) -> None:
    mention = a_mention(
        quote=quote, place=Place(place, name, place[:2]), attribution=Attribution(name, title, place, chain=(name,))
    )
    papers = [a_source(number, title=title, source=name) for number in range(sources)]
    card = card_of(None, *papers, statement=statement, mention=mention)
    assert utf16(card.text) <= 4096
    assert clickable(card.text) == []


votes = st.lists(st.tuples(st.integers(1, 6), st.sampled_from(list(Stance))), max_size=12)


@given(votes, st.booleans())
def test_no_blind_card_holds_a_stance(cast: list[tuple[int, Stance]], ended: bool) -> None:
    story = Story().votes(*cast)
    if ended:
        story.happens(e.WindowEnded(1))
    standing: Standing = story.standing
    words = card_of(story).text.lower()
    assert any(stance in words for stance in STANCES) != standing.blind or not standing.blind
    if standing.blind:
        assert f"{len(standing.votes)} answered, 3 " in words
        assert not any(stance in words.replace("verified", "") for stance in STANCES)


def test_links_of_one_kind_are_named_once():
    links = [
        Link(ClaimNumber(number), relation, e.Side.NEWER, LinkState.CONFIRMED)
        for number, relation in ((12, Relation.CONTRADICTS), (13, Relation.CONTRADICTS), (14, Relation.UPDATES))
    ]
    related = tuple(Related(link, ClaimId(link.other), "Nobody was there.", Status.PENDING) for link in links)
    text = claim_card(replace(a_dossier(), related=related), SIGNER).text.replace("\u2060", "")
    assert "⚠ Contradicts C-12, C-13\n🔗 Updates C-14\n" in text
