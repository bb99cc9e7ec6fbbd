"""A sentence without a reporting clause: whether the report before it goes on, and whom it is about."""

from __future__ import annotations

from bot.extraction.lexicon.name_words import NUMBERED
from bot.extraction.lexicon.roles import ORGANISATION_WORDS, SPEAKERS, TITLES
from bot.extraction.lexicon.speech import AUXILIARIES, HOLDING, OPENERS, PREPOSITIONS, SAYING, TURNS, TURNS_IN_PASSING
from bot.extraction.speech.naming import head_end, is_name, name_start
from bot.extraction.speech.predicates import HARD, is_verb
from bot.extraction.speech.utterances import QUOTE, Token
from bot.extraction.speech.voices import Voice, plausible, voice_of

_PRESENT = frozenset(form for table in (SAYING, HOLDING) for form, (_, name) in table.items() if name == "present")
_NEAR = 3_000  # characters around a word in which it may stand once more


def goes_on(words: list[Token]) -> bool:
    """Whether a sentence behind an attributed one in its paragraph still reports what that speaker said.

    It does unless it turns away: “Meanwhile”, “The claim could not be verified”, “No group has …”, “In 2018 …”.
    """
    lows = [word.low for word in words[:12]]
    if not lows or any(word.word == QUOTE for word in words):
        return False
    if lows[0] in TURNS or " ".join(lows[:2]) in TURNS or (len(lows) > 1 and lows[0] == "in" and lows[1].isdigit()):
        return False
    said = f" {' '.join(word.low for word in words)} "
    return not any(turn in said for turn in TURNS_IN_PASSING)


def links(words: list[Token]) -> bool:
    """Whether it counts on from the sentence before: “Two later died”, “Others …”, “… were also hurt”."""
    lows = [word.low for word in words[:12]]
    bare = (
        bool(lows) and lows[0] in NUMBERED and lows[1:2] in (["later"], ["were"], ["had"], ["have"], ["died"], ["more"])
    )
    return bare or "also" in lows or lows[:1] in (["others"], ["another"]) or lows[:1] in (["he"], ["she"])


def tells_on(words: list[Token]) -> bool:
    """Whether a sentence counts out those of the one before: “Two of them …”, “Both …”."""
    lows = [word.low for word in words[:4]]
    return lows[:1] == ["both"] or any(pair == ["of", "them"] for pair in (lows[1:3], lows[2:4]))


def topic_of(text: str, words: list[Token], before: int | None = None) -> Voice | None:
    """The person or body that a sentence is about: the phrase it begins with; only what ends before `before`."""
    if before is not None:
        words = [word for word in words if word.end < before]
        if words and words[0].low == "if":
            return None  # “If Ode runs, he said he would not”
    start = next((at + 1 for at, word in enumerate(words[:16]) if word.word in ("—", "–", "--")), 0)
    if any(_verb(words, at) for at in range(1, start)):
        start = 0  # no dateline stands before the dash
    commas = [at + 1 for at, word in enumerate(words[:30]) if word.word == "," and at >= start][:2]
    return next((topic for begin in (start, *commas) if (topic := _topic_at(text, words, begin)) is not None), None)


def _topic_at(text: str, words: list[Token], start: int) -> Voice | None:
    while start < len(words) and (words[start].low in OPENERS - PREPOSITIONS or _adverb(words[start])):
        start += 1
    if start < len(words) and (words[start].low in PREPOSITIONS or _participle(words, start)):
        return None  # “In a statement it …”, “Outside the plant, a worker …”
    end = start
    while (
        end < min(len(words), start + 8)
        and words[end].word not in HARD
        and (not _verb(words, end) or words[end].low in ("named", "called"))
    ):
        end += 1
    while end > start and (words[end - 1].low in AUXILIARIES or _adverb(words[end - 1])):
        end -= 1  # “Ode also took …”
    phrase = words[start:end]
    if phrase and (phrase[0].low == "one" or phrase[0].low[:1].isdigit()):
        return None  # those counted, not those who speak
    beside = _named_beside(words, end) if phrase and name_start(phrase) is None else []
    phrase = beside or _owner_of(phrase)
    voice = voice_of(text, phrase) if phrase else None
    if voice and voice.kind == "person" and _common(text, voice.source, phrase[0]):
        return None
    if voice and voice.kind in ("someone", "crowd") and not _headed_by_people(phrase):
        return None
    return voice if voice and voice.kind != "pronoun" and plausible(voice, phrase) else None


def _participle(words: list[Token], at: int) -> bool:
    """“Leaning on his stick, …”, “Horrified at the prospect, …”."""
    low, low_after = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    return low.endswith("ing") or (low.endswith("ed") and low_after in PREPOSITIONS)


def _adverb(word: Token) -> bool:
    return word.low.endswith("ly") and word.low not in (
        "family",
        "italy",
        "july",
        "assembly",
        "daily",
        "billy",
        "kelly",
    )


def _named_beside(words: list[Token], comma: int) -> list[Token]:
    """“Her neighbour, retired engineer Ken Dowd, was …”: the apposition that says who it is."""
    if comma >= len(words) or words[comma].word != ",":
        return []
    stop = next((at for at in range(comma + 1, min(comma + 10, len(words))) if words[at].word in HARD), None)
    segment = words[comma + 1 : stop] if stop and words[stop].word == "," else []
    verbs = any(_verb(segment, at) for at in range(1, len(segment)))
    return segment if segment and not verbs and segment[-1].proper and name_start(segment) is not None else []


def _headed_by_people(phrase: list[Token]) -> bool:
    """“the major danger” is nobody, “the major's driver” and “a man of 40” are."""
    head = phrase[head_end(phrase) - 1]
    return head.low in SPEAKERS or head.low in TITLES or phrase[0].low in NUMBERED


def _owner_of(phrase: list[Token]) -> list[Token]:
    """“Ode's fate” is about Ode, “Bor's defence ministry” about the ministry."""
    if phrase and phrase[-1].low in ORGANISATION_WORDS:
        return phrase
    at = next((at for at, token in enumerate(phrase[:-1]) if token.proper and token.low.endswith(("'s", "’s"))), None)
    if at is None or phrase[at + 1].proper or not is_name(phrase[: at + 1]):
        return phrase
    name = phrase[at]
    return [*phrase[:at], Token(name.word[:-2], name.low[:-2], name.start, name.end - 2)]


def _common(text: str, name: str, first: Token) -> bool:
    """Whether a lone word has its capital from the sentence it begins: “Populists have …”."""
    if " " in name or name != first.word:
        return False
    if text[first.end : first.end + 4] == " of ":
        return True
    near = max(first.start - _NEAR, 0), first.start + _NEAR
    return text.find(f" {name.lower()}", *near) >= 0 or (name.endswith("s") and text.count(name, *near) == 1)


def _verb(words: list[Token], at: int) -> bool:
    return (
        is_verb(words, at)
        or words[at].low.endswith(("n't", "n’t"))
        or (words[at].low in _PRESENT and words[at].word.islower())
        or words[at].low
        in (
            "has",
            "have",
            "is",
            "are",
            "does",
            "do",
            "can",
            "who",
            "which",
            "that",
        )
    )
