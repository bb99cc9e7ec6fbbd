"""What the card of a claim says."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "title": "{emblem} {kind} · {label} · {status}",
    "statement": "Claim: ",
    "quote": "“{quote}”",
    "speaker": "— {speaker}",
    "no_speaker": "— the report says so itself",
    "passed_on": "{speaker}, as told by {chain}",
    "where": "📍 {place}",
    "when": "🗓 {days}",
    "where_and_when": "📍 {place}    🗓 {days}",
    "source": "Source: {source}",
    "sources": "{count} sources:",
    "one_source": "· {source}",
    "more_sources": "· and {count:# more|# more}",
    "answer_by": "Answers are wanted by {moment}.",
    "window_ended": "The time to review is over without a decision. Answers still count.",
    "decided": "{tally}",
    "decided_since": "{tally} · {since}",
    "round": "Round {round}",
    "earlier_round": "Round {round}: {status}",
    "rejected": "Set aside: this is not a claim.",
    "superseded": "Another claim took the place of this one.",
    "superseded_updates": "{other} took the place of this one.",
    "superseded_same": "{other} says the same: please answer there.",
    "superseded_by_none": "This gave way to {other}, which is {status} now. To bring this back: /unlink {label} {other}",
    "retracted": "The source took this back.",
    "lead_overruled": "⚖ Overruled by {by}: {status}",
    "lead_proposed": "⚖ {by} proposes to overrule: {status}. A second lead has to agree.",
    "two_leads": "{first} and {second}",
    "votes_alone": "The votes alone: {votes}",
    "votes_alone_say": "The votes alone say {status}: {votes}",
    "one_sided": "A clear margin, but not from two perspectives: to verify, at least two must agree, with two answers each.",
    "held_back": "Not before the reviewers yet.",
    "second_copy": "This is a second copy of {label}: the other one is kept up to date. /claim {label} shows it here.",
}
