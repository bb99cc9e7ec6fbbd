"""Texts for the command line: files and folders of them, read as they lie on disk."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import track

from bot.claims.errors import ClaimdeskError

PROGRESS_FROM = 20  # texts; fewer are done before a bar could be read


class NoSuchText(ClaimdeskError):
    """There is no file or folder {path}."""


class NothingThere(ClaimdeskError):
    """There is no .txt file in {path}."""


class NotText(ClaimdeskError):
    """{path} is not text in UTF-8."""


def texts(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """(file name, text) for every file, and every .txt file of every folder, in order of name."""
    files = [file for path in paths for file in files_in(path)]
    bar = len(files) >= PROGRESS_FROM and sys.stderr.isatty()
    for file in track(files, "Reading", console=Console(stderr=True), disable=not bar):
        yield file.name, text_of(file)


def files_in(path: Path) -> list[Path]:
    """The file itself, or the .txt files of a folder in order of name. Raises `NoSuchText` and `NothingThere`."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise NoSuchText(path=path)
    found = sorted(path.glob("*.txt"))
    if not found:
        raise NothingThere(path=path)
    return found


def text_of(file: Path) -> str:
    """The text to the letter, line ends as they are. Raises `NotText`."""
    try:
        # newline="" keeps line ends, so that offsets count what is in the file
        with file.open(encoding="utf-8", newline="") as opened:
            return opened.read()
    except UnicodeDecodeError as error:
        raise NotText(path=file) from error
