"""What the words around a name say about it: that it is a place, of which kind, or that it is somebody."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.extraction.gazetteer import Feature
from bot.extraction.lexicon.place_words import (
    ACTS_FOR,
    BARE_KIND,
    BODIES,
    DIRECTIONS,
    FEATURES,
    LEADING,
    LOCATIVE,
    NAME_TITLES,
    NOT_AFTER,
    PLACE_OF,
    SEIZING,
    SPEECH,
    TITLES,
    WEAK,
)
from bot.extraction.place.labels import Label, label_of
from bot.extraction.place.names import Name

REACH = 48  # characters read on either side of a name

_KIND = "|".join(sorted(map(re.escape, FEATURES), key=len, reverse=True))
_APPOSED = re.compile(r"\b(?:capital|city|town|village|port|hamlet|province|stronghold), $")
_KIND_AFTER = re.compile(rf"^[ -](?i:({_KIND}))\b(?P<part> of [A-Z])?(?!['’])(?!-)")
_BRIDGED = re.compile(r"\b(?:bridges?|ferry|dam|banks?) (?:over|across|on|of) the $")
_HELD_AFTER = re.compile(
    r"^ (?:(?:has|have|had|was|were|is|are|been|now|still|also|ever|never|not|remains?|remained|later) )*"
    r"(?:fallen to|fell to|recaptured|retaken|liberated|overrun|besieged|encircled|shelled|bombarded|changed hands|"
    r"is ours|(?:back )?under (?:\w+ ){1,3}control|(?:back |firmly )?in (?:\w+ ){1,3}hands|in the hands of|"
    r"came under \w*\s?(?:fire|attack|shelling))\b"
)
_TAKEN_AFTER = re.compile(r"^ (?:was|were|has been|had been|is) (?:ever |never |not )?(?:lost|taken|seized|captured)\b")
_OUT_OF = re.compile(
    r"\b(?:back|out|away|withdrew|withdrawn|retreated|expelled|driven|drove|ousted|evicted|dislodged|flushed|evacuated|"
    r"fled|displaced|uprooted|escaped|abducted|kidnapped|removed|pulled)(?: \w+){0,4} from (?:the )?$"
)
_AREA_OF = re.compile(
    r"\b(?:in|near|at|around|within|outside|across) the (?:[\w-]+ ){0,2}"
    r"(?:area|zone|sector|outskirts|vicinity|environs|jurisdiction|surroundings|countryside|suburbs?) of (?:the )?$"
)
_KNOWN_AS = re.compile(
    r"\b(?:area|place|spot|site|district|village|town|sector|zone|hill)\b[^.,;()]{0,24} (?:known as|called|named) $"
)
_KIND_OPENINGS = frozenset(kind[:3] for kind in FEATURES)
_NAMING = (" known as ", " called ", " named ")
_LISTING = (",", " and ", " or ")
_APOSTROPHES = ("'", "’")
_IN_A_LIST = re.compile(r"^,? (?:and |or )?[^\W\d_a-z]")
_KINDS = "|".join(kind for kind in _KIND.split("|") if kind.endswith("s"))
_KIND_AFTER_LIST = re.compile(rf"^(?:, [\w'’-]+){{0,4}},? (?:and|or) [\w'’-]+(?: [\w'’-]+)? ((?:{_KINDS})\b)")
_TOKENS = re.compile(r"[\w'’.-]+|[,;:()—–\"“”]")
_NEXT = re.compile(r"[,]? ?([\w-]+)")
_AGE = re.compile(r"^, (?:\d\d\b(?![/.:-]|\s[A-Z]|\s?(?:km|kilomet|miles?))|who\b|the [\w-]+ (?:of|who)\b)")
_OWNED = re.compile(r"^['’]s?((?: [\w-]+){1,3})")
_DETERMINERS = frozenset("a an its their several his two three four some many every each another".split())
_GLUE = frozenset({"the", "both", "villages", "towns", "nearby", "neighbouring", "neighboring"})
_BETWEEN = frozenset({"the", "called", "named", "“", '"'})
_ONLY_PLACES = frozenset(
    "vacated liberated overran overrunning besieged besieging shelled bombarded stormed recaptured retook retaken "
    "retaking pounded encircled regained reclaimed ceded".split()
)
_TROOPS = frozenset(
    "positions position fighters troops forces units targets lines soldiers militants rebels bases camps hideouts "
    "strongholds convoy convoys vehicles headquarters offices".split()
)
_STRUCK = frozenset(
    "attack attacks raid raids assault assaults strike strikes offensive ambush airstrike airstrikes attempt march "
    "advance shelling bombardment incursion down rained fell landed fired dropped shells rockets bombs "
    "artillery fire".split()
)
_PEOPLE_FROM = frozenset(
    "resident residents villager villagers inhabitant inhabitants farmer farmers teacher shopkeeper trader survivor "
    "survivors refugees families elder elders people witness witnesses".split()
)
_LIES_IN = frozenset({Feature.NEIGHBOURHOOD})  # “a suburb of X”: X is the town, not the suburb


class Evidence(NamedTuple):
    """What stands beside a name.

    `feature` is what a word beside it calls it, ending (if after it) at `feature_end`. `direction` is where “northern”
    before it begins. `taken` follows a verb such as “captured”, `weak` a word that may as well introduce a person.
    `determined` follows “a” or “its”, as no name of a place does; `articled` follows “the”. `titled`, `speaks`, `body`
    and `acts` say that it is a person, a speaker, part of a body's name, or a state that acts; `more_follow` that
    another name follows in a list; `label` how surely its line is about it; `prefix` is where a capitalised word before
    it begins that belongs to it (“Camp”).
    """

    locative: bool = False
    taken: bool = False
    weak: bool = False
    feature: Feature | None = None
    feature_end: int | None = None
    direction: int | None = None
    determined: bool = False
    articled: bool = False
    titled: bool = False
    speaks: bool = False
    body: bool = False
    acts: bool = False
    bracketed: bool = False
    more_follow: bool = False
    prefix: int | None = None
    opens_line: bool = False
    label: Label = Label.NONE


def evidence_for(text: str, name: Name) -> Evidence:
    """The evidence in the `REACH` characters before and after the name, within its paragraph."""
    before, after = text[max(0, name.start - REACH) : name.start], text[name.end : name.end + REACH]
    if "\n" in before:
        before = before.rpartition("\n\n")[2].replace("\n", " ")
    if "\n" in after:
        after = after.partition("\n\n")[0].replace("\n", " ")
    tokens = _TOKENS.findall(before)[-6:]
    words = [word.lower() for word in tokens[-5:]]
    direction = _direction(text, name, words)
    words = words[:-1] if direction is not None else words
    feature, feature_end, inside = _feature(name, before, tokens, after)
    if name.site and name.key[-1].isdigit():
        feature, inside = Feature.SITE, True  # “Hill 402”
    if (prefix := _prefix(text, name, feature)) is not None:
        words, feature = words[:-1], feature or FEATURES.get(name.before)
    last = words[-1] if words else ""
    lead = next((word for word in reversed(words) if word not in _GLUE), "")
    following = _NEXT.match(after)
    next_word = following[1].lower() if following else ""
    out_of = before.endswith((" from ", " from the ")) and _OUT_OF.search(before) is not None
    taken_whole = lead in _ONLY_PLACES and next_word not in _TROOPS
    locative = inside or direction is not None or lead in LOCATIVE or out_of or taken_whole
    locative = locative or (lead == "of" and _AREA_OF.search(before) is not None)
    return Evidence(
        locative=locative,
        taken=lead in SEIZING
        or (last == "on" and bool(_STRUCK.intersection(words[-3:-1])) and after[:2] not in (" [", " ("))
        or _HELD_AFTER.match(after) is not None
        or (before.endswith(" that ") and _TAKEN_AFTER.match(after) is not None),
        weak=lead in WEAK,
        feature=feature,
        feature_end=feature_end,
        direction=direction,
        determined=last in _DETERMINERS,
        articled=last == "the",
        titled=last.rstrip(".") in TITLES and not feature and prefix is None,
        prefix=prefix,
        opens_line=name.start == 0 or text[name.start - 1] == "\n",
        label=label_of(text, name.start, name.end),
        speaks=not locative and not name.owns and (next_word in SPEECH or _AGE.match(after) is not None),
        body=last in NOT_AFTER or (not name.owns and after[:1] == " " and next_word in BODIES),
        acts=after[:1] in _APOSTROPHES and _acts(after),
        bracketed=before[-1:] in ("(", "[") and after[:1] in (")", "]"),
        more_follow=_IN_A_LIST.match(after) is not None,
    )


def _acts(after: str) -> bool:
    owned = _OWNED.match(after)
    return owned is not None and not ACTS_FOR.isdisjoint(owned[1].lower().split())


def _prefix(text: str, name: Name, feature: Feature | None) -> int | None:
    """Where “Camp”, “Lake” or, before a name that is said to be a place, “Sheikh” begins."""
    if name.before not in LEADING and not (feature and name.before in NAME_TITLES):
        return None
    start = name.start - len(name.before) - 1
    written = text[max(start, 0) : name.start]
    return start if written.lower() == name.before + " " and written[0].isupper() else None


def _direction(text: str, name: Name, words: list[str]) -> int | None:
    """Where the word of direction before the name begins."""
    if not words or words[-1] not in DIRECTIONS:
        return None
    near = max(0, name.start - len(words[-1]) - 4)
    return near + text[near : name.start].lower().rfind(words[-1])


def _kind_before(tokens: list[str]) -> Feature | None:
    """What “the village of”, “villages called” or a bare “village” just before a name calls it."""
    tokens = tokens.copy()
    while tokens and tokens[-1] in _BETWEEN:
        tokens.pop()
    of = bool(tokens) and tokens[-1] == "of"
    if of:
        tokens.pop()
    for count in (3, 2, 1):
        phrase = " ".join(tokens[-count:])
        if len(tokens) >= count and (kind := FEATURES.get(phrase.lower())) and (of or phrase in BARE_KIND):
            return None if kind in _LIES_IN and not of and phrase not in BARE_KIND else kind
    return None


def _placed_by_of(tokens: list[str]) -> bool:
    """“residents of”, “ten kilometres south of”: what is of a place is not of a person."""
    tokens = tokens[-3:]
    if tokens and tokens[-1] == "the":
        tokens.pop()
    if len(tokens) > 1 and tokens[-1] == "from":
        return tokens[-2].lower() in _PEOPLE_FROM
    return len(tokens) > 1 and tokens[-1] == "of" and tokens[-2].lower() in PLACE_OF


def _leaves_for(before: str, after: str) -> bool:
    """“from X to”, “from X towards”."""
    return before.endswith(" from ") and after.startswith((" to ", " towards ", " toward "))


def _feature(name: Name, before: str, tokens: list[str], after: str) -> tuple[Feature | None, int | None, bool]:
    """The kind a word beside the name gives it, where that word ends if it follows, and whether the name only contains
    what the word is for (“a suburb of X”)."""
    found = _KIND_AFTER.match(after) if after[1:4].lower() in _KIND_OPENINGS else None
    if found and not name.owns and (not found["part"] or FEATURES[found[1].lower()] is Feature.NEIGHBOURHOOD):
        return FEATURES[found[1].lower()], name.end + found.end(1), False
    if kind := _kind_before(tokens):
        return (None, None, True) if kind in _LIES_IN else (kind, None, False)
    if before.endswith(" the ") and _BRIDGED.search(before):
        return Feature.RIVER, None, False
    if before.endswith(", ") and (found := _APPOSED.search(before)):
        return FEATURES.get(found[0].rstrip(", ")), None, False
    if before.endswith(_NAMING) and _KNOWN_AS.search(before):
        return Feature.AREA, None, False
    if after.startswith(_LISTING) and (found := _KIND_AFTER_LIST.match(after)):
        return FEATURES[found[1].lower()], None, False
    return None, None, _placed_by_of(tokens) or _leaves_for(before, after)
