"""Groups: runs of words about a noun (“at least 12 wounded soldiers”), each with its figure and what it is about.

No grammar is parsed: a group begins with a figure, an article or an adjective and ends before the next small
word, mark or verb. That is enough to tell who a verb speaks of.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.claims.model import Interval
from bot.extraction.ages import MONTHS, is_age, is_date, past_year
from bot.extraction.lexicon.forces import FORCES
from bot.extraction.lexicon.grammar import (
    AUXILIARIES,
    CALENDAR,
    CLOSING,
    DETERMINERS,
    DO,
    HAVE,
    QUOTES,
    TRAILING,
    UNITS,
)
from bot.extraction.lexicon.things import POSITIONS, THINGS
from bot.extraction.lexicon.verb_forms import PARTICIPLES, SENSES, VERB_WORDS
from bot.extraction.lexicon.victims import CONTAINERS, CROWDS, PEOPLE, PLURAL, SINGULAR
from bot.extraction.numbers import Figure, read_figure
from bot.extraction.sorts import (
    ABOUT,
    ADJECTIVES,
    LOOSE,
    NEVER,
    PLAIN,
    SKIPPED,
    SORTS,
    STANDING_ALONE,
    STOPS,
    UNSURE,
    WAY,
    WHEN,
    About,
    going_on,
    in_a_tense,
    nouny,
)
from bot.extraction.tokens import Token

MOST_WORDS = 9


_WEEKDAYS = CALENDAR - MONTHS
_NOUNS_IN_LY = frozenset("family ally assembly supply reply monopoly anomaly elderly butterfly".split())


_MASSES = frozenset("population populace citizenry peasantry community".split())
_IN_ACTION = frozenset("kia wia mia".split())
_NOT_NUMBERED = _WEEKDAYS | _IN_ACTION | {"fatalities"}
_BOXES = CONTAINERS | {"family", "household"}
_VERBS = VERB_WORDS | {"were", "died", "fled"}


_LINKS = frozenset("bin ibn de del der di da van von abu al el".split())


_PEOPLES = ("ans", "ese", "ais", "anis", "qis", "ites", "ards", "ois")
_DO = frozenset(("man", "control"))


def _does(words: Sequence[Token], at: int) -> bool:
    """“Fighters man the gate”, “gangs control most of the city”."""
    following = words[at + 1].low if at + 1 < len(words) else ""
    many = words[at - 1].low in PLURAL or words[at - 1].low in FORCES
    return many and (following in DETERMINERS or following in LOOSE)


class Group(NamedTuple):
    """Tokens [start, end) with the head's index, and the figure where one is given."""

    start: int
    end: int
    head: int
    about: About
    figure: Figure | None
    plural: bool
    definite: bool
    words: str
    noun: str

    @property
    def interval(self) -> Interval:
        """How many: the figure; one for a single thing; unknown for a bare plural."""
        if self.figure:
            return self.figure.interval
        many = self.plural or self.about is About.FORCE or self.noun in _MASSES
        return Interval() if many else Interval(1, 1)

    @property
    def counted(self) -> bool:
        """Whether a number was given."""
        return self.figure is not None


def find_groups(words: Sequence[Token]) -> list[Group]:
    """The groups of a sentence in order."""
    groups: list[Group] = []
    at, sorts = 0, [SORTS[word.low] for word in words]
    while at < len(words):
        group = None if sorts[at] == SKIPPED else _group_at(words, at, sorts)
        if group is None:
            at += 1
        else:
            groups.append(group)
            at = group.end
    return _unpacked(words, groups)


def _unpacked(words: Sequence[Token], groups: list[Group]) -> list[Group]:
    """“A convoy of 40 peacekeepers” counts peacekeepers: a container and what it holds are one group."""
    found: list[Group] = []
    for group in groups:
        box = found[-1] if found and found[-1].noun in _BOXES else None
        if box is not None and _holds(words, box, group):
            found[-1] = group._replace(start=box.start)
        elif box is not None and _of_so_many(words, box, group):
            found[-1] = box._replace(end=group.end, figure=group.figure)
        elif found and _numbering(words, found[-1], group):
            found[-1] = found[-1]._replace(end=group.end, figure=group.figure)
        else:
            found.append(group)
    return found


def _numbering(words: Sequence[Token], group: Group, figure: Group) -> bool:
    """“Police reinforcements numbering 90”, “a column numbering some 200 men”."""
    if words[figure.start - 1].low not in ("numbering", "totalling", "totaling") or group.end != figure.start - 1:
        return False
    return group.about in (About.PEOPLE, About.FORCE) and not group.counted and figure.counted


def _of_so_many(words: Sequence[Token], box: Group, group: Group) -> bool:
    """“A family of five”, “a crew of 12”."""
    if box.counted or box.plural:
        return False
    joined = group.start == box.end + 1 and words[box.end].low == "of"
    return joined and group.about is About.FIGURE and group.figure is not None and group.figure.number


