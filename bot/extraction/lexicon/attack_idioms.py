"""Idioms of attack, by its form: what attackers, aircraft and charges do, and how those who are hit suffer it.

What slots there are and how idioms are written stands in `idiom_forms.py`.
"""

from __future__ import annotations

ATTACK_IDIOMS: dict[str, str] = {
    "assault": """M FALL on/upon E|M SET upon E|M DELIVER/DEAL a crushing/heavy/hard/severe blow/blows to/against E|T fallen upon|
        M HARASS E|E harassed by M|M DESCEND on/upon P|M POUNCE on/upon E|M SWOOP on/upon E|M LAY into E|M LASH out at E|
        A carried/carry out a sabotage action/actions|M SABOTAGE E|M GO from house to house|M RAMPAGE/STORM through P|
        E came/come/comes/coming under attack|M STRIKE at/against E""",
    "shooting": """M LET fly/rip at E|M OPEN up on/at/with/from E|M OPEN up on/at/with/from|M SHOOT up E|M FIRE into/towards/toward/over E|
        M SPRAY E with|M RAKE E with|M PEPPER E with|M EMPTY H magazines/rifles/guns|E sprayed/raked/riddled/peppered with|
        shots rang/ring/ringing out|shots fired/heard at/in/near/on|gunfire rang/rings/ringing/heard/rattled/crackled|M TAKE/POT aim/shots at E""",
    "shelling": """E plastered/peppered/pummelled/pounded/hammered/battered with/by|mortars/guns/artillery/howitzers/batteries/cannons
        pounding/hammering/battering/plastering/working/pummelling/pounded/hammered/battered/pummelled E|mortars/guns/artillery/batteries OPEN up|
        rounds/shells/rds impact/impacted/impacting/dropping in/on/near/at/around/vic/inside""",
    "air_strike": """planes/jets/aircraft/warplanes/helicopters/gunships/migs/sukhois/bombers SOFTEN up/over E|
        planes/jets/aircraft/warplanes/helicopters/gunships/migs/sukhois/bombers/mig/sukhoi flattened/pounded/blasted/worked/hammered/destroyed/levelled/plastered/hit/struck/attacked over/the/a/E|
        planes/jets/aircraft/warplanes/helicopters/gunships RELEASE/UNLOAD bombs/rockets/loads|E took/take/takes a stray bomb|
        E hit/struck/attacked from the air|E SUFFER a bombing/bombardment/raid|E bombed from the air|E RECEIVE bombs""",
    "bombing": """grenade/grenades/bomb/bombs/explosive/explosives/petrol-bomb/device/charge thrown/lobbed/tossed/hurled/flung/planted/dropped at/into/in/on/over/near/under/from|
        DYNAMITE E|E dynamited/mined|vbied/svbied/ied/ieds/bomb/charge/mine det/detonated/detonates/exploded/exploding/functioned/initiated|
        M THROW/TOSS/LOB/HURL/FLING a/two/three/the grenade/grenades/petrol/bombs/explosives/bomb|LET off a bomb|blast/blasts ROCK/SHAKE E|
        explosion/explosions ROCK/SHAKE E|bomb/bombs/charge/charges tore/tear/ripped through E""",
    "mine": """mine/mines/landmine/ied BLOW up/apart/to E|mine/mines/landmine/ied BLOW/TEAR E apart/up/to|E DRIVE/RUN/RIDE over/onto/into/on a mine/landmine/device/ied|
        E STEP on a mine/landmine/device|E TRIGGER/HIT/STRIKE a mine/landmine/ied/device|E received/greeted/met with mines|ied/ieds/mine/mines under/on/against/beneath/vs/versus E""",
    "drone_strike": """drone/drones/uav/uavs/quadcopter/quadcopters RAM/DIVE/SMASH/BUZZ/CRASH/PLOUGH/SLAM into/on/onto/at E|drone/drones/uav/quadcopter RAM E|
        drone/drones/uav/quadcopter/quadcopters drop/dropped/dropping/drops/released a/two/three grenade/grenades/munition/munitions/bomb/bombs/explosives/charge""",
    "ambush": """E RUN/DRIVE/WALK/FALL into an ambush|M LAY an ambush|M LIE in wait for|E waylaid by|E caught in an ambush""",
    "clash": """A and A FIGHT/BATTLE/CLASH/DUEL|A cross/crossed swords with|five/two/three/four/six/several/many hours of fight/fighting/combat|
        A ENGAGE F|A TRADE/EXCHANGE blows/shots/shells|A come/came to blows with""",
}
