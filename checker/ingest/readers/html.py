"""Web pages: the story by trafilatura, its dates by htmldate, captions and teasers beside.

The text is what trafilatura gives, line for line. What it leaves out as being no
story is left out; a page on which it finds none is taken whole.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from checker.errors import DamagedInput, NoArticle, OversizedInput
from checker.ingest.content import Content
from checker.ingest.draft import Draft, Reader
from checker.ingest.guard import guard
from checker.ingest.page_dates import LAST_DAY, find_page_dates
from checker.ingest.page_parts import find_captions, find_teasers
from checker.ingest.page_text import decode_page
from checker.ingest.sheet import Sheet
from checker.model.source import DateOrigin, RegionKind

# Pages of news have some hundred kilobytes; the work grows faster than the page.
LARGEST_PAGE = 10_000_000
# What browsers write above a page that they save.
_SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,6}\)(https?://[^\s<>\"]{1,2000})")
# A report of this program quotes documents, and is none.
_OWN = '<meta name="generator" content="claim-crosscheck">'
_SKIPPED = ((b"<!--", b"-->"), (b"<?", b"?>"))


def _sniff(content: Content) -> bool:
    start = content.start
    while True:
        for opens, closes in _SKIPPED:
            if start.startswith(opens) and closes in start:
                start = start.partition(closes)[2].lstrip()
                break
        else:
            return start.startswith((b"<!doctype html", b"<html"))


def _read(content: Content) -> Iterator[Draft]:
    if len(content.data) > LARGEST_PAGE:
        reason = f"a page of more than {LARGEST_PAGE:,} bytes"
        raise OversizedInput(content.path, reason, "save its text instead")
    page, encoding = decode_page(content)
    if _OWN in page[:5_000]:
        raise NoArticle(content.path, "a report of this program, no document", "name the documents")
    saved = _SAVED_FROM.search(page[:2_000])
    address = content.address or (saved[1] if saved else "")
    with guard(content, "a web page"):
        yield _draft(content, page, address, encoding)


def _draft(content: Content, page: str, address: str, encoding: str) -> Draft:
    from trafilatura.utils import load_html  # noqa: PLC0415

    # Both libraries log what they skip; the report says it in its own words.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    tree = load_html(page)
    if tree is None:
        raise DamagedInput(content.path, "no elements of a page in it", "save the page again")
    text, known = _extract(page, address)
    dates = find_page_dates(tree, page, known.url or address)
    origin = DateOrigin.GUESS if dates.guessed else DateOrigin.PAGE
    sheet = Sheet("html", origin, encoding, content.member)
    sheet.put("title", known.title)
    for key, value in (
        ("published", dates.published),
        ("modified", dates.modified),
        ("publisher", known.sitename),
        ("author", known.author),
        ("url", known.url or address),
        ("language", tree.get("lang")),
    ):
        sheet.put(key, value)
    for number, line in enumerate((line for line in text.split("\n") if line.strip()), 1):
        sheet.write(line, f"paragraph {number}")
    for number, caption in enumerate(find_captions(tree, text), 1):
        sheet.write(caption, f"caption {number}", RegionKind.CAPTION)
    for number, teaser in enumerate(find_teasers(tree, text), 1):
        sheet.write(teaser, f"teaser {number}", RegionKind.TEASER)
    return sheet.draft()


def _extract(page: str, address: str) -> tuple[str, Any]:
    """The text of the story and what the page says of itself."""
    from trafilatura import bare_extraction, baseline  # noqa: PLC0415
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415

    dates = {"original_date": True, "extensive_search": False, "max_date": LAST_DAY}
    story = bare_extraction(
        page,
        url=address or None,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=dates,
    )
    if story is None or isinstance(story, dict) or not story.text:
        return baseline(page)[1], extract_metadata(page, address or None, dates)
    # "e" with a combining accent and "é" are one letter; the library's own output has it so.
    return unicodedata.normalize("NFC", story.text), story


READER = Reader(
    name="html",
    suffixes=frozenset({".html", ".htm", ".xhtml", ".shtml"}),
    sniff=_sniff,
    read=_read,
    needs=("lxml", "trafilatura", "htmldate", "lxml_html_clean"),
)
