"""Who people are beside their names: titles, offices, organisations, parties to a fight, crowds without a name."""

from __future__ import annotations

TITLES = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "professor", "sir", "lord", "dame", "rev", "fr", "father", "sister", "bishop",
    "archbishop", "cardinal", "pope", "imam", "sheikh", "sheik", "mullah", "maulvi", "mawlawi", "ayatollah",
    "rabbi", "haji", "gen", "general", "lt", "lieutenant", "col", "colonel", "maj", "major", "capt", "captain",
    "sgt", "sergeant", "brig", "brigadier", "adm", "admiral", "cmdr", "commander", "cpl", "corporal", "private",
    "marshal", "cmdt", "comandante", "president", "vice", "prime", "minister", "premier", "chancellor", "king",
    "queen", "prince", "princess", "emir", "sultan", "gov", "governor", "sen", "senator", "rep", "representative",
    "congressman", "congresswoman", "mayor", "secretary", "secretary-general", "ambassador", "envoy", "judge",
    "justice", "attorney", "prosecutor", "sheriff", "inspector", "superintendent", "deputy", "spokesman",
    "spokeswoman", "spokesperson", "director", "chairman", "chairwoman", "chair", "chief", "head", "leader",
    "coordinator", "officer", "official", "monsignor", "msgr", "pres", "commissioner", "speaker", "councillor",
    "councilman", "ombudsman", "undersecretary", "staff", "counsel", "analyst", "editor", "correspondent",
    "activist", "resident", "lawmaker", "hon", "ex-president", "engineer", "eng", "lady", "first", "candidate",
    "nominee", "strategist", "pollster", "manager", "adviser", "advisor", "owner", "coach", "author", "historian",
    "economist", "rights", "human", "republican", "democrat", "democratic", "brig-gen", "doctor",
    "nurse", "teacher", "farmer", "survivor", "trader", "shopkeeper", "pastor", "journalist", "reporter",
})  # fmt: skip
# Abbreviations whose full stop ends no sentence and belongs to the name that follows.
DOTTED = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "brig", "adm", "cmdr", "cpl", "gov",
    "sen", "rep", "rev", "fr", "st", "msgr", "pres", "sr", "jr", "hon", "eng", "no", "vs", "dept", "co", "corp",
    "inc", "ltd", "det", "supt", "insp", "pvt", "spc", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
})  # fmt: skip
PARTICLES = frozenset({
    "al", "el", "bin", "ibn", "ben", "bint", "abu", "abd", "van", "von", "der", "den", "de", "del", "della", "di",
    "da", "do", "dos", "la", "le", "du", "ul", "ur", "al-", "y", "e", "ud",
})  # fmt: skip

