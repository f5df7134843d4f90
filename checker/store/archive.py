"""An archive on disk: a folder with a head, and parts of Parquet that are never changed.

`archive.json` names the parts that count. A part is written as a whole before it
is named there, so that a run which is killed loses one part at most, and what it
leaves behind is nobody's. Whoever reads while another writes sees the parts that
were named when it began.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ConfigDict, ValidationError

from checker.errors import StoreError
from checker.model.record import Record
from checker.store.atomic import locked, write_atomically
from checker.store.claims import Maker

HEAD = "archive.json"
PARTS = "parts"
# Hidden, as it is nobody's but of a run that adds.
PLAN = ".stories.json"
FORMAT = 2


class Made(Record):
    """What made the claims of a part: the language model, the options and the code, in words."""

    language_model: str
    options: str
    code: str


class Part(Record):
    """A part: its number, how much it holds and replaces, and what made it.

    `folder` is its name under `parts/`.
    """

    number: int
    folder: str
    sources: int
    claims: int
    replaces: int
    made_by: Made


class Head(Record):
    """What `archive.json` says; `stories` is how documents were told to report one story."""

    format: int = FORMAT
    stories: str
    parts: tuple[Part, ...] = ()


class _AnyFormat(Record):
    """A head of which only the format is understood."""

    model_config = ConfigDict(extra="ignore")

    format: int


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive as its head stood when it was opened."""

    folder: Path
    head: Head

    def path(self, part: Part, table: str) -> Path:
        """Return the file of a part's table, or the folder of its files."""
        return self.folder / PARTS / part.folder / f"{table}.parquet"

    def files(self, table: str) -> list[Path]:
        """Return the files of a table in all parts; an engine of many machines writes several."""
        paths = [self.path(part, table) for part in self.head.parts]
        return [file for path in paths for file in _files_at(path)]

    @property
    def documents(self) -> int:
        """How many documents it holds, replaced ones not counted."""
        return sum(part.sources - part.replaces for part in self.head.parts)

    def only(self, numbers: Collection[int]) -> Archive:
        """Return the archive as if it had no other parts than those of some numbers."""
        parts = tuple(part for part in self.head.parts if part.number in numbers)
        return Archive(self.folder, self.head.model_copy(update={"parts": parts}))

    @property
    def next_number(self) -> int:
        """The number of the part to come."""
        return max((part.number for part in self.head.parts), default=0) + 1


def made_by(maker: Maker) -> Made:
    """Return a maker as a part tells it."""
    return Made(language_model=maker.language_model, options=maker.options, code=maker.code)


def is_archive(folder: Path) -> bool:
    """Say whether a folder has the head of an archive."""
    return (folder / HEAD).is_file()


def open_archive(folder: Path) -> Archive:
    """Open an archive to be read.

    Raises StoreError for a folder that is none, and for one of a newer format.
    """
    path = folder / HEAD
    try:
        content = path.read_bytes()
    except OSError:
        raise StoreError(
            f"{folder}: this is no archive, since it has no {HEAD}; "
            "`checker archive add ARCHIVE PATH…` makes one"
        ) from None
    try:
        told = _AnyFormat.model_validate_json(content).format
        if told > FORMAT:
            raise StoreError(
                f"{path}: the archive is of format {told}, and this program knows {FORMAT}; "
                "install the version that made it, or a newer one"
            )
        return Archive(folder, Head.model_validate_json(content))
    except ValidationError:
        raise StoreError(
            f"{path}: not the head of an archive; restore it from a copy, or delete {folder} "
            "and add its documents again"
        ) from None


