"""Whether what a date belongs to lies ahead: told by the verb nearest before it, or else by the first one after it."""

from __future__ import annotations

from bot.extraction.lexicon.calendar import (
    BETWEEN_VERBS,
    FUTURATE,
    FUTURE_VERBS,
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
    if before[-1:] == ["until"] and before[-2:-1] in (["has"], ["have"]):
        return True
    for at in range(len(before) - 1, -1, -1):
        verdict = _verdict(before, at)
        if verdict is not None:
            return verdict
    after = _words_after(text[end : end + CLAUSE])
    return next((verdict for at in range(len(after)) if (verdict := _verdict(after, at)) is not None), None)


def _words_before(head: str) -> list[str]:
    words = head[head.rfind("\n") + 1 :].split()
    for at in range(len(words) - 1, -1, -1):
        if words[at][-1] in ".!?;:”" and len(words[at]) > 3:
            words = words[at + 1 :]
            break
    return _lowered(words)


def _lowered(words: list[str]) -> list[str]:
    """In small letters; May the month is not “may” the verb."""
    bare = (word.strip(_EDGES) for word in words)
    return ["" if word == "May" else word.lower() for word in bare]


def _words_after(tail: str) -> list[str]:
    words = tail.split("\n", 1)[0].split()
    for at, word in enumerate(words):
        if word[-1] in ".!?;" and len(word) > 3:
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
    if word in FUTURE_VERBS or word in FUTURATE:
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
