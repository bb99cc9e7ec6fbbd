"""Reviewers: known by codename, apart from who they are."""

from __future__ import annotations

import re

from sqlalchemy import text

from bot.claims.model import DeskId, ReviewerId
from storage.codenames import FIRST, SECOND, a_codename
from storage.records import Records
from storage.store import Store
from tests.storage.scene import ALICE, BOSCO, GROUP, NOON, Scene, a_desk


def test_a_person_is_the_same_reviewer_each_time(scene: Scene) -> None:
    alice = scene.records.reviewers.of(scene.desk.id, ALICE, NOON)
    assert scene.records.reviewers.of(scene.desk.id, ALICE, NOON) == alice
    assert scene.records.reviewers.find(scene.desk.id, ALICE) == scene.records.reviewers.get(alice.id) == alice
    assert scene.records.reviewers.find(scene.desk.id, BOSCO) is None


def test_nobody_shares_a_codename_of_two_plain_words(scene: Scene) -> None:
    names = {scene.records.reviewers.of(scene.desk.id, person, NOON).codename for person in range(40)}
    assert len(names) == 40
    assert all(re.fullmatch("[a-z]+ [a-z]+", name) for name in names)


def test_a_person_at_two_desks_is_two_reviewers(scene: Scene) -> None:
    other = a_desk(scene.records, chat=-5)
    here, there = (scene.records.reviewers.of(desk.id, ALICE, NOON) for desk in (scene.desk, other))
    assert here.id != there.id
    assert scene.records.reviewers.desks_of(ALICE) == [scene.desk, other]


def test_closed_desks_are_not_among_a_persons_desks(scene: Scene) -> None:
    scene.records.reviewers.of(scene.desk.id, ALICE, NOON)
    scene.records.desks.close(GROUP)
    assert scene.records.reviewers.desks_of(ALICE) == []


def test_reviewers_are_listed_and_taken_off_the_list(scene: Scene) -> None:
    alice, bosco = (scene.records.reviewers.of(scene.desk.id, person, NOON) for person in (ALICE, BOSCO))
    scene.records.reviewers.set_listed(alice.id, True)
    scene.records.reviewers.set_listed(bosco.id, True)
    scene.records.reviewers.set_listed(alice.id, False)
    assert [reviewer.id for reviewer in scene.records.reviewers.listed(scene.desk.id)] == [bosco.id]
    assert scene.records.reviewers.find(scene.desk.id, BOSCO) == scene.records.reviewers.listed(scene.desk.id)[0]


def test_a_person_chooses_a_desk_and_then_another(records: Records) -> None:
    first, second = a_desk(records), a_desk(records, chat=-5)
    assert records.reviewers.chosen_desk(ALICE) is None
    records.reviewers.choose_desk(ALICE, first.id)
    records.reviewers.choose_desk(ALICE, second.id)
    assert records.reviewers.chosen_desk(ALICE) == second.id


def test_the_map_from_codename_to_person_can_be_erased_alone(store: Store) -> None:
    with store.transaction() as records:
        desk = a_desk(records).id
        alice = records.reviewers.of(desk, ALICE, NOON)
        assert records.reviewers.telegram_id_of(alice.id) == ALICE
    with store.engine.begin() as connection:
        connection.execute(text("DELETE FROM person"))
    with store.transaction() as records:
        assert records.reviewers.telegram_id_of(alice.id) is None
        assert records.reviewers.get(alice.id) == alice
        assert records.reviewers.of(desk, ALICE, NOON).codename != alice.codename


def test_unknown_reviewers_are_none(records: Records) -> None:
    assert records.reviewers.get(ReviewerId(99)) is None
    assert records.reviewers.find(DeskId(99), ALICE) is None


def test_there_are_thousands_of_codenames_and_always_one_more() -> None:
    first, second = FIRST.split(), SECOND.split()
    assert len(set(first)) == len(first) >= 60
    assert len(set(second)) == len(second) >= 60
    assert not set(first) & set(second)
    everything = {f"{one} {two}" for one in first for two in second}
    last = everything.pop()
    assert a_codename(everything) == last
    assert re.fullmatch("[a-z]+ [a-z]+ 2", a_codename(everything | {last}))
