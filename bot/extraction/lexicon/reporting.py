"""The small words around reporting verbs: what opens a statement, which verbs are nouns too, what is given."""

from __future__ import annotations

# Verbs (by their plain form) whose forms are nouns as well.
NOUNS_TOO = frozenset({
    "label", "fault", "credit", "challenge", "need", "love", "hate", "like", "vote", "try", "reason", "regret",
    "wish", "question", "pan", "peg", "tout", "mock", "blast", "slam", "attribute", "report", "state", "claim",
    "post", "comment", "note", "demand", "promise", "pledge", "charge", "answer", "rule", "estimate", "plan",
    "hope", "fear", "show", "view", "order", "support", "doubt", "sign", "call", "find", "cry", "shout", "threat",
    "vow", "hint", "echo", "boast", "counter", "reply", "repeat", "want", "respond", "relate", "hold", "see",
    "attack", "thank", "pitch", "champion", "advocate", "highlight", "guess", "forecast", "request",
    "press", "lobby", "object", "protest", "scream", "sigh", "laugh", "smile", "chant", "bark", "snap", "thunder",
    "crow", "rant", "chuckle", "shrug", "sense", "trust", "dream", "aim",
    "signal", "lecture", "fume",
    "praise", "blame", "joke", "quip", "hail", "caution", "detail", "outline", "urge", "suspect",
})  # fmt: skip
# Verbs that report only with “that” or a quotation behind them: “they conclude their studies” reports nothing.
NEEDS_THAT = frozenset({
    "conclude", "continue", "rule", "observe", "maintain", "repeat", "relate", "counter", "post", "swear", "echo",
    "cry", "charge", "answer", "respond", "reply", "shout",
})  # fmt: skip
# Verbs that may stand before their subject: “…,” said the mayor.
INVERTING = frozenset({
    "say", "add", "explain", "write", "report", "recall", "note", "warn", "announce", "claim", "tweet", "ask",
    "reply", "state", "declare", "insist", "joke", "confirm", "argue", "conclude", "continue", "remark", "stress",
    "comment", "observe", "quip", "shout", "exclaim", "acknowledge", "admit", "recount", "read", "predict",
    "complain", "post", "answer", "lament",
})  # fmt: skip
# Verbs that report with a small word behind them (“pointed out”, “weighed in”): their forms, then the small words.
_WITH_PARTICLE = """
point points pointed pointing: out to; weigh weighs weighed weighing: in; chime chimes chimed chiming: in;
hit hits hitting: back out; fire fires fired firing: back; shoot shoots shot: back;
lash lashes lashed lashing: out; spell spells spelled spelling: out; lay lays laid laying: out; set sets setting: out;
refer refers referred referring: to; allude alludes alluded alluding: to; object objects objected objecting: to;
confess confesses confessed confessing: to; admit admits admitted admitting: to; go goes went going: on;
make makes made making: clear; call calls called calling: for on; speak speaks spoke speaking: about of out;
talk talks talked talking: about of; complain complains complained complaining: of about; let lets letting: slip;
insist insists insisted insisting: on; play plays played playing: down; single singles singled singling: out;
take takes took taking: aim issue; appeal appeals appealed appealing: for to; argue argues argued: for against;
press presses pressed pressing: for; push pushes pushed pushing: back for; ask asks asked asking: for about;
campaign campaigns campaigned: for against; pray prays prayed: for; apologise apologises apologised: for;
apologize apologizes apologized apologizing: for; hint hints hinted hinting: at; rail rails railed railing: against;
balk balks balked: at; decide decides decided: against on; opt opts opted: for; side sides sided: with;
agree agrees agreed: on with; disagree disagrees disagreed: with; brush brushes brushed brushing: off aside;
shrug shrugs shrugged shrugging: off; wave waves waved waving: off away; laugh laughs laughed: off;
double doubles doubled: down; walk walks walked walking: back; look looks looked: for forward; sound sounds: off;
hope hopes hoped hoping: for; wish wishes wished wishing: for; vote votes voted voting: for against to;
dream dreams dreamed: of; worry worries worried worrying: about; care cares cared: about; opine opines: on;
comment comments commented commenting: on; testify testifies testified: about; marvel marvels marveled: at;
 wonder wonders wondered wondering: aloud; think thinks thought thinking: about of;
write writes wrote writing: of about; warn warns warned warning: of about against; boast boasts boasted: of about;
back backs backed backing: up; reflect reflects reflected reflecting: on; elaborate elaborated elaborates: on;
"""
WITH_PARTICLE: dict[str, frozenset[str]] = {
    form: frozenset(small.split())
    for entry in _WITH_PARTICLE.split(";")
    for verb, _, small in [entry.partition(":")]
    for form in verb.split()
}
# Words with which what is said begins.
CONTENT_OPENS = frozenset({
    "that", "it", "they", "he", "she", "the", "a", "an", "his", "her", "their", "its", "no", "there", "at", "some",
    "more", "we", "i", "how", "what", "to", "two", "three", "four", "five", "many", "several", "this", "these",
    "both", "only", "all", "not",
})  # fmt: skip
# “reports of …”, “reports from …”: the noun.
REPORTS_OF = frozenset({
    "of", "from", "by", "on", "in", "about", "suggest", "suggests", "suggesting", "emerged", "say", "says", "show",
    "for", "was", "were", "are", "is", "have", "has", "had", "and", "or", "to", "as", "with", "could", "would",
    "into", "at", "since", "after", "may",
})  # fmt: skip
# Acts of speech that carry no report of what follows “after” or “when”.
ACTS = frozenset({
    "vow", "threaten", "condemn", "urge", "demand", "promise", "pledge", "hail", "praise", "denounce", "criticize",
    "criticise", "decry", "lament", "shout", "cry", "swear", "boast",
})  # fmt: skip
# Nouns of saying that make a report with “that” and an owner: “the army's claim that …”.
CLAIMING_NOUNS = frozenset({
    "claim", "claims", "report", "reports", "statement", "assertion", "assertions", "allegation", "allegations",
    "accusation", "accusations", "announcement", "denial", "admission", "acknowledgment", "insistence", "complaint",
    "complaints",
})  # fmt: skip
# Words behind which a noun stands, not a verb.
BEFORE_NOUNS = frozenset({
    "the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "no", "any", "such", "of",
    "for", "by", "in", "with", "my", "our", "so-called", "on", "from",
})  # fmt: skip
# “put the … at 14”.
TOLL_WORDS = frozenset({
    "toll", "number", "figure", "count", "dead", "casualties", "losses", "death", "total", "tally", "figures",
})  # fmt: skip
# “gave a lower …”.
GIVEN_THINGS = frozenset({
    "figure", "toll", "account", "count", "number", "version", "tally", "estimate", "breakdown", "details",
})  # fmt: skip
# “videos posted online”: things that are posted and do not post.
POSTED_THINGS = frozenset({
    "video", "videos", "photo", "photos", "footage", "images", "image", "message", "statement", "pictures", "clip",
})  # fmt: skip
# Before a plain form: no statement is made yet.
MODAL_BEFORE = frozenset({
    "to", "can", "could", "cannot", "not", "may", "might", "'t", "n't", "would", "will", "should",
})  # fmt: skip
# “… X as saying”.
QUOTING_VERBS = frozenset({
    "quoted", "cited", "quoting", "citing", "quotes", "reported", "heard", "described", "shown", "quote",
})  # fmt: skip
# “told the news …”.
ADDRESSEE_HEADS = frozenset({
    "agency", "conference", "newspaper", "television", "radio", "channel", "crowd",
})  # fmt: skip
# In a script, before the name of the one heard.
CLIPS = frozenset({
    "clip", "insert", "actuality", "soundbite", "sot", "grab", "audio", "voice", "tape", "cut", "vox", "pop",
})  # fmt: skip
LANGUAGES = frozenset({
    "arabic", "english", "french", "ukrainian", "russian", "spanish", "pashto", "dari", "hebrew", "burmese",
    "amharic", "swahili", "hausa", "translated", "translation", "in", "through", "an", "interpreter",
})  # fmt: skip
# Before a colon and a number they are counted and do not speak.
COUNTED = frozenset({
    "soldiers", "troops", "fighters", "rebels", "militants", "women", "men", "people", "families", "policemen",
    "staff", "guards", "prisoners", "detainees", "refugees", "insurgents", "teachers", "students", "doctors",
    "medics", "journalists", "villagers",
})  # fmt: skip
WIRES = frozenset({
    "afp", "ap", "reuters", "efe", "dpa", "upi", "tass", "xinhua", "ansa", "afp pic", "anadolu", "interfax",
    "notimex",
})  # fmt: skip
# In square brackets, and no speaker.
STAGE_DIRECTIONS = frozenset({
    "begin", "end", "recording", "indistinct", "question", "text", "passage", "words", "sentence", "as", "video",
    "interview", "announcer", "changes", "laughter", "excerpts",
})  # fmt: skip
