"""The parameters of a call, in the three dresses they come in: form, multipart, JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from bot.sandbox.refusals import NOT_JSON, NOT_UTF8, Refusal

_DIGITS = re.compile(r"-?\d+")
_TRUE = frozenset({"true", "yes", "1"})
_BOUNDARY = re.compile(r'boundary="?([^";]+)"?', re.IGNORECASE)
_DISPOSITION = re.compile(r'(name|filename)="((?:\\.|[^"\\])*)"')


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a multipart body."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Parameters:
    """What was asked. Values are strings in forms, anything in JSON; both read the same here."""

    values: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """A text. Raises Refusal for half a surrogate pair."""
        value = self.values.get(name)
        if value is None:
            return default
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise Refusal(NOT_UTF8) from error
        return text

    def number(self, name: str, default: int | None = None) -> int | None:
        """A whole number. Like the server it takes what digits there are, and makes 0 of words."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        digits = _DIGITS.match(str(value))
        return int(digits[0]) if digits else 0

    def flag(self, name: str) -> bool:
        """Yes or no; what is not there is no."""
        return str(self.values.get(name, "")).lower() in _TRUE

    def structure(self, name: str) -> Any:
        """An object or a list, which forms carry as JSON. None when it is not there."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise Refusal(NOT_JSON, what=name.replace("_", " ")) from error

    def logged(self) -> dict[str, Any]:
        """What the log of calls keeps: structures opened, files by name."""
        opened = {name: _opened(value) for name, value in self.values.items()}
        return opened | {name: f"<file {upload.name}>" for name, upload in self.uploads.items()}


def read_parameters(query: str, content_type: str, body: bytes) -> Parameters:
    """The parameters of a request; those in the body win over those in the query."""
    values: dict[str, Any] = dict(parse_qsl(query, keep_blank_values=True))
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "multipart/form-data" and (boundary := _BOUNDARY.search(content_type)):
        fields, uploads = _multipart(body, boundary[1].encode())
        return Parameters(values | fields, uploads)
    if kind == "application/json":
        return Parameters(values | _json(body))
    return Parameters(values | dict(parse_qsl(_utf8(body), keep_blank_values=True, max_num_fields=1000)))


def _json(body: bytes) -> dict[str, Any]:
    try:
        given = json.loads(body or b"{}")
    except ValueError as error:
        raise Refusal(NOT_JSON, what="request") from error
    if not isinstance(given, dict):
        raise Refusal(NOT_JSON, what="request")
    return {name: value for name, value in given.items() if value is not None}


def _utf8(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Refusal(NOT_UTF8) from error


def _multipart(body: bytes, boundary: bytes) -> tuple[dict[str, str], dict[str, Upload]]:
    fields: dict[str, str] = {}
    uploads: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        names = dict(_DISPOSITION.findall(_utf8(head)))
        if "filename" in names:
            uploads[names.get("name", "")] = Upload(names["filename"], content)
        else:
            fields[names.get("name", "")] = _utf8(content)
    return fields, uploads


def _opened(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in {"{", "["}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
