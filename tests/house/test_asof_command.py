from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr

from bot.claims import events as e
from bot.claims.consensus import Stance
from bot.claims.model import Voter
from bot.clerk import NoSuchKind, NoSuchStatus, PastWanted, print_past
from bot.config import Settings
from bot.desk.ledger import NoSuchClaim
from storage.store import Store
from tests.storage.scene import Scene, a_desk, a_toll


@pytest.fixture
def settings(store: Store, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A database in which one claim was decided and another is blind."""
    began = datetime.now(UTC) - timedelta(days=2)
    monkeypatch.setattr("tests.storage.scene.NOON", began)
    with store.transaction() as records:
        scene = Scene(records, a_desk(records), now=began)
        decided, blind = scene.released(a_toll(4)), scene.released()
        scene.happens(decided.id, *(e.VoteCast(1, Voter(name), Stance.DISPUTE) for name in "abc"))
        scene.happens(blind.id, *(e.VoteCast(1, Voter(name), Stance.DISPUTE) for name in "ab"))
    return Settings(token=SecretStr("1:x"), database_url=database_url)


def test_it_tells_the_past_in_sentences(settings: Settings, capsys: pytest.CaptureFixture[str]):
    print_past(settings, PastWanted("now"), as_json=False)
    told = " ".join(capsys.readouterr().out.split())

    assert "2 claims: 1 disputed, 1 pending" in told
    assert "0 verify, 3 dispute, 0 unsure" in told
    assert "2 answered, 3 needed" in told


def test_it_tells_the_past_as_one_object(settings: Settings, capsys: pytest.CaptureFixture[str]):
    print_past(settings, PastWanted("1 hour ago", kind="casualties", claim="C-1"), as_json=True)
    told = json.loads(capsys.readouterr().out)

    assert told["counts"] == {"disputed": 1}
    assert [one["claim"] for one in told["claims"]] == ["C-1"]
    assert told["claims"][0]["tally"] == {"verify": 0, "dispute": 3, "unsure": 0}


def test_it_tells_nothing_of_the_stances_of_a_blind_round(settings: Settings, capsys: pytest.CaptureFixture[str]):
    print_past(settings, PastWanted("now", status="pending"), as_json=True)
    (one,) = json.loads(capsys.readouterr().out)["claims"]

    assert (one["answered"], one["votes"], one["tally"]) == (2, "blind", None)
    assert one["sources_known"] == len(one["sources"]) == 1


def test_a_claim_that_does_not_exist_is_named(settings: Settings):
    with pytest.raises(NoSuchClaim) as raised:
        print_past(settings, PastWanted("now", claim="C-99"), as_json=False)
    assert raised.value.sentence == "There is no claim C-99 on this desk."


def test_a_kind_or_status_that_does_not_exist_is_named(settings: Settings):
    with pytest.raises(NoSuchKind, match="casualties"):
        print_past(settings, PastWanted("now", kind="rumours"), as_json=False)
    with pytest.raises(NoSuchStatus, match="verified"):
        print_past(settings, PastWanted("now", status="true"), as_json=False)