def _holds(words: Sequence[Token], box: Group, group: Group) -> bool:
    if box.counted or box.noun not in CONTAINERS or group.about not in (About.PEOPLE, About.THING):
        return False
    return (
        group.start == box.end + 1
        and words[box.end].low == "of"
        and (group.counted or (group.plural and box.noun in CROWDS))
    )


def _group_at(words: Sequence[Token], at: int, sorts: Sequence[int]) -> Group | None:
    low = words[at].low
    if low in _DO and at and _does(words, at):
        return None
    if low in STANDING_ALONE and words[at].word != "US" and not _before_noun(words, at):
        return Group(
            at, at + 1, at, About.PRONOUN, None, low in ("they", "we", "them", "us"), True, words[at].word, low
        )
    if at > 1 and low in SENSES and _did_not(words, at):
        return None  # “we did not shell any civilians”
    if _numbered(words, at):
        return None
    if low in LOOSE and _before_verb(words, at):
        interval = Interval(3, None, words[at].word) if low in ("several",) else Interval()
        loose = Figure(at, at + 1, interval, number=False)
        return Group(at, at + 1, at, About.FIGURE, loose, True, False, words[at].word, "")
    figure = None if sorts[at] >= PLAIN else read_figure(words, at)
    start = figure.end if figure else at
    if figure and start < len(words) and words[start].low in CLOSING:
        start += 1
    if figure is None and (
        (low in STOPS and words[at].word != "US") or low in TRAILING or low in NEVER or not words[at].is_word
    ):
        return None
    if figure and start < len(words) and words[start].low in MONTHS and words[start].capital:
        return Group(at, past_year(words, start + 1), start, About.UNIT, figure, False, False, words[start].word, "")
    end = _extent(words, start, bool(figure), sorts)
    if end == start:
        return _bare(words, at, figure)
    return _made(words, at, start, end, figure)


def _did_not(words: Sequence[Token], at: int) -> bool:
    before = words[at - 1].low
    return before in ("didn't", "doesn't", "don't") or (before in ("not", "n't") and words[at - 2].low in DO)


def _numbered(words: Sequence[Token], at: int) -> bool:
    """“Battalion No. 93”."""
    return at > 1 and words[at - 1].low == "." and words[at - 2].low in ("no", "nos", "nr")


def _before_verb(words: Sequence[Token], at: int) -> bool:
    """“Most had since been recaptured”: a word of quantity that stands for the people spoken of."""
    return at + 1 < len(words) and (words[at + 1].low in AUXILIARIES or words[at + 1].low in _VERBS)


def _before_noun(words: Sequence[Token], at: int) -> bool:
    if words[at].low != "her" or at + 1 >= len(words):
        return False
    figure = read_figure(words, at + 1)
    noun = figure.end if figure else at + 1
    return noun < len(words) and (words[noun].low in PEOPLE or words[noun].low in THINGS)


def _bare(words: Sequence[Token], at: int, figure: Figure | None) -> Group | None:
    """A figure without a noun (“44 had been killed”, “two of them”)."""
    if figure is None:
        return None
    if figure.number is False and figure.interval.low is None:
        others = figure.end < len(words) and words[figure.end].low == "others"
        if not others or figure.end - at < 2:
            return None
    text = " ".join(token.word for token in words[at : figure.end])
    if is_age(words, at, figure) or is_date(words, at):
        return Group(at, figure.end, figure.end - 1, About.UNIT, figure, False, False, text, "")
    if figure.end < len(words) and words[figure.end].low in ("others", "more"):
        return Group(at, figure.end + 1, figure.end, About.FIGURE, figure, True, False, words[figure.end].word, "")
    return Group(at, figure.end, figure.end - 1, About.FIGURE, figure, True, False, text, "")


def _extent(words: Sequence[Token], start: int, counted: bool, sorts: Sequence[int]) -> int:
    end, fresh = start, counted
    while end < len(words) and end - start < MOST_WORDS:
        sort = sorts[end]
        if sort >= PLAIN:
            fresh = sort == WAY
            end += 1
            continue
        token = words[end]
        if (
            token.low in QUOTES
            and end + 1 < len(words)
            and words[end + 1].is_word
            and (_opens(words, end, start) or (counted and end == start and token.end == words[end + 1].start))
        ):
            end += 1
            continue
        if (token.low in DETERMINERS or token.low in TRAILING) and end > start:
            break
        if counted and end > start and words[end - 1].low in _IN_ACTION:
            break  # “11x LN WIA IVO the car park”, “35 KIA 60 WIA”
        if token.low == "'s" and end > start and _owns(words, end):
            end += 1
            fresh = True
            continue
        if token.low in STOPS and token.low not in DETERMINERS and token.word != "US":
            break
        if token.low in _DO and end > start and _does(words, end):
            break  # “fighters man the gate”
        if token.low in WHEN and end > start and words[end - 1].low not in DETERMINERS:
            break
        if (
            not token.is_word
            and token.low not in ("'s", "/")
            and not (token.low == "." and words[end - 1].low in ("u.s", "u.n"))
        ):
            break
        if end > start and sort == UNSURE and read_figure(words, end) and token.low not in ("over", "about", "first"):
            if token.word[:1].isdigit() and words[end - 1].capital and words[end - 1].low not in _NOT_NUMBERED:
                end += 1
                continue
            break
        if _is_verb(words, end, start, fresh) or (end > start and _stands_apart(words, end)):
            break
        fresh = token.low in DETERMINERS or token.low == "'s" or token.low.endswith("ly")
        if token.low.startswith(("'s",)) and end == start:
            break
        end += 1
    while end > start and (
        words[end - 1].low in DETERMINERS or not words[end - 1].is_word or _is_adverb(words[end - 1])
    ):
        end -= 1
    return end


