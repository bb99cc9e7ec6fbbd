"""What the one who pressed a button reads, and nobody else. Answers to a press hold at most 200 characters."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "recorded": "Recorded: {stance} on {label}. Press another answer to change it, or the same one again to withdraw it.",
    "recorded_dispute": "Recorded: dispute on {label}. I ask you for the reason in our private chat.",
    "recorded_dispute_alone": (
        "Recorded: dispute on {label}. To say why, open a private chat with {bot}, press Start, "
        "and press Dispute here once more."
    ),
    "repeated": "You already said {stance} on {label}; it counts. Withdraw it in our private chat if you wish.",
    "repeated_alone": (
        "You already said {stance} on {label}; it counts. To withdraw it, open a private chat with {bot}, press Start, "
        "and press here once more."
    ),
    "changed": "Changed: you now say {stance} on {label} (before: {was}).",
    "changed_dispute": "Changed: you now dispute {label} (before: {was}). I ask for the reason in private.",
    "withdrawn": "Withdrawn: you have no answer on {label} any more.",
    "not_a_claim": "Recorded: {label} is not a claim, you say. One more reviewer, or a lead, and it is set aside.",
    "not_a_claim_done": "Recorded. {label} is set aside: not a claim.",
    "not_a_claim_repeated": "You already said that {label} is not a claim. Withdraw it in our private chat if you wish.",
    "not_a_claim_repeated_alone": (
        "You already said that {label} is not a claim. To withdraw, open a private chat with {bot}, press Start, "
        "and press here once more."
    ),
    "not_a_claim_withdrawn": "Withdrawn: you no longer say that {label} is not a claim.",
    "reason": "Thank you. Reason noted for {label}: {reason}.",
    "stranger": "Only members of this desk may vote.",
    "unlisted": "In a public group only listed reviewers may vote. Ask a lead to list you.",
    "closed": "{label} is {status}; answers no longer count.",
    "stale": "This button is from another time. Open the claim anew with /claim.",
    "moved_on": "This card has moved on: {label} is in a new round. Open it anew with /claim {label}.",
    "busy": "That took too long. Please press once more; pressing twice does no harm.",
    "private_first": "Please open a private chat with {bot} and press Start; then I can answer you there.",
    "card_title": "You said {stance} on {label}.",
    "card_repeated": "You already said {stance} on {label}, and it counts.",
    "card_changed": "You now say {stance} on {label} (before: {was}).",
    "card_withdrawn": "You withdrew your answer on {label}.",
    "card_not_a_claim": "You said that {label} is not a claim.",
    "card_not_a_claim_withdrawn": "You no longer say that {label} is not a claim.",
    "ask_reason": "What is wrong with it? One press is enough. Only you and I see this here; nobody is named.",
    "has_reason": "Your reason: {reason}. Another press changes it.",
    "may_withdraw": "You can take it back for as long as this round is open.",
}
