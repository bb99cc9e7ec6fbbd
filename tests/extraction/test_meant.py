"""Who “it”, “they” and “we” are in what a force says of a place."""

from __future__ import annotations

import pytest

from bot.claims.statement import statement
from bot.extraction.extract import extract

SPEAKS = (
    ("The army said it had taken Guzara.", "the army", "The army seized Guzara."),
    ("The rebels said they still hold Guzara.", "the rebels", "The rebels held Guzara."),
    ("“We have retaken the bridge,” the brigade said.", "the brigade", "The brigade retook the bridge."),
    ("We have retaken the bridge, the brigade said.", "the brigade", "The brigade retook the bridge."),
    ("It had taken Guzara overnight, the brigade said.", "the brigade", "The brigade seized Guzara."),
    ("The 4th Brigade said it had retaken Guzara.", "4th Brigade", "4th Brigade retook Guzara."),
    ("The M23 issued a statement. It said it had withdrawn from Goma.", "M23", "M23 withdrew from Goma."),
    ("The army's spokesman said they had captured Guzara on Monday.", "the army", "The army seized Guzara."),
    ("The army said that after clashes with the rebels it had retaken Guzara.", "the army", "The army retook Guzara."),
    ("The defence ministry denied that it had lost Guzara.", "the defence ministry",
     "The defence ministry did not lose Guzara."),
    ("The army said Guzara was under its full control.", "the army", "The army held Guzara."),
    ("The rebels said the town was firmly in their hands.", "the rebels", "The rebels held the town."),
    ("Guzara is under our full control, the brigade said.", "the brigade", "The brigade held Guzara."),
    ("The army said the base in Guzara is ours.", "the army", "The army held the base in Guzara."),
    ("Guzara is under the army's full control, a trader said.", "the army", "The army held Guzara."),
    ("The brigade said Guzara is under the full control of our forces.", "our forces",
     "Forces on the side of the brigade held Guzara."),
)  # fmt: skip
OTHERS = (
    "The army said rebels attacked at dawn and that they had taken Guzara.",
    "The army said the rebels fled after they lost the town.",
    "“They have taken Guzara,” the brigade said.",
    "A resident said they had taken Guzara.",
    "General Ahmad said he had taken Guzara.",
)


@pytest.mark.parametrize(("text", "actor", "told"), SPEAKS)
def test_a_pronoun_for_the_force_that_speaks_gives_its_words(text: str, actor: str, told: str):
    mention = next(one for one in extract(text) if one.control)

    assert mention.control and mention.control.actor == actor
    assert statement(mention).removeprefix("Claim: ") == told


@pytest.mark.parametrize("text", OTHERS)
def test_a_pronoun_that_may_be_somebody_else_stays_one(text: str):
    actors = [one.control.actor for one in extract(text) if one.control]

    assert actors
    assert {(actor or "").lower() for actor in actors} <= {"they", "he"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army said its men had taken Guzara.", "Men on the side of the army seized Guzara."),
        ("The rebels said their fighters had taken Guzara.", "Fighters on the side of the rebels seized Guzara."),
        ("Our troops have taken Guzara, the brigade said.", "Troops on the side of the brigade seized Guzara."),
        ("A resident said his men had taken Guzara.", "Men seized Guzara."),
    ],
)
def test_the_troops_of_the_speaker_are_told_with_whose_they_are(text: str, told: str):
    (mention,) = (one for one in extract(text) if one.control)

    assert statement(mention) == told
