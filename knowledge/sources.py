"""Where documents come from: files, folders, archives and uploads, each with a name that tells it again."""

import os
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count
from pathlib import Path, PurePosixPath

from knowledge.errors import LibraryError
from knowledge.reading.kinds import ENDINGS, refuse_bomb
from knowledge.reading.model import Limits, Unreadable


@dataclass(frozen=True, slots=True)
class Source:
    """One document to read."""

    name: str
    """What it is known by: an absolute path, a path inside an archive, an address, the name of an upload."""
    stamp: str
    """Changes when the content does; "" when that cannot be told without reading it."""
    load: Callable[[], bytes]
    """Its bytes; raises `Unreadable`."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What an addition is made of."""

    documents: tuple[Source, ...]
    roots: tuple[str, ...] = ()
    """Folders and archives that were looked through: what was known under them and is not there now is gone."""
    refused: tuple[tuple[str, str], ...] = ()
    """Names that cannot be read at all, each with its sentence."""
    passed: tuple[str, ...] = ()
    """Files in folders that are of no kind that is read."""


def sources_in(paths: Sequence[Path], limits: Limits) -> Sources:
    """All documents at some paths: files as they are, folders and ZIP archives with what is in them.

    Raises:
        LibraryError: a folder holds more files than the limit.
    """
    documents: list[Source] = []
    roots: list[str] = []
    refused: list[tuple[str, str]] = []
    passed: list[str] = []
    for path in (Path(os.path.abspath(path)) for path in paths):  # noqa: PTH100 - resolve() would follow links
        if path.is_dir():
            roots.append(f"{path}{os.sep}")
            documents += _in_folder(path, limits, refused, passed)
        elif not path.is_file():
            refused.append((str(path), "There is no such file or folder. Check the path."))
        elif path.suffix.lower() == ".zip":
            try:
                documents += _in_archive(path, limits)
                roots.append(f"{path}/")
            except Unreadable as exc:
                refused.append((str(path), str(exc)))
        else:
            documents.append(_file(path, limits))
    # An archive inside a folder has documents of its own.
    archives = [s for s in documents if s.name.lower().endswith(".zip") and Path(s.name).is_file()]
    for source in archives:
        documents.remove(source)
        inner = sources_in([Path(source.name)], limits)
        documents += inner.documents
        roots += inner.roots
        refused += inner.refused
    return _told_in_utf8(Sources(tuple(documents), tuple(roots), tuple(refused), tuple(passed)))


def _told_in_utf8(sources: Sources) -> Sources:
    """Without the files whose names no catalogue can hold: Linux allows any bytes in a name."""
    good = tuple(source for source in sources.documents if _shown(source.name) == source.name)
    bad = [(_shown(s.name), "Its name is not in UTF-8. Rename it.") for s in sources.documents if s not in good]
    return Sources(good, sources.roots, (*sources.refused, *bad), tuple(map(_shown, sources.passed)))


def _shown(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")


def uploaded(files: Sequence[tuple[str, Path]], limits: Limits) -> Sources:
    """Documents that somebody dragged into the app, by the names that the files have on their machine."""
    documents: list[Source] = []
    refused: list[tuple[str, str]] = []
    roots: list[str] = []
    taken: set[str] = set()
    for given, path in files:
        name = next(one for one in chain([given], _numbered(given)) if one not in taken)
        taken.add(name)
        found = sources_in([path], limits)
        prefix = f"{path.absolute()}/"
        for source in found.documents:
            inner = source.name.removeprefix(prefix) if source.name.startswith(prefix) else ""
            stamp = source.stamp if inner else ""
            documents.append(Source(f"{name}/{inner}" if inner else name, stamp, source.load))
        roots += [f"{name}/" for _ in found.roots]
        refused += [(name, why) for _, why in found.refused]
    return Sources(tuple(documents), tuple(roots), tuple(refused))


def _numbered(name: str) -> Iterator[str]:
    """Names for further files of one name in one drop: "Handbook (2).md" and so on."""
    path = PurePosixPath(name)
    return (f"{path.stem} ({n}){path.suffix}" for n in count(2))


def _in_folder(folder: Path, limits: Limits, refused: list[tuple[str, str]], passed: list[str]) -> Iterator[Source]:
    seen = 0

    def closed(exc: OSError) -> None:
        refused.append((str(exc.filename), "This folder cannot be looked into. Check that you may read it."))

    for base, folders, files in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(base) / name
            if name.startswith((".", "~$")) or not path.is_file():
                continue
            if path.suffix.lower() not in ENDINGS:
                passed.append(str(path))
                continue
            seen += 1
            if seen > limits.members:
                raise LibraryError(
                    f"{str(folder)!r} holds more than {limits.members:,} documents. "
                    "Add its folders one by one, or raise MENTOR_MAX_FILES."
                )
            yield _file(path, limits)


def _file(path: Path, limits: Limits) -> Source:
    found = path.stat()

    def load() -> bytes:
        try:
            size = path.stat().st_size
            if size > limits.file_bytes:
                raise Unreadable(limits.too_large(size))
            return path.read_bytes()
        except OSError as exc:
            raise Unreadable(f"It cannot be opened ({exc.strerror or exc}). Check that you may read it.") from exc

    return Source(str(path), f"{found.st_size}-{found.st_mtime_ns}-{found.st_ctime_ns}", load)


def _in_archive(path: Path, limits: Limits) -> list[Source]:
    """The documents of a ZIP file. Nothing is unpacked to disk, so no member can be written anywhere."""
    size = path.stat().st_size
    if size > limits.unpacked_bytes:
        raise Unreadable(limits.too_large(size))
    try:
        with zipfile.ZipFile(path) as archive:
            inside = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as exc:
        raise Unreadable("It is damaged: it cannot be unpacked. Save or download it again.") from exc
    refuse_bomb(inside, limits)
    archive = _Archive(path)
    members = {_inner_name(info): info for info in reversed(inside) if _is_document(info)}
    return [archive.member(name, info, limits) for name, info in reversed(members.items())]


def _inner_name(info: zipfile.ZipInfo) -> str:
    return "/".join(part for part in PurePosixPath(info.filename).parts if part not in ("/", "..", "."))


def _is_document(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename).parts
    hidden = any(part.startswith((".", "__MACOSX", "~$")) and part != ".." for part in parts)
    return not info.is_dir() and not hidden and PurePosixPath(info.filename).suffix.lower() in ENDINGS


class _Archive:
    """A ZIP file that is opened once for all its members."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _open(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(self._path)

    def member(self, name: str, info: zipfile.ZipInfo, limits: Limits) -> Source:
        """One document in it."""

        def load() -> bytes:
            if info.flag_bits & 1:
                raise Unreadable("It is locked with a password. Unpack the archive and add what is in it.")
            if info.file_size > limits.file_bytes:
                raise Unreadable(limits.too_large(info.file_size))
            try:
                with self._open.open(info) as member:
                    data = member.read(limits.file_bytes + 1)
            except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError) as exc:
                raise Unreadable("It is damaged inside its archive. Save or download the archive again.") from exc
            if len(data) > limits.file_bytes:
                raise Unreadable(limits.too_large(len(data)))
            return data

        return Source(f"{self._path}/{name}", f"{info.file_size}-{info.CRC:08x}", load)
