"""Settings from MENTOR_* variables or a .env file; a misspelt name is an error that says the right one."""

import difflib
import os
from pathlib import Path
from typing import Literal

from dotenv import dotenv_values
from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import BadSettings

_PREFIX = "MENTOR_"
_OTHERS = ("OPENAI_API_KEY",)
"""Settings under the name that other programs use too."""


class Settings(BaseSettings):
    """What can be set from outside. Everything has a default that works on a fresh machine."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_file=".env", extra="ignore", frozen=True)

    data_dir: Path = Field(default_factory=lambda: user_data_path("mentor-coach", appauthor=False))
    """Where the library lives; conversations are never written to disk."""
    host: str = "127.0.0.1"
    port: int = Field(7860, ge=1, le=65535)
    engine: Literal["auto", "offline", "openai"] = "auto"
    """"auto" takes a model where MENTOR_BASE_URL or MENTOR_MODEL names one; a key alone sends nothing anywhere."""
    base_url: str = Field("", pattern=r"^(https?://[^\s/@]+(/[^\s]*)?)?$")
    """An OpenAI-compatible server, with the path to its API, as `http://127.0.0.1:11434/v1`."""
    model: str = ""
    """The model's name; empty for the only one that the server has."""
    openai_api_key: SecretStr = Field(SecretStr(""), validation_alias="OPENAI_API_KEY")
    privacy: Literal["auto", "on", "off"] = "auto"
    """Whether names are hidden from the server; "auto" hides them from every server but one on this machine."""
    context: int = Field(4096, ge=1024, le=2_000_000)
    """Tokens that a request and its reply may have together."""
    model_timeout: float = Field(60.0, gt=0, le=3600)
    """Seconds without a word from the server."""
    token_limit: int = Field(200_000, ge=0)
    """Tokens that one conversation may use before the offline engine takes over; 0 for any number."""
    max_file_mb: int = Field(50, ge=1, le=2_000)
    max_unpacked_mb: int = Field(300, ge=1, le=20_000)
    max_files: int = Field(5_000, ge=1)
    max_read_seconds: int = Field(60, ge=1)
    """Limits for documents that are added, see `knowledge.reading.Limits`."""
    contacts: Path | None = None
    """A file with the people whom a programme names for danger, other routes and distress, see `contacts.py`."""
    url_hosts: str = ""
    """Hosts from which pages may be added, with commas between; none by default, and then no page is fetched."""
    embedding_url: str = Field("", pattern=r"^(https?://[^\s/@]+(/[^\s]*)?)?$")
    """An OpenAI-compatible server of embeddings beside the built-in embedder; texts and questions go there whole."""
    embedding_model: str = ""
    embedding_key: SecretStr = SecretStr("")
    """Its key; without one, OPENAI_API_KEY is used where it is the same server as the model's."""
    chroma_url: str = Field("", pattern=r"^(https?://[^\s/]+/?)?$")
    """A Chroma server that keeps the vectors instead of the data folder."""
    chroma_token: SecretStr = SecretStr("")
    chroma_ca: Path | None = None
    """A file with the certificate authority of the Chroma server, where it is a private one."""


def read_settings(data: Path | None = None) -> Settings:
    """The settings in force; `data` overrides MENTOR_DATA_DIR.

    Raises:
        BadSettings: a MENTOR_* name is misspelt or a value cannot be used.
    """
    _refuse_misspelt()
    try:
        settings = Settings()  # pyright: ignore[reportCallIssue] - every field has a default
    except ValidationError as exc:
        error = exc.errors()[0]
        field = str(error["loc"][0])
        name = field if field in _OTHERS else _PREFIX + field.upper()
        raise BadSettings(f"{name}={error['input']!r} cannot be used: {error['msg']}.") from exc
    return settings.model_copy(update={"data_dir": data}) if data else settings


def _refuse_misspelt() -> None:
    known = [_PREFIX + name.upper() for name in Settings.model_fields if name.upper() not in _OTHERS]
    for name in {*os.environ, *dotenv_values(".env")}:
        if name.upper().startswith(_PREFIX) and name.upper() not in known:
            near = difflib.get_close_matches(name.upper(), known, 1)
            hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
            raise BadSettings(f"There is no setting {name}. {hint}")
