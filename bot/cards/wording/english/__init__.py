"""English, topic by topic. Keys are `topic.sentence`."""

from __future__ import annotations

from bot.cards.wording.english import (
    checkpoints,
    claims,
    control,
    digests,
    forgetting,
    helping,
    histories,
    intake,
    leading,
    links,
    listing,
    lists,
    parties,
    pasts,
    people,
    receipts,
    recounts,
    setting_up,
    stats,
    tolls,
    words,
)

TOPICS = {
    "checkpoint": checkpoints.SENTENCES,
    "claim": claims.SENTENCES,
    "control": control.SENTENCES,
    "forget": forgetting.SENTENCES,
    "help": helping.SENTENCES,
    "history": histories.SENTENCES,
    "digest": digests.SENTENCES,
    "report": intake.SENTENCES,
    "leading": leading.SENTENCES,
    "link": links.SENTENCES,
    "list": lists.SENTENCES,
    "party": parties.SENTENCES,
    "asof": pasts.SENTENCES,
    "reviewers": listing.SENTENCES,
    "person": people.SENTENCES,
    "receipt": receipts.SENTENCES,
    "recount": recounts.SENTENCES,
    "setup": setting_up.SENTENCES,
    "stats": stats.SENTENCES,
    "toll": tolls.SENTENCES,
    **words.TOPICS,
}

SENTENCES = {f"{topic}.{key}": sentence for topic, sentences in TOPICS.items() for key, sentence in sentences.items()}
