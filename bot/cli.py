"""The command line, a few lines a command. What one needs is imported when it runs, so that help is instant."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.claims.errors import ClaimdeskError

if TYPE_CHECKING:
    from bot.second_reader import SecondReader

app = typer.Typer(
    name="claimdesk",
    help="A Telegram bot for verification desks: claims, votes, and a history that is kept for good.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    add_completion=False,
)

Paths = Annotated[list[Path], typer.Argument(help="Text files, or folders of .txt files.", show_default=False)]
Published = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The day of publication, where a text does not say it."),
]


@app.command()
def demo(
    fast: Annotated[bool, typer.Option("--fast", help="Print without the pauses between messages.")] = False,
) -> None:
    """Plays the whole job in a made-up chat: no token, no network, nothing left behind."""
    from bot.demo.show import show

    show(fast=fast)


@app.command()
def run() -> None:
    """Runs the bot until it is told to stop."""
    from bot.app import run_until_stopped
    from bot.config import Settings

    run_until_stopped(Settings())


@app.command()
def extract(
    paths: Paths,
    published: Published = None,
    jsonl: bool = False,
    second_reader: Annotated[
        bool, typer.Option("--second-reader", help="Send the texts to CLAIMDESK_LLM_URL too; what it adds is checked.")
    ] = False,
) -> None:
    """Prints the claims in texts: a table for people, or one JSON object a line."""
    from bot.reader.printing import print_mentions

    second = _second_reader() if second_reader else None
    print_mentions(paths, published.date() if published else None, jsonl=jsonl, second=second)


def _second_reader() -> SecondReader:
    from bot.app import NoSecondReader, second_reader_of
    from bot.config import Settings

    second = second_reader_of(Settings())
    if second is None:
        raise NoSecondReader
    return second


@app.command()
def explain(paths: Paths, published: Published = None) -> None:
    """Shows each sentence with its groups and the rule that fired."""
    from bot.reader.printing import print_explanations

    print_explanations(paths, published.date() if published else None)


@app.command()
def relate(
    older: Annotated[Path, typer.Argument(help="A report, or a folder of them.", show_default=False)],
    newer: Annotated[Path, typer.Argument(help="Another report, or folder: files pair by name.", show_default=False)],
    jsonl: bool = False,
) -> None:
    """Tells how the claims of the second report relate to those of the first, and why.

    A report may open with the lines `date 2026-11-01` and `source NAME`.
    """
    from bot.reader.relations import print_relations

    print_relations(older, newer, jsonl=jsonl)


@app.command()
def history(
    claim: Annotated[str, typer.Argument(help="The claim's number, such as C-17.")],
    desk: Annotated[int | None, typer.Option(help="The desk's number, when there are several.")] = None,
) -> None:
    """Tells the story of one claim from the database."""
    from bot.clerk import print_history
    from bot.config import Settings

    print_history(Settings(), claim, desk)


@app.command()
def asof(
    time: Annotated[str, typer.Argument(help="2026-11-01T08:00Z, 2026-11-01, yesterday 18:00, 3 hours ago …")],
    place: Annotated[str, typer.Option(help="Only claims at this town, province or country.")] = "",
    kind: Annotated[str, typer.Option(help="Only claims of this kind, such as casualties.")] = "",
    status: Annotated[str, typer.Option(help="Only claims that had this status then.")] = "",
    claim: Annotated[str, typer.Option(help="Only this claim, such as C-17.")] = "",
    desk: Annotated[int | None, typer.Option(help="The desk's number, when there are several.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of sentences.")] = False,
) -> None:
    """Tells what was believed at a time, on which evidence, under which rule; votes of blind rounds stay blind."""
    from bot.clerk import PastWanted, print_past
    from bot.config import Settings

    print_past(Settings(), PastWanted(time, place, kind, status, claim, desk), as_json=as_json)


@app.command()
def stats(
    desk: Annotated[int | None, typer.Option(help="The desk's number, when there are several.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of sentences.")] = False,
) -> None:
    """Tells how a desk is doing, and how often each rule found what reviewers took for a claim."""
    from bot.clerk import print_stats
    from bot.config import Settings

    print_stats(Settings(), desk, as_json=as_json)


@app.command()
def toll(
    place: Annotated[str, typer.Argument(help="A town, a region or a country, such as Herat.")],
    days: Annotated[int, typer.Option(min=1, max=999, help="The last days, today among them.")] = 7,
    desk: Annotated[int | None, typer.Option(help="The desk's number, when there are several.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of sentences.")] = False,
) -> None:
    """Tells what the casualties at a place add up to: one interval an event, the lowest figures added up."""
    from bot.clerk import print_toll
    from bot.config import Settings

    print_toll(Settings(), place, days, desk, as_json=as_json)


@app.command()
def control(
    place: Annotated[str, typer.Argument(help="A town, a region or a country, such as Herat.")],
    desk: Annotated[int | None, typer.Option(help="The desk's number, when there are several.")] = None,
) -> None:
    """Tells who was said to hold a place when, by whom, and what of it is assessed."""
    from bot.clerk import print_control
    from bot.config import Settings

    print_control(Settings(), place, desk)


@app.command()
def forget(
    reviewer: Annotated[str, typer.Argument(help="The codename, such as “amber fox”.")],
    desk: Annotated[int | None, typer.Option(help="The desk's number, when there are several.")] = None,
    telegram_id: Annotated[
        bool, typer.Option("--telegram-id", help="REVIEWER is a Telegram id: forgotten at every desk.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Forgets who a reviewer is. Says first what goes and what stays; their answers still count."""
    from bot.clerk import forget_somebody
    from bot.config import Settings

    forget_somebody(Settings(), reviewer, desk, by_id=telegram_id, sure=(lambda _: True) if yes else typer.confirm)


