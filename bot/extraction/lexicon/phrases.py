"""Phrases: what several words report together, by kind, label and whose number counts.

A slot `~` stands before or behind where the group counted is: “left ~ dead” acts on it, “~ lost their lives” is
done by it.
Verbs in phrases are given in the forms that report the past or the present.
"""

from __future__ import annotations

# (kind, label, role) -> phrases; role "object": the group may stand behind the phrase, or before it in the passive;
# role "subject": the group stands before.
_TAKEN = "taken|rushed|brought|transferred|admitted|airlifted|evacuated|sent|carried|ferried|flown|transported|moved"
_LIMBS = "leg legs arm arms foot feet hand hands shoulder thigh chest stomach abdomen back knee neck face hip groin"
PHRASES: dict[tuple[str, str, str], str] = {
    ("casualties", "killed", "subject"): """
        fell in battle|fell in combat|fell in action|fell in the fighting|fell in the line of duty|fallen in battle|fallen in combat|
        lost their lives|lost his life|lost her life|lost their life|losing their lives|lose their lives|shot
        dead|gunned down|starved to death|stoned to death|trampled to death|clubbed to death|bludgeoned to death|
        put to death|stabbed to death|beaten to death|burned to death|burnt to death|hacked to death|crushed to
        death|burned alive|
        burnt alive|bled to death|found dead|dead|killed in action|blown up|cut down|mown down|were no more|gave
        their lives|
        pronounced dead|declared dead|confirmed dead|laid to rest|lying dead|dead on arrival|shot to death|tortured
        to death|
        laid down their lives|laid down his life|laid down her life|gave his life|gave her life|paid the supreme price|paid with their lives|paid the ultimate price|ascended as martyrs|
        hanged|died of their wounds|lost her life|attained martyrdom|achieved martyrdom|among the dead|among those
        killed|among the victims|among the fatalities|deceased|slain|fatally wounded|fatally injured|fatally shot|mortally wounded|lie dead|lay dead|breathed their last|
        did not live to see|did not survive|didn't survive|bit the dust|sent to hell|passed into immortality|made the
        ultimate sacrifice|met their deaths|met their death|met his death|met her death|found their deaths|found his death|found
        her death|died a hero's death|found martyrdom|
        rendered ineffective|rendered harmless|gave their blood|embraced martyrdom|embraced shahadat|reached martyrdom|had their throats
        cut|had their throats slit|had his throat cut|had her throat cut|found with their throats cut|found with their throats
        slit|found with throats slit|found with throats cut|beyond help|came home in coffins|sent home in coffins|
        riddled with bullets|riddled by bullets|fell as
        martyrs|martyred""",
    ("casualties", "killed", "object"): """
        shot dead|gunned down|claimed the lives of|claimed the life of|took the lives of|took the life of|claiming
        the lives of|
        claiming the life of|cost the lives of|cost the life of|taking the lives of|taking the life of|costing the
        lives of|put to death|stabbed to death|shot and killed|
        beat to death|hacked to death|mowed down|cut down|found the bodies of|recovered the bodies of|found the
        remains of|
        retrieved the bodies of|pulled the bodies of|the deaths of|the death of|the killing of|the killings of|the
        loss of|resulted in the death of|
        shooting dead|gunning down|wiped out|took out|inflicted the death of|shot to death|stabbed to death|beaten to death|tortured to death|
        death came to|gave the last rites to|last rites to|picked off|picking off|blew up|shoots dead|finished off|caused
        the death of|
        caused the deaths of|mourned|sent to their deaths|the bodies of|the body of|bodies of|dead bodies of|dead body of|lifeless body of|
        bullet-riddled body of|bullet-riddled bodies of|decomposed body of|decomposed bodies of|charred body of|charred bodies of|mutilated body of|mutilated
        bodies of|headless body of|the remains of|the
        corpses of|the murder of|
        murder of|assassination of|massacre of|killing of|slaying of|the murders of|the assassinations of|the slaying of|the slayings of|the slaughter of|the lynching of|
        the beheading of|murderers of|killers of|assassins of|the assassination of|the execution of|the massacre of|the martyrdom of|deaths of|death of|lives of""",
    ("casualties", "injured", "object"): """
        the injury of|injury to|injuries to|the wounding of|wounds to|serious injuries to|minor injuries to""",
    ("casualties", "injured", "subject"): """
        among the wounded|among the injured|among those wounded|in hospital|in critical condition|in serious
        condition|in intensive care|in a critical condition|in a serious condition|
        sustained injuries|sustained wounds|suffered injuries|suffered wounds|suffering injuries|suffering
        wounds|received injuries|
        received wounds|suffered burns|suffered shrapnel wounds|suffered gunshot wounds|sustained
        burns|hospitalised|hospitalized|fighting for their lives|
        being cared for|cared for in|recovering in|needed treatment|needed medical treatment|required treatment|required hospital treatment|required medical
        treatment|treated for wounds|
        treated for injuries|treated for shrapnel wounds|treated for burns|treated for gunshot wounds|being
        treated|undergoing treatment|treated in hospital|
        treated at|treated in|treated for|receiving treatment|received treatment|hurt|sought treatment|lost a
        leg|lost limbs|bear wounds|took a bullet|took a bullet in|took shrapnel|stopped a bullet|grazed by|bears wounds|bore wounds|lost an eye|lost his eye|lost her eye|lost both legs|lost both
        eyes|lost both arms|lost an arm|lost his leg|lost her leg|lost his arm|lost her arm|lost a hand|lost a foot|lost his
        sight|lost her sight|on the ward|on the wards|in a stable condition|in stable condition|fighting for his life|fighting for her life|
        hit by a stray bullet|hit by stray bullets|hit by a bullet|hit by bullets|hit by shrapnel|
        hit by splinters|hit by gunfire|hit by sniper fire|hit by shell fragments|hit by flying glass|
        hit by flying debris|struck by a stray bullet|struck by stray bullets|struck by a bullet|struck by bullets|
        struck by shrapnel|struck by splinters|struck by gunfire|struck by sniper fire|struck by shell fragments|
        struck by flying glass|struck by flying debris|
        medically evacuated|medevaced|casevaced|evacuated by helicopter|evacuated for treatment|wounded in action|suffered minor injuries|sustained minor injuries|suffered serious injuries|suffered light
        injuries|badly burned|
        badly burnt|sustained serious injuries|sustained non-life-threatening injuries|suffered non-life-threatening
        injuries|need surgery|needed surgery""",
    ("casualties", "missing", "subject"): """
        missing|among the missing|not been heard of|unaccounted for|still missing|went missing|gone missing|go missing|reported missing|trapped|buried
        under the rubble|
        trapped under|buried under|under the rubble|beneath the rubble|buried beneath|under rubble|under debris|not
        been found|not been heard from|not been located|not been traced|not seen since|not been seen since|never seen again|not heard of since|not heard from since|
        yet to be found|still being searched for|not been accounted for|under the debris""",
    (
        "casualties",
        "",
        "subject",
    ): """harmed|out of action|put out of action|killed or wounded|killed or injured|killed and wounded|killed and injured|
        wounded or killed|dead or missing|dead or wounded|dead or injured|dead and wounded|killed or missing""",
    (
        "casualties",
        "",
        "object",
    ): """killed or wounded|killed or injured|killed and wounded|killed and injured|killing or wounding|
        killing and wounding|killing or injuring|killing and injuring|put out of action|killed or captured""",
    ("displacement", "fled", "subject"): """
        left their homes|left their houses|left their villages|left the city|left the town|left the village|left the
        area|leaving their homes|
        left home|abandoned their homes|abandoned their villages|abandoning their homes|abandoning their
        villages|ran away|ran for their lives|
        sought refuge|sought shelter|seeking refuge|took refuge|taken refuge|taking refuge|taken shelter|took
        shelter|taking shelter|crossed into|
        crossed the border|crossing into|crossing the border|crossed the river|crossed over|poured into|pouring
        into|streamed into|streaming into|
        cross into|made their way|left on foot|left for|on the move|escaped to|on the run|packed up and left|turned up at|turned up in|reached
        the camp|have arrived|arrived in|arrived at|
        had arrived|arriving in|arriving at|have crossed|had crossed|has crossed|moved to safer areas|moved to safety|camped out|sheltering in|sheltering
        at|living in the open|sleeping in the open|sleeping rough|sleeping in schools|living in tents|living under trees|
        sleeping under|camping in|camped in|camped on|living in schools|now living in|scattered into|run away|walked out of|trudged|sheltered in|slept in the open|
        emptied out|got out of|get out of|walking out|streaming out|pouring out|heading out|came ashore|washed ashore|packed up and|escaped by boat|crossed by boat|became refugees|spent the night in|found refuge|trekked|were on the road|moved out|gone into
        hiding|registered as displaced|
        registered at|set out for|walked to|sought safety|driven away by|poured across|streamed across|poured over the|streamed over the|spilled over the|spilled into|
        homeless|without homes|no longer at home|rendered homeless|left homeless|made homeless""",
    (
        "displacement",
        "evacuated",
        "object",
    ): """moved to safety|transferred to safety|transferred to safer|moved to safer|taken to safer|relocated to safer|moved out|taken out|brought out|led out|shipped out|flown out|taken to safety|brought to safety|ferried to safety|bused out|bussed out|
        moved out of|led to safety|escorted out of|pulled out of the city""",
    (
        "displacement",
        "fled",
        "object",
    ): """the arrival of|arrival of|the influx of|influx of|the exodus of|exodus of|the flight of""",
    ("displacement", "forced_out", "object"): """the displacement of|
        forced from their homes|driven from their homes|forced to flee|forced to leave|driven out of their
        homes|chased from their homes|
        forced out of their homes|forced from|driven from|forced out of|thrown out of|chased out of|ordered out
        of|turned out of|uprooted from|
        driven out of|driven out|herded out of|herded from|marched out of|burnt out of|burned out of|bombed out of|turfed out of|compelled to flee|displaced from|made to leave|forced out|obliged to leave|forced to abandon""",
    (
        "displacement",
        "returned",
        "subject",
    ): """returned home|returned to their homes|returned to their villages|come home|came home|gone home|
        went home|gone back|went back|come back|came back|gone back to|went back to|returned to|returning home|returning to|come back to|came back to|moved
        back|
        returned from|go home|made their way back|have returned|had returned|began returning""",
    (
        "detention",
        "captured",
        "object",
    ): """taken prisoner|took prisoner|taken captive|took captive|taking prisoner|taking captive|takes prisoner|
        taken as prisoners|captured alive|made prisoner|the capture of|capture of""",
    (
        "detention",
        "arrested",
        "object",
    ): """taken into custody|took into custody|taking into custody|rounded up|rounding up|placed under arrest|
        put under arrest|took away|hauled away|picked up|caught again|caught by police|caught trying|caught fleeing|held for questioning|locked up|in custody|being
        held|remanded in custody|under arrest|
        taken in for questioning|placed in detention|the arrest of|the arrests of|the detention of""",
    (
        "detention",
        "abducted",
        "object",
    ): """taken hostage|took hostage|taking hostage|taken away|carried off|led away|held hostage|
        dragged away|marched off|seized as hostages|taken as hostages|the kidnapping of|the abduction of|takes
        hostage|spirited away|bundled into|hauled off|dragged off|held captive|got away with|made off with|rode off with|drove off with|disappeared with""",
    (
        "detention",
        "freed",
        "object",
    ): """set free|let go|handed over|sent home|handed back|swapped|exchanged|allowed to go|setting free|
        turned loose|the release of|the freeing of|the liberation of|released from|returned to their families|walked
        free""",
    (
        "detention",
        "surrendered",
        "subject",
    ): """laid down their arms|laid down their weapons|laid down arms|laying down their arms|
        handed themselves in|hand themselves in|handing themselves in|gave themselves up|given themselves up|giving themselves up|turned themselves in|handed in their weapons|put
        down their weapons|
        lay down their arms|handed themselves over|given up|switched sides|put down their arms|handed over their
        weapons|changed sides|turned himself in|gave himself up""",
    (
        "detention",
        "escaped",
        "subject",
    ): """broke out|broken out|escaped from|fled from prison|fled the prison|fled from jail|got away|
        dug their way out|tunnelled out|tunneled out|broke free|broke jail|fled custody|slipped away|slipped through the|slipped past|shot their way out|walked out of prison|broke out of""",
    (
        "deployment",
        "sent",
        "object",
    ): """ordered to|moved into|brought in|called in|drafted in|sent in|flown in|bused in|bussed in|
        brought into|sent into|flown into|brought to|flown to|bussed to|bused to|trucked to|shifted to|moved from|
        the deployment of|the arrival of|posted to|ordered into|moved up|moved to|shipped
        to|posted|committed|brought up|trucked in|
        sent out|deploying|assigned to|parachuted into|the dispatch of""",
    (
        "deployment",
        "sent",
        "subject",
    ): """took up positions|taken up positions|taking up positions|disembarked|touched down|marched into|rolled into|
        fanned out|reported for duty|began patrolling|joined the|flew in|took up posts|began patrols|reached
        the|patrolling|
        on patrol|set out for|moved in|came ashore|on their way|en route|have arrived|had arrived|arrived in|arrived
        at|lined the streets""",
    (
        "deployment",
        "withdrawn",
        "object",
    ): """brought home|pulled out|flown home|pulling out|called back|the withdrawal of|sent home|pulled back|
        the departure of|the pullout of|shipped home|taken off|ordered home|stood down|rotated out""",
    (
        "deployment",
        "withdrawn",
        "subject",
    ): """came home|returned home|flew home|gone home|left the country|left for home|sailed home|went home""",
    (
        "damage",
        "destroyed",
        "object",
    ): """burned down|burnt down|burning down|set on fire|set fire to|set ablaze|setting fire to|setting ablaze|
        blown up|blew up|blowing up|knocked out|reduced to rubble|reduced to ruins|reduced to ashes|set alight|torn
        down|wiped out|
        destroyed by fire|put out of action|put out of service|razed to the ground|burned to the ground|burnt to the
        ground|burnt out|burned out|
        caught fire|on fire|in flames|in ruins|went up in flames|gone up in flames|turned to rubble|took out|taken
        out|knocking out|laid waste to|
        the destruction of|in rubble|bulldozed|levelled to the ground|swept away|written off|shot down|brought
        down|downed|sunk|collapsed|lay in ruins|
        up in smoke|beyond repair|the loss of|scuttled|setting alight|setting light to|set light to|put to the torch|
        putting to the torch|put out of use|rendered unusable|made unusable|out of use|burnt
        out|lies in ruins|burnt to a shell|turned to ash|reduced to ash""",
    (
        "damage",
        "damaged",
        "object",
    ): """blown out|knocked down|blew out|partially destroyed|partly destroyed|damage to|without power|cut off|
        took a direct hit|suffered damage|sustained damage|out of service|blew the roof off|punched a hole in|
        blown in|out of order|ripped off|peppered with|pockmarked by|left without|sustained minor damage|sustained
        heavy damage|
        suffered heavy damage|hit and damaged|torn off|blowing out|smashed|cracked|
        ripped open|split open|buckled|severed|cut by shelling|cut by shellfire""",
    ("damage", "destroyed", "subject"): """caved in|are ash|in ashes|burnt down|burned down|gave way|
        caught fire|went up in flames|gone up in flames|went up in smoke|gone up in smoke|in flames|on fire|in ruins|
        a smoking ruin|a heap of rubble|a pile of rubble|sank|seen burning|left burning|stood in flames|lay in ruins|lies in ruins|lie in ruins|beyond repair""",
    ("damage", "damaged", "subject"): """lost its roof|lost their roofs|lost its windows|lost their windows|
        lost part of its roof|lost a wall|without a roof|without windows""",
}


def phrase_table() -> dict[str, tuple[tuple[tuple[str, ...], str, str | None, str], ...]]:
    """First word -> phrases that begin with it, longest first: (words, kind, label, role)."""
    table: dict[str, list[tuple[tuple[str, ...], str, str | None, str]]] = {}
    for (kind, label, role), phrases in PHRASES.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, kind, label or None, role))
    for hit in ("shot", "hit", "struck", "stabbed"):
        for part in _LIMBS.split():
            words = (hit, "in", "the", part)
            table.setdefault(hit, []).append((words, "casualties", "injured", "subject"))
    for place in _TAKEN.split("|"):
        for goal in (
            "to hospital",
            "to hospitals",
            "to the hospital",
            "to a hospital",
            "to clinics",
            "to a clinic",
            "to the clinic",
        ):
            words = (place, *goal.split())
            table.setdefault(place, []).append((words, "casualties", "injured", "object"))
    return {
        first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[3] == "subject"))) for first, rows in table.items()
    }
