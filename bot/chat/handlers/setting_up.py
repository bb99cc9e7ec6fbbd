"""Setting up: hello, the desk's settings, which desk to work for."""

from __future__ import annotations

from bot.cards.presses import ChooseDesk, ConfirmSetup
from bot.cards.setup import confirm_setup_card, setup_card
from bot.cards.welcome import choose_desk_card, chosen_desk_card, welcome_card
from bot.chat.doorkeeper import ANONYMOUS_ADMIN
from bot.chat.turn import NotAMember, OnlyLeads, Turn
from bot.claims.desk import Role
from bot.desk.audiences import Room, set_up
from bot.desk.settings import read_settings, with_settings


def start(turn: Turn) -> None:
    """Hello. In private with several desks: which one to work for."""
    if turn.here.private and len(turn.desks) > 1:
        turn.say(choose_desk_card(turn.desks, turn.signer, chosen=turn.desk))
    else:
        turn.say(welcome_card(turn.desk, private=turn.here.private))


def choose_desk(turn: Turn) -> None:
    """Works for this desk in private from now on."""
    turn.pressed(ChooseDesk)
    desk = turn.at_desk()
    if turn.role is None:
        raise NotAMember
    turn.records.reviewers.choose_desk(turn.here.user, desk.id)
    turn.turn_over(chosen_desk_card(desk))


def setup(turn: Turn) -> None:
    """Makes the group a desk; an anonymous admin is asked to press, since Telegram does not say who it is."""
    sender = turn.message.sender_chat
    if turn.here.user == ANONYMOUS_ADMIN and sender and sender.id == turn.here.chat:
        check_settings(turn)
        turn.say(confirm_setup_card(turn.here.chat, turn.words, turn.signer, turn.desk))
    else:
        _set_up(turn, turn.words)


def check_settings(turn: Turn) -> None:
    """Raises the sentence for wrong settings before anybody is asked to stand by them."""
    room = _room(turn)
    with_settings(turn.desk or room.as_desk(), read_settings(turn.words))


def confirm_setup(turn: Turn) -> None:
    """The anonymous admin's press."""
    _set_up(turn, turn.pressed(ConfirmSetup).settings)


def _set_up(turn: Turn, words: str) -> None:
    if turn.role is not Role.LEAD:
        raise OnlyLeads
    desk, new = set_up(turn.records, _room(turn), words, turn.at)
    turn.say(setup_card(desk, new=new, voters=turn.members))


def _room(turn: Turn) -> Room:
    return Room(turn.here.chat, turn.here.title, turn.here.topic, turn.here.public, turn.members)
