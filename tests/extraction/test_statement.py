"""What a card says after “Claim: ”."""

from __future__ import annotations

import itertools

import pytest

from bot.claims.model import (
    Action,
    AttackType,
    Attribution,
    ControlAction,
    Effect,
    Kind,
    Mention,
    Place,
)
from bot.claims.plain_words.predicates import DOINGS, EFFECTS
from bot.claims.statement import statement
from tests.extraction.saying import HELMAND, MESBAHI, UBARI, attack, casualties, control, counted

KILLED, INJURED, MISSING = Effect.KILLED, Effect.INJURED, Effect.MISSING
SEIZED, RETOOK, LOST, WITHDREW = (
    ControlAction.SEIZED,
    ControlAction.RETOOK,
    ControlAction.LOST,
    ControlAction.WITHDREW,
)
SURROUNDED, ENTERED, CONTESTED = ControlAction.SURROUNDED, ControlAction.ENTERED, ControlAction.CONTESTED
HOLDS, REPELLED = ControlAction.HOLDS, ControlAction.REPELLED

FIGURES = (
    (casualties(KILLED, 9, "soldiers"), "9 soldiers were killed in Ubari."),
    (casualties(KILLED, 1, "soldier"), "One soldier was killed in Ubari."),
    (casualties(KILLED, 1, "soldiers"), "One soldier was killed in Ubari."),
    (casualties(KILLED, 1, "a policeman"), "A policeman was killed in Ubari."),
    (casualties(KILLED, 1, "An 8-year-old girl"), "An 8-year-old girl was killed in Ubari."),
    (casualties(KILLED, 1, "The Jesuits"), "One of the Jesuits was killed in Ubari."),
    (casualties(INJURED, 1, "Rasuli’s son"), "Rasuli’s son was injured in Ubari."),
    (counted(Action.DAMAGED, 1, "property"), "Property was damaged in Ubari."),
    (casualties(KILLED, 1, "Irma de Puentes"), "Irma de Puentes was killed in Ubari."),
    (casualties(KILLED, 1, "the pilot"), "The pilot was killed in Ubari."),
    (casualties(KILLED, 1, "the kidnappers"), "One of the kidnappers was killed in Ubari."),
    (casualties(KILLED, 2, "the kidnappers"), "2 of the kidnappers were killed in Ubari."),
    (casualties(KILLED, 2, "a mother"), "A mother and one other person were killed in Ubari."),
    (casualties(INJURED, (10, None, "at least"), "civilians"), "10 or more civilians were injured in Ubari."),
    (casualties(INJURED, (10, None), "civilian"), "10 or more civilians were injured in Ubari."),
    (casualties(KILLED, (1, None, "at least")), "One or more people were killed in Ubari."),
    (casualties(KILLED, (20, None, "more than")), "More than 20 people were killed in Ubari."),
    (casualties(KILLED, (20, None, "no fewer than")), "20 or more people were killed in Ubari."),
    (casualties(MISSING, (None, 8, "up to"), "residents"), "Up to 8 residents were missing in Ubari."),
    (casualties(MISSING, (None, 8, "no more than")), "Up to 8 people were missing in Ubari."),
    (casualties(KILLED, (None, 10, "fewer than")), "Fewer than 10 people were killed in Ubari."),
    (casualties(KILLED, (5, 8, "between")), "5 to 8 people were killed in Ubari."),
    (casualties(KILLED, (30, 30, "some")), "About 30 people were killed in Ubari."),
    (casualties(KILLED, (40, 40, "nearly")), "Nearly 40 people were killed in Ubari."),
    (casualties(KILLED, (40, 40, "just under")), "Nearly 40 people were killed in Ubari."),
    (casualties(KILLED, (3, None, "several"), "guards"), "Several guards (3 or more) were killed in Ubari."),
    (casualties(KILLED, (3, None, "A handful of"), "men"), "A handful of men (3 or more) were killed in Ubari."),
    (counted(Action.FLED, (24, None, "dozens of"), "families"), "Dozens of families (24 or more) fled from Ubari."),
    (counted(Action.FLED, (200, None, "Hundreds")), "Hundreds of people (200 or more) fled from Ubari."),
    (
        counted(Action.FLED, (20_000, None, "tens of thousands")),
        "Tens of thousands of people (20,000 or more) fled from Ubari.",
    ),
    (casualties(KILLED, None, "villagers"), "Villagers were killed in Ubari."),
    (casualties(KILLED), "People were killed in Ubari."),
    (casualties(KILLED, (None, None, "many"), "many miners"), "Many miners were killed in Ubari."),
    (
        casualties(KILLED, (None, None, "an unknown number of"), "miners"),
        "An unknown number of miners were killed in Ubari.",
    ),
    (casualties(KILLED, 0), "No one was killed in Ubari."),
    (casualties(None, 0), "No one was killed or injured in Ubari."),
    (casualties(INJURED, 0, "injuries"), "No one was injured in Ubari."),
    (casualties(KILLED, 0, "soldiers"), "No soldier was killed in Ubari."),
    (casualties(KILLED, 0, "troops"), "No troops were killed in Ubari."),
    (casualties(None, (9, None)), "9 or more people were killed or injured in Ubari."),
    (casualties(KILLED, 1200), "1,200 people were killed in Ubari."),
)  # fmt: skip
VICTIMS = (
    (casualties(KILLED, 9, "dead"), "9 people were killed in Ubari."),
    (casualties(KILLED, 17, "bodies"), "17 people were killed in Ubari."),
    (casualties(KILLED, 2, "them"), "2 people were killed in Ubari."),
    (casualties(KILLED, 2, "of them"), "2 people were killed in Ubari."),
    (casualties(INJURED, 4, "others"), "4 people were injured in Ubari."),
    (casualties(INJURED, 4, "wounded people"), "4 people were injured in Ubari."),
    (casualties(KILLED, (2, None), "civilians dead"), "2 or more civilians were killed in Ubari."),
    (casualties(KILLED, 3, "martyrs"), "3 people were killed in Ubari."),
    (casualties(INJURED, 6, "persons"), "6 people were injured in Ubari."),
    (casualties(KILLED, 1, "persons"), "One person was killed in Ubari."),
    (casualties(KILLED, 1, "He"), "One person was killed in Ubari."),
    (casualties(KILLED, 3, "policemen"), "3 policemen were killed in Ubari."),
    (casualties(KILLED, 1, "families"), "One family was killed in Ubari."),
    (casualties(KILLED, 4, "households"), "4 households were killed in Ubari."),
    (casualties(KILLED, 4, "Hazaras"), "4 Hazaras were killed in Ubari."),
    (casualties(KILLED, 1, "Ahmad Khan"), "Ahmad Khan was killed in Ubari."),
    (casualties(KILLED, 1, "Nidal al-Masri"), "Nidal al-Masri was killed in Ubari."),
    (casualties(KILLED, 1, "former minister Ahmad Khan"), "Former minister Ahmad Khan was killed in Ubari."),
    (casualties(KILLED, 2, "Ahmad Khan and Omid Rasuli"), "Ahmad Khan and Omid Rasuli were killed in Ubari."),
    (casualties(KILLED, 2, "Ahmad Khan"), "Ahmad Khan and one other person were killed in Ubari."),
    (casualties(KILLED, 4, "Ahmad Khan"), "Ahmad Khan and 3 others were killed in Ubari."),
    (casualties(KILLED, 14, "Taliban"), "14 Taliban were killed in Ubari."),
    (casualties(KILLED, 14, "Taliban fighters"), "14 Taliban fighters were killed in Ubari."),
    (casualties(KILLED, None, "the guards"), "The guards were killed in Ubari."),
    (casualties(KILLED, (3000, None, "over"), "people nationwide"), "More than 3,000 people nationwide were killed."),
    (
        casualties(MISSING, 5, "our soldiers", by=MESBAHI),
        "5 soldiers on the side of Khaled Mesbahi were missing in Ubari.",
    ),
    (casualties(MISSING, 5, "our soldiers"), "5 soldiers on the speaker’s side were missing in Ubari."),
    (
        casualties(KILLED, 1, "our officers", by=Attribution("He", None, "brigade")),
        "One officer on the side of the brigade was killed in Ubari.",
    ),
    (
        counted(Action.FLED, 11, "my neighbours", by=Attribution("Salma Ashour")),
        "11 neighbours of Salma Ashour fled from Ubari.",
    ),
    (counted(Action.FLED, None, "They"), "People fled from Ubari."),
    (casualties(KILLED, None, "We", by=MESBAHI), "People were killed in Ubari."),
    (casualties(KILLED, 2, "his bodyguards"), "2 bodyguards were killed in Ubari."),
)  # fmt: skip
DENIALS = (
    (casualties(KILLED, None, "any civilians", denied=True), "No civilian was killed in Ubari."),
    (casualties(KILLED, 1, "any commander", denied=True), "No commander was killed in Ubari."),
    (casualties(KILLED, None, None, denied=True), "No one was killed in Ubari."),
    (casualties(None, None, None, denied=True), "No one was killed or injured in Ubari."),
    (casualties(KILLED, 9, "soldiers", denied=True), "It is not true that 9 soldiers were killed in Ubari."),
    (casualties(KILLED, 0, None, denied=True), "It is not true that no one was killed in Ubari."),
    (casualties(KILLED, 1, "Ahmad Khan", denied=True), "Ahmad Khan was not killed in Ubari."),
    (casualties(KILLED, None, "the hostages", denied=True), "The hostages were not killed in Ubari."),
    (counted(Action.CAPTURED, None, "any troops", denied=True), "No troops were captured in Ubari."),
    (counted(Action.CAPTURED, 1, "its commander", denied=True), "No commander was captured in Ubari."),
    (counted(Action.FLED, None, None, denied=True), "No one fled from Ubari."),
    (counted(Action.DAMAGED, 1, "the bridge", denied=True), "The bridge was not damaged in Ubari."),
    (control(None, SEIZED, "the town", denied=True), "The town of Ubari was not seized."),
    (control("the army", WITHDREW, "Ubari", denied=True), "The army did not withdraw from Ubari."),
    (control("The brigade", ENTERED, "the airport", denied=True), "The brigade did not enter the airport in Ubari."),
    (control(None, ENTERED, "the airport", denied=True), "No forces entered the airport in Ubari."),
    (control(None, CONTESTED, "the airport", denied=True), "Control of the airport in Ubari was not contested."),
    (attack(AttackType.AIR_STRIKE, denied=True), "There was no air strike in Ubari."),
    (attack(AttackType.AIR_STRIKE, None, "a clinic", denied=True), "There was no air strike on a clinic in Ubari."),
    (attack(AttackType.SHELLING, "the army", "the market", denied=True), "The army did not shell the market in Ubari."),
    (
        attack(AttackType.AIR_STRIKE, "The army", "a clinic", denied=True),
        "The army did not carry out an air strike on a clinic in Ubari.",
    ),
    (attack(AttackType.CLASH, denied=True), "There was no fighting in Ubari."),
)  # fmt: skip
ACTIONS = (
    (counted(Action.FLED, 300, "people"), "300 people fled from Ubari."),
    (counted(Action.FLED, 300, "people", quote="300 people fled to Ubari"), "300 people fled to Ubari."),
    (counted(Action.FLED, 60, "families", quote="60 families had arrived"), "60 families fled to Ubari."),
    (counted(Action.EVACUATED, 300, "patients"), "300 patients were evacuated from Ubari."),
    (counted(Action.FORCED_OUT, 300), "300 people were displaced in Ubari."),
    (counted(Action.RETURNED, 300, "families"), "300 families returned to Ubari."),
    (counted(Action.CAPTURED, 3, "officers prisoner"), "3 officers were captured in Ubari."),
    (counted(Action.ARRESTED, 3), "3 people were arrested in Ubari."),
    (counted(Action.SURRENDERED, None, "some officers"), "Officers surrendered in Ubari."),
    (counted(Action.FREED, 22, "captured soldiers"), "22 captured soldiers were freed in Ubari."),
    (counted(Action.ESCAPED, 10, "prisoners"), "10 prisoners escaped in Ubari."),
    (counted(Action.ABDUCTED, 1, "a nurse"), "A nurse was abducted in Ubari."),
    (counted(Action.SENT, 200, "soldiers"), "200 soldiers were sent to Ubari."),
    (counted(Action.SENT, 200), "200 personnel were sent to Ubari."),
    (counted(Action.SENT, None, "Reinforcements"), "Reinforcements were sent to Ubari."),
    (counted(Action.SENT), "Forces were sent to Ubari."),
    (counted(Action.WITHDRAWN, 200, "soldiers"), "200 soldiers were withdrawn from Ubari."),
    (counted(Action.DESTROYED, 6, "houses"), "6 houses were destroyed in Ubari."),
    (counted(Action.DESTROYED), "Property was destroyed in Ubari."),
    (counted(Action.DAMAGED, 1, "a power station"), "A power station was damaged in Ubari."),
    (counted(Action.DAMAGED, None, "infrastructure"), "Infrastructure was damaged in Ubari."),
)
CONTROL = (
    (
        control("Taliban fighters", SEIZED, "the police headquarters"),
        "Taliban fighters seized the police headquarters in Ubari.",
    ),
    (control("Taliban fighters", SEIZED, "the town"), "Taliban fighters seized the town of Ubari."),
    (control("Taliban fighters", SEIZED, "the town", HELMAND), "Taliban fighters seized the town in Helmand."),
    (control("Taliban fighters", SEIZED, "Ubari"), "Taliban fighters seized Ubari."),
    (control("The army", RETOOK, "the hill"), "The army retook the hill in Ubari."),
    (control("officials", LOST, "two districts", HELMAND), "Officials lost two districts of Helmand."),
    (control("The army", WITHDREW, "Ubari"), "The army withdrew from Ubari."),
    (control("The army", WITHDREW), "The army withdrew from Ubari."),
    (control(None, WITHDREW), "Forces withdrew from Ubari."),
    (control("The RSF", SURROUNDED, "Ubari"), "The RSF surrounded Ubari."),
    (control(None, SURROUNDED, "the town"), "The town of Ubari was surrounded."),
    (control("Forces", ENTERED, "the northern outskirts"), "Forces entered the northern outskirts of Ubari."),
    (control(None, CONTESTED, "Ubari"), "Control of Ubari was contested."),
    (control("Rebels", CONTESTED, "the road"), "Rebels fought for control of the road in Ubari."),
    (control("The army", HOLDS, "the base"), "The army held the base in Ubari."),
    (control(None, HOLDS, "all districts"), "All districts of Ubari were held."),
    (control("rebel", HOLDS, "the base"), "Rebel forces held the base in Ubari."),
    (control("government", HOLDS, "the base"), "Government forces held the base in Ubari."),
    (control("Ukrainian", HOLDS, "the base"), "Ukrainian forces held the base in Ubari."),
    (control("army", HOLDS, "the base"), "The army held the base in Ubari."),
    (control("our", HOLDS, "the base", by=MESBAHI), "The side of Khaled Mesbahi held the base in Ubari."),
    (control("The army", REPELLED, "the attackers"), "The army drove back the attackers in Ubari."),
    (control("The army", REPELLED, "an assault"), "The army repelled an assault in Ubari."),
    (control("The army", REPELLED, "the enemy"), "The army drove back “the enemy” in Ubari."),
    (control(None, REPELLED), "An attack was driven back in Ubari."),
    (control("our forces", HOLDS, "Ubari", by=MESBAHI), "Forces on the side of Khaled Mesbahi held Ubari."),
    (control("We", SEIZED, "Ubari", by=MESBAHI), "The side of Khaled Mesbahi seized Ubari."),
    (control("We", SEIZED, "Ubari"), "The speaker’s side seized Ubari."),
    (control("they", SEIZED, "Ubari", by=MESBAHI), "Ubari was seized."),
    (control("its forces", SEIZED, "the village"), "Forces seized the village of Ubari."),
    (control("The guards last night", SEIZED, "the bridge early yesterday"), "The guards seized the bridge in Ubari."),
    (control("Wednesday", SEIZED, "the bridge"), "The bridge in Ubari was seized."),
    (control("they", SEIZED, "it", None), "Ground was seized."),
    (control("The army", SEIZED), "The army seized ground in Ubari."),
    (control("Insurgents", SEIZED, "their base"), "Insurgents seized a base in Ubari."),
    (control("Insurgents", SEIZED, "a base", None), "Insurgents seized a base."),
)  # fmt: skip
ATTACKS = (
    (attack(AttackType.CLASH), "Fighting took place in Ubari."),
    (attack(AttackType.CLASH, "troops"), "Troops fought in Ubari."),
    (attack(AttackType.CLASH, "troops", "rebels"), "Troops fought rebels in Ubari."),
    (
        attack(AttackType.CLASH, "Our forces", "them", by=MESBAHI),
        "Forces on the side of Khaled Mesbahi fought in Ubari.",
    ),
    (attack(AttackType.ASSAULT, "Rebels", "a checkpoint"), "Rebels attacked a checkpoint in Ubari."),
    (attack(AttackType.ASSAULT, "Rebels"), "Rebels carried out an attack in Ubari."),
    (attack(AttackType.ASSAULT, None, "We", by=MESBAHI), "The side of Khaled Mesbahi was attacked in Ubari."),
    (
        attack(AttackType.AIR_STRIKE, "Air strikes", "a convoy", quote="Air strikes hit a convoy near Ubari"),
        "Air strikes hit a convoy near Ubari.",
    ),
    (attack(AttackType.AIR_STRIKE, "warplanes", "a convoy"), "Warplanes bombed a convoy in Ubari."),
    (attack(AttackType.AIR_STRIKE, "air"), "An air strike took place in Ubari."),
    (attack(AttackType.AIR_STRIKE, None, "clinics"), "Clinics were hit by an air strike in Ubari."),
    (attack(AttackType.AIR_STRIKE, "The army", "a clinic"), "The army carried out an air strike on a clinic in Ubari."),
    (attack(AttackType.SHELLING, "Russian"), "Russian shelling took place in Ubari."),
    (attack(AttackType.ASSAULT, "Israeli", "a camp"), "An Israeli attack on a camp took place in Ubari."),
    (attack(AttackType.SHELLING, "artillery fire", "a market"), "Artillery fire hit a market in Ubari."),
    (attack(AttackType.SHELLING, "artillery fire"), "There was artillery fire in Ubari."),
    (attack(AttackType.MISSILE_STRIKE, "Missiles", "Ubari"), "Missiles hit Ubari."),
    (attack(AttackType.BOMBING, "A car bomb"), "A car bomb went off in Ubari."),
    (attack(AttackType.BOMBING, "A suicide bomber", "a checkpoint"), "A suicide bomber bombed a checkpoint in Ubari."),
    (attack(AttackType.AMBUSH, "Gunmen", "a convoy"), "Gunmen ambushed a convoy in Ubari."),
    (attack(AttackType.AMBUSH, None, "two patrols"), "Two patrols were ambushed in Ubari."),
    (attack(AttackType.MASSACRE, None, "villagers"), "Villagers were massacred in Ubari."),
    (attack(AttackType.CLASH, "Sunday"), "Fighting took place in Ubari."),
    (attack(AttackType.RAID), "A raid took place in Ubari."),
    (attack(AttackType.ASSAULT, None, "the United States", None), "The United States was attacked."),
)  # fmt: skip
PLACES = (
    ("United States", "in the United States"),
    ("Kherson region", "in the Kherson region"),
    ("Jalalabad highway", "on the Jalalabad highway"),
    ("Nasser Hospital", "at Nasser Hospital"),
    ("the Gaza Strip", "in the Gaza Strip"),
    ("northern Balkh", "in northern Balkh"),
)


