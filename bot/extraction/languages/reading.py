"""Reading: a text in a language of a pack becomes mentions, as an English one does by the cascade."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import tee, zip_longest

from bot.claims.model import (
    Attribution,
    Casualties,
    Control,
    ControlAction,
    Effect,
    Interval,
    Kind,
    Mention,
    Polarity,
)
from bot.extraction.languages.circumstances import Story
from bot.extraction.languages.clause import Found, Sense, read_words
from bot.extraction.languages.names import Atlas
from bot.extraction.languages.pack import Pack, Speaking
from bot.extraction.languages.sieve import is_claim, negated
from bot.extraction.sentences import split

HEAD = 4_000  # characters that tell which countries a text speaks of


def read(pack: Pack, text: str, published: date | None = None) -> list[Mention]:
    """The mentions of a text in reading order. `published` is the report's day, if the text does not say."""
    story = Story(pack, text, published)
    pairs = zip_longest(*_shifted(senses(pack, text)))
    return [mention for sense, following in pairs if sense for mention in _told(sense, following, story)]


def senses(pack: Pack, text: str) -> Iterator[Sense]:
    """The sentences of a text as the pack's patterns see them."""
    atlas = Atlas(pack.places, read_words(text, 0, min(len(text), HEAD))[1])
    return (Sense(pack, text, sentence, atlas) for sentence in split(text))


def _shifted(some: Iterator[Sense]) -> tuple[Iterator[Sense], Iterator[Sense]]:
    """Each with the one that follows it."""
    these, following = tee(some)
    next(following, None)
    return these, following


def _told(sense: Sense, following: Sense | None, story: Story) -> Iterator[Mention]:
    taken: list[tuple[int, int]] = []
    told = False
    for found in sense.found():
        match = found.match
        if any(start < match.end and match.start < end for start, end in taken) or not is_claim(sense, found):
            continue
        mention = _mention(sense, following, found, story)
        if mention is not None:
            taken.append((match.start, match.end))
            told = True
            yield mention
    if told:
        story.hear(sense)
    else:
        story.pass_by(sense)


def _mention(sense: Sense, following: Sense | None, found: Found, story: Story) -> Mention | None:
    dated = story.dated(sense, found)
    if dated is not None and (story.is_old(dated) or story.is_ahead(dated)):
        return None
    cue = story.cue(sense, found, following)
    if cue is not None and cue.sense is Speaking.DOUBTS:
        return None
    who = story.who(cue)
    denied = cue is not None and cue.denies
    if not denied and negated(sense, found):
        if who is None:
            return None
        denied = True
    start, end = sense.words[found.match.start].start, sense.words[found.match.end - 1].end
    return Mention(
        kind=found.rule.kind,
        quote=sense.text[start:end],
        start=start,
        end=end,
        rule=found.rule.name,
        polarity=Polarity.DENIED if denied else Polarity.ASSERTED,
        place=story.place(sense, found),
        event_date=story.when(dated),
        attribution=who or (Attribution() if denied else None),
        casualties=_casualties(found, denied),
        control=_control(found),
    )


def _casualties(found: Found, denied: bool) -> Casualties | None:
    if found.rule.kind is not Kind.CASUALTIES:
        return None
    people = found.match.groups.get("people") or found.match.groups.get("count")
    figure = people.interval if people else Interval()
    if found.rule.fixed is not None:
        figure = Interval(found.rule.fixed, found.rule.fixed)
    if denied and figure == Interval(0, 0):
        figure = Interval()
    effect = Effect(found.rule.label) if found.rule.label else None
    return Casualties(effect, figure, people.english if people else None)


def _control(found: Found) -> Control | None:
    if found.rule.kind is not Kind.TERRITORIAL_CONTROL:
        return None
    groups = found.match.groups
    actor, seat = groups.get("actor"), groups.get("seat") or groups.get("town")
    return Control(actor.english if actor else None, ControlAction(found.rule.label), seat.english if seat else None)
