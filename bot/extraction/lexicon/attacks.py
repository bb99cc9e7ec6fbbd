"""Attacks: the nouns that name them, the weapons that strike, the verbs with which they happen."""

from __future__ import annotations

from bot.extraction.lexicon.inflection import spelled_out

_BY_TYPE = {
    "clash": """clash clashes fighting battle battles firefight firefights skirmish skirmishes gunfight gunfights
        gunbattle gunbattles """
    "shootout shootouts shoot-out combat confrontation confrontations hostilities exchange crossfire",
    "assault": "counterattack counterattacks counter-attack counter-attacks counteroffensive counter-offensive attack attacks assault assaults offensive onslaught strike strikes storming incursion incursions",
    "raid": "raid raids",
    "air_strike": """airstrike airstrikes air-strike bombardment bombardments airraid airraids sortie sorties""",
    "shelling": "shelling shellfire barrage barrages salvo salvos volley volleys",
    "bombing": "vbied vbieds svbied bombing bombings explosion explosions blast blasts detonation detonations",
    "ambush": "ambush ambushes",
    "massacre": "massacre massacres slaughter bloodbath",
    "shooting": "shooting shootings gunfire",
}
ATTACK_NOUNS: dict[str, str] = {word: kind for kind, words in _BY_TYPE.items() for word in words.split()}
WEAPONS: dict[str, str] = {
    word: kind
    for kind, words in {
        "air_strike": """jets jet warplanes warplane helicopters helicopter planes plane aircraft air airplane airplanes
            gunship gunships aerial mig migs sukhoi sukhois antonov antonovs su-24 su-25 f-16 f-16s""",
        "drone_strike": "drones drone uav uavs shahed shaheds fpv quadcopter quadcopters",
        "missile_strike": "missiles missile rockets rocket iskander iskanders grad grads himars katyusha katyushas kalibr kinzhal scud scuds qassam qassams",
        "shooting": "rounds bullets bullet ammunition shots gunshots",
        "shelling": "shells shell artillery guns rds mortar mortars howitzer howitzers tank-fire projectile projectiles",
        "bombing": "bomb bombs bomber bombers munition munitions grenade grenades explosives dynamite device devices",
        "mine": "mine mines landmine landmines ied ieds uxo",
    }.items()
    for word in words.split()
}
# What harms by itself: “killed by mortar rounds”.
MISSILES: dict[str, str] = {
    word: kind
    for kind, words in {
        "shelling": "shell shells mortar mortars rounds projectile projectiles shrapnel",
        "missile_strike": "rocket rockets missile missiles",
        "drone_strike": "drone drones",
        "shooting": "sniper snipers gunmen bullet bullets",
        "bombing": "grenade grenades bomber bombers",
    }.items()
    for word in words.split()
}
# What itself is an attack when it strikes: “a roadside bomb in the market”, “artillery fire”.
ARMS = frozenset("""roadside-bomb car-bomb roadside suicide car truck vehicle parcel letter nail""".split())
FIRE = frozenset(
    """arms artillery mortar sniper rocket tank small-arms machine-gun heavy tracer cross enemy hostile
        indirect direct rifle""".split()
)
# What strikes or is struck where nobody fights: weather, markets, bargains.
NO_FIGHT = frozenset(
    """economy market prices record deal agreement blow supply balance storm storms flood floods wave earthquake quake
    hurricane cyclone typhoon virus disease drought cholera tornado landslide disaster tsunami crisis lightning epidemic
    outbreak fire recession inflation famine singer song chord charts chart""".split()
)
# An attack noun reports one when such a verb stands behind it.
HAPPENS = frozenset(
    """happened occurred took began started erupted broke raged rages rage rocked hit struck killed killing wounded
    wounding injured injuring left
    leaving destroyed destroying damaged flattened shook continued continue continues continuing intensified resumed
    spread spreading lasted came forced
    targeted targeting ripped tore is are was were has have had appeared caused claimed sent prompted followed
    reported displaced drove ignited resulted
    heard rang echoed reverberated audible set razed involving ended levelled leveled stopped flared""".split()
)
# Said around the noun: beaten back, only planned, or laid at somebody’s door.
REPELLED = frozenset("repelled repelling repulsed repulsing foiled thwarted broke broken blunted rebuffed".split())
DRIVEN = frozenset("beaten fought driven thrown beat drove threw".split())
PLOTTED = frozenset(
    "coordinated coordinating planned facilitated facilitating orchestrated responsible plotting".split()
)
ACCUSING = frozenset(
    """accused accuses accusing blamed blames blaming condemned condemns reported reports reporting
        confirmed launched carried conducted """
    "denied suffered endured mounted staged described witnessed heard recorded registered resumed repelled".split()
)
_LAUNCHES = """FIRE|LAUNCH|CARRY out|DROP|LOB|HURL|OPEN fire|OPEN fire on|CONDUCT|MOUNT|TRADE fire|EXCHANGE
    fire|RAKE|SPRAY|PLANT|SET off|
    RAIN|BLOW himself up|BLOW herself up|BLOW themselves up|SHOOT at|FIRE on|FIRE at|FIRE upon|COME under fire|COME under
    attack|came under artillery fire|under fire|
    under attack|EXCHANGE fire with|TRADE shots|RAM|TAKE a direct hit|
    SUSTAIN a direct hit|carried out|UNLEASH|STAGE|FALL upon|SET upon|TURN their guns on|LET loose on|FIRE from|FIRE
    into|OPEN up on|LAY an ambush|TAKE fire|TAKE small arms fire|TAKE mortar fire|THROW|TOSS|FLING|LET fly at|let fly with|OPEN up from|OPEN
    up with|fire was exchanged|fire was traded|shots were exchanged|shots were fired|GO on rampage|carried out sabotage|
    CARRY out act of sabotage|troops in contact|contact with enemy|contact with the enemy|under mortar fire"""
_LANDS = """LAND|FALL|HIT|STRIKE|SLAM into|CRASH into|PLOUGH into|EXPLODE|DETONATE|RAIN down|BURST|TEAR through|GO
    off|RIP through|ripped through|ripping through|impacted|
    POUND|killed|kills|wounded|injured|neutralised|neutralized|came down|targeted|BLOW up|RAKE|collided with|hammered|battered|rained|COME down|GO through|PASS through|COME through|CRASH through|SMASH into|PIERCE|LAND
    among|hovered over|swooped on|flew
    over|dived on|BLOW apart|TEAR apart|TEAR into|RIP into|RAIN on|RAIN onto|impact|impacts|impacting|flattened|flattening|levelled|leveled|
    wrecked|softening up|softened up|working over|worked over|lands among"""


def _spelled(phrases: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases.split("|"):
        for words in spelled_out(phrase.strip()):
            table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in table.items()}


LAUNCHES = _spelled(_LAUNCHES)
LANDS = _spelled(_LANDS)
"""Verbs that weapons do (`LANDS`) and that attackers do with them (`LAUNCHES`), by first word."""
