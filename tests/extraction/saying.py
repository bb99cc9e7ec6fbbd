"""Mentions for tests, from the fields alone."""

from __future__ import annotations

from bot.claims.model import (
    Action,
    Attack,
    AttackType,
    Attribution,
    Casualties,
    Control,
    ControlAction,
    Count,
    Effect,
    Interval,
    Kind,
    Mention,
    Place,
    Polarity,
)

UBARI = Place("Ubari", "Wadi al-Hayat", "LY", 26.59, 12.78)
HELMAND = Place("Helmand", "Helmand", "AF", 31.0, 64.0)
MESBAHI = Attribution("Khaled Mesbahi", "ministry spokesman")
NOBODY = Attribution()

KIND_OF = {
    **dict.fromkeys((Action.FLED, Action.EVACUATED, Action.FORCED_OUT, Action.RETURNED), Kind.DISPLACEMENT),
    **dict.fromkeys((Action.SENT, Action.WITHDRAWN), Kind.DEPLOYMENT),
    **dict.fromkeys((Action.DESTROYED, Action.DAMAGED), Kind.DAMAGE),
}

Figure = int | tuple[int | None, int | None] | tuple[int | None, int | None, str] | None


def told(figure: Figure) -> Interval:
    """9, (10, None), (24, None, "dozens of") or None for a figure."""
    if isinstance(figure, tuple):
        return Interval(*figure)
    return Interval(figure, figure)


def casualties(
    effect: Effect | None,
    figure: Figure = None,
    victims: str | None = None,
    place: Place | None = UBARI,
    *,
    denied: bool = False,
    by: Attribution | None = None,
) -> Mention:
    harmed = Casualties(effect, told(figure), victims)
    return _mention(Kind.CASUALTIES, place, denied, by, casualties=harmed)


def counted(
    action: Action | None,
    figure: Figure = None,
    what: str | None = None,
    place: Place | None = UBARI,
    *,
    denied: bool = False,
    by: Attribution | None = None,
    quote: str = "so it is",
) -> Mention:
    kind = KIND_OF.get(action, Kind.DETENTION) if action else Kind.DETENTION
    return _mention(kind, place, denied, by, quote, count=Count(action, told(figure), what))


def control(
    actor: str | None,
    action: ControlAction,
    held: str | None = None,
    place: Place | None = UBARI,
    *,
    denied: bool = False,
    by: Attribution | None = None,
) -> Mention:
    return _mention(Kind.TERRITORIAL_CONTROL, place, denied, by, control=Control(actor, action, held))


def attack(
    form: AttackType,
    actor: str | None = None,
    target: str | None = None,
    place: Place | None = UBARI,
    *,
    denied: bool = False,
    by: Attribution | None = None,
    quote: str = "so it is",
) -> Mention:
    return _mention(Kind.ATTACK, place, denied, by, quote, attack=Attack(form, actor, target))


def _mention(
    kind: Kind,
    place: Place | None,
    denied: bool,
    by: Attribution | None,
    quote: str = "so it is",
    **said: Casualties | Count | Control | Attack,
) -> Mention:
    return Mention(
        kind,
        quote,
        0,
        len(quote),
        "a.rule",
        Polarity.DENIED if denied else Polarity.ASSERTED,
        place,
        attribution=by,
        **said,  # type: ignore[arg-type]
    )