@contextmanager
def writing(folder: Path, stories: str) -> Iterator[Archive]:
    """Open an archive to add to it, alone; it is made where there is none.

    `stories` is how its stories are told, for good. Raises StoreError where somebody
    else is writing, where the stories are told otherwise, where the folder holds
    something else, and where it cannot be written.
    """
    if folder.is_dir() and not is_archive(folder) and any(_strangers(folder)):
        raise StoreError(
            f"{folder}: the folder holds other files and no archive; name one that is new or empty"
        )
    try:
        with locked(folder, wait=False):
            if not is_archive(folder):
                _save(folder, Head(stories=stories))
            archive = open_archive(folder)
            if archive.head.stories != stories:
                raise StoreError(
                    f"{folder}: its stories are told by {archive.head.stories!r}, and the settings "
                    f"say {stories!r}; set ingest.stories = {archive.head.stories!r}"
                )
            _sweep(archive, archive.head)
            yield archive
            _sweep(archive, open_archive(folder).head)
    except BlockingIOError:
        raise StoreError(
            f"{folder}: another run is adding to this archive; wait until it is done"
        ) from None
    except OSError as error:
        raise StoreError(
            f"{error.filename or folder}: the archive cannot be written ({error.strerror}); "
            "make room or name another folder, and run it again: it goes on where it stopped"
        ) from None


def unreadable(file: Path | str, folder: Path, error: BaseException) -> StoreError:
    """Return what is said of a file of an archive in `folder` that a library cannot read."""
    why = str(error).strip().splitlines()[0]
    return StoreError(
        f"{file}: this part of the archive cannot be read ({why}); restore it from a copy, "
        f"or delete {folder} and add its documents again"
    )


def lacking(library: str) -> StoreError:
    """Return what is said where a library is missing that archives need."""
    return StoreError(
        f"an archive needs {library}, which is not installed; "
        "install the extra: pip install 'claim-crosscheck[scale]'"
    )


def _files_at(path: Path) -> list[Path]:
    return sorted(path.glob("*.parquet")) if path.is_dir() else [path]


def fresh_folder(archive: Archive, part: Part) -> Path:
    """Make the folder of a part that is to be written, empty."""
    folder = archive.folder / PARTS / part.folder
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def keep_plan(archive: Archive, stories: Mapping[str, str]) -> None:
    """Keep to which story each document is to go, by id, until all are added."""
    content = json.dumps(stories, sort_keys=True).encode()
    write_atomically(archive.folder / PLAN, content, durable=True)


def plan_of(archive: Archive) -> dict[str, str]:
    """Return what a run that was stopped had kept."""
    try:
        planned = json.loads((archive.folder / PLAN).read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(source): str(story) for source, story in planned.items()}


def forget_plan(archive: Archive) -> None:
    """Forget what was kept: all are added."""
    (archive.folder / PLAN).unlink(missing_ok=True)


def with_parts(archive: Archive, parts: tuple[Part, ...]) -> Archive:
    """Name the parts that count from now on; returns the archive as it then stands.

    What is named is on the disk by then, whatever happens to the machine.
    """
    for part in parts:
        if part not in archive.head.parts:
            _settle(archive.folder / PARTS / part.folder)
    head = archive.head.model_copy(update={"format": FORMAT, "parts": parts})
    _save(archive.folder, head)
    return Archive(archive.folder, head)


def _settle(folder: Path) -> None:
    """Wait until the files of a folder are on the disk."""
    for path in folder.rglob("*.parquet"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def _save(folder: Path, head: Head) -> None:
    content = head.model_dump_json(indent=1).encode() + b"\n"
    write_atomically(folder / HEAD, content, durable=True)


def _strangers(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder and is not what a run killed at its start leaves."""
    return (
        path for path in folder.iterdir() if not path.name.startswith(".") and path.name != PARTS
    )


def _sweep(archive: Archive, head: Head) -> None:
    """Delete parts that no head names: a run was killed, or they were merged.

    Those that the archive had when it was opened stay, since others may be reading them.
    """
    named = {part.folder for part in (*archive.head.parts, *head.parts)}
    parts = archive.folder / PARTS
    if parts.is_dir():
        for folder in parts.iterdir():
            if folder.name not in named:
                shutil.rmtree(folder)
