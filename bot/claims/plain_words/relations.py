"""Relations in plain words: what the comparison of two claims found, axis by axis."""

from __future__ import annotations

from collections.abc import Iterable

from bot.claims.relations import Reason

# Without details, with one, with both; {a} is the older claim's, {b} the newer one's.
_WORDS: dict[str, tuple[str, str]] = {
    "place_same": ("the same place", "the same place: {a}, {b}"),
    "place_inside": ("one place lies in the other", "one place lies in the other: {a}, {b}"),
    "place_unknown": ("a report names no place", "a report names no place, the other {a}{b}"),
    "day_same": ("the same day", "the same time: {a}"),
    "days_overlap": ("overlapping days", "overlapping days: {a}, {b}"),
    "days_near": ("reports of the same days", "reports of the same days: {a}{b}"),
    "days_unknown": ("no day is said", "no day is said for both: {a}{b}"),
    "figures_equal": ("the same figure", "the same figure: {a}"),
    "figures_fitting": ("the figures can both be true", "the figures can both be true: {a}, {b}"),
    "figures_apart": ("different figures", "different figures: {a}, {b}"),
    "figures_open": ("one figure is only vague", "one figure is only vague: {a}, {b}"),
    "corrected": ("the newer report corrects an earlier figure or account",) * 2,
    "edited": ("the source edited its text",) * 2,
    "later": ("told on a later day",) * 2,
    "later_word": ("the newer report goes back to earlier words",) * 2,
    "denial_older": ("the older report denies what the newer one says",) * 2,
    "denial_newer": ("the newer report denies what the older one says",) * 2,
    "denial_fits": ("what one denies, the other does not say",) * 2,
    "both_deny": ("both deny the same",) * 2,
    "control_same": ("the same change of control", "the same is said of who holds it: {a}, {b}"),
    "control_fits": ("both can be true of who holds it", "both can be true of who holds it: {a}, {b}"),
    "control_opposite": ("both cannot be true of who holds it", "both cannot be true of who holds it: {a}, {b}"),
    "control_changed": ("control has changed since", "control has changed since: {a}, {b}"),
    "attack_same": ("the same attack, as far as the words tell",) * 2,
    "attack_fits": ("attacks that can belong to one fight",) * 2,
    "attack_makers": ("each blames another side for it",) * 2,
    "attack_and_harm": ("one is the attack, the other the harm it did",) * 2,
    "attack_and_control": ("one is the fighting, the other who holds the place",) * 2,
    "copies": ("both texts are copies of one",) * 2,
    "one_speaker": ("the same source", "the same source: {a}, {b}"),
    "sides_opposed": ("told by opposed sides",) * 2,
    "contradicted": ("another claim contradicts it",) * 2,
    "admitted": ("a party to the fight admits what hurts it", "{a} admits what hurts its own side"),
    "source_single": ("one source, however many outlets tell of it",) * 2,
    "sources_unnamed": ("unnamed speakers do not corroborate each other",) * 2,
    "sources_independent": ("independent sources", "{a} independent sources"),
}


def reason_in_words(reason: Reason) -> str:
    """A reason as a few words without a stop; details are the source's own words, to be escaped where they are shown.

    >>> reason_in_words(Reason("figures_apart", "12", "21"))
    'different figures: 12, 21'
    >>> reason_in_words(Reason("one_speaker", "Police", "police"))
    'the same source: Police'
    >>> reason_in_words(Reason("place_same", "Izium", "Izium")), reason_in_words(Reason("place_same"))
    ('the same place: Izium', 'the same place')
    """
    bare, detailed = _WORDS.get(reason.code, (reason.code.replace("_", " "),) * 2)
    older, newer = reason.older.replace("_", " "), reason.newer.replace("_", " ")
    if not older and not newer:
        return bare
    if older.casefold() == newer.casefold() or not (older and newer):
        return detailed.replace("{a}, {b}", "{a}").replace("{a}{b}", "{a}").format(a=older or newer, b="")
    return detailed.format(a=older, b=newer)


def reasons_in_words(reasons: Iterable[Reason]) -> str:
    """All reasons in one line, semicolons between them, without a capital and a stop; empty for none."""
    return "; ".join(reason_in_words(reason) for reason in reasons)
