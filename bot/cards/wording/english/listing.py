"""What /reviewers says."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "private": "This is a private group: all its members may vote, and nobody need be listed.",
    "title": "{count:# listed reviewer may|# listed reviewers may} vote here, besides the leads",
    "how": "To list somebody, reply to a message of theirs with /reviewers add; /reviewers remove takes them off.",
    "added": "Listed: the person you replied to may vote here now.",
    "removed": "Taken off the list: the person you replied to may not vote here any more. Answers given before still count.",
}
