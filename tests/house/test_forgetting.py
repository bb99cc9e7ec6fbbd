"""`claimdesk forget`, as somebody at a terminal runs it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.claims.consensus import Rule
from bot.claims.desk import Reviewer
from bot.claims.errors import ClaimdeskError
from bot.cli import app
from bot.desk.acquaintance import ForgottenBefore, NoSuchReviewer
from storage.records import Records
from storage.store import Store
from tests.storage.scene import BOSCO, CHIARA, GROUP, NOON


class Terminal:
    """A database with one desk and two reviewers, and a shell beside it."""

    def __init__(self, url: str) -> None:
        self.store = Store(url)
        with self.store.transaction() as records:
            self.desk = records.desks.open(GROUP, "Night desk", None, Rule(), "UTC", None, False, NOON)
            self.bosco, self.chiara = (records.reviewers.of(self.desk.id, who, NOON) for who in (BOSCO, CHIARA))

    def runs(self, *words: str, answers: str = "") -> Result:
        done = CliRunner().invoke(app, ["forget", *words], input=answers)
        if isinstance(done.exception, ClaimdeskError):
            raise done.exception
        return done

    def knows(self, person: Reviewer) -> bool:
        with self.store.transaction() as records:
            return records.reviewers.telegram_id_of(person.id) is not None

    def told(self) -> list[str]:
        def postings(records: Records) -> list[str]:
            return [posting.content or "" for posting in records.postings.differing(NOON.replace(year=2030), 10)]

        with self.store.transaction() as records:
            return postings(records)


@pytest.fixture
def terminal(migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    url = f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'claimdesk.db')}"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMDESK_DATABASE_URL", url)
    return Terminal(url)


def test_it_says_what_goes_and_what_stays_and_asks(terminal: Terminal):
    asked = terminal.runs(terminal.bosco.codename, answers="n\n")

    assert f"Forget who “{terminal.bosco.codename}” is?" in asked.output
    assert "their answers count" in " ".join(asked.output.split())
    assert "cannot be recalled" in " ".join(asked.output.split())
    assert terminal.knows(terminal.bosco)


def test_yes_forgets_one_and_tells_the_desk(terminal: Terminal):
    assert terminal.runs(terminal.bosco.codename, answers="y\n").exit_code == 0

    assert not terminal.knows(terminal.bosco)
    assert terminal.knows(terminal.chiara)
    (told,) = terminal.told()
    assert terminal.bosco.codename in told
    with pytest.raises(ForgottenBefore):
        terminal.runs(terminal.bosco.codename, "--yes")


def test_a_person_is_forgotten_by_telegram_id_and_never_named(terminal: Terminal):
    done = terminal.runs(str(CHIARA), "--telegram-id", "--yes")

    assert not terminal.knows(terminal.chiara)
    assert str(CHIARA) not in done.output
    assert terminal.chiara.codename not in done.output
    assert terminal.runs(str(CHIARA), "--telegram-id", "--yes").exit_code == 0


def test_the_desk_is_warned_when_a_suspension_goes_with_it(terminal: Terminal):
    with terminal.store.transaction() as records:
        records.reviewers.db.exec_driver_sql(f"UPDATE reviewer SET frozen = 1 WHERE id = {terminal.bosco.id}")
    terminal.runs(terminal.bosco.codename, "--yes")

    (told,) = terminal.told()
    assert "was suspended" in told


def test_what_is_no_codename_and_no_id_is_refused_with_a_sentence(terminal: Terminal):
    with pytest.raises(NoSuchReviewer, match="no reviewer called “nobody here”"):
        terminal.runs("nobody here", "--yes")
    with pytest.raises(ClaimdeskError, match="no Telegram id"):
        terminal.runs(terminal.bosco.codename, "--telegram-id", "--yes")
    assert terminal.knows(terminal.bosco)


def test_an_id_that_nobody_has_is_told_so(terminal: Terminal):
    done = terminal.runs("--telegram-id", "7999999999", "--yes")

    assert "No desk knew anybody by this Telegram id." in " ".join(done.output.split())
    assert terminal.knows(terminal.bosco)
    assert terminal.knows(terminal.chiara)
