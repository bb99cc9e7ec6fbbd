"""Groups: who may be written to, what the bot hears, and how groups move and end."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox import Group, Person, Sandbox
from bot.sandbox.groups import NotThere

BAD, FORBIDDEN = "Bad Request: ", "Forbidden: "


async def updates(ask) -> list[dict[str, Any]]:
    return (await ask("getUpdates"))["result"]


async def test_ids_tell_groups_from_supergroups(telegram: Sandbox, alice: Person) -> None:
    supergroup = telegram.group("Desk", creator=alice)
    group = telegram.group("Old desk", creator=alice, kind="group")

    assert alice.id == 5_000_000_001
    assert str(supergroup.id).startswith("-100")
    assert -1_000_000_000_000 < group.id < 0


async def test_the_bot_is_told_that_it_was_added(ask, telegram: Sandbox, alice: Person) -> None:
    desk = telegram.group("Desk", creator=alice)
    await desk.add_bot()

    added, message = await updates(ask)
    assert added["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert message["message"]["new_chat_members"][0]["id"] == telegram.bot.id


@pytest.mark.parametrize(
    ("kind", "words"),
    [("group", "bot was kicked from the group chat"), ("supergroup", "bot was kicked from the supergroup chat")],
)
async def test_a_kicked_bot_cannot_write(ask, refused, telegram: Sandbox, alice: Person, kind: str, words: str) -> None:
    desk = telegram.group("Desk", creator=alice, kind=kind)
    await desk.add_bot()
    desk.kick_bot()

    assert await refused("sendMessage", chat_id=desk.id, text="x") == FORBIDDEN + words
    assert (await updates(ask))[-1]["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_after_a_kick_only_a_plain_group_can_still_be_asked_about(
    ask, refused, telegram: Sandbox, alice: Person, desk: Group
) -> None:
    plain = telegram.group("Plain", creator=alice, kind="group")
    await plain.add_bot()
    plain.kick_bot()
    desk.kick_bot()

    assert (await ask("getChat", chat_id=plain.id))["ok"]
    assert await refused("getChat", chat_id=desk.id) == FORBIDDEN + "bot was kicked from the supergroup chat"


async def test_a_bot_that_left_is_no_member(ask, refused, desk: Group) -> None:
    assert (await ask("leaveChat", chat_id=desk.id))["ok"]

    words = await refused("sendMessage", chat_id=desk.id, text="x")
    assert words == FORBIDDEN + "bot is not a member of the supergroup chat"


async def test_a_chat_the_bot_never_saw_is_not_found(refused, telegram: Sandbox, alice: Person) -> None:
    unseen = telegram.group("Elsewhere", creator=alice)

    for chat in (unseen.id, -100123, 99, "@nobody_here", "words"):
        assert await refused("sendMessage", chat_id=chat, text="x") == BAD + "chat not found"
    assert await refused("sendMessage", text="x") == BAD + "chat_id is empty"


async def test_a_public_group_is_found_by_its_name(ask, telegram: Sandbox, alice: Person) -> None:
    desk = telegram.group("Desk", creator=alice, username="open_desk")
    await desk.add_bot()

    assert (await ask("getChat", chat_id="@Open_Desk"))["result"]["id"] == desk.id


async def test_a_restricted_bot_may_not_write(refused, desk: Group) -> None:
    desk.restrict_bot()

    words = await refused("sendMessage", chat_id=desk.id, text="x")
    assert words == BAD + "not enough rights to send text messages to the chat"


async def test_a_deleted_group_is_gone(refused, telegram: Sandbox, alice: Person) -> None:
    plain = telegram.group("Plain", creator=alice, kind="group")
    await plain.add_bot()
    plain.delete()

    assert await refused("sendMessage", chat_id=plain.id, text="x") == FORBIDDEN + "the group chat was deleted"


async def test_a_group_that_moved_says_where_to(ask, refused, telegram: Sandbox, alice: Person, bob: Person) -> None:
    old = telegram.group("Desk", creator=alice, kind="group", members=[bob])
    await old.add_bot()
    card = (await ask("sendMessage", chat_id=old.id, text="pending"))["result"]["message_id"]
    new = old.migrate()

    refusal = await ask("sendMessage", chat_id=old.id, text="x")
    assert refusal["description"] == BAD + "group chat was upgraded to a supergroup chat"
    assert refusal["parameters"] == {"migrate_to_chat_id": new.id}
    assert [update["message"] for update in await updates(ask) if "message" in update][-2:] == [
        {**_head(old, alice), "migrate_to_chat_id": new.id},
        {**_head(new, alice), "message_id": 1, "migrate_from_chat_id": old.id},
    ]
    assert (await ask("sendMessage", chat_id=new.id, text="x"))["ok"]
    assert (await ask("editMessageText", chat_id=old.id, message_id=card, text="verified"))["ok"]
    assert new.members == [alice, bob]


def _head(group: Group, person: Person) -> dict[str, Any]:
    date = int(group.world.clock().timestamp())
    return {"message_id": group.last.id, "date": date, "chat": group.shape(), "from": person.shape()}


async def test_who_left_or_moved_on_can_no_longer_speak_there(telegram: Sandbox, desk: Group, bob: Person) -> None:
    desk.kick(bob)

    with pytest.raises(NotThere, match="Bob is not in Desk"):
        await bob.says(desk, "hello")


async def test_administrators_and_members_are_told_apart(
    ask, refused, telegram: Sandbox, desk: Group, alice: Person, bob: Person
) -> None:
    carol = telegram.person("Carol")
    desk.join(carol)
    desk.promote(bob)
    desk.ban(carol)

    admins = (await ask("getChatAdministrators", chat_id=desk.id))["result"]
    assert [(each["user"]["first_name"], each["status"]) for each in admins] == [
        ("Alice", "creator"),
        ("Bob", "administrator"),
    ]
    standings = [await ask("getChatMember", chat_id=desk.id, user_id=person.id) for person in (bob, carol)]
    assert [each["result"]["status"] for each in standings] == ["administrator", "kicked"]
    assert (await ask("getChatMemberCount", chat_id=desk.id))["result"] == 3
    assert await refused("getChatMember", chat_id=desk.id, user_id=42) == BAD + "PARTICIPANT_ID_INVALID"
    assert await refused("getChatMember", chat_id=desk.id) == BAD + "invalid user_id specified"


async def test_comings_and_goings_of_others_are_told_to_administrators_who_ask(
    ask, telegram: Sandbox, desk: Group, bob: Person
) -> None:
    await ask("getUpdates", allowed_updates=["chat_member"])
    desk.promote(bob)
    desk.promote_bot()
    desk.demote(bob)

    (update,) = await updates(ask)
    assert update["chat_member"]["new_chat_member"]["status"] == "member"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("/queue", True),
        ("/queue@sandbox_bot", True),
        ("/queue@other_bot", False),
        ("hello", False),
        ("see /queue", False),
    ],
)
async def test_in_privacy_mode_the_bot_hears_commands_only(
    ask, desk: Group, bob: Person, text: str, heard: bool
) -> None:
    await bob.says(desk, text)

    assert bool(await updates(ask)) is heard


async def test_in_privacy_mode_the_bot_hears_replies_to_itself(ask, desk: Group, alice: Person, bob: Person) -> None:
    await ask("sendMessage", chat_id=desk.id, text="Which source?")
    question = desk.last
    answer = await bob.says(desk, "the ministry", reply_to=question)
    await alice.says(desk, "not so", reply_to=answer)

    assert [update["message"]["text"] for update in await updates(ask)] == ["the ministry"]


async def test_an_administrator_bot_hears_everything(ask, desk: Group, bob: Person) -> None:
    desk.promote_bot()
    await bob.says(desk, "hello")

    assert (await updates(ask))[-1]["message"]["text"] == "hello"


async def test_only_administrators_can_hide(desk: Group, bob: Person) -> None:
    with pytest.raises(NotThere, match="cannot hide"):
        await bob.says_anonymously(desk, "/setup")


async def test_each_supergroup_numbers_its_own_messages(telegram: Sandbox, alice: Person) -> None:
    numbers = []
    for title in ("One", "Two"):
        group = telegram.group(title, creator=alice)
        numbers.append((await alice.says(group, "hello")).id)

    assert numbers == [1, 1]
    assert (await alice.says(alice.private, "a")).id + 1 == (await alice.says(alice.private, "b")).id
