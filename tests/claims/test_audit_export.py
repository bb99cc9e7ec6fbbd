from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.claims import audit_findings as found
from bot.claims.audit import Findings
from bot.claims.audit_export import ExportedEvent, Header, NotAnExport, Opened, Said, canonical, export, read_events
from bot.claims.chain import body_of, says_of, seal

HEADER = Header("claimdesk.0123456789abcdef/desk-1", 1, 2, datetime(2026, 11, 25, 15, 30, tzinfo=UTC))
SAID = Said(b"s" * 16, "10 or more “civilians”\nwere injured.", canonical({"quote": "ж", "lat": 34.9}), "ab" * 32)
PAYLOAD = canonical({"mention": 9, "document": 7, "says": seal(SAID.salt, SAID.sealed).hex()})
OPENED = Opened(b"o" * 16, "claim_opened", PAYLOAD)
EVENT = ExportedEvent(
    0, 17, 1, "2026-11-25T15", b"t" * 32, seal(OPENED.salt, body_of(OPENED.event, PAYLOAD)), b"h" * 32, OPENED, SAID
)
HIDDEN = replace(EVENT, index=None, sequence=2, opened=None, said=None)


def test_a_line_shows_what_may_be_shown():
    line = json.loads(str(EVENT))

    assert line["open"] == {"salt": "6f" * 16, "event": "claim_opened", "payload": json.loads(PAYLOAD)}
    assert line["says"] == {
        "salt": "73" * 16, "statement": SAID.statement, "mention": {"lat": 34.9, "quote": "ж"}, "document": "ab" * 32,
    }  # fmt: skip
    assert (line["index"], line["claim"], line["sequence"], line["hour"]) == (0, 17, 1, "2026-11-25T15")
    assert (line["time"], line["seal"], line["hash"]) == ("74" * 32, EVENT.seal.hex(), "68" * 32)


def test_a_line_hides_what_is_hidden():
    assert str(HIDDEN).endswith('"open":null,"says":null}')
    assert str(HIDDEN).startswith('{"index":null,"claim":17,"sequence":2,')


def test_an_export_is_a_header_and_one_line_an_event():
    lines = list(export(HEADER, [EVENT, HIDDEN]))

    assert lines[0] == (
        '{"format":"claimdesk-history/1","origin":"claimdesk.0123456789abcdef/desk-1","desk":1,"size":2,'
        '"made":"2026-11-25T15:30:00Z","copies":"a copy that has left the machine cannot be recalled"}\n'
    )
    assert Header.read(lines[0].strip()) == HEADER
    assert list(read_events(lines[1:], Findings())) == [EVENT, HIDDEN]
    assert all(line.isascii() for line in lines)


@pytest.mark.parametrize("document", [None, "ab" * 32])
def test_what_a_source_says_is_sealed_as_the_chain_has_it(document: str | None):
    said = replace(SAID, document=document)

    assert said.sealed == says_of(said.statement, said.mention, document)


def test_what_is_shown_is_what_was_sealed():
    assert list(EVENT.faults()) == []
    assert list(HIDDEN.faults()) == []


@pytest.mark.parametrize(
    ("forged", "finding"),
    [
        (replace(EVENT, opened=replace(OPENED, salt=b"x" * 16)), found.ShownForged),
        (replace(EVENT, opened=replace(OPENED, event="mention_added")), found.ShownForged),
        (replace(EVENT, seal=b"x" * 32), found.ShownForged),
        (replace(EVENT, said=replace(SAID, statement="Nothing happened.")), found.WordsForged),
        (replace(EVENT, said=replace(SAID, mention="{}")), found.WordsForged),
        (replace(EVENT, said=replace(SAID, document=None)), found.WordsForged),
        (replace(EVENT, said=replace(SAID, salt=b"x" * 16)), found.WordsForged),
        (replace(EVENT, opened=None), found.WordsUnsealed),
        (replace(HIDDEN, said=SAID), found.WordsUnsealed),
    ],
)
def test_what_is_shown_and_was_not_sealed_is_found(forged: ExportedEvent, finding: type[found.Finding]):
    assert finding in [type(one) for one in forged.faults()]


