"""What all tests share: both databases, a clock, and the long runs that are asked for by name."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import certifi
import pytest
from hypothesis import settings

from bot.sandbox.clock import HandClock
from storage.store import Store
from tests.postgres import NoPostgreSQL, Server, start
from tests.scoreboard import Scoreboard

settings.register_profile("claimdesk", deadline=None)  # a busy machine is no reason to fail
settings.load_profile("claimdesk")

DATABASES = ("sqlite", "postgresql")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--postgresql", choices=("auto", "required"), default="auto", help="whether its lack is an error")
    parser.addoption("--scoreboard", metavar="PAGE", help="write the scoreboard into this page, if nothing failed")
    parser.addoption("--soak", type=float, default=0, metavar="MINUTES", help="run the long tests, for so long in all")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "proof: counts for the scoreboard; `make soak` runs it too")
    config.pluginmanager.register(Scoreboard(config))
    config.addinivalue_line("markers", "soak: runs for as long as --soak says, and only then")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--soak"):
        for item in items:
            if item.get_closest_marker("soak"):
                item.add_marker(pytest.mark.skip(reason="a long run: ask for it with --soak=MINUTES"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A database that was not tested is said out loud, also in quiet runs."""
    skipped = terminalreporter.stats.get("skipped", [])
    if missed := [report for report in skipped if "no PostgreSQL" in str(report.longrepr)]:
        terminalreporter.write_line(f"{len(missed)} tests need PostgreSQL and were skipped: {missed[0].longrepr[2]}")


@pytest.fixture(scope="session", autouse=True)
def _one_certificate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test speaks TLS, and to read all the world's certificates takes a bot as long as the rest of its start."""
    first, end, _ = Path(certifi.where()).read_text(encoding="utf-8").partition("-----END CERTIFICATE-----\n")
    file = tmp_path_factory.mktemp("certificates") / "one.pem"
    file.write_text(first + end, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(file))
        yield


@pytest.fixture(scope="session")
def soak_minutes(request: pytest.FixtureRequest) -> float:
    """The share of one long test."""
    tests = sum(item.get_closest_marker("soak") is not None for item in request.session.items)
    return float(request.config.getoption("--soak")) / max(1, tests)


@pytest.fixture
def clock() -> HandClock:
    return HandClock(datetime(2026, 11, 25, 12, tzinfo=UTC))


@pytest.fixture(scope="session")
def postgresql(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A running PostgreSQL; without one, its tests are skipped, or fail with --postgresql=required."""
    try:
        server = start()
    except NoPostgreSQL as error:
        if request.config.getoption("--postgresql") == "required":
            pytest.fail(f"PostgreSQL is required, and none could be started:\n{error}", pytrace=False)
        pytest.skip(f"no PostgreSQL could be started: {error}")
    yield server
    server.close()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables, to be copied."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    _migrate(f"sqlite:///{path}")
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.close()
    return path


@pytest.fixture(scope="session")
def migrated_database(postgresql: Server) -> Iterator[str]:
    """A PostgreSQL database with all tables, to be copied."""
    url = postgresql.create()
    _migrate(url)
    yield url
    postgresql.drop(url)


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server: Server = request.getfixturevalue("postgresql")
    url = server.create()
    yield url
    server.drop(url)


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database with all tables and nothing in them."""
    if request.param == "sqlite":
        path = shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "claimdesk.db")
        yield f"sqlite:///{path}"
        return
    server: Server = request.getfixturevalue("postgresql")
    url = server.create(template=request.getfixturevalue("migrated_database"))
    yield url
    server.drop(url)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = Store(database_url)
    yield store
    store.close()


def _migrate(url: str) -> None:
    store = Store(url)
    store.migrate()
    store.close()
