from __future__ import annotations

from itertools import pairwise
from random import Random
from time import monotonic

import pytest

from bot.claims import audit_findings as found
from bot.claims.audit_export import NotAnExport
from tests.scoreboard import count
from tests.signing.histories import NOTARY, history, note, text_of, verify
from tests.signing.tamperings import (
    TAMPERINGS,
    Redone,
    change_what_it_says,
    drop,
    forge_what_is_shown,
    insert,
    redo,
    tampered,
    truncate,
)

CASES = 400
SENTENCES_WITH_A_ROW = (
    found.RowMissing, found.RowOutOfPlace, found.RowChanged, found.PlaceWrong, found.ShownForged, found.WordsForged,
    found.WordsUnsealed,
)  # fmt: skip


def _one_case(seed: int) -> bool:
    """Whether the case was one: not when what the checkpoint covers came out as it was."""
    random = Random(seed)
    true = history(random, rows=random.randint(8, 60), claims=random.randint(1, 6))
    assert verify(true.text(), true.notes).sound

    name, first, how, events = tampered(true, random)
    if first >= true.sizes[-1] or text_of(events) == true.text():
        return False
    report = verify(text_of(events, random.choice([None, true.size])), true.notes)

    count("tampered")
    count("tampering_found", not report.sound)
    assert not report.sound, f"seed {seed}: {name}, {how}"
    if how is Redone.EVERYTHING:
        fails = [one for one in report.findings if isinstance(one, found.CheckpointFails | found.Truncated)]
        assert [one.facts["size"] for one in fails] == [min(size for size in true.sizes if size > first)]
    if how is Redone.NOTHING and name != "truncate":
        assert any(isinstance(one, SENTENCES_WITH_A_ROW) for one in report.findings), f"seed {seed}: {name}"
    return True


def test_no_tampering_with_what_a_checkpoint_covers_goes_unnoticed():
    assert sum(map(_one_case, range(CASES))) >= 300


@pytest.mark.soak
def test_no_tampering_goes_unnoticed_for_long(soak_minutes: float):
    end, seed, cases = monotonic() + 60 * soak_minutes, CASES, 0
    while monotonic() < end:
        cases += _one_case(seed)
        seed += 1
    assert cases


@pytest.mark.parametrize("tampering", TAMPERINGS)
@pytest.mark.parametrize("how", Redone)
def test_every_tampering_is_found_however_much_is_redone(tampering, how: Redone):
    random = Random(7)
    true = history(random)
    for place in range(0, true.sizes[-1] - 1, 3):
        events = redo(tampering(true.events, place, random), true.events, how)
        assert not verify(text_of(events), true.notes).sound


def test_a_changed_row_is_named_by_claim_and_row():
    random = Random(1)
    true = history(random)
    place = 11
    report = verify(text_of(change_what_it_says(true.events, place, random)), true.notes)

    changed = true.events[place]
    (finding,) = report.findings
    assert finding.sentence.startswith(f"Claim C-{changed.claim}, row {changed.sequence}: does not lead to its hash")
    assert len(report.held) == 3


def test_a_row_whose_own_hash_was_redone_is_found_by_the_row_after_it():
    true = history(Random(1), claims=1)
    events = redo(change_what_it_says(true.events, 11, Random(1)), true.events, Redone.THE_ROW)
    first, *_ = verify(text_of(events), true.notes).findings

    assert first.sentence.startswith("Claim C-1, row 13: does not lead to its hash")


def test_a_dropped_row_is_named():
    true = history(Random(1), claims=1)
    first, *_ = verify(text_of(drop(true.events, 4, Random())), true.notes).findings

    assert first.sentence == "Claim C-1, row 5: is missing; row 6 is the next there is."


def test_an_inserted_row_is_named():
    true = history(Random(1), claims=1)
    first, *_ = verify(text_of(insert(true.events, 4, Random(1))), true.notes).findings

    assert first.sentence.startswith("Claim C-1, row 5: does not lead to its hash")


