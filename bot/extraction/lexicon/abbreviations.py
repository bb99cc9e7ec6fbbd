"""Full stops that end no sentence."""

from __future__ import annotations

# A name or a figure follows, so the sentence goes on.
ALWAYS_GO_ON = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "brig", "adm", "cmdr", "cpl", "gov", "sen",
    "rep", "rev", "fr", "st", "msgr", "pres", "hon", "eng", "no", "nos", "vs", "dept", "det", "supt", "insp", "pvt", "spc",
    "approx", "ca", "incl", "dist", "prov", "brgy", "cf", "fig", "mt", "ft", "bn", "bde", "regt", "div", "amb", "atty", "lt-gen", "maj-gen", "brig-gen",
})  # fmt: skip
# The sentence may end with these: it does when a word follows that opens sentences.
MAY_END = frozenset({
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun", "co", "corp", "inc", "ltd", "jr", "sr", "etc", "km", "kms", "min", "hrs", "tel", "al",
    "a.m", "p.m", "e.g", "i.e", "u.s", "u.n", "u.k", "d.c", "e.u", "sq", "ave", "blvd", "rd", "govt", "est", "ph.d",
})  # fmt: skip
OPENERS = frozenset({
    "The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "We", "I", "His", "Her", "Their", "Its", "This", "That", "These",
    "Those", "There", "But", "And", "As", "After", "Before", "When", "While", "Since", "If", "No", "None", "Some", "Several",
    "Many", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "One", "Both", "Another", "Other", "Local",
    "Residents", "Officials", "Police", "Witnesses", "Meanwhile", "Earlier", "Later", "However", "According", "More",
    "Most", "Dozens", "Hundreds", "Thousands", "Shelling", "Troops", "Soldiers", "Rescuers", "Separately", "Elsewhere",
    "To", "From", "For", "With", "By", "Also", "Then", "Now", "All", "Our", "My", "You", "What", "Who", "How", "Why", "Where",
    "Rebels", "Militants", "Gunmen", "Fighting", "Clashes", "Medics", "Nobody", "Nothing", "Not", "Yesterday", "Today",
})  # fmt: skip
