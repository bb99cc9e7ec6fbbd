"""Split phrases: a verb, the group counted, and a tail (“took three officers prisoner”, “left five homeless”)."""

from __future__ import annotations

from bot.extraction.lexicon.inflection import INFLECTIONS

_TABLE: dict[tuple[str, str, str], str] = {
    ("detention", "captured", "TAKE"): "prisoner|prisoners|captive|as prisoners|alive",
    ("detention", "arrested", "TAKE"): "into custody|in for questioning",
    (
        "detention",
        "abducted",
        "TAKE",
    ): "hostage|hostages|as hostages|as hostage|with them|away at gunpoint|off a bus|off the bus|off buses|from a bus|"
    "from their homes|from their houses|from their beds",
    ("detention", "freed", "SET"): "free",
    ("detention", "freed", "LET"): "go",
    ("detention", "freed", "HAND"): "over to|over at|back",
    ("displacement", "fled", "RECEIVE"): "from",
    ("displacement", "forced_out", "FORCE"): "from their|out of their|to flee|to leave|to abandon|from homes",
    ("displacement", "forced_out", "DRIVE"): "from their|out of their|out of the|from homes|to flee",
    ("displacement", "forced_out", "CHASE"): "from their|out of their",
    ("displacement", "forced_out", "LEAVE"): "homeless|without shelter|without homes|displaced",
    ("displacement", "forced_out", "SEND"): "fleeing|running",
    ("displacement", "forced_out", "MAKE"): "homeless",
    ("displacement", "evacuated", "MOVE"): "to safety|to safer|to shelters|out of the",
    ("displacement", "evacuated", "BRING"): "to safety|out by|out on|out aboard|out of|out from",
    ("displacement", "evacuated", "PULL"): "out by|out on|out aboard|out of the city|out of the town",
    ("displacement", "evacuated", "LIFT"): "from|out|to safety|off",
    ("displacement", "evacuated", "FLY"): "out of|to safety|out aboard",
    ("displacement", "evacuated", "FERRY"): "to safety|across|out",
    ("displacement", "evacuated", "CARRY"): "to safety|to a|to the",
    ("displacement", "evacuated", "TAKE"): "to safety",
    ("casualties", "killed", "SHOOT"): "dead|to death",
    ("casualties", "killed", "STRIKE"): "dead",
    ("casualties", "killed", "SEND"): "to hell|to their deaths|to their death|to their graves|home in coffins",
    **{
        ("casualties", "killed", verb): "to death"
        for verb in ("HACK", "STAB", "BEAT", "BURN", "CRUSH", "STONE", "CLUB")
    },
    ("damage", "destroyed", "SET"): "on fire|ablaze|alight",
    ("damage", "destroyed", "BRING"): "down",
    ("damage", "destroyed", "TEAR"): "down",
    ("damage", "destroyed", "TURN"): "to rubble|into rubble",
    (
        "damage",
        "damaged",
        "LEAVE",
    ): "without power|without electricity|without roofs|in ruins|uninhabitable|badly damaged",
    ("damage", "damaged", "KNOCK"): "out",
    ("deployment", "withdrawn", "BRING"): "home",
    ("deployment", "withdrawn", "FLY"): "home",
    ("deployment", "withdrawn", "PULL"): "out",
    ("deployment", "sent", "MOVE"): "into|to|and",
    ("deployment", "sent", "SHIFT"): "into|to|from",
    ("deployment", "sent", "THROW"): "into",
    ("deployment", "sent", "BRING"): "in|into|to|from",
}
Split = tuple[tuple[str, ...], str, str, frozenset[str]]


def split_table() -> dict[str, tuple[Split, ...]]:
    """First word of the tail -> (tail, kind, label, forms of the verb)."""
    table: dict[str, list[Split]] = {}
    for (kind, label, verb), tails in _TABLE.items():
        forms = frozenset(INFLECTIONS.get(verb, (verb.lower(),)))
        for tail in tails.split("|"):
            words = tuple(tail.split())
            table.setdefault(words[0], []).append((words, kind, label, forms))
    return {first: tuple(rows) for first, rows in table.items()}
