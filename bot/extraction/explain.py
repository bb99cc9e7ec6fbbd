"""Explain: what the cascade saw in a text, sentence by sentence, as plain data for people who wonder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.claims.model import Kind, Mention, Polarity
from bot.claims.plain_words.figures import figure
from bot.claims.statement import statement
from bot.extraction.extract import extract
from bot.extraction.groups import Group
from bot.extraction.languages.clause import Sense
from bot.extraction.languages.packs import foreign, pack_of
from bot.extraction.languages.reading import senses
from bot.extraction.scene import Scene
from bot.extraction.sentences import Sentence, split


@dataclass(frozen=True, slots=True)
class GroupSeen:
    """A run of words about one noun: `text[start:end]`, what it is about, and its figure in words (empty for none)."""

    start: int
    end: int
    words: str
    about: str
    figure: str


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """A claim found in the sentence: `text[start:end]`, and the rule that fired."""

    start: int
    end: int
    kind: Kind
    polarity: Polarity
    rule: str
    statement: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One sentence, `text[start:end]`, with its groups and its claims in reading order."""

    start: int
    end: int
    sentence: str
    groups: tuple[GroupSeen, ...]
    claims: tuple[ExplainedClaim, ...]


def explain(text: str, published: date | None = None) -> list[Explanation]:
    """One entry a sentence, in order. `published` is the report's day, if the text does not say."""
    mentions = extract(text, published)
    code = foreign(text)
    if code is None:
        return [_explained(text, sentence, _seen_in(Scene(text, sentence)), mentions) for sentence in split(text)]
    if pack := pack_of(code):
        return [_explained(text, sense.sentence, _seen_by_pack(sense), mentions) for sense in senses(pack, text)]
    return [_explained(text, sentence, (), mentions) for sentence in split(text)]  # no groups of words nobody knows


def _explained(text: str, sentence: Sentence, groups: tuple[GroupSeen, ...], mentions: list[Mention]) -> Explanation:
    start, end = sentence.start, sentence.end
    claims = tuple(_claim(mention) for mention in mentions if start <= mention.start < end)
    return Explanation(start, end, text[start:end], groups, claims)


def _seen_in(scene: Scene) -> tuple[GroupSeen, ...]:
    return tuple(_seen(scene, group) for group in scene.groups)


def _seen_by_pack(sense: Sense) -> tuple[GroupSeen, ...]:
    """The groups of a sentence in another language, with their English names."""
    return tuple(
        GroupSeen(
            start := sense.words[group.start].start,
            end := sense.words[group.end - 1].end,
            " ".join(sense.text[start:end].split()),
            f"{group.about}, “{group.english}”",
            figure(group.interval) if group.counted else "",
        )
        for group in sense.groups.seen()
    )


def _seen(scene: Scene, group: Group) -> GroupSeen:
    start, end = scene.words[group.start].start, scene.words[group.end - 1].end
    told = figure(group.interval) if group.counted else ""
    return GroupSeen(start, end, " ".join(scene.text[start:end].split()), group.about.value, told)


def _claim(mention: Mention) -> ExplainedClaim:
    return ExplainedClaim(mention.start, mention.end, mention.kind, mention.polarity, mention.rule, statement(mention))
