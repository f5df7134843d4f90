"""Pages that browsers save as one file (MHTML): the page itself, under its own address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from checker.errors import NoArticle
from checker.ingest.content import Content
from checker.ingest.draft import Outcome, Reader
from checker.ingest.guard import guard
from checker.ingest.readers import html

MARKS = (b"snapshot-content-location:", b"content-type: multipart/related")
# Pictures and styles come as parts too; the page is the first, or close to it.
MOST_PARTS = 20


def _sniff(content: Content) -> bool:
    headers = content.start.replace(b"\r", b"").partition(b"\n\n")[0]
    return all(mark in headers for mark in MARKS)


def _read(content: Content) -> Iterator[Outcome]:
    with guard(content, "a saved page"):
        letter = message_from_bytes(content.data.lstrip())
        page = _page(letter)
        if page is None:
            raise NoArticle(content.path, "a saved page without a page", "save it again")
        data = page.get_payload(decode=True)
        address = str(letter.get("Snapshot-Content-Location") or page.get("Content-Location") or "")
        charset = str(page.get_content_charset() or "")
    assert isinstance(data, bytes)  # noqa: S101 - a part that is no multipart has bytes
    yield from html.READER.read(
        replace(content, data=data, address=content.address or address.strip(), charset=charset)
    )


def _page(letter: Message) -> Message | None:
    parts = zip(letter.walk(), range(MOST_PARTS), strict=False)
    return next((part for part, _ in parts if part.get_content_type() == "text/html"), None)


READER = Reader(
    name="mhtml",
    suffixes=frozenset({".mhtml", ".mht"}),
    sniff=_sniff,
    read=_read,
    sure=False,
    needs=html.READER.needs,
)
