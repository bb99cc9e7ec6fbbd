"""What /help says: one line a command, and how the rest goes."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "title": "What I can do",
    "line": "/{command} · {does}",
    "add": "hand in a text: write it behind the command, or reply with the command to a message or a .txt file",
    "queue": "what waits for an answer",
    "claims": "all claims, if you like by status, kind and place: /claims verified Herat",
    "claim": "one claim: /claim C-17",
    "history": "the story of a claim: /history C-17",
    "parties": "who fights on which side: a speaker of theirs counts as a party; leads add to the list",
    "link": "how two claims relate, the newer first: /link C-17 updates C-12 (or same as, contradicts, supports); the older one gives way to an update. Codenames are public there: in our private chat nobody sees whose it is",
    "unlink": "two claims do not relate: /unlink C-17 C-12",
    "asof": "what was believed at a time, if you like at a place or of a kind: /asof 2026-11-01 08:00 Herat",
    "toll": "what the casualties of a town, region or country add up to, one interval an event: /toll Herat, or /toll Herat 30 for 30 days",
    "control": "who was said to hold a place when, by whom, and what of it is assessed: /control Herat",
    "digest": "the digest now: /digest now. Leads set its hour: /digest 08:00, or /digest off",
    "stats": "how many claims are open and decided, how fast, how often reviewers agree, and how often each rule found a claim",
    "whoami": "your codename and your role; best asked in private",
    "start": "hello, and which desk to work for",
    "forgetme": "in our private chat: I forget who you are; I ask first, and say what stays",
    "overrule": "set a status against the votes, with a reason: /overrule C-17 verified and why. Who has answered on it needs a second lead. Codenames are public there: in our private chat nobody sees whose it is",
    "reopen": "open a new round, with a reason: /reopen C-17 and why; also undoes what was set aside, taken back or overruled",
    "retract": "the source took it back: /retract C-17 and why",
    "recount": "what would change if a reviewer were not counted: /recount amber fox since 2026-11-01. Nothing is changed by it",
    "rules": "each rule of mine, and how often what it found was a claim. /rules mute casualties.noun: what such rules find becomes no claim at this desk; /rules unmute undoes it",
    "checkpoint": "sign the history as it is now; keep the checkpoint elsewhere, it proves what was changed later",
    "reviewers": "who may vote in a public group; in private, all codenames. /reviewers freeze and a codename sets somebody’s answers aside (unfreeze undoes it), /reviewers perspective and a codename says from where somebody looks; /reviewers forget and a codename forgets who that is",
    "setup": "make this group a desk, or change its settings",
    "private": "Here you can also just send me a text or a .txt file, or forward me a message.",
    "vote": "On a card, press ✅ Verify (it happened), ❌ Dispute (it did not, or not so) or 🤷 Unsure. You can change or withdraw your answer. Until a claim is decided, nobody sees who said what.",
    "not_a_claim": "🚫 Not a claim is for a sentence that says nothing to check. Two reviewers, or one lead, set it aside.",
    "reader": "You may look; only members of the desk may vote.",
    "nobody": "You are not at any desk I know. Add me to your group, and let an admin send /setup there.",
}
