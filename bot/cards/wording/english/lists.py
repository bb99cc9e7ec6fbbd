"""What /queue and /claims say."""

from __future__ import annotations

SENTENCES = {
    "queue_title": "🗂 Waiting for you: {count:# claim|# claims}",
    "queue_empty": "🗂 Nothing waits for you. New claims come when somebody hands in a text with /add.",
    "claims_title": "📋 {count:# claim|# claims}",
    "claims_title_with": "📋 {count:# claim|# claims}: {filter}",
    "claims_empty": "📋 There are no claims yet. Hand in a text with /add.",
    "claims_empty_with": "📋 There is no claim that is {filter}.",
    "line": "{label} · {status} · ",
    "answered": " ({answered} of {needed} answered)",
    "place": "in {place}",
    "hint": "A button opens the claim.",
}
