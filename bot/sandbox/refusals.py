"""Every “no” of the server, in the words of the real one."""

from __future__ import annotations

from typing import Any, NamedTuple


class Words(NamedTuple):
    """An error as the server says it: the HTTP status, and the description with its {facts}."""

    code: int
    description: str


class Refusal(Exception):
    """The server says no: `code` is the HTTP status, `parameters` tells what to do about it."""

    def __init__(self, words: Words, *, parameters: dict[str, Any] | None = None, **facts: object) -> None:
        self.code = words.code
        self.description = words.description.format(**facts)
        self.parameters = parameters
        super().__init__(self.description)

    @property
    def body(self) -> dict[str, Any]:
        """The answer as it goes over the wire."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def _bad(words: str) -> Words:
    return Words(400, f"Bad Request: {words}")


def _forbidden(words: str) -> Words:
    return Words(403, f"Forbidden: {words}")


UNAUTHORIZED = Words(401, "Unauthorized")
NO_SUCH_METHOD = Words(404, "Not Found")
LOGGED_OUT = _bad("Logged out")
TOO_MANY_REQUESTS = Words(429, "Too Many Requests: retry after {seconds}")
SERVER_ERROR = Words(500, "Internal Server Error")
BAD_GATEWAY = Words(502, "Bad Gateway")

# taking updates
OTHER_POLLER = Words(
    409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_IS_ACTIVE = Words(
    409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
WEBHOOK_TAKES_OVER = Words(409, "Conflict: terminated by setWebhook request")
BAD_WEBHOOK_URL = _bad("bad webhook: {why}")
BAD_SECRET_TOKEN = _bad("secret token contains unallowed characters")

# parameters
NOT_UTF8 = _bad("strings must be encoded in UTF-8")
NOT_JSON = _bad("can't parse {what} JSON object")
NO_CHAT_ID = _bad("chat_id is empty")
NO_MESSAGE_ID = _bad("message identifier is not specified")
BAD_USER_ID = _bad("invalid user_id specified")

# chats and rights
CHAT_NOT_FOUND = _bad("chat not found")
CHAT_MIGRATED = _bad("group chat was upgraded to a supergroup chat")
GROUP_DELETED = _forbidden("the group chat was deleted")
KICKED_FROM_GROUP = _forbidden("bot was kicked from the group chat")
KICKED_FROM_SUPERGROUP = _forbidden("bot was kicked from the supergroup chat")
NOT_IN_GROUP = _forbidden("bot is not a member of the group chat")
NOT_IN_SUPERGROUP = _forbidden("bot is not a member of the supergroup chat")
BLOCKED = _forbidden("bot was blocked by the user")
DEACTIVATED = _forbidden("user is deactivated")
NEVER_STARTED = _forbidden("bot can't initiate conversation with a user")
MAY_NOT_WRITE = _bad("not enough rights to send text messages to the chat")
MAY_NOT_PIN = _bad("not enough rights to manage pinned messages in the chat")
MAY_NOT_CREATE_TOPICS = _bad("not enough rights to create a topic")
NO_FORUM = _bad("the chat is not a forum")
NO_SUCH_TOPIC = _bad("message thread not found")
TOPIC_CLOSED = _bad("TOPIC_CLOSED")
NO_SUCH_MEMBER = _bad("PARTICIPANT_ID_INVALID")
NO_ADMINISTRATORS = _bad("there are no administrators in the private chat")
CANNOT_LEAVE = _bad("chat member status can't be changed in private chats")

# messages
TEXT_IS_EMPTY = _bad("message text is empty")
TEXT_IS_BLANK = _bad("text must be non-empty")
TEXT_TOO_LONG = _bad("message is too long")
TEXT_TOO_LONG_ON_EDIT = _bad("MESSAGE_TOO_LONG")
CAPTION_TOO_LONG = _bad("message caption is too long")
CAPTION_TOO_LONG_ON_EDIT = _bad("MEDIA_CAPTION_TOO_LONG")
NOT_MODIFIED = _bad(
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
NOTHING_TO_EDIT = _bad("message to edit not found")
CANNOT_EDIT = _bad("message can't be edited")
NO_TEXT_TO_EDIT = _bad("there is no text in the message to edit")
NO_CAPTION_TO_EDIT = _bad("there is no caption in the message to edit")
NOTHING_TO_DELETE = _bad("message to delete not found")
CANNOT_DELETE = _bad("message can't be deleted")
NOTHING_TO_REPLY_TO = _bad("message to be replied not found")
NO_SUCH_QUOTE = _bad("QUOTE_TEXT_INVALID")
NOTHING_TO_PIN = _bad("message to pin not found")
NOTHING_TO_UNPIN = _bad("message to unpin not found")
BAD_ACTION = _bad("wrong parameter action in request")

# text with marks
CANNOT_PARSE = _bad("can't parse entities: {why}")
UNKNOWN_PARSE_MODE = _bad("unsupported parse_mode")
UNKNOWN_ENTITY = _bad("can't parse MessageEntity: Unsupported type specified")
ENTITY_BEGINS_LATE = _bad("entity begins after the end of the text at UTF-16 offset {offset}")
ENTITY_OFFSET = _bad("receive an entity with incorrect offset {offset}")
ENTITY_LENGTH = _bad("receive an entity with incorrect length {length}")
ENTITY_BEGINS_IN_A_SYMBOL = _bad("entity begins in a middle of a UTF-16 symbol at byte offset {byte}")
ENTITY_ENDS_LATE = _bad(
    "entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {end}"
)
ENTITY_ENDS_IN_A_SYMBOL = _bad(
    "entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol at byte offset {byte}"
)
ENTITY_WITHOUT = _bad("can't parse MessageEntity: Can't find field \"{field}\"")

# keyboards
NOT_A_KEYBOARD = _bad("object expected as reply markup")
BUTTON_DATA_INVALID = _bad("BUTTON_DATA_INVALID")
KEYBOARD_TOO_LONG = _bad("reply markup is too long")
BUTTON_WITHOUT_TEXT = _bad("can't parse inline keyboard button: Can't find field \"text\"")
BUTTON_WITHOUT_DUTY = _bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
BUTTON_URL_INVALID = _bad("inline keyboard button URL '{url}' is invalid: {why}")

# presses
PRESS_TOO_OLD = _bad("query is too old and response timeout expired or query ID is invalid")
ANSWER_TOO_LONG = _bad("MESSAGE_TOO_LONG")

# files
NO_FILE = _bad("there is no {kind} in the request")
WRONG_FILE = _bad("wrong file identifier/HTTP URL specified")
WRONG_FILE_ID = _bad("invalid file_id")
FILE_TOO_BIG = _bad("file is too big")
FILE_IS_EMPTY = _bad("file must be non-empty")
UPLOAD_TOO_BIG = Words(413, "Request Entity Too Large")
NOT_AN_IMAGE = _bad("IMAGE_PROCESS_FAILED")

# the bot's menu
BAD_COMMAND = _bad("BOT_COMMAND_INVALID")
BAD_COMMAND_DESCRIPTION = _bad("BOT_COMMAND_DESCRIPTION_INVALID")
TOO_MANY_COMMANDS = _bad("BOT_COMMANDS_TOO_MUCH")
BAD_SCOPE = _bad("can't parse BotCommandScope: Unsupported type specified")
DESCRIPTION_TOO_LONG = _bad("description is too long")
