"""What the message about a text that was handed in says."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "reading": "📖 Reading…",
    "reading_title": "📖 Reading “{title}”…",
    "found": "Found {count:# claim|# claims}.",
    "found_in": "Found {count:# claim|# claims} in “{title}”.",
    "posted": "{count:It is|They are} before the desk now.",
    "posted_new": "{count:# is|# are} new and before the desk now.",
    "posted_some": "The {posted} most checkable are before the desk; {waiting:# more waits|# more wait} behind the button.",
    "posted_none": "{waiting:It waits|They wait} behind the button.",
    "joined": "{count:# repeats|# repeat} to the letter what the desk already has, and {count:counts|count} as a source there.",
    "all_joined": "The desk already has {count:it|all of them}; this text now counts as a further source.",
    "as_before": "{count:# stands|# stand} as before.",
    "edited": "The text was edited, and I read it anew. What it no longer says is in a new round.",
    "cut": "⚠ I read the first {read} of its {of} characters. Hand in the rest as a text of its own.",
    "second_added": "The second reader added {count:# of them|# of them}; its quotes stand in the text.",
    "second_none": "⚠ The second reader did not answer. The rules read alone.",
    "second_part": "⚠ The second reader did not answer for all of the text. Elsewhere the rules read alone.",
    "muted": "🔇 {count:# more was|# more were} held back by muted rules: /rules.",
    "nothing_but_muted": "I read it, and none of it came before the desk.",
    "labels": "{first} to {last}",
    "nothing": "I read it and found nothing in it that can be checked: no casualties, attacks, places taken or lost, "
    "people displaced, detained or deployed, and no damage.",
    "repeated": "The desk already read this text on {day}. It gave {labels}.",
    "repeated_nothing": "The desk already read this text on {day}, and found nothing in it that can be checked.",
    "advice": "💡 That was a long text. Telegram cuts long texts into several messages, and in a group I only see the first. "
    "To be sure that I read all of it, send it as a .txt file with /add, or write to me in private.",
}
