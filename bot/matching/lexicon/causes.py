"""Causes: the words by which reports tell what kind of attack it was, and which kinds may be one event."""

from __future__ import annotations

# Each word with the kinds of event it may stand for; two words fit when they share one.
_TABLE = """
air: airstrike airstrikes bombardment warplane warplanes jet jets aircraft bomber bombers helicopter helicopters gunship
drone: drone drones uav quadcopter
missile: missile missiles
rocket: rocket rockets grad mlrs
artillery: shelling shelled shell shells artillery mortar mortars howitzer tank
blast: bomb bombing bombed blast explosion exploded explosive ied detonated suicide grenade
mine: mine mines landmine
ground: ambush ambushed raid raided gunmen gunman shot shooting gunfire clash clashes clashed fighting firefight skirmish stormed assault battle
crush: stampede
"""
KIND_OF: dict[str, str] = {
    word: line.split(":")[0] for line in _TABLE.strip().splitlines() for word in line.split(":")[1].split()
}
# What one and the same event may be called by two reports.
_ALIKE = """
air drone missile rocket artillery blast
mine blast
ground
drone artillery rocket missile
ground artillery rocket
"""
ALIKE = frozenset(
    frozenset((one, other)) for line in _ALIKE.strip().splitlines() for one in line.split() for other in line.split()
)
OPEN = frozenset("strike strikes attack attacks hit struck attacked".split())
# The causes that the forms of an attack stand for, where the words name none.
OF_TYPE: dict[str, frozenset[str]] = {
    "clash": frozenset({"ground"}), "air_strike": frozenset({"air"}), "drone_strike": frozenset({"drone"}),
    "missile_strike": frozenset({"missile"}), "shelling": frozenset({"artillery"}), "bombing": frozenset({"blast"}),
    "mine": frozenset({"mine"}), "ambush": frozenset({"ground"}), "raid": frozenset({"ground"}),
    "shooting": frozenset({"ground"}),
}  # fmt: skip
