"""Extraction on the command line: texts in, mentions or explanations out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot.claims.errors import ClaimdeskError
from bot.claims.model import Mention
from bot.claims.statement import statement
from bot.extraction.extract import extract
from bot.extraction.jsonl import as_json

PROGRESS_FROM = 20  # texts; fewer are done before a bar could be read


class NoSuchText(ClaimdeskError):
    """There is no file or folder {path}."""


class NothingThere(ClaimdeskError):
    """There is no .txt file in {path}."""


class NotText(ClaimdeskError):
    """{path} is not text in UTF-8."""


def texts(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """(file name, text) for every file, and every .txt file of every folder, in order of name."""
    files = [file for path in paths for file in _files(path)]
    bar = len(files) >= PROGRESS_FROM and sys.stderr.isatty()
    for file in track(files, "Reading", console=Console(stderr=True), disable=not bar):
        yield file.name, _text(file)


def print_mentions(paths: list[Path], published: date | None, *, jsonl: bool) -> None:
    """Every mention of every text: one JSON object a line, or a table a text."""
    console = Console()
    for name, text in texts(paths):
        mentions = extract(text, published)
        if jsonl:
            for mention in mentions:
                sys.stdout.write(json.dumps(as_json(mention, name), ensure_ascii=False) + "\n")
        else:
            console.print(_table(name, mentions))


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise NoSuchText(path=path)
    found = sorted(path.glob("*.txt"))
    if not found:
        raise NothingThere(path=path)
    return found


def _text(file: Path) -> str:
    try:
        # newline="" keeps line ends, so that offsets count what is in the file
        with file.open(encoding="utf-8", newline="") as opened:
            return opened.read()
    except UnicodeDecodeError as error:
        raise NotText(path=file) from error


def _table(name: str, mentions: list[Mention]) -> Table:
    table = Table(title=f"{name}: {len(mentions)} claims", title_justify="left", expand=True)
    for column in ("kind", "claim", "who says so", "when", "rule"):
        table.add_column(column, overflow="fold")
    for mention in mentions:
        said_by = mention.attribution.source if mention.attribution else None
        when = str(mention.event_date.start) if mention.event_date else ""
        table.add_row(mention.kind.value, statement(mention), said_by or "the report itself", when, mention.rule)
    return table
