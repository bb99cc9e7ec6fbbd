"""Topics: where a message goes, and where none may."""

from __future__ import annotations

import pytest

from bot.sandbox import Group, Person, Sandbox
from bot.sandbox.groups import NotThere

BAD = "Bad Request: "


@pytest.fixture
async def forum(telegram: Sandbox, alice: Person, bob: Person) -> Group:
    group = telegram.group("Forum", creator=alice, members=[bob], forum=True)
    await group.add_bot()
    telegram.world.updates.forget_all()
    return group


async def test_a_message_goes_to_its_topic(ask, forum: Group) -> None:
    topic = forum.create_topic("Badghis")
    answer = await ask("sendMessage", chat_id=forum.id, message_thread_id=topic.id, text="x")

    assert (answer["result"]["message_thread_id"], answer["result"]["is_topic_message"]) == (topic.id, True)
    assert forum.last.topic == topic.id


async def test_a_command_in_a_topic_says_which(ask, forum: Group, bob: Person) -> None:
    topic = forum.create_topic("Badghis")
    await bob.says(forum, "/queue", topic=topic)

    message = (await ask("getUpdates"))["result"][-1]["message"]
    assert message["message_thread_id"] == topic.id
    assert message["chat"]["is_forum"] is True


async def test_the_general_topic_has_no_number(ask, refused, forum: Group) -> None:
    answer = await ask("sendMessage", chat_id=forum.id, text="x")

    assert "message_thread_id" not in answer["result"]
    assert await refused("sendMessage", chat_id=forum.id, message_thread_id=1, text="x") == (
        BAD + "message thread not found"
    )


async def test_nobody_but_administrators_writes_in_a_closed_topic(ask, refused, forum: Group, bob: Person) -> None:
    topic = forum.create_topic("Badghis")
    forum.close_topic(topic)

    asked = {"chat_id": forum.id, "message_thread_id": topic.id, "text": "x"}
    assert await refused("sendMessage", **asked) == BAD + "TOPIC_CLOSED"
    with pytest.raises(NotThere, match="closed"):
        await bob.says(forum, "x", topic=topic)

    forum.reopen_topic(topic)
    assert (await ask("sendMessage", **asked))["ok"]


async def test_the_general_topic_closes_too(refused, forum: Group) -> None:
    forum.close_topic()

    assert await refused("sendMessage", chat_id=forum.id, text="x") == BAD + "TOPIC_CLOSED"


async def test_a_reply_stays_in_the_topic(ask, forum: Group, bob: Person) -> None:
    topic = forum.create_topic("Badghis")
    question = await bob.says(forum, "/claim", topic=topic)
    await ask("sendMessage", chat_id=forum.id, text="x", reply_parameters={"message_id": question.id})

    assert forum.last.topic == topic.id


async def test_an_administrator_bot_opens_and_closes_topics(ask, refused, forum: Group, desk: Group) -> None:
    assert await refused("createForumTopic", chat_id=forum.id, name="A") == BAD + "not enough rights to create a topic"
    assert await refused("createForumTopic", chat_id=desk.id, name="A") == BAD + "the chat is not a forum"

    forum.promote_bot()
    topic = (await ask("createForumTopic", chat_id=forum.id, name="A"))["result"]
    await ask("closeForumTopic", chat_id=forum.id, message_thread_id=topic["message_thread_id"])
    assert forum.topics[topic["message_thread_id"]].closed
