"""From an empty database to all tables, and what is said when that cannot be."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import select, text

from bot.claims.model import DocumentId, Kind
from bot.claims.relations import Relation
from bot.desk.filing import file_claims
from bot.desk.linking import link
from storage.engine import UnknownDatabase
from storage.mishaps import DatabaseNotWritable, DatabaseUnreachable
from storage.store import Store
from storage.tables import EventKeyRow, Shape
from storage.upgrade import DatabaseTooNew
from storage.upgrade import _config as alembic_config
from tests.storage.scene import ALICE, NOON, Scene, a_desk, a_toll

OF_LINKS = ("event_key", "link", "party", "sketch")


def migrate(url: str) -> None:
    store = Store(url)
    store.migrate()
    store.close()


def test_an_empty_database_gets_all_tables(empty_url: str) -> None:
    migrate(empty_url)
    store = Store(empty_url)
    with store.transaction() as records:
        assert a_desk(records) in records.desks.all_open()
    store.close()


def test_migrating_again_changes_nothing(store: Store) -> None:
    with store.transaction() as records:
        desk = a_desk(records)
    store.migrate()
    with store.transaction() as records:
        assert records.desks.all_open() == [desk]


def test_the_migrations_lead_to_the_tables_in_the_code(store: Store) -> None:
    with store.engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Shape.metadata) == []


def test_replicas_that_start_together_do_not_get_in_each_others_way(empty_url: str) -> None:
    with ThreadPoolExecutor(4) as replicas:
        list(replicas.map(migrate, [empty_url] * 4))


def test_a_database_in_memory_works_too() -> None:
    store = Store("sqlite://")
    store.migrate()
    with store.transaction() as records:
        a_desk(records)
    with store.transaction() as records:
        assert len(records.desks.all_open()) == 1
    store.close()


def test_a_newer_database_is_left_alone(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseTooNew, match="at 9999"):
        store.migrate()


@pytest.mark.parametrize(
    "url",
    ["sqlite:////nowhere/at/all/claimdesk.db", "postgresql://anna:canary@127.0.0.1:1/claimdesk?connect_timeout=2"],
)
def test_a_database_that_cannot_be_opened_is_named_without_its_password(url: str) -> None:
    store = Store(url)
    with pytest.raises(DatabaseUnreachable, match="claimdesk") as refusal:
        store.migrate()
    assert "canary" not in str(refusal.value)
    store.close()


def test_a_file_that_is_no_database_is_not_touched(tmp_path: Path) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary, today it rained. " * 99)
    store = Store(f"sqlite:///{diary}")
    with pytest.raises(DatabaseUnreachable, match="not a database"):
        store.migrate()
    store.close()
    assert diary.read_text().startswith("Dear diary")


def test_a_file_that_cannot_be_written_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "claimdesk.db"
    path.touch()
    store = Store(f"sqlite:///file:{path}?mode=ro&uri=true")
    with pytest.raises(DatabaseNotWritable):
        store.migrate()
    store.close()


@pytest.mark.parametrize("url", ["mysql://localhost/claims", "claimdesk.db", ""])
def test_other_databases_are_refused_with_a_sentence(url: str) -> None:
    with pytest.raises(UnknownDatabase, match="must start with sqlite:/// or postgresql://"):
        Store(url)


def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    migrate(f"sqlite:///{tmp_path / 'desk.db'}")
    assert (tmp_path / "desk.db").stat().st_mode & 0o777 == 0o600


def test_mentions_that_were_there_get_the_name_of_their_rule(empty_url: str) -> None:
    migrate(empty_url)
    store = Store(empty_url)
    with store.transaction() as records:
        Scene(records, a_desk(records)).released(a_toll(4))
    with store.engine.begin() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, "0008")
        command.upgrade(config, "head")
        assert connection.execute(text("SELECT rule, muted FROM mention")).all() == [("killed", False)]
    store.close()


def test_how_claims_relate_goes_and_comes_back_with_rows_present(empty_url: str) -> None:
    migrate(empty_url)
    store = Store(empty_url)
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        newer, older = scene.released(a_toll(21)), scene.released(a_toll(12))
        by = records.reviewers.of(scene.desk.id, ALICE, NOON)
        link(records, newer.id, Relation.UPDATES, older.id, by, NOON)
        records.event_keys.add(scene.desk.id, newer.id, ("nowhere",), Kind.CASUALTIES, NOON.date())
        records.parties.add(scene.desk.id, "The army", "government")
        records.sketches.add(scene.desk.id, DocumentId(2), (1, 2))
        records.sketches.is_copy(DocumentId(2), DocumentId(1))
        before = [records.history.of(claim.id) for claim in (newer, older)]
    with store.engine.begin() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, "0009")
        assert connection.execute(text("SELECT count(*) FROM document")).scalar_one() == 2
        command.upgrade(config, "head")
        assert [connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in OF_LINKS] == [0] * 4
        assert connection.execute(text("SELECT count(*) FROM document WHERE copy_of IS NULL")).scalar_one() == 2
    with store.transaction() as records:
        assert [records.history.of(claim.id) for claim in (newer, older)] == before
        assert file_claims(records, NOON) == 0
        assert {key.key for key in records.event_keys.db.execute(select(EventKeyRow))} == {"nowhere"}
    store.close()