# Nouns for people and bodies that speak. A phrase with one of these as its head is somebody.
SPEAKERS = frozenset({
    "official", "officials", "officer", "officers", "source", "sources", "resident", "residents", "witness",
    "witnesses", "eyewitness", "eyewitnesses", "medic", "medics", "doctor", "doctors", "police", "army", "military",
    "ministry", "ministries", "government", "authorities", "spokesman", "spokeswoman", "spokesperson", "spokesmen",
    "spokespeople", "governor", "mayor", "commander", "commanders", "group", "groups", "monitor", "monitors",
    "activist", "activists", "villagers", "villager", "locals", "rescuers", "rescuer", "paramedics", "nurse",
    "nurses", "teacher", "teachers", "farmer", "trader", "charity", "charities", "agency", "agencies", "media",
    "reports", "report", "rebels", "rebel", "militants", "militant", "insurgents", "fighters", "fighter", "militia",
    "militias", "troops", "soldiers", "soldier", "general", "colonel", "major", "captain", "minister", "president",
    "senator", "lawmaker", "lawmakers", "legislator", "legislators", "diplomat", "diplomats", "analyst", "analysts",
    "expert", "experts", "observers", "investigators", "prosecutors", "prosecutor", "leader", "leaders", "elder",
    "elders", "chief", "chiefs", "head", "director", "worker", "workers", "survivor", "survivors", "relatives",
    "relative", "family", "families", "neighbour", "neighbours", "neighbor", "neighbors", "driver", "mother",
    "father", "brother", "sister", "son", "daughter", "wife", "husband", "woman", "man", "women", "men", "people",
    "others", "another", "someone", "everyone", "staff", "hospital", "hospitals", "office", "committee",
    "commission", "council", "coalition", "command", "administration", "kremlin", "pentagon", "court", "judge",
    "journalist", "journalists", "reporters", "correspondent", "photographer", "newspaper", "newspapers",
    "television", "radio", "tv", "channel", "channels", "statement", "communique", "communiqué", "organization",
    "organisation", "organizations", "organisations", "watchdog", "observatory", "network", "movement", "party",
    "company", "union", "state", "embassy", "mission", "force", "forces", "unit", "brigade", "wing", "emergency",
    "service", "services", "ambulance", "department", "firefighters", "coroner", "morgue", "monitoring",
    "researchers", "study", "poll", "polls", "survey", "campaign", "critics", "supporters", "opponents", "voters",
    "aides", "aide", "adviser", "advisers", "advisor", "advisors", "lawyer", "lawyers", "attorney", "attorneys",
    "member", "members", "democrats", "republicans", "candidate", "nominee", "refugees", "refugee", "evacuees",
    "displaced", "priest", "bishop", "church", "students", "student", "professor", "economist", "economists",
    "scientists", "analysis", "memo", "document", "documents", "letter", "video", "footage", "intelligence",
    "secretary", "ambassador", "envoy", "coordinator", "author", "owner", "manager", "prisoner", "prisoners",
    "detainee", "detainees", "guard", "guards", "commissioner", "deputy", "body", "team", "board", "junta",
    "regime", "both", "un", "who", "unicef", "protesters", "protester", "organizers", "organisers", "trawler",
    "shopkeeper", "guerrillas", "separatists", "jihadists", "monks", "pastor", "imam", "cleric", "clerics",
    "sheriff", "detective", "agents", "agent", "tribesmen", "tribesman", "administrator", "chairman", "informant",
    "caller", "mechanic", "engineer", "pilot", "enemy", "occupiers", "occupier", "adversary", "side", "sides",
    "parties", "faction", "factions", "alliance", "partners", "partner", "actors", "enumerators", "humanitarians",
    "peacekeepers", "peacekeeper", "person", "persons", "headline", "sign", "banner", "americans", "republican",
    "democrat", "conservatives", "liberals", "progressives", "advocates", "advocate", "users", "readers", "viewers",
    "fans", "customers", "investors", "executives", "executive", "parents", "historians", "historian", "scholars",
    "scholar", "strategists", "strategist", "pollsters", "pollster", "colleagues", "friends", "friend", "boss",
    "authors", "filing", "lawsuit", "complaint", "affidavit", "transcript", "website", "some", "many", "several",
    "host", "hosts", "moderator", "interviewer", "columnist", "commentator", "commentators", "pundits", "blogger",
    "coach", "coaches", "player", "players", "striker", "goalkeeper", "club", "clubs", "referee", "league",
    "shareholder", "shareholders", "traders", "ceo", "retailer", "airline", "airlines", "firm", "firms", "bank",
    "banks", "insurer", "regulator", "regulators", "lender", "carmaker", "manufacturer", "operator", "investor",
    "jury", "jurors", "juror", "defendant", "victim", "victims", "suspect", "plaintiff", "plaintiffs", "judges",
    "scientist", "researcher", "psychologist", "biologist", "physicist", "engineers", "passenger", "passengers",
    "tourist", "tourists", "commuters", "consumers", "shoppers", "homeowner", "tenant", "tenants", "taxpayers",
    "businessman", "businesswoman", "entrepreneur", "singer", "musician", "actor", "actress", "filmmaker", "artist",
    "writer", "novelist", "grandmother", "grandfather", "uncle", "aunt", "cousin", "rival", "rivals", "opponent",
    "ally", "allies", "insiders", "insider", "incumbent", "delegate", "delegates", "donor", "donors", "lobbyist",
    "lobbyists", "staffer", "staffers", "operative", "operatives", "governors", "mayors", "senators", "congressman",
    "congresswoman", "representatives", "representative", "ministers", "chancellor", "premier",
    "drivers", "nation", "nations", "countries", "country", "city", "county", "school", "university",
    "college", "museum", "institute", "association", "federation", "society", "foundation", "chairwoman", "partygoers",
    "landlord", "landlords", "bishops", "pope", "priests", "imams", "veteran", "veterans", "counsel",
    "reviewer", "reviewers", "colleague", "employee", "employees", "bosses", "mps", "mp", "peers", "tory", "tories",
    "most", "few", "none", "each", "one", "two", "three", "four", "five", "majority", "couple",
})  # fmt: skip
PLURAL_SPEAKERS = frozenset(word for word in SPEAKERS if word.endswith("s") and not word.endswith(("ss", "us"))) | {
    "people", "men", "women", "police", "authorities", "media", "spokespeople", "spokesmen", "tribesmen",
}  # fmt: skip

