"""Who is the subject of a reporting verb: the phrase before it, past appositions and asides."""

from __future__ import annotations

from bot.extraction.lexicon.calendar import WEEKDAYS
from bot.extraction.lexicon.name_words import ASIDES, DASHES, DETERMINERS, PLACE_BEGINS
from bot.extraction.lexicon.roles import PARTICLES, SPEAKERS, TITLES
from bot.extraction.lexicon.speech import BE, OPENERS, PREPOSITIONS, SUBORDINATORS
from bot.extraction.speech.naming import is_name
from bot.extraction.speech.predicates import (
    COMMAS,
    HARD,
    REACH,
    Subject,
    back_over_asides,
    begins_speaker,
    is_apposition,
    is_verb,
    relative_before,
)
from bot.extraction.speech.utterances import QUOTE, Token

_OPEN_ASIDE = COMMAS | {"("}
_ROLES = SPEAKERS | TITLES
_HOW_OFTEN = frozenset(
    {"often", "mostly", "usually", "first", "recently", "also", "largely", "originally", "previously"}
)
_LEAD_IN = PREPOSITIONS | SUBORDINATORS


def before(words: list[Token], verb: int) -> Subject | None:
    """The subject that stands before the verb at that index."""
    at = _before_brackets(words, back_over_asides(words, verb - 1))
    if at < 0 or words[at].word == QUOTE:
        return None
    if words[at].word in COMMAS:
        return _around_commas(words, at)
    if words[at].low in ("that", "which") and at and words[at - 1].word not in HARD and not is_verb(words, at - 1):
        at -= 1  # “a paper that found”
        article = next((i for i in range(at - 1, max(at - 9, -1), -1) if words[i].low in ("a", "an", "the")), at)
        return Subject(words[article : at + 1], [], article)
    return _phrase_ending(words, at)


def _before_brackets(words: list[Token], at: int) -> int:
    """Past “(R-Tex.)” or “(40)” behind a name."""
    if at > 0 and words[at].word == ")":
        opening = next((i for i in range(at - 1, max(at - 12, -1), -1) if words[i].word == "("), None)
        return at if opening is None else opening - 1
    return at


def _segments(words: list[Token], at: int) -> list[tuple[int, int]]:
    """What stands between commas to the left of the comma at `at`, nearest first."""
    found: list[tuple[int, int]] = []
    end = at
    while end > 0 and len(found) < 6:
        end = _before_brackets(words, end - 1) + 1
        if end > 1 and words[end - 1].word == QUOTE and words[end - 2].word == ",":
            end -= 2  # “his new book, “Grit”, said”
        start = end
        while start > 0 and words[start - 1].word not in HARD and end - start < REACH:
            start -= 1
        found.append((start, end))
        if start == 0 or words[start - 1].word not in _OPEN_ASIDE:
            break
        if words[start - 1].word in DASHES and words[at].word not in DASHES:
            break  # what stands before a single dash is a dateline
        end = start - 1
    return found


def _around_commas(words: list[Token], at: int) -> Subject | None:
    beside: list[Token] = []
    if words[at].word in DASHES and (opening := _opening_dash(words, at)) is not None:
        return _phrase_ending(words, opening - 1)
    segments = _segments(words, at)
    for index, (start, end) in enumerate(segments):
        segment = words[start:end]
        last = index == len(segments) - 1
        if (
            not segment
            or segment[0].low in ASIDES
            or segment[0].word[0].isdigit()
            or _place_beside(segments, index, words)
        ):
            continue
        if not last and len(segment) > 1 and segment[0].low in _HOW_OFTEN and segment[1].low.endswith("ed"):
            continue  # “studies, often conducted by …, found”
        if (
            not last
            and segment[0].word.islower()
            and (segment[0].low.endswith("ed") or segment[0].low in ("held", "shot", "taken", "known", "born", "seen"))
        ):
            continue
        if is_name(segment) and not last:
            left = words[segments[index + 1][0] : segments[index + 1][1]]
            role = _phrase_ending(words, segments[index + 1][1] - 1)
            if role and left and left[0].low not in ("in", "on", "at") and role.phrase[-1].low in _ROLES:
                return Subject(role.phrase, segment, role.first)
        if not last and is_apposition(segment, words[segments[index + 1][0] : segments[index + 1][1]]):
            beside = beside if beside else segment
            continue
        return _phrase_ending(words, end - 1, beside)
    return None


def _opening_dash(words: list[Token], closing: int) -> int | None:
    """Where the aside begins that a dash closes: “Some candidates — for instance, Ode — have called for”."""
    dash = next((at for at in range(closing - 2, max(closing - 40, 1), -1) if words[at].word in DASHES), None)
    return dash if dash is not None and begins_speaker(words, _phrase_start(words, dash - 1)) else None


def _place_beside(segments: list[tuple[int, int]], index: int, words: list[Token]) -> bool:
    """“Rep. Ann Lee, D-Ohio, said”, “the mayor of Goma, Congo, said”: a name that adds a place to the one before."""
    start, end = segments[index]
    segment = words[start:end]
    if index + 1 >= len(segments) or len(segment) > 2 or not segment[0].proper:
        return False
    if len(segment) == 2 and segment[0].low not in PLACE_BEGINS:
        return False
    left_start, left_end = segments[index + 1]
    left = words[left_start:left_end]
    if not left or left[0].low in OPENERS:
        return False
    return ("-" in segment[0].word and segment[0].word[0] in "RDI") or (
        any(token.low in ("of", "in", "from", "for", "to", "near", "at") for token in left) and left[-1].proper
    )


