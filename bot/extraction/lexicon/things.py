"""Things and places that reports count as destroyed, and positions that change hands."""

from __future__ import annotations

_BUILDINGS = """
building house home apartment flat hut shelter tent block tower school hospital clinic church mosque temple monastery
synagogue shop store market warehouse depot factory plant mill office facility bridge road station substation pipeline
dam port airport runway hangar kindergarten university college library museum theatre theater hotel restaurant cafe
bakery strongpoint dugout farm hall barn granary silo field crop orchard greenhouse garage stall storefront roof window wall dormitory
property dwelling structure site complex centre center installation headquarters barracks outpost post checkpoint base
camp bunker position trench fortification arsenal dump refinery terminal grid line cable pylon mast antenna tower well
pump reservoir village settlement neighbourhood neighborhood cemetery monument prison courthouse convent
infrastructure equipment property housing network system ward wing gate fence oilfield ranch kiosk laboratory
high-rise skyscraper villa mansion compound stadium rail railway track tunnel pier dock jetty embassy consulate
taxi tram supermarket mall pharmacy cathedral chapel shrine orphanage hall parliament bank gym branch
generator turbine reactor waterworks utility statue dugout gunboat engine lab gas-station subway granary seminary
stairwell staircase ceiling balcony facade façade chimney entrance wreck wreckage roofs carriageway
residence palace farmhouse cottage workshop studio transformer powerplant electricity livestock cattle harvest
"""
_VEHICLES = """
vehicle car truck lorry bus minibus van pickup pick-up ambulance motorcycle motorbike bike tractor train carriage
locomotive tanker trailer jeep humvee tank helicopter aircraft plane jet warplane fighter-jet drone uav missile rocket
launcher howitzer mortar gun radar battery ship boat vessel frigate ferry barge tugboat convoy cart wagon apc carrier
personnel-carrier bulldozer excavator artillery weapon warship corvette submarine speedboat craft
"""
BUILDINGS = frozenset(_BUILDINGS.split())
VEHICLES = frozenset(_VEHICLES.split())


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


SINGULAR_THINGS = BUILDINGS | VEHICLES
THINGS = SINGULAR_THINGS | frozenset(map(_plural, SINGULAR_THINGS)) | {"aircraft", "barracks", "headquarters"}

_POSITIONS = """
town city village hamlet settlement district province region area territory territories land ground neighbourhood
neighborhood suburb outskirts quarter sector part parts half portion swathe swathes stretch swath kilometre kilometer
kilometres kilometers square base outpost post checkpoint checkpoint position positions trench trenches garrison
barracks headquarters camp compound fort fortress airport airfield airbase airstrip port harbour harbor bridge road
highway crossing border hill hills hilltop hilltops height heights ridge mountain mountains valley island peninsula
station building buildings hall mill factory plant complex school hospital university prison jail dam refinery
oilfield field mine mines capital centre center stronghold bastion enclave pocket front line lines foothold bridgehead
side bank junction intersection crossroads street streets square market residence palace office offices ministry
embassy consulate studio stadium warehouse depot towns cities villages districts provinces regions areas settlements
neighbourhoods neighborhoods bases outposts posts checkpoints camps compounds airports bridges roads crossings
stations suburbs townships township municipality municipalities county counties commune communes sectors farm farms
zone zones entrance entrances gates gate strongholds hideout hideouts locality localities point points facility
facilities installation installations sites site gold-mine tunnel tunnels forest woods countryside coast coastline
island barrio citadel downtown governorate heartland hq perimeter ranch runway roadblock roadblocks strongpoint
strongpoints subdistrict temple terminal section sections location locations mosque church broadcaster waterfront
islands stronghold country state nation quarry treeline dugout dugouts ports quarters belt corridor route routes
supply outskirt gendarmerie prefecture sub-prefecture courthouse parliament cemetery monastery cathedral silo silos
elevator sliver corner heap heaps spoil-heap slag-heap block blocks ward wards barracks-square slope slopes orchard
"""
_HELD_IN_NUMBERS = """prison hospital school university mill church mosque temple refinery dam mine fortress airfield
airbase airstrip harbour ministry embassy warehouse depot stadium market palace monastery silo well barracks"""
POSITIONS = frozenset(_POSITIONS.split()) | frozenset(map(_plural, _HELD_IN_NUMBERS.split()))
