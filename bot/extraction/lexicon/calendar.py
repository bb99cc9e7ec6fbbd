"""The words of the calendar: months, weekdays, parts of the day, small numbers, holidays, verbs of the future."""

from __future__ import annotations

MONTHS: dict[str, int] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# With their full stops they end no sentence.
ABBREVIATED = frozenset({
    "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.", "a.m.", "p.m.",
    "u.s.", "u.n.", "gen.", "gov.", "sgt.", "col.", "maj.", "capt.", "rep.", "sen.", "rev.", "prof.", "brig.", "adm.",
})  # fmt: skip
# Names that are also everyday words or first names: alone they need a preposition before them.
DOUBTFUL_MONTHS = frozenset({
    "may", "march", "april", "june", "august", "mar", "jan", "jun", "dec", "sep",
})  # fmt: skip

WEEKDAYS: dict[str, int] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip

DAY_PARTS = (
    "morning", "afternoon", "evening", "night", "noon", "midday", "midnight", "dawn", "dusk", "lunchtime",
)  # fmt: skip

NUMBERS: dict[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "twenty-four": 24, "forty-eight": 48, "seventy-two": 72, "couple": 2, "a couple of": 2, "a few": 3,
    "few": 3, "several": 3, "a dozen": 12,
}  # fmt: skip
VAGUE_NUMBERS = frozenset({"a few", "few", "several"})

ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25,
    "twenty-sixth": 26, "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30,
    "thirty-first": 31,
}  # fmt: skip

# Fixed holidays: (month, day). Those that move are reckoned in `date_arithmetic`.
HOLIDAYS: dict[str, tuple[int, int]] = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year’s day": (1, 1), "new year’s eve": (12, 31),
    "valentine's day": (2, 14), "valentine’s day": (2, 14), "may day": (5, 1), "halloween": (10, 31),
    "bastille day": (7, 14), "fourth of july": (7, 4), "orthodox christmas": (1, 7), "guy fawkes night": (11, 5),
    "st. patrick's day": (3, 17), "st. patrick’s day": (3, 17), "all saints' day": (11, 1), "epiphany": (1, 6),
    "international women's day": (3, 8), "international women’s day": (3, 8), "april fools' day": (4, 1),
    "april fool's day": (4, 1), "groundhog day": (2, 2), "cinco de mayo": (5, 5), "veterans day": (11, 11),
    "armistice day": (11, 11), "remembrance day": (11, 11), "juneteenth": (6, 19), "nowruz": (3, 21),
    "st patrick's day": (3, 17), "st patrick’s day": (3, 17), "canada day": (7, 1), "australia day": (1, 26),
    "anzac day": (4, 25), "earth day": (4, 22), "world aids day": (12, 1), "world press freedom day": (5, 3),
}  # fmt: skip
# Days counted from Easter Sunday.
EASTER_FEASTS: dict[str, int] = {
    "good friday": -2, "easter sunday": 0, "easter monday": 1, "easter": 0, "palm sunday": -7, "maundy thursday": -3,
    "ash wednesday": -46, "whit monday": 50, "pentecost": 49,
}  # fmt: skip
# (month, weekday, which one; -1 is the last).
FLOATING_HOLIDAYS: dict[str, tuple[int, int, int]] = {
    "thanksgiving day": (11, 3, 4), "thanksgiving": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1),
    "columbus day": (10, 0, 2), "martin luther king day": (1, 0, 3), "presidents day": (2, 0, 3),
    "presidents' day": (2, 0, 3), "black friday": (11, 4, 4), "cyber monday": (12, 0, 1),
}  # fmt: skip

NOT_A_FEAST_BEFORE = (
    "week", "weekend", "season", "holiday", "holidays", "break", "bonus", "bonuses", "tree", "trees", "egg", "eggs",
    "festivities", "celebrations", "message", "party", "island", "islands", "rising", "rebellion", "offensive", "truce", "shopping", "gifts", "cards", "carol",
)  # fmt: skip
# Places and groups that are called after a day.
NOT_A_DAY_BEFORE = (
    "avenue", "avenues", "street", "streets", "square", "road", "boulevard", "plaza", "bridge", "dam", "airport",
    "neighborhood", "neighbourhood", "district", "stadium", "hospital", "university", "barracks", "camp", "front",
    "movement", "group", "organization", "organisation", "alliance", "coalition", "brigade", "battalion", "brigades",
)  # fmt: skip
# What has happened when a day is set before it: “the Oct. 3 attack”.
PAST_EVENTS = (
    "attack", "attacks", "bombing", "bombings", "killing", "killings", "murder", "murders", "massacre", "massacres",
    "shooting", "shootings", "assassination", "kidnapping", "abduction", "coup", "earthquake", "crash", "raid", "raids",
    "riot", "riots", "explosion", "explosions", "blast", "blasts", "clashes", "arrest", "arrests", "death", "deaths",
    "slaying", "invasion", "stabbing", "ambush", "airstrike", "airstrikes", "strikes",
)  # fmt: skip
# Days that are known by day and month: what is said after them to mean the one of that year.
KNOWN_DAYS: dict[tuple[int, int], tuple[int, tuple[str, ...]]] = {
    (9, 11): (2001, ("attack", "attacks", "terror", "terrorist", "hijackers", "hijackings", "commission", "victims")),
    (7, 7): (2005, ("bombing", "bombings", "bombers", "london")),
    (1, 6): (2021, ("riot", "riots", "insurrection", "committee", "attack on the capitol")),
    (10, 7): (2023, ("attack", "attacks", "massacre", "massacres", "onslaught", "assault", "hostages", "raid")),
}

