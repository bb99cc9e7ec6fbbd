"""Speakers named by the layout: “Mayor Hassan: …”, “[HASSAN] …”, “Strike kills 12 – ministry”."""

from __future__ import annotations

from bot.extraction.lexicon.calendar import MONTHS
from bot.extraction.lexicon.reporting import CLIPS, COUNTED, LANGUAGES, STAGE_DIRECTIONS, WIRES
from bot.extraction.lexicon.roles import SPEAKERS, TITLES
from bot.extraction.lexicon.speech import NOT_A_SPEAKER, OWN_VOICE
from bot.extraction.speech.cue import Cue
from bot.extraction.speech.naming import is_name
from bot.extraction.speech.predicates import is_verb
from bot.extraction.speech.utterances import QUOTE, Token
from bot.extraction.speech.voices import Voice, voice_of

_MESSAGES = frozenset("update message word statement text note call line report news email letter".split())
_SAY = frozenset("say says said insist insists".split())
_POSTS = frozenset(
    "posts tweets writes says reports messages texts adds confirms announces posted wrote tweeted".split()
)
_WAYS = frozenset("by to on via over in speaking".split())
_UNNAMED = frozenset("source sources officials residents witnesses police media medics elders".split())


def label_cue(text: str, words: list[Token]) -> Cue | None:
    """“Mayor Hassan: “…”” and, in scripts, “HASSAN: …” or “[HASSAN] …” at the beginning of a line."""
    if words and words[0].word in ("[", "<"):
        return _bracket_label(text, words)
    colon = next((i for i, token in enumerate(words[:14]) if token.word == ":"), None)
    if colon is None or colon == 0 or any(token.word == QUOTE for token in words[:colon]):
        return None
    label = _by_phone(words[:colon], words[colon + 1].word if colon + 1 < len(words) else "")
    if not label or _dated(label):
        return None
    lows = " ".join(token.low for token in label)
    if label[0].low in NOT_A_SPEAKER or lows in NOT_A_SPEAKER or any(is_verb(label, i) for i in range(len(label))):
        return None
    if label[-1].low in OWN_VOICE or label[0].low in OWN_VOICE:
        return Cue(None, words[0].start, words[0].start, words[colon].end, True, own=True, label=True)
    return _named_label(text, words, colon, _past_clip(_after_time(label)))


def _dated(label: list[Token]) -> bool:
    """“11-Feb Bohoma:” and “3 March, Goma:” label an entry with its day, and name nobody."""
    months = any(token.low.rpartition("-")[2] in MONTHS for token in label)
    return months and label[0].word[0].isdigit()


def _named_label(text: str, words: list[Token], colon: int, phrase: list[Token]) -> Cue | None:
    follows = words[colon + 1].word if colon + 1 < len(words) else ""
    voice = voice_of(text, *_split_label(phrase)) if phrase else None
    if voice is None or len(phrase) > 9:
        return None
    if follows[:1].isdigit() and voice.kind == "crowd" and phrase[-1].low in COUNTED:
        return None
    sure = follows == QUOTE or _speaks(voice, phrase)
    if not sure and not (is_name(phrase) and len(phrase) <= 3):
        return None
    whole = follows != QUOTE
    return Cue(voice, words[0].start, words[0].start, words[colon].end, leads=True, label=whole, doubtful=not sure)


def _by_phone(label: list[Token], follows: str) -> list[Token]:
    """The name in “From Ana Ruiz, a medic, by phone: “…”” and “Ana Ruiz, a medic, to local radio: “…””."""
    if len(label) > 2 and label[0].low in _MESSAGES and label[1].low == "from":
        label = label[2:]
    said = next((at for at in range(1, len(label)) if label[at].low in _SAY and label[at - 1].word == ","), None)
    if said is not None:
        return label[said + 1 :]  # “Not so, say the rebels: …”
    if follows != QUOTE:
        return label
    if len(label) > 1 and label[-1].low in _POSTS:
        label = label[:-1]
    if label and label[0].low == "from":
        label = label[1:]
    cut = (at for at, token in enumerate(label[:-1]) if token.word == "," and label[at + 1].low in _WAYS)
    return label[: next(cut, len(label))]


def _past_clip(label: list[Token]) -> list[Token]:
    """“CLIP (Dr Salma Khouri)” and “SOUNDBITE (Arabic) HASSAN ALI, RESIDENT, SAYING” are those people."""
    if not label or label[0].low not in CLIPS:
        return label
    rest = [token for token in label[1:] if token.low not in LANGUAGES and token.low not in ("saying", "says")]
    while rest and not rest[0].word[0].isalnum():
        rest = rest[1:]
    while rest and not rest[-1].word[0].isalnum():
        rest = rest[:-1]
    return rest


