"""What somebody is in a group, as the Bot API writes it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

_ADMIN_RIGHTS = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_manage_topics",
]
_MEMBER_RIGHTS = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_edit_tag",
    "can_react_to_messages",
]


class Standing(StrEnum):
    """What somebody is in a group; the values are the Bot API's."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    RESTRICTED = "restricted"
    LEFT = "left"
    KICKED = "kicked"

    @property
    def is_in(self) -> bool:
        """Whether they are in the group."""
        return self not in {Standing.LEFT, Standing.KICKED}

    @property
    def runs_it(self) -> bool:
        """Whether they are an administrator or the creator."""
        return self in {Standing.CREATOR, Standing.ADMINISTRATOR}


def member_shape(user: dict[str, Any], standing: Standing, *, anonymous: bool = False) -> dict[str, Any]:
    """A ChatMember with every field its status has."""
    return {"user": user, "status": standing.value, **_details(standing, anonymous=anonymous)}


def _details(standing: Standing, *, anonymous: bool) -> dict[str, Any]:
    match standing:
        case Standing.CREATOR:
            return {"is_anonymous": anonymous}
        case Standing.ADMINISTRATOR:
            return {"can_be_edited": False, "is_anonymous": anonymous, **dict.fromkeys(_ADMIN_RIGHTS, True)}
        case Standing.RESTRICTED:
            return {"is_member": True, "until_date": 0, **dict.fromkeys(_MEMBER_RIGHTS, False)}
        case Standing.KICKED:
            return {"until_date": 0}
        case _:
            return {}
