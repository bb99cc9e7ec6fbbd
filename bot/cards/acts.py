"""What leads do to a claim in public, as sentences of its story: by codename, with the reason in their own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.cards.claim import say_status
from bot.cards.hostile import outside
from bot.cards.wording import say
from bot.claims import events as e
from bot.claims.model import Codename

NAME_LENGTH = 80
REASON_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Acts:
    """Tells of acts; `words` are the reasons by the commitment to them, without those that were erased."""

    words: Mapping[str, str]

    def act(self, event: e.OverruleProposed | e.Overruled | e.Retracted) -> str:
        """What a lead did, and why."""
        facts = {"by": _name(event.by), "reason": self._reason(event.reason)}
        match event:
            case e.OverruleProposed(status=status):
                return say("history.overrule_proposed", status=say_status(status), **facts)
            case e.Overruled(status=status, proposed_by=None):
                return say("history.overruled", status=say_status(status), **facts)
            case e.Overruled(status=status, proposed_by=first):
                return say("history.overruled_by_two", status=say_status(status), first=_name(first), **facts)
        return say("history.retracted", **facts)

    def round_opened(self, opened: e.RoundOpened) -> str:
        """A round began, under which rule, and why when it is not the first."""
        rule = {"quorum": opened.quorum, "margin": opened.margin, "window": opened.window, "version": opened.version}
        sides = say("history.with_perspectives") if opened.perspectives else ""
        told = say("history.round_opened", round=opened.round, sides=sides, **rule)
        if opened.cause is e.Cause.SOURCE_CHANGED:
            why = say("history.source_changed")
            return f"{told} {why}"
        if opened.cause is e.Cause.REOPENED and opened.by:
            why = say("history.reopened", by=_name(opened.by), reason=self._reason(opened.reason))
            return f"{told} {why}"
        return told

    def _reason(self, commitment: str | None) -> str:
        words = self.words.get(commitment or "")
        return say("history.in_words", words=outside(words, REASON_LENGTH)) if words else say("history.reason_erased")


def _name(codename: Codename | None) -> str:
    return outside(codename or "", NAME_LENGTH)
