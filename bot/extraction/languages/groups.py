"""Groups: figures with the people they count, those who take places, and the places that are taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.claims.model import Interval
from bot.extraction.languages.figures import Figure, Figures
from bot.extraction.languages.names import Named, in_latin
from bot.extraction.languages.pack import Pack
from bot.extraction.languages.pattern import Group
from bot.extraction.languages.speech import Voices
from bot.extraction.tokens import Token

MOST_ADJECTIVES = 3
MOST_IN_LIST = 4
SOME = Interval()


class Groups:
    """The groups of one sentence; each is looked for where a pattern asks."""

    def __init__(self, pack: Pack, text: str, words: Sequence[Token], lows: Sequence[str], named: list[Named]) -> None:
        self._pack, self._text, self._words, self._lows = pack, text, words, lows
        self._named = {name.start: name for name in named}
        self._figures = Figures(pack.figures, words, lows)
        self._readers: dict[str, Callable[[int], Group | None]] = {
            "people": self._people,
            "count": self._count,
            "actor": self._actor,
            "seat": self._seat,
            "town": self._town,
            "speaker": Voices(pack, words, lows).at,
        }
        self._ends: dict[str, dict[int, Group]] = {}
        self._known: dict[tuple[str, int], Group | None] = {}

    def beside(self, slot: str, at: int, step: int) -> Group | None:
        """The group of a kind that begins (step 1) or ends (step -1) with a word."""
        if not 0 <= at < len(self._lows):
            return None
        return self._from(slot, at) if step > 0 else self._by_end(slot).get(at)

    def seen(self) -> list[Group]:
        """Every group of people, forces and places, in reading order and without overlap."""
        found: list[Group] = []
        at = 0
        while at < len(self._lows):
            here = [group for slot in ("people", "actor", "seat") if (group := self._from(slot, at))]
            best = max(here, key=lambda group: group.end, default=None)
            if best is not None:
                found.append(best)
            at = best.end if best else at + 1
        return found

    def _from(self, slot: str, at: int) -> Group | None:
        if (slot, at) not in self._known:
            self._known[slot, at] = self._readers[slot](at)
        return self._known[slot, at]

    def _by_end(self, slot: str) -> dict[int, Group]:
        """The longest group that ends with each word."""
        if slot not in self._ends:
            found: dict[int, Group] = {}
            for at in range(len(self._lows)):
                group = self._people(at, closed=False) if slot == "people" else self._from(slot, at)
                if group is not None:
                    found.setdefault(group.end - 1, group)
            self._ends[slot] = found
        return self._ends[slot]

    # people

    def _people(self, at: int, closed: bool = True) -> Group | None:
        """People and lists of them; in a `closed` list, before which its verb stands, no member has one of its own."""
        first = self._member(at)
        if first is None:
            return None
        members, ends = [first], [0]
        while len(members) < MOST_IN_LIST and (further := self._further(members[-1].end, closed)):
            if self._low(members[-1].end) in self._pack.groups.ands:
                ends.append(len(members))
            members.append(further)
        listed = members[: ends[-1] + 1]  # commas make a list only where an “and” closes it
        return self._together(listed) if len(listed) > 1 else first

    def _further(self, at: int, closed: bool) -> Group | None:
        """A further member of a list: “and a child”."""
        if self._low(at) not in self._pack.groups.ands and self._low(at) != ",":
            return None
        member = self._member(at + 1)
        if member is None or not member.known or (closed and self._low(member.end) in self._pack.turns):
            return None
        return member if member.counted or self._low(at) != "," else None

    def _together(self, members: list[Group]) -> Group:
        start, end = members[0].start, members[-1].end
        lows = [one.interval.low for one in members]
        exact = all(one.interval.low == one.interval.high for one in members)
        total = None if None in lows else sum(low or 0 for low in lows)
        interval = Interval(total, total if exact else None, None if exact else "at least") if total else SOME
        english = " and ".join(dict.fromkeys(one.many for one in members))
        return Group(start, end, "people", english, self._said(start, end), interval, counted=True)

    def _member(self, at: int) -> Group | None:
        if self._low(at) in self._pack.groups.articles:
            uncounted = self._noun_group(at, at + 1, None)
            if uncounted is not None:
                return uncounted
        figure = self._figures.at(at)
        start = figure.end if figure else at
        group = self._noun_group(at, start, figure)
        if group is None and figure is not None and self._stands_alone(figure.end):
            return Group(at, figure.end, "people", "people", "", figure.interval, counted=True, known=False)
        return group

    def _noun_group(self, start: int, at: int, figure: Figure | None) -> Group | None:
        """The people whose noun stands behind at most three adjectives; `figure` counts them."""
        at = self._past_age(at)
        for skipped in range(MOST_ADJECTIVES + 1):
            found = self._pack.groups.people.at(self._lows, at + skipped)
            if found is not None and not self._is_named(at + skipped):
                end, noun = found
                last = self._past_adjectives(end) if self._pack.groups.behind else end
                many = self._interval(figure, at + skipped)
                one, more = (self._english(at, at + skipped, end, last, word) for word in noun)
                words, said = one if many.high == 1 else more, self._said(at, last)
                return Group(start, last, "people", words, said, many, counted=figure is not None, many=more)
            if not self._describes(at + skipped):
                return None
        return None

    def _is_named(self, at: int) -> bool:
        """Whether a place begins with a word, though it looks like people: Shakhtarske, not miners."""
        return at in self._named and self._words[at].capital

    def _past_age(self, at: int) -> int:
        """Behind “15-year-old” or the like."""
        age = self._pack.figures.not_counts.at(self._lows, at + 1) if self._low(at).isdecimal() else None
        return age[0] if age else at

    def _interval(self, figure: Figure | None, noun: int) -> Interval:
        if self._low(noun) in self._pack.groups.two and (figure is None or figure.interval == Interval(1, 1)):
            return Interval(2, 2)
        if figure is not None:
            return figure.interval
        return Interval(1, 1) if self._low(noun) in self._pack.groups.one else SOME

    def _past_adjectives(self, at: int) -> int:
        end = at
        while end < at + 2 and self._pack.groups.describing.one(self._low(end)) is not None:
            end += 1
        return end

    def _describes(self, at: int) -> bool:
        low = self._low(at)
        if not low or not low[0].isalpha() or low in self._pack.marks.small or low in self._pack.turns:
            return False
        if (at and self._words[at].capital) or self._figures.begins(at):
            return False
        return self._pack.groups.describing.one(low) is not None or low.endswith(self._pack.groups.adjectives)

    def _english(self, start: int, noun: int, end: int, last: int, english: str) -> str:
        """The noun in English, with the adjectives that have an English word."""
        around = (*range(start, noun), *range(end, last))
        told = [self._pack.groups.describing.one(self._low(at)) for at in around]
        return " ".join([*(word for word in told if word), english])

    def _stands_alone(self, at: int) -> bool:
        """Whether a figure without a noun ends here: “four were hurt”, not “four tanks were lost”."""
        low = self._low(at)
        return not low or not low[0].isalnum() or low in self._pack.marks.small or low in self._pack.turns

    def _count(self, at: int) -> Group | None:
        figure = self._figures.at(at)
        if figure is None:
            return None
        return Group(at, figure.end, "people", "people", "", figure.interval, counted=True, known=False)

    # those who take, and what is taken

    def _actor(self, at: int) -> Group | None:
        start = at + 1 if self._low(at) in self._pack.groups.articles else at
        noun = next((spot for spot in range(start, start + MOST_ADJECTIVES + 1) if self._force_at(spot)), None)
        if noun is None or not all(self._describes(spot) for spot in range(start, noun)):
            return self._country(start)
        end, english = self._force_at(noun) or (noun, "")
        last = self._past_adjectives(end)
        words = self._english(start, noun, end, last, english)
        return Group(at, last, "force", words, self._said(start, last))

    def _force_at(self, at: int) -> tuple[int, str] | None:
        return self._pack.groups.forces.at(self._lows, at)

    def _country(self, at: int) -> Group | None:
        """A country that acts: “Росія захопила”."""
        name = self._named.get(at)
        if name is None or not name.is_country:
            return None
        return Group(at, name.end, "force", name.place.name, self._said(at, name.end))

    def _seat(self, at: int) -> Group | None:
        start = at + 1 if self._low(at) in self._pack.groups.articles else at
        if name := self._named.get(start):
            return Group(at, name.end, "place", name.place.name, self._said(start, name.end))
        figure = self._figures.at(at)
        begin = figure.end if figure else start
        noun = next((spot for spot in range(begin, begin + MOST_ADJECTIVES) if self._seat_at(spot)), None)
        if noun is None or not all(self._describes(spot) for spot in range(begin, noun)):
            return None
        end, english = self._seat_at(noun) or (noun, "")
        last = self._past_adjectives(end) if self._pack.groups.behind else end
        return self._seat_group(at, last, self._english(begin, noun, end, last, english), figure)

    def _town(self, at: int) -> Group | None:
        """A seat, or a name in capitals that no list has, where a verb of taking tells that it is a place."""
        seat = self._seat(at)
        if seat is not None or not 0 < at < len(self._words) or not self._words[at].capital:
            return seat
        if self._low(at) in self._pack.places.never or self._force_at(at) or self._capital(at + 1):
            return None
        name = in_latin(self._pack.places, self._words[at].word)
        return Group(at, at + 1, "place", name, self._said(at, at + 1), unlisted=True)

    def _capital(self, at: int) -> bool:
        return at < len(self._words) and self._words[at].capital

    def _seat_group(self, at: int, end: int, english: str, figure: Figure | None) -> Group:
        """With the name behind it: “the town of X”; several of a kind are told with their figure."""
        spot = end + 1 if self._low(end) in self._pack.figures.of else end
        name = self._named.get(spot)
        if figure is not None and figure.interval.low != 1:
            exact = figure.interval.low if figure.interval.low == figure.interval.high else ""
            english = f"{exact} {english}s".strip()
            return Group(at, end, "place", english, self._said(at, end), figure.interval, counted=True)
        if name is None:
            return Group(at, end, "place", f"the {english}", self._said(at, end))
        return Group(at, name.end, "place", f"the {english} of {name.place.name}", self._said(at, name.end))

    def _seat_at(self, at: int) -> tuple[int, str] | None:
        return self._pack.groups.seats.at(self._lows, at)

    # words

    def _low(self, at: int) -> str:
        return self._lows[at] if 0 <= at < len(self._lows) else ""

    def _said(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        return " ".join(self._text[self._words[start].start : self._words[end - 1].end].split())
