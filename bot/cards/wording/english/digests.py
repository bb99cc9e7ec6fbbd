"""What the daily digest says."""

from __future__ import annotations

SENTENCES = {
    "title": "🗞 Digest of {day}",
    "changed_title": "What changed",
    "changed": "{label} · {was} → {now}: ",
    "changed_back": "{label} · {now} again: ",
    "why": " ({why})",
    "why_lead_lost": "{tally}; the decision lost its lead",
    "why_window": "the time to review ended",
    "why_not_a_claim": "set aside as not a claim",
    "why_too_few": "answers were taken back, and too few clear ones are left",
    "why_new_round": "a new round began",
    "none_changed": "No claim changed its status.",
    "tolls_title": "Tolls as reported",
    "tolls_note": "Side by side, never added up.",
    "toll": "· {figures} {effect}{victims} — {speaker} · {label}, {status}",
    "toll_denied": "· denied: {statement} — {speaker} · {label}, {status}",
    "toll_told": "· {statement} — {speaker} · {label}, {status}",
    "victims": " ({victims})",
    "killed": "killed",
    "injured": "injured",
    "missing": "missing",
    "casualties": "casualties",
    "somewhere": "Place not named",
    "in_the_report": "the report itself",
    "waiting_title": "Waiting longest",
    "waiting": "{label} · {status}, waiting since {since}, {votes}: ",
    "and_more": "… and {count} more",
    "empty": "Nothing changed, nothing was reported, and nothing waits.",
}
