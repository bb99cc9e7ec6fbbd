"""The settings, read once from the environment or a `.env` file; only `cli` and `app` look."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.claims.errors import ClaimdeskError

TELEGRAM = "https://api.telegram.org"
PORTS_OF_TELEGRAM = (443, 80, 88, 8443)  # it delivers to no other
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # what Telegram accepts as secret_token
_KEY = re.compile(r"[!-~]{0,4096}")  # what a header can carry
_LISTEN = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\s:\[\]/]+)):(\d{1,5})")


class NoToken(ClaimdeskError):
    """There is no bot token. Set CLAIMDESK_TOKEN, or CLAIMDESK_TOKEN_FILE to a file that holds it."""


class NoTokenFile(ClaimdeskError):
    """The token file {path} cannot be read: {why}"""


class BadApiUrl(ClaimdeskError):
    """CLAIMDESK_API_URL is {given}. It must start with http:// or https://, for example http://127.0.0.1:8081"""


class BadWebhookUrl(ClaimdeskError):
    """CLAIMDESK_WEBHOOK_URL is {given}. It must be the https:// address under which Telegram reaches the bot, without
    ? or #, for example https://desk.example.org. (http:// is for a Bot API server of your own.)"""


class BadWebhookPort(ClaimdeskError):
    """CLAIMDESK_WEBHOOK_URL names port {port}. Telegram delivers to the ports 443, 80, 88 and 8443 only."""


class BadWebhookSecret(ClaimdeskError):
    """CLAIMDESK_WEBHOOK_SECRET cannot be used. It must be 1 to 256 of the characters A-Z, a-z, 0-9, _ and -.
    Or leave it out: then the bot makes its own."""


class NoWebhookSecretFile(ClaimdeskError):
    """The file {path}, named by CLAIMDESK_WEBHOOK_SECRET_FILE, cannot be read: {why}"""


class BadListen(ClaimdeskError):
    """CLAIMDESK_LISTEN is {given}. It must be an address of this machine and a port, such as 127.0.0.1:8080,
    0.0.0.0:8080 or [::]:8080"""


class NoListen(ClaimdeskError):
    """CLAIMDESK_WEBHOOK_URL is set, and CLAIMDESK_LISTEN is not. Say where the bot listens for what Telegram, or the
    proxy before it, delivers: for example 127.0.0.1:8080"""


class BadLlmUrl(ClaimdeskError):
    """CLAIMDESK_LLM_URL is {given}. It must be the base address of an OpenAI-compatible endpoint, without ? or #, for
    example http://127.0.0.1:8000/v1"""


class NoLlmModel(ClaimdeskError):
    """CLAIMDESK_LLM_URL is set, and CLAIMDESK_LLM_MODEL is not. Name the model that the second reader is."""


class BadLlmKey(ClaimdeskError):
    """CLAIMDESK_LLM_KEY cannot be used. A key is one line of letters, digits and marks, without spaces."""


class NoLlmKeyFile(ClaimdeskError):
    """The file {path}, named by CLAIMDESK_LLM_KEY_FILE, cannot be read: {why}"""


class Settings(BaseSettings):
    """Everything that an operator may set; see deploy/env.example."""

    model_config = SettingsConfigDict(env_prefix="CLAIMDESK_", env_file=".env", env_ignore_empty=True, extra="ignore")

    token: SecretStr | None = None
    token_file: Path | None = None
    database_url: str = "sqlite:///claimdesk.db"
    api_url: str = TELEGRAM
    signing_key_file: Path = Path("claimdesk.key")
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_secret_file: Path | None = None
    listen: str | None = None
    llm_url: str | None = None
    llm_model: str | None = None
    llm_key: SecretStr | None = None
    llm_key_file: Path | None = None

    @field_validator("api_url")
    @classmethod
    def _address(cls, given: str) -> str:
        if not given.startswith(("http://", "https://")):
            raise BadApiUrl(given=given)
        return given.rstrip("/")

    @model_validator(mode="after")
    def _secrets_from_files(self) -> Settings:
        if self.token is None and self.token_file is not None:
            self.token = _secret_in(self.token_file, NoTokenFile)
        if self.webhook_secret is None and self.webhook_secret_file is not None:
            self.webhook_secret = _secret_in(self.webhook_secret_file, NoWebhookSecretFile)
        if self.llm_key is None and self.llm_key_file is not None:
            self.llm_key = _secret_in(self.llm_key_file, NoLlmKeyFile)
        return self

    @model_validator(mode="after")
    def _second_reader(self) -> Settings:
        if self.llm_url is not None:
            _check_llm(self.llm_url)
            if self.llm_model is None:
                raise NoLlmModel
        if not _KEY.fullmatch(self.second_reader_key):
            raise BadLlmKey
        return self

    @model_validator(mode="after")
    def _webhook(self) -> Settings:
        if self.webhook_url is not None:
            _check_webhook(self.webhook_url, by_telegram=self.api_url == TELEGRAM)
            if self.listen is None:
                raise NoListen
        if self.webhook_secret and not _SECRET.fullmatch(self.webhook_secret.get_secret_value()):
            raise BadWebhookSecret
        return self

    @field_validator("listen")
    @classmethod
    def _place(cls, given: str | None) -> str | None:
        if given is not None:
            _host_and_port(given)
        return given

    @property
    def bot_token(self) -> str:
        """The token, or NoToken."""
        if self.token is None or not self.token.get_secret_value().strip():
            raise NoToken
        return self.token.get_secret_value().strip()

    @property
    def second_reader_key(self) -> str:
        """The key of the second reader's endpoint; empty where it wants none."""
        return self.llm_key.get_secret_value().strip() if self.llm_key else ""

    @property
    def listen_at(self) -> tuple[str, int] | None:
        """The host and the port to listen on, or None when nothing is to be served."""
        return _host_and_port(self.listen) if self.listen is not None else None


def _secret_in(file: Path, sorry: type[ClaimdeskError]) -> SecretStr:
    try:
        return SecretStr(file.read_text(encoding="utf-8").strip())
    except OSError as error:
        raise sorry(path=file, why=error.strerror) from error
    except UnicodeDecodeError as error:
        raise sorry(path=file, why="it is not a text file") from error


def _check_webhook(given: str, *, by_telegram: bool) -> None:
    try:
        url = urlsplit(given)
        port, host = url.port, url.hostname
    except ValueError as error:
        raise BadWebhookUrl(given=given) from error
    fits = url.scheme == "https" or (url.scheme == "http" and not by_telegram)
    if not fits or not host or url.query or url.fragment or url.username is not None or re.search(r"\s", given):
        raise BadWebhookUrl(given=f"{url.scheme}://{host}/…" if host else given)
    if by_telegram and port not in (None, *PORTS_OF_TELEGRAM):
        raise BadWebhookPort(port=port)


def _check_llm(given: str) -> None:
    try:
        url = urlsplit(given)
        port, host = url.port, url.hostname
    except ValueError as error:
        raise BadLlmUrl(given="no address") from error
    wrong = url.query or url.fragment or url.username is not None or port == 0 or re.search(r"\s", given)
    if url.scheme not in ("http", "https") or not host or wrong:
        raise BadLlmUrl(given=f"{url.scheme}://{host}/…" if host else given)


def _host_and_port(given: str) -> tuple[str, int]:
    found = _LISTEN.fullmatch(given.strip())
    if found is None or int(found[3]) > 65_535:
        raise BadListen(given=given)
    return found[1] or found[2], int(found[3])
