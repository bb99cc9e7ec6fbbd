"""Being forgotten: exactly what goes and what stays, said before anybody presses, and told to the desk after."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.buttons import button
from bot.cards.card import Card, Style
from bot.cards.fit import Part, fitted, part
from bot.cards.hostile import outside
from bot.cards.presses import ForgetMe, ForgetReviewer, Signer
from bot.cards.wording import say
from bot.claims.desk import Reviewer

NAME_LENGTH = 80


def forget_me_card(chat: int, signer: Signer) -> Card:
    """Asks a person in private whether they want to be forgotten; `chat` is their private chat, which signs."""
    told = ["me_goes", "me_chat", "me_stays", "me_then", "told", "copies"]
    yes = button("forget_me", ForgetMe(chat), chat, signer)
    return fitted([part(say("forget.me_title"), Style.BOLD), *_sentences(told)], ((yes,),))


def forget_reviewer_card(reviewer: Reviewer, signer: Signer) -> Card:
    """Asks a lead whether this reviewer is to be forgotten."""
    yes = button("forget", ForgetReviewer(reviewer.desk, reviewer.id), reviewer.desk, signer)
    return fitted([part(_title(reviewer), Style.BOLD), *_sentences(LEAD_READS)], ((yes,),))


def forgetting_text(reviewer: Reviewer | None) -> str:
    """The same question without its button, for the command line; None for somebody known by a Telegram id only."""
    title = _title(reviewer) if reviewer else say("forget.title_id")
    return "\n".join([title, *(say(f"forget.{key}") for key in LEAD_READS)])


def forgotten_card(reviewer: Reviewer) -> Card:
    """Tells a desk that one of its reviewers was forgotten, and whether that lifts a suspension."""
    told = [part(say("forget.done", codename=outside(reviewer.codename, NAME_LENGTH)))]
    return fitted([*told, part(say("forget.was_frozen"), Style.BOLD)] if reviewer.frozen else told)


def forgotten_me() -> str:
    """What the person reads who has just been forgotten, as the answer to the press."""
    return say("forget.me_done")


LEAD_READS = ("goes", "stays", "then", "copies")


def _title(reviewer: Reviewer) -> str:
    return say("forget.title", codename=outside(reviewer.codename, NAME_LENGTH))


def _sentences(keys: Sequence[str]) -> list[Part]:
    return [part(say(f"forget.{key}")) for key in keys]
