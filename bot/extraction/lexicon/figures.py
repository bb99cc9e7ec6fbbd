"""Figures in words: numbers, vague quantities and the hedges around them."""

from __future__ import annotations

ONES: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS: dict[str, int] = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
TIMES: dict[str, int] = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "k": 1_000}

# What a vague plural says at the least, by the field's convention.
VAGUE: dict[str, int] = {
    "several": 3,
    "multiple": 3,
    "few": 3,
    "handful": 3,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
}

AT_LEAST = "at_least"
MORE_THAN = "more_than"
UP_TO = "up_to"
FEWER_THAN = "fewer_than"
ABOUT = "about"
NEARLY = "nearly"

HEDGES: dict[tuple[str, ...], str] = {
    tuple(words.split()): sense
    for sense, phrases in {
        AT_LEAST: """at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|
            minimum of|at the very least|as high as at least""",
        MORE_THAN: """more than|over|upwards of|upward of|in excess of|above|exceeding|well over|well above|
            just over|slightly more than|far more than|a little over|north of""",
        UP_TO: "up to|as many as|no more than|not more than|at most|at the most|a maximum of|maximum|as high as",
        FEWER_THAN: "fewer than|less than|under|below|just under",
        ABOUT: """about|some|around|roughly|approximately|an estimated|estimated|approx|approx .|circa|
            ~|in the region of|somewhere around|or so|more or less|an approximate|an initial|a
            reported|in the order of|perhaps|possibly""",
        NEARLY: "nearly|almost|close to|not quite|nearing|just short of|approaching",
    }.items()
    for words in phrases.split("|")
}
# Words behind the figure that hedge it.
AFTERWARDS: dict[tuple[str, ...], str] = {
    ("or", "more"): AT_LEAST,
    ("or", "so"): ABOUT,
    ("or", "fewer"): UP_TO,
    ("or", "less"): UP_TO,
    ("at", "least"): AT_LEAST,
    ("at", "most"): UP_TO,
    ("at", "the", "least"): AT_LEAST,
    ("at", "the", "very", "least"): AT_LEAST,
    ("and", "counting"): AT_LEAST,
    ("-", "odd"): ABOUT,
    ("-", "plus"): AT_LEAST,
    ("+",): AT_LEAST,
    ("plus",): AT_LEAST,
}
# Words between a determiner and a figure, or before a figure, that add to an earlier one or change nothing.
FILLERS = frozenset(
    "another further additional extra total new fresh remaining the these those his her their its our my your "
    "all reportedly only just exactly precisely now already first last as".split()
)