# Names that hold a weekday and are no date.
NOT_A_WEEKDAY_AFTER = (
    "bloody", "super", "sheffield", "black", "ruby", "casual", "freaky", "cyber", "girl",
)  # fmt: skip
NOT_A_WEEKDAY_BEFORE = (
    "times", "telegraph", "mirror", "mail", "express", "post", "herald", "tribune", "independent", "school",
    "mornings", "afternoons", "evenings", "nights", "night live", "night football", "the 13th",
)  # fmt: skip

# Verbs beside a date that tell whether it lies ahead.
MODALS = frozenset({
    "will", "shall", "would", "must", "should", "may", "might", "won't", "won’t", "'ll", "’ll", "let's",
})  # fmt: skip
FUTURE_VERBS = frozenset({
    "scheduled", "expected", "due", "slated", "plans", "planning", "hopes", "intends", "aims", "vows", "upcoming",
    "forthcoming", "payable", "run-up", "deadline", "starting", "beginning", "effective", "tentatively", "expects", "tomorrow", "ahead",
})  # fmt: skip
# “opens on Friday”: the present tense that newspapers use for what is in the diary.
FUTURATE = frozenset({
    "opens", "begins", "starts", "ends", "closes", "expires", "resumes", "takes", "holds", "hosts", "meets",
    "debuts", "airs", "faces", "visits", "travels", "returns", "arrives", "premieres", "falls", "departs",
    "votes", "goes", "go", "marks", "reopens", "kicks", "concludes", "runs", "plays", "launches",
    "flies", "applies", "retires", "convenes", "reconvenes", "chairs",
})  # fmt: skip
# Before “to”: “is to meet”, “set to open”, “vowed to march”.
LOOKS_TO = frozenset({
    "is", "are", "set", "due", "going", "plans", "plan", "planned", "planning", "scheduled", "expected", "about",
    "vowed", "vows", "agreed", "hopes", "hope", "hoping", "intends", "intend", "aims", "wants", "want", "needs",
    "need", "has", "have", "promised", "slated", "ready", "preparing", "supposed", "expects", "likely", "invited",
    "ordered", "meant",
})  # fmt: skip
SAID_TO = frozenset({
    "reported", "said", "believed", "thought", "found", "known", "feared", "understood", "appeared", "seem",
})  # fmt: skip
PAST_VERBS = frozenset({
    "said", "says", "told", "was", "were", "had", "has", "have", "did", "came", "took", "went", "began", "broke",
    "fell", "left", "met", "held", "shot", "struck", "hit", "made", "saw", "sent", "won", "lost", "fled", "rose",
    "found", "wrote", "fought", "led", "put", "drove", "spoke", "gave", "became", "got", "brought", "ran", "sank",
    "blew", "burnt", "cut", "sold", "bought", "quit", "paid", "stood", "sat", "threw", "flew", "withdrew",
    "overran", "retook", "swept", "thought", "knew", "slid", "grew", "hurt", "beat", "kept", "dealt", "built",
    "spent", "swore", "seen", "taken", "given", "been", "gone", "since", "after", "following",
    "wound", "sought", "taught", "dug", "hung", "stuck", "chose", "froze", "rode", "tore", "wore", "woke", "bore",
    "swam", "sang", "rang", "drank", "shook", "stole", "sped", "slept", "spun", "stung", "swung", "forbade", "forgot",
    "undertook", "underwent", "upheld", "understood", "heard", "felt", "laid", "lay", "meant", "knelt", "crept",
    "bent", "bound", "burst", "caught", "clung", "drew", "fed", "flung", "hid", "lent", "overcame", "overthrew", "shone",
    "sprang", "wept", "arose", "ate", "bit", "dove", "slew", "strove", "wove", "known", "shown", "chosen",
})  # fmt: skip
# Verbs that are told of a day in their past or of one that they fix: “announced the deaths of May 3”, “postponed to May 3”.
LEAVES_OPEN = frozenset({
    "announced", "invited", "authorized", "authorised", "declared", "approved", "postponed", "rescheduled", "delayed",
    "adjourned", "extended", "moved", "demanded", "urged", "called", "asked", "warned", "threatened", "proposed",
    "requested", "confirmed", "booked", "convened", "decreed", "pledged", "promised", "vowed", "offered", "set",
    "planned",
})  # fmt: skip
NOT_A_VERB = frozenset({
    "need", "indeed", "united", "armed", "red", "speed", "hundred", "wed", "exceed", "proceed", "seed",
})  # fmt: skip
# Behind these “votes” and “marks” are no verbs.
BEFORE_NOUNS = frozenset({
    "of", "the", "a", "an", "this", "that", "these", "those", "their", "his", "her", "its", "our", "my", "your", "in",
    "for", "by", "with", "from", "on", "at", "all", "no", "any", "some", "many", "more", "two", "three", "first", "last",
})  # fmt: skip
BETWEEN_VERBS = frozenset({
    "be", "been", "being", "not", "also", "have", "only", "likely", "probably", "then", "now", "first",
})  # fmt: skip
