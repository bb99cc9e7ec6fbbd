"""Reporting clauses: “X said that …”, “…, X said”, “according to X”, “X: …”, “X put the toll at …”, “X was quoted by Y”."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.extraction import subjects
from bot.extraction.calendar_words import trie
from bot.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from bot.extraction.lexicon.roles import PLURAL_SPEAKERS, SPEAKERS, TITLES
from bot.extraction.lexicon.speech import (
    ADDRESSEES,
    BE,
    DOCUMENTS,
    HOLDING,
    NOT_A_SPEAKER,
    OWN_VOICE,
    SAYING,
    SIDE_HEADS,
    SIDE_WORDS,
)
from bot.extraction.subjects import HARD, Subject
from bot.extraction.utterances import QUOTE, Token
from bot.extraction.voices import Voice, is_name, plausible, voice_of

MOST_CUES = 24  # words of reporting looked at in one stretch; text made to exhaust the reader has more


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting clause. `voice` is None where it shares the speaker of the clause before (“…, adding that”).

    `start` is where its subject begins, `verb` its verb, `end` where the clause itself ends. A cue that `leads` has
    what is said behind it, any other before it. `firm`: the verb is one of saying, not of thinking or showing.
    """

    voice: Voice | None
    start: int
    verb: int
    end: int
    leads: bool
    firm: bool = True
    own: bool = False


_NOUNS_TOO = frozenset({
    "report", "state", "claim", "post", "comment", "note", "demand", "promise", "pledge", "charge", "answer", "rule",
    "estimate", "plan", "hope", "fear", "show", "view", "order", "support", "doubt", "sign", "call", "find", "cry", "shout",
    "threat", "vow", "hint", "echo", "boast", "counter", "reply", "repeat", "want", "respond", "relate", "hold", "see", "praise",
    "blame", "joke", "quip", "question", "hail", "caution", "detail", "outline", "urge", "request", "suspect",
})  # fmt: skip
# Verbs that report only with “that” or a quotation behind them: “they conclude their studies” reports nothing.
_NEEDS_THAT = frozenset({"conclude", "continue", "rule", "observe", "maintain", "repeat", "relate", "counter", "post", "swear", "echo",
                         "cry", "charge", "answer", "respond", "reply", "shout"})  # fmt: skip
_CONTENT_OPENS = frozenset({
    "that", "it", "they", "he", "she", "the", "a", "an", "his", "her", "their", "its", "no", "there", "at", "some", "more",
    "we", "i", "how", "what", "to", "two", "three", "four", "five", "many", "several", "this", "these", "both", "only", "all",
})  # fmt: skip
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "no", "any", "such",
                          "of", "for", "by", "in", "with", "my", "our", "so-called", "on", "from"})  # fmt: skip
_TOLL = frozenset(
    {"toll", "number", "figure", "count", "dead", "casualties", "losses", "death", "total", "tally", "figures"}
)
_GIVES = frozenset(
    {"figure", "toll", "account", "count", "number", "version", "tally", "estimate", "breakdown", "details"}
)
_POSTED_THINGS = frozenset(
    {"video", "videos", "photo", "photos", "footage", "images", "image", "message", "statement", "pictures", "clip"}
)
_INVERTING = frozenset({
    "say", "tell", "add", "explain", "write", "report", "recall", "note", "warn", "announce", "claim", "tweet", "ask", "reply",
    "state", "declare", "insist", "joke", "confirm", "argue", "conclude", "continue", "remark", "stress", "comment", "observe",
    "quip", "shout", "exclaim", "acknowledge", "admit", "recount", "read", "predict", "complain", "post", "answer", "lament",
})  # fmt: skip


