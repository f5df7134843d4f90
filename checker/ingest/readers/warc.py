"""Web archives (WARC): every page, PDF or text that a crawl kept, under its address."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import BytesIO, StringIO
from typing import Any

from checker.errors import NoArticle, OversizedInput
from checker.ingest.content import Content
from checker.ingest.draft import Outcome, Reader
from checker.ingest.guard import guard

NAMES = {
    "application/pdf": "page.pdf",
    "application/xhtml+xml": "page.html",
    "text/html": "page.html",
    "text/plain": "page.txt",
}
KINDS = frozenset({"response", "resource", "conversion"})
GZIP = b"\x1f\x8b"
SUCCESS = ("200", "203", "")


def _sniff(content: Content) -> bool:
    if content.start.startswith(b"warc/"):
        return True
    if not content.data.startswith(GZIP):
        return False
    try:
        return zlib.decompressobj(31).decompress(content.data[:4_096], 5) == b"WARC/"
    except zlib.error:
        return False


def _read(content: Content) -> Iterator[Outcome]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415

    found = False
    with guard(content, "a WARC file"):
        records = iter(ArchiveIterator(BytesIO(content.data)))
    while True:
        # Of a damaged record the library writes the remains to the terminal.
        with guard(content, "a WARC file"), redirect_stderr(StringIO()):
            record = next(records, None)
            if record is None:
                break
            page = _page(content, record)
        if page is not None:
            found = True
            address, name, charset, data = page
            member = address.partition("://")[2] or address
            yield from content.inside(member, data, name=name, address=address, charset=charset)
    if not found:
        raise NoArticle(content.path, "a web archive without pages", "remove it")


def _page(content: Content, record: Any) -> tuple[str, str, str, bytes] | None:
    """Address, name by its type, encoding and bytes of a record that holds a page."""
    headers = record.http_headers
    if record.rec_type not in KINDS or (headers and headers.get_statuscode() not in SUCCESS):
        return None
    told = headers.get_header("Content-Type") if headers else None
    kind, _, rest = (told or record.rec_headers.get_header("Content-Type") or "").partition(";")
    name = NAMES.get(kind.strip().lower())
    if name is None:
        return None
    limit = min(content.options.max_bytes, max(content.budget.size, 0))
    data = record.content_stream().read(limit + 1)
    if len(data) > limit:
        reason = f"a page of more than {limit:,} bytes"
        raise OversizedInput(content.path, reason, "raise max-bytes and max-unpacked")
    charset = rest.partition("charset=")[2].partition(";")[0].strip()
    address = (record.rec_headers.get_header("WARC-Target-URI") or "page").strip("<> ")
    return address, name, charset, data


READER = Reader(
    name="warc",
    suffixes=frozenset({".warc"}),
    sniff=_sniff,
    read=_read,
    needs=("warcio",),
)
