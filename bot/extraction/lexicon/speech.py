"""How English says that somebody says something: verbs with their forms, nouns of documents, the furniture around."""

from __future__ import annotations

# Verbs whose subject makes a statement. Each is given by its forms: plain, -s, past, participle, -ing.
_SAYING = """
say says said said saying; tell tells told told telling; state states stated stated stating;
add adds added added adding; announce announces announced announced announcing;
confirm confirms confirmed confirmed confirming; claim claims claimed claimed claiming;
deny denies denied denied denying; declare declares declared declared declaring;
report reports reported reported reporting; warn warns warned warned warning; note notes noted noted noting;
acknowledge acknowledges acknowledged acknowledged acknowledging; admit admits admitted admitted admitting;
concede concedes conceded conceded conceding; insist insists insisted insisted insisting;
allege alleges alleged alleged alleging; assert asserts asserted asserted asserting;
argue argues argued argued arguing; accuse accuses accused accused accusing; blame blames blamed blamed blaming;
condemn condemns condemned condemned condemning; write writes wrote written writing;
tweet tweets tweeted tweeted tweeting; post posts posted posted posting;
explain explains explained explained explaining; describe describes described described describing;
recall recalls recalled recalled recalling; recount recounts recounted recounted recounting;
stress stresses stressed stressed stressing; reveal reveals revealed revealed revealing;
disclose discloses disclosed disclosed disclosing; estimate estimates estimated estimated estimating;
reject rejects rejected rejected rejecting; dismiss dismisses dismissed dismissed dismissing;
dispute disputes disputed disputed disputing; refute refutes refuted refuted refuting;
contend contends contended contended contending; maintain maintains maintained maintained maintaining;
testify testifies testified testified testifying; reply replies replied replied replying;
respond responds responded responded responding; answer answers answered answered answering;
ask asks asked asked asking; urge urges urged urged urging; complain complains complained complained complaining;
remark remarks remarked remarked remarking; observe observes observed observed observing;
comment comments commented commented commenting; joke jokes joked joked joking; vow vows vowed vowed vowing;
pledge pledges pledged pledged pledging; promise promises promised promised promising;
threaten threatens threatened threatened threatening; predict predicts predicted predicted predicting;
suggest suggests suggested suggested suggesting; propose proposes proposed proposed proposing;
demand demands demanded demanded demanding; emphasize emphasizes emphasized emphasized emphasizing;
emphasise emphasises emphasised emphasised emphasising; reiterate reiterates reiterated reiterated reiterating;
repeat repeats repeated repeated repeating; agree agrees agreed agreed agreeing;
quip quips quipped quipped quipping; shout shouts shouted shouted shouting;
caution cautions cautioned cautioned cautioning; lament laments lamented lamented lamenting;
clarify clarifies clarified clarified clarifying; affirm affirms affirmed affirmed affirming;
reaffirm reaffirms reaffirmed reaffirmed reaffirming; indicate indicates indicated indicated indicating;
inform informs informed informed informing; advise advises advised advised advising;
relate relates related related relating; conclude concludes concluded concluded concluding;
continue continues continued continued continuing; swear swears swore sworn swearing;
charge charges charged charged charging; praise praises praised praised praising;
criticize criticizes criticized criticized criticizing; criticise criticises criticised criticised criticising;
denounce denounces denounced denounced denouncing; decry decries decried decried decrying;
hail hails hailed hailed hailing; stipulate stipulates stipulated stipulated stipulating;
proclaim proclaims proclaimed proclaimed proclaiming; counter counters countered countered countering;
mention mentions mentioned mentioned mentioning; verify verifies verified verified verifying;
attest attests attested attested attesting; boast boasts boasted boasted boasting;
speculate speculates speculated speculated speculating; specify specifies specified specified specifying;
underline underlines underlined underlined underlining; underscore underscores underscored underscored underscoring;
echo echoes echoed echoed echoing; hint hints hinted hinted hinting; retort retorts retorted retorted retorting;
opine opines opined opined opining; summarize summarizes summarized summarized summarizing;
cry cries cried cried crying; whisper whispers whispered whispered whispering;
exclaim exclaims exclaimed exclaimed exclaiming; rule rules ruled ruled ruling
"""
# Verbs whose subject thinks, wants or shows something: a statement is theirs too, though nobody need have spoken.
_HOLDING = """
believe believes believed believed believing; think thinks thought thought thinking; hope hopes hoped hoped hoping;
fear fears feared feared fearing; expect expects expected expected expecting; feel feels felt felt feeling;
know knows knew known knowing; want wants wanted wanted wanting; plan plans planned planned planning;
find finds found found finding; show shows showed shown showing; conclude concludes concluded concluded concluding;
consider considers considered considered considering; doubt doubts doubted doubted doubting;
see sees saw seen seeing; understand understands understood understood understanding;
wonder wonders wondered wondered wondering; decide decides decided decided deciding;
determine determines determined determined determining; imply implies implied implied implying;
demonstrate demonstrates demonstrated demonstrated demonstrating; suspect suspects suspected suspected suspecting;
assume assumes assumed assumed assuming; intend intends intended intended intending;
worry worries worried worried worrying; hear hears heard heard hearing;
realize realizes realized realized realizing; recommend recommends recommended recommended recommending;
seek seeks sought sought seeking; call calls called called calling; agree agrees agreed agreed agreeing;
support supports supported supported supporting; oppose opposes opposed opposed opposing;
refuse refuses refused refused refusing; decline declines declined declined declining; hold holds held held holding;
envision envisions envisioned envisioned envisioning; imagine imagines imagined imagined imagining;
prove proves proved proven proving; favor favors favored favored favoring;
prefer prefers preferred preferred preferring; view views viewed viewed viewing;
detail details detailed detailed detailing; outline outlines outlined outlined outlining;
cite cites cited cited citing; sign signs signed signed signing; discuss discusses discussed discussed discussing;
order orders ordered ordered ordering; deride derides derided derided deriding; blast blasts blasted blasted blasting;
slam slams slammed slammed slamming; mock mocks mocked mocked mocking; tout touts touted touted touting;
defend defends defended defended defending; label labels labeled labeled labeling; dub dubs dubbed dubbed dubbing;
characterize characterizes characterized characterized characterizing; portray portrays portrayed portrayed portraying;
liken likens likened likened likening; compare compares compared compared comparing; scoff scoffs scoffed scoffed scoffing;
reason reasons reasoned reasoned reasoning; plead pleads pleaded pleaded pleading; assure assures assured assured assuring;
remind reminds reminded reminded reminding; apologize apologizes apologized apologized apologizing;
regret regrets regretted regretted regretting; laud lauds lauded lauded lauding; credit credits credited credited crediting;
fault faults faulted faulted faulting; regard regards regarded regarded regarding; deem deems deemed deemed deeming;
wish wishes wished wished wishing; anticipate anticipates anticipated anticipated anticipating;
foresee foresees foresaw foreseen foreseeing; remember remembers remembered remembered remembering;
recognize recognizes recognized recognized recognizing; learn learns learned learned learning;
discover discovers discovered discovered discovering; notice notices noticed noticed noticing;
urge urges urged urged urging; invite invites invited invited inviting; welcome welcomes welcomed welcomed welcoming;
vote votes voted voted voting; try tries tried tried trying; need needs needed needed needing;
love loves loved loved loving; hate hates hated hated hating; like likes liked liked liking;
challenge challenges challenged challenged challenging; question questions questioned questioned questioning;
pan pans panned panned panning; bash bashes bashed bashed bashing; muse muses mused mused musing;
attribute attributes attributed attributed attributing; peg pegs pegged pegged pegging;
rebuff rebuffs rebuffed rebuffed rebuffing; spurn spurns spurned spurned spurning; rip rips ripped ripped ripping;
attack attacks attacked attacked attacking; endorse endorses endorsed endorsed endorsing;
embrace embraces embraced embraced embracing; applaud applauds applauded applauded applauding;
admire admires admired admired admiring; thank thanks thanked thanked thanking;
congratulate congratulates congratulated congratulated congratulating; chide chides chided chided chiding;
scold scolds scolded scolded scolding; ridicule ridicules ridiculed ridiculed ridiculing;
lambast lambasts lambasted lambasted lambasting; tease teases teased teased teasing;
unveil unveils unveiled unveiled unveiling; pitch pitches pitched pitched pitching;
champion champions championed championed championing; advocate advocates advocated advocated advocating;
encourage encourages encouraged encouraged encouraging; discourage discourages discouraged discouraged discouraging;
repudiate repudiates repudiated repudiated repudiating; disavow disavows disavowed disavowed disavowing;
renounce renounces renounced renounced renouncing; retract retracts retracted retracted retracting;
downplay downplays downplayed downplayed downplaying; highlight highlights highlighted highlighted highlighting;
trumpet trumpets trumpeted trumpeted trumpeting; bemoan bemoans bemoaned bemoaned bemoaning;
confide confides confided confided confiding; divulge divulges divulged divulged divulging;
elaborate elaborates elaborated elaborated elaborating; posit posits posited posited positing;
theorize theorizes theorized theorized theorizing; surmise surmises surmised surmised surmising;
reckon reckons reckoned reckoned reckoning; guess guesses guessed guessed guessing;
calculate calculates calculated calculated calculating; forecast forecasts forecast forecast forecasting;
instruct instructs instructed instructed instructing; request requests requested requested requesting;
beg begs begged begged begging; implore implores implored implored imploring; press presses pressed pressed pressing;
lobby lobbies lobbied lobbied lobbying; consent consents consented consented consenting;
object objects objected objected objecting; protest protests protested protested protesting;
grumble grumbles grumbled grumbled grumbling; fume fumes fumed fumed fuming; gush gushes gushed gushed gushing;
scream screams screamed screamed screaming; yell yells yelled yelled yelling;
mutter mutters muttered muttered muttering; sigh sighs sighed sighed sighing; laugh laughs laughed laughed laughing;
smile smiles smiled smiled smiling; chant chants chanted chanted chanting; bark barks barked barked barking;
snap snaps snapped snapped snapping; plead pleads pleaded pleaded pleading;
thunder thunders thundered thundered thundering; crow crows crowed crowed crowing; rant rants ranted ranted ranting;
chuckle chuckles chuckled chuckled chuckling; shrug shrugs shrugged shrugged shrugging;
sense senses sensed sensed sensing; perceive perceives perceived perceived perceiving;
interpret interprets interpreted interpreted interpreting; trust trusts trusted trusted trusting;
dream dreams dreamed dreamed dreaming; aim aims aimed aimed aiming; dread dreads dreaded dreaded dreading;
resent resents resented resented resenting; signal signals signaled signaled signaling;
certify certifies certified certified certifying; illustrate illustrates illustrated illustrated illustrating;
chronicle chronicles chronicled chronicled chronicling; preach preaches preached preached preaching;
teach teaches taught taught teaching; sing sings sang sung singing
"""


