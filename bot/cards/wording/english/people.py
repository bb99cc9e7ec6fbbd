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
    "whoami_title": "You are {codename}",
    "whoami_desk": "Desk: {desk}",
    "whoami_role": "Role: {role}",
    "whoami_lead": "You may vote, set up the desk and set a claim aside.",
    "whoami_reviewer": "You may vote.",
    "whoami_unlisted": "This is a public group: you may vote once a lead lists you.",
    "whoami_frozen": "A lead has suspended you: your answers are set aside, and your presses are refused until a lead lets you in again.",
    "whoami_reader": "You may look, but not vote.",
    "whoami_told": "I have told you in our private chat: a codename is for its owner alone.",
    "whoami_ask": "A codename is for its owner alone, so I tell it in private only. Open a chat with {bot}, press Start, and send /whoami there.",
    "whoami_hidden": "Others see your codename only, and on each claim just a letter. /forgetme, in private, makes me forget who you are.",
    "sorry": "Something went wrong on my side, and nothing was changed. Please try again.",
    "reference": "Reference: {reference}",
    "gap": "I was away {gap}. Telegram does not keep presses for so long: if you pressed a button then, please press it once more. Texts and commands are not lost.",
}
