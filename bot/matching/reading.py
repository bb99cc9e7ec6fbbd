"""Reading: what the comparisons need to know of a mention, worked out once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.claims.model import Action, ControlAction, Interval, Kind, Mention, Place, Polarity
from bot.claims.relations import Told
from bot.matching.days import Span
from bot.matching.figures import Figure, read_figure
from bot.matching.groups import group, in_households, is_armed, things
from bot.matching.lexicon.causes import OF_TYPE
from bot.matching.lexicon.nations import NATIONS
from bot.matching.lexicon.sides import NO_NAMES
from bot.matching.lexicon.things import KINDS
from bot.matching.parties import AGAINST, ANY_REBELS, DEFAULT, Parties, are_fighters, is_enemy, is_own, is_speaker
from bot.matching.places import bare, place_of
from bot.matching.speakers import Speaker, is_person, speaker
from bot.matching.wording import causes, is_corrected, is_cumulative, is_later_news, is_newly_held, is_part, struck
from bot.matching.words import folded, single

# Where nobody is named, a party speaks of itself.
_OF_THE_SPEAKER = frozenset({ControlAction.LOST, ControlAction.WITHDREW, ControlAction.HOLDS, ControlAction.REPELLED})
_ARTICLES = frozenset("the a an".split())
FEW = 3  # persons who are named one by one
_NUMBER_OF = re.compile(r"(?:number|count|toll|total|tally) of ((?:[\w-]+ ){0,2}?[\w-]+)", re.IGNORECASE)
_UNDER = re.compile(
    r"under (?:the )?(?:full |firm |complete |total )?(?:control of (.+)|(.+?) (?:control|occupation|rule))"
    r"|in (?:the )?(?:hands of (.+)|(.+?) hands)|held by (.+)",
    re.IGNORECASE,
)
SEVERAL = frozenset({"several places"})
_SEVERAL = re.compile(
    r"\b(?:districts|villages|towns|areas|settlements|cities|provinces|parts|posts|positions)\b", re.I
)
_ALL = re.compile(r"all\b|the whole|every", re.IGNORECASE)
_LEAVING = {
    (Kind.DEPLOYMENT, Action.WITHDRAWN): ControlAction.WITHDREW,
    (Kind.DISPLACEMENT, Action.FLED): ControlAction.WITHDREW,
}


@dataclass(frozen=True, slots=True)
class Held:
    """What a mention says of who holds a place: what was done, by which side."""

    action: ControlAction
    side: str | None
    names: frozenset[str]  # the capitalised words for that side
    own: bool  # the speaker tells it of its own side
    site: frozenset[str]  # the kind of site where it is no whole town: airport, base


@dataclass(frozen=True, slots=True)
class Counted:
    """Whom or what a mention counts: the effect or action, the group or kind of things, and the figure."""

    figure: Figure
    action: str | None
    group: str | None
    side: str | None
    names: frozenset[str]
    things: frozenset[str]
    households: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A mention as it is compared."""

    told: Told
    kind: Kind
    denied: bool
    place: Place | None
    span: Span
    around: str
    speaker: Speaker
    side: str | None
    causes: frozenset[str]
    counted: Counted | None
    held: Held | None
    actor: str | None
    target: frozenset[str]
    object_named: str
    place_of_speaker: bool

    @property
    def corrected(self) -> bool:
        """Whether the words put a new figure in the place of an old one."""
        return is_corrected(self.around)

    @property
    def later_news(self) -> bool:
        """Whether the words go back to what was said before."""
        return is_later_news(self.around)

    @property
    def struck(self) -> frozenset[str]:
        """The kinds of sites that the words say were hit: a market, a school."""
        return struck(self.around)

    @property
    def part(self) -> bool:
        """Whether the figure is only a part of another."""
        return is_part(self.told.mention.quote, self.around)

    @property
    def cumulative(self) -> bool:
        """Whether the words add up several events."""
        return is_cumulative(self.around)


@lru_cache(maxsize=16_384)
def read_told(told: Told, parties: Parties = DEFAULT) -> Reading:
    """A mention ready to be compared, by a desk's idea of who fights."""
    mention, around = told.mention, told.around or told.mention.quote
    who = speaker(mention.attribution, told.outlet)
    place = place_of(mention)
    side = _speakers_side(told, place, parties)
    attack = mention.attack
    return Reading(
        told=told,
        kind=mention.kind,
        denied=mention.polarity is Polarity.DENIED,
        place=place,
        span=Span(mention.event_date, told.told_on),
        around=around,
        speaker=who,
        side=side,
        causes=causes(around) or (OF_TYPE.get(attack.type, frozenset()) if attack else frozenset()),
        counted=_counted(mention, place, side, parties),
        held=_held(mention, around, place, side, parties),
        actor=_side_of(attack.actor, place, side, parties) if attack else None,
        target=things(attack.target) if attack and attack.target else frozenset(),
        object_named=_object_named(mention),
        place_of_speaker=_is_speakers(place, mention),
    )


def _object_named(mention: Mention) -> str:
    """The name of the place that changed hands, folded; empty where the words name none."""
    words = mention.control.object if mention.control else None
    return bare(words) if words and any(part[:1].isupper() for part in words.split()) else ""


def _is_speakers(place: Place | None, mention: Mention) -> bool:
    """Whether the place may only be where the speaker is from: “the mayor of Gao said”."""
    source = mention.attribution.source if mention.attribution else None
    if place is None or not source or bare(place.name) not in folded(source):
        return False
    return bare(place.name) not in folded(mention.quote)