def cues(text: str, words: list[Token], holding: bool = False) -> list[Cue]:
    """The reporting clauses of one stretch, in reading order; with `holding`, those of thinking and showing too."""
    verbs = _ALL_VERBS if holding else _SAYING_VERBS
    at_verbs = [at for at, token in enumerate(words) if token[1] in verbs][:MOST_CUES]
    found = [cue for at in at_verbs if (cue := _cue_at(text, words, at)) is not None]
    if found and found[0].voice is None and not found[0].own:
        found[0] = replace(found[0], voice=_clause_subject(text, words, found[0].start))
    label = _label(text, words)
    tail = _dash_tail(text, words) if not found else None
    return [one for one in (label, *_chained(found), tail) if one is not None]


def _clause_subject(text: str, words: list[Token], before: int) -> Voice | None:
    """“The army took the base, saying …”: whose act the saying goes with."""
    verb = next(
        (at for at, token in enumerate(words) if token.start < before and at and subjects.is_verb(words, at)), None
    )
    subject = subjects.before(words, verb) if verb is not None else None
    voice = _voice(text, subject)
    return voice if subject and voice and plausible(voice, subject.phrase) else None


def _chained(found: list[Cue]) -> list[Cue]:
    """“State television, citing the ministry, said …”: the ministry speaks, by way of the outlet."""
    cited = [cue for cue in found if cue.own and cue.voice]
    for cue in cited:
        index = _outlet_of(found, cue)
        if index is not None and (outlet := found[index].voice) is not None and cue.voice is not None:
            found[index] = replace(found[index], voice=replace(cue.voice, chain=(outlet.source,)))
    return [cue for cue in found if not (cue.own and cue.voice)] if cited else found


def _outlet_of(found: list[Cue], cited: Cue) -> int | None:
    fits = (
        index
        for index, cue in enumerate(found)
        if not cue.own
        and cue.voice
        and cue.voice.outlet
        and (cue.start < cited.start < cue.verb or 0 <= cited.start - cue.end < 3)
    )
    return next(fits, None)


def _cue_at(text: str, words: list[Token], at: int) -> Cue | None:
    reader = _READERS.get(words[at].low)
    return reader(text, words, at) if reader else _verb_cue(text, words, at)


def _verb_cue(text: str, words: list[Token], at: int) -> Cue | None:
    lemma, form = SAYING.get(words[at].low) or HOLDING[words[at].low]
    firm = words[at].low in SAYING
    if form == "ing":
        return _participle_cue(text, words, at, firm)
    if not _is_finite(words, at, lemma, form):
        return _passive(text, words, at, form)
    inverted = _inversion(text, words, at, lemma)
    if inverted is not None:
        return replace(inverted, firm=firm)
    subject = subjects.before(words, at)
    voice = _voice(text, subject)
    if subject is None or voice is None or (lemma not in ("say", "tell") and not plausible(voice, subject.phrase)):
        return None
    if subject.phrase[-1].low in ("percent", "%", "cent"):
        return None
    end = _clause_end(words, at, lemma)
    if lemma in _NEEDS_THAT and _trails(words, subject.first, end) is False and not _says_that(words, end):
        return None
    start = min(words[subject.first].start, voice.start)
    leads = not _trails(words, subject.first, end)
    if leads and lemma in ("claim",) and _claims_lives(words, at):
        return None
    return Cue(voice, start, words[at].start, words[end - 1].end, leads, firm)


def _says_that(words: list[Token], at: int) -> bool:
    return at < len(words) and (
        words[at].low in ("that", QUOTE, ":", ",") or words[min(at + 1, len(words) - 1)].low in ("that", QUOTE)
    )


def _passive(text: str, words: list[Token], at: int, form: str) -> Cue | None:
    """“was confirmed by the army”, “were told by residents that …”."""
    if form not in ("past", "participle") or not any(token.low in BE for token in words[max(0, at - 3) : at]):
        return None
    by = next((i for i in range(at + 1, min(at + 6, len(words))) if words[i].low == "by"), None)
    if by is None or any(words[i].word in HARD for i in range(at, by)):
        return None
    subject = subjects.behind(words, by)
    voice = _voice(text, subject)
    if subject is None or voice is None or not plausible(voice, subject.phrase):
        return None
    end = by + 1 + len(subject.phrase)
    leads = end < len(words) and words[end].low in ("that", "as", "of")
    return Cue(voice, words[at].start, words[at].start, words[end - 1].end, leads)