@pytest.mark.parametrize(
    ("mention", "said"), [*FIGURES, *VICTIMS, *DENIALS, *ACTIONS, *CONTROL, *ATTACKS], ids=str
)  # fmt: skip
def test_a_claim_is_said_in_plain_english(mention: Mention, said: str) -> None:
    assert statement(mention) == said


@pytest.mark.parametrize(("name", "said"), PLACES)
def test_a_place_has_the_words_it_wants(name: str, said: str) -> None:
    assert statement(casualties(KILLED, 2, None, Place(name))) == f"2 people were killed {said}."


def test_without_a_place_nothing_is_said_of_one() -> None:
    assert statement(casualties(KILLED, 2, "guards", None)) == "2 guards were killed."


HOSTILE = (
    "",
    " ",
    "\x00\u202e\u200b",
    "a\nb\tc",
    "x" * 10_000,
    "word " * 5_000,
    "🙂",
    "((((",
    "“",
    "the",
    "our",
    "and",
    "{0}%s<b>",
    "‘s",
    "of of of",
    "\ud800",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_make_a_short_harmless_sentence(words: str) -> None:
    by = Attribution(words, words, words)
    place = Place(words)
    hostile = [
        casualties(KILLED, 3, words, place, by=by),
        counted(Action.FLED, (3, None, words), words, place, denied=True, by=by),
        control(words, SEIZED, words, place, by=by),
        control("we", HOLDS, None, place, by=by),
        attack(AttackType.AIR_STRIKE, words, words, place, by=by),
    ]
    for mention in hostile:
        said = statement(mention)
        assert len(said) < 500
        assert said.isprintable()
        assert said.endswith(".")


FEW = (None, 0, 1, 2)


def test_every_kind_every_action_and_every_form_is_a_sentence() -> None:
    fields = itertools.product(
        (None, "rebels", "they", "we"), (None, "the town", "it", "Ubari"), (UBARI, None), (False, True)
    )
    for who, what, place, denied in fields:
        said = [
            *(statement(control(who, action, what, place, denied=denied)) for action in ControlAction),
            *(statement(attack(form, who, what, place, denied=denied)) for form in AttackType),
            *(statement(counted(action, one, what, place, denied=denied)) for action in DOINGS for one in FEW),
            *(statement(casualties(effect, one, who, place, denied=denied)) for effect in EFFECTS for one in FEW),
        ]
        for one in said:
            assert one[0] == one[0].upper() and one.endswith(".") and "  " not in one and "None" not in one
            assert one.count("Ubari") <= 1


def test_a_mention_without_particulars_says_only_that() -> None:
    assert statement(Mention(Kind.ATTACK, "x", 0, 1, "r")) == "Something happened."