def _phrase_ending(words: list[Token], end: int, beside: list[Token] | None = None) -> Subject | None:
    """The noun phrase whose last token is at `end`."""
    if words[end].low in ("he", "she", "it", "they", "we", "i") and not relative_before(words, max(0, end - 4), end):
        return Subject([words[end]], beside or [], end)
    start = _past_openers(words, _phrase_start(words, end), end)
    if start > end:
        return None
    start = _list_start(words, start, end)
    verbs = [at for at in range(start, end + 1) if is_verb(words, at) and not relative_before(words, start, at)]
    if verbs:
        start = verbs[-1] + 1
        while start <= end and words[start].low in _LEAD_IN:
            start += 1
    if start > end:
        return None
    return _name_before(words, start, end) if not beside else Subject(words[start : end + 1], beside, start)


def _name_before(words: list[Token], start: int, end: int) -> Subject:
    """“Rahimullah, a resident of Warduj said”: the comma that should close the apposition is missing."""
    phrase = words[start : end + 1]
    if start >= 2 and words[start - 1].word == "," and phrase[0].low in ("a", "an", "the"):
        first = _past_openers(words, _phrase_start(words, start - 2), start - 2)
        if first <= start - 2 and is_name(words[first : start - 1]) and _begins_clause(words, first):
            return Subject(words[first : start - 1], phrase, first)
    return Subject(phrase, [], start)


def _begins_clause(words: list[Token], first: int) -> bool:
    return first == 0 or words[first - 1].low in OPENERS or words[first - 1].word in HARD - {","}


def _list_start(words: list[Token], start: int, end: int) -> int:
    """“Officials in Rome, Paris and Bonn”, “the mayor, Ana Popa, and two nurses” are one subject."""
    if start < 3 or (words[start - 1].word != "," and words[start - 1].low != "and"):
        return start
    if not any(words[at].low == "and" for at in range(max(start - 1, 0), end)):
        return start
    first = start - 1
    while first > 0 and words[first - 1].word not in HARD - {","} and start - first < REACH:
        first -= 1
    first = _past_openers(words, first, start)
    clean = not any(
        is_verb(words, at) or words[at].low in SUBORDINATORS or words[at].low.endswith("ing")
        for at in range(first, start)
    )
    return first if clean and begins_speaker(words, first) and words[first].low not in ASIDES else start


def _phrase_start(words: list[Token], end: int) -> int:
    at = end
    while at >= 0 and end - at < REACH:
        token = words[at]
        if token.word == ")" and (opening := _before_brackets(words, at)) != at and at - opening <= 5:
            at = opening
            continue
        if token.word in HARD or (
            token.low in SUBORDINATORS and not _relative(words, at, end) and not _adverb(words, at)
        ):
            break
        if token.low in ("and", "or", "with") and not _coordinated(words, at):
            break
        at -= 1
    return at + 1


def _adverb(words: list[Token], at: int) -> bool:
    """“voters who were once in love with him”."""
    return words[at].low in ("once", "so", "yet") and at > 0 and words[at - 1].low in BE | {"has", "have", "had"}


def _relative(words: list[Token], at: int, end: int) -> bool:
    """“the charity that runs it”: the pronoun stands within the phrase and begins no clause of its own."""
    return (
        words[at].low == "that"
        and 0 < at < end
        and words[at - 1].low in SPEAKERS
        and words[at + 1].low.endswith(("s", "ed"))
    )


def _coordinated(words: list[Token], joint: int) -> bool:
    """Whether “and” joins two speakers and not two clauses."""
    if words[joint].low == "with":
        return joint > 0 and words[joint - 1].word not in HARD
    at = joint - 1
    while at >= 0 and words[at].word not in HARD and joint - at < 12:
        if is_verb(words, at) or words[at].low in SUBORDINATORS:
            return False
        at -= 1
    return at < joint - 1


def _past_openers(words: list[Token], start: int, end: int) -> int:
    while start <= end and (
        words[start].low in OPENERS or (words[start].low.endswith("ly") and words[start].low != "family")
    ):
        if words[start].low in ("both", "even", "only") and start < end:
            start += 1
            continue
        preposition = words[start].low in ("in", "on", "at", "for", "with", "after", "before", "since")
        start += 1
        if preposition:
            start = _past_prepositional_phrase(words, start, end)
    while start <= end and words[start].low in WEEKDAYS:
        start += 1
    return start


def _past_prepositional_phrase(words: list[Token], start: int, end: int) -> int:
    """“In Herat officials” is officials, “At the hospital medics” is medics."""
    at = start
    while at <= end and (words[at].proper or words[at].word[0].isdigit() or words[at].low in PARTICLES):
        at += 1
    if at > start:
        return at
    speakers = [index for index in range(start, end + 1) if words[index].low in SPEAKERS]
    at = speakers[-1] if speakers else end + 1
    while start < at <= end and (words[at - 1].proper or words[at - 1].low in DETERMINERS):
        at -= 1
    return at if at > start else end + 1
