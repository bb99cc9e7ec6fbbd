"""Things that are destroyed, damaged or hit: what different words for them have in common."""

from __future__ import annotations

_TABLE = """
house: house home apartment flat dwelling residence hut shelter household cottage
building: building block structure property skyscraper
tent: tent
school: school classroom kindergarten university college
hospital: hospital clinic ward maternity ambulance-station
worship: mosque church temple synagogue cathedral monastery
vehicle: vehicle car truck bus lorry van motorbike motorcycle pickup minibus tanker wagon
armour: tank armour armoured apc carrier howitzer gun artillery launcher battery radar
ambulance: ambulance
aircraft: aircraft plane jet helicopter warplane bomber
drone: drone uav
missile: missile rocket shell bomb
ship: ship boat vessel ferry trawler frigate tanker-ship
bridge: bridge overpass
shop: shop store stall market bazaar mall kiosk
depot: depot warehouse terminal storage dump cache arsenal stockpile
power: substation plant grid line transformer power-station station pylon
base: base camp outpost post barracks position checkpoint garrison headquarters
convoy: convoy column patrol
village: village hamlet
port: port harbour harbor jetty quay dock
rail: train railway locomotive track
airport: airport airfield airbase runway
farm: farm field crop orchard granary silo greenhouse
"""
KINDS: dict[str, str] = {
    word: line.split(":")[0] for line in _TABLE.strip().splitlines() for word in line.split(":")[1].split()
}
# Kinds that two reports may use for one thing.
ALIKE = frozenset({
    frozenset({"house", "building"}), frozenset({"school", "building"}), frozenset({"hospital", "building"}),
    frozenset({"shop", "building"}), frozenset({"vehicle", "convoy"}), frozenset({"vehicle", "armour"}),
    frozenset({"depot", "building"}), frozenset({"vehicle", "ambulance"}), frozenset({"worship", "building"}),
    frozenset({"armour", "convoy"}), frozenset({"village", "house"}), frozenset({"rail", "power"}),
})  # fmt: skip
