"""Records inside one transaction, and a scene in them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage.records import Records
from storage.store import Store
from tests.storage.scene import Scene, a_desk


@pytest.fixture
def records(store: Store) -> Iterator[Records]:
    with store.transaction() as records:
        yield records


@pytest.fixture
def scene(records: Records) -> Scene:
    return Scene(records, a_desk(records))
