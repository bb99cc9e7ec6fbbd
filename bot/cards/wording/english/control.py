"""What /control says: who was said to hold a place."""

from __future__ import annotations

SENTENCES = {
    "title": "🚩 Who was said to hold {place}, oldest first",
    "none": "🚩 Nobody is reported to hold, take or lose {place}.",
    "line": "{days} · {voice}: ",
    "who": " — {speaker} · {label}, {status}",
    "also": "; also {labels}",
    "against": " ⚠ contradicted by {labels}",
    "between": ", ",
    "and_more": "{labels} and {count} more",
    "claimed": "claimed",
    "reported": "reported",
    "assessed": "assessed",
    "held": "Last assessed, {days}: {statement} ({label})",
    "held_against": " ⚠ That is contradicted by {labels}.",
    "held_by_nobody": "Nothing said of the whole place is assessed yet.",
    "parts_only": "All of this is about places or positions inside it.",
    "since": "Since then only claimed or reported: {labels}.",
    "so_far": "Only claimed or reported so far: {labels}.",
    "cut": "Older claims are left out.",
    "footer": "Claimed: by a party to the fight. Reported: by others. Assessed: verified by this desk.",
}
