"""One person and the bot."""

from __future__ import annotations

from bot.sandbox import Group, Person, Sandbox

BAD, FORBIDDEN = "Bad Request: ", "Forbidden: "


async def test_the_bot_writes_only_to_who_wrote_first(
    ask, refused, telegram: Sandbox, desk: Group, bob: Person
) -> None:
    stranger = telegram.person("Carol")
    assert await refused("sendMessage", chat_id=stranger.id, text="x") == BAD + "chat not found"
    assert await refused("sendMessage", chat_id=bob.id, text="x") == (
        FORBIDDEN + "bot can't initiate conversation with a user"
    )

    await bob.says(bob.private, "/start")
    assert (await ask("sendMessage", chat_id=bob.id, text="hello"))["ok"]
    assert telegram.private(bob).texts == ["/start", "hello"]


async def test_who_blocks_the_bot_hears_no_more_of_it(ask, refused, bob: Person) -> None:
    await bob.says(bob.private, "/start")
    await bob.blocks_bot()
    assert await refused("sendMessage", chat_id=bob.id, text="x") == FORBIDDEN + "bot was blocked by the user"

    await bob.unblocks_bot()
    assert (await ask("sendMessage", chat_id=bob.id, text="hello"))["ok"]
    moves = [each["my_chat_member"] for each in (await ask("getUpdates"))["result"] if "my_chat_member" in each]
    assert [move["new_chat_member"]["status"] for move in moves] == ["kicked", "member"]


async def test_an_account_that_is_gone_cannot_be_written_to(refused, bob: Person) -> None:
    await bob.says(bob.private, "/start")
    bob.deactivates()

    assert await refused("sendMessage", chat_id=bob.id, text="x") == FORBIDDEN + "user is deactivated"


async def test_there_is_nobody_to_administer_in_private(refused, bob: Person) -> None:
    await bob.says(bob.private, "/start")

    assert await refused("getChatAdministrators", chat_id=bob.id) == (
        BAD + "there are no administrators in the private chat"
    )
    assert "can't be changed in private chats" in await refused("leaveChat", chat_id=bob.id)
