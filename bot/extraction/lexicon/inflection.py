"""Forms of the common verbs that phrases are made with: in a phrase, a verb in CAPITALS stands for all its forms."""

from __future__ import annotations

_FORMS = """take takes took taken taking; make makes made making; fall falls fell fallen falling; pull pulls pulled
    pulling;
push pushes pushed pushing; drive drives drove driven driving; beat beats beat beaten beating; force forces forced
forcing;
gain gains gained gaining; regain regains regained regaining; lose loses lost losing; hold holds held holding;
keep keeps kept keeping; remain remains remained remaining; withdraw withdraws withdrew withdrawn withdrawing;
retreat retreats retreated retreating; leave leaves left leaving; give gives gave given giving; break breaks broke
broken breaking;
cut cuts cutting; lay lays laid laying; hoist hoists hoisted hoisting; raise raises raised raising; fight fights
fought fighting;
move moves moved moving; march marches marched marching; come comes came coming; chase chases chased chasing;
throw throws threw thrown throwing; fend fends fended fending; ward wards warded warding; turn turns turned turning;
seize seizes seized seizing; establish establishes established establishing; advance advances advanced advancing;
storm storms stormed storming; wrest wrests wrested wresting; hand hands handed handing; surrender surrenders
surrendered surrendering;
flush flushes flushed flushing; oust ousts ousted ousting; dislodge dislodges dislodged dislodging; expel expels
expelled expelling;
man mans manned manning; patrol patrols patrolled patrolling; stay stays stayed staying; retain retains retained
retaining;
fire fires fired firing; launch launches launched launching; open opens opened opening; carry carries carried
carrying;
drop drops dropped dropping; land lands landed landing; hit hits hitting; strike strikes struck striking; slam slams
slammed slamming;
crash crashes crashed crashing; plough ploughs ploughed ploughing; plow plows plowed plowing; rain rains rained
raining;
plant plants planted planting; set sets setting; blow blows blew blown blowing; conduct conducts conducted conducting;
mount mounts mounted mounting; trade trades traded trading; exchange exchanges exchanged exchanging; rake rakes
raked raking;
spray sprays sprayed spraying; shoot shoots shot shooting; go goes went gone going; explode explodes exploded
exploding;
detonate detonates detonated detonating; pound pounds pounded pounding; come comes came coming; stop stops stopped
stopping;
repel repels repelled repelling; roll rolls rolled rolling; burst bursts bursting; cross crosses crossed crossing;
suffer suffers suffered suffering; sustain sustains sustained sustaining; incur incurs incurred incurring; inflict
inflicts inflicted inflicting;
find finds found finding; recover recovers recovered recovering; receive receives received receiving; count counts
counted counting;
see sees saw seen seeing; retrieve retrieves retrieved retrieving; collect collects collected collecting; unearth
unearths unearthed unearthing;
tighten tightens tightened tightening; close closes closed closing; complete completes completed completing; slip
slips slipped slipping;
pass passes passed passing; evict evicts evicted evicting; clear clears cleared clearing; send sends sent sending;
bring brings brought bringing; tear tears tore torn tearing; step steps stepped stepping; rush rushes rushed rushing;
roam roams roamed roaming; consolidate consolidates consolidated consolidating; dig digs dug digging; exert exerts
exerted exerting;

    engage engages engaged engaging; fly flies flew flown flying; ferry ferries ferried ferrying; reposition repositions
        repositioned repositioning; win wins won winning; shift shifts shifted shifting; let lets letting; change
    changes changed changing; reestablish reestablishes reestablished reestablishing; pour pours poured pouring;
    battle battles battled battling; maintain maintains maintained maintaining; rip rips ripped ripping; knock
    knocks knocked knocking; lift lifts lifted lifting; cling clings clung clinging; yield yields yielded yielding; walk walks walked walking; smash smashes smashed smashing; plunge plunges plunged
    plunging; pierce pierces pierced piercing; unleash unleashes unleashed unleashing; stage stages staged staging;
    get gets got getting; ram rams rammed ramming; lob lobs lobbed lobbing; hurl hurls hurled hurling; bury
buries buried burying; hack hacks hacked hacking; stab stabs stabbed stabbing;
    toss tosses tossed tossing; fling flings flung flinging; draw draws drew drawn drawing;
    burn burns burned burnt burning; crush crushes crushed crushing; stone stones stoned stoning; club clubs clubbed
    clubbing"""
