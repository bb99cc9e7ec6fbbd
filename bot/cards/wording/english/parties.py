"""What a desk reads of the parties to the fight."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "title": "Parties to the fight",
    "one": "· {name}: {side}",
    "none": "This desk has added no names. States, their forces and ministries, and many armed groups are known to me; a speaker of theirs counts as a party.",
    "how": "Add one with its side: /parties add Desert Hawks = rebels. Names on one side are allies. Take one off: /parties remove Desert Hawks. It counts for new claims, and for the grade of all.",
    "added": "⚔ {lead}: {name} belongs to the side {side}.",
    "removed": "⚔ {lead} took {name} off the list of parties.",
}
