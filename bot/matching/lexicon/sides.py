"""Sides: who fights whom. A state's forces and officials are one side, each armed group is one."""

from __future__ import annotations

# What belongs to a state, whichever: those who fight for it first, then those who speak for it.
STATE_FORCES = frozenset(
    "army military troop soldier serviceman navy marine airforce gendarme gendarmerie commando garrison police "
    "policeman guardsman border-guard paratrooper conscript peacekeeper infantry".split()
)
STATE_PHRASES = (
    "security force", "government force", "armed force", "air force", "border guard", "national guard", "general staff",
    "joint chief", "high command", "defence force", "defense force", "loyalist force", "regime force", "state force",
    "special force", "government troop", "junta", "regime", "government", "coast guard", "police force",
)  # fmt: skip
STATE_OFFICES = frozenset(
    "ministry minister president presidency governor governorate kremlin cabinet prime interior defence defense "
    "authority official administration administrator prefect mayor municipality parliament federal".split()
)
# Words for fighters of no state; which group, only the context tells.
REBELS = frozenset(
    "rebel militant insurgent insurgency jihadist jihadi guerrilla gunman separatist terrorist mujahideen mujahid "
    "extremist islamist militia militiaman paramilitary enemy attacker assailant bandit fighter opposition "
    "resistance".split()
)
ANY_FIGHTERS = frozenset({"fighter", "militia", "militiaman", "paramilitary"})  # there are some on every side

_GROUPS = """
taliban: taliban, talib, talibs, islamic emirate
islamic state: islamic state, isis, isil, daesh, iskp, isk, iswap, is-k
al-qaeda: al qaeda, aqim, aqap
jnim: jnim, katiba macina
al-shabaab: al shabaab, al shabab, shabab, shabaab
boko haram: boko haram, jas
hamas: hamas, qassam, al qassam, qassam brigades
islamic jihad: islamic jihad, saraya al quds, al quds brigades
hezbollah: hezbollah, hizbullah, hizballah
houthis: houthi, houthis, ansar allah, ansarallah
m23: m23, afc m23
fdlr: fdlr
adf: adf, allied democratic forces
wazalendo: wazalendo, mai mai, nyatura
codeco: codeco
rsf: rsf, rapid support forces, rapid support, janjaweed
splm-n: splm n, spla n
hts: hts, hayat tahrir al sham, nusra, al nusra
sdf: sdf, syrian democratic forces, ypg, ypj
pkk: pkk, kurdistan workers party
sna: sna, syrian national army
tplf: tplf, tigray defence forces, tigray defense forces, tigrayan forces
fano: fano
ola: ola, oromo liberation army
pdf: pdf, pdfs, people defence force, people defence forces, peoples defence force, peoples defence forces, people defense force
arakan army: arakan army
kia: kia, kachin independence army
tnla: tnla, taang national liberation army
mndaa: mndaa
knla: knla, knu, karen national liberation army
karenni: kndf, karenni
farc: farc
eln: eln, national liberation army
clan del golfo: clan del golfo, gulf clan
ttp: ttp, tehreek e taliban, pakistani taliban, tehrik i taliban
bla: bla, baloch liberation army
lna: lna, libyan national army, haftar
lra: lra, lords resistance army
cpc: cpc, upc, 3r
stc: stc, southern transitional council
popular mobilisation: pmf, popular mobilisation forces, popular mobilization forces, hashd
unita: unita
renamo: renamo
ltte: ltte, tamil tigers
wagner: wagner
azawad: fla, azawad liberation front, csp, cma
"""
GROUPS: dict[str, str] = {
    name.strip(): line.split(":")[0].strip()
    for line in _GROUPS.strip().splitlines()
    for name in line.split(":")[1].split(",")
}
# Groups that fight for a state: their word is that state's.
FOR_A_STATE = {"wagner": "RU", "wazalendo": "CD", "popular mobilisation": "IQ"}
# Words for fighters that stand with a capital at the beginning of a sentence and name nobody.
NO_NAMES = (
    REBELS
    | STATE_FORCES
    | frozenset(
        "the a an our its their his her army force fighter men man unit group local armed masked unknown unidentified "
        "islamist tribal pro anti government opposition allied several dozen hundred thousand state heavily suspected "
        "resident villager defence national some many two three four five both special security regime loyalist rival "
        "foreign enemy side spokesman".split()
    )
)