_IRREGULAR = """have has had having 've; become becomes became becoming; cling clings clung clinging; sit sits sat sitting;
hang hangs hung hanged hanging; get gets got gotten getting; win wins won winning; put puts putting; rid rids ridding;
slide slides slid sliding; let lets letting; write writes wrote written writing; steal steals stole stolen stealing;
draw draws drew drawn drawing; creep creeps crept creeping; run runs ran running; ride rides rode ridden riding;
slink slinks slunk slinking; quit quits quitting; sweep sweeps swept sweeping; shoot shoots shot shooting;
stand stands stood standing; fling flings flung flinging; help helps helped helping; grab grabs grabbed grabbing;
mop mops mopped mopping; hem hems hemmed hemming; pen pens penned penning; scatter scatters scattered scattering;
re-enter re-enters re-entered re-entering; occupy occupies occupied occupying; flit flits flitted flitting;
lead leads led leading; sleep sleeps slept sleeping; bring brings brought bringing; buy buys bought buying; lie lies lay lain lying; flee flees fled fleeing; deal deals dealt dealing; shake shakes shook shaken shaking; seek seeks sought seeking; feed feeds fed
feeding; hold holds held holding; spend spends spent spending; travel travels travelled traveled travelling traveling;
quit quits quitting; show shows showed shown showing; empty empties emptied emptying; hit hits hitting; rip rips ripped ripping; swim swims swam swum swimming;
cram crams crammed cramming"""
_REGULAR = """walk wave flutter dominate guard install place yield cede forfeit sneak bolt file back melt vanish disappear
disperse fade pack return head retire desert ring box bottle form stream pour punch blast smash charge surge flood ford
reach roam prowl force change control rule claim rage continue knock kick halt check contain defeat crush fail fizzle
collapse founder stall peter abandon prise wrench blunt concede boot tighten row haul whisk bundle usher frogmarch herd
shelter camp huddle trek register lodge live spill trickle trudge stream flow join topple flatten dynamite reduce wipe
hole scorch pepper dent crack cave shatter smash hound evacuate lift ship truck bus draft airlift resettle escape arrive disembark
crowd enter last call flock squeeze
fan land yank snatch pull drag march switch round pick lock deploy fell mine straggle limp resist frustrate neutralise withstand appear block wade board paddle harass descend pounce swoop soften unload release toss sabotage rampage rock trigger
dive buzz duel deliver receive demobilise"""


_DOUBLED = frozenset("control trek ship fan drag".split())
"""Regular verbs that double their last letter."""


def _regular(verb: str) -> tuple[str, ...]:
    stem = verb + verb[-1] if verb in _DOUBLED else verb.removesuffix("e")
    return verb, verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"), stem + "ed", stem + "ing"


INFLECTIONS: dict[str, tuple[str, ...]] = {
    verb.split()[0].upper(): tuple(dict.fromkeys(verb.split()))
    for verb in f"{_FORMS};{_IRREGULAR}".replace("\n", " ").split(";")
} | {verb.upper(): _regular(verb) for verb in _REGULAR.split()}


def spelled_out(phrase: str) -> list[tuple[str, ...]]:
    """A phrase in every form of its verb: “TAKE control of” gives took, taken, taking …"""
    words = phrase.split()
    forms = INFLECTIONS.get(words[0], (words[0],))
    return [(form, *words[1:]) for form in forms]


def spellings(word: str) -> frozenset[str]:
    """All that a word of an idiom may be: its alternatives at “/”, verbs in CAPITALS in all their forms.

    >>> sorted(spellings("QUIT/leave"))
    ['leave', 'quit', 'quits', 'quitting']
    """
    return frozenset(form for each in word.split("/") for form in INFLECTIONS.get(each, (each.lower(),)))
