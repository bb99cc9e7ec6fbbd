"""The settings, read once from the environment or a `.env` file; only `cli` and `app` look."""

from __future__ import annotations

from pathlib import Path

from pydantic import SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.claims.errors import ClaimdeskError

TELEGRAM = "https://api.telegram.org"


class NoToken(ClaimdeskError):
    """There is no bot token. Set CLAIMDESK_TOKEN, or CLAIMDESK_TOKEN_FILE to a file that holds it."""


class NoTokenFile(ClaimdeskError):
    """The token file {path} cannot be read: {why}"""


class BadApiUrl(ClaimdeskError):
    """CLAIMDESK_API_URL is {given}. It must start with http:// or https://, for example http://127.0.0.1:8081"""


class Settings(BaseSettings):
    """Everything that an operator may set; see deploy/env.example."""

    model_config = SettingsConfigDict(env_prefix="CLAIMDESK_", env_file=".env", env_ignore_empty=True, extra="ignore")

    token: SecretStr | None = None
    token_file: Path | None = None
    database_url: str = "sqlite:///claimdesk.db"
    api_url: str = TELEGRAM
    signing_key_file: Path = Path("claimdesk.key")

    @field_validator("api_url")
    @classmethod
    def _address(cls, given: str) -> str:
        if not given.startswith(("http://", "https://")):
            raise BadApiUrl(given=given)
        return given.rstrip("/")

    @model_validator(mode="after")
    def _token_from_file(self) -> Settings:
        if self.token is None and self.token_file is not None:
            try:
                self.token = SecretStr(self.token_file.read_text(encoding="utf-8").strip())
            except OSError as error:
                raise NoTokenFile(path=self.token_file, why=error.strerror) from error
            except UnicodeDecodeError as error:
                raise NoTokenFile(path=self.token_file, why="it is not a text file") from error
        return self

    @property
    def bot_token(self) -> str:
        """The token, or NoToken."""
        if self.token is None or not self.token.get_secret_value().strip():
            raise NoToken
        return self.token.get_secret_value().strip()
