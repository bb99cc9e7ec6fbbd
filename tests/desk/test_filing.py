from __future__ import annotations

from bot.claims.model import Kind
from bot.claims.relations import Relation
from bot.desk.filing import AT_ONCE, file_claims
from storage.store import Store
from storage.tables import EventKeyRow
from tests.desk.newsroom import NOON, Newsroom


def test_claims_from_before_are_found_once_they_are_filed(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears("Police said 12 people were killed in Herat on Tuesday.", "Wire A")
        records.links.db.execute(EventKeyRow.__table__.delete())
        file_claims(records, NOON)
        newsroom.hears("The rebels said 21 people were killed in Herat on Tuesday.", "Wire B")

        older, newer = newsroom.claims(Kind.CASUALTIES)
        assert newsroom.relations(newer)[older.label][0] is Relation.CONTRADICTS


def test_filing_goes_on_where_it_stopped_and_files_nothing_twice(store: Store):
    with store.transaction() as records:
        newsroom = Newsroom(records)
        newsroom.hears("Police said 12 people were killed in Herat on Tuesday.")
        for _ in range(3):
            file_claims(records, NOON)

        rows = records.links.db.execute(EventKeyRow.__table__.select()).all()
        assert len(rows) == len(set(rows))
        assert records.event_keys.above(newsroom.claims()[-1].id, AT_ONCE) == []
