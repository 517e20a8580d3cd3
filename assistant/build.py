"""The composition root: reads settings and picks the parts."""

from typing import TYPE_CHECKING

from assistant.coach import Coach
from assistant.engines.offline import OfflineEngine
from assistant.settings import Settings
from knowledge.library import LocalLibrary
from knowledge.model import Progress
from knowledge.reading.model import Limits

if TYPE_CHECKING:
    from knowledge.fetching import WebRules
    from knowledge.parts import Parts


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

    return LocalLibrary(settings.data_dir, parts, limits=limits_of(settings), progress=progress)


def limits_of(settings: Settings) -> Limits:
    """How much of a document is read."""
    return Limits(settings.max_file_mb, settings.max_unpacked_mb, settings.max_files, settings.max_read_seconds)


def web_rules(settings: Settings) -> "WebRules":
    """Which pages may be added from the web."""
    from knowledge.fetching import WebRules

    return WebRules(tuple(host.strip().lower() for host in settings.url_hosts.split(",") if host.strip()))


def make_coach(settings: Settings, library: LocalLibrary) -> Coach:
    """A coach on the engine that the settings ask for."""
    match settings.engine:
        case "auto" | "offline":
            return Coach(OfflineEngine(), library)
