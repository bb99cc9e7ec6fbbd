from __future__ import annotations

import json
from dataclasses import replace
from random import Random

import pytest

from bot.claims import audit_findings as found
from bot.claims.audit_export import ExportedEvent
from bot.claims.merkle import subtrees_of
from bot.signing import BadNote, NotSigned, SignatureForged
from bot.signing.claim_proof import NothingAnchored, claim_proof, verify_claim_proof
from bot.signing.proof_lines import NotAProof
from tests.signing.histories import DESK, KEY, NOTARY, History, history
from tests.signing.tamperings import TAMPERINGS, Redone, redo


def _events(true: History, claim: int = 1) -> list[ExportedEvent]:
    return [event for event in true.events if event.claim == claim]


def _proof(true: History, events: list[ExportedEvent], note: str | None = None) -> str:
    return claim_proof(DESK, events, note or true.notes[-1], subtrees_of([event.hash for event in true.events]))


@pytest.fixture
def true() -> History:
    return history(Random(6), claims=3)


@pytest.mark.parametrize("claim", [1, 2, 3])
def test_a_proof_shows_that_a_claim_is_in_the_signed_log(true: History, claim: int):
    events = _events(true, claim)
    verdict = verify_claim_proof(_proof(true, events), KEY)

    assert verdict.findings == ()
    assert verdict.events == len(events)
    assert verdict.covered == sum(event.index is not None for event in events)
    assert verdict.checkpoint.size == true.size


def test_an_older_checkpoint_covers_less_and_the_rest_is_called_unanchored(true: History):
    verdict = verify_claim_proof(_proof(true, _events(true), true.notes[1]), KEY)

    assert verdict.covered == sum(event.index is not None and event.index < true.sizes[1] for event in _events(true))
    assert list(verdict.told())[-1] == f"Rows {verdict.covered + 1} to {verdict.events} came later and are unanchored."


def test_a_claim_that_no_checkpoint_covers_yet_has_no_proof(true: History):
    young = [replace(event, index=None) for event in _events(true)]

    with pytest.raises(NothingAnchored, match="No event of C-1 is covered by the checkpoint over 26 events yet"):
        _proof(true, young)


def test_the_inclusion_proof_has_the_form_that_others_read(true: History):
    lines = json.loads(_proof(true, _events(true)))["proof"].split("\n")

    assert lines[0] == "c2sp.org/tlog-proof@v1"
    assert lines[1].startswith("index ")
    assert lines[lines.index("") + 1] == NOTARY.origin(DESK)


@pytest.mark.parametrize("tampering", TAMPERINGS)
@pytest.mark.parametrize("how", Redone)
def test_no_tampering_with_a_covered_row_goes_unnoticed(true: History, tampering, how: Redone):
    own = _events(true)
    sound = json.loads(_proof(true, own))
    covered = verify_claim_proof(json.dumps(sound), KEY).covered
    for place in range(covered - 1):
        forged = redo(tampering(own, place, Random(place)), own, Redone.THE_CHAINS if how is Redone.EVERYTHING else how)
        text = json.dumps(sound | {"events": [json.loads(str(event)) for event in forged]})
        try:
            assert verify_claim_proof(text, KEY).findings
        except NotAProof:  # a row of another claim, or none at all
            continue


def test_the_proof_of_one_claim_does_not_serve_for_another(true: History):
    one, two = (json.loads(_proof(true, _events(true, claim))) for claim in (1, 2))
    verdict = verify_claim_proof(json.dumps(two | {"proof": one["proof"]}), KEY)

    assert [type(one) for one in verdict.findings] == [found.NotInLog]
    assert list(verdict.told()) == []


@pytest.mark.parametrize("change", [{"origin": "another.log"}, {"desk": 4}])
def test_the_proof_names_its_log(true: History, change: dict[str, object]):
    text = json.dumps(json.loads(_proof(true, _events(true))) | change)

    assert isinstance(verify_claim_proof(text, KEY).findings[0], found.OtherLog)


def test_a_forged_checkpoint_is_refused(true: History):
    text = _proof(true, _events(true))
    with pytest.raises(SignatureForged):
        verify_claim_proof(text.replace("\\n26\\n", "\\n27\\n"), KEY)
    with pytest.raises(NotSigned):
        verify_claim_proof(text, NOTARY.verifier_key(9))


@pytest.mark.parametrize(
    "change",
    [
        {"format": "claimdesk-proof/2"}, {"events": []}, {"events": None}, {"events": [{}]}, {"claim": 2},
        {"desk": None}, {"claim": "x"}, {"proof": None},
        {"proof": "c2sp.org/tlog-proof@v1"}, {"proof": "x\nindex 1\n\nnote"},
        {"proof": "c2sp.org/tlog-proof@v1\nindex 01\n\nnote"},
        {"proof": "c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\nnote"},
    ],
)  # fmt: skip
def test_what_is_not_in_the_form_of_a_proof_is_refused(true: History, change: dict[str, object]):
    with pytest.raises(NotAProof):
        verify_claim_proof(json.dumps(json.loads(_proof(true, _events(true))) | change), KEY)


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "[" * 100_000, '{"desk":1,"claim":1,"events":3,"proof":""}'])
def test_what_is_no_proof_at_all_is_refused(text: str):
    with pytest.raises(NotAProof):
        verify_claim_proof(text, KEY)


def test_a_proof_without_a_checkpoint_is_refused(true: History):
    fields = json.loads(_proof(true, _events(true)))
    with pytest.raises(BadNote):
        verify_claim_proof(json.dumps(fields | {"proof": fields["proof"].split("\n\n")[0] + "\n\n"}), KEY)