def _claims_lives(words: list[Token], at: int) -> bool:
    return any(token.low in ("lives", "life", "responsibility") for token in words[at + 1 : at + 7])


def _is_finite(words: list[Token], at: int, lemma: str, form: str) -> bool:
    """Whether the word is a verb here, and active: “officials say” but not “the say”, “reported attacks”, “was told”."""
    low_before = words[at - 1].low if at else ""
    low_after = words[at + 1].low if at + 1 < len(words) else ""
    if form == "past" or form == "participle":
        if (
            low_before in BE
            or low_before in ("as", "be")
            or (low_before in _DETERMINERS and low_before not in ("that", "this", "these", "those"))
        ):
            return False
        if lemma == "post" and low_before in _POSTED_THINGS:
            return False
        adverb_back = at - 2 if low_before.endswith("ly") else at - 1
        return not (adverb_back >= 0 and words[adverb_back].low in BE) and low_after not in ("by",)
    if form == "plain" and low_before in (
        "to",
        "can",
        "could",
        "cannot",
        "not",
        "may",
        "might",
        "'t",
        "n't",
        "would",
        "will",
        "should",
    ):
        return low_before in ("would", "will", "may", "might") and lemma in ("say", "tell", "add", "argue", "note")
    if lemma in _NOUNS_TOO:
        if low_before in _DETERMINERS or low_before in ("new", "official", "initial") or not at or low_after in SAYING:
            return False
        if form == "present":
            return low_after in _CONTENT_OPENS or low_after == QUOTE
        if low_before in ("i", "we", "they", "you", "also", "who"):
            return True
        crowd = low_before in PLURAL_SPEAKERS or low_before in ("many", "some", "most", "few", "others")
        figures = lemma in ("show", "indicate", "suggest") and any(
            token.low in DOCUMENTS and token.low.endswith("s") for token in words[max(0, at - 6) : at]
        )
        return ((crowd or figures) and low_after in _CONTENT_OPENS) or (
            low_before.endswith("s") and low_after == "that"
        )
    if form == "plain":
        back = at - 2 if low_before in ("here", "there", "now", "also", "still") and at > 1 else at - 1
        low_before = words[back].low if back >= 0 else ""
        if low_after in _CONTENT_OPENS and any(token.low in PLURAL_SPEAKERS for token in words[max(0, at - 9) : at]):
            return True
        return (
            low_before in ("i", "we", "they", "you", "who")
            or low_before.endswith("s")
            or low_before in SPEAKERS
            or words[back].word[:1].isupper()
        )
    return True


def _participle_cue(text: str, words: list[Token], at: int, firm: bool) -> Cue | None:
    """“…, adding that …” shares its speaker; “with residents reporting …” has its own; “is warning” is finite."""
    before = words[at - 1].low if at else ""
    lemma = (SAYING.get(words[at].low) or HOLDING[words[at].low])[0]
    end = _clause_end(words, at, lemma)
    if before in BE:
        subject = subjects.before(words, at)
    elif before in (",", QUOTE, "and", "while", "by", "—", "–", "but") or before in DOCUMENTS or at == 0:
        return Cue(None, words[at].start, words[at].start, words[end - 1].end, True, firm)
    else:
        start = next(
            (i for i in range(at - 1, max(at - 12, -1), -1) if words[i].low == "with" or words[i].word in HARD), None
        )
        if start is None or words[start].low != "with":
            as_said = before == "as" and at >= 3
            return _quoted_as(text, words, at, end) if as_said else None
        subject = Subject(words[start + 1 : at], [], start + 1)
    voice = _voice(text, subject)
    if subject is None or voice is None or not plausible(voice, subject.phrase):
        return None
    return Cue(
        voice,
        words[subject.first].start,
        words[at].start,
        words[end - 1].end,
        not _trails(words, subject.first, end),
        firm,
    )


