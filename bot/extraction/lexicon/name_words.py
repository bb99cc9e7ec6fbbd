"""Words that tell where a name begins and ends in a phrase: honours, offices, portfolios, determiners."""

from __future__ import annotations

RELATIVES = frozenset({"who", "which", "whose", "whom", "that"})
ASKED = frozenset({"reached", "contacted", "interviewed", "surveyed", "polled", "speaking"})
HONOURED = frozenset({
    "haji", "mullah", "sheikh", "sheik", "imam", "father", "sister", "abu", "ayatollah", "pope", "king", "queen",
    "prince",
})  # fmt: skip
PORTFOLIOS = frozenset({
    "defence", "defense", "interior", "health", "foreign", "affairs", "justice", "information", "state", "the",
    "and", "of", "finance", "security", "communications", "culture", "home", "war", "education", "energy",
})  # fmt: skip
DETERMINERS = frozenset({
    "the", "a", "an", "his", "her", "their", "its", "this", "that", "one", "our", "my", "another",
})  # fmt: skip
NAMED_OF = frozenset({
    "republic", "chamber", "friends", "voice", "academy", "college", "school", "church", "order", "secretariat",
    "ministries", "rights", "democracies", "physicians", "reporters", "lawyers", "mothers", "people", "league",
})  # fmt: skip
OFFICES = frozenset({
    "minister", "president", "governor", "mayor", "secretary", "commander", "chief", "ambassador", "general",
    "director", "secretary-general", "commissioner", "chancellor", "premier", "prosecutor", "ombudsman",
    "spokesman",
})  # fmt: skip
ISSUED = frozenset({
    "issued", "released", "published", "signed", "sent", "written", "posted", "prepared", "compiled", "made",
})  # fmt: skip
NUMBERED = frozenset({
    "two", "three", "four", "five", "six", "several", "some", "many", "other", "most", "both",
})  # fmt: skip
ASIDES = frozenset({
    "in", "on", "at", "speaking", "citing", "quoting", "during", "after", "before", "when", "who", "whose", "which",
    "where", "reached", "contacted", "asked", "as", "however", "meanwhile", "too", "also", "for", "from", "by",
    "with", "whom", "including", "referring", "according", "while", "though", "although", "then", "now", "once",
    "himself", "talking", "appearing", "writing", "if", "because", "like", "unlike", "responding", "nevertheless",
    "out",
})  # fmt: skip
DASHES = frozenset({"—", "–", "--", "-"})
PLACE_BEGINS = frozenset({
    "new", "north", "south", "east", "west", "san", "los", "el", "las", "northern", "southern", "eastern",
    "western", "upper",
})  # fmt: skip