def _after_time(label: list[Token]) -> list[Token]:
    """The label past a live blog's “14:30 GMT —”."""
    at = 0
    while at < len(label) and (
        label[at].word[0].isdigit()
        or label[at].low in ("gmt", "utc", "am", "pm", "h", "-", "—", "–", "|", "•", "*", "[", "]")
    ):
        at += 1
    return label[at:]


def _split_label(phrase: list[Token]) -> tuple[list[Token], list[Token]]:
    comma = next((i for i, token in enumerate(phrase) if token.word in (",", "(")), len(phrase))
    return phrase[:comma], [token for token in phrase[comma + 1 :] if token.word != ")"]


def _speaks(voice: Voice, phrase: list[Token]) -> bool:
    known = any(token.low in SPEAKERS or token.low in TITLES for token in phrase)
    return known and (voice.kind in ("body", "crowd") or voice.role is not None or len(phrase) <= 4)


def _bracket_label(text: str, words: list[Token]) -> Cue | None:
    close = next((i for i, token in enumerate(words[:20]) if token.word in ("]", ">")), None)
    if close is None or close < 2:
        return None
    if words[1].word[0].isdigit() or any(token.word == "=" for token in words[1:close]):
        return None  # a coder's remark, such as “[size=about 200]”
    label = _past_clip([token for token in words[1:close] if token.word != ":"])
    lows = {token.low for token in label}
    if lows & OWN_VOICE or lows & STAGE_DIRECTIONS:
        own = Cue(None, words[0].start, words[0].start, words[close].end, True, own=True, label=True)
        return own if lows & OWN_VOICE else None
    voice = voice_of(text, *_split_label(label)) if label else None
    return Cue(voice, words[0].start, words[0].start, words[close].end, leads=True, label=True) if voice else None


def dash_tail(text: str, words: list[Token]) -> Cue | None:
    """Headlines: “Strike kills 12 – ministry”, “At least 12 dead: governor”."""
    end = len(words) - (words[-1].word == "." if words else 0)
    dash = next((i for i in range(end - 1, max(end - 7, 1), -1) if words[i].word in ("—", "–", "-", "--", ":")), None)
    if dash is None or dash == end - 1:
        return None
    phrase = words[dash + 1 : end]
    quoted = any(word.word == QUOTE for word in words[max(0, dash - 2) : dash])
    if not quoted and not (
        phrase[-1].low in SPEAKERS or (is_name(phrase) and any(token.low in SPEAKERS for token in phrase))
    ):
        return None
    voice = voice_of(text, phrase)
    if voice is None or any(is_verb(phrase, i) for i in range(len(phrase))):
        return None
    return Cue(voice, words[dash].start, words[dash].start, words[end - 1].end, leads=False)


def bracket_tail(text: str, words: list[Token]) -> Cue | None:
    """“4,500 people were displaced (OCHA).” and “… (Source: local authorities)”."""
    close = len(words) - 1
    while close > 0 and words[close].word in (".", ";"):
        close -= 1
    if close < 4 or words[close].word not in (")", "]"):
        return None
    opening = next((i for i in range(close - 1, max(close - 9, 2), -1) if words[i].word in ("(", "[")), None)
    if opening is None:
        return None
    inside = words[opening + 1 : close]
    sourced = (
        len(inside) > 2
        and inside[0].low in ("source", "sources", "src", "info", "via", "from")
        and inside[1].word == ":"
    )
    named = _split_label(inside)[0]
    voice = voice_of(text, inside[2:] if sourced else named)
    unnamed = bool(named) and named[-1].low in _UNNAMED
    if voice is None or not (sourced or unnamed or (voice.kind == "body" and is_name(named))):
        return None
    if voice.source.lower() in WIRES or _spelled_out(words[:opening], voice.source):
        return None
    return Cue(voice, words[opening].start, words[opening].start, words[close].end, leads=False)


def _spelled_out(before: list[Token], acronym: str) -> bool:
    """“the Organization for Migration (OIM)” only explains the letters."""
    capitals = "".join(token.word[0] for token in before[-8:] if token.word[0].isupper())
    return acronym.isupper() and (capitals.endswith(acronym[-2:]) or bool(before and before[-1].word[0].isupper()))
