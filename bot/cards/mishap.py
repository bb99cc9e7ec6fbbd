"""What went wrong, in a sentence that a person can act on, with a reference to find it in the log."""

from __future__ import annotations

from inspect import cleandoc

from bot.cards.card import Card, Style
from bot.cards.fit import fitted, part
from bot.cards.hostile import outside
from bot.cards.wording import say
from bot.claims.errors import ClaimdeskError

SENTENCE_LENGTH = 1500
FACT_LENGTH = 100
OURS = "example"  # a command that we wrote, to be copied: what makes words harmless would make it nobody's command


def mishap_card(trouble: ClaimdeskError | str, reference: object) -> Card:
    """An error's own sentence, with what the person wrote made harmless and our own commands left as they are.

    A bare sentence is made harmless as a whole. `reference` is shown below it.
    """
    told = _told(trouble) if isinstance(trouble, ClaimdeskError) else outside(trouble, SENTENCE_LENGTH)
    reference_line = say("person.reference", reference=str(reference))
    return fitted([part(told, rank=1), part(reference_line, Style.ITALIC)])


def sorry_card(reference: object) -> Card:
    """For a mistake of ours: nothing was changed."""
    return fitted([part(say("person.sorry")), part(say("person.reference", reference=str(reference)), Style.ITALIC)])


def _told(error: ClaimdeskError) -> str:
    words = cleandoc(type(error).__doc__ or "").replace("\n", " ")
    facts = {name: str(fact) if name == OURS else outside(str(fact), FACT_LENGTH) for name, fact in error.facts.items()}
    return words.format(**facts)
