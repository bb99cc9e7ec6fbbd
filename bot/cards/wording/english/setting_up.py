"""What /setup says."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "new": "✅ This group is now a desk.",
    "changed": "✅ The settings of this desk are changed.",
    "rule": "A claim is decided by at least {quorum:# clear vote|# clear votes}, with a lead of {margin}.",
    "window": "Time to review: {window:# hour|# hours}.",
    "perspectives": "Perspectives: on. A claim is only verified when at least two perspectives agree, with two answers each. Leads say who looks from where: /reviewers perspective amber fox north.",
    "zone": "Time zone: {zone}.",
    "digest": "Daily digest: {hour}.",
    "no_digest": "Daily digest: off.",
    "voters": "Every member of this group may vote; its admins are the leads.",
    "voters_public": "This group is public: only listed reviewers and its admins may vote.",
    "topic": "Claims are posted in this topic.",
    "too_few": "⚠ This group has {members:# member|# members} besides me: with a quorum of {quorum} nothing can be decided. Set a smaller one, or invite more reviewers.",
    "frozen": "Claims that are already before the desk keep the rule they began with.",
    "usage_title": "To change something:",
    "usage": "/setup quorum=3 margin=2 window=24 perspectives=off zone=Europe/Kyiv digest=08:00",
    "usage_note": "Write only what you want to change; digest=off switches the digest off.",
    "next": "Hand in a text with /add, and the claims in it appear here.",
    "confirm": "You write as an anonymous admin, so I cannot see who you are. To set up this desk, press the button.",
    "confirm_warning": "Please note: the press shows your account to me (not to the group). If you would rather not, "
    "let another admin send /setup.",
    "confirm_settings": "Asked for: {words}",
}
