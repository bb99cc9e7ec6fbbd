"""When: the day or days of a finding, from its clause, its sentence, or carried over from the text around."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date

from bot.claims.model import EventDate
from bot.extraction.dateline import Dateline, dateline, find_dateline
from bot.extraction.dates import DatedSpan, dates_below
from bot.extraction.day_labels import DayLabel, day_label
from bot.extraction.entries import is_led_in
from bot.extraction.when.clocks import with_clocks

_NOTED = ("reported", "confirmed", "announced")
_OPENING = re.compile(r"(?:^|[.!?]\s|\n)(?:(?:On|Early on|Late on|In the night of|By)\s)?$")
_ASIDE = re.compile(
    r", (?:which|who|whom|where) (?:\w+ ){0,5}?(?:had|was|were)\b"
    r"|[,;] (?:and|but|while) (?:on |in |at |by |late |early |over |since |during |the |last )*\Z"
)
_SCENE = re.compile(r"(?:In|At|Near|During|Also|Elsewhere|Meanwhile)\b[^.;:“”]{0,100}$")
_LOST = re.compile(
    r" (?:lost|seized|taken|captured|abandoned|kidnapped|abducted|arrested|wounded|injured|given up|overrun)"
    r"(?: \w+){0,4}? (?:on|in|since|last) "
)
_STATE = re.compile(
    r"\b(?:custody|captivity|hands|control(?:led)?|held|captive|detained|imprisoned|occupied|besieged)"
    r"(?: (?!and\b|but\b)\w+){0,3},? since (?:\w+ ){0,2}$"
)
"""What has lasted since then: “in our custody since May”."""
_RELATIVE = re.compile(
    r"\w (?:that|which|who|whose|whom) [^,.;]{3,60}$"
    r"|, (?:held|detained|arrested|abducted|kidnapped|captured|seized|taken|missing|trapped|wounded|besieged) "
    r"[^,.;]{0,60}$"
)
_RETURNS = re.compile(r",? (?:was|were|has been|have been|had been|is|are)\b")
_OPENS_WITHIN = 14  # characters from the beginning of a sentence in which the day that opens it stands
_WIRE = re.compile(r"[ \t]*(?:\([^)\n]{1,40}\)[ \t]*)?[—–-]+[ \t]*[\w“\"]")
_GOES_ON = re.compile(r"\s*(?:,|that\b|$|\.)")

OLD = 100  # days before the report after which an event is background
LONG = 45  # days from which on a stretch of time is a period whose beginning counts
HEADING = 120  # characters on either side that a heading may have
NEAR = 60  # characters behind a clause in which its date may still be named
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|confirmed|reported|tweeted|wrote|posted|statement|briefing|interview|adding|issued|published)"
    r"(?:\s+(?:on|the|a|late|early|in|AFP|AP|Reuters|reporters|journalists|media|statement|news|conference))*\s*$"
)

_SAID_TODAY = re.compile(r"today,?(?: [\w'’-]+){0,8}? (?:confirmed|announced|acknowledged|identified)\b", re.IGNORECASE)


class Calendar:
    """The dates of one text, ready to say when a stretch of it plays."""

    def __init__(self, text: str, published: date | None) -> None:
        text = with_clocks(text)
        line = find_dateline(text)
        stated = _stated(text, line, published)
        self.published = stated or published
        found = dates_below(line, text, self.published)
        self._dates = [span for span in found if not span.heading]
        self._spans = [span for span in self._dates if not _said_then(text, span)]
        self._starts = [span.start for span in self._spans]
        self._told = stated or self._told_day()
        self._last: EventDate | None = None
        self._text = text
        self._running: tuple[int, EventDate] | None = None
        own = [span.date for span in found if span.heading and not _of_a_wire(text, span)]
        period = [span.date for span in self._dates if span.date.start != span.date.end and _in_heading(text, span)]
        self._own: EventDate | None = next(iter(period or own), None)
        self._entries = False
        self._at = 0  # up to where dates have been read for those carried over
        self._label: DayLabel | None = None  # the day that labels the entry being read
        self._heading: EventDate | None = None  # the day that stands over the entries being read
        self._labels = 0  # entries so far that a day labels
        self._own_lines = [(span.start, span.end) for span in found if span.heading]
        self._asked: tuple[int, int, tuple[int, int]] | None = None  # the clause asked about last, and its span
        self._span: DatedSpan | None = None

    def span_of(self, start: int, end: int, sentence: tuple[int, int]) -> DatedSpan | None:
        """The date expression of a clause, or else the one nearest to it in its sentence."""
        if self._asked != (start, end, sentence):
            self._asked, self._span = (start, end, sentence), self._found(start, end, sentence)
        return self._span

    def _found(self, start: int, end: int, sentence: tuple[int, int]) -> DatedSpan | None:
        named = self._spans[bisect_left(self._starts, sentence[0]) : bisect_left(self._starts, sentence[1])]
        if self._label:
            named = [span for span in named if not self._label.start <= span.start < self._label.end]
        lasting = {span.start for span in named if span.since and self._of_a_state(span)}
        if len(lasting) < len(named):
            named = [span for span in named if span.start not in lasting]
        around = [span for span in named if not self._of_an_aside(end, span)]
        inside = [span for span in around if start <= span.start < end + NEAR]
        if inside:
            main = [span for span in inside if not self._in_a_relative(start, span)]
            opening = [span for span in around if span.end <= start and span.start - sentence[0] < _OPENS_WITHIN]
            inside = main or opening[:1] or inside
            # an aside may be old (“who had held it since August”) where the clause itself is not
            return next((span for span in inside if not self._is_old(span)), inside[0])
        return min(around, key=lambda span: min(abs(span.start - end), abs(start - span.end)), default=None)

    def _lasts(self, span: DatedSpan) -> bool:
        """Whether what follows may be told of the same time since then."""
        return span.since and not self._is_old(span) and not self._of_a_state(span)

    def _of_a_state(self, span: DatedSpan) -> bool:
        return _STATE.search(self._text, max(0, span.start - 60), span.start) is not None

    def _in_a_relative(self, start: int, span: DatedSpan) -> bool:
        """“An outpost that the enemy left last week was burnt”: the day of what the relative clause tells."""
        returns = _RETURNS.match(self._text, span.end) is not None
        return returns and _RELATIVE.search(self._text, start, span.start) is not None

    def _of_an_aside(self, end: int, span: DatedSpan) -> bool:
        """“Regained the hill, which had been given up last week”, “retook posts lost on 2 May”: another event's."""
        if span.start <= end:
            return False
        lost = self._day is not None and _LOST.match(self._text, end, span.start) is not None
        return lost or _ASIDE.search(self._text, end, span.start) is not None

    def of(self, start: int, end: int, sentence: tuple[int, int]) -> EventDate | None:
        """The event's date; carried over when the sentence names none."""
        span = self.span_of(start, end, sentence)
        if span is not None and not span.future:
            if not self._is_old(span) and not span.since:
                self._last = span.date
            self._at = max(self._at, end)
            self._running = (end, span.date) if self._lasts(span) else None
            return span.date
        if self._running and "\n" not in self._text[self._running[0] : start]:
            return self._running[1]  # “44 were killed since Thursday. More than 120 were hurt.”
        self._last = self._opening(start) or self._last
        if self._day or self._last or self._entries:
            return self._day or self._last or self._own
        return self._behind(sentence[0]) or self._ahead(sentence[1]) or self._own

    def begin_entry(self, start: int) -> None:
        """An entry of a list or a live blog begins: the days of the entry before are not its own."""
        if is_led_in(self._text, start):
            return
        label = day_label(self._text, start, self.published)
        stated = label is not None and self._is_dateline(label)
        self._labels += label is not None
        if stated:
            return  # the dateline
        if label and label.alone:
            self._heading = EventDate(label.first, label.last)
        self._last, self._running, self._label = None, None, label
        self._entries = self._own is not None

    def _is_dateline(self, label: DayLabel) -> bool:
        """Whether it is the report's own day: that found in its head, or the first label, of that day."""
        if label.first == label.last == self.published and not self._labels:
            return True
        return any(start < label.end and label.start < end for start, end in self._own_lines)

    @property
    def _day(self) -> EventDate | None:
        """The day that labels the entry being read (“Mon 17 June, Yoro. …”), or that stands over it."""
        label = self._label
        return EventDate(label.first, label.last) if label and not label.alone else self._heading

    def _opening(self, start: int) -> EventDate | None:
        """The day that opens a sentence passed over in this paragraph (“On 18 August men stopped two buses.”)."""
        since = max(self._at, self._text.rfind("\n", 0, start) + 1)
        self._at = max(self._at, start)
        passed = self._spans[bisect_left(self._starts, since) : bisect_left(self._starts, start)]
        fits = [one for one in passed if not (one.future or one.since or self._is_old(one)) and self._opens(one)]
        return fits[-1].date if fits else None

    def _opens(self, span: DatedSpan) -> bool:
        """Whether its sentence begins with it, or with the place that goes on to it (“In a search in Kunduz today”)."""
        begin = max(self._text.rfind(". ", 0, span.start) + 2, self._text.rfind("\n", 0, span.start) + 1)
        if span.start - begin < 120 and _SCENE.match(self._text, begin, span.start):
            return True
        return _OPENING.search(self._text, max(0, span.start - 16), span.start) is not None

    def background(self, start: int, end: int, sentence: tuple[int, int]) -> bool:
        """Whether the stretch is dated more than a hundred days before the report."""
        span = self.span_of(start, end, sentence)
        return span is not None and self._is_old(span)

    def ahead(self, start: int, end: int, sentence: tuple[int, int]) -> bool:
        """Whether the stretch lies in the future."""
        span = self.span_of(start, end, sentence)
        return span is not None and span.future and start <= span.start < end + NEAR

    def _ahead(self, position: int) -> EventDate | None:
        """A lead without a date has that of the first event the text dates below it."""
        for span in self._spans[bisect_left(self._starts, position) :][:3]:
            if not span.future and not span.since and not self._is_old(span) and _short(span.date):
                return span.date
        return None

    def _behind(self, position: int) -> EventDate | None:
        """What happened in a sentence without a date happened on the day told last before it."""
        span = next(reversed(self._spans[: bisect_left(self._starts, position)]), None)
        if span is None or span.future or self._is_old(span) or _in_heading(self._text, span):
            return None
        dateline_again = span.date.start == self.published and any(sign.isdecimal() for sign in span.words)
        return None if dateline_again else span.date

    def _told_day(self) -> date | None:
        """The day from which background is reckoned: a text handed in late is as old as the last day it names."""
        latest = max((span.date.end for span in self._spans if not span.future), default=None)
        if self.published is None or latest is None or (self.published - latest).days <= OLD:
            return self.published
        return latest

    def _is_old(self, span: DatedSpan) -> bool:
        if self._told is None:
            return False
        long = (span.date.end - span.date.start).days > LONG
        begin = span.date.start if span.since or long else span.date.end
        return (self._told - begin).days > OLD


