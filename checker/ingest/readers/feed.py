"""RSS and Atom: every entry a document, under its own address."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any

from checker.errors import NoArticle
from checker.ingest.content import Content
from checker.ingest.draft import Draft, Outcome, Reader
from checker.ingest.markup import html_paragraphs, parse_xml
from checker.ingest.sheet import Sheet
from checker.model.source import DateOrigin

ROOTS = frozenset({"rss", "feed", "rdf"})
ENTRIES = frozenset({"item", "entry"})
# Where entries keep what, the fullest text first, by the names without their namespace.
TEXTS = ("encoded", "content", "description", "summary")
PUBLISHED = ("published", "pubdate", "issued", "date", "created", "updated")
MODIFIED = ("updated", "modified")


def _sniff(content: Content) -> bool:
    start = content.start
    return start.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf:rdf")) and any(
        mark in start for mark in (b"<rss", b"<feed", b"<rdf:rdf")
    )


def _read(content: Content) -> Iterator[Outcome]:
    root = parse_xml(content, content.data, "a feed", mend=True)
    if _name(root) not in ROOTS:
        raise NoArticle(content.path, "XML, but no RSS or Atom feed", "save its text instead")
    entries = [element for element in root.iter() if _name(element) in ENTRIES]
    if not entries:
        raise NoArticle(content.path, "a feed without entries", "remove it")
    channel = next((e for e in root.iter() if _name(e) in ("channel", "feed")), root)
    known = {"publisher": _text(channel, "title"), "language": _language(root, channel)}
    for number, entry in enumerate(entries, 1):
        name = _link(entry) or _text(entry, "guid", "id") or f"entry {number}"
        yield from content.part(name.partition("://")[2] or name, partial(_draft, entry, known))


def _draft(entry: Any, known: dict[str, str], content: Content) -> Draft:
    sheet = Sheet("feed", DateOrigin.RECORD, "", content.member)
    sheet.put("title", " ".join(html_paragraphs(content, _text(entry, "title"))))
    sheet.put("published", _moment(_text(entry, *PUBLISHED)))
    sheet.put("modified", _moment(_text(entry, *MODIFIED)))
    sheet.put("publisher", known["publisher"])
    sheet.put("author", _text(entry, "creator", "author", "name"))
    sheet.put("url", _link(entry))
    sheet.put("language", known["language"])
    for number, words in enumerate(html_paragraphs(content, _text(entry, *TEXTS)), 1):
        sheet.write(words, f"paragraph {number}")
    return sheet.draft()


def _name(element: Any) -> str:
    """The name of an element without its namespace, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _text(element: Any, *names: str) -> str:
    """The text of the first child, by the order of names, that has any."""
    for name in names:
        for child in element:
            words = "".join(child.itertext()).strip() if _name(child) == name else ""
            if words:
                return words
    return ""


def _link(entry: Any) -> str:
    """The address of an entry: the text of RSS, the attribute of Atom."""
    for child in entry:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            address = (child.get("href") or child.text or "").strip()
            if address.startswith(("http://", "https://")):
                return address
    return ""


def _language(root: Any, channel: Any) -> str:
    xml = "{http://www.w3.org/XML/1998/namespace}lang"
    return _text(channel, "language") or root.get(xml) or ""


def _moment(date: str) -> str:
    """RFC 822 as RSS has it, as ISO 8601; what is neither stays as it is."""
    try:
        return parsedate_to_datetime(date).strftime("%Y-%m-%d %H:%M")
    except (ValueError, TypeError, IndexError, OverflowError):
        return date


READER = Reader(
    name="feed",
    suffixes=frozenset({".rss", ".atom", ".xml", ".rdf"}),
    sniff=_sniff,
    read=_read,
    needs=("lxml",),
)
