"""What people do, as the bot sees it."""

from __future__ import annotations

from typing import Any

from bot.sandbox import Group, Person, Sandbox, from_channel, from_hidden, from_person


async def messages(ask, kind: str = "message") -> list[dict[str, Any]]:
    return [update[kind] for update in (await ask("getUpdates"))["result"] if kind in update]


async def test_what_is_said_carries_the_entities_that_telegram_finds(ask, bob: Person) -> None:
    await bob.says(bob.private, "/add https://example.com/a")

    (message,) = await messages(ask)
    assert message["entities"] == [
        {"type": "bot_command", "offset": 0, "length": 4},
        {"type": "url", "offset": 5, "length": 21},
    ]


async def test_clients_split_long_texts_at_a_space(ask, bob: Person) -> None:
    words = "word " * 1000
    last = await bob.says(bob.private, words)

    texts = [message["text"] for message in await messages(ask)]
    assert [len(text) <= 4096 for text in texts] == [True, True]
    assert " ".join(texts) == words.strip()
    assert last.text == texts[-1]


async def test_forwards_show_where_they_came_from(ask, telegram: Sandbox, alice: Person, bob: Person) -> None:
    origins = [
        from_channel("Front News", id=-1001234567890, username="front_news", post=17),
        from_person(alice),
        from_hidden("A. Nonymous"),
    ]
    for origin in origins:
        await bob.forwards(bob.private, "12 killed", origin=origin)

    shown = [message["forward_origin"] for message in await messages(ask)]
    assert [origin["type"] for origin in shown] == ["channel", "user", "hidden_user"]
    assert shown[0]["chat"]["id"] == -1001234567890
    assert shown[1]["sender_user"]["id"] == alice.id
    assert shown[2]["sender_user_name"] == "A. Nonymous"


async def test_an_edit_is_told_to_the_bot_and_a_deletion_is_not(ask, bob: Person) -> None:
    message = await bob.says(bob.private, "12 killed")
    await bob.edits(message, "21 killed")
    await bob.deletes(message)

    (edited,) = await messages(ask, "edited_message")
    assert (edited["text"], edited["message_id"]) == ("21 killed", message.id)
    assert len((await ask("getUpdates"))["result"]) == 2
    assert bob.private.messages == []


async def test_the_newest_message_with_some_words_is_found(desk: Group, bob: Person) -> None:
    await bob.says(desk, "12 killed")
    second = await bob.says(desk, "at least 12 killed")

    assert desk.find("12 killed") is second
