"""How idioms are written: words, and slots in which groups stand.

Slots: `A` who acts (a force, armed people, a name, we, they), `M` the same but surely under arms, `P` a place,
`F` fighters that suffer it, `T` a place or fighters, `X` an attack, `N` nobody, `H` one to three words of whose it is
(“army”, “the rebels'”); `W` people who are not under arms, `D` persons, `R` troops, `G` things, `S` a place to sleep in,
`C` a place where many are taken in, `V` what people travel on,
`E` whoever or whatever is struck. Verbs in CAPITALS stand for all their forms, `a/b` for
either word.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.extraction.lexicon.grammar import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS
from bot.extraction.lexicon.inflection import spellings

SLOTS = frozenset("AMPFTXNHWDRGSCVE")


SLOT_WORDS: dict[str, frozenset[str]] = {
    "C": frozenset("centres centers sites camps shelters".split()),
    "S": frozenset(
        """school schools church churches mosque mosques centre centres center centers camp camps site sites tree trees
        tent tents bush cathedral seminary mission base compound hall stadium airport airfield beach roadside basement
        basements cellar relatives monastery convent forest forests street streets field fields gymnasium
        shelters shelter hangar warehouse barracks station mountains hills woods verge ditch park classrooms families
        university college temple caves cave tarpaulins sky stars bridge""".split()
    ),
    "V": frozenset(
        "ferry ferries boat boats bus buses convoy convoys train trains plane planes helicopter helicopters ship ships "
        "truck trucks lorries flight flights vessel".split()
    ),
    "N": frozenset("nobody nobody's anybody's neither none no one's one".split()),
}
"""Slots in which only groups with one of these words stand."""
_SMALL_WORDS = AUXILIARIES | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | PRONOUNS | {".", ",", ";"}
_PARTICIPLES = ("ed", "en", "wn", "ought", "ent", "eld", "ung", "un")


class Idiom(NamedTuple):
    """An idiom taken apart: `subject` is its first slot or empty; a part is a slot or the spellings of a word.

    `suffered` where it begins with participles: what its subject did not do, but was done to it.
    """

    action: str
    subject: str
    parts: tuple[str | frozenset[str], ...]
    suffered: bool

    words: tuple[frozenset[str], ...]  # without the slots, the least common first
    second: frozenset[str]  # what stands next to its first word; empty for a slot

    @property
    def name(self) -> str:
        """Its words, for the rule's name."""
        return "_".join(min(sorted(part), key=len) for part in self.parts if not isinstance(part, str))


def read_idioms(table: dict[str, str]) -> tuple[Idiom, ...]:
    """The idioms of a table, the longest first."""
    found = [
        _read(action, idiom.split()) for action, idioms in table.items() for idiom in idioms.split("|") if idiom.strip()
    ]
    return tuple(sorted(found, key=lambda one: -len(one.parts)))


def _read(action: str, whole: list[str]) -> Idiom:
    first = whole[0] if whole[0] in SLOTS else ""
    parts = [word if word in SLOTS else spellings(word) for word in (whole[1:] if first else whole)]
    words = (whole[1:] if first else whole)[0].split("/")
    suffered = bool(first) and all(word.endswith(_PARTICIPLES) and word.islower() for word in words)
    second = parts[1] if len(parts) > 1 and not isinstance(parts[1], str) else frozenset()
    fixed = [SLOT_WORDS.get(part, frozenset()) if isinstance(part, str) else part for part in parts]
    return Idiom(action, first, tuple(parts), suffered, tuple(sorted(filter(None, fixed), key=_commonness)), second)


def _commonness(words: frozenset[str]) -> tuple[bool, int]:
    return 2 * len(words & _SMALL_WORDS) >= len(words), len(words)


def by_first_word(idioms: tuple[Idiom, ...]) -> dict[str, tuple[Idiom, ...]]:
    """First word that is no slot -> the idioms that begin with it, in order."""
    table: dict[str, list[Idiom]] = {}
    for idiom in idioms:
        for word in idiom.parts[0]:
            table.setdefault(word, []).append(idiom)
    return {word: tuple(rows) for word, rows in table.items()}
