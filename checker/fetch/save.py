"""Pages → files: named after their address, with the address written into them."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from checker.errors import FetchError
from checker.fetch.client import Page

SUFFIXES = {
    "application/atom+xml": ".xml",
    "application/json": ".json",
    "application/pdf": ".pdf",
    "application/rss+xml": ".xml",
    "application/xhtml+xml": ".html",
    "application/xml": ".xml",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/vtt": ".vtt",
    "text/xml": ".xml",
}
LONGEST_NAME = 120
MOST_NAMESAKES = 1_000

_UNSAFE = re.compile(r"[^\w]+")
_OLD_SUFFIX = re.compile(r"\.(?:html?|php|aspx?|jsp|pdf|txt|xml|json|vtt)$", re.IGNORECASE)


def save_page(page: Page, folder: Path) -> Path:
    """Write a page into a folder; what stands there already is never overwritten.

    Raises FetchError for what is no document, or cannot be written.
    """
    kind = page.content_type.partition(";")[0].strip().lower() or "text/html"
    if kind not in SUFFIXES:
        raise FetchError(page.url, f"is no document but {kind[:60]}")
    body = _marked(page) if SUFFIXES[kind] == ".html" else page.body
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _write(folder, _stem(page.url), SUFFIXES[kind], body)
    except OSError as error:
        raise FetchError(page.url, f"cannot be saved in {folder} ({error.strerror})") from error


def _write(folder: Path, stem: str, suffix: str, body: bytes) -> Path:
    """The same page again is not written twice; another one gets a number."""
    for number in range(1, MOST_NAMESAKES):
        path = folder / (f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}")
        try:
            with path.open("xb") as file:
                file.write(body)
        except FileExistsError:
            if path.read_bytes() != body:
                continue
        return path
    raise FileExistsError(17, f"{MOST_NAMESAKES} pages of this name")


def _stem(url: str) -> str:
    """Host and path as a file's name: "herald.example-2019-bridge"."""
    place, _, query = url.partition("://")[2].partition("?")
    host, _, path = place.partition("/")
    parts = [host.partition(":")[0].removeprefix("www."), _OLD_SUFFIX.sub("", path), query]
    slugs = [parts[0], *(_UNSAFE.sub("-", part).strip("-") for part in parts[1:])]
    return "-".join(slug for slug in slugs if slug)[:LONGEST_NAME].rstrip("-.") or "page"


def _marked(page: Page) -> bytes:
    """The page below the line that browsers write above a page they save.

    Where only the server knew the encoding it is lost with the server's words, so
    that the page is written in UTF-8.
    """
    note = f"<!-- saved from url=({len(page.url):04}){page.url.replace('--', '%2D%2D')} -->\n"
    body = page.body
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if body.startswith(mark):
            return body
    charset = page.content_type.lower().partition("charset=")[2].partition(";")[0].strip("\"' ")
    text = _decoded(body, charset)
    if text is not None:
        return codecs.BOM_UTF8 + note.encode() + text.removeprefix("\ufeff").encode()
    return note.encode() + body


def _decoded(body: bytes, charset: str) -> str | None:
    """The text of a page in the encoding that its server named, if it fits."""
    try:
        return body.decode(charset) if charset else None
    except (LookupError, UnicodeError):
        return None
