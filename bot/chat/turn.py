"""One turn of a conversation: who said what where, and what to answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from telegram import CallbackQuery, Message, Update

from bot.cards.card import Card
from bot.cards.presses import Press, Signer
from bot.chat.doorkeeper import ANONYMOUS_ADMIN
from bot.claims.desk import Desk, Reviewer, Role
from bot.claims.errors import ClaimdeskError
from bot.signing import Notary
from storage.postings import Posting
from storage.records import Records

P = TypeVar("P", bound=Press)


class NotAMember(ClaimdeskError):
    """Only members of this desk can do that."""


class OnlyLeads(ClaimdeskError):
    """Only a lead can do that: the admins of the desk's group are its leads."""


class OnlyListed(ClaimdeskError):
    """In a public group only listed reviewers may do that. A lead adds you with /reviewers add, as a reply to you."""


class Suspended(ClaimdeskError):
    """A lead has suspended you at this desk: your answers are set aside until a lead lets them count again."""


class NoDeskYet(ClaimdeskError):
    """You are not a member of any desk I know. Add me to your group and let an admin send /setup there."""


class WhoIsThat(ClaimdeskError):
    """You write as an anonymous admin, so I cannot tell who you are. Please write that as yourself."""


class NotADeskYet(ClaimdeskError):
    """This group is not a desk yet. An admin of the group sends /setup here, and it is one."""


class WhichDesk(ClaimdeskError):
    """You belong to several desks. Choose the one to work for with /start."""


@dataclass(frozen=True, slots=True)
class Here:
    """Where something was said, and by whom, as Telegram attests it."""

    chat: int
    private: bool
    topic: int | None
    message: int
    user: int
    title: str = ""
    public: bool = False
    pressed: bool = False

    @classmethod
    def of(cls, update: Update) -> Here | None:
        """Where an update comes from; None for what has no chat or no person."""
        chat, user, message = update.effective_chat, update.effective_user, update.effective_message
        if chat is None or user is None:
            return None
        topic = message.message_thread_id if message and message.is_topic_message else None
        return cls(
            chat=chat.id, private=chat.type == chat.PRIVATE, topic=topic, message=message.message_id if message else 0,
            user=user.id, title=chat.title or "", public=bool(chat.username), pressed=update.callback_query is not None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """A card for one chat."""

    card: Card
    chat: int
    key: str | None = None


@dataclass(slots=True)
class Turn:
    """What a verb needs: the records of this transaction, the people, and the words. `desk` is None outside any."""

    records: Records
    signer: Signer
    here: Here
    at: datetime
    update: Update
    desk: Desk | None = None
    role: Role | None = None
    desks: tuple[Desk, ...] = ()
    words: str = ""
    press: Press | None = None
    reference: int = 0
    bot: str = ""
    members: int | None = None
    answers: list[Answer] = field(default_factory=list)
    toast: str | None = None
    alert: bool = False
    notary: Notary | None = None

    @property
    def message(self) -> Message:
        """The message that was sent; not for presses."""
        assert self.update.message is not None
        return self.update.message

    def say(self, card: Card, key: str | None = None) -> None:
        """Answers in the chat where it was asked; `key` names a message that a later reply must be matched to."""
        self.answers.append(Answer(card, self.here.chat, key))

    def write_privately(self, card: Card) -> None:
        """Answers in the person's own chat with the bot, where there is one."""
        if self.has_private_chat:
            self.answers.append(Answer(card, self.here.user))

    def turn_over(self, card: Card) -> None:
        """Puts a card in the place of the pressed one, unless that is a claim's card, which shows itself."""
        posting = self.pressed_posting
        if posting and posting.content is not None:
            self.records.postings.rewrite(posting.id, card.to_json())

    def whisper(self, sentence: str, *, alert: bool = False) -> None:
        """Answers the presser alone."""
        self.toast, self.alert = sentence, alert

    def pressed(self, kind: type[P]) -> P:
        """The press, of the kind that the verb is for."""
        assert isinstance(self.press, kind)
        return self.press

    @property
    def query(self) -> CallbackQuery:
        """The press; not for messages."""
        assert self.update.callback_query is not None
        return self.update.callback_query

    def below_a_claim(self) -> bool:
        """Whether the pressed button hangs below a claim's card, or below a message that is not remembered."""
        posting = self.pressed_posting
        return posting is None or posting.content is None

    @property
    def pressed_posting(self) -> Posting | None:
        """The posting whose button was pressed, when it is remembered."""
        return self.records.postings.at_message(self.here.chat, self.here.message)

    @property
    def has_private_chat(self) -> bool:
        """Whether the bot may write to this person."""
        return self.here.private or self.records.postings.reaches(self.here.user)

    def at_desk(self) -> Desk:
        """The desk in question. Raises NotADeskYet in a group; in private NoDeskYet, or WhichDesk among several."""
        if self.desk is None:
            raise self._why_no_desk()
        return self.desk

    def _why_no_desk(self) -> ClaimdeskError:
        if not self.here.private:
            return NotADeskYet()
        return WhichDesk() if self.desks else NoDeskYet()

    def reader(self) -> None:
        """Anybody at the desk may look, an anonymous admin too. Raises NotAMember."""
        self.at_desk()
        if self.role is None:
            raise NotAMember

    def person(self) -> Reviewer:
        """The person as the desk knows them, whether they may vote or not. Raises NotAMember or WhoIsThat."""
        self.reader()
        if self.here.user == ANONYMOUS_ADMIN:
            raise WhoIsThat
        return self.records.reviewers.of(self.at_desk().id, self.here.user, self.at)

    def reviewer(self) -> Reviewer:
        """The person as a reviewer of the desk. Raises the sentence that tells why they are none."""
        person = self.person()
        if self.at_desk().public and self.role is not Role.LEAD and not person.listed:
            raise OnlyListed
        if person.frozen:
            raise Suspended
        return person

    def lead(self) -> Reviewer:
        """The person as a lead of the desk. Raises OnlyLeads."""
        person = self.person()
        if self.role is not Role.LEAD:
            raise OnlyLeads
        if person.frozen:
            raise Suspended
        return person
