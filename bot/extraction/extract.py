"""Extract: the cascade from an English text to its mentions; texts in other languages go to `languages/`.

Sentences are read one by one: words, groups, then the patterns of each kind. What they find is sifted (the future,
the background, repeats), and then given its polarity, place, date and speaker.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.claims.model import (
    Action,
    Attack,
    AttackType,
    Casualties,
    Control,
    ControlAction,
    Count,
    Effect,
    Interval,
    Kind,
    Mention,
    Polarity,
)
from bot.extraction.beside import with_its_place
from bot.extraction.circumstances import Circumstances
from bot.extraction.dateline import dateline
from bot.extraction.echoes import without_echoes
from bot.extraction.entries import opens_entry
from bot.extraction.languages.circumstances import stated_day
from bot.extraction.languages.packs import foreign, is_short, pack_of
from bot.extraction.languages.reading import read
from bot.extraction.limits import reading_limit
from bot.extraction.meant import with_actor
from bot.extraction.not_claims import asked, cumulative, unreal
from bot.extraction.patterns.casualties import victims_of
from bot.extraction.patterns.further import RULE as FURTHER
from bot.extraction.patterns.tallies import RULE as TALLY
from bot.extraction.patterns.tolls import SAME
from bot.extraction.patterns.turning import patterns_for
from bot.extraction.patterns.who_they_were import with_who
from bot.extraction.place.held import held_place
from bot.extraction.polarity import denied, negated, nobody_denied
from bot.extraction.scene import Finding, Scene
from bot.extraction.sentences import split
from bot.extraction.spoken_of import BACK, numbered
from bot.extraction.withdrawn import of_a_disease, withdrawn

_ANYBODY = frozenset("any anyone anybody".split())
MOST_IN_ONE = 40  # findings of one sentence that are compared with each other; none that people write holds more
ANSWERED = 4  # sentences in which “police put it at 14” answers a figure
_BY_HAND = (".passive.execute", ".active.execute", ".active.behead", ".passive.behead")
_BACK = Action.RETURNED.value  # those who come back are counted where they arrive


def extract(text: str, published: date | None = None) -> list[Mention]:
    """The mentions of a text in reading order. `published` is the report's day, if the text does not say.

    A text of more than `limits.MOST_WORDS` words and marks is read up to there. One in another language is read by the
    pack of that language; where there is none, nothing is found in it. Of a few words in Latin letters nobody can tell:
    what no pack reads is tried as English.
    """
    text = text[: reading_limit(text)]
    code = foreign(text)
    if code is None:
        return _in_english(text, published)
    pack = pack_of(code)
    found = read(pack, text, published) if pack else []
    return _in_english(text, published) if not found and is_short(text) else found


def report_day(text: str, published: date | None = None) -> date | None:
    """The day that a report bears, or None; one without a year is the last of that name up to `published`."""
    code = foreign(text)
    if code is None:
        return dateline(text, published)
    pack = pack_of(code)
    return stated_day(pack, text, published) if pack else None


def _in_english(written: str, published: date | None) -> list[Mention]:
    text = _plain_lines(written)
    sentences = split(text)
    around = Circumstances(text, published, sentences)
    mentions: list[Mention] = []
    told: str | None = Effect.KILLED.value
    entry, told_in = -1, -MOST_IN_ONE
    for number, sentence in enumerate(sentences):
        if sentence.paragraph != entry and opens_entry(text, sentence):
            around.begin_entry(sentence.start)
        entry = sentence.paragraph
        scene = Scene(text, sentence)
        for each in findings(scene):
            found = numbered(text, sentences[max(0, number - BACK) : number], scene, each)
            if found.label == SAME:
                if number - told_in > (BACK if FURTHER in found.rule else ANSWERED):
                    continue  # it answers no figure that stands near
                found = found._replace(label=told)
            if found.kind == Kind.CASUALTIES:
                told, told_in = found.label, number
            mention = _mention(scene, found, around)
            if mention is not None:
                mentions.append(mention)
    mentions = without_echoes(text, mentions)
    return mentions if text == written else [replace(one, quote=written[one.start : one.end]) for one in mentions]


def _plain_lines(text: str) -> str:
    """With one sign for the end of a line, and as long as before."""
    return text.replace("\u2028", "\n").replace("\u2029", "\n")


def findings(scene: Scene) -> list[Finding]:
    """What the patterns find in a sentence and the sieve lets through, in order."""
    patterns = patterns_for(scene.vocabulary)
    if not patterns or asked(scene):
        return []
    found = [
        one
        for pattern in patterns
        for one in pattern(scene)
        if not (unreal(scene, one) or cumulative(scene, one) or withdrawn(scene, one) or of_a_disease(scene, one))
    ]
    return sorted((with_who(scene, one) for one in _without_repeats(found)), key=lambda one: (one.start, one.end))


def _without_repeats(found: list[Finding]) -> list[Finding]:
    """One finding of a kind for each word it turns on, and one for each member of a tally; the first pattern wins."""
    first: dict[tuple[str, int], Finding] = {}
    tallies = [one for one in found if f".{TALLY}." in one.rule]
    for one in found:
        if one in tallies or not any(_same_list(one, other) for other in tallies):
            first.setdefault((one.kind, one.at), one)
    if len(first) > MOST_IN_ONE:
        return list(first.values())
    kept: list[Finding] = []
    for one in sorted(first.values(), key=lambda one: (not one.counted, one.start - one.end)):
        if not any(_says_as_much(other, one) for other in kept):
            kept.append(one)
    return kept


def _same_list(one: Finding, tally: Finding) -> bool:
    return one.kind in ("casualties", "damage") and one.start < tally.end and tally.start < one.end


def _says_as_much(one: Finding, other: Finding) -> bool:
    """Whether another finding holds this one whole: “the bodies of 13 people” in a longer clause."""
    if one.kind == other.kind == Kind.ATTACK:
        return one.start <= other.start and other.end <= one.end  # the clause holds the weapon that it names
    if one.kind != other.kind or one.label != other.label or other.rule.endswith(".part"):
        return False
    if not one.counted:
        beside = one.start < other.end and other.start < one.end
        return one.people is not None and one.people == other.people and beside
    if not other.counted:
        return one.start < other.end and other.start < one.end and other.rule.split(".")[1] != "noun"
    return one.start < other.end and other.start < one.end and one.interval == other.interval


def _mention(scene: Scene, found: Finding, around: Circumstances) -> Mention | None:
    start, end = scene.words[found.start].start, scene.words[found.end - 1].end
    bounds = (scene.sentence.start, scene.sentence.end)
    if around.calendar.background(start, end, bounds) or around.calendar.ahead(start, end, bounds):
        return None
    attribution = around.speakers.of(start, end)
    said_not = denied(scene, found) or (attribution is not None and nobody_denied(scene, found))
    if said_not and found.kind == Kind.ATTACK and found.rule.endswith(_BY_HAND):
        return None  # who “executed nobody” denies the deaths
    if said_not and _zero(found):
        found = found._replace(interval=Interval())
    if not said_not and negated(scene, found) and not _zero(found):
        if attribution is None:
            return None
        said_not = True
    if said_not and not _ANYBODY.isdisjoint(scene.lows(found.start - 2, found.end)):
        found = found._replace(interval=Interval())
    place = around.places.of(start, end, bounds, bound=found.kind == Kind.DEPLOYMENT or found.label == _BACK)
    place = held_place(scene.text[start:end], found, place)
    day = around.calendar.of(start, end, bounds)
    if place is not None:
        start, end = with_its_place(scene.text, start, end, bounds, place.name)
    return Mention(
        kind=Kind(found.kind),
        quote=scene.text[start:end],
        start=start,
        end=end,
        rule=found.rule,
        polarity=Polarity.DENIED if said_not else Polarity.ASSERTED,
        place=place,
        event_date=day,
        attribution=attribution,
        casualties=_casualties(found),
        count=_count(found),
        control=_control(scene, with_actor(scene, found, attribution)),
        attack=_attack(found),
    )


def _zero(found: Finding) -> bool:
    """“No one was killed” is a figure of its own, not a denial."""
    return found.kind == Kind.CASUALTIES and found.interval.high == 0


def _casualties(found: Finding) -> Casualties | None:
    if found.kind != Kind.CASUALTIES:
        return None
    return Casualties(Effect(found.label) if found.label else None, found.interval, victims_of(found.people))


def _count(found: Finding) -> Count | None:
    if found.kind not in (Kind.DISPLACEMENT, Kind.DETENTION, Kind.DEPLOYMENT, Kind.DAMAGE):
        return None
    return Count(Action(found.label) if found.label else None, found.interval, found.people)


def _control(scene: Scene, found: Finding) -> Control | None:
    if found.kind != Kind.TERRITORIAL_CONTROL or found.label is None:
        return None
    return Control(found.actor, ControlAction(found.label), _with_its_number(scene, found.object))


def _with_its_number(scene: Scene, words: str | None) -> str | None:
    """“Two districts”, where the group is known as “districts”."""
    group = next((group for group in scene.groups if group.counted and group.words == words), None)
    return scene.text[scene.words[group.start].start : scene.words[group.end - 1].end] if group else words


def _attack(found: Finding) -> Attack | None:
    if found.kind != Kind.ATTACK or found.label is None:
        return None
    return Attack(AttackType(found.label), found.actor, found.object)