def _quoted_as(text: str, words: list[Token], at: int, end: int) -> Cue | None:
    """“X was quoted (by Y) as saying …” and “Y quoted X as saying …”: X speaks, Y passes it on."""
    verb = next(
        (
            i
            for i in range(at - 2, max(at - 20, -1), -1)
            if words[i].low
            in ("quoted", "cited", "quoting", "citing", "quotes", "reported", "heard", "described", "shown", "quote")
        ),
        None,
    )
    if verb is None:
        return None
    middle = words[verb + 1 : at - 1]
    passive = any(token.low in BE for token in words[max(0, verb - 3) : verb])
    if passive:
        subject = subjects.before(words, verb)
        speaker = _voice(text, subject)
        outlet = voice_of(text, middle[1:]) if middle and middle[0].low == "by" else None
        first = subject.first if subject else verb
    else:
        subject = subjects.before(words, verb)
        outlet, speaker, first = (
            _voice(text, subject),
            voice_of(text, middle) if middle else None,
            subject.first if subject else verb,
        )
    if speaker is None:
        return None
    chain = (outlet.source,) if outlet else ()
    return Cue(replace(speaker, chain=chain), words[first].start, words[verb].start, words[end - 1].end, True)


def _voice(text: str, subject: Subject | None) -> Voice | None:
    return voice_of(text, subject.phrase, subject.beside) if subject else None


def _inversion(text: str, words: list[Token], at: int, lemma: str) -> Cue | None:
    """“…,” said the mayor.   Six were killed, said a medic."""
    if lemma not in _INVERTING or at == 0 or words[at - 1].word not in (QUOTE, ",", "—", "–", "?", "!", "--"):
        return None
    if not subjects.begins_speaker(words, at + 1):
        return None
    subject = subjects.behind(words, at)
    if subject is None or any(
        subjects.is_verb(subject.phrase, i)
        for i in range(len(subject.phrase))
        if not subjects.relative_before(subject.phrase, 0, i)
    ):
        return None
    if words[at - 1].word != QUOTE and (
        not _closes(words, at + 1 + len(subject.phrase)) or _has_subject_before(text, words, at)
    ):
        return None
    voice = _voice(text, subject)
    if voice is None or not (plausible(voice, subject.phrase) or words[at - 1].word == QUOTE):
        return None
    end = _clause_end(words, at + len(subject.phrase), "say")
    return Cue(voice, words[at].start, words[at].start, words[end - 1].end, leads=False)


def _has_subject_before(text: str, words: list[Token], at: int) -> bool:
    """“Fawad Aman, a spokesman, said the army …”: the comma closes an apposition, not what was said."""
    subject = subjects.before(words, at)
    if subject is None or not subject.beside or any(subjects.is_verb(words, i) for i in range(subject.first)):
        return False
    voice = _voice(text, subject)
    return voice is not None and plausible(voice, subject.phrase)


def _closes(words: list[Token], at: int) -> bool:
    """Whether the clause is over there, or goes on with a side phrase only."""
    return (
        at >= len(words)
        or words[at].word in HARD
        or words[at].low in SIDE_WORDS | {"in", "on", "at", "who", "after", "as", "to", "that"}
        or words[at].low in WEEKDAYS
    )


def _clause_end(words: list[Token], at: int, lemma: str) -> int:
    """The index behind the reporting clause: past whom it was told to, when, and in what statement."""
    end = at + 1
    if lemma in ("tell", "inform", "remind", "assure"):
        end = _past_addressee(words, end)
    while end < len(words):
        step = _side_phrase(words, end)
        if not step:
            return end
        end += step
    return end


