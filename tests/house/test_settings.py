from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import (
    BadApiUrl,
    BadListen,
    BadLlmKey,
    BadLlmUrl,
    BadWebhookPort,
    BadWebhookSecret,
    BadWebhookUrl,
    NoListen,
    NoLlmKeyFile,
    NoLlmModel,
    NoTokenFile,
    NoWebhookSecretFile,
    Settings,
)
from storage.engine import UnknownDatabase
from storage.store import Store


@pytest.fixture(autouse=True)
def _an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"CLAIMDESK_{name.upper()}", raising=False)


def test_an_empty_setting_counts_as_not_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "token").write_text("7000000001:from-the-file\n")
    monkeypatch.setenv("CLAIMDESK_TOKEN", "")
    monkeypatch.setenv("CLAIMDESK_DATABASE_URL", "")
    monkeypatch.setenv("CLAIMDESK_TOKEN_FILE", str(tmp_path / "token"))
    settings = Settings()
    assert settings.bot_token == "7000000001:from-the-file"
    assert settings.database_url == "sqlite:///claimdesk.db"


def test_a_slash_at_the_end_of_the_address_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_API_URL", "http://127.0.0.1:8081/")
    assert Settings().api_url == "http://127.0.0.1:8081"


def test_an_address_without_http_is_refused_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_API_URL", "127.0.0.1:8081")
    with pytest.raises(BadApiUrl, match="is 127"):
        Settings()


def test_a_token_file_that_is_no_text_is_refused_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "token").write_bytes(b"\xff\xfe\x00")
    monkeypatch.setenv("CLAIMDESK_TOKEN_FILE", str(tmp_path / "token"))
    with pytest.raises(NoTokenFile, match="not a text file"):
        Settings()


def test_a_port_that_is_no_number_is_refused_with_a_sentence() -> None:
    with pytest.raises(UnknownDatabase):
        Store("postgresql://desk@127.0.0.1:port/desk")


def test_a_webhook_needs_a_place_to_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_WEBHOOK_URL", "https://desk.example.org")
    with pytest.raises(NoListen, match="CLAIMDESK_LISTEN is not"):
        Settings()
    monkeypatch.setenv("CLAIMDESK_LISTEN", "127.0.0.1:8080")
    assert Settings().listen_at == ("127.0.0.1", 8080)


@pytest.mark.parametrize(
    "address",
    [
        "desk.example.org", "ftp://desk.example.org", "https://", "https://desk.example.org/?a=b", "https://a b/",
        "https://desk.example.org#top", "https://desk:word@example.org", "https://desk.example.org:port",
        "http://desk.example.org", "https://[::1",
    ],
)  # fmt: skip
def test_an_address_that_telegram_cannot_deliver_to_is_refused_with_a_sentence(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_WEBHOOK_URL", address)
    monkeypatch.setenv("CLAIMDESK_LISTEN", "127.0.0.1:8080")
    with pytest.raises(BadWebhookUrl, match="must be the https:// address"):
        Settings()


def test_what_follows_the_host_of_a_webhook_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_WEBHOOK_URL", "https://desk.example.org/hush?word=hush")
    monkeypatch.setenv("CLAIMDESK_LISTEN", "127.0.0.1:8080")
    with pytest.raises(BadWebhookUrl) as refused:
        Settings()
    assert "hush" not in str(refused.value)


def test_telegram_delivers_to_four_ports_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_LISTEN", "127.0.0.1:8080")
    monkeypatch.setenv("CLAIMDESK_WEBHOOK_URL", "https://desk.example.org:8080")
    with pytest.raises(BadWebhookPort, match="port 8080"):
        Settings()
    monkeypatch.setenv("CLAIMDESK_WEBHOOK_URL", "https://desk.example.org:8443")
    assert Settings().webhook_url == "https://desk.example.org:8443"


def test_a_bot_api_server_of_ones_own_delivers_without_tls_and_to_any_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_LISTEN", "127.0.0.1:8080")
    monkeypatch.setenv("CLAIMDESK_API_URL", "http://127.0.0.1:8081")
    monkeypatch.setenv("CLAIMDESK_WEBHOOK_URL", "http://127.0.0.1:8080")
    assert Settings().webhook_url == "http://127.0.0.1:8080"


@pytest.mark.parametrize("place", ["8080", "127.0.0.1", "127.0.0.1:port", "a b:1", "::1:80", "0.0.0.0:65536", ":80"])
def test_a_place_to_listen_that_is_none_is_refused_with_a_sentence(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_LISTEN", place)
    with pytest.raises(BadListen, match=r"such as 127\.0\.0\.1:8080"):
        Settings()


def test_an_address_of_the_newer_kind_stands_in_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_LISTEN", "[::]:8080")
    assert Settings().listen_at == ("::", 8080)


@pytest.mark.parametrize("secret", ["with space", "ä", "x" * 257, "a:b"])
def test_a_secret_that_telegram_does_not_take_is_refused_and_not_repeated(
    secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_WEBHOOK_SECRET", secret)
    with pytest.raises(BadWebhookSecret) as refused:
        Settings()
    assert secret not in str(refused.value)


def test_the_secret_may_stand_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_WEBHOOK_SECRET_FILE", str(tmp_path / "secret"))
    with pytest.raises(NoWebhookSecretFile, match="cannot be read"):
        Settings()
    (tmp_path / "secret").write_text("hush-hush\n")
    settings = Settings()
    assert settings.webhook_secret is not None
    assert settings.webhook_secret.get_secret_value() == "hush-hush"
    assert "hush-hush" not in repr(settings)


@pytest.mark.parametrize(
    "url", ["localhost:8000", "ftp://a.example", "http://", "https://a:b@c.example", "http://a b/", "http://a/?k=v"]
)
def test_an_address_of_a_second_reader_that_is_none_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_LLM_URL", url)
    monkeypatch.setenv("CLAIMDESK_LLM_MODEL", "reader-1")
    with pytest.raises(BadLlmUrl, match="OpenAI-compatible"):
        Settings()


def test_a_second_reader_needs_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_LLM_URL", "http://127.0.0.1:8000/v1")
    with pytest.raises(NoLlmModel, match="CLAIMDESK_LLM_MODEL is not"):
        Settings()


def test_the_key_of_a_second_reader_may_stand_in_a_file_and_is_never_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_LLM_KEY_FILE", str(tmp_path / "key"))
    with pytest.raises(NoLlmKeyFile, match="cannot be read"):
        Settings()
    (tmp_path / "key").write_text("hush-hush\n")
    settings = Settings()
    assert settings.second_reader_key == "hush-hush"
    assert "hush-hush" not in repr(settings)
    monkeypatch.setenv("CLAIMDESK_LLM_KEY", "hush\nhush")
    with pytest.raises(BadLlmKey) as refused:
        Settings()
    assert "hush" not in str(refused.value)
