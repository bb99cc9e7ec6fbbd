"""Who has been named so far, so that “he”, “the group” and “Tawil” lead back to the full name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.extraction.lexicon.roles import PARTICLES, TITLES
from bot.extraction.lexicon.speech import OPENERS, REFERRING
from bot.extraction.speech.genders import acting, gender_of, given, persons, titled
from bot.extraction.speech.voices import Voice

_FULL_NAME = re.compile(
    r"[^\W\d_a-z][\w'’-]*[\w](?:[ ](?:(?:al|el|bin|ibn|abu|van|von|der|de|del|da|dos|la|ul|ur|y)[ -])*"
    r"(?:[A-Z]\.[ ])?[^\W\d_a-z][\w'’-]*\w){1,4}"
)
_SENTENCE_ENDS = (". ", "? ", "! ", "” ", '" ')
LOOKED_BACK = 300  # characters in which a pronoun's person may be named who has said nothing so far
MOST_LOOKS = 3_000  # back for such persons; no report needs so many, text made to exhaust the reader does
_SHORTEST = 3  # letters of a name in a script
KEPT = 60  # speakers remembered; the ones further back are no longer meant by a pronoun


@dataclass(slots=True)
class Memory:
    """The speakers of a text in the order in which they spoke, and the full names that stand in it."""

    text: str
    voices: list[Voice] = field(default_factory=list)
    _names: dict[str, list[str]] | None = None
    _titles: dict[str, str] | None = None
    _persons: frozenset[str] | None = None
    _looks: int = 0

    def resolve(self, voice: Voice) -> Voice:
        """The voice with its fullest name; pronouns and “the group” become those they mean, where that is known."""
        if voice.kind == "pronoun":
            meant = self._meant_by(voice)
            if meant and meant.kind == "person":
                meant = self._fuller(meant)
            return replace(meant, start=voice.start, end=voice.end, chain=voice.chain) if meant else voice
        if voice.source.isupper() and (named := self._in_small_letters(voice)) is not None:
            return named
        if voice.kind == "person":
            return self._fuller(voice)
        if voice.kind in ("body", "paper", "someone", "crowd") and (meant := self._referred(voice)):
            return replace(meant, start=voice.start, end=voice.end, chain=voice.chain)
        return voice

    def _in_small_letters(self, voice: Voice) -> Voice | None:
        """“RUIZ:” in a script is the Ana Ruiz named before."""
        if not voice.source.isalpha() or len(voice.source) < _SHORTEST:
            return None
        title = replace(voice, source=voice.source.title(), kind="person", organisation=None)
        full = self._fuller(title)
        return full if full.source != title.source else None

    def until(self, start: int) -> Memory:
        """What was remembered before that offset."""
        return replace(self, voices=[one for one in self.voices if one.start < start])

    def note(self, voice: Voice) -> None:
        """Remember that this one spoke, or is being spoken of."""
        if voice.kind == "pronoun":
            return
        if self.voices and self.voices[-1].source == voice.source:
            voice = replace(voice, start=self.voices.pop().start)  # so that `until` finds it in between
        self.voices.append(voice)
        if len(self.voices) > KEPT:
            del self.voices[0]

    def _meant_by(self, pronoun: Voice) -> Voice | None:
        low = pronoun.source.lower()
        kinds = {
            "he": ("person", "someone"), "she": ("person", "someone"), "i": ("person", "someone"),
            "it": ("body", "paper"), "they": ("crowd", "body", "person", "someone"),
            "we": ("person", "someone", "crowd", "body"),
            "who": ("person", "someone", "crowd", "body"),
        }.get(low, ())  # fmt: skip
        if low == "they":
            several = (voice for voice in reversed(self.voices[-4:]) if voice.kind in ("crowd", "body"))
            if (meant := next(several, None)) is not None:
                return meant
        doer = self._acting(pronoun, low) if low in ("he", "she") else None
        if doer is not None:
            return doer
        for voice in reversed(self.voices):
            if voice.kind in kinds and (low not in ("he", "she") or self._gender(voice) in (None, low)):
                if low in ("he", "she") and voice.gender is None:
                    self._learn(voice, low)
                return voice
        return self._named_before(pronoun, low) if low in ("he", "she") else None

    def _gender(self, voice: Voice) -> str | None:
        return voice.gender or (gender_of(voice.source, self._titled()) if voice.kind == "person" else None)

    def _titled(self) -> dict[str, str]:
        if self._titles is None:
            self._titles = titled(self.text)
        return self._titles

    def _acting(self, pronoun: Voice, low: str) -> Voice | None:
        """Whom the pronoun's paragraph is about so far, where nobody has spoken in it: “Ode won again. … he says”."""
        furthest = max(pronoun.start - LOOKED_BACK, 0)
        start = max(self.text.rfind("\n", furthest, pronoun.start) + 1, furthest)
        if not any(self.text.find(mark, start, pronoun.start) >= 0 for mark in _SENTENCE_ENDS):
            return None  # no sentence before the pronoun's own
        spoken = (one for one in reversed(self.voices) if one.kind in ("person", "someone"))
        last = next((one for one in spoken if self._gender(one) in (None, low)), None)
        if (last is not None and last.start >= start) or not self._look():
            return None
        for name in acting(self.text, start, pronoun.start, self._last_names()):
            if gender_of(name, self._titled()) in (None, low):
                return self._fuller(Voice(name, "person", pronoun.start, pronoun.end, gender=low))
        return None

    def _titled_so(self, head: str, voice: Voice) -> Voice | None:
        """“the actress” where “actress Ann Ode” stands before it."""
        at = self.text.find(f" {head} ", max(voice.start - _NAMED_SO, 0), voice.start) if self._look() else -1
        name = _FULL_NAME.match(self.text, at + len(head) + 2) if at >= 0 else None
        return replace(voice, source=name[0], kind="person") if name else None

    def _look(self) -> bool:
        self._looks += 1
        return self._looks <= MOST_LOOKS

    def _last_names(self) -> frozenset[str]:
        """Last names of those whose given name is known as such."""
        if self._persons is None:
            if self._names is None:
                self._names = _full_names(self.text)
            self._persons = frozenset(last for last, names in self._names.items() if any(map(given, names)))
        return self._persons

    def _named_before(self, pronoun: Voice, low: str) -> Voice | None:
        """The nearest person named before the pronoun, though nothing has been said by them yet."""
        if not self._look():
            return None
        since = max(pronoun.start - LOOKED_BACK, 0)
        for name in reversed(list(persons(self.text, since, pronoun.start))):
            if gender_of(name, self._titled()) in (None, low):
                return self._fuller(Voice(name, "person", pronoun.start, pronoun.end, gender=low))
        return None

    def _learn(self, voice: Voice, gender: str) -> None:
        self.voices = [replace(one, gender=gender) if one.source == voice.source else one for one in self.voices]

    def _fuller(self, voice: Voice) -> Voice:
        known = next(
            (
                one
                for one in reversed(self.voices)
                if one.kind == "person" and _part_of(voice.source, one.source) and self._may_be(one.source, voice)
            ),
            None,
        )
        if known:
            role = voice.role or known.role
            return replace(known, start=voice.start, end=voice.end, role=role, chain=voice.chain)
        if len(voice.source.split()) > 1:
            return voice
        return replace(voice, source=self._full_name(voice))

    def _full_name(self, voice: Voice) -> str:
        if self._names is None:
            self._names = _full_names(self.text)
        last = voice.source.lower().split()[-1:] or [""]
        names = [name for name in self._names.get(last[0], []) if self._may_be(name, voice)]
        known = [name for name in names if given(name)]
        return max(known or names, key=names.count) if names else voice.source  # of several, whom the text names most

    def _may_be(self, name: str, voice: Voice) -> bool:
        """“Mr. Ode” is not Mary Ode."""
        return voice.gender is None or gender_of(name, {}) in (None, voice.gender)

    def _referred(self, voice: Voice) -> Voice | None:
        """“the group”, “the official”: one named before with that word in name or role, else the last of that sort."""
        words = voice.source.lower().split(" ", 4)
        if not words or words[0] not in ("the", "this", "that") or len(words) > 3:
            return None
        if voice.end - voice.start > len(voice.source) + 2:
            return None  # “the charity that runs it” is told apart by its clause
        head = words[-1]
        if head not in REFERRING:
            return None
        for one in reversed(self.voices):
            if (
                one.source.lower() != voice.source.lower()
                and _mentions(one, words[1:])
                and not (voice.kind == "body" and one.kind == "person")
            ):
                return one
        if voice.kind == "someone" and (named := self._titled_so(head, voice)) is not None:
            return named
        if head in (
            "group",
            "organisation",
            "organization",
            "charity",
            "watchdog",
            "body",
            "monitor",
            "agency",
            "statement",
            "network",
        ):
            return next((one for one in reversed(self.voices) if one.kind == "body"), None)
        return None


