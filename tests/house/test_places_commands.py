from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from pydantic import SecretStr

from bot.clerk import print_control, print_toll
from bot.config import Settings
from bot.desk.places import WhichPlace
from storage.store import Store
from tests.desk.newsroom import Newsroom


@pytest.fixture
def settings(store: Store, database_url: str) -> Settings:
    """A database with two events and a town that is said to have changed hands."""
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.now = datetime.now(UTC)
        newsroom.hears("Five people were killed and dozens wounded in Karukh today, police said.", "Agency")
        newsroom.hears("At least 12 civilians were killed in Obe today, residents said.", "Herald")
        newsroom.hears("Taliban fighters seized Karukh today, the Taliban said.", "Agency")
    return Settings(token=SecretStr("1:x"), database_url=database_url)


def test_it_tells_a_toll_in_sentences(settings: Settings, capsys: pytest.CaptureFixture[str]):
    print_toll(settings, "Herat", 7, None, as_json=False)
    told = capsys.readouterr().out

    assert "people: at least 5 pending in 1 event" in told
    assert "civilians: at least 12 pending in 1 event" in told
    assert "2 events, the latest first" in told


def test_it_tells_a_toll_as_one_object(settings: Settings, capsys: pytest.CaptureFixture[str]):
    print_toll(settings, "Herat", 7, None, as_json=True)
    told = json.loads(capsys.readouterr().out)

    assert told["complete"] is True
    sums = {(one["effect"], one["group"]): one["pending"] for one in told["totals"]}
    assert sums["killed", None] == {"low": 5, "high": 5, "or_more": False, "vague": False, "events": 1}
    assert sums["killed", "civilian"]["or_more"] is True
    assert sums["injured", None]["vague"] is True
    karukh = next(one for one in told["events"] if one["place"]["name"] == "Karukh")
    assert (karukh["reach"], karukh["sources"], karukh["denials"]) == ("town", 1, [])
    assert [(toll["footing"], toll["added"]) for toll in karukh["tolls"]] == [("pending", True), ("pending", True)]
    assert karukh["tolls"][0]["claims"] == [{"claim": "C-1", "status": "pending"}]


def test_it_tells_who_was_said_to_hold_a_place(settings: Settings, capsys: pytest.CaptureFixture[str]):
    print_control(settings, "Karukh", None)

    assert "claimed: Taliban fighters seized Karukh." in " ".join(capsys.readouterr().out.split())


def test_without_a_place_one_is_asked_for(settings: Settings):
    with pytest.raises(WhichPlace, match="claimdesk toll Herat"):
        print_toll(settings, "  ", 7, None, as_json=False)
