"""From what a model tells to mentions: every field is found in the text, or left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.claims.model import (
    Action,
    Attack,
    Casualties,
    Control,
    Count,
    Interval,
    Kind,
    Mention,
)
from bot.claims.second_reading import RULE
from bot.extraction.sentences import Sentence
from bot.extraction.surroundings import Surroundings
from bot.second_reader.answer import Told
from bot.second_reader.quotes import find_quote

ACTIONS: dict[Kind, frozenset[Action]] = {
    Kind.DISPLACEMENT: frozenset({Action.FLED, Action.EVACUATED, Action.FORCED_OUT, Action.RETURNED}),
    Kind.DETENTION: frozenset(
        {Action.CAPTURED, Action.ARRESTED, Action.SURRENDERED, Action.FREED, Action.ESCAPED, Action.ABDUCTED}
    ),
    Kind.DEPLOYMENT: frozenset({Action.SENT, Action.WITHDRAWN}),
    Kind.DAMAGE: frozenset({Action.DESTROYED, Action.DAMAGED}),
}
LONGEST_NAME = 80  # characters of an actor, an object, a group of people
_ONE = re.compile(r"\b(?:an?|another|one)\s+[^\W\d_]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Placed:
    """What was told, and where its quote stands in the whole text."""

    told: Told
    start: int
    end: int


def place(chunk: str, offset: int, told: Iterable[Told]) -> Iterator[Placed]:
    """Finds each quote in the part of the text that was asked about, which begins at `offset`."""
    taken: dict[tuple[object, ...], set[int]] = {}
    for one in told:
        used = taken.setdefault((one.quote, one.kind, one.effect, one.action), set())
        at = find_quote(chunk, one.quote, one.context or "", used)
        if at is not None:
            used.add(at)
            yield Placed(one, offset + at, offset + at + len(one.quote))


def mentions_of(
    text: str, published: date | None, placed: Iterable[Placed], rules: Iterable[Mention] = ()
) -> Iterator[Mention]:
    """The mentions, in reading order. Place, day and speaker are what the text around each quote says.

    What the rules found is gone through as well, for the place and the day of one claim carry over to the next.
    """
    surroundings = Surroundings(text, published)
    both: list[Placed | Mention] = [*rules, *placed]
    for one in sorted(both, key=lambda one: (one.start, one.end)):
        sentence = surroundings.sentence(one.start, one.end)
        if sentence is None:
            continue
        if isinstance(one, Mention):
            surroundings.of(one.start, one.end, sentence, bound=one.kind is Kind.DEPLOYMENT)
        elif mention := _mention(text, surroundings, one, sentence):
            yield mention


def _mention(text: str, surroundings: Surroundings, one: Placed, sentence: Sentence) -> Mention | None:
    kind = one.told.kind
    quote, clause = text[one.start : one.end], text[sentence.start : sentence.end]
    figure = _figure(one.told, quote, surroundings.figures(one.start, one.end, sentence))
    fields = _fields(one.told, clause, figure)
    around = surroundings.of(one.start, one.end, sentence, bound=kind is Kind.DEPLOYMENT)
    if fields is None or not around.current:
        return None
    return Mention(
        kind, quote, one.start, one.end, RULE, one.told.polarity, around.place, around.event_date, around.attribution,
        **fields,
    )  # fmt: skip


def _fields(told: Told, clause: str, figure: Interval) -> dict[str, Any] | None:
    """What goes with the kind; None where too little is left of it to be a claim."""
    who, actor, target = (_standing(words, clause) for words in (told.who, told.actor, told.object))
    if told.kind is Kind.CASUALTIES:
        empty = told.effect is None and figure == Interval()
        return None if empty else {"casualties": Casualties(told.effect, figure, who)}
    if told.kind is Kind.TERRITORIAL_CONTROL:
        known = told.control is not None and (actor or target)
        return {"control": Control(actor, told.control, target)} if told.control and known else None
    if told.kind is Kind.ATTACK:
        return {"attack": Attack(told.attack, actor, target)} if told.attack else None
    if told.action not in ACTIONS[told.kind]:
        return None
    return {"count": Count(told.action, figure, who)}


def _figure(told: Told, quote: str, read: list[Interval]) -> Interval:
    """The figure of the quote that the model means, as we read it; a number that the quote does not hold is dropped."""
    meant = {number for number in (told.low, told.high) if number is not None}
    for figure in read:
        if meant & {figure.low, figure.high}:
            return figure
    return Interval(1, 1) if meant == {1} and _ONE.search(quote) else Interval()


def _standing(words: str | None, clause: str) -> str | None:
    """A name, where it stands in the sentence to the letter."""
    if not words or len(words) > LONGEST_NAME or not any(character.isalpha() for character in words):
        return None
    return words if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", clause) else None
