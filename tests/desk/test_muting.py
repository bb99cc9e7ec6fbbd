from __future__ import annotations

import pytest

from bot.cards.presses import Signer
from bot.cards.stats import rules_card, stats_card, stats_record, stats_text
from bot.claims.desk import Desk
from bot.claims.model import DocumentId
from bot.desk.intake import put_before_the_desk, receive, take_in
from bot.desk.muting import NoSuchRule, NotMuted, mute, unmute
from bot.desk.showing import Showing
from bot.desk.statistics import by_family, deskwork
from bot.extraction.extract import extract
from storage.records import Records
from storage.store import Store
from tests.desk.test_intake import LATER, NOON, a_desk, a_text

TEXT = "At least 12 civilians were killed in Herat on Wednesday, police said. Rebels captured the town of Karukh."
KILLED, CAPTURED = (mention.rule for mention in extract(TEXT, NOON.date()))


def read(records: Records, desk: Desk, text: str = TEXT) -> DocumentId:
    document = receive(records, a_text(records, desk, text), NOON)
    mentions = extract(text, NOON.date())
    intake = records.documents.get(document)
    assert intake is not None
    while take_in(records, intake, mentions, NOON):
        pass
    put_before_the_desk(records, intake, len(mentions), NOON)
    return document


def report(records: Records, document: DocumentId) -> str:
    posting = records.postings.want(-7, f"report:{document}", document=document, priority=1, at=NOON)
    card = Showing(Signer(b"k" * 32)).card(records, posting)
    assert card is not None
    return card.text


@pytest.mark.parametrize("name", [KILLED, "casualties.passive", " Casualties.Passive "])
def test_what_a_muted_rule_finds_becomes_no_claim_and_the_report_says_how_many(store: Store, name: str):
    with store.transaction() as records:
        desk = a_desk(records)
        assert mute(records, desk, read_first(records, desk, name), NOON)
        document = read(records, desk)
        claims = records.claims.of_document(document)

        assert [claim.mention.rule for claim in claims] == [CAPTURED]
        assert "Found 1 claim." in report(records, document)
        assert "1 more was held back by muted rules" in report(records, document)


def read_first(records: Records, desk: Desk, name: str) -> str:
    """Another text, so that the desk knows the rule by its whole name."""
    read(records, desk, "Nine miners were killed in Goma on Wednesday, police said.")
    return name


def test_a_text_of_which_all_is_muted_is_not_said_to_hold_nothing(store: Store):
    with store.transaction() as records:
        desk = a_desk(records)
        for name in ("casualties.passive", "control.active"):
            mute(records, desk, name, NOON)
        told = report(records, read(records, desk))

        assert "none of it came before the desk" in told
        assert "2 more were held back by muted rules" in told


def test_a_rule_that_is_heard_again_makes_claims_again(store: Store):
    with store.transaction() as records:
        desk = a_desk(records)
        mute(records, desk, "casualties.passive", NOON)
        unmute(records, desk, "casualties.passive")

        assert len(records.claims.of_document(read(records, desk))) == 2


def test_a_rule_that_is_muted_while_a_text_is_taken_in_spoils_nothing(store: Store):
    mentions = extract(TEXT, NOON.date())
    with store.transaction() as records:
        desk = a_desk(records)
        document = receive(records, a_text(records, desk, TEXT), NOON)
        intake = records.documents.get(document)
        assert intake is not None
        take_in(records, intake, mentions[:1], NOON)
        mute(records, desk, "casualties.passive", NOON)
        while take_in(records, intake, mentions, LATER):
            pass
        put_before_the_desk(records, intake, len(mentions), LATER)

        assert records.documents.count_mentions(document) == 2
        assert len(records.claims.of_document(document)) == 2


def test_names_that_mean_no_rule_are_refused_with_a_sentence(store: Store):
    with store.transaction() as records:
        desk = a_desk(records)
        with pytest.raises(NoSuchRule, match="no rule “casualties"):
            mute(records, desk, "casualties.nonsense", NOON)
        with pytest.raises(NotMuted, match="Muted are: none"):
            unmute(records, desk, "casualties.noun")
        assert mute(records, desk, "second_reader", NOON)


def test_a_desk_without_claims_says_so_everywhere(store: Store):
    with store.transaction() as records:
        desk = a_desk(records)
        work = deskwork(records, desk, NOON)

        assert "No claim has come before this desk yet" in stats_card(desk, work, by_family(work.rules)).text
        assert "Nothing is decided yet" in rules_card(work).text
        assert "Nothing is decided yet" in stats_text(desk, work)
        assert stats_record(desk, work)["last_90_days"]["unanimous"] is None
