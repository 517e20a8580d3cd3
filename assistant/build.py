"""The composition root: reads settings and picks the parts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from assistant.coach import Coach
from assistant.contacts import read_contacts
from assistant.engines.chat import Connection
from assistant.engines.offline import OfflineEngine
from assistant.errors import BadInput, BadSettings
from assistant.ports import Engine
from assistant.settings import Settings
from knowledge.library import LocalLibrary
from knowledge.model import Progress
from knowledge.reading.model import Limits

if TYPE_CHECKING:
    from knowledge.fetching import WebRules
    from knowledge.parts import Parts
    from knowledge.second_index import SecondIndex

OPENAI = "https://api.openai.com/v1"


def make_library(settings: Settings, progress: Progress | None = None) -> LocalLibrary:
    """The guides and what was added, searchable; nothing is loaded until the first search."""

    def parts() -> "Parts":
        from knowledge.parts import Parts

        return Parts(
            settings.data_dir,
            chroma_url=settings.chroma_url,
            token=settings.chroma_token.get_secret_value(),
            ca=settings.chroma_ca,
        )

    def second() -> "SecondIndex":
        from knowledge.embeddings import mini_lm
        from knowledge.remote_embeddings import RemoteEmbedder
        from knowledge.second_index import SecondIndex

        own = mini_lm()
        theirs = RemoteEmbedder(settings.embedding_url, settings.embedding_model, embedding_key(settings), own)
        return SecondIndex(settings.data_dir, theirs, own, progress)

    if bool(settings.embedding_url) != bool(settings.embedding_model):
        raise BadSettings("MENTOR_EMBEDDING_URL and MENTOR_EMBEDDING_MODEL are set together, or neither is.")
    return LocalLibrary(
        settings.data_dir,
        parts,
        limits=limits_of(settings),
        progress=progress,
        second=second if settings.embedding_url else None,
    )


def embedding_key(settings: Settings) -> str:
    """The key for the server of embeddings: its own, or the model's where both are one server."""
    if own := settings.embedding_key.get_secret_value():
        return own
    same = urlsplit(settings.embedding_url).netloc == urlsplit(settings.base_url or OPENAI).netloc
    return settings.openai_api_key.get_secret_value() if same else ""


def limits_of(settings: Settings) -> Limits:
    """How much of a document is read."""
    return Limits(settings.max_file_mb, settings.max_unpacked_mb, settings.max_files, settings.max_read_seconds)


def web_rules(settings: Settings) -> "WebRules":
    """Which pages may be added from the web."""
    from knowledge.fetching import WebRules

    return WebRules(tuple(host.strip().lower() for host in settings.url_hosts.split(",") if host.strip()))


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """Which model is used, and how: whether names are hidden from it, and how many tokens a conversation may use."""

    connection: Connection
    hides: bool
    limit: int


def model_of(settings: Settings) -> ModelChoice | None:
    """The model that the settings name; None for the offline engine.

    Raises:
        BadSettings: MENTOR_ENGINE=openai, and neither a server nor a key is there.
    """
    named = bool(settings.base_url or settings.model)
    key = settings.openai_api_key.get_secret_value()
    if settings.engine == "offline" or (settings.engine == "auto" and not named):
        return None
    if not settings.base_url and not key:
        raise BadSettings(
            "A model needs MENTOR_BASE_URL (a server such as http://127.0.0.1:11434/v1), or OPENAI_API_KEY for OpenAI."
        )
    return choose_model(settings, settings.base_url or OPENAI, settings.model, key)


def choose_model(settings: Settings, base_url: str, model: str, key: str) -> ModelChoice:
    """A model by its address and name, with all else as the settings say.

    Raises:
        BadInput: an address that names no server, or a key that no header can carry.
    """
    _check_address(base_url)
    if not key.isascii() or not key.isprintable() or " " in key:
        raise BadInput("A key has only letters, digits and signs without accents or spaces. Was something else pasted?")
    connection = Connection(base_url.rstrip("/"), model, key, settings.context, settings.model_timeout)
    hides = settings.privacy == "on" or (settings.privacy == "auto" and not connection.local)
    return ModelChoice(connection, hides, settings.token_limit)


def _check_address(base_url: str) -> None:
    try:
        parts = urlsplit(base_url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    fits = parts.scheme in ("http", "https") and parts.hostname and port != 0 and base_url.isascii()
    if not fits or "@" in base_url or " " in base_url:
        raise BadInput(f"{base_url!r} is no address of a server. Give one such as http://127.0.0.1:11434/v1.")


def make_engine(choice: ModelChoice | None) -> Engine:
    """The engine with this model, or the one without any."""
    if choice is None:
        return OfflineEngine()
    from assistant.engines.model import ModelEngine
    from assistant.engines.openai import OpenAIChat

    return ModelEngine(OpenAIChat(choice.connection), hides=choice.hides, limit=choice.limit)


def preload(settings: Settings) -> None:
    """Import what a model needs now rather than at the first message; nothing when no model is chosen."""
    if (choice := model_of(settings)) is not None:
        from assistant.engines.openai import OpenAIChat

        OpenAIChat(choice.connection).load()


def make_coach(settings: Settings, library: LocalLibrary) -> Coach:
    """A coach on the engine that the settings ask for, with the contacts of the programme."""
    return Coach(
        make_engine(model_of(settings)), library, read_contacts(settings.contacts) if settings.contacts else {}
    )