_NAMED_SO = 4_000  # characters back in which “the actress” may have been named


def _mentions(voice: Voice, words: list[str]) -> bool:
    said = f"{voice.source} {voice.role or ''}".lower()
    return words[-1] in said and all(word in said.split() for word in words)


def _part_of(short: str, full: str) -> bool:
    """Whether the short form is a run of the full name's words: “Rosa Chavez” of “Gregorio Rosa Chavez”."""
    if short not in full or len(short) == len(full):
        return False
    a, b = short.split(), full.split()
    return len(a) < len(b) and any(b[i : i + len(a)] == a for i in range(len(b) - len(a) + 1))


def _full_names(text: str) -> dict[str, list[str]]:
    """Last word of a name in small letters -> the full names that end with it, in reading order."""
    found: dict[str, list[str]] = {}
    for name in _FULL_NAME.finditer(text):
        words = name[0].removesuffix("'s").removesuffix("’s").split()
        while len(words) > 1 and _no_name(words[0].lower().rstrip(".")):
            words = words[1:]
        if len(words) > 1 and words[-1].lower() not in PARTICLES and not (len(words[0]) > 1 and words[0].isupper()):
            found.setdefault(words[-1].lower(), []).append(" ".join(words))
    return found


def _no_name(low: str) -> bool:
    return low in TITLES or low in OPENERS or low == "the"
