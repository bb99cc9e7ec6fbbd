"""Groups and supergroups: who is in them, what the bot may do and hear, and how they move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.sandbox import refusals
from bot.sandbox.chats import Chat
from bot.sandbox.membership import Standing, member_shape
from bot.sandbox.messages import Message
from bot.sandbox.refusals import Refusal
from bot.sandbox.topics import GENERAL, Topic

if TYPE_CHECKING:
    from bot.sandbox.people import Person
    from bot.sandbox.world import World


class NotThere(Exception):
    """Somebody does something in a chat that they cannot do there: a mistake in the story, not in the bot."""


class Group(Chat):
    """A group or a supergroup. `standings` says what each person is in it, `bot_standing` what the bot is."""

    def __init__(
        self,
        world: World,
        id: int,
        title: str,
        creator: Person,
        *,
        supergroup: bool,
        username: str | None = None,
        forum: bool = False,
    ) -> None:
        super().__init__(world, id, title)
        self.supergroup = supergroup
        self.username = username
        self.forum = forum
        self.creator = creator
        self.standings: dict[int, Standing] = {creator.id: Standing.CREATOR}
        self.bot_standing = Standing.LEFT
        self.bot_was_here = False
        self.deleted = False
        self.migrated_to: Group | None = None
        self.topics: dict[int, Topic] = {GENERAL: Topic(GENERAL, "General")} if forum else {}
        self._ids = 0

    # what it is

    @property
    def kind(self) -> str:
        """The type of the chat: “group” or “supergroup”."""
        return "supergroup" if self.supergroup else "group"

    @property
    def members(self) -> list[Person]:
        """The people who are in it now."""
        return [self.world.people[id] for id, standing in self.standings.items() if standing.is_in]

    def standing(self, person: Person) -> Standing:
        """What a person is here."""
        return self.standings.get(person.id, Standing.LEFT)

    def shape(self) -> dict[str, Any]:
        """The Chat as the Bot API writes it."""
        more = {"username": self.username, "is_forum": self.forum or None}
        shape = {"id": self.id, "type": self.kind, "title": self.title}
        return shape | {name: value for name, value in more.items() if value is not None}

    def next_id(self) -> int:
        """Supergroups number their messages themselves, from 1."""
        if not self.supergroup:
            return super().next_id()
        self._ids += 1
        return self._ids

    # what the bot may do and hear

    def check_bot_may_look(self) -> None:
        """Raises Refusal when the bot may not even ask about the chat."""
        if not self.bot_was_here and not self.username:
            raise Refusal(refusals.CHAT_NOT_FOUND)
        if self.supergroup and self.bot_standing is Standing.KICKED:
            raise Refusal(refusals.KICKED_FROM_SUPERGROUP)
        if self.supergroup and self.bot_standing is Standing.LEFT and not self.username:
            raise Refusal(refusals.NOT_IN_SUPERGROUP)

    def check_bot_may_edit(self) -> None:
        """Raises Refusal when the bot is not in the group. One that moved on still lets them be edited."""
        self.check_bot_may_look()
        if self.bot_standing.is_in or self.migrated_to or self.deleted:
            return
        if self.bot_standing is Standing.KICKED:
            raise Refusal(refusals.KICKED_FROM_GROUP)
        raise Refusal(refusals.NOT_IN_SUPERGROUP if self.supergroup else refusals.NOT_IN_GROUP)

    def check_bot_may_write(self, thread: int | None = None) -> None:
        """Raises Refusal when the bot may not write here. Only a write is told that the group moved."""
        if self.migrated_to:
            raise Refusal(refusals.CHAT_MIGRATED, parameters={"migrate_to_chat_id": self.migrated_to.id})
        if self.deleted:
            raise Refusal(refusals.GROUP_DELETED)
        self.check_bot_may_edit()
        if self.bot_standing is Standing.RESTRICTED:
            raise Refusal(refusals.MAY_NOT_WRITE)
        if thread is not None and not self._has_thread(thread):
            raise Refusal(refusals.NO_SUCH_TOPIC)
        if self.forum and self.topics[thread or GENERAL].closed and not self.bot_standing.runs_it:
            raise Refusal(refusals.TOPIC_CLOSED)

    def _has_thread(self, thread: int) -> bool:
        if self.forum:
            return thread != GENERAL and thread in self.topics
        return self.supergroup and any(message.thread == thread for message in self.everything)

    def bot_sees(self, message: Message) -> bool:
        """With privacy mode on, a bot that is no admin hears only commands, replies to itself, and what happens."""
        if not self.bot_standing.is_in:
            return False
        if message.service or self.bot_standing.runs_it or not self.world.bot.privacy:
            return True
        answers_it = message.reply_to is not None and message.reply_to.by_bot
        return answers_it or self._is_command_for_bot(message)

    def _is_command_for_bot(self, message: Message) -> bool:
        first = message.content.entities[:1]
        if not first or first[0].type != "bot_command" or first[0].offset:
            return False
        _, at, addressee = first[0].of(message.text).partition("@")
        return not at or addressee.lower() == self.world.bot.username.lower()

    # who comes and goes

    async def add_bot(self, by: Person | None = None, *, admin: bool = False) -> None:
        """Somebody (the creator by default) adds the bot: it is told so, and a service message says so."""
        by = by or self.creator
        self._move_bot(by, Standing.ADMINISTRATOR if admin else Standing.MEMBER)
        self.add(by, service={"new_chat_members": [self.world.bot.shape()]})

    def kick_bot(self, by: Person | None = None) -> None:
        """The bot is thrown out and told so."""
        self._move_bot(by or self.creator, Standing.KICKED)

    def promote_bot(self, by: Person | None = None) -> None:
        """The bot becomes an administrator: it hears everything now."""
        self._move_bot(by or self.creator, Standing.ADMINISTRATOR)

    def demote_bot(self, by: Person | None = None) -> None:
        """The bot is a plain member again."""
        self._move_bot(by or self.creator, Standing.MEMBER)

    def restrict_bot(self, by: Person | None = None) -> None:
        """The bot may not write any more."""
        self._move_bot(by or self.creator, Standing.RESTRICTED)

    def bot_leaves(self) -> None:
        """The bot goes of its own accord."""
        self._move_bot(None, Standing.LEFT)

    def _move_bot(self, by: Person | None, after: Standing) -> None:
        before, self.bot_standing, self.bot_was_here = self.bot_standing, after, True
        bot = self.world.bot.shape()
        self._report("my_chat_member", by.shape() if by else bot, bot, before, after)

    def join(self, person: Person, by: Person | None = None) -> None:
        """A person comes in, by themselves or added by somebody."""
        self._move(person, Standing.MEMBER, by or person)
        self.add(by or person, service={"new_chat_members": [person.shape()]})

    def leave(self, person: Person) -> None:
        """A person goes."""
        self.add(person, service={"left_chat_member": person.shape()})
        self._move(person, Standing.LEFT, person)

    def kick(self, person: Person, by: Person | None = None) -> None:
        """A person is put out, and may come back."""
        self.add(by or self.creator, service={"left_chat_member": person.shape()})
        self._move(person, Standing.LEFT, by)

    def ban(self, person: Person, by: Person | None = None) -> None:
        """A person is put out for good."""
        self.add(by or self.creator, service={"left_chat_member": person.shape()})
        self._move(person, Standing.KICKED, by)

    def promote(self, person: Person, by: Person | None = None) -> None:
        """A person becomes an administrator."""
        self._move(person, Standing.ADMINISTRATOR, by)

    def demote(self, person: Person, by: Person | None = None) -> None:
        """A person is a plain member again."""
        self._move(person, Standing.MEMBER, by)

    def _move(self, person: Person, after: Standing, by: Person | None) -> None:
        before, self.standings[person.id] = self.standing(person), after
        if self.bot_standing.runs_it:  # others' comings and goings are an administrator's business
            self._report("chat_member", (by or self.creator).shape(), person.shape(), before, after)
        self.world.changes.ring()

    def _report(self, kind: str, by: dict[str, Any], user: dict[str, Any], before: Standing, after: Standing) -> None:
        change = {"old_chat_member": member_shape(user, before), "new_chat_member": member_shape(user, after)}
        date = int(self.world.clock().timestamp())
        self.world.updates.put(kind, {"chat": self.shape(), "from": by, "date": date, **change}, self.line)

    # what becomes of it

    def rename(self, title: str, by: Person | None = None) -> None:
        """The group gets another title."""
        self.title = title
        self.add(by or self.creator, service={"new_chat_title": title})

    def publish_as(self, username: str | None) -> None:
        """The group becomes public under a username, or private again."""
        self.username = username
        self.world.changes.ring()

    def delete(self) -> None:
        """The group is no more."""
        self.deleted = True
        self.world.changes.ring()

    def migrate(self) -> Group:
        """The group becomes a supergroup with another id; the old id refuses every write and names the new one."""
        if self.supergroup or self.migrated_to:
            raise NotThere(f"{self.title} cannot become a supergroup: it is one, or became one already")
        new = self.world.new_group(self.title, self.creator, supergroup=True, username=self.username)
        new.standings = dict(self.standings)
        new.bot_standing, new.bot_was_here = self.bot_standing, self.bot_was_here
        self.migrated_to = new
        self.add(self.creator, service={"migrate_to_chat_id": new.id})
        new.add(self.creator, service={"migrate_from_chat_id": self.id})
        return new

    # topics

    def create_topic(self, name: str, by: Person | None = None, *, by_bot: bool = False) -> Topic:
        """Opens a topic; its id is that of the message that says so."""
        if not self.forum:
            raise NotThere(f"{self.title} is not a forum")
        topic = Topic(self._ids + 1, name)
        self.topics[topic.id] = topic
        what: dict[str, Any] = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        sender = None if by_bot else (by or self.creator)
        self.add(sender, service=what, topic=topic.id, thread=topic.id)
        return topic

    def close_topic(self, topic: Topic | int = GENERAL, by: Person | None = None) -> None:
        """Closes a topic (the general one if none is named): only administrators may write there now."""
        self._turn(topic, by, closed=True)

    def reopen_topic(self, topic: Topic | int = GENERAL, by: Person | None = None) -> None:
        """Opens a closed topic again."""
        self._turn(topic, by, closed=False)

    def _turn(self, topic: Topic | int, by: Person | None, *, closed: bool) -> None:
        turned = self.topics[topic.id if isinstance(topic, Topic) else topic]
        turned.closed = closed
        word = "closed" if closed else "reopened"
        if turned.id == GENERAL:
            self.add(by or self.creator, service={f"general_forum_topic_{'hidden' if closed else 'unhidden'}": {}})
        else:
            what = {f"forum_topic_{word}": dict[str, Any]()}
            self.add(by or self.creator, service=what, topic=turned.id, thread=turned.id)
