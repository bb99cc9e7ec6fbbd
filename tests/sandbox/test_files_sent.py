"""Documents and photos, both ways."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from bot.sandbox import Group, Person, Sandbox
from bot.sandbox.files import picture_size

BAD = "Bad Request: "
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (3).to_bytes(4, "big") + (2).to_bytes(4, "big")


@pytest.fixture
def upload(telegram: Sandbox, client: httpx.AsyncClient):
    async def send(method: str, files: dict[str, tuple[str, bytes]], **fields: Any) -> dict[str, Any]:
        url = f"{telegram.base_url}{telegram.token}/{method}"
        answer: dict[str, Any] = (await client.post(url, data=fields, files=files)).json()
        return answer

    return send


async def test_a_file_from_a_person_can_be_fetched(
    ask, telegram: Sandbox, client: httpx.AsyncClient, bob: Person
) -> None:
    await bob.sends_file(bob.private, "report.txt", b"12 killed", caption="please check")

    message = (await ask("getUpdates"))["result"][0]["message"]
    assert (message["caption"], message["document"]["file_name"]) == ("please check", "report.txt")
    file = (await ask("getFile", file_id=message["document"]["file_id"]))["result"]
    fetched = await client.get(f"{telegram.base_file_url}{telegram.token}/{file['file_path']}")
    assert (fetched.content, file["file_size"]) == (b"12 killed", 9)


async def test_a_stranger_fetches_nothing(telegram: Sandbox, client: httpx.AsyncClient, bob: Person) -> None:
    message = await bob.sends_file(bob.private, "report.txt", b"12 killed")
    assert message.file
    fetched = await client.get(f"{telegram.base_file_url}1:x/{message.file.path}")

    assert fetched.status_code == 401


async def test_the_bot_sends_files_and_sends_them_again_by_id(ask, upload, desk: Group) -> None:
    answer = await upload("sendDocument", {"document": ("claims.csv", b"a,b\r\n1,2")}, chat_id=desk.id, caption="all")
    again = await ask("sendDocument", chat_id=desk.id, document=answer["result"]["document"]["file_id"])

    assert desk.last.file
    assert (desk.last.file.name, desk.last.file.data) == ("claims.csv", b"a,b\r\n1,2")
    assert again["result"]["document"] == answer["result"]["document"]


async def test_a_file_may_be_attached_under_another_name(upload, desk: Group) -> None:
    await upload("sendDocument", {"abc": ("x.txt", b"x")}, chat_id=desk.id, document="attach://abc")

    assert desk.last.file
    assert desk.last.file.name == "x.txt"


async def test_photos_have_a_size_and_must_be_pictures(upload, desk: Group) -> None:
    sent = await upload("sendPhoto", {"photo": ("chart.png", PNG)}, chat_id=desk.id)
    refused = await upload("sendPhoto", {"photo": ("chart.png", b"no picture")}, chat_id=desk.id)

    (photo,) = sent["result"]["photo"]
    assert (photo["width"], photo["height"]) == (3, 2)
    assert refused["description"] == BAD + "IMAGE_PROCESS_FAILED"


async def test_a_photo_from_a_person_arrives(ask, bob: Person) -> None:
    await bob.sends_photo(bob.private, PNG, caption="the bridge")

    message = (await ask("getUpdates"))["result"][0]["message"]
    assert (message["caption"], message["photo"][-1]["width"]) == ("the bridge", 3)


async def test_what_the_server_refuses(ask, refused, upload, desk: Group) -> None:
    empty = await upload("sendDocument", {"document": ("x.txt", b"")}, chat_id=desk.id)
    long = await upload("sendDocument", {"document": ("x.txt", b"x")}, chat_id=desk.id, caption="x" * 1025)

    assert empty["description"] == BAD + "file must be non-empty"
    assert long["description"] == BAD + "message caption is too long"
    assert await refused("sendDocument", chat_id=desk.id) == BAD + "there is no document in the request"
    assert await refused("sendDocument", chat_id=desk.id, document="no such id") == (
        BAD + "wrong file identifier/HTTP URL specified"
    )
    assert await refused("getFile", file_id="no such id") == BAD + "invalid file_id"


async def test_captions_are_edited_as_captions(ask, refused, upload, desk: Group) -> None:
    await upload("sendDocument", {"document": ("x.txt", b"x")}, chat_id=desk.id, caption="one")
    asked = {"chat_id": desk.id, "message_id": desk.last.id}

    assert (await ask("editMessageCaption", **asked, caption="two"))["result"]["caption"] == "two"
    assert await refused("editMessageText", **asked, text="x") == BAD + "there is no text in the message to edit"
    assert await refused("editMessageCaption", **asked, caption="x" * 1025) == BAD + "MEDIA_CAPTION_TOO_LONG"


def test_sizes_are_read_from_the_first_bytes() -> None:
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + (20).to_bytes(2, "big") + (30).to_bytes(2, "big")

    assert picture_size(PNG) == (3, 2)
    assert picture_size(jpeg) == (30, 20)
    assert picture_size(b"text") is None
