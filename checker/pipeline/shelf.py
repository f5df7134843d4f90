"""Where the claims of a run lie meanwhile: in memory, or in files that outlive it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from checker.errors import StoreError
from checker.model.source import Source
from checker.store import (
    Maker,
    Stored,
    ensure_writable,
    has_claims,
    made_otherwise,
    save_claims,
    stored_claims,
)


class Shelf(Protocol):
    """Claims by source."""

    def lacking(self, sources: Sequence[Source]) -> list[Source]:
        """Return the sources whose claims are not there, in their order."""

    def remade(self, sources: Sequence[Source]) -> int:
        """Count the sources that have claims here which something else made of the same text."""

    def put(self, sources: Sequence[Source], found: Mapping[str, Stored]) -> None:
        """Keep the claims of sources; `found` has them by id. Raises StoreError."""

    def get(self, source: Source) -> Stored | None:
        """Return the claims of a source, if they are there."""


class Memory:
    """A shelf that ends with the run and that no other process sees."""

    def __init__(self) -> None:
        self._found: dict[str, Stored] = {}

    def lacking(self, sources: Sequence[Source]) -> list[Source]:
        """Return the sources whose claims are not there, in their order."""
        return [source for source in sources if source.id not in self._found]

    def remade(self, sources: Sequence[Source]) -> int:  # noqa: ARG002
        """Nothing is here from an earlier run."""
        return 0

    def put(self, sources: Sequence[Source], found: Mapping[str, Stored]) -> None:
        """Keep the claims of sources; `found` has them by id."""
        self._found.update({source.id: found[source.id] for source in sources})

    def get(self, source: Source) -> Stored | None:
        """Return the claims of a source, if they are there."""
        return self._found.get(source.id)


class Files:
    """A shelf of files, a source each, that several processes share.

    Claims are written to one folder and looked for there and in another, which may be the same.
    """

    def __init__(self, maker: Maker, folder: Path, elsewhere: Path) -> None:
        self._maker = maker
        self._folder = folder
        self._folders = tuple(dict.fromkeys((folder, elsewhere)))

    def lacking(self, sources: Sequence[Source]) -> list[Source]:
        """Return the sources whose claims are not there, in their order."""
        return [
            source
            for source in sources
            if not any(has_claims(source, self._maker, folder) for folder in self._folders)
        ]

    def remade(self, sources: Sequence[Source]) -> int:
        """Count the sources that have claims here which something else made of the same text."""
        return made_otherwise(sources, self._maker, self._folders[-1])

    def put(self, sources: Sequence[Source], found: Mapping[str, Stored]) -> None:
        """Keep the claims of sources; `found` has them by id. Raises StoreError."""
        save_claims(sources, found, self._maker, self._folder)

    def get(self, source: Source) -> Stored | None:
        """Return the claims of a source, if they are there."""
        kept = (stored_claims(source, self._maker, folder) for folder in self._folders)
        return next((each for each in kept if each is not None), None)


@contextmanager
def open_shelf(maker: Maker, store: Path | None, *, shared: bool) -> Iterator[Shelf]:
    """Open the shelf of a run: the folder `store`, or what ends with the run where there is none.

    `shared` is it among processes. Where nothing can be written in the folder, what lies
    there is used all the same: whoever wants new claims kept is told by `ensure_writable`.
    """
    if store is not None and _is_writable(store):
        yield Files(maker, store, store)
    elif store is None and not shared:
        yield Memory()
    else:
        with TemporaryDirectory(prefix="checker-") as scratch:
            yield Files(maker, Path(scratch), store or Path(scratch))


def _is_writable(folder: Path) -> bool:
    try:
        ensure_writable(folder)
    except StoreError:
        return False
    return True
