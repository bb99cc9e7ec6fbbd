from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from bot.archive.verifying import verify_archive
from bot.claims import events as e
from bot.claims.consensus import Stance
from bot.claims.relations import Relation
from bot.config import Settings
from bot.desk.checkpoints import cut_checkpoint
from bot.desk.linking import link
from bot.signing import Notary, signing_key
from storage.store import Store
from tests.storage.scene import NOON, Scene, a_desk


@dataclass(frozen=True)
class Archive:
    """A desk's database, its settings, and checkpoints that were kept elsewhere, the oldest first."""

    settings: Settings
    database: Path
    kept: list[Path]
    sizes: list[int]

    def verify(self, *checkpoints: Path, export: Path | None = None, key: str | None = None) -> int:
        """The exit status of `claimdesk verify`."""
        return verify_archive(self.settings, checkpoints, export, key, None)


@pytest.fixture(scope="session")
def recorded(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A history of some days: claims, votes, notes, three checkpoints, and some events after the last. To be copied."""
    folder = tmp_path_factory.mktemp("archive")
    database = Path(shutil.copy(migrated_file, folder / "claimdesk.db"))
    settings = Settings(database_url=f"sqlite:///{database}", signing_key_file=folder / "claimdesk.key")
    notary = Notary(signing_key(settings.signing_key_file))
    store = Store(settings.database_url)
    kept, sizes = [], []
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        for day in range(4):
            _a_day(scene, Random(day))
            if day < 3:
                signed = cut_checkpoint(records, scene.desk.id, notary, NOON + timedelta(days=day + 1))
                kept.append(folder / f"checkpoint-{day}.txt")
                kept[-1].write_text(signed.note, encoding="utf-8")
                sizes.append(signed.size)
        records.log.db.exec_driver_sql("UPDATE desk SET last_number = (SELECT count(*) FROM claim)")
    store.close()
    return Archive(settings, database, kept, sizes)


def _a_day(scene: Scene, random: Random) -> None:
    for _ in range(25):
        claim = scene.released()
        reviewer = scene.records.reviewers.of(scene.desk.id, random.randrange(1, 9) + 7_000_000_000, scene.now)
        voter = scene.records.reviewers.voter(reviewer.id, claim)
        scene.records.ballots.put(claim.id, 1, reviewer.id, Stance.DISPUTE)
        note = scene.records.notes.add(claim.id, reviewer.id, f"The photograph is from 2019, see {random.random()}.")
        scene.happens(claim.id, e.Posted(1), e.VoteCast(1, voter, Stance.DISPUTE))
        scene.happens(claim.id, e.ReasonGiven(1, voter, "wrong_date", note))
    by = scene.records.reviewers.of(scene.desk.id, 7_000_000_001, scene.now)
    newest = [claim.id for claim in scene.records.claims.page(scene.desk.id, limit=2 * len(Relation))[0]]
    for relation, newer, older in zip(Relation, newest[::2], newest[1::2], strict=True):
        link(scene.records, newer, relation, older, by, scene.now)


@pytest.fixture
def archive(recorded: Archive, tmp_path: Path) -> Archive:
    """A copy that may be tampered with."""
    return copied(recorded, tmp_path)


def copied(recorded: Archive, folder: Path) -> Archive:
    database = Path(shutil.copy(recorded.database, folder / "claimdesk.db"))
    settings = recorded.settings.model_copy(update={"database_url": f"sqlite:///{database}"})
    return Archive(settings, database, recorded.kept, recorded.sizes)
