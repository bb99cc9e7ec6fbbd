"""Posting messages: what comes out, and what is refused."""

from __future__ import annotations

import json

import httpx
import pytest

from bot.sandbox import Group, Person, Sandbox

BAD = "Bad Request: "


async def test_a_message_comes_back_tidied_and_with_what_telegram_found_in_it(ask, desk: Group) -> None:
    answer = await ask("sendMessage", chat_id=desk.id, text="  see example.com\t \n")

    assert answer["result"]["text"] == "see example.com"
    assert answer["result"]["entities"] == [{"type": "url", "offset": 4, "length": 11}]
    assert desk.last.clickable == [("url", "example.com")]
    assert desk.last.by_bot


async def test_form_multipart_json_and_query_are_all_understood(
    telegram: Sandbox, client: httpx.AsyncClient, desk: Group
) -> None:
    url = f"{telegram.base_url}{telegram.token}/sendMessage"
    asked = {"chat_id": str(desk.id), "text": "ü & = +"}

    await client.post(url, data=asked)
    await client.post(url, files={name: (None, value) for name, value in asked.items()})
    await client.post(url, json=asked)
    await client.get(url, params=asked)

    assert desk.texts[-4:] == ["ü & = +"] * 4


async def test_method_names_are_read_in_any_case(ask, desk: Group) -> None:
    assert (await ask("SENDmessage", chat_id=desk.id, text="hello"))["ok"]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({}, "message text is empty"),
        ({"text": " \n\t"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "🔴" * 2049}, "message is too long"),
        ({"text": "x", "parse_mode": "Word"}, "unsupported parse_mode"),
        (
            {"text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        ({"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"text": "x", "message_thread_id": 999}, "message thread not found"),
        ({"text": "x", "reply_markup": ["no"]}, "object expected as reply markup"),
        ({"text": "x", "reply_markup": "{no"}, "can't parse reply markup JSON object"),
    ],
)
async def test_what_the_server_refuses(refused, desk: Group, asked: dict[str, object], words: str) -> None:
    assert await refused("sendMessage", chat_id=desk.id, **asked) == BAD + words


@pytest.mark.parametrize("text", ["x" * 4096, "🔴" * 2048, "  " + "x" * 4096 + "  "])
async def test_the_limit_counts_utf_16_units_after_trimming(ask, desk: Group, text: str) -> None:
    assert (await ask("sendMessage", chat_id=desk.id, text=text))["ok"]


async def test_the_limit_counts_what_is_left_after_parsing(ask, desk: Group) -> None:
    text = "<b>" + "x" * 4090 + "</b>" + "&lt;" * 6

    assert (await ask("sendMessage", chat_id=desk.id, text=text, parse_mode="HTML"))["ok"]


@pytest.mark.parametrize(
    ("entity", "words"),
    [
        ({"type": "bold", "offset": 100, "length": 1}, "entity begins after the end of the text at UTF-16 offset 100"),
        (
            {"type": "bold", "offset": 0, "length": 100},
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100",
        ),
        ({"type": "sparkle", "offset": 0, "length": 1}, "can't parse MessageEntity: Unsupported type specified"),
        ({"type": "bold", "offset": 0}, "can't parse MessageEntity: Can't find field \"length\""),
    ],
)
async def test_entities_must_lie_within_the_text(refused, desk: Group, entity: dict[str, object], words: str) -> None:
    assert await refused("sendMessage", chat_id=desk.id, text="🔴 hello", entities=[entity]) == BAD + words


async def test_an_entity_may_not_cut_a_symbol_in_two(refused, desk: Group) -> None:
    words = await refused(
        "sendMessage", chat_id=desk.id, text="🔴", entities=[{"type": "bold", "offset": 0, "length": 1}]
    )

    assert words.startswith(
        BAD + "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4"
    )


async def test_entities_count_utf_16_units(ask, desk: Group) -> None:
    await ask("sendMessage", chat_id=desk.id, text="🔴 bold", entities=[{"type": "bold", "offset": 3, "length": 4}])

    assert desk.last.marked("bold") == ["bold"]


async def test_half_a_surrogate_pair_is_refused(telegram: Sandbox, client: httpx.AsyncClient, desk: Group) -> None:
    body = json.dumps({"chat_id": desk.id, "text": "\ud83d"})
    url = f"{telegram.base_url}{telegram.token}/sendMessage"
    response = await client.post(url, content=body, headers={"content-type": "application/json"})

    assert response.json()["description"] == BAD + "strings must be encoded in UTF-8"


async def test_a_reply_shows_what_it_replies_to_and_carries_the_thread(ask, desk: Group, bob: Person) -> None:
    question = await bob.says(desk, "/claim C-1")
    answer = await ask("sendMessage", chat_id=desk.id, text="here", reply_parameters={"message_id": question.id})

    assert answer["result"]["reply_to_message"]["text"] == "/claim C-1"
    assert answer["result"]["message_thread_id"] == question.id
    assert desk.last.reply_to is question


async def test_a_reply_may_do_without_a_message_that_is_gone(ask, desk: Group) -> None:
    reply = {"message_id": 999, "allow_sending_without_reply": True}

    assert (await ask("sendMessage", chat_id=desk.id, text="here", reply_parameters=reply))["ok"]


async def test_a_quote_must_stand_in_the_message(refused, desk: Group, bob: Person) -> None:
    question = await bob.says(desk, "/claim C-1")
    reply = {"message_id": question.id, "quote": "something else"}

    assert await refused("sendMessage", chat_id=desk.id, text="x", reply_parameters=reply) == BAD + "QUOTE_TEXT_INVALID"


async def test_what_a_call_asks_for_besides_is_remembered(ask, desk: Group) -> None:
    preview = {"is_disabled": True}
    answer = await ask("sendMessage", chat_id=desk.id, text="x", protect_content=True, link_preview_options=preview)

    assert answer["result"]["has_protected_content"] is True
    assert desk.last.options == {"protect_content": True, "link_preview_options": preview}


async def test_chat_actions_leave_nothing_behind(ask, refused, desk: Group) -> None:
    before = len(desk.messages)

    assert (await ask("sendChatAction", chat_id=desk.id, action="typing"))["result"] is True
    assert len(desk.messages) == before
    assert "wrong parameter action" in await refused("sendChatAction", chat_id=desk.id, action="dancing")


async def test_every_call_is_in_the_log_with_its_answer(ask, telegram: Sandbox, desk: Group) -> None:
    await ask("sendMessage", chat_id=desk.id, text="one")
    await ask("sendMessage", chat_id=desk.id, text="")

    first, second = telegram.calls_of("sendMessage")
    assert (first.ok, first.result["text"], first.parameters["text"]) == (True, "one", "one")
    assert (second.ok, second.error) == (False, BAD + "message text is empty")


async def test_strangers_and_unknown_methods_are_turned_away(telegram: Sandbox, client: httpx.AsyncClient) -> None:
    wrong = await client.post(f"{telegram.base_url}123:wrong/getMe")
    unknown = await client.post(f"{telegram.base_url}{telegram.token}/getRich")

    assert (wrong.status_code, wrong.json()["description"]) == (401, "Unauthorized")
    assert (unknown.status_code, unknown.json()["description"]) == (404, "Not Found")
