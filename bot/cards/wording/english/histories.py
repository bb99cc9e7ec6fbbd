"""How the story of a claim is told."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "title": "🕘 History of {label} · {status}",
    "entry": "{hour} · {sentence}",
    "footer": "Times are rounded to the hour ({zone}). A reviewer’s letter belongs to this claim alone.",
    "nothing": "Nothing has happened yet.",
    "opened": "Found in: {source}.",
    "opened_somewhere": "Found in a text that was handed in.",
    "mention_added": "Also found in: {source}.",
    "mention_added_somewhere": "Also found in another text.",
    "round_opened": "Round {round} began: quorum {quorum}, margin {margin}, {window:# hour|# hours} to review (rule {version}).",
    "posted": "Put before the desk.",
    "window_ended": "The time to review was over.",
    "something": "Recorded: {name}.",
    "blind_vote_cast": "Somebody answered.",
    "blind_vote_changed": "Somebody changed an answer.",
    "blind_vote_withdrawn": "Somebody withdrew an answer.",
    "vote_cast": "{reviewer}: {stance}.",
    "vote_changed": "{reviewer}: {stance} (before: {was}).",
    "vote_withdrawn": "{reviewer} withdrew the answer (it was {was}).",
    "reviewer": "Reviewer {letter}",
    "since": "{count:# answer|# answers} since then.",
    "reason": "{reviewer} gave a reason: {reason}.",
    "objection": "{reviewer}: not a claim.",
    "objection_lead": "A lead: not a claim.",
    "status": "{was} → {now}: {why} (rule {version}).",
    "why_quorum": "{tally} reached the quorum of {quorum} with a margin of {margin}",
    "why_no_margin": "{tally} reached the quorum of {quorum} without a clear margin of {margin}",
    "why_lead_lost": "at {tally} the earlier decision lost its lead",
    "why_window": "the time to review was over with {answered:# answer|# answers}, and {needed:# was|# were} needed",
    "why_lead_objects": "a lead says that it is not a claim",
    "why_two_object": "two reviewers say that it is not a claim",
    "why_blind_again": "by votes that are blind again",
    "why_too_few": "answers were taken back, and too few clear ones are left for the quorum of {quorum}",
    "why_new_round": "a new round began",
}
