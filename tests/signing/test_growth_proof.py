from __future__ import annotations

import json
from itertools import combinations_with_replacement
from random import Random

import pytest

from bot.claims import audit_findings as found
from bot.claims.merkle import NoSuchProof, subtrees_of
from bot.signing import NotSigned
from bot.signing.growth_proof import growth_proof, verify_growth_proof
from bot.signing.proof_lines import NotAProof
from tests.signing.histories import KEY, NOTARY, history, note

TRUE = history(Random(8), rows=40, checkpoints=6)
SUBTREES = subtrees_of([event.hash for event in TRUE.events])
PROOF = growth_proof(TRUE.notes[0], TRUE.notes[-1], SUBTREES)


@pytest.mark.parametrize(("old", "new"), [*combinations_with_replacement(range(6), 2)])
def test_each_checkpoint_is_the_beginning_of_all_later_ones(old: int, new: int):
    verdict = verify_growth_proof(growth_proof(TRUE.notes[old], TRUE.notes[new], SUBTREES), KEY)

    assert verdict.findings == ()
    assert (verdict.old.size, verdict.new.size) == (TRUE.sizes[old], TRUE.sizes[new])


def test_two_checkpoints_of_one_size_and_different_roots_are_no_growth():
    other = note(TRUE.events[::-1], TRUE.sizes[-1])
    verdict = verify_growth_proof(growth_proof(TRUE.notes[-1], other, SUBTREES), KEY)

    assert [type(one) for one in verdict.findings] == [found.NotGrown]
    assert list(verdict.told()) == []


def test_a_log_does_not_shrink():
    with pytest.raises(NoSuchProof):
        growth_proof(TRUE.notes[-1], TRUE.notes[0], SUBTREES)


def test_a_proof_that_lacks_a_hash_shows_nothing():
    fields = json.loads(PROOF)

    assert verify_growth_proof(json.dumps(fields | {"proof": fields["proof"][1:]}), KEY).findings


def test_both_checkpoints_must_be_signed():
    with pytest.raises(NotSigned):
        verify_growth_proof(PROOF, NOTARY.verifier_key(7))


@pytest.mark.parametrize(
    "change", [{"format": "x"}, {"old": None}, {"new": 7}, {"proof": None}, {"proof": ["AAAA"]}, {"proof": [7]}]
)
def test_what_is_not_in_the_form_of_a_proof_is_refused(change: dict[str, object]):
    with pytest.raises(NotAProof):
        verify_growth_proof(json.dumps(json.loads(PROOF) | change), KEY)


@pytest.mark.parametrize("text", ["", "[]", "{}", "7"])
def test_what_is_no_proof_at_all_is_refused(text: str):
    with pytest.raises(NotAProof):
        verify_growth_proof(text, KEY)
