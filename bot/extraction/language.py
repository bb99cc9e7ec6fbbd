"""Language: whether a text is English, told by its small words; only then do the patterns mean anything."""

from __future__ import annotations

import re

_SMALL: dict[str, frozenset[str]] = {
    "en": frozenset(
        "the and of to in was were that for with on at said by from has have had been are is it his their after".split()
    ),
    "es": frozenset(
        "el la los las de que y en un una por con para del se fue fueron han más como pero su al según".split()
    ),
    "fr": frozenset(
        "le la les des et de un une dans que pour par sur est ont été avec au aux du qui pas sont selon".split()
    ),
    "de": frozenset(
        "der die das und in den von zu mit ist im für auf wurde wurden nicht ein eine dem des sind nach bei".split()
    ),
    "pt": frozenset("o a os as de que e em um uma por com para do da foi foram não mais como dos das ao pelo".split()),
    "it": frozenset("il lo la gli le di che e in un una per con del della è sono stati stato nel dei alla più".split()),
    "nl": frozenset("de het een en van in is dat op te zijn met voor niet aan door werden werd bij naar uit".split()),
    "tr": frozenset("ve bir bu da de için ile olarak çok daha sonra olan kadar göre ise oldu".split()),
    "id": frozenset("yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh telah adalah orang".split()),
}
_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("uk", "іїєґ"),
    ("ru", "абвгдежзийклмнопрстуфхцчшщъыьэюя"),
    ("fa", "پچژگ"),
    ("ar", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    ("he", "אבגדהוזחטיכלמנסעפצקרשת"),
    ("el", "αβγδεζηθικλμνξοπρστυφχψω"),
    ("hi", "अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह"),
    ("ja", "のにはをたがでてとしれさ"),
    ("zh", "的一是在不了有和人这中大为上个国"),
    ("ko", "이다의에는을를은가고한"),
)
_WORD = re.compile(r"[^\W\d_]+")
HEAD = 4_000  # characters that tell


def language_of(text: str) -> str | None:
    """The text's language as an ISO 639-1 code, by its letters and its small words; None when it cannot be told.

    >>> language_of("The army said that two soldiers were killed in the town.")
    'en'
    """
    head = text[:HEAD].lower()
    words = _WORD.findall(head)
    if not words:
        return None
    script = _by_script("".join(words))
    if script:
        return script
    scores = {code: sum(word in small for word in words) for code, small in _SMALL.items()}
    best = max(scores, key=lambda code: scores[code])
    if scores[best] == 0:
        return None
    return best if scores[best] >= max(1, len(words) // 20) else None


def _by_script(letters: str) -> str | None:
    for code, alphabet in _SCRIPTS:
        share = sum(letter in alphabet for letter in letters) / len(letters)
        if share > (0.02 if code in ("uk", "fa") else 0.2):
            return code
    return None
