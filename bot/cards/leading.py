"""What a desk is told when a lead overrules, reopens or retracts: public acts, under the codename of who did it."""

from __future__ import annotations

from bot.cards.buttons import button
from bot.cards.card import Card, Rows, Style
from bot.cards.claim import say_status
from bot.cards.fit import Part, fitted, part
from bot.cards.hostile import outside
from bot.cards.presses import AgreeToOverrule, ShowClaim, Signer
from bot.cards.wording import say
from bot.claims.claim import Claim
from bot.claims.events import Cause
from bot.claims.history import Overruling, Standing
from bot.claims.model import Codename

STATEMENT_LENGTH = 400
NAME_LENGTH = 80
REASON_LENGTH = 400


def overruled_card(claim: Claim, overruling: Overruling, reason: str | None, signer: Signer) -> Card:
    """A lead has set the status of a claim, or two leads have."""
    key = "leading.overruled_by_two" if overruling.proposed_by else "leading.overruled"
    first = outside(overruling.proposed_by or "", NAME_LENGTH)
    title = say(key, label=claim.label, first=first, **_set_by(overruling))
    told = [part(title, Style.BOLD), _statement(claim), _reason(reason), part(say("leading.stands"), Style.ITALIC)]
    return fitted(told, _opener(claim, signer))


def proposed_card(claim: Claim, round: int, proposed: Overruling, reason: str | None, signer: Signer) -> Card:
    """A lead who has answered proposes to overrule: another lead is asked to agree."""
    title = say("leading.proposed", label=claim.label, **_set_by(proposed))
    asks = say("leading.second_lead", label=claim.label, status=proposed.status.value)
    agree = button("agree", AgreeToOverrule(claim.id, round, proposed.status), claim.desk, signer)
    told = [part(title, Style.BOLD), _statement(claim), _reason(reason), part(asks)]
    return fitted(told, ((agree,), *_opener(claim, signer)))


def reopened_card(claim: Claim, standing: Standing, lead: Codename, reason: str | None, signer: Signer) -> Card:
    """A lead has opened a new round."""
    facts = {"label": claim.label, "round": standing.round, "by": outside(lead, NAME_LENGTH)}
    before = say("leading.before", status=say_status(standing.earlier[-1])) if standing.earlier else ""
    told = [part(say("leading.reopened", **facts), Style.BOLD), _statement(claim), _reason(reason)]
    return fitted([*told, part(before + say("leading.answer_anew"))], _opener(claim, signer))


def source_changed_card(claim: Claim, standing: Standing) -> Card:
    """The source edited away what a decided claim rested on, so that it is open again."""
    title = say("leading.source_changed", label=claim.label, round=standing.round)
    before = say("leading.before", status=say_status(standing.earlier[-1])) if standing.earlier else ""
    told = [part(title, Style.BOLD), _statement(claim), part(before + say("leading.answer_anew"))]
    return fitted([*told, part(say("leading.see_card", label=claim.label))])


def retracted_card(claim: Claim, lead: Codename, reason: str | None, signer: Signer) -> Card:
    """A lead has recorded that the source took a claim back."""
    title = say("leading.retracted", label=claim.label, by=outside(lead, NAME_LENGTH))
    return fitted([part(title, Style.BOLD), _statement(claim), _reason(reason)], _opener(claim, signer))


def new_round_card(claim: Claim, standing: Standing, cause: Cause) -> Card:
    """What somebody who answered before reads in private: that answer counts no longer."""
    why = say(f"leading.told_{cause.value}", label=claim.label, round=standing.round)
    return fitted([part(why, Style.BOLD), _statement(claim), part(say("leading.told_how", label=claim.label))])


def reason_in_words(reason: str | None) -> str:
    """A lead's own words, made harmless; or that they were erased."""
    return say("leading.reason", reason=outside(reason, REASON_LENGTH)) if reason else say("leading.reason_erased")


def _set_by(overruling: Overruling) -> dict[str, str]:
    return {"status": say_status(overruling.status), "by": outside(overruling.by, NAME_LENGTH)}


def _statement(claim: Claim) -> Part:
    return part(outside(claim.statement, STATEMENT_LENGTH), Style.QUOTE, rank=1)


def _reason(reason: str | None) -> Part:
    return part(reason_in_words(reason), rank=2)


def _opener(claim: Claim, signer: Signer) -> Rows:
    return ((button("open", ShowClaim(claim.id), claim.desk, signer, label=claim.label),),)