def _past_addressee(words: list[Token], at: int) -> int:
    if at < len(words) and words[at].low in ADDRESSEES:
        return at + 1
    stop = at
    while (
        stop < len(words)
        and stop - at < 9
        and words[stop].word not in HARD
        and words[stop].low not in ("that", "how", "what", "it", "he", "she", "they", "there")
    ):
        stop += 1
    if stop < len(words) and (words[stop].word in HARD or words[stop].low == "that"):
        return stop
    while at < stop and (
        words[at].word[0].isupper() or words[at].low in ("the", "a", "an", "his", "her", "news", "state", "local")
    ):
        at += 1
    if at < stop and words[at].low in ADDRESSEES | {
        "agency",
        "conference",
        "newspaper",
        "television",
        "radio",
        "channel",
        "crowd",
    }:
        at += 1
    return at


def _side_phrase(words: list[Token], at: int) -> int:
    """How many tokens of “on Tuesday”, “in a statement”, “by phone from Goma” stand there; 0 for none."""
    low = words[at].low
    if (
        low in SIDE_WORDS
        or low in WEEKDAYS
        or low in ("morning", "afternoon", "evening", "night", "late", "early", "last")
    ):
        return 1
    if low in ("on", "in", "at", "by", "via", "through", "during", "over", "from", "under", "to"):
        for step in range(1, min(9, len(words) - at)):
            token = words[at + step]
            if token.word in HARD:
                return 0
            if token.low in MONTHS and low in ("on", "in"):
                return _past_day(words, at, step)
            if token.low in SIDE_HEADS or (low == "to" and token.low in ADDRESSEES):
                return step + 1
    return 0


def _past_day(words: list[Token], at: int, step: int) -> int:
    while at + step + 1 < len(words) and words[at + step + 1].word[0].isdigit():
        step += 1
    return step + 1


def _trails(words: list[Token], first: int, end: int) -> bool:
    """Whether what is said stands before the clause: “Six died, officials said on Monday.”"""
    if first > 0 and words[first - 1].word == QUOTE and (end >= len(words) or words[end].low not in ("that", ":")):
        return True
    stops = (
        end >= len(words)
        or words[end].word in (",", ".", ";", "—", "–", "--", ")", "-", "!", "?", "…", "[")
        or (
            words[end].low in ("as", "while", "after", "amid", "citing", "without", "but", "although")
            and _content_before(words, first)
        )
    )
    return stops and _content_before(words, first)


def _content_before(words: list[Token], first: int) -> bool:
    """A quotation, or a clause of some length and a comma, before the subject."""
    if first == 0:
        return False
    if words[first - 1].word == QUOTE:
        return True
    if any(token.word == QUOTE for token in words[:first]) and words[first - 1].word in (",", "—", "–", "-", "--"):
        return True
    return (
        words[first - 1].word in (",", "—", "–", "--", ";", "-")
        and (first >= 6 or any(subjects.is_verb(words, i) for i in range(first - 1)))
        and any(subjects.is_verb(words, i) or words[i].low.endswith(("ing", "s")) for i in range(first - 1))
    )


def _according(text: str, words: list[Token], at: int) -> Cue | None:
    """“According to X, …” and “…, according to X”."""
    if at + 2 >= len(words) or words[at + 1].low != "to":
        return None
    return _phrase_cue(text, words, at, at + 2)


def _per(text: str, words: list[Token], at: int) -> Cue | None:
    if (at and words[at - 1].low not in (",", "(", "—", "–", "as")) or at + 1 >= len(words):
        return None
    if words[at + 1].low in ("cent", "day", "capita", "week", "month", "year", "hour", "person", "head"):
        return None
    return _phrase_cue(text, words, at, at + 1)