@pytest.mark.parametrize("payload", ['{"says":null}', '{"says":""}', '{"says":7}', "{}"])
def test_words_without_a_seal_are_found(payload: str):
    opened = replace(OPENED, payload=payload)
    event = replace(EVENT, opened=opened, seal=seal(opened.salt, body_of("claim_opened", payload)))

    assert [type(one) for one in event.faults()] == [found.WordsUnsealed]


def test_the_words_of_a_vote_are_no_words():
    opened = replace(OPENED, event="vote_cast")
    event = replace(EVENT, opened=opened, seal=seal(opened.salt, body_of("vote_cast", PAYLOAD)))

    assert [type(one) for one in event.faults()] == [found.WordsUnsealed]


GOOD = str(EVENT)


@pytest.mark.parametrize(
    "line",
    [
        "", "null", "{}", "[]", "7", "[" * 100_000, '{"index":' * 50_000,
        GOOD + " ", " " + GOOD, GOOD + "\r", GOOD + "{}", GOOD[:-1],
        GOOD.replace('"claim":17', '"claim": 17'), GOOD.replace('"claim":17', '"claim":17.0'),
        GOOD.replace('"claim":17', '"claim":true'), GOOD.replace('"claim":17', '"claim":"17"'),
        GOOD.replace('"claim":17', '"claim":-17'), GOOD.replace('"claim":17', f'"claim":{1 << 63}'),
        GOOD.replace('"claim":17', f'"claim":{"9" * 5000}'), GOOD.replace('"claim":17', '"claim":1e3'),
        GOOD.replace('"claim":17', '"claim":18,"claim":17'), GOOD.replace('"claim":17', '"claim":17,"more":1'),
        GOOD.replace('"index":0', '"index":false'), GOOD.replace('"index":0', '"index":-0'),
        GOOD.replace("2026-11-25T15", "2026-11-25T15:00"), GOOD.replace("2026-11-25T15", "٢٠٢٦-11-25T15"),
        GOOD.replace("2026-11-25T15", '2026-11-25T15\\n'),
        GOOD.replace("74" * 32, "74" * 31), GOOD.replace("74" * 32, "7A" * 32), GOOD.replace("74" * 32, "zz" * 32),
        GOOD.replace("6f" * 16, "6f" * 17), GOOD.replace("claim_opened", "claim_opened\\n"),
        GOOD.replace('"document":7', '"document":NaN'), GOOD.replace('"document":7', '"document":Infinity'),
        GOOD.replace("were injured", "were \\ud800 injured"), GOOD.replace("were injured", "wäre injured"),
        GOOD.replace('"statement":', '"statement":7,"x":'), GOOD.replace(f'"{"ab" * 32}"', '""'),
        GOOD.replace(PAYLOAD, "[]"), GOOD.replace(PAYLOAD, "null"), GOOD.replace("“", "x").replace("\\u201c", "“"),
    ],
)  # fmt: skip
def test_a_line_that_is_not_written_to_the_letter_is_not_read(line: str):
    with pytest.raises(ValueError):
        ExportedEvent.read(line)


def test_lines_that_cannot_be_read_are_found_and_passed_over():
    findings = Findings()
    events = list(read_events([f"{EVENT}\n", "rubbish\n", str(HIDDEN)], findings))

    assert events == [EVENT, HIDDEN]
    assert [one.sentence for one in findings.told] == [
        "Line 3 cannot be read as an event, so it was changed or damaged."
    ]


@pytest.mark.parametrize(
    "line",
    [
        "", "null", "[]", "7", "{}", "[" * 100_000, str(HEADER) + " ", str(HEADER).replace("/1", "/2"),
        str(HEADER).replace('"size":2', '"size":-2'), str(HEADER).replace('"size":2', '"size":"2"'),
        str(HEADER).replace('"desk":1', '"desk":true'), str(HEADER).replace("15:30:00Z", "15:30:00"),
        str(HEADER).replace("15:30:00Z", "15:61:00Z"), str(HEADER).replace('"desk":1,', ""),
    ],
)  # fmt: skip
def test_what_is_no_first_line_is_refused(line: str):
    with pytest.raises(NotAnExport):
        Header.read(line)
