from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr

from bot.claims import events as e
from bot.claims.consensus import Stance
from bot.claims.model import Voter
from bot.clerk import print_stats
from bot.config import Settings
from storage.store import Store
from tests.storage.scene import Scene, a_desk, a_toll


@pytest.fixture
def settings(store: Store, database_url: str) -> Settings:
    """A database in which one claim was decided, one rejected, and another is blind."""
    with store.transaction() as records:
        scene = Scene(records, a_desk(records), now=datetime.now(UTC) - timedelta(days=2))
        decided, rejected, blind = scene.released(a_toll(4)), scene.released(a_toll(5)), scene.released()
        scene.happens(decided.id, *(e.VoteCast(1, Voter(name), Stance.DISPUTE) for name in "abc"))
        scene.happens(rejected.id, e.NotAClaimPressed(1, Voter("a"), True))
        scene.happens(blind.id, *(e.VoteCast(1, Voter(name), Stance.DISPUTE) for name in "ab"))
    return Settings(token=SecretStr("1:x"), database_url=database_url)


def test_it_tells_the_figures_in_sentences(settings: Settings, capsys: pytest.CaptureFixture[str]):
    print_stats(settings, None, as_json=False)
    told = " ".join(capsys.readouterr().out.split())

    assert "1 claim open, 1 decided" in told
    assert "· killed: 1 of 2 (50 %, probably 9 to 91 %)" in told


def test_it_tells_the_figures_as_one_object(settings: Settings, capsys: pytest.CaptureFixture[str]):
    print_stats(settings, None, as_json=True)
    told = json.loads(capsys.readouterr().out)

    assert (told["open"], told["decided"], told["muted"]) == (1, 1, [])
    assert told["claims"]["casualties"] == {"disputed": 1, "rejected": 1}
    assert told["last_90_days"]["decided_rounds"] == 1
    assert told["last_90_days"]["unanimous"]["value"] == 1.0
    (killed, shelling) = told["rules"]
    assert (killed["rule"], killed["decided"], killed["rejected"]) == ("killed", 2, 1)
    assert killed["precision"] == {"count": 1, "of": 2, "value": 0.5, "low": 0.0945, "high": 0.9055}
    assert shelling["precision"] is None