def _phrase_cue(text: str, words: list[Token], at: int, first: int) -> Cue | None:
    subject = subjects.behind(words, first - 1)
    if subject is not None and subject.beside and not _closed_apposition(words, subject, first):
        subject = subject._replace(beside=[])
    voice = _voice(text, subject)
    if subject is None or voice is None:
        return None
    end = first + len(subject.phrase)
    opens = not any(token.word[0].isalnum() or token.word == QUOTE for token in words[:at])
    opens = opens or (at <= 3 and words[at - 1].low in ("but", "and", "meanwhile", ","))
    after_verb = (
        at > 0
        and words[at - 1].low in (",", "that")
        and at >= 2
        and words[at - 2].low in ("but", "and", "while", "that")
    )
    return Cue(voice, words[at].start, words[at].start, words[end - 1].end, leads=opens or after_verb)


def _closed_apposition(words: list[Token], subject: Subject, first: int) -> bool:
    """“According to Ruiz, a farmer, …” but not “According to Ruiz, a farmer was shot.”"""
    behind = first + len(subject.phrase) + 1 + len(subject.beside)
    verbless = not any(subjects.is_verb(subject.beside, i) for i in range(len(subject.beside)))
    return verbless and (behind >= len(words) or words[behind].word in (",", ".", "—", "–"))


def _citing(text: str, words: list[Token], at: int) -> Cue | None:
    """“Al Jazeera said, citing medics”: the medics are the end of the chain."""
    subject = subjects.behind(words, at)
    voice = _voice(text, subject)
    if subject is None or voice is None or voice.kind == "pronoun":
        return None
    end = at + 1 + len(subject.phrase)
    if end < len(words) and words[end].low == "as":
        return None
    speaks = voice.kind in ("person", "body") or any(token.low in SPEAKERS for token in subject.phrase)
    return Cue(voice, words[at].start, words[at].start, words[end - 1].end, leads=False, own=True) if speaks else None


def _put(text: str, words: list[Token], at: int) -> Cue | None:
    """“X put the toll at 14.”"""
    stretch = words[at + 1 : at + 14]
    if not any(token.low in _TOLL or token.low == "it" for token in stretch) or not any(
        token.low in ("at", "lower", "higher") for token in stretch
    ):
        return None
    return _subject_cue(text, words, at)


def _gave(text: str, words: list[Token], at: int) -> Cue | None:
    """“X gave a higher figure”, “X spoke of 20 dead”, “X expressed concern”, “X called for”."""
    following = [token.low for token in words[at + 1 : at + 6]]
    low = words[at].low
    if low in ("gave", "gives", "given") and not any(word in _GIVES for word in following):
        return None
    if low in ("spoke", "speaks", "speak") and "of" not in following[:2] and "about" not in following[:2]:
        return None
    return _subject_cue(text, words, at)


def _reads(text: str, words: list[Token], at: int) -> Cue | None:
    """“…,” reads a statement signed by fifty officers."""
    return _inversion(text, words, at, "read")


def _subject_cue(text: str, words: list[Token], at: int) -> Cue | None:
    subject = subjects.before(words, at)
    voice = _voice(text, subject)
    if subject is None or voice is None or not plausible(voice, subject.phrase):
        return None
    return Cue(voice, words[subject.first].start, words[at].start, words[at].end, leads=True)


_READERS = {
    "according": _according,
    "per": _per,
    "citing": _citing,
    "quoting": _citing,
    "put": _put,
    "puts": _put,
    "gave": _gave,
    "gives": _gave,
    "spoke": _gave,
    "speaks": _gave,
    "expressed": _gave,
    "expresses": _gave,
    "voiced": _gave,
    "published": _gave,
    "listed": _gave,
    "recorded": _gave,
    "counted": _gave,
    "documented": _gave,
    "verified": _gave,
    "read": _reads,
    "reads": _reads,
}
_SAYING_VERBS = frozenset((*SAYING, *_READERS))
_ALL_VERBS = _SAYING_VERBS | HOLDING.keys()
TRIGGERS = re.compile(rf"\b{trie([*SAYING, *_READERS])}\b|:|[—–-] |\[")
MORE_TRIGGERS = re.compile(rf"\b{trie([*SAYING, *HOLDING, *_READERS])}\b|:|[—–-] |\[")


