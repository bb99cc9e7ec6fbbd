"""What /recount says."""

from __future__ import annotations

SENTENCES = {
    "title": "🧮 If {reviewer} were not counted{since}",
    "since": " since {moment}",
    "looked_at": "{count:# claim|# claims} looked at; this reviewer answered {answered} of them.",
    "differ": "{count:# claim|# claims} would have another status:",
    "none_differs": "No claim that is decided would have another status.",
    "line": "{label} · {now} → {then}: ",
    "blind": "{count:# more is|# more are} in a blind round, and not told.",
    "and_more": "… and {count} more",
    "footer": "This is a question; nothing was changed.",
}
