"""What the one who pressed a button reads, and nobody else. Answers to a press hold at most 200 characters."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "cast": "Recorded: {stance} on {label}. Press another answer to change it; press the same one again to withdraw it.",
    "cast_dispute": "Recorded: dispute on {label}. I have asked you for the reason in our private chat.",
    "cast_dispute_alone": "Recorded: dispute on {label}. To tell me why, open a private chat with {bot}, press Start, and press Dispute here once more.",
    "changed": "Changed: {stance} on {label} (before: {was}).",
    "changed_dispute": "Changed: dispute on {label} (before: {was}). I have asked you for the reason in our private chat.",
    "changed_dispute_alone": "Changed: dispute on {label} (before: {was}). To tell me why, open a private chat with {bot}, press Start, and press Dispute here once more.",
    "repeated": "You already said {stance} on {label}, and it counts. In our private chat you can withdraw it.",
    "repeated_alone": "You already said {stance} on {label}, and it counts. To withdraw it, open a private chat with {bot}, press Start, and press here once more.",
    "withdrawn": "Withdrawn: you have no answer on {label} any more.",
    "objection": "Recorded: {label} is not a claim. One more reviewer, or a lead, and it is set aside.",
    "objection_rejected": "Recorded: {label} is set aside as not a claim. A lead can undo that: /reopen {label} and a reason.",
    "agreed": "Agreed: {label} is overruled: {status}.",
    "objection_repeated": "You already said that {label} is not a claim. In our private chat you can withdraw it.",
    "objection_repeated_alone": "You already said that {label} is not a claim. To withdraw it, open a private chat with {bot}, press Start, and press here once more.",
    "objection_withdrawn": "Withdrawn: you no longer say that {label} is not a claim.",
    "reason": "Thank you. Your reason on {label}: {reason}.",
    "more": "{count:# more claim is|# more claims are} before the desk now.",
    "no_more": "All claims of this text are before the desk already.",
    "card_title": "You said {stance} on {label}.",
    "card_repeated": "You already said {stance} on {label}, and it counts.",
    "card_withdrawn": "You withdrew your answer on {label}.",
    "card_objection": "You said that {label} is not a claim.",
    "ask_reason": "What is wrong with it? One press is enough. This stays between us: the group is not told who said so.",
    "ask_words": "What is wrong with {label}? Reply to this message in your own words.",
    "has_reason": "Your reason: {reason}. Thank you.",
}
