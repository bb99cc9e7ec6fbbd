from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr

from bot.claims import events as e
from bot.claims.consensus import Stance
from bot.clerk import print_recount
from bot.config import Settings
from bot.desk.acquaintance import NoSuchReviewer
from storage.store import Store
from tests.storage.scene import ALICE, BOSCO, CHIARA, Scene, a_desk, a_toll


@pytest.fixture
def settings(store: Store, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A database in which three reviewers verified a claim and one of them answered another, which is blind."""
    began = datetime.now(UTC) - timedelta(days=2)
    monkeypatch.setattr("tests.storage.scene.NOON", began)
    with store.transaction() as records:
        scene = Scene(records, a_desk(records), now=began)
        decided, blind = scene.released(a_toll(4)), scene.released()
        people = [records.reviewers.of(scene.desk.id, person, began) for person in (ALICE, BOSCO, CHIARA)]
        voters = [records.reviewers.voter(person.id, decided) for person in people]
        scene.happens(decided.id, *(e.VoteCast(1, voter, Stance.VERIFY) for voter in voters))
        scene.happens(blind.id, e.VoteCast(1, records.reviewers.voter(people[0].id, blind), Stance.DISPUTE))
    return Settings(token=SecretStr("1:x"), database_url=database_url)


def codename(store: Store) -> str:
    with store.transaction() as records:
        found = records.reviewers.find(records.desks.all()[0].id, ALICE)
    assert found is not None
    return found.codename


def test_it_tells_what_would_change_and_counts_what_is_blind(
    settings: Settings, store: Store, capsys: pytest.CaptureFixture[str]
):
    print_recount(settings, codename(store).upper(), "", None)
    told = " ".join(capsys.readouterr().out.split())

    assert "2 claims looked at; this reviewer answered 2 of them." in told
    assert "C-1 · verified → pending" in told
    assert "1 more is in a blind round, and not told." in told
    assert "dispute" not in told


def test_what_was_answered_before_the_day_is_left_as_it_is(
    settings: Settings, store: Store, capsys: pytest.CaptureFixture[str]
):
    print_recount(settings, codename(store), "1 hour ago", None)

    assert "No claim that is decided would have another status." in " ".join(capsys.readouterr().out.split())


def test_a_codename_that_nobody_has_is_named(settings: Settings):
    with pytest.raises(NoSuchReviewer, match="nobody here"):
        print_recount(settings, "nobody here", "", None)
