"""Paths → the documents that they name, in one order whatever order they came in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.errors import InputError, MissingInput, OversizedInput
from checker.ingest.content import SNIFFED, Content
from checker.ingest.options import IngestOptions
from checker.ingest.readers import SUFFIXES, is_surely_known

# What `-` stands for on the command line; a file of that name is "./-", spelt in full.
STDIN = Path("-")
# "bridge.html" and its "bridge_files/", as browsers save pages with all that is on them.
PAGES = (".html", ".htm")
PARTS = ("_files", ".files")


@dataclass(slots=True)
class _Walk:
    """What was found so far, by real path, and the folders that were closed."""

    options: IngestOptions
    found: dict[str, Path] = field(default_factory=dict)
    closed: dict[str, InputError] = field(default_factory=dict)

    @property
    def full(self) -> bool:
        return len(self.found) > self.options.max_documents


def find_documents(
    paths: Sequence[Path], options: IngestOptions
) -> tuple[tuple[Path, ...], tuple[InputError, ...]]:
    """The documents under `paths`, each once, and the folders that cannot be listed.

    Beyond the most documents of a run the rest is an error too. Raises MissingInput
    for a path that does not exist.
    """
    walk = _Walk(options)
    for path in sorted(paths, key=lambda given: given.as_posix()):
        if path != STDIN and not os.path.lexists(path):
            raise MissingInput(path, "no such file or folder", "check the spelling of the path")
    for path in sorted(paths, key=lambda given: given.as_posix()):
        _add(walk, _documents(path, walk) if path != STDIN and path.is_dir() else (path,))
    documents = sorted(walk.found.values(), key=lambda document: document.as_posix())
    return tuple(documents[: options.max_documents]), tuple(
        walk.closed[name] for name in sorted(walk.closed)
    )


def _add(walk: _Walk, documents: Iterable[Path]) -> None:
    for document in documents:
        walk.found.setdefault(os.path.realpath(document), document)
        if walk.full:
            reason = f"more than {walk.options.max_documents:,} documents; the rest was not read"
            error = OversizedInput(document.parent, reason, "raise max-documents, or name fewer")
            walk.closed[str(document.parent)] = error
            return


def _documents(folder: Path, walk: _Walk) -> Iterator[Path]:
    """Documents below a folder; a folder that links lead back to is entered once."""
    waiting, entered = [folder], set()
    while waiting:
        here = waiting.pop()
        real = os.path.realpath(here)
        if real in entered:
            continue
        entered.add(real)
        for name, is_folder in _entries(here, walk.closed):
            if is_folder:
                waiting.append(here / name)
            elif _is_document(here / name, walk.options):
                yield here / name


def _entries(folder: Path, closed: dict[str, InputError]) -> list[tuple[str, bool]]:
    """What is not hidden in a folder, sorted by name; a closed folder is noted.

    Names alone are kept: a folder may hold a million files.
    """
    try:
        with os.scandir(folder) as entries:
            found = sorted((e.name, _is_folder(e)) for e in entries if _is_shown(e.name))
    except OSError as error:
        reason = f"the folder cannot be listed ({error.strerror})"
        closed[str(folder)] = InputError(folder, reason, "check its permissions")
        return []
    pages = {name.rpartition(".")[0] for name, _ in found if name.lower().endswith(PAGES)}
    return [(name, inner) for name, inner in found if not (inner and _belongs(name, pages))]


def _is_shown(name: str) -> bool:
    """Say whether a file is neither hidden nor the mark of Word that somebody has it open."""
    return not name.startswith((".", "~$"))


def _belongs(folder: str, pages: set[str]) -> bool:
    """Say whether a folder holds the pictures and frames of a page that a browser saved."""
    return any(folder.removesuffix(ending) in pages for ending in PARTS if folder.endswith(ending))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """A link that leads to itself is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_document(path: Path, options: IngestOptions) -> bool:
    """A broken link counts, so that it is reported; a pipe or device does not.

    A file with an unknown name counts where its first bytes leave no doubt.
    """
    if path.suffix.lower() in SUFFIXES:
        return path.is_file() or not path.exists()
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            start = file.read(SNIFFED)
    except OSError:
        return False
    return is_surely_known(Content(path, start, options, lambda _: iter(()), path.name))