def _stands_apart(words: Sequence[Token], at: int) -> bool:
    """“Six priests Thursday”, “90 soldiers home”: the day and the way are no part of the group."""
    if words[at].low == "home":
        return words[at - 1].low in PEOPLE
    return words[at].low in CALENDAR and words[at].capital and nouny(words[at - 1].low)


def _is_adverb(word: Token) -> bool:
    return word.low.endswith("ly") and word.word.islower() and word.low not in _NOUNS_IN_LY


def _owns(words: Sequence[Token], at: int) -> bool:
    """Whether “'s” is a possessive here, and not “is” or “has”."""
    following = words[at + 1].low if at + 1 < len(words) else ""
    return (
        following[:1].isalnum()
        and following not in STOPS
        and following not in PARTICIPLES
        and not following.endswith("ing")
    )


def _opens(words: Sequence[Token], at: int, start: int) -> bool:
    return words[at].low in ("“", '"', "‘") and at > start and words[at].end == words[at + 1].start


def _is_verb(words: Sequence[Token], at: int, start: int, fresh: bool) -> bool:
    """Whether the word is a verb here, and not an adjective of the noun that follows."""
    token = words[at]
    low = token.low
    if token.capital and at > start and words[at - 1].is_word and low not in VERB_WORDS:
        return False
    if not in_a_tense(low):
        return going_on(low) and not fresh
    if nouny(low) and low not in ("wounded", "injured", "dead"):
        return False
    if at == start and at and words[at - 1].low in HAVE and low in PARTICIPLES:
        return True  # “have abandoned post 9”
    if at == start and at and low in PARTICIPLES and (words[at - 1].low in PEOPLE or words[at - 1].low in FORCES):
        return True  # “conscripts abandoned trenches”
    following = words[at + 1].low if at + 1 < len(words) else ""
    if low in ADJECTIVES and following in ADJECTIVES and fresh:
        return False  # “7 armoured fighting vehicles”
    before_noun = following in PEOPLE or following in THINGS or following in POSITIONS or following in FORCES
    if low in ADJECTIVES or low in PARTICIPLES or low.endswith(("ed", "ing")):
        first = at == start and not fresh
        return not (before_noun and (fresh or (low in ADJECTIVES and (first or not _noun_before(words, at, start)))))
    return True


def _noun_before(words: Sequence[Token], at: int, start: int) -> bool:
    return at > start and nouny(words[at - 1].low)


def _made(words: Sequence[Token], at: int, start: int, end: int, figure: Figure | None) -> Group:
    head = end - 1
    noun = words[head].low
    about = _about(words, head, start)
    if figure is not None and words[figure.end : figure.end + 1] and words[figure.end].low in UNITS:
        about = About.UNIT  # “500 km north of the town”
    if about is About.OTHER and words[head].capital:
        for index in range(end - 2, start - 1, -1):
            if words[index].low == "'s":
                break
            sort = _about(words, index, start)
            if sort in (About.PEOPLE, About.FORCE) and all(word.capital for word in words[index + 1 : end]):
                about, head, noun = sort, index, words[index].low
                break
    if figure and about is About.OTHER and words[head].capital and noun.endswith(_PEOPLES):
        about = About.PEOPLE  # “five thousand Cambodians”
    if figure and words[start].low in UNITS:
        about = About.UNIT
    named = about is About.OTHER and (end - start == 1 or _named(words[end - 1]))
    if named and all(_named(word) for word in words[start + (words[start].low in DETERMINERS) : end]):
        about = About.NAME
    first = words[start].low
    several = first == "the" and end > start + 1 and noun.endswith("s") and not noun.endswith("ss")  # “the Jesuits”
    singular = first in ("a", "an", "one", "another", "every", "each") or (about is About.NAME and not several)
    plural = not singular and (
        noun in PLURAL
        or noun in ("forces",)
        or (noun.endswith("s") and noun not in SINGULAR and noun not in ("headquarters", "barracks"))
    )
    text = " ".join(token.word for token in words[start:end]).replace(" 's", "’s").replace(" ’s", "’s")
    return Group(at, end, head, about, figure, plural, first in ("the", "this", "that", "these", "those"), text, noun)


def _named(word: Token) -> bool:
    return word.capital or not word.is_word or word.low in _LINKS or word.low.startswith(("al-", "el-", "as-", "abu-"))


def _about(words: Sequence[Token], head: int, start: int) -> About:
    low = words[head].low
    if (low in CALENDAR and words[head].capital) or (low == "year-old" and head == start):
        return About.UNIT
    return ABOUT[low]
