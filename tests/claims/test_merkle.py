from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.claims.merkle import (
    EMPTY,
    STEM,
    Forest,
    NoSuchProof,
    Subtrees,
    consistency_proof,
    folded,
    inclusion_proof,
    leaf_hash,
    new_stems,
    node_hash,
    peaks_at,
    root,
    root_at,
    subtrees_from,
    subtrees_of,
    verify_consistency,
    verify_inclusion,
)

# The inputs with which certificate transparency logs are tested, and what comes of them.
INPUTS = "|00|10|2021|3031|40414243|5051525354555657|606162636465666768696a6b6c6d6e6f".split("|")
LEAVES = [leaf_hash(bytes.fromhex(text)) for text in INPUTS]
ROOTS = """
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
""".split()

A = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
B = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
C = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
D = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
E = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
F = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
G = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
H = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"

logs = st.integers(1, 700).map(lambda size: [leaf_hash(size.to_bytes(2) + i.to_bytes(2)) for i in range(size)])


def naive(leaves: Sequence[bytes]) -> bytes:
    """The root word for word as RFC 6962, 2.1 defines it."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256(b"").digest()
    split = _split(len(leaves))
    return sha256(b"\x01" + naive(leaves[:split]) + naive(leaves[split:])).digest()


def naive_path(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """The audit path word for word as RFC 6962, 2.1.1 defines it."""
    if len(leaves) < 2:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*naive_path(index, leaves[:split]), naive(leaves[split:])]
    return [*naive_path(index - split, leaves[split:]), naive(leaves[:split])]


def naive_growth(old: int, leaves: Sequence[bytes], whole: bool = True) -> list[bytes]:
    """The consistency proof word for word as RFC 6962, 2.1.2 defines it."""
    if old == len(leaves):
        return [] if whole else [naive(leaves)]
    split = _split(len(leaves))
    if old <= split:
        return [*naive_growth(old, leaves[:split], whole), naive(leaves[split:])]
    return [*naive_growth(old - split, leaves[split:], False), naive(leaves[:split])]


def _split(size: int) -> int:
    split = 1
    while split * 2 < size:
        split *= 2
    return split


@pytest.mark.parametrize("size", range(9))
def test_the_roots_of_the_known_log(size: int):
    assert root(LEAVES[:size]).hex() == ROOTS[size]
    assert root_at(size, subtrees_of(LEAVES)).hex() == ROOTS[size]


@pytest.mark.parametrize(
    ("index", "size", "path"),
    [
        (0, 1, []),
        (0, 8, [A, B, C]),
        (5, 8, [D, E, G]),
        (2, 3, [H]),
        (1, 5, [ROOTS[1], B, LEAVES[4].hex()]),
    ],
)
def test_the_inclusion_proofs_of_the_known_log(index: int, size: int, path: list[str]):
    proof = inclusion_proof(index, size, subtrees_of(LEAVES))

    assert [node.hex() for node in proof] == path
    assert verify_inclusion(LEAVES[index], index, size, proof, bytes.fromhex(ROOTS[size]))


@pytest.mark.parametrize(("old", "new", "path"), [(1, 1, []), (1, 8, [A, B, C]), (6, 8, [F, E, G]), (2, 5, [B, D])])
def test_the_consistency_proofs_of_the_known_log(old: int, new: int, path: list[str]):
    proof = consistency_proof(old, new, subtrees_of(LEAVES))

    assert [node.hex() for node in proof] == path
    assert verify_consistency(old, new, bytes.fromhex(ROOTS[old]), bytes.fromhex(ROOTS[new]), proof)


@given(logs, st.data())
def test_roots_and_proofs_are_those_of_the_definition(leaves: list[bytes], data: st.DataObject):
    size = len(leaves)
    index, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))

    assert root(leaves) == naive(leaves)
    assert inclusion_proof(index, size, subtrees_of(leaves)) == naive_path(index, leaves)
    assert consistency_proof(old, size, subtrees_of(leaves)) == naive_growth(old, leaves)


@given(logs, st.lists(st.integers(0, 700)))
def test_a_forest_grows_to_the_same_root_in_any_steps(leaves: list[bytes], cuts: list[int]):
    forest = Forest()
    for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(leaves)], strict=True):
        forest = Forest(forest.size, forest.peaks)
        forest.extend(leaves[start:end])

    assert forest.size == len(leaves)
    assert forest.root() == naive(leaves)
    assert forest.peaks == list(peaks_at(len(leaves), subtrees_of(leaves)))


def test_a_forest_takes_leaves_one_by_one():
    forest = Forest()
    for leaf in LEAVES[:7]:
        forest.add(leaf)

    assert forest.root().hex() == ROOTS[7]


def test_a_forest_with_too_few_peaks_is_refused():
    with pytest.raises(ValueError, match="1 peaks for 3 leaves"):
        Forest(3, [EMPTY])


@given(logs, st.data())
def test_an_inclusion_proof_verifies_and_nothing_near_it_does(leaves: list[bytes], data: st.DataObject):
    size, top = len(leaves), root(leaves)
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(index, size, subtrees_of(leaves))
    assert verify_inclusion(leaves[index], index, size, proof, top)

    other = data.draw(st.integers(-1, size + 1).filter(lambda one: one != index))
    assert not verify_inclusion(leaves[index], other, size, proof, top)
    assert not verify_inclusion(_flipped(leaves[index], data), index, size, proof, top)
    assert not verify_inclusion(leaves[index], index, size, proof, _flipped(top, data))
    for worse in _worse(proof, data):
        assert not verify_inclusion(leaves[index], index, size, worse, top)


@given(logs, st.data())
def test_a_consistency_proof_verifies_and_nothing_near_it_does(leaves: list[bytes], data: st.DataObject):
    new = len(leaves)
    old = data.draw(st.integers(0, new))
    was, now = root(leaves[:old]), root(leaves)
    proof = consistency_proof(old, new, subtrees_of(leaves))
    assert verify_consistency(old, new, was, now, proof)

    assert not verify_consistency(old, new, _flipped(was, data), now, proof)
    assert old == 0 or not verify_consistency(old, new, was, _flipped(now, data), proof)
    assert not verify_consistency(new + 1, new, was, now, proof)
    for worse in _worse(proof, data):
        assert not verify_consistency(old, new, was, now, worse)


@given(logs, st.data())
def test_a_proof_does_not_verify_for_another_old_size(leaves: list[bytes], data: st.DataObject):
    new = len(leaves)
    old, other = data.draw(st.integers(1, new)), data.draw(st.integers(0, new))
    assume(other != old)
    proof = consistency_proof(old, new, subtrees_of(leaves))

    assert not verify_consistency(other, new, root(leaves[:old]), root(leaves), proof)


def test_a_wrong_size_of_the_log_does_not_verify_where_the_path_would_differ():
    proof = inclusion_proof(4, 7, subtrees_of(LEAVES))
    right = [size for size in range(20) if verify_inclusion(LEAVES[4], 4, size, proof, bytes.fromhex(ROOTS[7]))]

    assert 7 in right
    assert all(len(naive_path(4, [*LEAVES, *LEAVES, *LEAVES][:size])) == len(proof) for size in right)


@pytest.mark.parametrize(("index", "size"), [(-1, 4), (4, 4), (0, 0)])
def test_what_is_not_in_the_log_has_no_inclusion_proof(index: int, size: int):
    with pytest.raises(NoSuchProof):
        inclusion_proof(index, size, subtrees_of(LEAVES))


def test_a_log_does_not_shrink():
    with pytest.raises(NoSuchProof):
        consistency_proof(5, 4, subtrees_of(LEAVES))


def test_an_empty_log_is_the_beginning_of_every_log():
    assert verify_consistency(0, 3, EMPTY, bytes.fromhex(ROOTS[3]), [])
    assert not verify_consistency(0, 3, bytes.fromhex(ROOTS[3]), bytes.fromhex(ROOTS[3]), [])
    assert not verify_consistency(0, 0, EMPTY, bytes.fromhex(ROOTS[3]), [])


def _stored(leaves: Sequence[bytes], asked: list[int]) -> Subtrees:
    """Subtrees from stems that were stored as the log grew, in three steps."""
    rows: dict[tuple[int, int], bytes] = {(0, place): leaf for place, leaf in enumerate(leaves)}
    size = len(leaves)
    for old, new in ((0, size // 3), (size // 3, size // 2), (size // 2, size)):
        for level, place in new_stems(old, new):
            below = [rows[level - STEM, place << STEM | one] for one in range(1 << STEM)]
            rows[level, place] = folded(below, STEM)[0]

    def stored(level: int, first: int, count: int) -> list[bytes]:
        asked.append(count)
        return [rows[level, place] for place in range(first, first + count)]

    return subtrees_from(stored)


def test_stored_stems_give_the_same_proofs_and_spare_the_leaves():
    leaves = [leaf_hash(place.to_bytes(4)) for place in range(70_000)]
    asked: list[int] = []
    stored, held = _stored(leaves, asked), subtrees_of(leaves)

    assert root_at(70_000, stored) == root(leaves)
    assert inclusion_proof(66_000, 70_000, stored) == inclusion_proof(66_000, 70_000, held)
    assert consistency_proof(40_001, 70_000, stored) == consistency_proof(40_001, 70_000, held)
    assert max(asked) == 128
    assert sum(asked) < 3_000


def test_a_leaf_is_never_a_node():
    assert leaf_hash(LEAVES[0] + LEAVES[1]) != node_hash(LEAVES[0], LEAVES[1])


def _flipped(node: bytes, data: st.DataObject) -> bytes:
    bit = data.draw(st.integers(0, 255))
    return (int.from_bytes(node) ^ 1 << bit).to_bytes(32)


def _worse(proof: list[bytes], data: st.DataObject) -> list[list[bytes]]:
    """The proof cut, lengthened at either end, and with one bit changed."""
    made = [[*proof, EMPTY], [EMPTY, *proof], [*proof, *(proof[-1:] or [EMPTY])]]
    if proof:
        place = data.draw(st.integers(0, len(proof) - 1))
        made += [proof[:-1], proof[1:], [*proof[:place], _flipped(proof[place], data), *proof[place + 1 :]]]
    return made
