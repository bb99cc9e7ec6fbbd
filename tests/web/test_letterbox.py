"""Who may put something into the letterbox, and what."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.web import letterbox
from tests.web.conftest import PATH, RIGHT, House

UPDATE = {"update_id": 7, "message": {"text": "hello"}}


async def posted(app: Any, headers: dict[str, str], path: str = f"/{PATH}") -> tuple[int, list[str]]:
    """The answer to a post whose body must not be asked for, and the names of its headers."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        raise AssertionError("the body was read")

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "POST", "path": path, "raw_path": path.encode(), "query_string": b""}
    await app({**scope, "headers": raw, "root_path": "", "scheme": "http"}, receive, send)
    return sent[0]["status"], [f"{name.decode()}: {value.decode()}" for name, value in sent[0]["headers"]]


async def test_an_update_is_stored_before_it_is_acknowledged(client: httpx.AsyncClient, house: House) -> None:
    answer = await client.post(f"/{PATH}", json=UPDATE, headers=RIGHT)

    assert (answer.status_code, answer.content) == (200, b"")
    assert house.shelf == [UPDATE]


async def test_the_proxy_may_have_put_something_before_the_path(client: httpx.AsyncClient, house: House) -> None:
    assert (await client.post(f"/desk/telegram/{PATH}", json=UPDATE, headers=RIGHT)).status_code == 200
    assert house.shelf == [UPDATE]


@pytest.mark.parametrize("secret", [None, "", "hush_hush-", "hush_hush-12", "HUSH_HUSH-1", "ÿ", "hush_hush-1\t "])
async def test_without_the_secret_nothing_of_the_body_is_read_and_the_line_is_closed(
    house: House, secret: str | None
) -> None:
    headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
    code, told = await posted(house.app(), {**headers, "content-length": "1000000"})

    assert code == 401
    assert "connection: close" in told


@pytest.mark.parametrize("path", ["/", "/webhook", f"/{PATH}/", f"/{PATH}x", f"/{PATH.upper()}", f"/{PATH}/healthz"])
async def test_elsewhere_there_is_nothing_even_for_those_who_know_the_secret(house: House, path: str) -> None:
    code, told = await posted(house.app(), {**RIGHT, "content-length": "1000000"}, path)

    assert code == 404
    assert "connection: close" in told


@pytest.mark.parametrize("length", ["1048577", "9" * 30])
async def test_a_body_that_says_it_is_too_long_is_not_read(house: House, length: str) -> None:
    assert (await posted(house.app(), {**RIGHT, "content-length": length}))[0] == 413


@pytest.mark.parametrize("length", ["-1", "abc", "1_0", "²"])
async def test_a_length_that_is_no_number_is_refused_unread(house: House, length: str) -> None:
    assert (await posted(house.app(), {**RIGHT, "content-length": length}))[0] == 400


async def test_a_body_that_does_not_say_how_long_it_is_is_read_up_to_the_limit(
    client: httpx.AsyncClient, house: House
) -> None:
    given = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal given
        while given < 1 << 24:
            given += 1 << 16
            yield b"x" * (1 << 16)

    assert (await client.post(f"/{PATH}", content=endless(), headers=RIGHT)).status_code == 413
    assert given <= letterbox.LIMIT + (1 << 16)
    assert house.shelf == []


async def test_an_update_of_just_a_mebibyte_passes(client: httpx.AsyncClient, house: House) -> None:
    frame = len(b'{"update_id": 1, "text": ""}')
    body = b'{"update_id": 1, "text": "%s"}' % (b"x" * (letterbox.LIMIT - frame))

    assert (await client.post(f"/{PATH}", content=body, headers=RIGHT)).status_code == 200
    assert (await client.post(f"/{PATH}", content=body + b" ", headers=RIGHT)).status_code == 413


async def test_a_body_that_does_not_come_is_not_waited_for(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letterbox, "PATIENCE", 0)

    async def dribbling() -> AsyncIterator[bytes]:
        while True:
            await asyncio.sleep(0)
            yield b" "

    transport = httpx.ASGITransport(house.app())
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        answer = await client.post(f"/{PATH}", content=dribbling(), headers=RIGHT)
    assert answer.status_code == 408
    assert house.shelf == []


@pytest.mark.parametrize(
    "body",
    [
        b"", b"null", b"[]", b"7", b'"update_id"', b"{}", b'{"update_id": "7"}', b'{"update_id": true}',
        b'{"update_id": 7.0}', b'{"update_id": -1}', b'{"update_id": 9223372036854775808}', b"{" * 100_000,
        b'{"update_id": %s}' % (b"9" * 5000), b'{"update_id": 7', b"\xff\xfe", b'{"update_id": 7}\x00',
        b"[" * 100_000 + b"]" * 100_000, b'{"update_id": null}', b'{"update_id": [7]}',
    ],
)  # fmt: skip
async def test_what_is_no_update_is_refused_and_not_stored(
    client: httpx.AsyncClient, house: House, body: bytes
) -> None:
    answer = await client.post(f"/{PATH}", content=body, headers=RIGHT)

    assert (answer.status_code, answer.content) == (400, b"")
    assert house.shelf == []


async def test_what_could_not_be_stored_is_to_come_again_and_nobody_reads_why(
    client: httpx.AsyncClient, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    house.broken = ConnectionError("the words of the update, and the password of the database")
    answer = await client.post(f"/{PATH}", json=UPDATE, headers=RIGHT)

    assert (answer.status_code, answer.content) == (503, b"")
    assert "ConnectionError" in caplog.text
    assert "password" not in caplog.text
    house.broken = None
    assert (await client.post(f"/{PATH}", json=UPDATE, headers=RIGHT)).status_code == 200


async def test_only_posts_are_deliveries(client: httpx.AsyncClient, house: House) -> None:
    for method in ("GET", "PUT", "DELETE", "OPTIONS", "HEAD"):
        answer = await client.request(method, f"/{PATH}", headers=RIGHT)
        assert (answer.status_code, answer.headers["connection"]) == (405, "close")
    assert house.shelf == []


async def test_without_a_webhook_nothing_can_be_posted(house: House) -> None:
    transport = httpx.ASGITransport(house.app(letterbox=False))
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        assert (await client.post(f"/{PATH}", json=UPDATE, headers=RIGHT)).status_code == 404
        assert (await client.get("/healthz")).status_code == 200


def test_a_letterbox_does_not_tell_its_secrets(house: House) -> None:
    box = letterbox.Letterbox(PATH, "hush", house.receive)

    assert PATH not in repr(box)
    assert "hush" not in repr(box)
