"""ZIP containers, opened with care: nothing is written, nothing unpacks beyond its limit."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from checker.errors import DamagedInput, LockedInput, OversizedInput
from checker.ingest.content import Content
from checker.ingest.guard import guard

# Entries of one container; the directory of each takes memory before anything is read.
MOST_ENTRIES = 20_000
ENTRY_MARK = b"PK\x01\x02"


def open_zip(content: Content) -> ZipFile:
    """The container; its entries are known, none is unpacked yet.

    Raises DamagedInput, or OversizedInput for too many entries.
    """
    if content.data.count(ENTRY_MARK) > MOST_ENTRIES:
        reason = f"an archive of more than {MOST_ENTRIES:,} entries"
        raise OversizedInput(content.path, reason, "unpack it")
    try:
        with guard(content, "a ZIP archive"):
            return ZipFile(BytesIO(content.data))
    except DamagedInput as error:
        if isinstance(error.__cause__, BadZipFile):
            raise DamagedInput(
                content.path, "a damaged or cut archive or office document", "save it again"
            ) from error
        raise


def refuse_bomb(content: Content, archive: ZipFile) -> None:
    """Raise OversizedInput where the entries together are larger than may be unpacked.

    An entry never unpacks to more than its directory says: reading stops there.
    """
    size = sum(entry.file_size for entry in archive.infolist())
    if size > content.options.max_unpacked:
        reason = f"unpacks to more than {content.options.max_unpacked:,} bytes"
        raise OversizedInput(content.path, reason, "raise max-unpacked in the settings")


def read_entry(content: Content, archive: ZipFile, entry: ZipInfo | str) -> bytes:
    """The bytes of an entry. Raises LockedInput or DamagedInput."""
    with guard(content, "an archive"):
        info = archive.getinfo(entry) if isinstance(entry, str) else entry
        if info.flag_bits & 1:
            raise LockedInput(content.path, "encrypted", "save it without its password")
        with archive.open(info) as file:
            return file.read(info.file_size)