@app.command()
def recount(
    reviewer: Annotated[str, typer.Argument(help="The codename, such as “amber fox”.")],
    since: Annotated[str, typer.Option(help="Only answers from then on: 2026-11-01, yesterday 18:00 …")] = "",
    desk: Annotated[int | None, typer.Option(help="The desk's number, when there are several.")] = None,
) -> None:
    """Tells which claims would have another status if a reviewer were not counted. Changes nothing."""
    from bot.clerk import print_recount
    from bot.config import Settings

    print_recount(Settings(), reviewer, since, desk)


@app.command()
def migrate() -> None:
    """Brings the database to the newest schema; `run` does the same at its start."""
    from bot.clerk import migrate_database
    from bot.config import Settings

    migrate_database(Settings())


@app.command()
def doctor(
    deep: Annotated[bool, typer.Option("--deep", help="Read every claim with its history for contradictions.")] = False,
) -> None:
    """Looks for what is wrong: settings, database, Telegram. Ends with 1 when something is."""
    from bot.config import Settings
    from bot.doctor import examine

    raise typer.Exit(examine(Settings(), deep=deep))


DeskNumber = Annotated[int | None, typer.Option("--desk", help="The desk's number, when there are several.")]
Out = Annotated[Path | None, typer.Option("--out", help="The file to write; - is standard output.", dir_okay=False)]


@app.command()
def key(desk: DeskNumber = None) -> None:
    """Prints the key and its fingerprint: publish them apart from the checkpoints."""
    from bot.archive.checkpoints import print_keys
    from bot.config import Settings

    print_keys(Settings(), desk)


@app.command()
def checkpoint(desk: DeskNumber = None, out: Out = None) -> None:
    """Signs the head of a desk's history and prints it; --out keeps the proof that its log has only grown."""
    from bot.archive.checkpoints import print_checkpoint
    from bot.config import Settings

    print_checkpoint(Settings(), desk, out)


@app.command()
def export(
    history: Annotated[Path, typer.Option("--history", help="The file for the history; - is standard output.")],
    desk: DeskNumber = None,
) -> None:
    """Writes a desk's whole history, to be verified elsewhere. What must stay blind stays sealed."""
    from bot.archive.exporting import export_history
    from bot.config import Settings

    export_history(Settings(), desk, history)


@app.command()
def prove(
    claim: Annotated[str, typer.Argument(help="The claim's number, such as C-17.")],
    desk: DeskNumber = None,
    out: Out = None,
) -> None:
    """Writes the proof of one claim against the last checkpoint; it verifies without the database."""
    from bot.archive.exporting import prove_claim
    from bot.config import Settings

    prove_claim(Settings(), claim, desk, out)


@app.command()
def verify(
    checkpoints: Annotated[
        list[Path] | None, typer.Argument(help="Files with checkpoints that were kept elsewhere.")
    ] = None,
    export: Annotated[Path | None, typer.Option("--export", help="An export, instead of the database.")] = None,
    key: Annotated[str | None, typer.Option("--key", help="The published key, or a file that holds it.")] = None,
    desk: DeskNumber = None,
) -> None:
    """Audits a desk's history. Ends with 1 when something is wrong."""
    from bot.archive.verifying import verify_archive
    from bot.config import Settings

    raise typer.Exit(verify_archive(Settings(), checkpoints or [], export, key, desk))


bench = typer.Typer(help="Measures what the README says about speed.", no_args_is_help=True)
app.add_typer(bench, name="bench")


@bench.callback()
def _bench() -> None:
    """Measures what the README says about speed."""


@bench.command("audit")
def bench_audit_(
    events: Annotated[int, typer.Option(min=1, help="How many events the history has.")] = 100_000,
) -> None:
    """Audits a made-up history, and compares with plainly reading and hashing the same rows."""
    from bot.bench.audit import bench_audit

    bench_audit(events)


@bench.command("extract")
def bench_extract_(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Text files, or folders of .txt files; without them, reports made up for measuring."),
    ] = None,
    hostile: Annotated[bool, typer.Option(help="Read texts of 2 MiB made to exhaust the reader too.")] = True,
) -> None:
    """Reads texts, compares with a plain tokenizer, and tells what hostile texts cost."""
    from bot.bench.extract import bench_extract
    from bot.bench.hostile import NAMES

    bench_extract(paths or [], NAMES if hostile else ())


@bench.command("match")
def bench_match_(
    claims: Annotated[int, typer.Option(min=1, help="How many claims the desk has.")] = 1_000_000,
    database: Annotated[
        str | None, typer.Option("--database", help="The URL of an empty database; a SQLite file of its own without.")
    ] = None,
) -> None:
    """Finds and judges what new mentions relate to, with 10,000 claims and with many."""
    from bot.bench.match import bench_match

    bench_match(claims, database)


def main() -> None:
    """Runs the command; what a person can mend is told in one sentence, without a traceback."""
    try:
        app()
    except ClaimdeskError as error:
        print(f"claimdesk: {error.sentence}", file=sys.stderr)  # noqa: T201
        raise SystemExit(2) from error
