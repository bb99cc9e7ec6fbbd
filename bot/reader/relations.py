"""Relations on the command line: two reports, or two folders of them, and how their claims relate."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.claims.errors import ClaimdeskError
from bot.claims.plain_words.relations import reason_in_words, reasons_in_words
from bot.claims.relations import Relation, Told
from bot.claims.statement import statement
from bot.matching.likeness import copied
from bot.matching.relating import Related, relate
from bot.reader.files import files_in, text_of
from bot.reader.printing import KIND_COLOURS, harmless
from bot.reader.telling import report, told_in

COLOURS = {
    Relation.SAME: "green",
    Relation.UPDATES: "yellow",
    Relation.CONTRADICTS: "red",
    Relation.SUPPORTS: "cyan",
}
SAID = {
    Relation.SAME: "says the same as",
    Relation.UPDATES: "updates",
    Relation.CONTRADICTS: "contradicts",
    Relation.SUPPORTS: "supports",
}
SOURCES = {True: "two sources", False: "one source", None: "one source or two, the texts do not tell"}

MOST_CLAIMS = 1_000  # of a report


class FileAndFolder(ClaimdeskError):
    """{one} and {other} must be two files, or two folders."""


class NothingInCommon(ClaimdeskError):
    """No .txt file of {one} has its like by name in {other}."""


def print_relations(one: Path, other: Path, *, jsonl: bool) -> None:
    """How the claims of the second report relate to those of the first; folders pair up by file name.

    Raises `FileAndFolder` and `NothingInCommon`, and what reading the files raises.
    """
    console = Console(highlight=False)
    for older, newer in _pairs(one, other):
        found = _related(older, newer)
        if jsonl:
            for related in found:
                sys.stdout.write(json.dumps(_as_json(older.name, related), ensure_ascii=False) + "\n")
        else:
            _print(console, older.name, newer.name, found)


def _pairs(one: Path, other: Path) -> Iterator[tuple[Path, Path]]:
    if one.exists() and other.exists() and one.is_dir() != other.is_dir():
        raise FileAndFolder(one=one, other=other)
    older, newer = files_in(one), files_in(other)
    if one.is_file():
        yield older[0], newer[0]
        return
    by_name = {file.name: file for file in newer}
    shared = [(file, by_name[file.name]) for file in older if file.name in by_name]
    if not shared:
        raise NothingInCommon(one=one, other=other)
    alone = {file.name for file in older} ^ set(by_name)
    if alone:
        Console(stderr=True).print(f"{len(alone)} files have no like by name: {', '.join(sorted(alone))}", markup=False)
    yield from shared


def _related(older: Path, newer: Path) -> list[Related]:
    first, second = report(text_of(older)), report(text_of(newer))
    copy = older.name if copied(first.text, second.text) else None
    return relate(_most(older.name, told_in(first, copy)), _most(newer.name, told_in(second, copy)))


def _most(name: str, told: list[Told]) -> list[Told]:
    """As many as can be compared with as many others while somebody waits."""
    if len(told) > MOST_CLAIMS:
        words = f"{name}: only the first {MOST_CLAIMS:,} of its {len(told):,} claims were compared; split it"
        Console(stderr=True).print(words, markup=False)
    return told[:MOST_CLAIMS]


def _as_json(name: str, related: Related) -> dict[str, Any]:
    return {
        "file": name,
        "a": _end(related.older),
        "b": _end(related.newer),
        "relation": related.judgement.relation.value,
        "reasons": [reason_in_words(reason) for reason in related.judgement.reasons],
        "independent": related.independent,
    }


def _end(told: Told) -> dict[str, Any]:
    mention = told.mention
    return {"quote": mention.quote, "start": mention.start, "end": mention.end, "kind": mention.kind.value}


def _print(console: Console, older: str, newer: str, found: list[Related]) -> None:
    title = older if older == newer else f"{older} · {newer}"
    console.rule(Text(harmless(title), "bold"), align="left")
    if not found:
        console.print("No claim of the second report relates to one of the first.", markup=False)
    for related in found:
        console.print(_claim("B", related.newer))
        console.print(Padding(_relation(related), (0, 0, 0, 2)))
        console.print(_claim("A", related.older))
        console.print(Padding(Text(harmless(reasons_in_words(related.judgement.reasons)), "dim"), (0, 0, 1, 4)))


def _claim(end: str, told: Told) -> Text:
    said_by = (told.mention.attribution and told.mention.attribution.source) or told.outlet or "the report itself"
    said = harmless(statement(told.mention))
    return Text.assemble((f"{end} ", "bold"), (said, KIND_COLOURS[told.mention.kind]), f" — {harmless(said_by)}")


def _relation(related: Related) -> Text:
    relation = related.judgement.relation
    return Text.assemble((SAID[relation], f"bold {COLOURS[relation]}"), f" · {SOURCES[related.independent]}")
