"""Places in buttons: spelled in few characters, whole or not at all, for a part of a name is another place."""

from __future__ import annotations

import base64
import re

LONGEST = 30  # characters of a place in a button
_PLAIN = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")
_SPELLED = "~"


def place_code(key: str) -> str:
    """A place's key as a button carries it. Raises ValueError for one that is too long.

    >>> place_code("north kivu"), place_code("херсон")
    ('north_kivu', '~0YXQtdGA0YHQvtC9')
    """
    if _PLAIN.fullmatch(key):
        code = key.replace(" ", "_")
    else:
        code = _SPELLED + base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")
    if len(code) > LONGEST:
        raise ValueError(f"{key!r} is too long for a button")
    return code


def place_in_code(code: str) -> str:
    """The key that `place_code` spelled. Raises ValueError."""
    if not code.startswith(_SPELLED):
        return code.replace("_", " ")
    spelled = code[len(_SPELLED) :]
    return base64.urlsafe_b64decode(spelled + "=" * (-len(spelled) % 4)).decode()


def fits_a_button(key: str) -> bool:
    """Whether the place's pages can be turned."""
    try:
        place_code(key)
    except ValueError:
        return False
    return True
