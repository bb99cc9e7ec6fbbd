"""What a desk reads when a lead overrules, reopens, retracts, or suspends a reviewer."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "overruled": "⚖ {label} is overruled by {by}: {status}.",
    "overruled_by_two": "⚖ {label} is overruled by {first} and {by}: {status}.",
    "stands": "This stands until a new round. You can go on answering: what the votes alone say is shown beside it.",
    "proposed": "⚖ {by} proposes to overrule {label}: {status}.",
    "second_lead": "Who answered on a claim needs a second lead. Another lead agrees: press the button, or send /overrule {label} {status} and a reason.",
    "reopened": "🔄 {by} reopened {label}: round {round} begins.",
    "before": "Before: {status}. ",
    "answer_anew": "Earlier answers stay in the history and count no longer. Please answer anew.",
    "retracted": "↩ The source took {label} back, {by} says.",
    "reason": "Reason: {reason}",
    "reason_erased": "The reason was erased.",
    "told_reopened": "{label} is in a new round (round {round}): a lead reopened it.",
    "told_source_changed": "{label} is in a new round (round {round}): its source edited the text.",
    "source_changed": "✏ The source of {label} edited its text and no longer says this: round {round} begins.",
    "see_card": "/claim {label} shows the card.",
    "told_released": "{label} is before the desk.",
    "told_how": "You answered before; that answer stays in the history and counts no longer. /claim {label} shows the card, to answer anew.",
}
