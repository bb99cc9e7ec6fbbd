from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.claims.tolls import Footing, Incident, totals
from bot.desk.digesting import digest_now
from bot.desk.linking import unlink
from bot.desk.places import WhichPlace, read_place
from bot.desk.tolls import LONGEST, read_days, toll_of
from storage.store import Store
from tests.desk.newsroom import TODAY, Newsroom

MARKET = "At least 12 civilians were killed in an air strike on a market in Herat on Tuesday, the mayor said."
HOSPITAL = "21 civilians were killed in the air strike in Herat on Tuesday, hospital director Fatima Zidan said."
NOBODY = "The air force said no civilians were killed in Herat on Tuesday."
VILLAGE = "Five people were killed by shelling in Karukh on Monday, residents said."
THE_WEEK = "Police said 40 people were killed in Karukh this week."
PROVINCE = "Thirty people were killed across Herat province on Monday, the governor said."
TOGETHER = "Fourteen people were killed and 31 wounded in Obe on Sunday, police said."


@dataclass
class Asked:
    """What the desk knows of a place."""

    newsroom: Newsroom
    place: str = "Herat"
    days: int = 7

    @property
    def incidents(self) -> list[Incident]:
        room = self.newsroom
        return list(toll_of(room.records, room.desk, read_place(self.place, ""), self.days, TODAY).incidents)

    @property
    def killed(self) -> dict[tuple[str | None, Footing], tuple[int, int]]:
        """The lowest figure and the number of events, by group and footing."""
        sums = [total for total in totals(self.incidents) if total.counted.effect == "killed"]
        return {
            (total.counted.group, footing): (share.low, share.incidents)
            for total in sums
            for footing, share in total.shares.items()
        }


def test_a_toll_of_a_province_holds_the_events_of_its_towns_and_a_countrys_too(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        for text in (MARKET, VILLAGE, TOGETHER):
            newsroom.hears(text, "Radio Lumen")

        expected = {("civilian", Footing.PENDING): (12, 1), (None, Footing.PENDING): (19, 2)}
        assert Asked(newsroom, "Herat province").killed == expected
        assert Asked(newsroom, "Afghanistan").killed == expected
        assert Asked(newsroom, "AF").killed == expected
        assert Asked(newsroom, "karukh").killed == {(None, Footing.PENDING): (5, 1)}
        assert Asked(newsroom, "Kabul").killed == {}


def test_a_town_is_found_by_any_of_its_names(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears("Five people were killed by shelling in Bakhmut, Ukraine, on Monday, residents said.", "Agency")
        newsroom.hears("At least 9 people were killed in El Fasher, Sudan, on Sunday, medics said.", "Agency")

        five, nine = {(None, Footing.PENDING): (5, 1)}, {(None, Footing.PENDING): (9, 1)}
        for words in ("Bakhmut", "Artemivsk", "Donetsk", "Donetsk oblast", "Ukraine"):
            assert Asked(newsroom, words).killed == five, words
        for words in ("El Fasher", "al-Fashir", "el-fasher", "North Darfur", "SD"):
            assert Asked(newsroom, words).killed == nine, words


def test_two_figures_that_may_both_be_true_are_one_event_with_two_sources(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears(MARKET, "Radio Lumen")
        newsroom.hears(HOSPITAL, "Herald")

        (event,) = Asked(newsroom).incidents
        (toll,) = event.tolls
        assert (toll.span.low, toll.span.high, event.sources) == (12, 21, 2)


def test_an_event_that_somebody_denies_is_contested_until_the_link_is_dismissed(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears(MARKET, "Radio Lumen")
        newsroom.hears(NOBODY, "Agency")
        asked = Asked(newsroom)

        assert asked.killed == {("civilian", Footing.CONTESTED): (12, 1)}
        assert [len(event.denials) for event in asked.incidents] == [1]

        said, denied = (claim for claim in newsroom.claims() if claim.mention.casualties)
        unlink(records, denied.id, said.id, newsroom.reviewer, newsroom.now)
        assert asked.killed == {("civilian", Footing.PENDING): (12, 1)}


def test_the_week_and_the_province_are_listed_and_not_added(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        for text in (VILLAGE, THE_WEEK, PROVINCE):
            newsroom.hears(text, "Agency")

        asked = Asked(newsroom)
        assert len(asked.incidents) == 3
        assert asked.killed == {(None, Footing.PENDING): (5, 1)}


def test_killed_and_wounded_in_one_sentence_are_one_event(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears(TOGETHER, "Agency")

        (event,) = Asked(newsroom, "Obe").incidents
        assert [(toll.counted.effect, toll.span.low) for toll in event.tolls] == [("killed", 14), ("injured", 31)]


def test_only_events_of_the_days_that_were_asked_for_count(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears(VILLAGE, "Agency")

        assert Asked(newsroom, days=3).killed == {(None, Footing.PENDING): (5, 1)}
        assert Asked(newsroom, days=2).killed == {}


def test_the_events_of_another_desk_are_nobodys_business(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears(MARKET, "Agency")
        other = Newsroom(records, chat=-8)

        assert Asked(other).incidents == []


def test_a_digest_tells_the_whole_event_when_one_more_claim_of_it_came(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears(MARKET, "Radio Lumen")
        newsroom.now += timedelta(days=2)
        newsroom.hears(HOSPITAL, "Herald")

        (at,) = digest_now(records, newsroom.desk, newsroom.now).tolls
        (event,) = at.incidents
        assert (event.tolls[0].span.low, event.tolls[0].span.high) == (12, 21)


def test_what_a_person_writes_is_a_place_and_a_number_of_days():
    assert read_days("El Fasher 30 days") == ("El Fasher", 30)
    assert read_days("Herat") == ("Herat", 7)
    assert read_days("Herat 99999") == ("Herat", LONGEST)
    assert read_days("30") == ("", 30)
    with pytest.raises(WhichPlace, match="/toll Herat 7"):
        read_place("", "/toll Herat 7")
