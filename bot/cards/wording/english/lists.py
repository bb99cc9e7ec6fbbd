"""What /queue and /claims say."""

from __future__ import annotations

SENTENCES = {
    "queue_title": "🗂 {count:# claim waits|# claims wait} for you",
    "queue_title_desk": "🗂 {count:# claim waits|# claims wait} for the desk",
    "queue_empty": "🗂 Nothing waits for you. New claims come when somebody hands in a text with /add.",
    "queue_empty_desk": "🗂 Nothing waits for the desk. New claims come when somebody hands in a text with /add.",
    "claims_title": "📋 {count:# claim|# claims}",
    "claims_title_with": "📋 {count:# claim|# claims}: {filter}",
    "claims_empty": "📋 There are no claims yet. Hand in a text with /add.",
    "claims_empty_with": "📋 No claim fits: {filter}.",
    "line": "{label} · {status} · ",
    "votes": " ({votes})",
    "held_back": " (held back so far: open it to put it before the desk)",
    "place": "in {place}",
}
