from __future__ import annotations

from datetime import date

from bot.claims.claim import Claim
from bot.claims.model import Kind
from storage.records import Records
from storage.scenes import AROUND
from storage.store import Store
from tests.storage.scene import NOON, Scene, a_desk, a_mention, a_toll

TODAY = NOON.date()


def filed(records: Records, scene: Scene, day: date, *keys: str, kind: Kind = Kind.CASUALTIES) -> Claim:
    claim = scene.claims(a_toll(4) if kind is Kind.CASUALTIES else a_mention())
    records.event_keys.add(scene.desk.id, claim.id, keys, kind, day)
    return claim


def ids(claims: list[Claim]) -> list[int]:
    return [claim.id for claim in claims]


def test_a_place_and_what_is_inside_it_are_found_once_each_by_kind_and_day(store: Store):
    with store.transaction() as records:
        scene, other = Scene(records, a_desk(records)), Scene(records, a_desk(records, chat=-9))
        town = filed(records, scene, TODAY, "tarn", "in:sund", "in:xa")
        region = filed(records, scene, TODAY, "sund", "in:xa")
        both = filed(records, scene, date(2026, 11, 20), "sund", "in:sund")
        filed(records, scene, TODAY, "sund", kind=Kind.ATTACK)
        filed(records, scene, TODAY, "elsewhere")
        filed(records, other, TODAY, "sund")
        desk = scene.desk.id

        def at(*keys: str, most: int = 9, first: date | None = None) -> list[int]:
            return ids(records.scenes.at(desk, keys, Kind.CASUALTIES, most, first))

        assert at("sund", "in:sund") == [town.id, region.id, both.id]
        assert at("tarn") == [town.id]
        assert at("sund", "in:sund", first=TODAY) == [town.id, region.id]
        assert at("sund", "in:sund", most=1) == [region.id]


def test_who_tells_a_claim_comes_with_the_words_around_the_quote(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        quote = "Shells fell on the market of Tarn"
        claim = scene.claims(a_mention(quote), scene.hears(f"{quote} on Tuesday. Police said so."))
        again = scene.hears("Later: shells fell there.")
        records.claims.add_source(claim.id, records.documents.add_mention(again, a_mention()))

        first, second = records.scenes.tellings([claim.id])
        assert (first.claim, first.told.mention.quote) == (claim.id, quote)
        assert first.told.around == f"{quote} on Tuesday. Police said so."
        assert first.told.told_on == TODAY
        assert first.told.copy != second.told.copy


def test_the_words_around_are_no_longer_than_needed_wherever_the_quote_stands(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        quote, padding = "Shells fell on the market of Tarn", "ÿ🕊 " * 400
        mention = a_mention(quote)
        at = len(padding)
        moved = type(mention)(mention.kind, quote, at, at + len(quote), mention.rule, attack=mention.attack)
        claim = scene.claims(moved, scene.hears(padding + quote + padding))

        (telling,) = records.scenes.tellings([claim.id])
        assert telling.told.around == f"{padding[-AROUND:]}{quote}{padding[:AROUND]}"


def test_claims_are_found_by_their_ids_in_any_number(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        claims = [scene.claims() for _ in range(3)]

        assert ids(records.scenes.claims([claims[2].id, claims[0].id])) == [claims[0].id, claims[2].id]
        assert records.scenes.claims(range(10_000, 11_000)) == []
        assert records.scenes.tellings([]) == []
