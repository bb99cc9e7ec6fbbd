from __future__ import annotations

from bot.cards.help import TOPICS
from bot.chat.commands import COMMANDS, Said, Where, command_in
from bot.chat.menus import SCOPES, menu


def test_help_tells_of_every_command_but_itself():
    assert {topic.command for topic in TOPICS} == {command.name for command in COMMANDS} - {"help"}


def test_no_menu_is_longer_than_telegram_allows_and_no_line_either():
    for _, where, leads in SCOPES:
        assert len(menu(where, leads=leads)) <= 100
    assert all(3 <= len(command.line) <= 256 for command in COMMANDS)


def test_what_is_for_leads_is_shown_to_leads_only():
    ordinary = {entry.command for entry in menu(Where.GROUP, leads=False)}
    theirs = {entry.command for entry in menu(Where.GROUP, leads=True)}

    assert "setup" not in ordinary
    assert "setup" in theirs


def test_a_command_with_digits_is_a_command_and_no_text_to_read():
    assert command_in("/c17") == Said("c17", None, "")
    assert command_in("/17 people were killed") == Said("17", None, "people were killed")
