"""Nouns of harm: tolls, bodies, casualties, the dead and the wounded."""

from __future__ import annotations

# Adjective nouns: “28 wounded”, “dozens of dead”.
STATES: dict[str, str] = {
    "dead": "killed",
    "killed": "killed",
    "slain": "killed",
    "martyrs": "killed",
    "martyr": "killed",
    "fatalities": "killed",
    "fatality": "killed",
    "deaths": "killed",
    "death": "killed",
    "wounded": "injured",
    "injured": "injured",
    "injuries": "injured",
    "hurt": "injured",
    "missing": "missing",
    "disappearances": "missing",
    "fallen": "killed",
    "kia": "killed",
    "wia": "injured",
    "inj": "injured",
    "wd": "injured",
    "wdd": "injured",
    "mia": "missing",
    "killings": "killed",
}
# Said of both the dead and the wounded.
OPEN = frozenset("casualties casualty losses victims loss cas harm".split())
BODIES = frozenset("body bodies corpse corpses remains".split())
TOLL = frozenset("toll tolls count tally".split())
TOTALS = frozenset("number numbers count tally total".split())
RISES = frozenset(
    """at to is was were stands stood stand rose risen rising reached reach hit put climbed now has had have been
    had as of
    passed exceeded topped surpassed over stands climbs rises jumps increased to_date was be could believed well still currently already""".split()
)
PUT = frozenset("put puts putting placed gave gives giving revised raised".split())
PASSED = frozenset("passed exceeded topped surpassed over exceeds".split())
BRING = frozenset(
    "bring brings brought bringing raise raises raised raising take takes took taking push pushed pushing".split()
)
LOST = frozenset("losses casualties".split())
# Verbs by which one comes to harm or receives those who did.
SUFFER = frozenset(
    """suffer suffers suffered suffering sustain sustains sustained sustaining inflict inflicts inflicted inflicting
    took take taken taking cause causes caused causing incur incurred report reported reporting confirmed confirm
    had have
    were was are been left leaving acknowledged admitted recorded recording registered treated treating treat received
    receiving receive with of counted saw seen admitting""".split()
)
