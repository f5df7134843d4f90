"""Documents as they were read, kept by the bytes of their files.

Reading a page or a PDF costs far more than looking at its bytes again.
"""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pydantic import ValidationError

from checker.model.source import Source
from checker.store.cache import Cache, key_of
from checker.store.identity import digest_of_code
from checker.store.names import file_stem

# Rooms whose code and tables decide what is read.
ROOMS = ("ingest", "lexicon", "model", "values")
# Packages that decide it as well.
READERS = ("htmldate", "lxml", "pypdf", "python-docx", "striprtf", "trafilatura", "warcio")


class Readings:
    """Sources by file, of those files that hold one document; `options` are those of reading."""

    def __init__(self, folder: Path, options: str) -> None:
        self._cache = Cache(folder, "read")
        self._made_by = key_of(digest_of_code(*ROOMS), options, *map(_version, READERS))

    def get(self, source_id: str, path: str, content: bytes) -> Source | None:
        """Return the source that was made of a file of this id, path and content."""
        kept = self._cache.get(file_stem(source_id), self._key(source_id, path, content))
        try:
            return Source.model_validate_json(kept) if kept is not None else None
        except ValidationError:
            return None

    def put(self, source: Source, content: bytes) -> None:
        """Keep the source that was made of a file."""
        key = self._key(source.id, source.path, content)
        self._cache.put(file_stem(source.id), key, source.model_dump_json().encode())

    def _key(self, source_id: str, path: str, content: bytes) -> str:
        return key_of(self._made_by, source_id, path, hashlib.sha256(content).hexdigest())


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
