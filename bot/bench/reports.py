"""Reports made up for measuring: the sentences of conflict reporting with other numbers, places and speakers each time.

About two in five sentences hold a claim, as in a wire report; the rest tells of talks, weather, prices and the past.
"""

from __future__ import annotations

from random import Random

_SLOTS: dict[str, tuple[str, ...]] = {
    "place": ("Kidal", "Djibo", "Goma", "Herat", "Avdiivka", "Marib", "Sake", "Malakal", "Diffa", "Menaka", "Bakhmut",
              "the village of Tomay", "the town of Bor", "northern Mali", "Aleppo", "Kandahar", "Port Sudan"),
    "side": ("the army", "the rebels", "government forces", "militants", "police", "the militia", "border guards",
             "armed men", "the separatists", "M23 rebels", "the coalition", "gunmen on motorcycles"),
    "people": ("civilians", "soldiers", "villagers", "policemen", "traders", "farmers", "nurses", "children", "miners",
               "passengers", "fighters", "aid workers", "students", "shepherds"),
    "number": ("two", "three", "five", "at least nine", "12", "fourteen", "some 30", "about 45", "more than 60", "17",
               "dozens of", "between five and eight", "1,200", "nearly 400", "up to 25", "several"),
    "day": ("on Monday", "on Tuesday night", "late on Friday", "on 3 May", "overnight", "yesterday", "on Sunday",
            "in the early hours of Thursday", "two days ago", "last week", "since Wednesday"),
    "speaker": ("a hospital official", "the governor", "Colonel Idrissa Maiga, a spokesman for the army,",
                "two residents", "the defence ministry", "Ana Ruiz, a doctor at the hospital,", "the United Nations",
                "a security source", "local officials", "the interior minister, Pavel Horak,", "witnesses"),
    "thing": ("a market", "a school", "the bus station", "a military convoy", "the main bridge", "a police post",
              "the power station", "two houses", "a fuel depot", "the airport", "a checkpoint"),
    "topic": ("the talks", "the harvest", "the election", "fuel prices", "the ceasefire", "the budget", "the drought",
              "the peace plan", "the road to the coast", "the new school year"),
}  # fmt: skip
_CLAIMS = (
    "{Number} {people} were killed and {number} wounded when {side} raided {thing} in {place} {day}, {speaker} said.",
    "{Speaker} said that {side} had seized {place} {day} after hours of fighting.",
    "An air strike destroyed {thing} in {place} {day} and killed {number} {people}.",
    "{Number} {people} were abducted by {side} near {place} {day}.",
    "The death toll from the attack on {thing} rose to {number}, {speaker} told reporters.",
    "Some {number} families have fled {place} since the shelling began, according to {speaker}.",
    "“They shot {number} {people} in front of {thing},” {speaker} said.",
    "{Side} attacked {thing} in {place} with mortars {day}, leaving {number} {people} dead.",
    "{Speaker} denied that any of the {people} had been captured in {place}.",
    "Police arrested {number} {people} in {place} {day} over the bombing of {thing}.",
    "{Side} withdrew from {place} {day}, and {side} entered the town without a fight.",
    "A bomb went off near {thing} in {place}, wounding {number} {people}, {speaker} said.",
    "Shells landed on {thing} {day}; {number} {people} were taken to hospital with shrapnel wounds.",
    "The bodies of {number} {people} were found outside {place} {day}.",
)
_OTHERS = (
    "{Speaker} said {topic} would be discussed when the delegation meets in {place} next month.",
    "Most shops in {place} stayed open {day}, and the road to the coast was busy again.",
    "The two sides have traded accusations over {topic} for years, and neither has given way.",
    "“We will not accept this,” {speaker} said, and asked for patience.",
    "It was not clear how long {topic} would last, or who would pay for it.",
    "The government has promised to look into {topic} once the rainy season is over.",
    "{Place} lies about 40 km from the border and lives mainly from trade and cattle.",
    "Analysts say the price of bread has doubled since January, and that {topic} has made matters worse.",
    "The president, who came to power seven years ago, spoke of {topic} in a speech on television.",
    "Electricity came back to parts of {place} {day} after engineers repaired the line.",
    "A spokeswoman for the relief agency said it needed more tents, blankets and clean water in {place}.",
    "Several foreign ministers called for calm and urged all parties to return to {topic}.",
    "Many people in {place} have relatives on the other side of the river and visit them for the holidays.",
    "Reporters could not reach the area, and telephone lines were out of order for most of the day.",
    "Under the plan, monitors would be posted at the main crossing for a period of six months.",
    "The mission was set up by the Security Council and has its headquarters in the capital.",
    "Teachers have been on strike over {topic}, and classes are not expected to resume before the summer.",
    "He added that {topic} was a matter for the courts and would not be drawn further.",
    "The weather service expects heavy rain in the north and strong winds along the coast.",
    "Negotiators met again {day} but ended the session without a joint statement on {topic}.",
    "The region is rich in gold, which is dug by hand and sold across the border.",
)
_SHARE = 0.4
_SENTENCES = 18


def reports(count: int, seed: int = 1) -> list[str]:
    """So many reports of a dateline and 18 sentences; the same for the same seed."""
    chance = Random(seed)
    return [_report(chance) for _ in range(count)]


def _report(chance: Random) -> str:
    paragraphs: list[str] = []
    while len(paragraphs) < _SENTENCES // 2:
        paragraphs.append(f"{_sentence(chance)} {_sentence(chance)}")
    place = chance.choice(_SLOTS["place"]).split()[-1].upper()
    return f"{place}, {chance.randint(1, 28)} May 2024 — " + "\n\n".join(paragraphs)


def _sentence(chance: Random) -> str:
    sentence = chance.choice(_CLAIMS if chance.random() < _SHARE else _OTHERS)
    while "{" in sentence:
        before, _, rest = sentence.partition("{")
        slot, _, after = rest.partition("}")
        words = chance.choice(_SLOTS[slot.lower()])
        sentence = before + (words if slot.islower() else words[:1].upper() + words[1:]) + after
    return sentence
