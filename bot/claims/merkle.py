"""The Merkle tree of RFC 6962 over a log of leaf hashes: roots and proofs; hashing only.

Hashes are 32 bytes. Leaves are counted from 0. A *subtree* is a complete one: `(level, index)` names the one of
2**level leaves that begins at leaf index * 2**level, so level 0 are the leaves. Roots and proofs are worked out from a
`Subtrees` function, so that who stores the subtrees of some levels (the *stems*) need not read all leaves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.claims.errors import ClaimdeskError

EMPTY = hashlib.sha256(b"").digest()  # the root of a log without leaves
STEM = 8  # levels from one row of stored subtrees to the next: 256 hashes make one

Subtrees = Callable[[int, int], bytes]


class NoSuchProof(ClaimdeskError):
    """There is no proof from {old} to {new}: the log does not reach so far, or the order is wrong."""


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf that holds these bytes."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of a node over its two children."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Forest:
    """A growing log, of which only the roots of the complete subtrees are kept (at most one a level).

    `peaks` are these roots, the largest first: with `size` they are all that is needed to go on later.
    """

    def __init__(self, size: int = 0, peaks: Sequence[bytes] = ()) -> None:
        if len(peaks) != size.bit_count():
            raise ValueError(f"{len(peaks)} peaks for {size} leaves")
        self.size = size
        self.peaks = list(peaks)

    def add(self, leaf: bytes) -> None:
        """One more leaf hash."""
        self._push(leaf, 0)

    def extend(self, leaves: Sequence[bytes]) -> None:
        """More leaf hashes, in order; hashed in whole subtrees where they fill some."""
        start = min(-self.size % (1 << STEM), len(leaves))
        for leaf in leaves[:start]:
            self._push(leaf, 0)
        whole = start + (len(leaves) - start >> STEM << STEM)
        for stem in folded(leaves[start:whole], STEM):
            self._push(stem, STEM)
        for leaf in leaves[whole:]:
            self._push(leaf, 0)

    def root(self) -> bytes:
        """The root of the log as it stands."""
        return _joined(self.peaks)

    def _push(self, peak: bytes, level: int) -> None:
        full = self.size >> level
        while full & 1:
            peak = node_hash(self.peaks.pop(), peak)
            full >>= 1
        self.peaks.append(peak)
        self.size += 1 << level


def folded(hashes: Sequence[bytes], levels: int) -> Sequence[bytes]:
    """The row of subtrees so many levels above a row of subtrees; its length must be a multiple of 2**levels."""
    sha256 = hashlib.sha256
    for _ in range(levels):
        hashes = [
            sha256(b"\x01" + left + right).digest() for left, right in zip(hashes[::2], hashes[1::2], strict=True)
        ]
    return hashes


def root(leaves: Iterable[bytes]) -> bytes:
    """The root over these leaf hashes."""
    forest = Forest()
    forest.extend(list(leaves))
    return forest.root()


def subtrees_of(leaves: Sequence[bytes]) -> Subtrees:
    """The subtrees of a log that is held as a whole."""
    return lambda level, index: folded(leaves[index << level : index + 1 << level], level)[0]


def subtrees_from(stored: Callable[[int, int, int], Sequence[bytes]]) -> Subtrees:
    """Subtrees from stored rows: `stored(level, first, count)` gives hashes of level 0, 8, 16 …, at most 128."""

    def subtree(level: int, index: int) -> bytes:
        above = level % STEM
        return folded(stored(level - above, index << above, 1 << above), above)[0]

    return subtree


def new_stems(old: int, new: int) -> Iterator[tuple[int, int]]:
    """The (level, index) of the stems that are complete at size `new` and were not at `old`, the lower ones first.

    A stem of level n is `folded` of the 256 hashes of level n - 8 that begin at index * 256.
    """
    level = STEM
    while new >> level:
        yield from ((level, index) for index in range(old >> level, new >> level))
        level += STEM


def root_at(size: int, subtree: Subtrees) -> bytes:
    """The root that the log had when it held `size` leaves."""
    return _joined(list(peaks_at(size, subtree)))


def peaks_at(size: int, subtree: Subtrees) -> Iterator[bytes]:
    """The roots of the complete subtrees of a log of `size` leaves, the largest first: what `Forest` goes on from."""
    start = 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            yield subtree(level, start >> level)
            start += 1 << level


def inclusion_proof(index: int, size: int, subtree: Subtrees) -> list[bytes]:
    """The audit path of leaf `index` in the log of `size` leaves (RFC 6962, 2.1.1). Raises NoSuchProof."""
    if not 0 <= index < size:
        raise NoSuchProof(old=index, new=size)
    proof: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            proof.append(_range(middle, end, subtree))
            end = middle
        else:
            proof.append(_range(start, middle, subtree))
            start = middle
    return proof[::-1]


def consistency_proof(old: int, new: int, subtree: Subtrees) -> list[bytes]:
    """That the log of `old` leaves is the beginning of the one of `new` (RFC 6962, 2.1.2). Raises NoSuchProof."""
    if not 0 <= old <= new:
        raise NoSuchProof(old=old, new=new)
    proof: list[bytes] = []
    start, end = 0, new
    while 0 < old < end:
        middle = start + _split(end - start)
        if old <= middle:
            proof.append(_range(middle, end, subtree))
            end = middle
        else:
            proof.append(_range(start, middle, subtree))
            start = middle
    if start:
        proof.append(_range(start, end, subtree))
    return proof[::-1]


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof shows this leaf hash at `index` of the log with this size and root."""
    if not 0 <= index < size:
        return False
    place, last, found = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(sibling, found)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the log with the old size and root is the beginning of the new one."""
    if not 0 <= old <= new:
        return False
    if old in (0, new):
        return not proof and old_root == (EMPTY if old == 0 else new_root) and (new > 0 or new_root == EMPTY)
    path = [old_root, *proof] if old & old - 1 == 0 else list(proof)
    return bool(path) and _grown(old - 1, new - 1, path) == (old_root, new_root)


def _grown(place: int, last: int, path: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    """The old and the new root to which the path leads, None when its length is wrong."""
    while place & 1:
        place, last = place >> 1, last >> 1
    was = now = path[0]
    for sibling in path[1:]:
        if last == 0:
            return None
        if place & 1 or place == last:
            was, now = node_hash(sibling, was), node_hash(sibling, now)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            now = node_hash(now, sibling)
        place, last = place >> 1, last >> 1
    return (was, now) if last == 0 else None


def _range(start: int, end: int, subtree: Subtrees) -> bytes:
    """The root over the leaves from `start` to before `end`, which begin a subtree that covers them."""
    size = end - start
    level = size.bit_length() - 1
    if size == 1 << level:
        return subtree(level, start >> level)
    middle = start + _split(size)
    return node_hash(subtree(level, start >> level), _range(middle, end, subtree))


def _split(size: int) -> int:
    """The largest power of two below the size: what stands left of the root."""
    return 1 << (size - 1).bit_length() - 1


def _joined(peaks: Sequence[bytes]) -> bytes:
    if not peaks:
        return EMPTY
    found = peaks[-1]
    for peak in reversed(peaks[:-1]):
        found = node_hash(peak, found)
    return found
