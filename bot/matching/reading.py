"""Reading: what the comparisons need to know of a mention, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.claims.model import Action, ControlAction, Interval, Kind, Mention, Place, Polarity
from bot.claims.relations import Told
from bot.matching.days import Span
from bot.matching.figures import Figure, read_figure
from bot.matching.groups import group, in_households, is_armed, things
from bot.matching.lexicon.causes import OF_TYPE
from bot.matching.lexicon.nations import NATIONS
from bot.matching.lexicon.things import KINDS
from bot.matching.parties import AGAINST, DEFAULT, Parties, is_enemy, is_own
from bot.matching.places import place_of
from bot.matching.speakers import Speaker, speaker
from bot.matching.wording import causes, is_corrected, is_cumulative, is_later_news, is_part
from bot.matching.words import folded

FEW = 3  # persons who are named one by one
_LEAVING = {
    (Kind.DEPLOYMENT, Action.WITHDRAWN): ControlAction.WITHDREW,
    (Kind.DISPLACEMENT, Action.FLED): ControlAction.WITHDREW,
}


@dataclass(frozen=True, slots=True)
class Held:
    """What a mention says of who holds a place: what was done, by which side."""

    action: ControlAction
    side: str | None
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
    part: bool
    cumulative: bool


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
    corrected: bool
    later_news: bool
    causes: frozenset[str]
    counted: Counted | None
    held: Held | None
    actor: str | None
    target: frozenset[str]


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
        corrected=is_corrected(around),
        later_news=is_later_news(around),
        causes=causes(around) or (OF_TYPE.get(attack.type, frozenset()) if attack else frozenset()),
        counted=_counted(mention, around, place, side, parties),
        held=_held(mention, place, side, parties),
        actor=_side_of(attack.actor, place, side, parties) if attack else None,
        target=things(attack.target) if attack and attack.target else frozenset(),
    )


def _speakers_side(told: Told, place: Place | None, parties: Parties) -> str | None:
    who = told.mention.attribution
    country = place.country if place else None
    if who is None:
        return parties.side(told.outlet, country)
    words = (who.organisation, who.source, who.role)
    return next((side for each in words if (side := parties.side(each, country, speaking=True))), None)


def _side_of(words: str | None, place: Place | None, speakers: str | None, parties: Parties) -> str | None:
    """The side of an actor or of victims, in the speaker's mouth."""
    if is_own(words):
        return speakers or parties.side(words, place.country if place else None)
    if is_enemy(words):
        return AGAINST + speakers if speakers and not speakers.startswith(AGAINST) else None
    return parties.side(words, place.country if place else None)


def _counted(mention: Mention, around: str, place: Place | None, side: str | None, parties: Parties) -> Counted | None:
    told: tuple[str | None, Interval, str | None]
    if mention.casualties:
        told = (mention.casualties.effect, mention.casualties.count, mention.casualties.victims)
    elif mention.count:
        told = (mention.count.action, mention.count.count, mention.count.what)
    else:
        return None
    action, figure, words = told
    named = group(words)
    return Counted(
        figure=read_figure(figure),
        action=action,
        group=named,
        side=_side_of(words, place, side, parties) if is_armed(named) or is_own(words) else _nation(words),
        names=_names(words) if figure.high is not None and figure.high <= FEW else frozenset(),
        things=things(words) if mention.kind is Kind.DAMAGE else frozenset(),
        households=in_households(words),
        part=is_part(mention.quote, around),
        cumulative=is_cumulative(around),
    )


def _nation(words: str | None) -> str | None:
    found = (NATIONS.get(word) for word in folded(words or "").split())
    return next((f"state:{nation}" for nation in found if nation), None)


def _names(words: str | None) -> frozenset[str]:
    """The names in the words for one or a few persons."""
    capital = [word for word in (words or "").split()[1:] if word[:1].isupper() and folded(word) not in NATIONS]
    return frozenset(folded(word) for word in capital)


def _held(mention: Mention, place: Place | None, side: str | None, parties: Parties) -> Held | None:
    control, count = mention.control, mention.count
    if control:
        actor = _side_of(control.actor, place, side, parties)
        if actor is None and control.actor is None and control.action in (ControlAction.LOST, ControlAction.WITHDREW):
            actor = side
        return Held(control.action, actor, sites(control.object))
    leaving = _LEAVING.get((mention.kind, count.action)) if count and count.action else None
    if count is None or leaving is None or not (is_armed(group(count.what)) or mention.kind is Kind.DEPLOYMENT):
        return None
    return Held(leaving, _side_of(count.what, place, side, parties), frozenset())


def sites(words: str | None) -> frozenset[str]:
    """The kind of site that changed hands; empty for a town, a district or a village."""
    found = things(words) if words else frozenset()
    return frozenset(each for each in found if each in KINDS.values() and each != "village")
