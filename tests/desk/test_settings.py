from __future__ import annotations

import pytest

from bot.desk.settings import UnknownSetting, read_settings


@pytest.mark.parametrize(
    "words", ["quorum=3 zone=Europe/Kyiv", "quorum = 3  zone =Europe/Kyiv", "QUORUM= 3\nzone=Europe/Kyiv"]
)
def test_settings_are_read_with_and_without_spaces(words: str):
    assert read_settings(words) == {"quorum": "3", "zone": "Europe/Kyiv"}


def test_an_unknown_setting_is_named():
    with pytest.raises(UnknownSetting, match="“quorom”"):
        read_settings("quorom = 3")
