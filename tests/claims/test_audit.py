from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.claims import audit_findings as found
from bot.claims.audit import BATCH, Anchor, DatabaseRow, LinkRow, audit, links
from bot.claims.chain import GENESIS, Salt, body_of, link, moment_of
from bot.claims.merkle import EMPTY, root

DESK = 5
START = datetime(2026, 11, 25, 23, 59, 58, 123456, tzinfo=UTC)
PAYLOAD = '{"round":1,"stance":"verify"}'


def rows(count: int, claims: int = 3, logged: int | None = None) -> list[DatabaseRow]:
    """Rows as a database holds them, the claims in turn; those from `logged` on are not in the log."""
    ends: dict[int, bytes] = {}
    made: list[DatabaseRow] = []
    for place in range(count):
        claim, sequence = place % claims + 1, place // claims + 1
        at, salt = START + timedelta(seconds=place), Salt(place.to_bytes(16), (~place & 0xFFFF).to_bytes(16))
        one = link(DESK, claim, sequence, at, salt, body_of("vote_cast", PAYLOAD), ends.get(claim, GENESIS))
        ends[claim] = one.hash()
        index = place if logged is None or place < logged else None
        made.append((index, claim, sequence, one.hash(), bytes(salt), "vote_cast", PAYLOAD, moment_of(at)))
    return made


def anchor(held: list[DatabaseRow], size: int) -> Anchor:
    return Anchor(size, root(row[3] for row in held[:size]))


def changed(held: list[DatabaseRow], place: int, **change: object) -> list[DatabaseRow]:
    names = ("index", "claim", "sequence", "hash", "salt", "name", "payload", "moment")
    values = dict(zip(names, held[place], strict=True)) | change
    return [*held[:place], tuple(values.values()), *held[place + 1 :]]  # type: ignore[list-item]


def test_a_true_history_is_sound_and_counted():
    held = rows(20, claims=4, logged=16)
    report = audit(DESK, links(held), [anchor(held, 16), anchor(held, 5)])

    assert report.sound
    assert (report.events, report.logged, report.claims, report.unanchored) == (20, 16, 4, 4)
    assert report.held == (anchor(held, 5), anchor(held, 16))


def test_a_history_without_checkpoints_is_unanchored_as_a_whole():
    assert audit(DESK, links(rows(7))).unanchored == 7


def test_a_desk_where_nothing_happened_yet():
    assert audit(DESK, [], [Anchor(0, EMPTY)]).sound
    assert not audit(DESK, [], [Anchor(0, GENESIS)]).sound


@pytest.mark.parametrize("size", [1, BATCH - 1, BATCH, BATCH + 1, 2 * BATCH + 700])
def test_checkpoints_of_every_size_are_compared_at_their_place(size: int):
    held = rows(2 * BATCH + 1000, claims=50)

    assert audit(DESK, links(held), [anchor(held, size)]).held == (anchor(held, size),)
    wrong = Anchor(size, EMPTY)
    (finding,) = audit(DESK, links(held), [wrong]).findings
    assert finding.sentence.startswith(f"The checkpoint over {size} events does not hold: ")


@pytest.mark.parametrize(
    "change",
    [
        {"payload": '{"round":1,"stance":"dispute"}'},
        {"name": "vote_changed"},
        {"moment": moment_of(START + timedelta(seconds=7, microseconds=1))},
        {"moment": moment_of(START + timedelta(hours=3))},
        {"salt": bytes(32)},
        {"hash": GENESIS},
    ],
)
def test_whatever_is_changed_in_a_row_leads_to_another_hash(change: dict[str, object]):
    held = rows(12)
    report = audit(DESK, links(changed(held, 7, **change)), [anchor(held, 12)])

    assert report.findings[0].sentence == (
        "Claim C-2, row 3: does not lead to its hash, so it was changed, or the hash before it was."
    )


@pytest.mark.parametrize("column", ["index", "sequence", "hash", "salt", "name", "payload", "moment"])
@pytest.mark.parametrize("value", [None, "x", b"x", 2.5, 1 << 70, "\ud800"])
def test_a_value_of_another_type_is_found_as_any_other_change(column: str, value: object):
    held = rows(12)
    report = audit(DESK, links(changed(held, 7, **{column: value})), [anchor(held, 12)])

    assert not report.sound


def test_a_history_of_another_desk_leads_to_other_hashes():
    assert not audit(DESK + 1, links(rows(3))).sound


def test_a_place_that_is_taken_twice_or_left_out_is_told():
    held = rows(6)
    twice = audit(DESK, links(changed(held, 4, index=3))).findings
    left_out = audit(DESK, links(changed(held, 5, index=6))).findings

    assert twice[0].sentence == "Claim C-2, row 2: has place 3 in the log, where place 4 has to follow."
    assert [type(one) for one in left_out] == [found.PlaceWrong]


def test_a_place_in_the_log_after_rows_without_one_is_told():
    held = rows(6, logged=3)
    report = audit(DESK, links(changed(held, 5, index=3)))

    assert [type(one) for one in report.findings] == [found.LoggedTooLate]


def test_only_the_first_checkpoint_that_fails_is_told():
    held = rows(12)
    wrong = [Anchor(3, EMPTY), Anchor(6, EMPTY), Anchor(60, EMPTY)]

    assert [one.facts["size"] for one in audit(DESK, links(held), wrong).findings] == [3]


def test_a_log_shorter_than_its_checkpoint_is_truncated():
    (finding,) = audit(DESK, links(rows(5)), [Anchor(8, EMPTY)]).findings

    assert finding.sentence == "The checkpoint over 8 events does not hold: the log has only 5, so its end is missing."


def test_checkpoints_of_one_size_with_two_roots_cannot_both_hold():
    held = rows(5)
    report = audit(DESK, links(held), [anchor(held, 5), Anchor(5, EMPTY)])

    assert report.held == (anchor(held, 5),)
    assert not report.sound


def test_findings_beyond_a_hundred_are_counted():
    forged = [(*row[:6], "{}", row[7]) for row in rows(250)]
    report = audit(DESK, links(forged))

    assert len(report.findings) == 100
    assert report.more == 150


def test_a_row_after_a_gap_is_not_called_changed_as_well():
    held = rows(9, claims=1)
    report = audit(DESK, links([*held[:4], *held[5:]]))

    assert [type(one) for one in report.findings] == [found.RowMissing, found.PlaceWrong]


def test_an_audit_keeps_one_hash_a_claim_and_no_rows(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.claims.audit.BATCH", 256)

    def chain(count: int) -> Iterator[LinkRow]:
        previous = GENESIS
        for place in range(count):
            one = link(DESK, 1, place + 1, START, Salt(bytes(16), bytes(16)), "x", previous)
            previous = one.hash()
            yield place, 1, place + 1, one.hour, one.time.hex(), one.seal.hex(), previous

    peaks = []
    for count in (512, 5000):
        tracemalloc.start()
        assert audit(DESK, chain(count)).sound
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] < 1.5 * peaks[0]
