"""Attacks: the nouns that name them, each with its form."""

from __future__ import annotations

_BY_TYPE = {
    "clash": "clash clashes fighting battle battles firefight firefights skirmish skirmishes gunfight gunfights gunbattle gunbattles shootout shoot-out combat confrontation confrontations",
    "assault": "attack attacks assault assaults offensive onslaught strike strikes storming incursion raid raids operation",
    "air_strike": "airstrike airstrikes air-strike air-strikes bombardment bombardments airraid airraids",
    "shelling": "shelling shellfire bombardment barrage barrages salvo salvos volley",
    "bombing": "bombing bombings explosion explosions blast blasts detonation detonations",
    "ambush": "ambush ambushes",
    "massacre": "massacre massacres slaughter bloodbath killings",
    "shooting": "shooting shootings gunfire shooting",
}
ATTACK_NOUNS: dict[str, str] = {word: kind for kind, words in _BY_TYPE.items() for word in words.split()}
WEAPONS: dict[str, str] = {
    word: kind
    for kind, words in {
        "air_strike": "jets jet warplanes warplane helicopters helicopter planes aircraft air",
        "drone_strike": "drones drone",
        "missile_strike": "missiles missile rockets rocket",
        "shelling": "shells shell artillery mortar mortars",
        "bombing": "bomb bombs bomber bombers grenade grenades",
        "mine": "mine mines landmine landmines ied ieds",
    }.items()
    for word in words.split()
}
