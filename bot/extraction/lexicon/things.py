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
suv pickup-truck hilux landcruiser tukul hideout shack shanty dome spire steeple classroom outbuilding stable shed
porch balcony facade ceiling shutter pane storey staircase chopper gunship mig sukhoi dhow canoe pirogue dinghy
scooter rickshaw tricycle bicycle tuk-tuk digger crane borehole latrine cistern culvert sluice dyke levee embankment
vineyard transmitter repeater kitchen computer furniture hospital-ward morgue maternity foodstuff maize rice-mill rice
cassava banana tukel tarpaulin lean-to dwelling-house homestead longhouse compound-wall rooftop bungalow condominium
tenement penthouse shopfront showroom salon butchery brewery distillery cannery sawmill quarry kiln furnace smelter
refectory presbytery rectory vicarage parsonage madrasa madrassa mausoleum tomb grave pagoda stupa minaret basilica
abbey pillar roadblock barricade watchtower pillbox blockhouse emplacement redoubt troop-carrier half-track gun-truck
fuel-truck fuel-tanker water-tanker tank-truck cannon mortar-tube launcher-truck searchlight relay-station hydrant
sewer conduit cable-car funicular bulb lamp streetlight streetlamp signpost billboard airliner glider airship trawler
dredger minesweeper cruiser icebreaker hovercraft yacht catamaran lifeboat raft ferryboat hull bus-stop bus-station
busstop bedroom bathroom apartment-block office-block towerblock cabin outhouse chicken-coop kraal boma manyatta
firetruck fire-engine trolleybus railcar creche hostel dorm inn nightclub cinema casino auditorium arena gymnasium
bookshop bookstore newsroom printing-press grocery drugstore dispensary sanatorium hospice beehive henhouse barnyard
paddock pasture plantation grove tree door room wreck container nursery
"""
_VEHICLES = """
vehicle car truck lorry bus minibus van pickup pick-up ambulance motorcycle motorbike bike tractor train carriage
locomotive tanker trailer jeep humvee tank helicopter aircraft plane jet warplane fighter-jet drone uav missile rocket
launcher howitzer mortar gun radar battery ship boat vessel frigate ferry barge tugboat convoy cart wagon apc carrier
personnel-carrier bulldozer excavator artillery weapon warship corvette submarine speedboat craft veh technical
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
strongpoints sub-district sub-districts subdistrict temple terminal section sections location locations mosque church broadcaster waterfront
islands stronghold country state nation quarry treeline dugout dugouts ports quarters belt corridor route routes
supply outskirt
payam boma woreda kebele oblast raion canton cantonment barangay sitio finca hacienda vereda corregimiento aldea
colonia ejido wadi oasis tehsil taluka kampong phum khum groupement chefferie chiefdom chiefdoms cercle arrondissement
bazaar bazar souk suq casbah kasbah medina place places stn spur saddle gorge ravine knoll mound dune dunes berm
causeway culvert canal embankment levee shore beach beachhead cape headland lagoon delta marsh marshes swamp jungle
bush grove plantation estate farmstead kolkhoz monastery convent shrine cathedral minaret library customs armoury
armory silo elevator hotel villa mansion castle fortification fortifications bunkers pillbox pillboxes blockhouse
blockhouses redoubt redoubts emplacement emplacements wall walls rampart ramparts gatehouse roundabout interchange
flyover overpass underpass viaduct railhead railway village-tract hamlets block blocks alley alleys lane lanes avenue
boulevard esplanade promenade quay wharf dockyard dockyards shipyard jetty pier mountaintop summit peak plateau basin massif foothills slopes
escarpment cliff cliffs tracts parish parishes prefecture prefectures voivodeship wilayat emirate corner corners edge
valleys forts fortresses garrisons airfields airbases airstrips junctions watchtower watchtowers towers hangar hangars
depots warehouses barrack courthouse barricade barricades trenchline salient beach-head bridge-head bridgeheads
footholds lodgement lodgment toehold mills factories plants schools hospitals churches mosques reservoir waterworks
powerplant substation pipeline terminals oilfields gasfield cemetery graveyard park parks garden gardens campus
cafeteria basement cellar cellars spurs lair lairs den dens sanctuary hide-out nest nests mainland pass terrain works saltworks plaza plazas approach approaches archipelago atoll
islet isthmus strait estuary river riverbank riverside lake lakeside waterway fob cop cps copse treelines tree-line
wood thicket bailiwick fiefdom bastions pockets encampment encampments laager
gendarmerie prefecture sub-prefecture courthouse parliament cemetery monastery cathedral silo silos
elevator sliver corner heap heaps spoil-heap slag-heap block blocks ward wards barracks-square slope slopes orchard
"""
_HELD_IN_NUMBERS = """prison hospital school university mill church mosque temple refinery dam mine fortress airfield
airbase airstrip harbour ministry embassy warehouse depot stadium market palace monastery silo well barracks"""
POSITIONS = frozenset(_POSITIONS.split()) | frozenset(map(_plural, _HELD_IN_NUMBERS.split()))
