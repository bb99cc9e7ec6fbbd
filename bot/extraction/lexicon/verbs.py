"""Verbs of conflict: for every kind the verbs that report it, by what they say and who suffers them.

Each verb is given by its forms: plain, with -s, past, participle, -ing. `OBJECT` verbs act on those
counted (“killed five”), `SUBJECT` verbs are done by them (“five died”).
"""

from __future__ import annotations

OBJECT, SUBJECT = "object", "subject"

# (kind, label, role) -> verbs
FORMS: dict[tuple[str, str, str], str] = {
    ("casualties", "killed", OBJECT): """kill kills killed killed killing; murder murders murdered murdered murdering;
        slay slays slew slain slaying; slaughter slaughters slaughtered slaughtered slaughtering;
        massacre massacres massacred massacred massacring; execute executes executed executed executing;
        assassinate assassinates assassinated assassinated assassinating; behead beheads beheaded beheaded beheading;
        neutralise neutralises neutralised neutralised neutralising; neutralize neutralizes neutralized neutralized
        neutralizing;
        eliminate eliminates eliminated eliminated eliminating; liquidate liquidates liquidated liquidated
        liquidating;
        martyr martyrs martyred martyred martyring; lynch lynches lynched lynched lynching;
        annihilate annihilates annihilated annihilated annihilating; decapitate decapitates decapitated decapitated
        decapitating;
        bury buries buried buried burying; incinerate incinerates incinerated incinerated incinerating;
        crush crushes crushed crushed crushing; exterminate exterminates exterminated exterminated exterminating""",
    ("casualties", "killed", SUBJECT): """die dies died died dying; perish perishes perished perished perishing;
        succumb succumbs succumbed succumbed succumbing; drown drowns drowned drowned drowning""",
    (
        "casualties",
        "injured",
        OBJECT,
    ): """wound wounds wounded wounded wounding; injure injures injured injured injuring;
        hurt hurts hurt hurt hurting; maim maims maimed maimed maiming;
        hospitalise hospitalises hospitalised hospitalised hospitalising;
        hospitalize hospitalizes hospitalized hospitalized hospitalizing""",
    ("casualties", "missing", OBJECT): "trap traps trapped trapped trapping",
    (
        "casualties",
        "missing",
        SUBJECT,
    ): "vanish vanishes vanished vanished vanishing; disappear disappears disappeared disappeared disappearing",
    (
        "displacement",
        "fled",
        SUBJECT,
    ): "flee flees fled fled fleeing; arrive arrives arrived arrived arriving; land lands landed landed landing",
    (
        "displacement",
        "evacuated",
        OBJECT,
    ): """evacuate evacuates evacuated evacuated evacuating; relocate relocates relocated relocated
        relocating; resettle resettles resettled resettled resettling""",
    (
        "displacement",
        "forced_out",
        OBJECT,
    ): """displace displaces displaced displaced displacing; uproot uproots uprooted uprooted uprooting;
        expel expels expelled expelled expelling; evict evicts evicted evicted evicting; deport deports deported
        deported deporting""",
    (
        "detention",
        "arrested",
        OBJECT,
    ): """arrest arrests arrested arrested arresting; detain detains detained detained detaining;
        apprehend apprehends apprehended apprehended apprehending; imprison imprisons imprisoned imprisoned
        imprisoning;
        jail jails jailed jailed jailing; nab nabs nabbed nabbed nabbing""",
    (
        "detention",
        "captured",
        OBJECT,
    ): """capture captures captured captured capturing; recapture recaptures recaptured recaptured recapturing""",
    (
        "detention",
        "abducted",
        OBJECT,
    ): """abduct abducts abducted abducted abducting; kidnap kidnaps kidnapped kidnapped kidnapping; grab grabs grabbed grabbed grabbing; snatch
        snatches snatched snatched snatching""",
    (
        "detention",
        "freed",
        OBJECT,
    ): """free frees freed freed freeing; release releases released released releasing; rescue rescues rescued
        rescued rescuing""",
    (
        "detention",
        "surrendered",
        SUBJECT,
    ): "capitulate capitulates capitulated capitulated capitulating; "
    "surrender surrenders surrendered surrendered surrendering; defect defects defected defected defecting",
    ("detention", "escaped", SUBJECT): "escape escapes escaped escaped escaping",
    ("deployment", "sent", OBJECT): """send sends sent sent sending; deploy deploys deployed deployed deploying;
        dispatch dispatches dispatched dispatched dispatching; despatch despatches despatched despatched despatching;
        rush rushes rushed rushed rushing; airlift airlifts airlifted airlifted airlifting; fly flies flew flown
        flying;
        station stations stationed stationed stationing; mobilise mobilises mobilised mobilised mobilising;
        mobilize mobilizes mobilized mobilized mobilizing; redeploy redeploys redeployed redeployed redeploying;
        transfer transfers transferred transferred transferring""",
    ("deployment", "sent", SUBJECT): "arrive arrives arrived arrived arriving; land lands landed landed landing",
    (
        "deployment",
        "withdrawn",
        OBJECT,
    ): """withdraw withdraws withdrew withdrawn withdrawing; repatriate repatriates repatriated repatriated
        repatriating; recall recalls recalled recalled recalling""",
    (
        "damage",
        "destroyed",
        OBJECT,
    ): """destroy destroys destroyed destroyed destroying; demolish demolishes demolished demolished demolishing;
        flatten flattens flattened flattened flattening; level levels levelled levelled levelling; raze razes razed
        razed razing;
        burn burns burned burned burning; burn burns burnt burnt burning; torch torches torched torched torching;
        gut guts gutted gutted gutting;
        incinerate incinerates incinerated incinerated incinerating; wreck wrecks wrecked wrecked wrecking;
        obliterate obliterates obliterated obliterated obliterating;
        ransack ransacks ransacked ransacked ransacking; knock knocks knocked knocked knocking; collapse collapses
        collapsed collapsed collapsing;
        sink sinks sank sunk sinking; pulverise pulverises pulverised pulverised pulverising; level levels leveled
        leveled leveling""",
    (
        "damage",
        "damaged",
        OBJECT,
    ): """damage damages damaged damaged damaging; cripple cripples crippled crippled crippling;
        shatter shatters shattered shattered shattering; disable disables disabled disabled disabling; riddle
        riddles riddled riddled riddling""",
}
# Control: label -> verbs whose subject acts and whose object is the place.
CONTROL: dict[str, str] = {
    "seized": """seize seizes seized seized seizing; capture captures captured captured capturing; overrun overruns
    overran overrun overrunning;
        conquer conquers conquered conquered conquering; occupy occupies occupied occupied occupying; take takes
        took taken taking;
        grab grabs grabbed grabbed grabbing; secure secures secured secured
        securing; overtake overtakes overtook overtaken overtaking;
        clear clears cleared cleared clearing""",
    "retook": """retake retakes retook retaken retaking; recapture recaptures recaptured recaptured recapturing;
    liberate liberates liberated liberated liberating; free frees freed freed freeing;
        reclaim reclaims reclaimed reclaimed reclaiming; regain regains regained regained regaining; recover
        recovers recovered recovered recovering; reoccupy reoccupies reoccupied reoccupied reoccupying""",
    "lost": """lose loses lost lost losing; cede cedes ceded ceded ceding; relinquish relinquishes relinquished
        relinquished relinquishing""",
    "withdrew": """abandon abandons abandoned abandoned abandoning; vacate vacates vacated vacated vacating;
    withdraw withdraws withdrew withdrawn withdrawing;
        retreat retreats retreated retreated retreating; evacuate evacuates evacuated evacuated evacuating; leave
        leaves left left leaving""",
    "surrounded": """surround surrounds surrounded surrounded surrounding; besiege besieges besieged besieged
    besieging; encircle encircles encircled encircled encircling;
        blockade blockades blockaded blockaded blockading; isolate isolates isolated isolated isolating""",
    "entered": """enter enters entered entered entering; penetrate penetrates penetrated penetrated penetrating;
        infiltrate infiltrates infiltrated infiltrated infiltrating; breach breaches breached breached
        breaching""",
    "holds": """hold holds held held holding; control controls controlled controlled controlling; defend defends
        defended defended defending; rule rules ruled ruled ruling; retain retains retained retained
        retaining""",
    "repelled": """repel repels repelled repelled repelling; repulse repulses repulsed repulsed repulsing; break breaks broke broken breaking; blunt blunts blunted blunted blunting; foil foils
        foiled foiled foiling; thwart thwarts thwarted thwarted thwarting; rebuff rebuffs rebuffed rebuffed
        rebuffing""",
}
# Attacks: type -> verbs whose subject attacks.
ATTACK: dict[str, str] = {
    "assault": """pelt pelts pelted pelted pelting; attack attacks attacked attacked attacking; assault assaults assaulted assaulted assaulting; storm
    storms stormed stormed storming;
        strike strikes struck struck striking; hit hits hit hit hitting; target targets targeted targeted
        targeting""",
    "air_strike": """bomb bombs bombed bombed bombing; strafe strafes strafed strafed strafing; bombard bombards
        bombarded bombarded bombarding""",
    "shelling": "shell shells shelled shelled shelling; pound pounds pounded pounded pounding",
    "bombing": """explode explodes exploded exploded exploding; detonate detonates detonated detonated detonating;
        dynamite dynamites dynamited dynamited dynamiting""",
    "ambush": "ambush ambushes ambushed ambushed ambushing; waylay waylays waylaid waylaid waylaying",
    "raid": "raid raids raided raided raiding",
    "shooting": """shoot shoots shot shot shooting""",
    "massacre": """massacre massacres massacred massacred massacring; behead beheads beheaded beheaded beheading;
        execute executes executed executed executing""",
    "clash": """clash clashes clashed clashed clashing; fight fights fought fought fighting; battle battles battled
        battled battling; skirmish skirmishes skirmished skirmished skirmishing""",
}
