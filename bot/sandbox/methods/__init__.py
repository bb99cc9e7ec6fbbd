"""The methods of the Bot API that there are here, by name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.sandbox.methods import chats, edits, files, menus, presses, sending, taking, topics
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import World

Method = Callable[[World, Parameters], Any | Awaitable[Any]]

METHODS: dict[str, Method] = {
    # the bot
    "getMe": menus.get_me,
    "logOut": menus.log_out,
    "close": menus.close,
    # updates
    "getUpdates": taking.get_updates,
    "setWebhook": taking.set_webhook,
    "deleteWebhook": taking.delete_webhook,
    "getWebhookInfo": taking.get_webhook_info,
    # saying
    "sendMessage": sending.send_message,
    "sendDocument": sending.send_document,
    "sendPhoto": sending.send_photo,
    "sendChatAction": sending.send_chat_action,
    # changing what was said
    "editMessageText": edits.edit_message_text,
    "editMessageCaption": edits.edit_message_caption,
    "editMessageReplyMarkup": edits.edit_message_reply_markup,
    "deleteMessage": edits.delete_message,
    "pinChatMessage": edits.pin_chat_message,
    "unpinChatMessage": edits.unpin_chat_message,
    # presses
    "answerCallbackQuery": presses.answer_callback_query,
    # chats
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatAdministrators": chats.get_chat_administrators,
    "getChatMemberCount": chats.get_chat_member_count,
    "leaveChat": chats.leave_chat,
    "createForumTopic": topics.create_forum_topic,
    "closeForumTopic": topics.close_forum_topic,
    "reopenForumTopic": topics.reopen_forum_topic,
    # files
    "getFile": files.get_file,
    # menus
    "setMyCommands": menus.set_my_commands,
    "getMyCommands": menus.get_my_commands,
    "deleteMyCommands": menus.delete_my_commands,
    "setMyDescription": menus.set_my_description,
    "getMyDescription": menus.get_my_description,
    "setMyShortDescription": menus.set_my_short_description,
    "getMyShortDescription": menus.get_my_short_description,
}

BY_LOWER_NAME: Mapping[str, str] = {name.lower(): name for name in METHODS}
"""Telegram does not mind how a method is capitalised."""