def _speakers_side(told: Told, place: Place | None, parties: Parties) -> str | None:
    who = told.mention.attribution
    country = place.country if place else None
    if who is None:
        return parties.side(told.outlet, country)
    words = (who.organisation, who.source, who.role)
    return next((side for each in words if (side := parties.side(each, country, speaking=True))), None)


def _side_of(words: str | None, place: Place | None, speakers: str | None, parties: Parties) -> str | None:
    """The side of an actor or of victims, in the speaker's mouth."""
    country = place.country if place else None
    if is_own(words) or is_speaker(words):
        named = parties.side(words)
        return named if named and ":" in named else speakers
    if is_enemy(words):
        return AGAINST + speakers if speakers and not speakers.startswith(AGAINST) else None
    return parties.side(words, country)


def _counted(mention: Mention, place: Place | None, side: str | None, parties: Parties) -> Counted | None:
    told: tuple[str | None, Interval, str | None]
    if mention.casualties:
        told = (mention.casualties.effect, mention.casualties.count, mention.casualties.victims)
    elif mention.count:
        told = (mention.count.action, mention.count.count, mention.count.what)
    else:
        return None
    action, figure, words = told
    words = words or _counted_in(mention.quote)
    named = group(words)
    return Counted(
        figure=read_figure(figure),
        action=action,
        group=named,
        side=_counted_side(words, side, parties) if is_armed(named) or is_own(words) else _nation(words),
        names=_names(words) if figure.high is not None and figure.high <= FEW else frozenset(),
        things=things(words) if mention.kind is Kind.DAMAGE else frozenset(),
        households=in_households(words),
    )


def _body_that_speaks(mention: Mention) -> str:
    """The words for the speaker, where it is no person."""
    who = mention.attribution
    if who is None or (who.organisation is None and is_person(who.source or "")):
        return ""
    return who.organisation or who.source or ""


def _is_the_speaker(actor: str | None, mention: Mention) -> bool:
    """Whether the words for who did it are those for the body that says so."""
    named = _unarticled(actor or "")
    return bool(named) and named == _unarticled(_body_that_speaks(mention))


def _unarticled(words: str) -> str:
    return " ".join(word for word in folded(words).split() if word not in _ARTICLES)


def _counted_side(words: str | None, speakers: str | None, parties: Parties) -> str | None:
    """Whose those counted are, as far as the words say: “soldiers” may be of any state that is at the place."""
    return _side_of(words, None, speakers, parties)


def _counted_in(quote: str) -> str | None:
    """Whom a toll counts: “the number of soldiers killed”."""
    found = _NUMBER_OF.search(quote)
    return found[1] if found else None


def _nation(words: str | None) -> str | None:
    found = (NATIONS.get(word) for word in folded(words or "").split())
    return next((f"state:{nation}" for nation in found if nation), None)


def _names(words: str | None) -> frozenset[str]:
    """The names in the words for one or a few persons."""
    capital = [word for word in (words or "").split()[1:] if word[:1].isupper() and folded(word) not in NATIONS]
    return frozenset(folded(word) for word in capital)


def _held(mention: Mention, around: str, place: Place | None, side: str | None, parties: Parties) -> Held | None:
    control, count = mention.control, mention.count
    if control:
        own = is_own(control.actor) or is_speaker(control.actor)
        actor = _side_of(control.actor or _holder_in(mention.quote), place, side, parties)
        if actor is None and _is_the_speaker(control.actor, mention):
            actor, own = side, True
        if actor is None and control.actor is None and control.action in _OF_THE_SPEAKER:
            actor = side
        if actor is None and are_fighters(control.actor):
            actor = ANY_REBELS
        newly = control.action is ControlAction.HOLDS and is_newly_held(around)
        action = ControlAction.SEIZED if newly else control.action
        return Held(action, actor, _names_of_side(control.actor, mention), own, sites(control.object))
    leaving = _LEAVING.get((mention.kind, count.action)) if count and count.action else None
    if count is None or leaving is None or not (is_armed(group(count.what)) or mention.kind is Kind.DEPLOYMENT):
        return None
    names, own = _names_of_side(count.what, mention), is_own(count.what)
    return Held(leaving, _side_of(count.what, place, side, parties), names, own, frozenset())


def _names_of_side(actor: str | None, mention: Mention) -> frozenset[str]:
    """The names in the words for an actor, or in those for the speaker whose “it” or “its troops” it is, and their
    initials."""
    words = actor or ""
    if is_own(actor) or is_speaker(actor):
        words = _body_that_speaks(mention)
    capital = [folded(word) for word in words.split() if word[:1].isupper()]
    initials = "".join(word[0] for word in capital if word and word not in _ARTICLES)
    names = {word for word in capital if single(word) not in NO_NAMES}
    return frozenset(names | {initials} if len(initials) > 1 else names)


def _holder_in(quote: str) -> str | None:
    """Who holds a place that is said to be under somebody's control."""
    found = _UNDER.search(quote)
    return next((each for each in found.groups() if each), None) if found else None


def sites(words: str | None) -> frozenset[str]:
    """The kind of site that changed hands; empty for a town, a district or a village."""
    if _SEVERAL.search(words or "") and not _ALL.match(words or ""):
        return SEVERAL
    found = things(words) if words else frozenset()
    return frozenset(each for each in found if each in KINDS.values() and each != "village")
