"""English, topic by topic. Keys are `topic.sentence`."""

from __future__ import annotations

from bot.cards.wording.english import (
    checkpoints,
    claims,
    digests,
    forgetting,
    helping,
    histories,
    intake,
    leading,
    links,
    listing,
    lists,
    pasts,
    people,
    receipts,
    recounts,
    setting_up,
    stats,
    words,
)

TOPICS = {
    "checkpoint": checkpoints.SENTENCES,
    "claim": claims.SENTENCES,
    "forget": forgetting.SENTENCES,
    "help": helping.SENTENCES,
    "history": histories.SENTENCES,
    "digest": digests.SENTENCES,
    "report": intake.SENTENCES,
    "leading": leading.SENTENCES,
    "link": links.SENTENCES,
    "list": lists.SENTENCES,
    "asof": pasts.SENTENCES,
    "reviewers": listing.SENTENCES,
    "person": people.SENTENCES,
    "receipt": receipts.SENTENCES,
    "recount": recounts.SENTENCES,
    "setup": setting_up.SENTENCES,
    "stats": stats.SENTENCES,
    **words.TOPICS,
}

SENTENCES = {f"{topic}.{key}": sentence for topic, sentences in TOPICS.items() for key, sentence in sentences.items()}