def _label(text: str, words: list[Token]) -> Cue | None:
    """“Mayor Hassan: “…”” and, in scripts, “HASSAN: …” or “[HASSAN] …” at the beginning of a line."""
    if words and words[0].word == "[":
        return _bracket_label(text, words)
    colon = next((i for i, token in enumerate(words[:14]) if token.word == ":"), None)
    if colon is None or colon == 0 or any(token.word == QUOTE for token in words[:colon]):
        return None
    label = words[:colon]
    lows = " ".join(token.low for token in label)
    if (
        label[0].low in NOT_A_SPEAKER
        or lows in NOT_A_SPEAKER
        or any(subjects.is_verb(label, i) for i in range(len(label)))
    ):
        return None
    if label[-1].low in OWN_VOICE or label[0].low in OWN_VOICE:
        return Cue(None, words[0].start, words[0].start, words[colon].end, True, own=True)
    quoted = colon + 1 < len(words) and words[colon + 1].word == QUOTE
    phrase = _after_time(label)
    voice = voice_of(text, *_split_label(phrase)) if phrase else None
    if voice is None or not (quoted or _speaks(voice, phrase)):
        return None
    return Cue(voice, words[0].start, words[0].start, words[colon].end, leads=True)


def _after_time(label: list[Token]) -> list[Token]:
    """The label past a live blog's “14:30 GMT —”."""
    at = 0
    while at < len(label) and (
        label[at].word[0].isdigit()
        or label[at].low in ("gmt", "utc", "am", "pm", "h", "-", "—", "–", "|", "•", "*", "[", "]")
    ):
        at += 1
    return label[at:]


def _split_label(phrase: list[Token]) -> tuple[list[Token], list[Token]]:
    comma = next((i for i, token in enumerate(phrase) if token.word in (",", "(")), len(phrase))
    return phrase[:comma], [token for token in phrase[comma + 1 :] if token.word != ")"]


def _speaks(voice: Voice, phrase: list[Token]) -> bool:
    return (
        (voice.kind in ("body", "crowd") or voice.role is not None)
        and any(token.low in SPEAKERS or token.low in TITLES for token in phrase)
        and len(phrase) <= 8
    )


def _bracket_label(text: str, words: list[Token]) -> Cue | None:
    close = next((i for i, token in enumerate(words[:20]) if token.word == "]"), None)
    if close is None or close < 2:
        return None
    label = words[1:close]
    lows = {token.low for token in label}
    if lows & OWN_VOICE or lows & {
        "begin",
        "end",
        "recording",
        "indistinct",
        "question",
        "text",
        "passage",
        "words",
        "sentence",
        "as",
        "video",
        "interview",
        "announcer",
        "changes",
        "laughter",
        "excerpts",
    }:
        return Cue(None, words[0].start, words[0].start, words[close].end, True, own=True) if lows & OWN_VOICE else None
    voice = voice_of(text, label)
    return Cue(voice, words[0].start, words[0].start, words[close].end, leads=True) if voice else None


def _dash_tail(text: str, words: list[Token]) -> Cue | None:
    """Headlines: “Strike kills 12 – ministry”, “At least 12 dead: governor”."""
    end = len(words) - (words[-1].word == "." if words else 0)
    dash = next((i for i in range(end - 1, max(end - 7, 2), -1) if words[i].word in ("—", "–", "-", "--", ":")), None)
    if dash is None or dash == end - 1:
        return None
    phrase = words[dash + 1 : end]
    if not (phrase[-1].low in SPEAKERS or (is_name(phrase) and any(token.low in SPEAKERS for token in phrase))):
        return None
    voice = voice_of(text, phrase)
    if voice is None or any(subjects.is_verb(phrase, i) for i in range(len(phrase))):
        return None
    return Cue(voice, words[dash].start, words[dash].start, words[end - 1].end, leads=False)
