"""ZIP archives: the documents in them, each under its name; nothing is unpacked to disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from checker.errors import BinaryInput, DamagedInput, InputError, NoArticle, OversizedInput
from checker.ingest.container import open_zip, read_entry
from checker.ingest.content import Content
from checker.ingest.draft import Outcome, Reader

# What marks a ZIP container as an office document or a program, and no archive.
DOCUMENTS = frozenset({".docx", ".docm", ".odt"})
OFFICE = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"})


def _read(content: Content) -> Iterator[Outcome]:
    with open_zip(content) as archive:
        names = archive.namelist()
        if not OFFICE.isdisjoint(names):
            reason = "an office document or program of a kind that is not read"
            raise BinaryInput(content.path, reason, "save its text as DOCX, PDF or plain text")
        found = False
        for entry in sorted(archive.infolist(), key=lambda each: each.filename):
            if _is_folder(entry.filename) or _is_hidden(entry.filename):
                continue
            found = True
            try:
                _refuse(content, entry.filename, entry.file_size)
                data = read_entry(content, archive, entry)
            except InputError as error:
                above = f"{content.member} › " if content.member else ""
                error.member = f"{above}{entry.filename}"
                yield error
                if isinstance(error, OversizedInput):
                    return
                continue
            yield from content.inside(entry.filename, data)
        if not found:
            raise NoArticle(content.path, "an empty archive", "remove it")


def _is_folder(name: str) -> bool:
    """A damaged directory may hold an empty name, on which the library's own test fails."""
    return not name or name.endswith("/")


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "__MACOSX" in parts or any(part.startswith(".") and part != ".." for part in parts)


def _refuse(content: Content, name: str, size: int) -> None:
    """Refuse names that lead out of the archive, and more than may be unpacked."""
    path = PurePosixPath(name.replace("\\", "/"))
    if ".." in path.parts or path.is_absolute() or ":" in path.parts[0]:
        reason = "its name leads out of the archive"
        raise DamagedInput(content.path, reason, "find out who made the archive")
    if size > content.budget.size:
        reason = f"unpacks to more than {content.options.max_unpacked:,} bytes"
        raise OversizedInput(content.path, reason, "raise max-unpacked in the settings")


READER = Reader(
    name="zip",
    suffixes=frozenset({".zip"}),
    sniff=lambda content: (
        content.start.startswith(b"pk\x03\x04") and content.suffix not in DOCUMENTS
    ),
    read=_read,
)
