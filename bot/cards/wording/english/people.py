"""What a person reads about the bot and about themselves."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "hello": "👋 I am claimdesk, for desks that check what is said about a conflict.",
    "hello_does": "I read reports, find the claims in them, put each before your desk, keep what the reviewers say, "
    "and tell the story of every claim.",
    "hello_group": "This group is a desk. Hand in a text with /add, or reply /add to a message.",
    "hello_group_new": "This group is not a desk yet. An admin sends /setup, and it is one.",
    "hello_private_desk": "You work for the desk “{desk}”. Send me a text or a .txt file, or forward a message, and I read it.",
    "hello_private_none": "You are not at any desk I know. Add me to your group, and let an admin send /setup there.",
    "votes": "Votes are blind: until a claim is decided, nobody sees who said what.",
    "see_help": "/help shows what I can do.",
    "choose_desk": "You belong to several desks. Which one do you want to work for now?",
    "chosen": "You now work for the desk “{desk}”.",
    "help_title": "What I can do",
    "help_hand_in": "Hand in",
    "help_hand_in_private": "Just send me a text, a .txt file, or forward a message; long texts in several parts are joined.",
    "help_line": "{command} · {does}",
    "help_vote": "On a card, press ✅ Verify (it happened), ❌ Dispute (it did not, or not so) or 🤷 Unsure. "
    "You can change or withdraw your answer. Until a claim is decided nobody sees who said what.",
    "help_not_a_claim": "🚫 Not a claim is for sentences that say nothing to check: two reviewers, or one lead, set them aside.",
    "help_reader": "You may look at everything here; only members of a desk may vote.",
    "whoami_title": "You are {codename}",
    "whoami_desk": "Desk: {desk}",
    "whoami_role": "Role: {role}",
    "whoami_lead": "You may vote, set up the desk and set a claim aside.",
    "whoami_reviewer": "You may vote.",
    "whoami_unlisted": "This is a public group: you may vote once a lead lists you.",
    "whoami_reader": "You may look, but not vote.",
    "whoami_hidden": "Others see your codename only, and on each claim just a letter.",
    "sorry": "Something went wrong on my side, and nothing was changed. Please try again. Reference: {reference}",
    "with_reference": "{sentence}\nReference: {reference}",
}
