"""Rules: the families that the patterns are named by, each with a sentence that it reads.

A mention's rule is `family.detail`, as in `casualties.passive.kill`: the family says how the sentence is built, the
detail by which words. In the examples the mention's quote stands between ⟦ and ⟧; they are run as tests.
"""

from __future__ import annotations

EXAMPLES: dict[str, str] = {
    "casualties.active": "A mine ⟦killed four shepherds near Kidal⟧.",
    "casualties.passive": "⟦Twelve miners were killed⟧ in Goma.",
    "casualties.reduced": "⟦Nine guards wounded⟧ in the blast were flown home.",
    "casualties.subject": "⟦Three medics died⟧ when the clinic was hit.",
    "casualties.phrase": "⟦The mayor and his driver were gunned down⟧ on Friday.",
    "casualties.split": "Gunmen ⟦shot two teachers dead⟧.",
    "casualties.noun": "The ⟦death toll rose to 21⟧.",
    "casualties.hospital": "⟦Nine people were taken to the town’s hospital⟧.",
    "casualties.with_wounds": "The clinic admitted ⟦six men with gunshot⟧ wounds.",
    "casualties.along_with": "The governor was killed along with ⟦two of his guards⟧.",
    "casualties.unit": "The brigade ⟦destroyed a platoon⟧ of paratroopers.",
    "casualties.fate": "⟦Two of ours fell⟧ at the bridge.",
    "casualties.number": "⟦The dead number 12⟧, the chief said.",
    "casualties.further": "Twelve were killed in the market and ⟦another three⟧ at the bus stop.",
    "casualties.tally": "⟦Up to 310 servicemen⟧, four tanks and a howitzer were destroyed.",
    "attack.active": "⟦Gunmen attacked a police post⟧ in Diffa.",
    "attack.passive": "⟦Two patrols were ambushed near Kidal⟧.",
    "attack.strike": "⟦Shells landed⟧ on the market at noon.",
    "attack.launch": "⟦Rebels fired dozens of rockets at the town⟧.",
    "attack.noun": "A suicide ⟦bombing⟧ shook Kabul.",
    "attack.idiom": "⟦The convoy ran into an ambush⟧ near Bara.",
    "attack.weapon": "⟦A grenade was thrown at the gate⟧ of the convent.",
    "control.active": "⟦Rebels captured the town⟧ on Monday.",
    "control.passive": "⟦The airport was recaptured⟧ by the army.",
    "control.phrase": "⟦The army took full control of the port⟧.",
    "control.idiom": "⟦The army let go of the port⟧.",
    "displacement.idiom": "⟦Four hundred families took to the road⟧.",
    "detention.idiom": "⟦Sixty-one guards walked out with their hands up⟧.",
    "deployment.idiom": "⟦Three brigades were called up⟧.",
    "damage.idiom": "⟦Two tanks took hits⟧.",
    "control.presence": "⟦Gunmen are in the town⟧.",
    "detention.active": "Police ⟦arrested 11 men⟧ in Lima.",
    "detention.passive": "⟦Six nurses were kidnapped⟧ in Jos.",
    "detention.reduced": "⟦Two pilots captured⟧ last month spoke on television.",
    "detention.subject": "⟦Forty rebels surrendered⟧ at the border.",
    "detention.phrase": "⟦Eight students were taken hostage⟧.",
    "detention.split": "Gunmen ⟦took six nurses hostage⟧.",
    "detention.noun": "Police reported ⟦twelve arrests⟧.",
    "displacement.active": "Shelling ⟦displaced 3,000 people⟧.",
    "displacement.passive": "⟦Some 400 families were evacuated⟧ from Bakhmut.",
    "displacement.reduced": "⟦Some 900 villagers uprooted⟧ by the raids sleep in schools.",
    "displacement.subject": "⟦Dozens of families fled⟧ the village.",
    "displacement.phrase": "⟦Some 2,000 people left their homes⟧.",
    "displacement.split": "The raid ⟦forced 300 residents from their⟧ homes.",
    "displacement.presence": "⟦The city has emptied⟧.",
    "displacement.noun": "UNHCR revised ⟦the number of people who fled Uvira to 9,000⟧.",
    "deployment.active": "Kenya ⟦sent 400 police officers⟧ to Haiti.",
    "deployment.passive": "⟦Some 300 troops were deployed⟧ to the port.",
    "deployment.reduced": "⟦Two policemen dispatched⟧ to the market found it empty.",
    "deployment.subject": "⟦Fifty peacekeepers landed⟧ at the airport.",
    "deployment.phrase": "⟦Two battalions were on their way⟧ to the front.",
    "deployment.split": "Italy ⟦brought 90 soldiers home⟧.",
    "deployment.noun": "⟦The number of soldiers sent to Goma was raised to 2,000⟧.",
    "damage.active": "Shelling ⟦destroyed 11 houses⟧.",
    "damage.passive": "⟦Three bridges were damaged⟧ in the strikes.",
    "damage.reduced": "⟦Forty homes burned⟧ by the raiders stand empty.",
    "damage.phrase": "⟦Two warehouses went up in flames⟧.",
    "damage.hulk": "A video shows ⟦three burnt-out minibuses⟧.",
    "damage.noun": "⟦The count of flats damaged in the raid has grown to 74⟧.",
    "damage.split": "The strike ⟦left two schools in ruins⟧.",
    "damage.tally": "Up to 310 servicemen, ⟦four tanks⟧ and a howitzer were destroyed.",
}


def family_of(rule: str) -> str:
    """The family of a mention's rule.

    >>> family_of("casualties.passive.kill")
    'casualties.passive'
    """
    return ".".join(rule.split(".")[:2])
