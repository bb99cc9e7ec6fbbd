"""The export of a desk's history, `claimdesk-history/1`: JSON lines, one an event, each written in one way only.

The first line names the log. Then come the events in the order of the log, and after them those that are not in it yet.
A line shows of what is sealed only what may be shown, and then with the salt, so that everybody can make the seal anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.claims import audit_findings as found
from bot.claims.audit import Findings, LinkRow
from bot.claims.chain import body_of, seal
from bot.claims.errors import ClaimdeskError

FORMAT = "claimdesk-history/1"
COPIES = "a copy that has left the machine cannot be recalled"
SAYING = ("claim_opened", "mention_added")  # the events whose payload seals, as `says`, what a source says

_HOUR = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}")
_HEX = re.compile(r"(?:[0-9a-f]{2})+")
_NAME = re.compile(r"[a-z_]+")
_MADE = "%Y-%m-%dT%H:%M:%SZ"


class NotAnExport(ClaimdeskError):
    """This is not a history as claimdesk exports it: its first line does not say claimdesk-history/1 and a log."""


@dataclass(frozen=True, slots=True)
class Header:
    """The first line: the log's name, the desk's number, how many events are in the log, when it was written (UTC).

    Nothing vouches for this line: whoever verifies must know log and key from elsewhere.
    """

    origin: str
    desk: int
    size: int
    made: datetime

    def __str__(self) -> str:
        made = self.made.astimezone(UTC).strftime(_MADE)
        fields = {"format": FORMAT, "origin": self.origin, "desk": self.desk, "size": self.size, "made": made}
        return json.dumps({**fields, "copies": COPIES}, separators=(",", ":"))

    @classmethod
    def read(cls, line: str) -> Header:
        """The header as `str` writes it. Raises NotAnExport."""
        try:
            fields = json.loads(line)
            made = datetime.strptime(fields["made"], _MADE).replace(tzinfo=UTC)
            header = cls(fields["origin"], number(fields["desk"]), number(fields["size"]), made)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise NotAnExport from error
        if str(header) != line:
            raise NotAnExport
        return header


@dataclass(frozen=True, slots=True)
class Opened:
    """What an event says, with the 16-byte salt of its seal; `payload` as `bot.claims.events` writes it."""

    salt: bytes
    event: str
    payload: str

    def __str__(self) -> str:
        return f'{{"salt":"{self.salt.hex()}","event":"{self.event}","payload":{self.payload}}}'


@dataclass(frozen=True, slots=True)
class Said:
    """What a source says, with the salt of its seal.

    `statement` is the claim in plain words, `mention` canonical JSON, `document` the hex SHA-256 of the text, or None.
    """

    salt: bytes
    statement: str
    mention: str
    document: str | None

    def __str__(self) -> str:
        statement, document = json.dumps(self.statement), json.dumps(self.document)
        return f'{{"salt":"{self.salt.hex()}","statement":{statement},"mention":{self.mention},"document":{document}}}'

    @property
    def sealed(self) -> str:
        """The text over which the seal is made."""
        return f"{self.statement}\n{self.mention}\n{self.document or ''}"


@dataclass(frozen=True, slots=True)
class ExportedEvent:
    """One line: `index` counts the events of the log from 0 (None: not in it yet), the rest is as in `chain.Link`.

    `opened` and `said` are None where they are hidden or erased.
    """

    index: int | None
    claim: int
    sequence: int
    hour: str
    time: bytes
    seal: bytes
    hash: bytes
    opened: Opened | None = None
    said: Said | None = None

    def __str__(self) -> str:
        index, opened, said = ("null" if part is None else part for part in (self.index, self.opened, self.said))
        return (
            f'{{"index":{index},"claim":{self.claim},"sequence":{self.sequence},"hour":"{self.hour}",'
            f'"time":"{self.time.hex()}","seal":"{self.seal.hex()}","hash":"{self.hash.hex()}",'
            f'"open":{opened},"says":{said}}}'
        )

    @classmethod
    def read(cls, line: str) -> ExportedEvent:
        """The event as `str` writes it, to the letter. Raises ValueError for anything else."""
        try:
            event = cls.of(json.loads(line))
            written = str(event)
        except RecursionError as error:
            raise ValueError("not an event") from error
        if written != line:
            raise ValueError("not written as an event is written")
        return event

    @classmethod
    def of(cls, fields: Any) -> ExportedEvent:
        """The event that a line's JSON holds. Raises ValueError."""
        try:
            index, opened, said = fields["index"], fields["open"], fields["says"]
            return cls(
                None if index is None else number(index), number(fields["claim"]), number(fields["sequence"]),
                _matching(_HOUR, fields["hour"]), _hash(fields["time"]), _hash(fields["seal"]), _hash(fields["hash"]),
                None if opened is None else _opened(opened), None if said is None else _said(said),
            )  # fmt: skip
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError("not an event") from error

    @property
    def row(self) -> LinkRow:
        """The event as the audit reads it."""
        return self.index, self.claim, self.sequence, self.hour, self.time.hex(), self.seal.hex(), self.hash

    def faults(self) -> Iterator[found.Finding]:
        """What it shows and did not seal."""
        place = {"claim": self.claim, "row": self.sequence}
        if self.opened and seal(self.opened.salt, body_of(self.opened.event, self.opened.payload)) != self.seal:
            yield found.ShownForged(**place)
        if self.said is not None:
            commitment = self._commitment()
            if commitment is None:
                yield found.WordsUnsealed(**place)
            elif seal(self.said.salt, self.said.sealed).hex() != commitment:
                yield found.WordsForged(**place)

    def _commitment(self) -> str | None:
        if self.opened is None or self.opened.event not in SAYING:
            return None
        says = json.loads(self.opened.payload).get("says")
        return says if isinstance(says, str) and says else None


