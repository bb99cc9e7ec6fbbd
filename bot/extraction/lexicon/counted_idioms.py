"""Idioms of what is counted, by kind and action: people who move on, are held or sent, and things that are harmed.

What slots there are and how idioms are written stands in `idiom_forms.py`. `taken` is an arrest where police or
soldiers do it, and an abduction otherwise.
"""

from __future__ import annotations

COUNTED_IDIOMS: dict[str, dict[str, str]] = {
    "displacement": {
        "fled": """W WADE/SWIM/PADDLE/ROW across/over/to/into|W BOARD boats/boat/buses/trains/ships/ferries/trucks/planes|W CROSS the/H border/river/frontier/bridge|
            W MOVE in with|W walking/trudging/marching/trekking/walked north/south/east/west/along/down/towards/toward/for|W CROSS P|W TAKE to the road/roads/hills/bush/forest/mountains/woods/fields/boats/sea/countryside|W TAKE flight|
            W PACK up and leave/left/go/went|W SLEEP/CAMP/HUDDLE/SHELTER/LODGE/LIVE in/under/on/at/inside the open|
            W sleeping/slept/camped/camping/huddled/huddling/crammed/packed/living/sheltering/sheltered/lodged/accommodated/housed/crowded/staying/hosted
            in/under/on/at/inside/with/among/beneath/aboard S|W slept last night|W in/on/at C|W CROSS today/yesterday/overnight/in/on/over/into/to/from/since|
            W HEAD/MAKE for P|W HEAD/MAKE for the hills/bush/border/coast/mountains/forest/capital|
            W WALK/GET/STREAM/POUR/SPILL/FLOOD/CLEAR/MOVE/RUN/TRICKLE/TREK/FILE/TRUDGE out of P|
            W gone/left since/from/over|W have/has/had gone .|W STREAM/POUR/SPILL/FLOOD/SURGE/TRICKLE/CROSS/TREK over/across/into/towards/toward/to P|
            W on the move/run/road/roads|W REACH P|W SEEK protection/safety/refuge/sanctuary/asylum/shelter|
            W FIND/TAKE shelter/refuge/sanctuary/cover|W SPEND the night/nights in/at/on/under|
            W RUN/FLED into/to the bush/forest/hills/woods/fields/mountains/jungle/swamps|
            W LEAVE P in H thousands/hundreds/droves|W remain/remains/remained/still displaced/homeless/uprooted|
            W left in/during/before/at night/dawn/daybreak/nightfall|W left by/on foot|
            W CROWD/PACK/CRAM/SQUEEZE/FLOCK into P|W CROWD/PACK/CRAM/SQUEEZE/FLOCK into S|W MOVE deeper/further into/inside P|
            W displaced to/into/towards/across/within/by/since/this/in|registered/recorded/received/counted/hosting/sheltering H refugees/idps/evacuees|
            W drains/drained/drain away/out|W HAVE to flee/run|W run/ran/running for H lives|W stranded/stuck at/on/between P|W camped out|W moving away from P|
            W LEAVE H homes/houses/villages/village/fields|W arriving/arrived from P|W clear/cleared out|W ABANDON P""",
        "forced_out": """W LOSE H homes/home/houses|W HAVE to leave/move|W PUT/thrown on/onto/out the road/street/streets|
            DRIVE/FORCE/CHASE/HOUND/BURN/EXPEL/PUSH W from/out P|DRIVE/FORCE/PUSH W across/over P|DRIVE/FORCE/CHASE/HOUND/THROW W out|
            EMPTY P of its/their people/inhabitants/population/residents|W left without/roofless roof/shelter/homes|W left homeless/roofless|
            W burned/burnt/shelled/bombed/driven/chased/turned/hounded/thrown/turfed out|W on the street/streets|W driven/chased/expelled from P|
            W uprooted by/in/from|W told/ordered to leave/go|W without a roof|W left with nowhere""",
        "evacuated": """W bused/bussed/trucked/shipped/flown/ferried/moved/lifted/driven/escorted/led to/from/off/into P|
            W bused/bussed/trucked/shipped/flown/ferried/moved/lifted/driven/escorted/led out of|
            W brought/taken out/off|W EVACUATE to/from/by/on|BUS/LIFT/FERRY/FLY/SHIP/TRUCK/EVACUATE/MOVE W to/out/from/off P|
            TAKE/BRING/GET W out of P|V TAKE/CARRY/BRING/LIFT/FERRY W to/from/out/off/away|W taken off P|GET W out""",
        "returned": """W back in/at/home/to P|W MAKE H way home/back|W trickle/trickled/trickling/drift/drifted/drifting/filter/filtered/filtering/stream/streamed/streaming back|
            W begun/started to return|W RESETTLE in P|W GO/COME/MOVE/HEAD/TRAVEL back/home|W reoccupy/reoccupied H homes/houses|W return/returned/returning to/home|
            W back home""",
    },
    "detention": {
        "taken": """D hauled/marched/led/taken/dragged/bundled/whisked/frogmarched/carried/spirited away/off|
            D driven away/off in/by/at|
            PULL/DRAG/HAUL/TAKE/YANK/SEIZE/SNATCH/GRAB D off/from P|PULL/DRAG/HAUL/TAKE/YANK/SNATCH D out of|SEIZE/GRAB/SNATCH D at/in/near/on|PULL/DRAG/HAUL/YANK/SNATCH D off/from|
            D taken from/off P|D taken out of|D taken ,/;|D taken from/off the/their|
            D taken/driven/marched toward/towards/into P|HAUL/MARCH/LEAD/CARRY/WHISK/BUNDLE/TAKE/DRIVE D away/off|BUNDLE D into|
            D bundled/forced/loaded/herded into/onto|D seized/grabbed from/off/at/in/by|D pulled/dragged/hauled/yanked from/off/out""",
        "arrested": """D caught ./by/in/at/while/trying/with/on|D in custody/detention/jail/prison/cells|D behind bars|D in the lock-up/cells/dock/brig|D PUT/thrown/locked behind/in/into jail/prison/bars/cells|
            HAND D over to M|HAND D to M|D handed over to/the M|D handed to M|HAND over D to M|HAVE/HOLD D in custody/detention/the lock-up|
            HAVE/HOLD D in H custody/cells/lock-up|D in H custody|D picked/rounded/hauled/locked/swept up|D netted in/by|PICK/ROUND/LOCK up D|
            D under arrest|D HELD for questioning|D TAKE in for questioning|D pulled in|HAUL in D|D nicked|D collared|D remanded""",
        "captured": """D FALL captive/prisoner|D are/were/is/now prisoners/prisoner/captives|D in H hands|D paraded|D made prisoner/prisoners|D MAKE prisoner|D caught alive|D taken alive|
            D fell/fallen/fall into H hands|HAVE D prisoner/captive|D taken prisoner/captive|MAKE D prisoner/prisoners|D captured on/in/at/by/near/during/after/while""",
        "freed": """D let go|D LET off|D set free/loose|D turned loose|D WALK free|D released upon/after/on/by/without/to/from/today/yesterday/following/in/at/.|
            LET D go|TURN D loose|SET D free|D handed back/over to H families/family/parents/elders|D returned to H families/family/unit|
            D back with H families/family|D out of captivity|D allowed to leave/go/home|D freed by/in/after/from/on|D WALK out of captivity|LET off D""",
        "surrendered": """D DEMOBILISE|D demobilized/demobilizing|D WALK/COME/FILE/MARCH out with H hands up/on/in|D WALK/COME out with H arms/hands raised|
            D WALK/COME out hands up|D RAISE/HOIST/SHOW/WAVE the/a white flag|D PUT/THROW up H hands|D with H hands up|
            D PUT/THROW/LAY/DROP down H weapons/arms/rifles/guns|D HAND in H weapons/arms|D HAND H weapons/arms in|D LAY down arms|
            D GO/COME over to M|D SWITCH/CHANGE sides|D give/gave/given/giving himself/themselves/ourselves/herself up|D give/gave/given up .""",
        "escaped": """D POUR/WALK/STREAM/RUN/SWARM out of jail/prison/custody/captivity|D POUR/WALK/STREAM/RUN out of the jail/prison/penitentiary|D BREAK out of|D GET away from|D on the run|D ESCAPE captivity/custody/from/by/through/during/after/.|D FLEE captivity/custody/prison/jail|
            D SLIP through|D made/make a run for it|D at large""",
        "abducted": """D HELD hostage/captive|D taken at gunpoint|D used as shield/shields/human|D carried/spirited/whisked/marched off/away at gunpoint|
            D kidnapped/abducted/seized for ransom|D missing believed kidnapped/abducted""",
    },
    "deployment": {
        "sent": """R ARRIVE|R flown/shipped/bused/bussed/trucked/airlifted/ferried/drafted/rushed/moved/brought/fed/sent/posted/transferred/shifted
            in/into/to/up/from/across|TRUCK/SHIP/FLY/POUR/RUSH/FERRY/FEED/DRAFT/BUS/AIRLIFT in/up/out R|
            TRUCK/SHIP/FLY/POUR/RUSH/FERRY/FEED/DRAFT/BUS/AIRLIFT/MOVE/BRING/THROW/SEND R in/into/to/up/from/across/out|
            R LEAVE P by/for|R SET out/off for/from/to/on|R on H way|R MOVE up to/from/the|R POUR/STREAM/FLOW in/into/across/to|
            R LAND in/on/at/this|R DISEMBARK|R called up/out|R stationed/posted/deployed/dispatched/committed|R FAN out|R TAKE up positions/posts|
            R JOIN the/them|R en route|R under way|R REACH P|R mobilised/mobilized|R redeployed|reinforced by/with R|R sent""",
        "withdrawn": """R GO/COME/FLY/SAIL/SHIP home|R brought/flown/sent/shipped/ordered/called home/back|R rotated out|
            R withdrawn from P|R stood down|BRING/FLY/SEND/SHIP/ORDER/CALL R home/back""",
    },
    "damage": {
        "destroyed": """G blown ./,/;|G LIE at the bottom|G SINK ./in/at/off|BLOW apart/up G|BLOW/TEAR/RIP G apart|BLOW/TEAR/SMASH G to pieces/bits/matchwood|G blown apart/up|G blown to pieces/bits|
            SET alight/ablaze G|SET fire to G|SET light to G|SET G alight/ablaze|SET G on fire|G set alight/ablaze|G set on fire|
            G burned/burnt/burning/burns/burn|G burnt/burned to the ground|G in ashes/ruins/flames/rubble|G on fire|G ablaze/alight|G GO up in smoke/flames|
            REDUCE G to ashes/rubble/ruins/dust/cinders|G reduced to ashes/rubble/ruins/dust/cinders|G felled/toppled/dynamited/blasted/flattened/mined|
            FELL/TOPPLE/FLATTEN/DYNAMITE G|G lost ./;/,|G down ./;/,|G LIE/LAY in ruins/ashes/rubble|G a total loss|G a write-off|G cat loss|G CAVE in|G gone ./;/,|G totalled/wrecked/gutted/torched|
            G rendered unusable/useless/inoperable/uninhabitable|PUT G out of action|G out of action|WRITE off G|LEAVE G a charred/smoking/burnt-out/burned-out wreck/shell/hulk/ruin|
            LEAVE G in ruins/flames/ashes|TURN G into/to a rubble/ashes/ruin/ruins/dust|burnt-out/burned-out/charred/gutted/wrecked G|
            G razed|G has/have/had collapsed|WIPE out G|G swept away|G no longer standing/stands|G sank/sunk|G destroyed|G disabled by/in""",
        "damaged": """G shot up|TEAR/PUNCH/BLOW holes/hole in G|G knocked over|G TAKE hits/hit/damage/shrapnel|G LOSE H roof/roofs/windows/wing|G fire damaged|G riddled/pitted/scarred/holed/pockmarked/dented/scorched/charred/singed/cracked/peppered|
            HOLE/SCORCH/PEPPER/DENT/CRACK G|TEAR/RIP/BLOW the roof/roofs/windows/doors off/out/from|G without a roof|G without roof/roofs/windows/power/water|
            G partly/partially/badly/heavily/lightly burned/burnt/damaged/destroyed|G out of service|G hit and had|G hit and damaged|G knocked out|
            BREAK/SHATTER/SMASH the windows of G|G damaged|G LEFT full of holes|G sprayed with""",
    },
}
