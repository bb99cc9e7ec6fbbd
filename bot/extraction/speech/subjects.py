"""Who is the subject of a reporting verb: the phrase before it, past appositions, or behind it (“said the mayor”)."""

from __future__ import annotations

from typing import NamedTuple

from bot.extraction.lexicon.calendar import MODALS, NOT_A_VERB, PAST_VERBS, WEEKDAYS
from bot.extraction.lexicon.roles import PARTICLES, PLURAL_SPEAKERS, SPEAKERS, TITLES
from bot.extraction.lexicon.speech import (
    ADDRESSEES,
    AUXILIARIES,
    BE,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    SIDE_HEADS,
    SIDE_WORDS,
    SUBORDINATORS,
)
from bot.extraction.speech.naming import is_name
from bot.extraction.speech.utterances import QUOTE, Token

COMMAS = frozenset({",", "—", "–", "--", "-", ")"})
HARD = frozenset(
    {",", ";", ":", "(", ")", "—", "–", "--", "-", ".", "?", "!", "[", "]", "…", "|", "•", "*", "/", QUOTE}
)
_DASHES = frozenset({"—", "–", "--", "-"})
REACH = 24  # tokens that a subject may stretch over
_DETERMINERS = frozenset({
    "a", "an", "the", "his", "her", "its", "their", "one", "another", "this", "our", "my",
})  # fmt: skip
_PLACE_BEGINS = frozenset({
    "new", "north", "south", "east", "west", "san", "los", "el", "las", "northern", "southern", "eastern",
    "western", "upper",
})  # fmt: skip
_ASIDE = frozenset({
    "in", "on", "at", "speaking", "citing", "quoting", "during", "after", "before", "when", "who", "whose", "which",
    "where", "reached", "contacted", "asked", "as", "however", "meanwhile", "too", "also", "for", "from", "by",
    "with", "whom", "including", "referring", "according", "while", "though", "although", "then", "now", "once",
    "himself", "talking", "appearing", "writing", "if", "because", "like", "unlike", "responding", "nevertheless",
    "out",
})  # fmt: skip


class Subject(NamedTuple):
    """The phrase, what stands beside it between commas, and the index of its first token."""

    phrase: list[Token]
    beside: list[Token]
    first: int


def is_verb(words: list[Token], at: int) -> bool:
    """A rough sign of a finite verb, enough to tell “the army and officials” from “the army fled and officials”."""
    low = words[at].low
    if low in PAST_VERBS or low in BE or low in MODALS or (low in SAYING and SAYING[low][1] == "past"):
        return low not in ("since", "after", "following", "left", "put", "'s", "’s", "led", "cut", "may")
    if at and words[at].word.islower() and (words[at - 1].low in MODALS or words[at - 1].low == "not"):
        return low not in AUXILIARIES
    attributive = at + 1 < len(words) and words[at + 1].low in SPEAKERS
    return (
        len(low) > 3 and low.endswith("ed") and low not in NOT_A_VERB and words[at].word.islower() and not attributive
    )


def joined(words: list[Token], verb: int) -> bool:
    """“said that … and noted”: the verb has no subject of its own."""
    at = _back_over_asides(words, verb - 1)
    return at >= 0 and words[at].low in ("and", "but", "or")


def before(words: list[Token], verb: int) -> Subject | None:
    """The subject that stands before the verb at that index."""
    at = _before_brackets(words, _back_over_asides(words, verb - 1))
    if at < 0 or words[at].word == QUOTE:
        return None
    if words[at].word in COMMAS:
        return _around_commas(words, at)
    return _phrase_ending(words, at)


def _before_brackets(words: list[Token], at: int) -> int:
    """Past “(R-Tex.)” or “(40)” behind a name."""
    if at > 0 and words[at].word == ")":
        opening = next((i for i in range(at - 1, max(at - 12, -1), -1) if words[i].word == "("), None)
        return at if opening is None else opening - 1
    return at


