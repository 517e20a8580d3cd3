"""The composition root: reads settings and picks the parts."""

from assistant.coach import Coach
from assistant.engines.offline import OfflineEngine
from assistant.settings import Settings
from knowledge.library import GuideLibrary
from knowledge.model import Progress


def make_library(settings: Settings, progress: Progress | None = None) -> GuideLibrary:
    """The built-in guides, searchable; nothing is loaded until the first search."""
    return GuideLibrary(settings.data_dir, progress=progress)


def make_coach(settings: Settings, library: GuideLibrary) -> Coach:
    """A coach on the engine that the settings ask for."""
    match settings.engine:
        case "auto" | "offline":
            return Coach(OfflineEngine(), library)
