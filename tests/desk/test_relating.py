from __future__ import annotations

from datetime import timedelta

from bot.cards.digest import digest_card
from bot.claims import events as e
from bot.claims.model import Kind
from bot.claims.relations import Relation
from bot.desk.digesting import digest_now
from bot.desk.intake import document_of
from bot.desk.linking import link
from storage.store import Store
from tests.desk.newsroom import Newsroom

SAID = (
    "The Interior Ministry said 12 civilians were killed in Herat on Tuesday.",
    "At least this much is known: 12 civilians were killed in Herat on Tuesday, the Interior Ministry said.",
    "On Tuesday 12 civilians were killed in Herat, according to the Interior Ministry.",
    "Twelve civilians were killed in Herat on Tuesday, a spokesman for the Ministry of the Interior said.",
)


def test_fifty_outlets_that_quote_one_ministry_make_one_claim_and_one_card(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        for number in range(50):
            newsroom.hears(f"Outlet {number} writes. {SAID[number % len(SAID)]}", outlet=f"Outlet {number}")

        (claim,) = newsroom.claims(Kind.CASUALTIES)
        assert len(records.claims.sources(claim.id)) == 50
        assert records.postings.of_claim(claim.id) is not None


def test_two_tolls_for_one_bombing_contradict_each_other_on_both_cards(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears("Police said 12 people were killed in Herat on Tuesday.", "Wire A")
        newsroom.hears("The rebels said 21 people were killed in Herat on Tuesday.", "Wire B")

        older, newer = newsroom.claims(Kind.CASUALTIES)
        assert newsroom.relations(newer)[older.label] == (Relation.CONTRADICTS, e.Side.NEWER)
        assert newsroom.relations(older)[newer.label] == (Relation.CONTRADICTS, e.Side.OLDER)


def test_a_later_figure_of_the_same_ministry_is_an_update(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears("The Interior Ministry said 12 people were killed in Herat on Tuesday.", "Wire A")
        newsroom.hears(
            "The toll from Tuesday's bombing in Herat has risen to 21, the Interior Ministry said.", "Wire B"
        )

        older, newer = newsroom.claims(Kind.CASUALTIES)[:2]
        assert newsroom.relations(newer)[older.label] == (Relation.UPDATES, e.Side.NEWER)


def test_other_places_and_other_days_stay_strangers(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears("Police said 12 people were killed in Herat on Tuesday.")
        newsroom.hears("Police said 21 people were killed in Kandahar on Tuesday.")
        newsroom.hears("Police said 21 people were killed in Herat on November 3.")

        assert [newsroom.relations(claim) for claim in newsroom.claims(Kind.CASUALTIES)] == [{}, {}, {}]


LONG = (
    "The Defence Ministry said 12 soldiers were killed in Herat on Tuesday. Ambulances took the wounded to the city's "
    "hospital through the night, and shops in the bazaar stayed shut on Wednesday morning. Residents queued for bread "
    "near the citadel. The road to the airport was closed to all traffic until noon, drivers said by telephone."
)


def test_a_copy_with_another_figure_makes_a_claim_of_its_own_and_its_text_is_known_as_a_copy(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        first = newsroom.hears(LONG, "Wire A")
        same = newsroom.hears(LONG.replace("queued", "lined up"), "Wire B")
        other = newsroom.hears(LONG.replace("12 soldiers", "21 soldiers"), "Wire C")

        older, newer = newsroom.claims(Kind.CASUALTIES)
        assert len(records.claims.sources(older.id)) == 2
        assert older.label in newsroom.relations(newer)
        assert [document_of(records, one).copy_of for one in (first, same, other)] == [None, first, first]


def test_the_digest_tells_of_contradictions_and_of_what_took_the_place_of_a_figure(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears("The Interior Ministry said 12 people were killed in Herat on Tuesday.", "Wire A")
        newsroom.hears("The rebels said 30 people were killed in Herat on Tuesday.", "Wire B")
        newsroom.hears(
            "The toll from Tuesday's bombing in Herat has risen to 21, the Interior Ministry said.", "Wire C"
        )
        first, rival, risen = newsroom.claims(Kind.CASUALTIES)[:3]
        link(records, risen.id, Relation.UPDATES, first.id, newsroom.reviewer, newsroom.now)

        digest = digest_now(records, newsroom.desk, newsroom.now + timedelta(minutes=1))
        (change,) = digest.changes
        assert (change.claim.id, change.correction) == (first.id, True)
        assert change.instead is not None and change.instead.id == risen.id
        assert {(one.newer.id, one.older.id) for one in digest.conflicts} == {(risen.id, rival.id)}
        text = digest_card(digest, newsroom.desk).text
        assert f"{risen.label} took its place" in text
        assert f"{risen.label} seems to contradict {rival.label}" in text


TOWNS = (
    "Herat", "Kandahar", "Kabul", "Kunduz", "Ghazni", "Zaranj", "Farah", "Jalalabad", "Khost", "Taloqan", "Bamyan",
    "Maymana", "Gardez",
)  # fmt: skip


def test_the_digest_is_silent_on_contradictions_of_which_the_desk_has_seen_neither_side(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        for speaker, number in (("Police", 12), ("The rebels", 30)):
            sentences = (f"{speaker} said {number} people were killed in {town} on Tuesday." for town in TOWNS)
            newsroom.hears(" ".join(sentences), speaker)
        before_the_desk = {claim.id for claim in newsroom.claims(Kind.CASUALTIES) if claim.released}

        digest = digest_now(records, newsroom.desk, newsroom.now + timedelta(minutes=1))
        assert len(digest.conflicts) == len(before_the_desk) // 2 == len(TOWNS) - 1
        assert all(before_the_desk & {one.newer.id, one.older.id} for one in digest.conflicts)


def test_of_a_toll_that_rises_only_the_latest_figure_is_asked_about(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        for figure in (12, 15, 18):
            newsroom.hears(f"The toll of Tuesday's bombing in Herat has risen to {figure}, the Interior Ministry said.")

        first, second, third = newsroom.claims(Kind.CASUALTIES)
        assert newsroom.relations(third) == {second.label: (Relation.UPDATES, e.Side.NEWER)}
        assert newsroom.relations(first) == {second.label: (Relation.UPDATES, e.Side.OLDER)}
