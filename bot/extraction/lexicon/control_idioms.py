"""Idioms of control, by action: `A walk into P` with slots where groups stand.

What slots there are and how idioms are written stands in `idiom_forms.py`.
"""

from __future__ import annotations

_TURNED = "taken|thrown|beaten|driven|pushed|turned|fought|warded|fended|flung|hurled"
IDIOMS: dict[str, str] = {
    "holds": """A KEEP H hold on P|P in the grip/hands of A|P remains/remained/is/stays with A|A master/masters of the situation|
        M have the town/village/city/bridge/airport/airstrip/hill/port/centre/ridge/junction|flag/flags/banner of A FLY/WAVE over/above/from P|
        A in control of P|A possession of P|P ours/theirs|P belongs/belonged/belonging to A|H flag/flags/colours/banner FLY/WAVE/FLUTTER/HANG
        over/above/from/on P|A HAVE/HOLD/KEEP P in H grip/hands/power/grasp|P in H grip|P in H hands|P in the hands of A|
        A HAVE/KEEP/HOLD P to itself/themselves/ourselves/himself|A CLING to P|A HANG on in/to P|
        A master/masters of P|M KEEP P|A KEEP hold of P|M RUN P|A have/has/'ve/had got P|M man/mans/manned P|
        M SIT in/on/inside/at P|P under H control/rule/command|P firmly/still under H control|
        A STAND firm/fast in/at/around/on P|A HOLD firm/fast/out in/at/on/around P|
        A dug in along/at/around/in/near/on P|A DIG in along/at/around/in/near/on P|M DOMINATE P|
        A call/calls/called the shots in P|A rule/rules/ruled the streets of P|A never left P|
        A lodged/ensconced/entrenched in/on P|P remains/remained H territory|A CONSOLIDATE in/at/on/around P|
        A KEEP control/possession of P|A hold/holds/held sway in/over P|M GUARD P|M occupy/occupies/occupying P|A still in possession of P|M still have/has/had P""",
    "seized": """P cleansed/purged/cleared/swept of F|P cleansed/purged of the|P now under H control|P TAKE by storm|A HAVE cleared P|
        A MAKE himself/themselves/ourselves/itself/herself master/masters of P|A BECOME master/masters of P|
        A PLANT/HOIST/RAISE/HANG H flag/flags/colours/banner/standard over/on/above/in/at P|A RUN up H flag over/on P|
        A RAISE/HOIST/PLANT a/the flag/flags/standard over/on/above/at/in P|
        A INSTALL itself/themselves/himself/ourselves in/at/on/behind P|A ESTABLISH itself/themselves/ourselves in/at/on P|
        P PASS to A|P PASS into H hands|P FALL/COME under H control/rule/sway|P FALL into H hands|P GO to M|
        A WREST/PRISE/WRENCH P from F|A WREST/PRISE/WRENCH P out/away|P wrested/prised/wrenched from A|
        A WIN/GAIN/WREST/GRAB/SEIZE control/possession of P|A HELP itself/themselves to P|A CLEAR P of F|A RID P of F|
        A BRING/PUT/PLACE P under H control/rule|A BRING/PUT P under control|A GET/LAY hold of P|A MOP up P|
        P overrun and looted|A BREAK the garrison at/of P|P handed/handed-over/surrendered/ceded/yielded to M|
        P gone over to A|P GO over to A|A sweep/sweeps/swept through P""",
    "retook": """M back in/at/inside P|A restore/restored/restoring/re-establish/re-established/reestablished H control/authority/order/rule over/in/of P|
        A restore/restored/re-established/reestablished control/authority/order/rule over/in/of P|P back in H hands|P back in the hands of A|P back under H control/rule|P back under the control of A|P back with M|
        P once/again more in H hands|P once again/more in the hands of A|P again in the hands of A|P again in H hands|
        P once again/more under H control|P again under H control|P ours/theirs again/once|P once again/more ours/theirs|
        P again ours/theirs|A re-established/reestablished/re-establish itself/themselves/ourselves in/at/on P|
        M MOVE/GO/GET/COME/MARCH/DRIVE/ROLL/RIDE back into P|A GET/TAKE/WIN P back|A GET/WIN back P|P won/got/taken back|P returned to H control/hands/rule|
        A regained/regain control/possession of P|P back in the fold|A back in control of P|A back in charge of P""",
    "lost": """A no longer HOLD/CONTROL/OCCUPY/RUN/KEEP/RULE P|A no longer in control/possession of P|
        P SLIP/SLIDE out of H hands/grip/grasp/control|P SLIP/SLIDE from H hands/grip/grasp/control|A LET go of P|
        A YIELD/CEDE/FORFEIT/CONCEDE P to A|A HAND P over to M|A HAND over P to M|A HAND P to M|A LEAVE P to M|
        A SURRENDER/YIELD P|A LEAVE P in H hands|P lost to M|A WRITE off P|P gone from H hands""",
    "withdrew": """M FLEE P|M FLEE from P|M are/is/'re/were/was out of P|M STREAM/STRAGGLE/LIMP/TRICKLE back|F made to flee/run|M FLEE in/towards/toward/into/to/before/as/when|
        M MOVE out|M PULL H men/troops/forces/fighters/units out/back/from|M hand/handed over P to|P left to its fate|M SLIP/STEAL/MAKE/DRAW/SNEAK/CREEP/RUN/RIDE/WALK/MARCH/SLINK away/off/out|M BOLT for/from/into/to|
        M TAKE to H heels|M RUN from/without|M TURN tail|M TURN and ran|M BREAK and ran/run|M BREAK contact and leave/left P|M BREAK contact|
        M MARCH/WALK/FILE/RIDE/ROLL/DRIVE/PULL/MOVE/GET/BACK/CREEP/CLEAR/SLIP/SNEAK out of P|M CLEAR/FILE/MARCH out|
        M MELT/VANISH/DISAPPEAR/SCATTER/DISPERSE/FADE into/away/back|M QUIT P|M PACK up and left|M PACK up|
        M RETURN to H bases/base/lines/positions/camp/camps/barracks|M HEAD for the hills/bush/mountains/forest/jungle/border|
        M RETIRE to/from/towards/toward/behind|M gone/absent from P|M TAKE H away from P|M GIVE ground/way|
        M PULL/FALL/DRAW/MOVE/STEP/DROP back|M PULL/DRAW out|M DESERT P|M LEAVE H positions/posts/trenches|
        M LEAVE P|M WALK/RUN away from P|P abandoned/vacated/deserted/evacuated by A|M given up|
        M ABANDON H positions/posts/trenches|A WITHDRAW/RETREAT from P|M back across/behind P|M GO home""",
    "surrounded": """supply/last/only/main route/routes/road/roads/line/lines/lifeline/highway cut/severed/blocked/closed|F trapped/pinned/caught on/at/in/down/between|
        no way out of P|A BLOCK H roads/road/routes/accesses/approaches into/to/out|A have P in a/H ring/encirclement|T ringed by A|T ringed on/from/since/and|T hemmed/boxed/penned/shut/closed/locked/fenced in|T bottled/penned/sealed up|
        T cordoned off|T sealed off|M RING T|A HEM/BOX/PEN in F|A BOTTLE up F|
        A HAVE/KEEP/HOLD T surrounded/encircled/ringed/besieged/blockaded/trapped/pinned|A HAVE/KEEP T shut/hemmed/boxed/penned in|
        A HAVE/KEEP T bottled up|A HAVE/KEEP T cut off|A HAVE/KEEP/PUT/PLACE T under siege|ring/noose around/round P CLOSE/TIGHTEN|
        A THROW/DRAW/PUT/CLOSE/FORM/TIGHTEN the/a ring/cordon/noose/net around/round T|A TIGHTEN the/its/their siege of/on P|
        roads/routes/road/route/highway/highways into/to/from/leading P cut/severed/closed/blocked|
        road/route/way out of P cut/severed/closed/blocked|roads/road/routes/route out of P cut/severed/blocked|
        A LAY siege to P|siege/blockade/encirclement of P ENTER/CONTINUE/REMAIN/LAST/DRAG/TIGHTEN|P under siege/blockade|F caught/trapped/stuck in a pocket/ring/cauldron|T cut off on/from/in/at/by|
        A CUT the/all/last roads/road/routes/highway into/to/out|T encircled/surrounded/besieged""",
    "entered": """M GET as far as P|M FAN out in/across/through P|M TAKE up positions in/inside P|M APPEAR in/on the streets|A WALK/MARCH/DRIVE/ROLL/RIDE/SWEEP/POUR/PUSH/BREAK/MOVE/STREAM/SLIP/CROSS/RUSH/BURST/STORM/PUNCH/BLAST/SMASH/SNEAK/CREEP/CHARGE/SURGE/FLOOD/GET
        into/inside P|M WALK/MARCH/ROLL/RIDE/SWEEP/POUR/PUSH/BREAK/MOVE/STREAM/STORM/RUSH/BURST/SLIP in at/from/by/with/on/before/after/without/through/.|
        we WALK/MARCH/ROLL/RIDE/SWEEP/POUR/PUSH/BREAK in at/from/by/with/on/before|A PUSH/MARCH/MOVE/ADVANCE/FIGHT through P|
        M CROSS/FORD P|M SLIP/CROSS/COME across|A SET foot in/on P|M REACH the centre/heart/outskirts of P|M REACH the centre/heart|
        A GAIN/GET/HAVE/ESTABLISH/SEIZE/WIN a foothold/toehold/bridgehead/lodgement in/on/across/at P|M in/on/inside the streets of P|
        M ROAM/PROWL P|A MAKE/FIGHT/FORCE/SHOOT/BLAST H way into P|we are/'re in/inside P|M inside for/.|P entered by A|
        M LAND on/at P|A RE-ENTER P""",
    "contested": """control of P unclear/contested/disputed/split/uncertain|street/house-to-house/room-to-room fighting/battles/clashes/combat in/near/at/around/for P|
        street/house-to-house fighting/battles/clashes|P a/the battlefield|A and A fight/fighting/fought/battle/battling for P|P WIN and lost|P CHANGE hands H times|P CHANGE hands twice/thrice/repeatedly/again|
        X street/house/block/room/building/barricade/alley/trench/floor/hill/village by street/house/block/room/building/barricade/alley/trench/floor/hill/village|
        X house/street/room/door to house/street/room/door|P nobody's/disputed/contested|P no-man 's - land|P no-man 's land|P no man 's land|P grey/gray zone|
        neither side/army/camp/force/party can/could CALL P its own|neither side/army/camp/force/party CALL P its own|P in N hands|N HOLD/CONTROL/RULE P|P fought over|P split/divided between/into|front/frontline/lines/line RUN/PASS/CUT through P|
        P on a knife-edge|both sides/armies/camps/parties/forces CLAIM P|battle for P RAGE/CONTINUE/GO|fight/struggle for P GO/RAGE/CONTINUE""",
    "repelled": f"""X neutralised/neutralized/frustrated/nipped/shattered|A FRUSTRATE/NEUTRALISE X|A RESIST X|X resisted|A WITHSTAND X|X {_TURNED.replace("|", "/")} back/off/away/out|X repelled/repulsed/rebuffed/foiled/thwarted|A PUT F to flight|
        A SEND F packing/running/fleeing/reeling/back|F knocked/kicked/thrown/hurled/swept/flushed/bundled/booted out of P|
        A KNOCK/KICK/THROW/HURL/FLUSH/SWEEP/RUN/BOOT F out of P|A SEE off F|A SEE off X|
        A THROW/HURL/FLING/PUSH/DRIVE/BEAT/FORCE/HOLD/TURN F back/off/away/out|
        X stopped/halted/broken/smashed/contained/blunted/checked/crushed/defeated/stalled|X broken up|
        X FAIL/FIZZLE/COLLAPSE/FOUNDER/STALL|X COME to nothing/naught|X GET nowhere|X PETER out|
        A BREAK/SMASH/BLUNT/STOP/HALT/CHECK/CONTAIN/DEFEAT/CRUSH X|A BREAK up X|A HOLD F at bay|A STAND H ground|
        M RUN back|F driven/chased/pushed/forced/thrown/beaten/flung back/off/away/out|F put to flight|F sent packing/running/fleeing""",
}
