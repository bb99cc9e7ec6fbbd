"""Sources named beside a claim without a verb: “9 hurt (local police)”, “24 dead per PNP”, “by the army's count”."""

from __future__ import annotations

import re

from bot.extraction.lexicon.roles import ORGANISATION_WORDS, SPEAKERS, TITLES
from bot.extraction.lexicon.speech import NOT_A_SPEAKER, NOT_ISSUERS, OWN_VOICE
from bot.extraction.speech.voices import Voice

_NOBODY = NOT_ISSUERS | NOT_A_SPEAKER | OWN_VOICE
MOST_LEAD = 120  # characters of a sentence before a claim in which its source may be named
REACH = 160  # characters behind a claim in which its source may still be named

_BRACKET = re.compile(
    r"(?P<between>[^()\[\].;:\n]{0,60}?)\s?[(\[](?:(?P<label>sources?|via|from|per|according to|acc\.? to):?\s)?"
    r"(?P<name>[^()\[\]\n\d,:;]{2,48}?)(?:[,;][^()\[\]\n]{0,40})?[)\]]",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\b(?:per|acc\.?(?:ording)? to|as reported by|reported by|IAW|via|cf\.?)\s(?P<name>(?:the\s|local\s|a\s)?"
    r"[A-Za-zÀ-ÿ][\w&/'’-]+"
    r"(?:\s(?:[A-ZÀ-Þ][\w&/'’-]+|police|ministry|army|officials?|hospital|sources?|command|office|authorities))*)"
)
_FIGURE = r"(?:count|figure|tally|toll|version|account|latest|estimate|number|reckoning|line)"
_WHO = r"(?P<name>(?:[A-Z][\w'’.-]*|the|an?|one|local|several|some|our)(?: [\w'’.-]+){0,6}?)"
_BEGINS = r"(?:\A|[,;.!?–—] ?(?:but |and |while )?)"
_OWN_FIGURE = re.compile(
    rf"{_BEGINS}(?:(?:By|In|On|by|in|on) )?{_WHO}(?:['’]s?)? (?:own |latest |official |provisional )?{_FIGURE}"
    r"(?= (?:is|was|now|stands?|stood|remains?|puts?|gives?)\b|:|,)"
)
_WHERE = r"(?: there| here| by (?:phone|radio)| in [A-Z][\w'’-]+)?"
_HAS_IT = re.compile(
    rf"{_BEGINS}{_WHO}{_WHERE} (?:(?:has|have|had) (?:it (?:that|at)|registered|seen)|own(?:s|ed)? (?:up )?to"
    r"|(?:will|would|could|can) (?:only (?:confirm|say|speak of)|confirm only|say only)|swears?|counts?|thought|thinks?"
    r"|allow(?:s|ed) that|saw|(?:tells?|told) of|report|say|claim|puts? [\w ]{2,30} at)\b"
)
_RECKONS = re.compile(
    r"(?:, (?:so )?|, as |, or so )(?P<name>(?:[A-Z][\w'’.-]*|the|an?|one|local)(?: [\w'’.-]+){0,4}?) "
    r"(?:reckons?|thinks?|guess(?:es)?|says|said|puts? it|has it|have it|would have it)\W*\Z"
)
_COMES_A_FIGURE = re.compile(r"\AFrom (?P<name>the [\w'’ -]{3,30}?) (?:comes?|came) ")
_SOURCED = re.compile(r"[(\[][Ss]ources?: (?P<name>[^()\[\]\n,;]{2,48})[^()\[\]\n]{0,60}[)\]]\.?\s*\Z")
_PER_WORDS = ("per ", "acc", "reported by", "IAW", "via ", "cf")
_COUNT = re.compile(
    r"\b[Bb]y (?P<name>(?:the |local )?[\w'’ -]{2,30}?)(?:['’]s?)?(?: own)? "
    r"(?:count|reckoning|tally|estimate|account|figures)\b"
)
_HEADED = re.compile(
    r"(?:\A|[.!?;\n]\s?|[–—-]\s)"
    r"(?P<name>[A-Z][A-Za-z]*[A-Z]|[A-Z][a-z]+ police|Police|Gov(?:ernmen|['’])?t|Mil|Army):\s\Z"
)
_LETTERS = re.compile(r"(?=[A-Za-z&]*[A-Z][A-Za-z&]*[A-Z])[A-Z][A-Za-z&]{1,8}")
_NAMED_BEFORE = re.compile(r"(?P<lead>\b[a-z]+\s)?(?:[A-Z][\w'’-]*\s)*[A-Z][\w'’-]*\s?\Z")


def aside(text: str, start: int, end: int, sentence: tuple[int, int]) -> Voice | None:
    """The source that a bracket, “per X” or a short label names for the claim `text[start:end]` in its sentence.

    >>> aside("9 hurt (local police).", 0, 6, (0, 22)).source
    'local police'
    """
    stop = min(sentence[1], end + REACH)
    words = text[start:stop]
    return (
        (_bracketed(text, start, end, stop) if "(" in words or "[" in words else None)
        or (_found(_PER.search(text, start, stop)) if any(word in words for word in _PER_WORDS) else None)
        or (
            _found(_COUNT.search(text, sentence[0], stop))
            if "y the " in text[sentence[0] : stop] or "by " in words
            else None
        )
        or _sourced(text, end)
        or _told(text, start, end, sentence)
        or _found(_HEADED.search(text, max(0, sentence[0] - 2), start))
    )


def _told(text: str, start: int, end: int, sentence: tuple[int, int]) -> Voice | None:
    """“The army's figure is …”, “the mayor has it that …”, “…, UNHCR reckons.”"""
    lead, at = text[sentence[0] : start], sentence[0]
    if len(lead) < MOST_LEAD:
        for form in (_OWN_FIGURE, _HAS_IT, _COMES_A_FIGURE):
            if (found := form.search(lead)) and _can_speak(found["name"]):
                return _voice(found["name"], at + found.start("name"))
    behind = text[end : min(sentence[1], end + REACH)]
    found = _RECKONS.search(behind)
    return _voice(found["name"], end + found.start("name")) if found and _can_speak(found["name"]) else None


_BEHIND = frozenset("of in at from for who by with coming arriving fleeing living reached crossing there here".split())
_GOING = ("coming", "arriving", "fleeing", "living", "reached", "crossing", "there", "here")
_SEERS = frozenset(
    "driver drivers colleague colleagues reporter correspondent stringer fisherman fishermen farmer farmers trader "
    "traders monk priest teacher nurse surgeon refugees survivors villager villagers neighbour".split()
)


def _can_speak(name: str) -> bool:
    words = name.split()
    lows = [word.lower().removesuffix("'s").removesuffix("’s") for word in words]
    known = SPEAKERS | ORGANISATION_WORDS | _SEERS
    head = next((at for at, low in enumerate(lows) if at and low in _BEHIND), len(lows))
    if not _NOBODY.isdisjoint(lows) or lows[0] in ("it", "he", "she", "they", "we", "i", "this", "that", "there"):
        return False
    named = len(words) > 1 and all(word[0].isupper() for word in words)
    return (
        lows[head - 1] in known or lows[head - 1] in TITLES or named or _LETTERS.fullmatch(words[head - 1]) is not None
    )


def _sourced(text: str, end: int) -> Voice | None:
    """“(Source: local police)” at the end of the paragraph."""
    stop = text.find("\n", end)
    found = _SOURCED.search(text, max(end, stop - REACH), stop if stop >= 0 else min(len(text), end + 4 * REACH))
    return _voice(found["name"].strip(), found.start("name")) if found else None


def _bracketed(text: str, start: int, end: int, stop: int) -> Voice | None:
    inside = text.find(" (", start, end)
    found = _BRACKET.match(text, inside if inside > 0 else end, stop)
    if found is None or (text.count("(", end, stop) > 1 and "," in found["between"]):
        return None
    if inside > 0 and found.end() < end and not found["label"] and not found["name"].strip().isupper():
        return None  # “Ana Ruiz (university lecturer) shot dead” tells who she is
    name, at = found["name"].strip(), found.start("name")
    if not found["label"] and not (_is_source(name) and not _explains(text, found.start("name") - 1, name)):
        return None
    return _voice(name, at)


def _is_source(name: str) -> bool:
    words = name.split()
    lows = [word.lower() for word in words]
    if not _NOBODY.isdisjoint(lows) or lows[0] in ("the", "in", "all", "incl", "including", "no", "not", "see", "aka"):
        return False
    if _LETTERS.fullmatch(words[0]):
        return True
    return len(words) <= 6 and (lows[-1] in SPEAKERS or lows[-1] in ORGANISATION_WORDS or lows[0] in SPEAKERS)


def _explains(text: str, bracket: int, name: str) -> bool:
    """“the Organization for Migration (OIM)” only explains the letters, and “in Bangui (OCHA)” does not."""
    before = text[max(0, bracket - 60) : bracket].rstrip()
    found = _NAMED_BEFORE.search(before)
    if not _LETTERS.fullmatch(name) or found is None:
        return False
    run = found[0].removeprefix(found["lead"] or "").split()
    led = (found["lead"] or "").strip() in ("in", "at", "near", "to", "from", "around", "of")
    return not led and (len(run) > 1 or run[0][0] == name[0])


def _found(match: re.Match[str] | None) -> Voice | None:
    if match is None:
        return None
    name = match["name"].strip()
    lows = name.lower().split()
    if not _NOBODY.isdisjoint(lows) or not (_is_source(name) or name[:1].isupper() or lows[-1] in SPEAKERS):
        return None
    return _voice(name, match.start("name"))


def _voice(name: str, at: int) -> Voice:
    """As worded, with a small article; “the UN” is named without one."""
    words = name.removesuffix("'s").removesuffix("’s").split()
    end = next((i for i, word in enumerate(words) if i and word in _GOING), len(words))
    first = words[0].lower()
    if first in ("the", "a", "an", "one", "some", "several", "local", "our"):
        words[0] = first
    named = first == "the" and len(words) > 1 and words[1][0].isupper()
    source = " ".join(words[1:end] if named else words[:end])
    return Voice(source, "body", at, at + len(name), None, source)