def test_swapped_rows_are_named():
    true = history(Random(1), claims=1)
    swapped = list(true.events)
    swapped[4], swapped[5] = swapped[5], swapped[4]
    first, *_ = verify(text_of(swapped), true.notes).findings

    assert first.sentence == "Claim C-1, row 5: is missing; row 6 is the next there is."


def test_a_swap_that_leaves_every_chain_as_it_is_fails_the_checkpoint():
    true = history(Random(3), claims=6)
    place = next(at for at, (one, two) in enumerate(pairwise(true.events)) if at >= 2 and one.claim != two.claim)
    swapped = list(true.events)
    swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
    report = verify(text_of(redo(swapped, true.events, Redone.EVERYTHING)), true.notes)

    assert [type(one) for one in report.findings] == [found.CheckpointFails]


def test_a_truncated_log_is_smaller_than_its_checkpoint():
    true = history(Random(1), claims=1)
    report = verify(text_of(truncate(true.events, true.sizes[-1] - 1, Random())), true.notes)

    assert [type(one) for one in report.findings] == [found.Truncated]
    assert report.held == tuple(one for one in report.held if one.size < true.sizes[-1])
    assert len(report.held) == 2


def test_what_is_shown_must_be_what_was_sealed():
    true = history(Random(1))
    report = verify(text_of(forge_what_is_shown(true.events, 6, Random(1))), true.notes)

    assert [type(one) for one in report.findings] == [found.ShownForged]


def test_all_events_after_the_checkpoint_may_be_rewritten_and_are_called_unanchored():
    random = Random(5)
    true = history(random, unanchored=6, checkpoints=1)
    place = true.sizes[-1] + 2
    report = verify(
        text_of(redo(change_what_it_says(true.events, place, random), true.events, Redone.EVERYTHING)), true.notes
    )

    assert report.sound
    assert report.unanchored == 6


def test_the_middle_checkpoint_alone_vouches_for_what_it_covers_only():
    true = history(Random(2), unanchored=4)
    report = verify(true.text(), true.notes[1:2])

    assert report.sound
    assert [anchor.size for anchor in report.held] == true.sizes[1:2]
    assert report.unanchored == len(true.events) - true.sizes[1]


def test_a_rewritten_history_with_a_new_checkpoint_does_not_fit_the_old_one():
    random = Random(4)
    true = history(random)
    events = redo(change_what_it_says(true.events, 0, random), true.events, Redone.EVERYTHING)
    new = note(events, true.size, NOTARY)
    report = verify(text_of(events), [*true.notes, new])

    assert [(type(one), one.facts["size"]) for one in report.findings] == [(found.CheckpointFails, true.sizes[0])]


def test_redoing_all_hashes_of_a_true_history_changes_none():
    true = history(Random(1))

    assert redo(list(true.events), true.events, Redone.EVERYTHING) == true.events


def test_no_byte_of_an_event_can_be_changed_in_the_file():
    random = Random(9)
    true = history(random, rows=12, unanchored=0)
    text = true.text()
    start = text.index("\n") + 1
    for _ in range(300):
        place = random.randrange(start, len(text) - 1)
        other = random.choice([chr(ord(text[place]) ^ 1 << random.randrange(7)), "", text[place] * 2, " ", "0"])
        forged = text[:place] + other + text[place + 1 :]
        assert forged == text or not verify(forged, true.notes).sound


def test_no_byte_of_the_first_line_but_its_time_can_be_changed():
    true = history(Random(9), rows=12, unanchored=0)
    head, rest = true.text().split("\n", 1)
    for place in range(head.index('"made"')):
        forged = head[:place] + ("1" if head[place] != "1" else "2") + head[place + 1 :]
        try:
            assert not verify(f"{forged}\n{rest}", true.notes).sound
        except NotAnExport:
            continue