def _of_a_wire(text: str, span: DatedSpan) -> bool:
    """“HERAT, 19 November 2026 — Two men”: the day of the writing; one that heads a list is that of its events."""
    placed = text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
    return bool(placed) and _WIRE.match(text, span.end) is not None


def _short(when: EventDate) -> bool:
    """Whether it may be the day of one event, and not a month of many."""
    return (when.end - when.start).days < 7


def _stated(text: str, line: Dateline | None, published: date | None) -> date | None:
    """The day the report bears; one without a year is the last of that name up to `published`."""
    return dateline(text, published) if published else line.day if line else None


def _in_heading(text: str, span: DatedSpan) -> bool:
    """Whether it stands in a short line without a full stop: “Incidents (last 24 hours)”."""
    floor, roof = max(0, span.start - HEADING), span.end + HEADING
    begin, end = text.rfind("\n", floor, span.start) + 1 or floor, text.find("\n", span.end, roof)
    line = text[begin : end if end >= 0 else roof].strip()
    return len(line.split()) <= 10 and not line.endswith((".", "!", "?", "”", '"'))


def _said_then(text: str, span: DatedSpan) -> bool:
    """Whether the date is that of the saying (“officials said on Monday”), not of what happened."""
    if _SAID_TODAY.match(text, span.start):
        return True
    saying = _SAYING.search(text, max(0, span.start - 60), span.start)
    if saying is None:
        return False
    passive = saying[0].startswith(_NOTED) and not _GOES_ON.match(text, span.end)
    return not passive