def _forms(table: str) -> dict[str, tuple[str, str]]:
    """word form -> (plain form, which form); past before participle where they are the same word."""
    found: dict[str, tuple[str, str]] = {}
    for entry in table.split(";"):
        words = entry.split()
        for form, name in zip(words, ("plain", "present", "past", "participle", "ing"), strict=True):
            found.setdefault(form, (words[0], name))
    return found


SAYING = _forms(_SAYING)
HOLDING = {form: verb for form, verb in _forms(_HOLDING).items() if form not in SAYING}

# Between subject and verb, and around the verb, without a say in who speaks.
AUXILIARIES = frozenset({
    "has", "have", "had", "also", "later", "earlier", "then", "now", "immediately", "first", "again", "since",
    "did", "would", "will", "already", "even", "still", "once", "too", "both", "all", "just", "himself", "herself",
    "itself", "themselves", "does", "do", "may", "might", "could", "can", "should", "never", "not", "always",
    "further", "only", "today", "yesterday", "tonight", "however", "meanwhile", "instead", "often", "soon", "n't",
    "must", "been", "be", "to", "repeatedly", "simply", "long", "ever", "certainly", "thus", "therefore",
    "nonetheless", "nevertheless", "much", "no", "didn't", "didn’t", "doesn't", "doesn’t", "don't", "don’t", "who",
    "that", "which", "jointly",
})  # fmt: skip
BE = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "'s", "’s", "am", "gets", "got",
})  # fmt: skip

