"""What the daily digest says."""

from __future__ import annotations

SENTENCES = {
    "title": "🗞 Digest of {day}",
    "changed_title": "What changed",
    "changed": "{label} · {was} → {now}: ",
    "changed_back": "{label} · {now} again: ",
    "corrected": "Correction: {label} · {was} → {now}: ",
    "why": " ({why})",
    "why_lead_lost": "{tally}; the decision lost its lead",
    "why_window": "the time to review ended",
    "why_not_a_claim": "set aside as not a claim",
    "why_overruled": "overruled by a lead",
    "why_retracted": "the source took it back",
    "why_updated": "a later figure took its place",
    "why_joined": "an older claim says the same",
    "why_one_sided": "{tally}, but not from two perspectives",
    "why_too_few": "answers were taken back, and too few clear ones are left",
    "why_new_round": "a new round began",
    "none_changed": "No claim changed its status.",
    "tolls_title": "Tolls as reported, by event",
    "tolls_note": "One interval an event: its lowest and highest figure that stands. Nothing is added up.",
    "somewhere": "Place not named",
    "in_the_report": "the report itself",
    "waiting_title": "Waiting longest",
    "waiting": "{label} · {status}, waiting since {since}, {votes}: ",
    "and_more": "… and {count} more",
    "empty": "Nothing changed, nothing was reported, and nothing waits.",
}
