from __future__ import annotations

import tomllib

from tests.gold.measuring import as_toml, kept, scores

HOW = "look whether that is meant, then: python -m tests.gold.measuring --write"


def test_the_figures_by_kind_and_register_are_those_that_are_kept():
    now, before = tomllib.loads(as_toml()), kept()
    changed = {
        f"{group}.{name}": (before.get(group, {}).get(name), now.get(group, {}).get(name))
        for group in now
        for name in {*before.get(group, {}), *now[group]}
        if before.get(group, {}).get(name) != now[group].get(name)
    }

    assert changed == {}, HOW


def test_every_kind_is_tried_and_most_of_what_is_found_is_right():
    by_kind = scores()["kind"]

    assert len(by_kind) == 7
    assert all(score.precision > 0.9 for score in by_kind.values())
