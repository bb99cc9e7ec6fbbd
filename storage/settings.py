"""Single values under a name, such as the last contact with Telegram."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from storage.room import Room
from storage.tables import SettingRow


class Settings(Room):
    """The values."""

    def put(self, key: str, value: str) -> None:
        """Keeps a value."""
        setting = self.insert(SettingRow, key=key, value=value)
        self.db.execute(setting.on_conflict_do_update(index_elements=["key"], set_={"value": value}))

    def get(self, key: str) -> str | None:
        """The value last kept under this name."""
        return self.db.execute(select(col(SettingRow.value)).where(col(SettingRow.key) == key)).scalar_one_or_none()

    def hold(self, key: str) -> str | None:
        """The same, and nobody else can hold or change it until this transaction ends."""
        question = select(col(SettingRow.value)).where(col(SettingRow.key) == key).with_for_update()
        return self.db.execute(question).scalar_one_or_none()
