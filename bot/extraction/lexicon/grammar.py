"""Small words: the closed classes that end a group of words, join two or carry a verb."""

from __future__ import annotations

DETERMINERS = frozenset(
    "a an the this that these those his her its their our my your whose each every any some no both all either "
    "neither several many few most".split()
)
PREPOSITIONS = frozenset(
    """of in on at to from by with without into onto near outside inside around across along through during after
    before since until till between among amid against for over under behind beside beyond toward towards within despite
    via per off up down out as than like about including incl upon following besides alongside throughout above below
    beneath aboard because ago away back due while when where who whom which that if whether though although unless
    so then there how why what once whereas hours days""".split()
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
CONJUNCTIONS = frozenset("and or but nor plus as".split())
PRONOUNS = frozenset(
    "he she it they we i you him them us me himself herself itself themselves ourselves who which someone anyone "
    "everyone everybody somebody others".split()
)
BE = frozenset("is are was were be been being am 's 're get gets got getting gotten".split())
HAVE = frozenset("has have had having 've".split())
DO = frozenset("do does did".split())
MODALS = frozenset("will would could may might should must can shall 'll cannot won't couldn't can't ought".split())
NEGATIONS = frozenset(
    """not never n't didn't haven't hasn't hadn't wasn't weren't isn't aren't don't doesn't without neither
        nor cannot""".split()
)
AUXILIARIES = BE | HAVE | DO | MODALS | NEGATIONS
ADVERBS = frozenset(
    """also then later still already again now soon just only even once meanwhile reportedly allegedly apparently
    recently subsequently instantly immediately mostly mainly largely partly completely totally fully badly seriously
    severely critically slightly lightly gravely fatally briefly successfully temporarily simply together
    finally eventually further since earlier ago today yesterday overnight not never ever almost nearly barely
    so far yet too as well indeed however there at once outright alive confirmed believed feared reported known
    thought
    presumed said understood to have fear""".split()
)
# Words that may follow a noun and never belong to its group.
TRAILING = frozenset(
    """here there yesterday today overnight tonight tomorrow still now then ago later also together alone meanwhile
    loyal responsible opposed allied aligned nearby alive afterwards thereafter apiece longer altogether aboard each""".split()
)
QUOTES = frozenset("\" “ ” ‘ ’ ' « » '' ``".split())
CLOSING = frozenset("\" ” ’ » ''".split())
DASHES = frozenset("- – — --".split())
# Irregular pasts and common verbs of reports: none of them can stand inside a group of nouns.
VERBS = frozenset(
    """said says say told tells tell took takes take taking taken went go goes gone going came come comes coming left
    leave leaves leaving fell fall falls falling fallen hit hits hitting shot shoots shoot shooting held hold holds
    holding made make makes making gave give gives giving given found find finds finding lost lose loses losing
    saw sees see seen seeing kept keep keeps keeping brought bring brings bringing sent send sends sending began begin
    begins begun beginning broke tore breaks broken breaking drove drives driven driving fled flee flees fleeing fought
    fights fighting fought blew blown blows blowing ran run runs running rose rises risen rising put puts putting set
    sets setting let lets cut cuts cutting met meets meeting paid read led leads leading built builds won wins
    winning spoke speaks spoken wrote writes written knew knows known thought thinks felt feels became become
    becomes grew grows grown showed shows shown stood stands standing sat sits lay lies laid lying bore wore swore
    threw throws thrown drew draws drawn struck strikes strike striking beat beats beaten bit
    spent slept aged remain remains remained stay stays stayed seem seemed appear appeared continued started starts start become
    turned
    turns entered enters attacked came want wants need needs believe fear feared hope accuse accused
    arrive arrives arrived return returned live lived carry carried face faced
    called calls used needs includes included remains remained continue continues seems appears followed according
    swept sought caught bought taught dug hid spent swam sank sprang froze chose stuck wept crept clung hung slid stole rode slunk leapt sped quit flung hurled strove sweeps controls cling clings crosses
    marches rolls pours walks slips claims stand tore got belongs flies runs lies looms hovers shoot melt melts retreat
    heard rang shook rocked echoed jolted burst split
    citing adding saying claiming denying reporting died dies die dying denies deny confirms warns admits announces
    rejects dismisses insists alleges
    acknowledges adds vows accuses blames boasts scoffs concedes speak consisted consists""".split()
)
SUBORDINATORS = frozenset(
    "that which who whom when where while if whether because although though after before as".split()
)
UNITS = frozenset(
    """percent per % km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters foot feet
    dollar dollars euro euros pound pounds hour hours day days week weeks month months year years minute minutes
    second seconds decade decades century centuries tonne tonnes ton tons kilogram kilograms kg litre litres barrel
    barrels degree degrees point points seat seats vote votes goal goals am pm a.m. p.m. o'clock times acre acres
    hectare hectares gmt $ € £ round rounds billion percentage""".split()
)
