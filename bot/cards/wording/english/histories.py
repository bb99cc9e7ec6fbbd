"""How the story of a claim is told."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "title": "🕘 History of {label} · {status}",
    "entry": "{hour} · {sentence}",
    "footer": "Times are rounded to the hour ({zone}). Reviewers are named for this claim alone.",
    "opened": "Found in {source}.",
    "opened_somewhere": "Found in a text that was handed in.",
    "mention_added": "Also found in {source}.",
    "mention_added_somewhere": "Also found in another text.",
    "round_opened": (
        "Round {round} began: a quorum of {quorum}, a margin of {margin}, {window:# hour|# hours} to review (rule {version})."
    ),
    "posted": "Put before the desk.",
    "answered": "Somebody answered.",
    "answer_changed": "Somebody changed an answer.",
    "answer_withdrawn": "Somebody withdrew an answer.",
    "vote": "{reviewer}: {stance}.",
    "vote_changed": "{reviewer}: {stance} (before: {was}).",
    "vote_withdrawn": "{reviewer} withdrew the answer (it was {was}).",
    "reason": "{reviewer} gave a reason: {reason}.",
    "not_a_claim": "{reviewer}: not a claim.",
    "not_a_claim_lead": "A lead: not a claim.",
    "not_a_claim_withdrawn": "{reviewer} no longer says that it is not a claim.",
    "window_ended": "The time to review was over.",
    "since": "{count:# answer|# answers} since then.",
    "something": "Recorded: {name}.",
    "status": "{was} → {now}: {why} (rule {version})",
    "status_plain": "{was} → {now}: {why}",
    "quorum": "{tally} reached the quorum of {quorum} with a margin of {margin}",
    "no_margin": "{tally} reached the quorum of {quorum} without a clear margin of {margin}",
    "lead_lost": "{tally}: the earlier decision lost its lead",
    "window": "the time to review was over with {answered:# answer|# answers}, and {needed} were needed",
    "not_a_claim_by_lead": "a lead says that it is not a claim",
    "not_a_claim_by_two": "two reviewers say that it is not a claim",
    "new_round": "a new round began",
    "stands": "{tally}",
    "reviewer": "Reviewer {letter}",
    "nothing": "Nothing has happened yet.",
}
