"""Text that a database might refuse or change comes back the same from both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from bot.claims.model import Origin
from storage.columns import storable
from storage.documents import text_sha256
from storage.mentions import from_json, to_json
from storage.store import Store
from tests.storage.scene import NOON, Scene, a_desk, a_mention

HOSTILE = (
    ("a\0b", "a\ufffdb"),
    ("lone \ud83d high", "lone \ufffd high"),
    ("lone \ude00 low", "lone \ufffd low"),
    ("\ud83d\ude00", "\ufffd\ufffd"),
    ("whole 😀", "whole 😀"),
    ("\ufeffmark\r\n\x1b[0m\u202e\x85\u2028", "\ufeffmark\r\n\x1b[0m\u202e\x85\u2028"),
    ("e\u0301 is not \u00e9", "e\u0301 is not \u00e9"),
    ("  spaces  ", "  spaces  "),
    ("\\u0000 %s :name ? '", "\\u0000 %s :name ? '"),
)


@pytest.mark.parametrize(("given_text", "kept"), HOSTILE)
def test_hostile_text_comes_back_one_for_one(scene: Scene, given_text: str, kept: str) -> None:
    records = scene.records
    document = records.documents.receive(
        desk=scene.desk.id, origin=Origin.PASTED, text=given_text, title=given_text, chat=1, at=NOON
    )
    intake = records.documents.get(document)
    assert intake is not None
    assert (intake.text, intake.title, intake.sha256) == (kept, kept, text_sha256(kept))
    assert len(kept) == len(given_text)

    records.settings.put(given_text, given_text)
    assert records.settings.get(given_text) == records.settings.get(kept) == kept
    records.inbox.store([(1, given_text)], NOON)
    assert records.inbox.next(1)[0].payload == kept
    assert records.postings.want(1, given_text, content=given_text, priority=0, at=NOON).content == kept


@pytest.mark.parametrize(("given_text", "kept"), HOSTILE)
def test_a_mention_quotes_what_its_document_holds(scene: Scene, given_text: str, kept: str) -> None:
    document = scene.hears(given_text)
    scene.records.documents.add_mention(document, a_mention(given_text))
    assert scene.records.documents.mentions_of(document) == [a_mention(kept)]


@given(st.text(st.characters()))
def test_what_is_storable_has_the_same_length_and_can_be_encoded(words: str) -> None:
    kept = storable(words)
    assert len(kept) == len(words)
    assert "\0" not in kept
    assert kept.encode("utf-8").decode("utf-8") == kept == storable(kept)


@given(st.text(st.characters()))
def test_any_quote_can_be_written_and_read(words: str) -> None:
    assert from_json(to_json(a_mention(words))).quote == storable(words)


def test_ids_of_64_bits_are_kept(scene: Scene) -> None:
    largest = 2**63 - 1
    reviewer = scene.records.reviewers.of(scene.desk.id, largest, NOON)
    assert scene.records.reviewers.telegram_id_of(reviewer.id) == largest
    posting = scene.records.postings.want(-largest, "a", priority=0, at=NOON, reply_to=largest)
    assert (posting.chat, posting.reply_to) == (-largest, largest)


def test_product_words_are_stored_and_not_names_in_the_code(store: Store) -> None:
    with store.transaction() as records:
        Scene(records, a_desk(records)).claims()
    with store.engine.begin() as connection:
        assert connection.execute(text("SELECT status, kind FROM claim")).all() == [("pending", "attack")]
