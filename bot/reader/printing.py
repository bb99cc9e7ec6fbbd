"""Extraction on the command line: texts in, mentions or explanations out."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.claims.model import Kind, Mention
from bot.claims.second_reading import Answered, SecondReading
from bot.claims.statement import statement
from bot.extraction.explain import ExplainedClaim, Explanation, GroupSeen, explain
from bot.extraction.extract import extract
from bot.extraction.jsonl import as_json
from bot.extraction.languages.packs import readable, unread_language
from bot.extraction.limits import reading_limit
from bot.reader.files import texts

KIND_COLOURS = {
    Kind.CASUALTIES: "red",
    Kind.TERRITORIAL_CONTROL: "blue",
    Kind.ATTACK: "magenta",
    Kind.DISPLACEMENT: "yellow",
    Kind.DETENTION: "cyan",
    Kind.DEPLOYMENT: "green",
    Kind.DAMAGE: "bright_red",
}
SecondReader = Callable[[str, date | None, Sequence[Mention]], Awaitable[SecondReading]]


def print_mentions(
    paths: list[Path], published: date | None, *, jsonl: bool, second: SecondReader | None = None
) -> None:
    """Every mention of every text: one JSON object a line, or a table a text. A second reader adds to the rules."""
    console = Console()
    for name, text in texts(paths):
        mentions = extract(text, published)
        if second:
            mentions = _with_what_it_adds(second, name, text, published, mentions)
        _say_if_cut(name, text)
        _say_if_unread(name, text, len(mentions))
        if jsonl:
            for mention in mentions:
                sys.stdout.write(json.dumps(as_json(mention, name), ensure_ascii=False) + "\n")
        else:
            console.print(_table(name, mentions))


def _with_what_it_adds(
    second: SecondReader, name: str, text: str, published: date | None, rules: list[Mention]
) -> list[Mention]:
    async def read() -> SecondReading:
        return await second(text, published, rules)

    reading = asyncio.run(read())
    if reading.answered is not Answered.ALL:
        words = {Answered.NONE: "did not answer", Answered.PART: "did not answer for all of the text"}
        Console(stderr=True).print(f"{name}: the second reader {words[reading.answered]}", markup=False)
    return sorted([*rules, *reading.mentions], key=lambda mention: (mention.start, mention.end))


def print_explanations(paths: list[Path], published: date | None) -> None:
    """Every sentence of every text with the groups read in it, and each claim with the rule that fired."""
    console = Console(highlight=False)
    for name, text in texts(paths):
        console.rule(Text(harmless(name), "bold"), align="left")
        explained = explain(text, published)
        _say_if_unread(name, text, sum(len(told.claims) for told in explained))
        for told in explained:
            _print_explanation(console, told)


def _print_explanation(console: Console, told: Explanation) -> None:
    console.print(_marked(told))
    if told.groups:
        console.print(Padding(Text(" · ").join(_group(group) for group in told.groups), (0, 0, 0, 4)))
    for claim in told.claims:
        console.print(Padding(_found(claim), (0, 0, 0, 4)))
    console.print()


def _marked(told: Explanation) -> Text:
    """The sentence with its groups underlined and its claims in colour."""
    line = Text(harmless(told.sentence))
    for group in told.groups:
        line.stylize("underline", group.start - told.start, group.end - told.start)
    for claim in told.claims:
        line.stylize(KIND_COLOURS[claim.kind], claim.start - told.start, claim.end - told.start)
    return line


def _group(group: GroupSeen) -> Text:
    count = f" = {group.figure}" if group.figure else ""
    return Text.assemble((harmless(group.words), "cyan"), (f" {group.about}{count}", "dim"))


def harmless(words: str) -> str:
    """Without what steers a terminal, one character for one, so that offsets still fit."""
    return "".join(character if character.isprintable() else " " for character in words)


def _found(claim: ExplainedClaim) -> Text:
    return Text.assemble((claim.statement, f"bold {KIND_COLOURS[claim.kind]}"), ("  by the rule ", "dim"), claim.rule)


def _say_if_cut(name: str, text: str) -> None:
    limit = reading_limit(text)
    if limit < len(text):
        words = f"{name}: only the first {limit:,} of its {len(text):,} characters were read; split it"
        Console(stderr=True).print(words, markup=False)


def _say_if_unread(name: str, text: str, claims: int) -> None:
    if not claims and (language := unread_language(text)):
        words = f"{name}: in {language}; the rules read {readable()}"
        Console(stderr=True).print(words, markup=False)


def _table(name: str, mentions: list[Mention]) -> Table:
    table = Table(title=Text(f"{harmless(name)}: {len(mentions)} claims"), title_justify="left", expand=True)
    for column in ("kind", "claim", "who says so", "when", "rule"):
        table.add_column(column, overflow="fold")
    for mention in mentions:
        said_by = (mention.attribution and mention.attribution.source) or "the report itself"
        when = str(mention.event_date.start) if mention.event_date else ""
        cells = (mention.kind.value, statement(mention), harmless(said_by), when, mention.rule)
        table.add_row(*(Text(cell) for cell in cells))  # as text, for a report may hold what reads like markup
    return table
