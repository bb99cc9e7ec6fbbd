"""Sentences: where each begins and ends in the text as given, and what kind of line it stands in.

Lines come first (paragraphs, list items, headlines, captions, the dateline, entries of a live blog), sentences
within them. Offsets count code points of the text as given; nothing is copied, moved or cleaned. Full stops
of abbreviations, initials and figures end no sentence, and no sentence is longer than `LONGEST`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.extraction.lexicon.abbreviations import ALWAYS_GO_ON, MAY_END, OPENERS

LONGEST = 1_500  # characters; what has no full stop for longer than this is no sentence
HEADLINE_WORDS = 18

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"”’'»)\]]{0,4}+(?:(?=\s)|(?<=”)(?=[A-Z]))|;(?=\s)")
_LAST_WORD = re.compile(r"(?:[^\W_]+\.)*[^\W_]+\Z")
_NEXT_WORD = re.compile(r"\s+([\"“‘'«(\[]*)([^\W_]+)?")
_ZONE = r"(?:\s?\(?(?:GMT|UTC|BST|CET|EET|EST|EDT|IST|[Ll]ocal(?: time)?|hrs|hours)\)?)"
_CLOCK = (
    rf"(?:\d{{1,2}}[:.h]\d{{2}}(?:\s?[apAP]\.?[mM]\b\.?)?{_ZONE}?"
    rf"|(?:[01]\d|2[0-3])[0-5]\d(?:{_ZONE}|(?=\]|:\s|\s[–—|])))"
)
# What may stand before the first word of a line and is no part of its sentence.
_PREFIX = re.compile(
    rf"\s*(?:[-*•·▪►●–—]+\s+|\(?\d{{1,2}}[.)]\s+(?=[A-Z])|\[?{_CLOCK}\]?\s*(?:[-–—|:.]\s*)?(?=[^\s\d:.]))*\s*"
)
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][^.\n]{0,70}?(?:\([^()\n]{2,30}\)\s*)?(?:,?\s*[^.\n—–-]{0,30}?(?:\d{1,2}|\d{4}))?"
    r"\s*(?:\([^()\n]{2,40}\)\s*)?(?:--|[—–]|-(?=\s))\s*"
)
_DATED_LINE = re.compile(r"[A-Z][\w .'’/-]{1,40}, (?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}\b")
_CAPTION = re.compile(
    r"\(?(?:photo|picture|image|file photo|photograph)(?:\s+by|:|\s+credit|\s+shows)|\[?File:|Photo[:/]"
    r"|[—–-]\s*[A-Z][\w ]{1,20}\s(?:pic|photo|file)\b|\((?:AP|Reuters|AFP) Photo",
    re.IGNORECASE,
)
_CAPTION_WORDS = ("photo", "pic", "image", "file")  # one of them stands in every caption
_BYLINE = re.compile(r"\s*(?:By |date \d{4}-|Published|Updated|Last updated|Source:\s*\w+$|http)", re.IGNORECASE)
LOOKED_THROUGH = 2_000  # characters on either side in which a sentence is looked for


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]`, without the dateline, time stamp or bullet before it.

    `paragraph` counts the lines that hold sentences from 0. `headline`: a short line without a full stop that
    stands over others. `caption`: words under a picture. `item`: an entry of a list.
    """

    start: int
    end: int
    paragraph: int
    headline: bool = False
    caption: bool = False
    item: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    item: bool


def split(text: str) -> list[Sentence]:
    """The sentences of a text in reading order, without overlap.

    >>> text = "LVIV, May 3 — Gen. Bondar said so. “We lost 1.5 tonnes.”"
    >>> [text[one.start : one.end] for one in split(text)]
    ['Gen. Bondar said so.', '“We lost 1.5 tonnes.”']
    """
    found: list[Sentence] = []
    lines = list(_lines(text))
    dated = False
    for number, line in enumerate(lines):
        start = line.start
        if not dated and number < 6 and (ends := _dateline_end(text, line)):
            start, dated = ends, True
        headline = start == line.start and _is_headline(text, line, alone=len(lines) == 1)
        caption = _is_caption(text, start, min(line.end, start + 600))
        for begin, end in _sentences(text, start, line.end):
            found.append(Sentence(begin, end, number, headline, caption, line.item))
    return found


