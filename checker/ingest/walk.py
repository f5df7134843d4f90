"""Paths → the documents that they name, in one order whatever order they came in."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.errors import InputError, MissingInput

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})


def find_documents(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[InputError, ...]]:
    """The documents under `paths`, each once, and the folders that cannot be listed.

    Raises MissingInput for a path that does not exist.
    """
    found: dict[str, Path] = {}
    closed: dict[str, InputError] = {}
    for path in sorted(paths, key=lambda given: given.as_posix()):
        if not os.path.lexists(path):
            raise MissingInput(path, "no such file or folder", "check the spelling of the path")
        for document in _walk(path, closed) if path.is_dir() else (path,):
            found.setdefault(os.path.realpath(document), document)
    documents = sorted(found.values(), key=lambda document: document.as_posix())
    return tuple(documents), tuple(closed[name] for name in sorted(closed))


def _walk(folder: Path, closed: dict[str, InputError]) -> Iterator[Path]:
    """Documents below a folder; a folder that links lead back to is entered once."""
    waiting, entered = [folder], set()
    while waiting:
        here = waiting.pop()
        real = os.path.realpath(here)
        if real in entered:
            continue
        entered.add(real)
        for entry in _entries(here, closed):
            if entry.is_dir():
                waiting.append(entry)
            elif _is_document(entry):
                yield entry


def _entries(folder: Path, closed: dict[str, InputError]) -> list[Path]:
    """What is not hidden in a folder, sorted; a closed folder is noted."""
    try:
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        reason = f"the folder cannot be listed ({error.strerror})"
        closed[str(folder)] = InputError(folder, reason, "check its permissions")
        return []


def _is_document(path: Path) -> bool:
    """A broken link counts, so that it is reported; a pipe or device does not."""
    return path.suffix.lower() in SUFFIXES and (path.is_file() or not path.exists())
