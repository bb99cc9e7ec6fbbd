"""Where the proper name stands in a noun phrase, and where the phrase itself begins and ends."""

from __future__ import annotations

from bot.extraction.lexicon.name_words import (
    ASKED,
    DETERMINERS,
    HONOURED,
    ISSUED,
    NAMED_OF,
    OFFICES,
    PORTFOLIOS,
    RELATIVES,
)
from bot.extraction.lexicon.roles import ORGANISATION_WORDS, PARTICLES, SPEAKERS, TITLES
from bot.extraction.lexicon.speech import DOCUMENTS, PREPOSITIONS
from bot.extraction.speech.utterances import QUOTE, Token

_TRAILING = frozenset({"here", "there", "all", "both", "alike", "themselves", "himself", "herself", "itself"})


def is_name(phrase: list[Token]) -> bool:
    """Whether the phrase is nothing but a proper name of a person or body, or a name with its title."""
    return (
        bool(phrase)
        and name_start(phrase) is not None
        and all(token.proper or token.low in PARTICLES or token.low in ("of", "the", "for", "and") for token in phrase)
    )


def trimmed(phrase: list[Token]) -> list[Token]:
    start, end = 0, len(phrase)
    while start < end and not phrase[start].word[0].isalnum():
        start += 1
    while end > start and (not phrase[end - 1].word[0].isalnum() or phrase[end - 1].word in _TRAILING):
        end -= 1
    return phrase[start:end] or (phrase[:1] if phrase and phrase[0].word in _TRAILING else [])


def without_clause(phrase: list[Token], role: bool = False) -> list[Token]:
    for at, token in enumerate(phrase):
        if at and (token.low in RELATIVES or token.low in ASKED or token.word == QUOTE or token.word in ";:"):
            return phrase[:at]
    return phrase


def author_of(phrase: list[Token]) -> list[Token] | None:
    """“a statement by the ministry” and “the ministry's statement” are the ministry's."""
    for at, token in enumerate(phrase[:-1]):
        if token.low in DOCUMENTS and phrase[at + 1].low in ("by", "from", "of") and at + 2 < len(phrase):
            if token.low.startswith("spokes"):
                return None
            return phrase[at + 2 :]
        if (
            token.low in DOCUMENTS
            and phrase[at + 1].low in ISSUED
            and at + 3 < len(phrase)
            and phrase[at + 2].low == "by"
        ):
            return phrase[at + 3 :]
    last = phrase[-1]
    owner = next((at for at, token in enumerate(phrase[:-1]) if token.low.endswith(("'s", "’s", "s'", "s’"))), None)
    if last.low in DOCUMENTS and owner is not None and not last.low.startswith("spokes"):
        shorn = phrase[owner]
        bare = shorn.word[:-2] if shorn.low.endswith(("'s", "’s")) else shorn.word[:-1]
        return [*phrase[:owner], Token(bare, bare.lower(), shorn.start, shorn.start + len(bare))]
    return None


def called(phrase: list[Token], beside: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """“a nurse named Dana Cole”: the name, and what stands before it."""
    for run in (phrase, beside):
        for at, token in enumerate(run[:-1]):
            behind = run[at + 2 :] if run[at + 1].low == "as" else run[at + 1 :]
            if at and token.low in ("named", "called", "identified") and behind and behind[0].proper:
                return behind, run[:at]
    return None


def head_end(phrase: list[Token]) -> int:
    """Where the phrase's own head ends and “of …”, “in …” begin; names such as Doctors Without Borders stay whole."""
    for at, token in enumerate(phrase):
        if at and token.word[0].islower() and token.low in PREPOSITIONS:
            inside_name = (
                token.low in ("of", "for")
                and phrase[at - 1].proper
                and (
                    phrase[at - 1].low in ORGANISATION_WORDS
                    or phrase[at - 1].low in NAMED_OF
                    or _holds_office(phrase, at)
                )
                and any(later.proper for later in phrase[at + 1 : at + 3])
            )
            if not inside_name:
                return at
    return len(phrase)


def _holds_office(phrase: list[Token], of: int) -> bool:
    """“Minister of Defence Ilya Varga”."""
    return phrase[of - 1].low in OFFICES and any(token.low in PORTFOLIOS for token in phrase[of + 1 : of + 2])


def name_start(phrase: list[Token]) -> int | None:
    """Where the proper name begins that ends the phrase's head, or None where its head is a common noun."""
    end = head_end(phrase)
    at = end
    while at > 0 and _in_name(phrase, at - 1, end):
        at -= 1
    while at < end and not (phrase[at].proper and phrase[at].word != "The"):
        at += 1
    if at >= end or not phrase[end - 1].proper:
        return None
    if phrase[end - 1].low in OFFICES and phrase[0].low == "the":
        return None
    at = _past_titles(phrase, at, end)
    if phrase[at].low in OFFICES and at + 1 < end and phrase[at + 1].low == "of":
        return None
    common = all(token.low in SPEAKERS and token.proper and not token.word.isupper() for token in phrase[at:end])
    return (
        None
        if common
        and (at == 0 or (end - at == 1 and phrase[at - 1].low in DETERMINERS))
        and _common_noun(phrase[at:end])
        else at
    )


def _common_noun(run: list[Token]) -> bool:
    return run[-1].low in SPEAKERS and run[-1].low not in ("pentagon", "kremlin", "un", "unicef")


def _in_name(phrase: list[Token], at: int, end: int) -> bool:
    token = phrase[at]
    if token.proper:
        return True
    nexts = phrase[at + 1 : min(at + 3, end)]
    following = any(one.proper for one in nexts[:1])
    if token.low in ("of", "for") and len(nexts) == 2 and nexts[0].low == "the":
        following = nexts[1].proper
    return following and (
        token.low in PARTICLES or token.low in ("of", "for", "the", "and", "al", "without", "-", "&", ".")
    )


def _past_titles(phrase: list[Token], start: int, end: int) -> int:
    """Past the last title in the run: “Defense Minister Hernan Duque” is Hernan Duque."""
    last_title = None
    for at in range(start, end - 1):
        if phrase[at].low in TITLES and phrase[at].low not in ("first", "human", "rights", "staff"):
            last_title = at
    if last_title is None:
        return start
    after = last_title + 1
    if phrase[after].low == "of":
        while after < end and phrase[after].low in PORTFOLIOS:
            after += 1
        return after if after < end else start
    if phrase[after].low in ("for", "the", "and"):
        return start
    if phrase[last_title].low in HONOURED:
        after = last_title
    if any(token.low in ORGANISATION_WORDS for token in phrase[after:end]):
        return start
    return after
