"""People: the nouns by which reports count those who are killed, hurt, displaced, held or sent."""

from __future__ import annotations

_SINGULARS = """
civilian person soldier trooper fighter militant rebel insurgent terrorist gunman policeman policewoman villager
resident worker employee volunteer officer official guard commander leader chief member child boy girl toddler baby
infant teenager teen youth youngster student pupil schoolchild teacher professor journalist reporter cameraman
photographer correspondent doctor nurse medic paramedic patient rescuer firefighter fireman driver passenger
pedestrian motorcyclist motorist shepherd herder farmer fisherman miner trader vendor shopkeeper merchant labourer
laborer migrant refugee evacuee pilgrim worshipper worshiper mourner protester protestor demonstrator activist
bystander passer-by tourist foreigner citizen national hostage captive prisoner detainee inmate convict suspect
attacker assailant bomber jihadist jihadi islamist extremist separatist guerrilla guerilla paramilitary militiaman
mercenary contractor peacekeeper ranger marine sailor pilot crewman airman serviceman servicewoman recruit conscript
cadet reservist commando sniper general colonel major captain lieutenant sergeant corporal private brigadier admiral
elder imam priest nun pastor bishop cleric missionary judge prosecutor lawyer politician lawmaker legislator
councillor councilor councilman mayor governor minister deputy senator candidate adviser advisor aide diplomat
ambassador engineer technician electrician mechanic peasant nomad settler tribesman woman man wife husband mother
father son daughter brother sister grandmother grandfather grandchild cousin nephew niece uncle aunt relative parent
sibling widow spouse neighbour neighbor friend colleague local islander townsman human adult minor orphan pensioner
victim casualty fatality body corpse martyr survivor operative agent spy informant collaborator defector deserter
enemy invader occupier oppressor aggressor hitman gangster criminal bandit kidnapper trafficker smuggler robber
looter rioter vigilante hunter logger ranger gendarme constable policeofficer ex-soldier veteran invalid staffer
aid-worker humanitarian consultant observer monitor inspector negotiator envoy clerk cook cleaner janitor watchman
shopper customer diner guest visitor commuter cyclist biker trucker conductor footballer player athlete coach fan
spectator singer musician artist writer poet actor academic scientist researcher expert banker businessman
businesswoman landowner rancher planter coca-grower fugitive defendant combatant non-combatant noncombatant newborn
househusband housewife homemaker breadwinner adolescent septuagenarian octogenarian compatriot countryman operator
gunner
tankman paratrooper infantryman artilleryman legionnaire guardsman servicemember crewmember parishioner seminarian
novice parishioner dweller inhabitant camp-dweller returnee expatriate expat caravaner smallholder stevedore docker
ally comrade
sympathizer sympathiser supporter backer unionist syndicalist dissident loyalist paramedic dentist pharmacist surgeon
accomplice administrator assemblyman associate attendant beneficiary bodyguard boyfriend broadcaster cadre caregiver
carer caretaker castaway catechist chauffeur chieftain commissioner companion congressman congresswoman coordinator
cop courier deacon defender deminer deportee dignitary director electoral-worker emplacer enforcer escort executive
facilitator female fiancee fieldworker financier follower foreman friar gardener girlfriend granddaughter grandson
gravedigger guardian guide gunwoman headman headmaster headteacher healer henchman herbalist herdsman holidaymaker
housekeeper idp in-law individual industrialist infantryman infiltrator informer intellectual interpreter jailer
jesuit kingpin lookout maid male manager marcher midwife militiawoman monk mullah mutineer nanny native newsman
nightwatchman noncommissioned occupant oilman onlooker orderly owner parliamentarian partisan patrolman pirate
planner policymaker porter postman president principal rabbi raider recruiter rector ringleader saboteur sacristan
salesman sapper schoolboy schoolgirl seafarer seaman secretary sentry separatist servant sheikh shooter sniper
squaddie stallholder stepdaughter stepson steward stretcher-bearer striker strongman subversive supplier sweeper
swordsman tailor taxi-driver thug trafficker trainee translator traveler traveller troublemaker warden warlord
woodcutter wrestler youngster zealot comrade maker bombmaker rider horseman miscreant outlaw straggler clansman kinsman
anaesthetist anesthetist welder plumber carpenter baker barber blacksmith weaver
potter mason physician paediatrician pediatrician obstetrician psychologist physiotherapist archaeologist geologist
agronomist veterinarian muezzin archivist librarian accountant cashier waiter waitress bartender chef seller hawker
boatman ferryman lineman beekeeper cowherd goatherd muleteer cattleman sub-prefect prefect magistrate notary bailiff
alderman apprentice assistant blogger brigadier-general butcher campaigner cattle-rustler co-pilot commodore consul
cultist dean editor emir farmhand grocer handyman helper jawan jeweller lance-corporal lecturer lieutenant-colonel
middleman mufti novelist organiser organizer poacher preacher prince princess publisher receptionist rider rifleman
rustler sarpanch sepoy sergeant-major stowaway sub-inspector superintendent twin vice-president voter warder
pastoralist naxal naxalite maoist mujahid vaccinator enumerator surveyor linesman ex-combatant ex-fighter fisher
agriculturist pillion-rider schoolmaster headmistress godfather godmother stepmother stepfather bride groom bridegroom granny grandma grandpa grandparent
holder passholder townswoman rickshaw-driver lorry-driver bus-driver tractor-driver crane-operator sapper militiawoman brigadist
"""
_IRREGULAR_PLURALS = """
people persons men women children policemen policewomen servicemen servicewomen gunmen militiamen tribesmen fishermen
firemen cameramen airmen crewmen wives schoolchildren grandchildren townsmen businessmen infantrymen guardsmen
artillerymen countrymen tankmen councilmen watchmen passers-by bodies casualties fatalities families youths
troops police personnel staff crew crews militia civilians police-officers infantry cavalry gendarmerie locals
internally
palestinians israelis russians ukrainians afghans iraqis syrians kurds yemenis libyans somalis malians nigerians
ethiopians eritreans tigrayans rwandans burundians kenyans ugandans chadians congolese americans britons canadians
germans frenchmen spaniards italians turks iranians pakistanis indians kashmiris rohingya koreans filipinos thais
colombians salvadorans peruvians guatemalans hondurans nicaraguans chileans mexicans venezuelans haitians christians
muslims jews hindus sikhs shiites sunnis tutsis hutus druze alawites yazidis serbs croats bosniaks albanians armenians
azeris azerbaijanis georgians chechens tamils africans arabs europeans asians westerners foreigners seamen policewomen
headmen herdsmen congressmen souls couple cops folk folks elderly poor wounded injured dead others relatives lives souls refugees inhabitants clergy faithful kin
youth
victims households family household ones pows idps evacuees kids kid babies infantrymen reinforcements hitmen
elements hh hhs hhds pax ppl pers civ civs tot nationals personnel menfolk womenfolk mujahideen mujahedeen mujahedin mujahidin horsemen clansmen kinsmen kinsfolk fisherfolk herdsmen strongmen henchmen seamen oilmen
"""