# After the verb, before the end of the reporting clause.
ADDRESSEES = frozenset({
    "afp", "reuters", "ap", "bbc", "cnn", "reporters", "journalists", "us", "me", "notimex", "efe", "dpa", "press",
    "media", "him", "her", "them", "lawmakers", "parliament", "congress", "newsmen", "correspondents",
    "investigators", "police",
})  # fmt: skip
SIDE_WORDS = frozenset({
    "today", "yesterday", "tonight", "later", "earlier", "here", "afterward", "afterwards", "too", "again",
    "recently", "separately", "privately", "publicly", "bluntly", "flatly", "then", "also", "there", "angrily",
    "simply", "now",
})  # fmt: skip
# “in a statement”, “on Telegram”, “by phone”, “on condition of anonymity”: a phrase with one of these heads.
SIDE_HEADS = frozenset({
    "statement", "statements", "telegram", "twitter", "facebook", "x", "phone", "telephone", "interview",
    "conference", "briefing", "condition", "communique", "communiqué", "post", "posts", "tweet", "tweets",
    "message", "email", "e-mail", "speech", "address", "channel", "television", "tv", "radio", "video", "audio",
    "online", "report", "release", "letter", "media", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "morning", "afternoon", "evening", "night", "anonymity", "weekend", "week", "month",
    "viber", "whatsapp", "broadcast", "remarks", "dispatch", "bulletin", "website", "page", "newspaper", "text",
    "court", "testimony", "memo", "note", "blog", "news", "press", "rally", "event", "debate", "noon", "dawn",
    "midnight", "scene", "instagram", "service", "hearing", "meeting", "update",
})  # fmt: skip