def _back_over_asides(words: list[Token], at: int) -> int:
    while at >= 0:
        low = words[at].low
        adverb = (
            low.endswith("ly") and words[at].word.islower() and low not in ("family", "daily", "assembly", "weekly")
        )
        if (low in AUXILIARIES and words[at].word.islower()) or adverb or low in BE:
            if (
                low in ("that", "who", "both", "all")
                and at
                and words[at - 1].word not in COMMAS
                and low not in ("who",)
            ):
                return at
            at -= 1
        elif low in WEEKDAYS and at:
            at -= 2 if words[at - 1].low == "on" else 1
        elif low in SIDE_HEADS and (back := _side_phrase_start(words, at)):
            at = back - 1
        else:
            return at
    return at


def _side_phrase_start(words: list[Token], head: int) -> int | None:
    """Where “in a statement” or “on state television” begins, given its head; None where it is part of the subject."""
    for at in range(head - 1, max(head - 5, 0), -1):
        if words[at].word in HARD or words[at].low in ("of", "for", "and"):
            return None
        if words[at].low in ("in", "on", "via", "during", "by", "at") and at > 0:
            return at if words[at - 1].word not in HARD else None
    return None


def _segments(words: list[Token], at: int) -> list[tuple[int, int]]:
    """What stands between commas to the left of the comma at `at`, nearest first."""
    found: list[tuple[int, int]] = []
    end = at
    while end > 0 and len(found) < 6:
        start = end
        while start > 0 and words[start - 1].word not in HARD and end - start < REACH:
            start -= 1
        found.append((start, end))
        if start == 0 or words[start - 1].word not in COMMAS | {"("}:
            break
        if words[start - 1].word in _DASHES and words[at].word not in _DASHES:
            break  # what stands before a single dash is a dateline
        end = start - 1
    return found


def _around_commas(words: list[Token], at: int) -> Subject | None:
    beside: list[Token] = []
    segments = _segments(words, at)
    for index, (start, end) in enumerate(segments):
        segment = words[start:end]
        last = index == len(segments) - 1
        if (
            not segment
            or segment[0].low in _ASIDE
            or segment[0].word[0].isdigit()
            or _place_beside(segments, index, words)
        ):
            continue
        if (
            not last
            and segment[0].word.islower()
            and (segment[0].low.endswith("ed") or segment[0].low in ("held", "shot", "taken", "known", "born", "seen"))
        ):
            continue
        if is_name(segment) and not last:
            left = words[segments[index + 1][0] : segments[index + 1][1]]
            role = _phrase_ending(words, segments[index + 1][1] - 1)
            if role and left and left[0].low not in ("in", "on", "at") and role.phrase[-1].low in SPEAKERS | TITLES:
                return Subject(role.phrase, segment, role.first)
        if not last and _apposition(segment, words[segments[index + 1][0] : segments[index + 1][1]]):
            beside = beside if beside else segment
            continue
        return _phrase_ending(words, end - 1, beside)
    return None


def _place_beside(segments: list[tuple[int, int]], index: int, words: list[Token]) -> bool:
    """“Rep. Ann Lee, D-Ohio, said”, “the mayor of Goma, Congo, said”: a name that adds a place to the one before."""
    start, end = segments[index]
    segment = words[start:end]
    if index + 1 >= len(segments) or len(segment) > 2 or not segment[0].word[0].isupper():
        return False
    if len(segment) == 2 and segment[0].low not in _PLACE_BEGINS:
        return False
    left_start, left_end = segments[index + 1]
    left = words[left_start:left_end]
    if not left or left[0].low in OPENERS:
        return False
    return ("-" in segment[0].word and segment[0].word[0] in "RDI") or (
        any(token.low in ("of", "in", "from", "for") for token in left) and left[-1].word[0].isupper()
    )


def _apposition(segment: list[Token], left: list[Token] | None = None) -> bool:
    first = segment[0]
    if left and is_name(left) and segment[-1].word.islower() and segment[-1].low in SPEAKERS | TITLES:
        return True
    if first.low in _DETERMINERS or first.low in TITLES or first.low in SPEAKERS:
        return True
    if first.low in ("former", "former", "then", "acting", "senior", "chief", "co-founder", "founder", "who"):
        return True
    return first.word[0].islower() and not any(is_verb(segment, at) for at in range(len(segment)))


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
        while start <= end and words[start].low in PREPOSITIONS | SUBORDINATORS:
            start += 1
    return Subject(words[start : end + 1], beside or [], start) if start <= end else None


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
    return first if clean and begins_speaker(words, first) and words[first].low not in _ASIDE else start


