"""Files that were sent, by whom ever, and where they can be fetched."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass
from itertools import count
from typing import Any

from bot.sandbox.limits import DOWNLOAD_BYTES
from bot.sandbox.refusals import FILE_TOO_BIG, WRONG_FILE_ID, Refusal


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file. `path` is where the bot fetches it; `width` and `height` are set for photos."""

    id: str
    unique_id: str
    name: str
    path: str
    data: bytes
    width: int = 0
    height: int = 0

    @property
    def is_photo(self) -> bool:
        """Whether it was sent as a picture rather than as a file."""
        return self.width > 0

    @property
    def _identity(self) -> dict[str, Any]:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.data)}

    def as_document(self) -> dict[str, Any]:
        """The Document of a message."""
        kind = mimetypes.guess_type(self.name)[0] or "application/octet-stream"
        return {"file_name": self.name, "mime_type": kind, **self._identity}

    def as_photo(self) -> list[dict[str, Any]]:
        """The PhotoSizes of a message: one size is all there is here."""
        return [{**self._identity, "width": self.width, "height": self.height}]

    def as_file(self) -> dict[str, Any]:
        """What getFile answers."""
        if len(self.data) > DOWNLOAD_BYTES:
            raise Refusal(FILE_TOO_BIG)
        return {**self._identity, "file_path": self.path}


class Files:
    """Everything that was uploaded, by identifier and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._numbers = count()

    def keep(self, name: str, data: bytes, size: tuple[int, int] = (0, 0)) -> StoredFile:
        """Stores a file; `size` is the width and height of a photo."""
        number = next(self._numbers)
        digest = hashlib.sha256(data).hexdigest()[:12]
        folder, prefix = ("photos", "AgAC") if size[0] else ("documents", "BQAC")
        ending = "." + name.rpartition(".")[2] if "." in name else ""
        path = f"{folder}/file_{number}{ending}"
        file = StoredFile(f"{prefix}{digest}{number:08d}", f"AQAD{digest}", name, path, data, *size)
        self._by_id[file.id] = self._by_path[path] = file
        return file

    def by_id(self, file_id: str) -> StoredFile:
        """The file with this identifier. Raises Refusal."""
        if file_id not in self._by_id:
            raise Refusal(WRONG_FILE_ID)
        return self._by_id[file_id]

    def knows(self, file_id: str) -> bool:
        """Whether a file of this identifier was sent."""
        return file_id in self._by_id

    def at(self, path: str) -> StoredFile | None:
        """The file that is fetched from this path."""
        return self._by_path.get(path)


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF or JPEG; None for anything else.

    >>> picture_size(b"GIF89a" + bytes([4, 0, 3, 0]))
    (4, 3)
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if data[:6] in {b"GIF87a", b"GIF89a"} and len(data) >= 10:
        return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    return _jpeg_size(data) if data.startswith(b"\xff\xd8") else None


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        if 0xC0 <= data[at + 1] <= 0xC3:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 320, 240