PRONOUNS = frozenset({
    "he", "she", "it", "they", "i", "we", "you", "who", "this", "that", "which", "these", "those",
})  # fmt: skip
SUBORDINATORS = frozenset({
    "that", "which", "because", "although", "though", "while", "whereas", "when", "where", "if", "unless", "as",
    "than", "but", "so", "yet", "nor", "whether", "how", "why", "what", "since", "after", "before", "until", "whom",
    "once", "despite", "whose", "except", "like", "till", "lest",
})  # fmt: skip
PREPOSITIONS = frozenset({
    "of", "for", "in", "at", "from", "with", "on", "near", "inside", "to", "by", "outside", "about", "across",
    "around", "into", "over", "under", "between", "among", "against", "within", "along", "during", "behind", "via",
    "through", "including", "based", "close", "familiar", "involved", "working", "living", "responsible", "linked",
    "loyal", "belonging", "allied", "opposed", "fighting", "monitoring", "running", "covering", "representing",
    "named", "identified", "reached", "contacted", "speaking", "affiliated", "backed", "aligned",
})  # fmt: skip
OPENERS = frozenset({
    "meanwhile", "however", "also", "earlier", "separately", "later", "still", "and", "but", "yet", "so", "then",
    "now", "today", "yesterday", "overnight", "elsewhere", "moreover", "furthermore", "additionally", "similarly",
    "afterwards", "nevertheless", "nonetheless", "instead", "indeed", "for", "or", "previously", "initially",
    "finally", "in", "on", "at", "tonight", "recently", "subsequently", "here", "there", "likewise", "besides",
    "thus", "therefore", "with", "both", "even", "only", "because", "since", "after", "when", "while", "as",
    "although", "though", "if", "until", "before", "alone", "tomorrow",
})  # fmt: skip