def export(header: Header, events: Iterable[ExportedEvent]) -> Iterator[str]:
    """The lines of an export, each with its line end."""
    yield f"{header}\n"
    for event in events:
        yield f"{event}\n"


def read_events(lines: Iterable[str], findings: Findings, first: int = 2) -> Iterator[ExportedEvent]:
    """The events of an export, each looked at: forged openings and unreadable lines are added to the findings.

    `first` is the number of the first of these lines in its file.
    """
    for number, line in enumerate(lines, first):
        try:
            event = ExportedEvent.read(line.removesuffix("\n"))
        except ValueError:
            findings.add(found.Unreadable(line=number))
            continue
        for fault in event.faults():
            findings.add(fault)
        yield event


def _opened(fields: dict[str, Any]) -> Opened:
    return Opened(_salt(fields["salt"]), _matching(_NAME, fields["event"]), canonical(fields["payload"]))


def _said(fields: dict[str, Any]) -> Said:
    document = fields["document"]
    statement: str = fields["statement"]
    statement.encode()
    return Said(
        _salt(fields["salt"]), statement, canonical(fields["mention"]),
        None if document is None else _hash(document).hex(),
    )  # fmt: skip


def canonical(value: dict[str, Any]) -> str:
    """JSON in its one form: sorted keys, no spaces, plain ASCII. Raises ValueError for what is not an object."""
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def number(value: Any) -> int:
    """The value as a whole number from 0 to 2**63 - 1. Raises ValueError for anything else, True and 1.0 among it."""
    if type(value) is not int or not 0 <= value < 1 << 63:
        raise ValueError("not a number")
    return value


def _matching(form: re.Pattern[str], value: str) -> str:
    if not form.fullmatch(value):
        raise ValueError("not in its form")
    return value


def _hash(value: str) -> bytes:
    return _bytes(value, 32)


def _salt(value: str) -> bytes:
    return _bytes(value, 16)


def _bytes(value: str, length: int) -> bytes:
    if len(value) != 2 * length or not _HEX.fullmatch(value):
        raise ValueError("not in its form")
    return bytes.fromhex(value)
