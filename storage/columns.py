"""Columns that mean the same on both databases: cleaned text, enums by value, 64-bit numbers."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Dialect, Enum, Integer, LargeBinary, Text, false, true
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field

# SQLite gives ids by itself only to a column declared exactly INTEGER PRIMARY KEY.
BIG = BigInteger().with_variant(Integer(), "sqlite")

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """The text with NUL and lone surrogates replaced one for one: PostgreSQL rejects them, and offsets must hold.

    >>> storable("a\\x00b\\ud800c")
    'a\ufffdb\ufffdc'
    """
    return _UNSTORABLE.sub("\ufffd", text)


class Words(TypeDecorator[str]):
    """Text of any length, made storable on its way in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is handed to the database."""
        return None if value is None else storable(value)

    def process_literal_param(self, value: str | None, dialect: Dialect) -> str:
        """The same for a value written into the statement."""
        return storable(value or "")


def by_value(kind: type[StrEnum]) -> Enum:
    """A column for a StrEnum, stored as the product's word and not as the name in the code."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=24,
        values_callable=lambda members: [member.value for member in members],
    )


def big(default: Any = ..., **more: Any) -> Any:
    """A 64-bit number: an id, or a chat."""
    return Field(sa_type=BIG, **_given(default), **more)


def words(default: Any = ..., **more: Any) -> Any:
    """Text as somebody wrote it."""
    return Field(sa_type=Words, **_given(default), **more)


def hashed(default: Any = ..., **more: Any) -> Any:
    """A hash, a salt or a key: bytes."""
    return Field(sa_type=LargeBinary, **_given(default), **more)


def flag(default: bool) -> Any:
    """Yes or no, for the rows that were there before the column too."""
    return Field(default=default, sa_column_kwargs={"server_default": true() if default else false()})


def one_of(kind: type[StrEnum], **more: Any) -> Any:
    """A member of a StrEnum."""
    return Field(sa_type=by_value(kind), **more)


def own_id() -> Any:
    """The row's own number, given by the database."""
    return Field(default=None, primary_key=True, sa_type=BIG)


def _given(default: Any) -> dict[str, Any]:
    return {} if default is ... else {"default": default}
