"""Claims on disk: one file a source; a head, then one claim a line.

The order is that of the text and nothing tells when it was written, so that a
diff of two runs shows what changed in what the sources say. The head tells what
the claims were made of: while that is the same they need not be made again. A
file that is gone, cut short or altered is made anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from pydantic import ValidationError

from checker.errors import StoreError
from checker.model.claim import Claim
from checker.model.record import Record
from checker.model.report import Coverage
from checker.model.source import Source
from checker.store.atomic import SCRAP, locked, write_atomically
from checker.store.names import file_stem

# What of a source its claims do not depend on.
ELSEWHERE = frozenset({"path", "copy_of", "origin", "story", "is_draft"})


class Head(Record):
    """The first line of a file: what the claims were made of and by, a digest, coverage."""

    made_of: str
    made_by: str
    digest: str
    coverage: Coverage | None


@dataclass(frozen=True, slots=True)
class Stored:
    """The claims of one source and how much of it they cover."""

    claims: tuple[Claim, ...]
    coverage: Coverage | None


@dataclass(frozen=True, slots=True)
class Maker:
    """What makes claims of a source: the language model, the options and the code, in words."""

    language_model: str
    options: str
    code: str

    def stamp(self) -> str:
        """Return a digest of all that."""
        return _digest(json.dumps([self.language_model, self.options, self.code]).encode())


def claim_lines(claims: Iterable[Claim]) -> str:
    """Return claims as JSON Lines, in the order of their sources and places."""
    return "".join(f"{claim.model_dump_json()}\n" for claim in sorted(claims, key=_place))


def stored_claims(source: Source, maker: Maker, folder: Path) -> Stored | None:
    """Return what a folder holds of a source, if it is whole, made of the same and by the same."""
    found = _read(source, maker, folder)
    if found is None:
        return None
    head, lines = found
    try:
        claims = tuple(Claim.model_validate_json(line) for line in lines.split(b"\n") if line)
    except ValidationError:
        return None
    return Stored(claims, head.coverage)


def has_claims(source: Source, maker: Maker, folder: Path) -> bool:
    """Say whether `stored_claims` would find something, without making claims of it."""
    return _read(source, maker, folder) is not None


def _read(source: Source, maker: Maker, folder: Path) -> tuple[Head, bytes] | None:
    """Return the head and the lines of a source's file, as long as both are still good."""
    try:
        head_line, _, lines = (folder / file_name(source)).read_bytes().partition(b"\n")
        head = Head.model_validate_json(head_line)
    except (OSError, ValidationError):
        return None
    made = (head.made_of, head.made_by, head.digest)
    good = made == (source_digest(source), maker.stamp(), _digest(lines))
    return (head, lines) if good else None


def made_otherwise(sources: Iterable[Source], maker: Maker, folder: Path) -> int:
    """Count the sources whose claims in store are of this very text, but by another maker."""
    number = 0
    for source in sources:
        try:
            with (folder / file_name(source)).open("rb") as file:
                head = Head.model_validate_json(file.readline())
        except (OSError, ValidationError):
            continue
        number += head.made_by != maker.stamp() and head.made_of == source_digest(source)
    return number


def source_digest(source: Source) -> str:
    """Return a digest of what of a source its claims depend on."""
    told = source.model_dump(mode="json", exclude=set(ELSEWHERE))
    return _digest(json.dumps(told, sort_keys=True).encode())


def save_claims(
    sources: Sequence[Source], found: Mapping[str, Stored], maker: Maker, folder: Path
) -> None:
    """Write a file for each source, without claims where it makes none.

    `found` maps source ids. What is there already is not written again, and files of
    other sources are left alone. A StoreError names the file that cannot be written.
    """
    path = folder
    try:
        with locked(folder):
            for source in sources:
                path = folder / file_name(source)
                content = _content(source, found[source.id], maker)
                if not path.is_file() or path.read_bytes() != content:
                    write_atomically(path, content)
    except OSError as error:
        raise _unwritable(path, error) from None


def ensure_writable(folder: Path) -> None:
    """Raise the StoreError of `save_claims` where nothing can be written in a folder."""
    try:
        with locked(folder), TemporaryFile(dir=folder, prefix=SCRAP):
            pass
    except OSError as error:
        raise _unwritable(folder, error) from None


def _unwritable(path: Path, error: OSError) -> StoreError:
    return StoreError(
        f"{path}: claims cannot be written ({error.strerror}); "
        "choose another folder with --claims-dir or leave them out with --no-store"
    )


def file_name(source: Source) -> str:
    """Return the path of a source's file within the folder."""
    return f"{file_stem(source.id)}.jsonl"


def _content(source: Source, stored: Stored, maker: Maker) -> bytes:
    """Return the bytes of a source's file; claims in the order in which they were found."""
    lines = "".join(f"{claim.model_dump_json()}\n" for claim in stored.claims).encode()
    head = Head(
        made_of=source_digest(source),
        made_by=maker.stamp(),
        digest=_digest(lines),
        coverage=stored.coverage,
    )
    return f"{head.model_dump_json()}\n".encode() + lines


def _digest(lines: bytes) -> str:
    return hashlib.sha256(lines).hexdigest()


def _place(claim: Claim) -> tuple[str, int, int, str, str, str]:
    """Return what claims are sorted by."""
    span = claim.span
    return span.source, span.start, span.end, claim.question.attribute, claim.found_by, claim.id
