"""Names of collections as given, and which documents a name stands for."""

import os
from collections.abc import Sequence
from pathlib import Path

from knowledge.errors import LibraryError
from knowledge.model import GUIDES, Document


def meant_by(name: str, documents: Sequence[Document]) -> dict[Document, list[str]]:
    """The documents that an id, a title, a path, or a folder or archive stands for, with the names that are meant.

    Raises:
        LibraryError: nothing is named, nothing has this name, or several documents in different places have.
    """
    if not name.strip():
        raise LibraryError("Say which document: its id, title or path. `mentor documents` lists those there are.")
    whole = str(Path(name).absolute())
    meant = {
        document: [path for path in document.names if _is_at(path, name, whole)] or list(document.names)
        for document in documents
        if document.id == name or any(_is_at(path, name, whole) for path in document.names)
    }
    if meant:
        return meant
    alike = [d for d in documents if name == d.title or any(p.endswith(f"/{name}") for p in d.names)]
    if len(alike) > 1:
        raise LibraryError(
            f"{name!r} stands for {len(alike)} documents. Give one's id or path: "
            f"{', '.join(document.id for document in alike)}."
        )
    if not alike:
        raise LibraryError(f"There is no document {name!r}. `mentor documents` lists those there are.")
    return {document: list(document.names) for document in alike}


def _is_at(path: str, name: str, whole: str) -> bool:
    """Whether a document's name is the one meant, or lies in the folder or archive that is meant."""
    return path in (name, whole) or path.startswith((f"{whole}/", f"{whole}{os.sep}", f"{name.rstrip('/')}/"))


def collection_named(name: str) -> str:
    """A collection's name as given, checked.

    Raises:
        LibraryError: empty, too long, or the name of the built-in guides.
    """
    clean = " ".join(name.split())
    if not clean or len(clean) > 60 or not clean.isprintable():
        raise LibraryError(f"{name!r} is no name for a collection. Give one of 1 to 60 characters.")
    if clean.lower() == GUIDES:
        raise LibraryError("The collection 'guides' holds the built-in guides. Choose another name.")
    return clean
