"""Whether a form of a reporting verb is an active verb in its sentence, or a noun, an adjective, a passive."""

from __future__ import annotations

from bot.extraction.lexicon.calendar import PAST_VERBS
from bot.extraction.lexicon.reporting import (
    BEFORE_NOUNS,
    CONTENT_OPENS,
    MODAL_BEFORE,
    NOUNS_TOO,
    POSTED_THINGS,
    REPORTS_OF,
)
from bot.extraction.lexicon.roles import PLURAL_SPEAKERS, SPEAKERS
from bot.extraction.lexicon.speech import BE, DOCUMENTS, SAYING
from bot.extraction.speech.utterances import QUOTE, Token

_SINGULAR = frozenset({"he", "she", "it", "who", "also", "repeatedly", "similarly", "now", "still", "often"})

_DENY = frozenset("deny reject dismiss dispute refute".split())
_WIRES = frozenset("telephone phone radio email e-mail text video satellite fax letter message".split())


def is_finite(words: list[Token], at: int, lemma: str, form: str) -> bool:
    """Whether the word is an active verb here: “officials say” but not “the say”, “reported attacks”, “was told”."""
    if form in ("past", "participle"):
        return _is_past(words, at, lemma)
    low_before = words[at - 1].low if at else ""
    if low_before.endswith(("'s", "’s")) and words[at - 1].proper:
        return False  # “Ode's remarks”
    if form == "plain" and low_before in MODAL_BEFORE:
        return low_before in ("would", "will", "may", "might") and lemma in ("say", "tell", "add", "argue", "note")
    if lemma in NOUNS_TOO:
        return _is_no_noun(words, at, lemma, form)
    return form != "plain" or _has_plural_subject(words, at)


def _is_past(words: list[Token], at: int, lemma: str) -> bool:
    low_before = words[at - 1].low if at else ""
    if low_before in BE or low_before == "as":
        return False
    if low_before in BEFORE_NOUNS and low_before not in ("that", "this", "these", "those"):
        return False
    if lemma == "post" and low_before in POSTED_THINGS:
        return False
    back = at - 2 if low_before.endswith("ly") else at - 1
    by_whom = at + 1 < len(words) and words[at + 1].low == "by" and not _by_wire(words, at + 2)
    return not (back >= 0 and words[back].low in BE) and not by_whom


def _by_wire(words: list[Token], at: int) -> bool:
    """“said by telephone”, “told us by satellite phone”."""
    return any(token.low in _WIRES for token in words[at : at + 2])


def _is_no_noun(words: list[Token], at: int, lemma: str, form: str) -> bool:
    """“officials report nine dead”, “the army claims that …”, but not “the report said”, “claims of torture”."""
    low_before = words[at - 1].low if at else ""
    low_after = words[at + 1].low if at + 1 < len(words) else ""
    if any(SAYING.get(token.low, ("", ""))[0] in _DENY for token in words[max(0, at - 3) : at]):
        return False  # “rejects rebel claims that”
    if not at or low_before in BEFORE_NOUNS or low_before in ("new", "official", "initial") or low_after in SAYING:
        return False
    if low_before in PAST_VERBS or (low_before.endswith("ed") and len(low_before) > 3):
        return False  # “received reports that”, “denied claims that”
    opens = low_after in CONTENT_OPENS or low_after == QUOTE or low_after[:1].isdigit()
    reports = lemma in ("report", "claim", "estimate") and low_after not in REPORTS_OF and low_after.isalnum()
    if form == "present" and low_before in _SINGULAR:
        return True  # “she hopes”, “who fears”
    if form == "present":
        plural = low_before != "media" and (
            low_before in PLURAL_SPEAKERS or (words[at - 1].word.islower() and low_before.endswith("s"))
        )
        return (opens and not plural) or (reports and not plural and (low_before in SPEAKERS or words[at - 1].proper))
    if low_before in ("i", "we", "they", "you", "also", "who"):
        return True
    crowd = low_before in PLURAL_SPEAKERS or low_before in ("many", "some", "most", "few", "others")
    crowd = crowd or (low_before.endswith("s") and low_before.isalpha() and lemma not in ("report", "claim"))
    figures = lemma in ("show", "indicate", "suggest") and any(
        token.low in DOCUMENTS and token.low.endswith("s") for token in words[max(0, at - 6) : at]
    )
    ends = low_after in (".", "", ";") and lemma == "report"  # “…, emergency services report.”
    ends = ends or (low_after in (".", ",") and any(token.low == "as" for token in words[max(0, at - 4) : at - 1]))
    return (
        (crowd and (reports or ends))
        or ((crowd or figures) and opens)
        or (low_before.endswith("s") and low_after == "that")
    )


def _has_plural_subject(words: list[Token], at: int) -> bool:
    low_after = words[at + 1].low if at + 1 < len(words) else ""
    adverb = at > 1 and words[at - 1].low in ("here", "there", "now", "also", "still")
    before = words[at - 2 if adverb else at - 1] if at else None
    if before is None:
        return False
    if low_after in CONTENT_OPENS and any(token.low in PLURAL_SPEAKERS for token in words[max(0, at - 9) : at]):
        return True
    if before.word in (",", QUOTE) and at + 1 < len(words):
        return words[at + 1].low in PLURAL_SPEAKERS  # “…, say experts”
    plural = before.low in ("i", "we", "they", "you", "who") or before.low.endswith("s")
    return plural or before.low in SPEAKERS or before.proper
