"""The bytes that a reader is given, and what may come out of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from checker.errors import InputError, OversizedInput
from checker.ingest.options import IngestOptions

if TYPE_CHECKING:
    from checker.ingest.draft import Draft, Outcome

# As much of a file as tells its format, in bytes.
SNIFFED = 4_096
# An archive in a letter in a mailbox is still a document of somebody's; deeper is a trap.
DEEPEST = 4


class Budget:
    """What one file may still unpack to, in bytes and in documents."""

    def __init__(self, size: int, documents: int) -> None:
        self.size = size
        self.documents = documents
        self._given = size, documents

    def take(self, path: Path, size: int) -> None:
        """Take one document of `size` bytes; raises OversizedInput where too little is left."""
        self.size -= size
        self.documents -= 1
        if self.size < 0:
            reason = f"unpacks to more than {self._given[0]:,} bytes"
            raise OversizedInput(path, reason, "raise max-unpacked in the settings, or unpack it")
        if self.documents < 0:
            reason = f"holds more than {self._given[1]:,} documents"
            raise OversizedInput(path, reason, "raise max-documents in the settings, or split it")


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file, or of a document inside one.

    `path` is the file on disk, `member` the place inside it, `name` the name that
    the bytes themselves go by, `address` the page they were fetched from and
    `charset` their encoding, where something outside of them tells.
    """

    path: Path
    data: bytes
    options: IngestOptions
    open: Callable[[Content], Iterator[Outcome]]
    name: str
    member: str = ""
    address: str = ""
    charset: str = ""
    depth: int = 0
    budget: Budget = field(default_factory=lambda: Budget(0, 0))

    @property
    def start(self) -> bytes:
        """The first bytes, without blanks and byte order mark, in lower case."""
        return self.data[:SNIFFED].lstrip(b"\xef\xbb\xbf\t\r\n\f ").lower()

    @property
    def suffix(self) -> str:
        """The ending of the name, with its dot, in lower case."""
        return PurePosixPath(self.name).suffix.lower()

    def part(self, name: str, make: Callable[[Content], Draft]) -> Iterator[Outcome]:
        """One of several documents of these bytes, counted against the budget."""
        inner = replace(self, member=f"{self.member} › {name}" if self.member else name)
        try:
            self.budget.take(self.path, 0)
            yield make(inner)
        except InputError as error:
            error.member = inner.member
            yield error

    def inside(self, member: str, data: bytes, **known: str) -> Iterator[Outcome]:
        """The documents of bytes found inside these, under the name `member`.

        `known` are a `name`, an `address` or a `charset`. What lies too deep, or is
        too much for the budget, comes as an InputError.
        """
        place = f"{self.member} › {member}" if self.member else member
        try:
            if self.depth >= DEEPEST:
                reason = f"lies more than {DEEPEST} archives deep"
                raise OversizedInput(self.path, reason, "unpack it")
            self.budget.take(self.path, len(data))
        except InputError as error:
            error.member = place
            yield error
            return
        plain = {"name": member, "address": "", "charset": "", **known}
        yield from self.open(
            replace(self, data=data, member=place, depth=self.depth + 1, **plain)  # type: ignore[arg-type]
        )
