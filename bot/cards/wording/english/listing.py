"""What /reviewers says."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "private": "This is a private group: all its members may vote, and nobody need be listed.",
    "title": "{count:# listed reviewer may|# listed reviewers may} vote here, besides the leads",
    "how": "To list somebody, reply to a message of theirs with /reviewers add; /reviewers remove takes them off.",
    "added": "Listed: the person you replied to may vote here now.",
    "removed": "Taken off the list: the person you replied to may not vote here any more. Answers given before still count.",
    "roster_title": "{count:# reviewer|# reviewers} at this desk",
    "marked": "· {name} ({marks})",
    "is_frozen": "suspended",
    "is_listed": "listed",
    "lead_how": "/reviewers freeze amber fox sets the answers of a reviewer aside, /reviewers unfreeze amber fox lets them count again; /reviewers perspective amber fox north says from where somebody looks (none for nowhere).",
    "frozen": "❄ {lead} suspended {reviewer}.",
    "frozen_how": "Presses of this reviewer are refused, and answers in rounds that are not over are set aside, until a lead lets them count again with /reviewers unfreeze.",
    "unfrozen": "☀ {lead} let {reviewer} in again.",
    "unfrozen_how": "The answers of this reviewer in present rounds count again.",
    "perspective": "{reviewer} answers from the perspective “{perspective}” from now on. Answers given before keep theirs.",
    "no_perspective": "{reviewer} has no perspective from now on. Answers given before keep theirs.",
    "perspectives_off": "This desk does not ask for perspectives yet: /setup perspectives=on, in the group.",
    "brigade": "⚠ Unusually many answers: {answers} within a minute, and {newcomers} who joined within a day are among those who answer.",
    "brigade_how": "Leads: if these are not reviewers of yours, /reviewers freeze and a codename sets their answers aside. In our private chat, /reviewers tells you the codenames.",
}