# Words that make a capitalised name a body and not a person.
ORGANISATION_WORDS = frozenset({
    "ministry", "army", "forces", "force", "command", "police", "watch", "network", "organization", "organisation",
    "council", "committee", "agency", "university", "party", "front", "group", "centre", "center", "observatory",
    "nations", "union", "cross", "crescent", "office", "international", "department", "staff", "guard", "guards",
    "movement", "coalition", "brigade", "brigades", "battalion", "militia", "corps", "service", "government",
    "house", "pentagon", "kremlin", "court", "hospital", "authority", "commission", "institute", "association",
    "federation", "league", "alliance", "company", "inc", "bank", "fund", "times", "post", "news", "tv",
    "television", "radio", "press", "journal", "society", "administration", "mission", "parliament", "congress",
    "senate", "state", "defense", "defence", "doctors", "syndicate", "directorate", "embassy", "foundation",
    "bureau", "board", "campaign", "programme", "program", "unicef", "taliban", "hamas", "hezbollah", "houthis",
    "israel", "russia", "ukraine", "syria", "iran", "moscow", "kyiv", "kiev", "beijing", "washington", "tehran",
    "damascus", "kabul", "islamabad", "ankara", "turkey", "egypt", "congo", "france", "britain", "china", "nato",
    "isis", "observers", "monitors", "republicans", "democrats", "officials", "security", "liberation",
    "resistance", "trust", "monitoring", "human", "aid", "relief", "emergency", "rescue", "telegram", "line",
    "jihad", "jazeera", "jury", "supreme", "european", "african", "arab", "tribune", "post-gazette", "herald",
    "airlines", "motors", "iraq", "india", "pakistan", "ethiopia", "sudan", "jerusalem", "berlin", "paris",
    "london", "pyongyang", "seoul", "riyadh", "doha",
})  # fmt: skip

# A default list of those who fight: armies and ministries of the powers at war, armed groups, and their officials.
PARTY_WORDS = frozenset({
    "army", "military", "ministry of defence", "ministry of defense", "defence ministry", "defense ministry",
    "general staff", "air force", "navy", "armed forces", "rebels", "rebel", "militants", "militant", "taliban",
    "hamas", "hezbollah", "hizbullah", "rsf", "rapid support forces", "coalition", "junta", "idf", "insurgents",
    "insurgent", "militia", "brigade", "brigades", "fighters", "houthis", "houthi", "islamic state", "isis", "isil",
    "al-qaeda", "al-shabaab", "boko haram", "m23", "pdf", "people's defence force", "people’s defence force", "sdf",
    "ypg", "pkk", "kremlin", "pentagon", "regime", "defence minister", "defense minister", "centcom", "nato",
    "isaf", "farc", "eln", "fmln", "tplf", "arakan army", "islamic jihad", "qassam", "al-quds", "wagner",
    "separatists", "guerrillas", "guerrilla", "security forces", "commander", "general command", "armed wing",
    "operational command", "armed group", "junta spokesman", "government forces", "troops", "presidential office",
    "foreign ministry", "interior ministry", "fsb", "sbu", "border guard", "national guard", "corps", "resistance",
    "liberation front", "liberation army", "saf", "general", "colonel", "jihadists", "ltte", "army spokesman",
    "war ministry", "high command", "joint chiefs", "ruf", "adf", "jnim", "katiba", "mujahideen", "gunmen",
    "paramilitary",
})  # fmt: skip
FEMALE = frozenset({
    "mrs", "ms", "miss", "spokeswoman", "woman", "mother", "sister", "wife", "daughter", "queen", "princess",
    "congresswoman", "chairwoman", "girl", "grandmother", "widow", "councilwoman", "actress", "lady", "aunt", "nun",
    "businesswoman",
})  # fmt: skip
MALE = frozenset({
    "mr", "spokesman", "man", "father", "brother", "husband", "son", "king", "prince", "congressman", "chairman",
    "boy", "grandfather", "widower", "councilman", "actor", "uncle", "priest", "monk", "imam", "sheikh",
    "businessman", "policeman",
})  # fmt: skip
