"""Whatever is delivered is either stored, so that it can be read again, or refused: never a 500, never forgotten."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.chat.inbox import keep
from bot.web.letterbox import BIGGEST
from storage.store import Store
from tests.web.conftest import NOON, PATH, RIGHT, House

TEXTS = st.text(st.characters(codec=None), max_size=20)  # NUL and lone surrogates among them
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)
FIELDS = ("message", "callback_query", "my_chat_member", "chat_member", "something_new")
UPDATES = st.fixed_dictionaries({"update_id": st.integers(0, BIGGEST) | VALUES}, optional=dict.fromkeys(FIELDS, VALUES))
EXAMPLES = settings(
    max_examples=150, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


def deliver(store: Store, body: bytes) -> tuple[int, list[Any]]:
    """The answer to a delivery, and what came of it in the inbox, which is emptied."""
    house = House()
    house.receive = lambda update: store.run(keep, [update], NOON)  # type: ignore[method-assign]

    async def post() -> int:
        transport = httpx.ASGITransport(house.app())
        async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
            return (await client.post(f"/{PATH}", content=body, headers=RIGHT)).status_code

    code = asyncio.run(post())
    with store.transaction() as records:
        rows = records.inbox.next(10)
        for row in rows:
            records.inbox.done(row.id, NOON)
        return code, [(row.update_id, json.loads(row.payload)) for row in rows]


@EXAMPLES
@given(update=UPDATES)
@example(update={"update_id": 1, "message": {"text": "\x00\ud800"}})
@example(update={"update_id": BIGGEST, "message": 10**400})
@example(update={"update_id": 2, "message": {"\udfff": float("inf")}})
def test_every_update_is_stored_or_refused(store: Store, update: dict[str, Any]) -> None:
    code, kept = deliver(store, json.dumps(update).encode())
    number = update["update_id"]
    right = isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= BIGGEST

    assert code == (200 if right else 400)
    assert [update_id for update_id, _ in kept] in ([[number], []] if right else [[]])  # none when it came before


@EXAMPLES
@given(update=UPDATES, cut=st.integers(0, 60), more=st.binary(max_size=6))
def test_damaged_bodies_do_no_harm(store: Store, update: dict[str, Any], cut: int, more: bytes) -> None:
    body = json.dumps(update).encode()
    code, kept = deliver(store, body[:cut] + more + body[cut + len(more) :])

    assert code in (200, 400)
    assert len(kept) <= (code == 200)


@EXAMPLES
@given(body=st.binary(max_size=200))
@example(body=b'{"update_id": 1, "x": ' + b"[" * 400 + b"]" * 400 + b"}")
@example(body=b'{"update_id": 1, "x": ' + b"[" * 960 + b"]" * 960 + b"}")
@example(body=b'{"update_id": 1, "x": ' + b'{"y":' * 900 + b"1" + b"}" * 901)
@example(body=b'{"update_id": 1e400}')
@example(body=b'{"update_id": 1, "update_id": "2"}')
@example(body='{"update_id": 1}'.encode("utf-16"))
def test_any_bytes_do_no_harm(store: Store, body: bytes) -> None:
    code, kept = deliver(store, body)

    assert code in (200, 400)
    assert len(kept) <= (code == 200)