def sentence_at(text: str, start: int) -> str:
    """The words of the sentence that holds the character at `start`, as far as its paragraph goes.

    >>> sentence_at("One fell. The toll has risen to 21, police said.", 30)
    'The toll has risen to 21, police said.'
    >>> sentence_at("The toll has risen\\nto 21, police said.", 22)
    'The toll has risen\\nto 21, police said.'
    """
    begins = max(0, text.rfind("\n\n", 0, start), start - LOOKED_THROUGH)
    ends = text.find("\n\n", start)
    paragraph = text[begins : min(len(text) if ends < 0 else ends, start + LOOKED_THROUGH)]
    held = (paragraph[one.start : one.end] for one in split(paragraph) if one.start <= start - begins < one.end)
    return next(held, paragraph)


def _is_caption(text: str, start: int, end: int) -> bool:
    low = text[start:end].lower()
    return any(word in low for word in _CAPTION_WORDS) and _CAPTION.search(text, start, end) is not None


def _lines(text: str) -> Iterator[_Line]:
    """Lines with words in them; those wrapped at a column are joined."""
    start = end = -1
    for match in _LINE.finditer(text):
        piece = match[0]
        if not piece.strip():
            continue
        if end >= 0 and _wrapped(text, start, end, match.start()):
            end = match.end()
            continue
        if end >= 0:
            yield _line(text, start, end)
        start, end = match.span()
    if end >= 0:
        yield _line(text, start, end)


def _line(text: str, start: int, end: int) -> _Line:
    prefix = _PREFIX.match(text, start, end)
    begin = prefix.end() if prefix else start
    return _Line(begin, end, item=bool(text[start:begin].strip()))


def _wrapped(text: str, start: int, end: int, following: int) -> bool:
    """Whether the line that begins at `following` goes on with the one before: only one line break, mid-sentence."""
    if text.count("\n", end, following) + text.count("\r", end, following) - text.count("\r\n", end, following) > 1:
        return False
    while end - 1 > start and text[end - 1] in " \t":
        end -= 1
    last, first = text[end - 1], text[following : following + 1]
    if last in '.!?:”"' or following - start > 100 * LONGEST:
        return False
    begin = max(start, text.rfind("\n", start, end) + 1)
    if _DATED_LINE.match(text, following):
        return False
    return first.islower() or (end - begin > 60 and (first.isalnum() or first in '“"('))


def _dateline_end(text: str, line: _Line) -> int | None:
    found = _DATELINE.match(text, line.start, min(line.end, line.start + 140))
    if not found or found.end() >= line.end:
        return None
    words = found[0]
    capitals = sum(word.isupper() and len(word) > 2 for word in re.findall(r"[^\W\d_]+", words))
    return found.end() if capitals or re.search(r"\d|\([A-Z]", words) else None


def _is_headline(text: str, line: _Line, alone: bool) -> bool:
    if alone or line.item or line.end - line.start > 160:
        return False
    words = text[line.start : line.end].strip()
    if _BYLINE.match(words):
        return True
    return words[-1:] not in '.!?…:;”"’)' and len(words.split()) <= HEADLINE_WORDS


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.start() - begin < 2 or _goes_on(text, stop, end):
            continue  # “. . . .” is no row of sentences
        yield from _pieces(text, begin, stop.end())
        begin = stop.end()
    yield from _pieces(text, begin, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without its margins, cut where it is too long."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        yield start, cut
        start = cut
    if end > start:
        yield start, end


def _goes_on(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether the sentence goes on behind this mark."""
    if not stop[0].startswith("."):
        return False if stop[0] in ("", ";") else _lower_follows(text, stop.end(), end)
    following = _NEXT_WORD.match(text, stop.end(), end)
    word = following[2] if following else None
    if word is None:
        return False
    last = _LAST_WORD.search(text, max(0, stop.start() - 20), stop.start()) if stop[0] == "." else None
    if last and (verdict := _abbreviated(last[0], word)):
        return verdict == "goes on"
    return word[0].islower() and not (following and following[1])


def _lower_follows(text: str, at: int, end: int) -> bool:
    following = _NEXT_WORD.match(text, at, end)
    return bool(following and following[2] and following[2][0].islower())


def _abbreviated(last: str, following: str) -> str | None:
    low = last.lower()
    if low in ALWAYS_GO_ON or (len(last) == 1 and last.isupper() and last != "I"):
        return "goes on"
    if low in MAY_END or ("." in last and all(len(part) == 1 for part in last.split("."))):
        return "ends" if following in OPENERS else "goes on"
    return None
