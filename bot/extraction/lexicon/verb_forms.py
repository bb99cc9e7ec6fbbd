"""The verbs by their forms: from a word to everything it may say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.extraction.lexicon.verbs import ATTACK, CONTROL, FORMS


class Form(StrEnum):
    """A form of a verb; past and participle are often one word."""

    PLAIN = "plain"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Sense:
    """What a verb reports: the kind, the effect or action or attack type, and whose number counts."""

    kind: str
    label: str
    role: str
    lemma: str


_ORDER = (Form.PLAIN, Form.PRESENT, Form.PAST, Form.PARTICIPLE, Form.ING)


def _entries() -> list[tuple[str, Form, Sense]]:
    tables = [(key, verbs) for key, verbs in FORMS.items()]
    tables += [(("territorial_control", label, "object"), verbs) for label, verbs in CONTROL.items()]
    tables += [(("attack", label, "object"), verbs) for label, verbs in ATTACK.items()]
    entries = []
    for (kind, label, role), verbs in tables:
        for verb in verbs.split(";"):
            words = verb.split()
            entries += [
                (word, form, Sense(kind, label, role, words[0])) for word, form in zip(words, _ORDER, strict=True)
            ]
    return entries


SENSES: dict[str, tuple[Sense, ...]] = {}
FORMS_OF: dict[str, frozenset[Form]] = {}
for _word, _form, _sense in _entries():
    if _sense not in SENSES.get(_word, ()):
        SENSES[_word] = (*SENSES.get(_word, ()), _sense)
    FORMS_OF[_word] = FORMS_OF.get(_word, frozenset()) | {_form}

_ALSO_NOUNS = frozenset(
    """attack attacks assault assaults strike strikes raid raids ambush clash clashes fight fights battle battles
    shell shells bomb bombs wound wounds storm land lands fire station stations level levels control controls rule
    rules
    hit hits target targets free escape escapes capture release die massacre murder slaughter skirmish skirmishes
    surrender detonation rush trap traps damage recall transfer transfers gut hold pound pounds rescue arrest arrests
    bombing shelling fighting building break breaks martyr martyrs flies bury bomb secure clear left hold""".split()
)
VERB_WORDS = frozenset(word for word in SENSES if word not in _ALSO_NOUNS)
PARTICIPLES = frozenset(word for word, forms in FORMS_OF.items() if Form.PARTICIPLE in forms)