def _plural(noun: str) -> str:
    if noun.endswith("man") and noun not in ("human",):
        return noun[:-3] + "men"
    if noun.endswith(("child",)):
        return noun + "ren"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("ife"):
        return noun[:-2] + "ves"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


SINGULAR = frozenset(_SINGULARS.split()) | {"family", "household", "kid"}
PLURAL = (frozenset(map(_plural, SINGULAR)) | frozenset(_IRREGULAR_PLURALS.split())) - {"family", "household", "kid"}
PEOPLE = SINGULAR | PLURAL

# Nouns that hold people: “a convoy of 40 peacekeepers”.
CONTAINERS = frozenset(
    """reinforcements reinforcement group groups convoy team teams separatists terrorists extremists islamists loyalists legionaries contingent column crowd party band detachment total delegation batch wave patrol
    unit squad handful gang busload truckload company platoon force bunch crew mob procession
    gathering""".split()
)
CROWDS = frozenset("group groups crowd batch wave bunch handful delegation team mob procession".split())
ANIMALS = frozenset(
    """cow cows goat goats sheep animal animals cattle livestock horse horses donkey donkeys camel camels dog dogs
    chicken chickens pig pigs bull bulls ox oxen head""".split()
)
# Armed people: those who are sent, withdrawn, captured or who surrender.
ARMED = frozenset(
    """soldier soldiers troop troops trooper troopers fighter fighters militant militants rebel rebels police
    policeman
    policemen commando commandos peacekeeper peacekeepers marine marines paratrooper paratroopers reinforcement
    reinforcements gendarme gendarmes guard guards guardsmen unit units battalion battalions brigade brigades company
    companies regiment regiments division divisions platoon platoons squad squads contingent contingents convoy
    personnel
    forces force servicemen sailors rangers mercenary mercenaries militiamen officers conscripts reservists recruits
    infantry army security special elite military backup adviser advisers advisors instructor instructors
    observers monitors detachment detachments column columns task-force vanguard warship warships ship ships jets
    aircraft tanks armour armor helicopters guerrillas insurgents jihadists airmen legionnaires operatives
    gunmen mutineers bandits raiders attackers enemy mercenaries paramilitaries elements element garrison garrisons
    patrol patrols gendarmerie mopol qrf paratroops commandos vigilantes partisans militia militias aggressor aggressors combatants gunners nsag fds miscreants outlaws
    infantrymen regulars irregulars gunners tankers hunters occupiers invaders defenders assailants army navy regiments
    brigade guardsman commando artillery cavalry hussars sappers engineers blue-helmets helmets swat team teams separatists terrorists extremists islamists loyalists legionaries""".split()
)
BODIES = frozenset("body bodies corpse corpses remains".split())
