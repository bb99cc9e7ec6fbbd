from __future__ import annotations

from dataclasses import replace

from bot.claims import events as e
from bot.claims.consensus import Stance
from bot.claims.model import Kind, Voter
from bot.claims.precision import RuleRecord
from bot.claims.status import Status
from storage.store import Store
from tests.storage.scene import GROUP, NOON, Scene, a_desk, a_mention, a_toll


def _said(stance: Stance, *names: str) -> list[e.Event]:
    return [e.VoteCast(1, Voter(name), stance) for name in names]


def test_a_rejected_claim_charges_the_rule_that_made_it(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        first, second, third, blind = (scene.released(a_toll(number)) for number in (4, 5, 6, 7))
        shelling = scene.released(a_mention())
        scene.happens(first.id, *_said(Stance.VERIFY, *"abc"))
        scene.happens(second.id, e.NotAClaimPressed(1, Voter("a"), True))
        scene.happens(third.id, *_said(Stance.DISPUTE, *"abc"))
        scene.happens(blind.id, *_said(Stance.DISPUTE, *"ab"), e.NotAClaimPressed(1, Voter("c"), False))
        scene.happens(shelling.id, e.WindowEnded(1))

        assert records.rules.outcomes(scene.desk.id) == [RuleRecord("killed", 3, 1), RuleRecord("shelling", 0, 0)]


def test_a_press_that_rejects_nothing_yet_changes_no_figure(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        claim = scene.released()
        figures = lambda: (  # noqa: E731
            records.rules.outcomes(scene.desk.id), records.deskwork.claims(scene.desk.id),
            [entry.event for entry in records.deskwork.rounds_and_changes(scene.desk.id, NOON)],
        )  # fmt: skip
        before = figures()
        scene.happens(claim.id, *_said(Stance.DISPUTE, *"ab"), e.NotAClaimPressed(1, Voter("c"), False))

        assert figures() == before


def test_claims_are_counted_by_kind_and_status_once_they_came_before_the_desk(store: Store):
    with store.transaction() as records:
        scene, other = Scene(records, a_desk(records)), Scene(records, a_desk(records, GROUP - 1))
        scene.claims()
        scene.released()
        other.released()
        decided = scene.released(a_toll(4))
        scene.happens(decided.id, *_said(Stance.VERIFY, *"abc"))

        assert records.deskwork.claims(scene.desk.id) == {
            (Kind.ATTACK, Status.PENDING): 1,
            (Kind.CASUALTIES, Status.VERIFIED): 1,
        }


def test_openings_and_changes_come_claim_by_claim_for_those_that_changed_lately(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        old, new = scene.released(), scene.released()
        scene.happens(old.id, *_said(Stance.VERIFY, *"abc"))
        since = scene.now
        scene.happens(new.id, *_said(Stance.VERIFY, *"abc"))
        told = records.deskwork.rounds_and_changes(scene.desk.id, since)

        assert [(entry.claim, type(entry.event)) for entry in told] == [
            (new.id, e.RoundOpened), (new.id, e.StatusChanged),
        ]  # fmt: skip


def test_muting_is_a_desks_own_and_doing_it_again_changes_nothing(store: Store):
    with store.transaction() as records:
        one, other = a_desk(records), a_desk(records, GROUP - 1)
        assert records.rules.mute(one.id, "casualties.noun", NOON)
        assert not records.rules.mute(one.id, "casualties.noun", NOON)
        assert records.rules.muted(one.id) == {"casualties.noun"}
        assert records.rules.muted(other.id) == set()
        assert records.rules.unmute(one.id, "casualties.noun")
        assert not records.rules.unmute(one.id, "casualties.noun")


def test_mentions_that_were_held_back_are_counted(store: Store):
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        document = scene.hears()
        records.documents.add_mention(document, a_mention())
        records.documents.add_mention(document, replace(a_mention(), rule="other"), muted=True)

        assert records.rules.count_muted(document) == 1
        assert records.documents.count_mentions(document) == 2
