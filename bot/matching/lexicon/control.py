"""Control: how two claims about one place stand to each other, by what was done and by whether one side did both.

Each line: two actions (either may be the older), then what follows where one side did both, where two opposed sides
did them, and where nobody can tell. `same` and `supports` agree, `contradicts` cannot both be true, `-` says nothing.
"""

from __future__ import annotations

_TABLE = """
gain gain           same         contradicts  same
gain holds          supports     contradicts  supports
gain repelled       supports     contradicts  -
gain loss           contradicts  supports     supports
gain surrounded     -            -            -
gain entered        supports     contradicts  supports
gain contested      contradicts  contradicts  contradicts
holds holds         same         contradicts  same
holds repelled      supports     contradicts  supports
holds loss          contradicts  supports     contradicts
holds surrounded    -            supports     supports
holds entered       supports     contradicts  contradicts
holds contested     contradicts  contradicts  contradicts
repelled repelled   same         -            same
repelled loss       contradicts  supports     contradicts
repelled surrounded -            supports     -
repelled entered    -            contradicts  contradicts
repelled contested  supports     supports     supports
loss loss           same         contradicts  same
loss surrounded     -            -            -
loss entered        contradicts  supports     supports
loss contested      contradicts  contradicts  contradicts
surrounded surrounded same       -            same
surrounded entered  supports     -            supports
surrounded contested supports    supports     supports
entered entered     same         -            same
entered contested   supports     supports     supports
contested contested same         supports     same
"""
STAGE = {"seized": "gain", "retook": "gain", "lost": "loss", "withdrew": "loss"}
OUTCOMES: dict[tuple[str, str], tuple[str, str, str]] = {}
for _line in _TABLE.strip().splitlines():
    _one, _other, *_outcome = _line.split()
    OUTCOMES[_one, _other] = OUTCOMES[_other, _one] = (_outcome[0], _outcome[1], _outcome[2])
# Stages of one fight: what comes later on the right of what it may follow.
FOLLOWS = {
    "entered": frozenset({"surrounded", "contested"}),
    "contested": frozenset({"surrounded", "entered"}),
    "gain": frozenset({"surrounded", "entered", "contested", "loss"}),
    "holds": frozenset({"entered", "contested", "surrounded", "loss"}),
    "loss": frozenset({"gain", "holds", "contested", "entered", "surrounded", "repelled"}),
    "repelled": frozenset({"entered", "contested", "surrounded"}),
}
LASTING = frozenset({"holds", "surrounded", "contested"})  # states that are told again while they last