# Nouns for a document that speaks in place of its author, and for those who carry what others say.
DOCUMENTS = frozenset({
    "statement", "report", "communique", "communiqué", "release", "bulletin", "tweet", "post", "message", "letter",
    "dispatch", "announcement", "declaration", "memo", "posting", "thread", "claim", "estimate", "figures", "data",
    "count", "tally", "update", "account", "version", "spokesman", "spokeswoman", "spokesperson", "testimony",
    "study", "poll", "survey", "article", "book", "document", "complaint", "filing", "indictment", "ad", "email",
    "e-mail", "speech", "paper", "studies", "polls", "surveys", "analysis", "bill", "regulation", "constitution",
})  # fmt: skip
OUTLET_WORDS = frozenset({
    "tv", "television", "radio", "newspaper", "newspapers", "daily", "agency", "media", "times", "post", "news",
    "channel", "outlet", "outlets", "journal", "website", "broadcaster", "magazine", "press", "station", "wire",
    "afp", "reuters", "ap", "bbc", "cnn", "sana", "tass", "wafa", "anadolu", "al-jazeera", "jazeera", "al-arabiya",
    "al-masirah", "ria", "interfax", "irna", "xinhua", "efe", "dpa", "notimex", "upi", "npr", "itar-tass",
    "telegraph", "guardian", "gazette",
})  # fmt: skip
# “the group”, “the official”: names for one already spoken of.
REFERRING = frozenset({
    "group", "organisation", "organization", "ministry", "agency", "office", "army", "military", "official",
    "officer", "spokesman", "spokeswoman", "spokesperson", "doctor", "source", "sources", "charity", "monitor",
    "watchdog", "body", "statement", "report", "governor", "mayor", "commander", "general", "colonel", "minister",
    "president", "resident", "newspaper", "movement", "headline", "committee", "commission", "council", "party",
    "company", "hospital", "network", "observatory", "officials", "witness", "witnesses", "medic", "man", "woman",
    "teacher", "force", "forces", "unit", "department", "campaign", "senator", "candidate", "union", "association",
    "institute", "mission", "coalition", "command", "communique", "director", "chief", "head", "leader", "lawmaker",
    "judge", "lawyer", "activist", "prosecutor", "ambassador", "envoy", "authors", "researchers", "paper",
    "station", "outlet", "broadcaster", "channel", "police", "centre", "center", "couple", "actress", "actor", "singer",
    "columnist", "professor", "author", "coach", "manager", "businessman", "businesswoman", "billionaire", "tycoon",
    "journalist", "congressman", "congresswoman", "attorney", "sheriff", "pastor", "bishop", "economist", "scientist",
    "researcher", "analyst", "nurse", "farmer", "executive", "nominee", "detective", "tabloid", "carmaker",
    "retailer", "airline", "bank", "firm", "club", "university", "striker", "captain", "spokespeople", "widow", "father",
    "mother", "son", "daughter", "teenager", "driver", "owner", "founder", "secretary", "chancellor", "premier",
})  # fmt: skip
# “his insistence that …”, “the fear among voters that …”: nouns of saying and thinking.
HELD = frozenset({
    "belief", "beliefs", "claim", "claims", "insistence", "suggestion", "suggestions", "view", "hope", "hopes",
    "fear", "fears", "promise", "promises", "argument", "arguments", "assertion", "assertions", "contention",
    "accusation", "accusations", "allegation", "allegations", "conviction", "notion", "idea", "feeling", "warning",
    "warnings", "pledge", "vow", "denial", "complaint", "complaints", "concern", "concerns", "worry", "worries",
    "expectation", "expectations", "prediction", "predictions", "conclusion", "finding", "findings", "opinion",
    "doubt", "doubts", "plan", "plans", "desire", "proposal", "statement", "statements", "remark", "remarks",
    "comment", "comments", "criticism", "call", "calls", "demand", "demands", "description", "estimate",
    "estimates", "report", "reports", "assurance", "assurances", "confidence", "sense", "words", "announcement",
    "acknowledgment", "admission", "decision", "intention", "position", "stance", "threat", "threats", "bid",
    "testimony", "account", "assessment", "charge", "charges", "rejection", "refusal", "recollection", "rumor",
    "rumors", "message", "messages", "slogan", "advice", "reply", "response", "theory", "reminder", "request", "verdict",
    "lie", "lies", "joke", "boast", "mantra", "diagnosis", "forecast", "forecasts", "praise", "condemnation", "outcry",
    "anger", "outrage", "relief", "support", "opposition", "objection", "objections", "skepticism", "scepticism",
    "preference", "aim", "goal", "ambition", "dream", "urging", "appeal", "appeals", "answer", "sentiment", "realization",
    "realisation", "resistance", "backlash", "scrutiny", "rebuke", "ridicule", "mockery", "suspicion", "sympathy", "certainty", "optimism", "pessimism", "instruction", "instructions", "order", "orders", "ruling",
})  # fmt: skip
# Voices of a script that are the reporter's own.
OWN_VOICE = frozenset({
    "presenter", "reporter", "correspondent", "anchor", "narrator", "announcer", "host", "voiceover", "voice-over",
    "vo", "newsreader", "studio", "cue", "intro", "link", "question", "moderator", "interviewer",
    "unidentified reporter", "reporters", "journalist", "editor", "newscaster", "question and answer",
})  # fmt: skip
# A label before a colon that names no speaker.
NOT_A_SPEAKER = frozenset({
    "note", "update", "background", "location", "date", "subject", "source", "sources", "casualties", "summary",
    "headline", "key", "points", "situation", "context", "time", "dtg", "from", "to", "ref", "info", "status",
    "killed", "wounded", "injured", "missing", "displaced", "overview", "highlights", "topic", "title", "place",
    "contact", "weather", "breaking", "correction", "watch", "read", "related", "caption", "photo", "alert",
    "latest", "live", "developing", "security", "displacement", "access", "response", "needs", "detention",
    "damage", "incident", "incidents", "total", "toll", "deaths", "assessment", "action", "enemy", "own", "losses",
    "comment", "remarks", "outlook", "area", "sector", "axis", "north", "south", "east", "west", "today",
    "yesterday", "meanwhile", "short", "version", "recap", "reminder", "backstory", "corrected", "clarification",
    "bda", "casualty", "example", "following", "result", "detained", "tags",
})  # fmt: skip
# What “according to” or “per” may name and letters may stand for, though nobody speaks there.
NOT_ISSUERS = frozenset({
    "plan", "plans", "schedule", "law", "agreement", "custom", "tradition", "rule", "rules", "usual", "information",
    "kia", "wia", "mia", "ied", "vbied", "vbieds", "bda", "poo", "qrf", "aar", "uxo", "gsw", "ivo", "saf", "rpg", "nb", "ps", "tbc",
    "tbd", "fyi", "update", "correction", "eta", "bn", "coy", "pl", "spc", "nco", "suv", "suvs", "cent", "day", "week",
    "month", "year", "hour", "person", "head", "capita", "phone", "radio", "air", "road", "sea", "boat", "helicopter",
    "herself", "himself", "themselves", "itself", "one", "two", "three", "four", "five", "km", "dg", "hq", "us", "usa",
    "uk", "eu", "own", "total", "family", "household", "instructions", "orders", "reports",
    "toll", "tolls", "tally",
})  # fmt: skip
# A sentence that begins so is the reporter's again.
TURNS = frozenset({
    "meanwhile", "separately", "elsewhere", "however", "no group", "no one", "nobody", "earlier", "photos", "video",
    "videos", "footage", "images", "pictures", "the attack", "the attacks", "the bombing", "the blast",
    "the incident", "the violence", "the conflict", "the war", "the claim", "the claims", "the figure",
    "the figures", "the report", "the reports", "last", "the army", "the government", "the latest", "since",
    "last year", "last month", "analysts", "reuters", "afp", "ap", "the ap", "the fighting", "the strike",
    "the strikes", "the clashes", "the assault", "the number", "the country", "there was no", "neither side",
    "this week", "but", "on", "the rebels", "the group", "the province", "the city", "the region", "the town",
})  # fmt: skip
TURNS_IN_PASSING = (
    " could not be ", " independently ", " no immediate ", " not immediately ", " did not respond ",
    " declined to ", " has been in turmoil ", " last year ", " in recent months ", " in recent years ",
    " for years ", " decades ", " comes as ", " came as ", " comes amid ", " came amid ", " comes days after ",
    " is the latest ", " was the latest ", " since independence ", " claimed responsibility ", " have repeatedly ",
    " has repeatedly ", " has long ", " have long ", " population ",
)  # fmt: skip