def relative_before(words: list[Token], start: int, at: int) -> bool:
    if (
        words[at].low.endswith("ed")
        and at > start
        and words[at - 1].low in SPEAKERS
        and [token for token in words[at + 1 : at + 2] if token.low in PREPOSITIONS]
    ):
        return True
    return any(words[back].low in ("who", "that", "which") for back in range(start, at))


def _phrase_start(words: list[Token], end: int) -> int:
    at = end
    while at >= 0 and end - at < REACH:
        token = words[at]
        if token.word in HARD or (token.low in SUBORDINATORS and not _relative(words, at, end)):
            break
        if token.low in ("and", "or", "with") and not _coordinated(words, at):
            break
        at -= 1
    return at + 1


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
    while at <= end and (words[at].word[0].isupper() or words[at].word[0].isdigit() or words[at].low in PARTICLES):
        at += 1
    if at > start:
        return at
    speakers = [index for index in range(start, end + 1) if words[index].low in SPEAKERS]
    at = speakers[-1] if speakers else end + 1
    while start < at <= end and (words[at - 1].word[0].isupper() or words[at - 1].low in _DETERMINERS):
        at -= 1
    return at if at > start else end + 1


def behind(words: list[Token], verb: int) -> Subject | None:
    """The subject of an inversion: “…,” said the mayor, an engineer."""
    at = verb + 1
    while at < len(words) and at - verb < REACH and not _stops(words, at, verb + 1):
        at += 1
    if at == verb + 1:
        return None
    phrase = words[verb + 1 : at]
    beside: list[Token] = []
    if at < len(words) and words[at].word == ",":
        stop = next((i for i in range(at + 1, min(len(words), at + REACH)) if words[i].word in HARD), len(words))
        segment = words[at + 1 : stop]
        if segment and segment[0].word[0].isdigit() and stop < len(words) and words[stop].word == ",":
            segment = words[
                stop + 1 : next((i for i in range(stop + 1, len(words)) if words[i].word in HARD), len(words))
            ]
        if (
            segment
            and (_apposition(segment) or is_name(segment))
            and segment[0].low not in SAYING
            and segment[0].low not in _ASIDE
        ):
            beside = segment
    return Subject(phrase, beside, verb + 1)


def _stops(words: list[Token], at: int, first: int) -> bool:
    token = words[at]
    if (
        token.word in HARD
        or token.low in SUBORDINATORS
        or (token.low in SIDE_WORDS and token.word.islower())
        or token.low in WEEKDAYS
    ):
        return True
    if token.low in ("in", "on", "at", "via", "during", "by") and any(
        words[i].low in SIDE_HEADS for i in range(at + 1, min(at + 5, len(words)))
    ):
        return True
    if token.low == "to" or token.low in ("adding", "saying", "who", "told"):
        return at > first
    return token.low == "and" and at + 1 < len(words) and (words[at + 1].low in PRONOUNS or words[at + 1].low in SAYING)


def begins_speaker(words: list[Token], at: int) -> bool:
    """Whether a noun phrase that may name a speaker begins there."""
    if at >= len(words):
        return False
    token = words[at]
    return (
        token.word[0].isupper()
        or token.low in _DETERMINERS
        or token.low in SPEAKERS
        or token.low
        in ("he", "she", "they", "local", "senior", "state", "two", "three", "several", "some", "many", "officials")
        or token.low in PLURAL_SPEAKERS
        or (token.word.islower() and at + 1 < len(words) and words[at + 1].low in SPEAKERS)
    ) and token.low not in ADDRESSEES - {
        "police",
        "reporters",
        "journalists",
        "lawmakers",
        "investigators",
        "correspondents",
    }
