"""Whether what a date belongs to lies ahead: told by the verb nearest before it, or else by the first one after it."""

from __future__ import annotations

from bot.extraction.lexicon.calendar import (
    ABBREVIATED,
    BEFORE_NOUNS,
    BETWEEN_VERBS,
    FUTURATE,
    FUTURE_VERBS,
    LEAVES_OPEN,
    LOOKS_TO,
    MODALS,
    NOT_A_VERB,
    PAST_VERBS,
    SAID_TO,
)

CLAUSE = 90  # characters in which the governing verb is looked for
_EDGES = '.,;:!?()[]"“”‘…—–-'


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether `direction` is ahead.

    >>> looks_ahead("The court will rule on Friday.", 23, 29), looks_ahead("He was shot on Friday.", 15, 21)
    (True, False)
    """
    return direction(text, start, end) is True


def direction(text: str, start: int, end: int) -> bool | None:
    """Whether `text[start:end]`, a date, is governed by a verb of the future; None where no verb tells."""
    before = _words_before(text[max(0, start - CLAUSE) : start])
    if told := _told_by_the_words_before(before):
        return told
    at, verdict = _first_verdict(before, range(len(before) - 1, -1, -1))
    if at is None:
        after = _words_after(text[end : end + CLAUSE])
        return _first_verdict(after, range(len(after)))[1]
    return True if verdict is None and before[-1] in ("by", "until") else verdict


def _first_verdict(words: list[str], order: range) -> tuple[int | None, bool | None]:
    """Which word tells, and what; a verb that leaves it open says None. `(None, None)` where there is no verb."""
    for at in order:
        if words[at] in ("planned", "set") and words[at - 1 : at] in (["is"], ["are"]):
            return at, True
        if words[at] in LEAVES_OPEN and not _after_a_modal(words, at):
            return at, None
        verdict = _verdict(words, at)
        if verdict is not None:
            return at, None if verdict is False and words[at - 1 : at] in (["is"], ["are"]) else verdict
    return None, None


def _told_by_the_words_before(before: list[str]) -> bool:
    """“has until Friday”, “the vote is on Friday”, “may come as early as Friday”."""
    last = before[-2:]
    return (
        last in (["has", "until"], ["have", "until"], ["is", "on"], ["are", "on"])
        or last[-1:] in (["is"], ["are"])
        or before[-3:] == ["as", "early", "as"]
    )


def _words_before(head: str) -> list[str]:
    words = head[head.rfind("\n") + 1 :].split()
    for at in range(len(words) - 1, -1, -1):
        if _ends_a_sentence(words[at], ".!?;:”"):
            words = words[at + 1 :]
            break
    return _lowered(words)


def _ends_a_sentence(word: str, marks: str) -> bool:
    return word[-1] in marks and len(word) > 3 and word.lower() not in ABBREVIATED


def _lowered(words: list[str]) -> list[str]:
    """In small letters; May the month is not “may” the verb."""
    bare = (word.strip(_EDGES) for word in words)
    return ["" if word == "May" else word.lower() for word in bare]


def _words_after(tail: str) -> list[str]:
    words = tail.split("\n", 1)[0].split()
    for at, word in enumerate(words):
        if _ends_a_sentence(word, ".!?;"):
            words = words[: at + 1]
            break
    return _lowered(words)


def _verdict(words: list[str], at: int) -> bool | None:
    """True for a verb that looks ahead, False for one that looks back, None for any other word."""
    word = words[at]
    if word in MODALS or word.endswith(("'ll", "’ll")):
        return not (word == "would" and words[at + 1 : at + 2] in (["not"], ["have"]))
    if word == "to" and at and words[at - 1] in LOOKS_TO:
        was_about = words[at - 1] in ("about", "going") and words[at - 2 : at - 1] in (["was"], ["were"])
        return None if was_about else True
    if word == "for" and at and words[at - 1] in ("set", "slated", "bound"):
        return True
    if word == "turns":
        return True if "".join(words[at + 1 : at + 2]).isdigit() else None
    if word in FUTURE_VERBS or (word in FUTURATE and words[max(at - 1, 0)] not in BEFORE_NOUNS):
        return True
    if word in PAST_VERBS or (word.endswith("ed") and len(word) > 4 and word not in NOT_A_VERB):
        return _after_a_modal(words, at)
    return None


def _after_a_modal(words: list[str], at: int) -> bool:
    """“will be held” looks ahead though “held” does not."""
    back = at - 1
    while back >= 0 and words[back] in BETWEEN_VERBS:
        back -= 1
    if back < 0 or "have" in words[back + 1 : at]:
        return False
    if words[back] == "to":
        return back < at - 1 and words[back - 1 : back] != [] and words[back - 1] not in SAID_TO
    return words[back] in MODALS
