"""Speakers named by the layout: “Mayor Hassan: …”, “[HASSAN] …”, “Strike kills 12 – ministry”."""

from __future__ import annotations

from bot.extraction.lexicon.reporting import STAGE_DIRECTIONS
from bot.extraction.lexicon.roles import SPEAKERS, TITLES
from bot.extraction.lexicon.speech import NOT_A_SPEAKER, OWN_VOICE
from bot.extraction.speech import subjects
from bot.extraction.speech.cue import Cue
from bot.extraction.speech.utterances import QUOTE, Token
from bot.extraction.speech.voices import Voice, is_name, voice_of


def label_cue(text: str, words: list[Token]) -> Cue | None:
    """“Mayor Hassan: “…”” and, in scripts, “HASSAN: …” or “[HASSAN] …” at the beginning of a line."""
    if words and words[0].word == "[":
        return _bracket_label(text, words)
    colon = next((i for i, token in enumerate(words[:14]) if token.word == ":"), None)
    if colon is None or colon == 0 or any(token.word == QUOTE for token in words[:colon]):
        return None
    label = words[:colon]
    lows = " ".join(token.low for token in label)
    if (
        label[0].low in NOT_A_SPEAKER
        or lows in NOT_A_SPEAKER
        or any(subjects.is_verb(label, i) for i in range(len(label)))
    ):
        return None
    if label[-1].low in OWN_VOICE or label[0].low in OWN_VOICE:
        return Cue(None, words[0].start, words[0].start, words[colon].end, True, own=True)
    quoted = colon + 1 < len(words) and words[colon + 1].word == QUOTE
    phrase = _after_time(label)
    voice = voice_of(text, *_split_label(phrase)) if phrase else None
    if voice is None or not (quoted or _speaks(voice, phrase)):
        return None
    return Cue(voice, words[0].start, words[0].start, words[colon].end, leads=True)


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
    return (
        (voice.kind in ("body", "crowd") or voice.role is not None)
        and any(token.low in SPEAKERS or token.low in TITLES for token in phrase)
        and len(phrase) <= 8
    )


def _bracket_label(text: str, words: list[Token]) -> Cue | None:
    close = next((i for i, token in enumerate(words[:20]) if token.word == "]"), None)
    if close is None or close < 2:
        return None
    label = words[1:close]
    lows = {token.low for token in label}
    if lows & OWN_VOICE or lows & STAGE_DIRECTIONS:
        return Cue(None, words[0].start, words[0].start, words[close].end, True, own=True) if lows & OWN_VOICE else None
    voice = voice_of(text, label)
    return Cue(voice, words[0].start, words[0].start, words[close].end, leads=True) if voice else None


def dash_tail(text: str, words: list[Token]) -> Cue | None:
    """Headlines: “Strike kills 12 – ministry”, “At least 12 dead: governor”."""
    end = len(words) - (words[-1].word == "." if words else 0)
    dash = next((i for i in range(end - 1, max(end - 7, 2), -1) if words[i].word in ("—", "–", "-", "--", ":")), None)
    if dash is None or dash == end - 1:
        return None
    phrase = words[dash + 1 : end]
    if not (phrase[-1].low in SPEAKERS or (is_name(phrase) and any(token.low in SPEAKERS for token in phrase))):
        return None
    voice = voice_of(text, phrase)
    if voice is None or any(subjects.is_verb(phrase, i) for i in range(len(phrase))):
        return None
    return Cue(voice, words[dash].start, words[dash].start, words[end - 1].end, leads=False)
