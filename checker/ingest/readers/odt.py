"""OpenDocument texts: paragraphs and notes; deleted words and comments are kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from checker.errors import DamagedInput
from checker.ingest.container import open_zip, read_entry, refuse_bomb
from checker.ingest.content import Content
from checker.ingest.draft import Draft, Reader
from checker.ingest.markup import parse_xml
from checker.ingest.sheet import Sheet
from checker.model.source import DateOrigin, RegionKind

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, OFFICE, META = (f"{{{OASIS}{name}:1.0}}" for name in ("text", "office", "meta"))
DC = "{http://purl.org/dc/elements/1.1/}"
MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
SIGNS = {f"{TEXT}s": " ", f"{TEXT}tab": " ", f"{TEXT}line-break": " "}
# What stands inside a paragraph but is no word of it.
APART = frozenset({f"{OFFICE}annotation", f"{TEXT}note", f"{TEXT}tracked-changes"})


def _read(content: Content) -> Iterator[Draft]:
    with open_zip(content) as archive:
        refuse_bomb(content, archive)
        body = _part(content, archive, "content.xml")
        if body is None:
            raise DamagedInput(content.path, "no text in the OpenDocument file", "save it again")
        sheet = Sheet("odt", DateOrigin.NONE, "", content.member)
        _put_properties(sheet, _part(content, archive, "meta.xml"))
    apart = list(_write_story(sheet, body))
    for place, words in apart:
        sheet.write(words, place, RegionKind.METADATA)
    yield sheet.draft()


def _part(content: Content, archive: ZipFile, name: str) -> Any | None:
    if name not in archive.namelist():
        return None
    return parse_xml(content, read_entry(content, archive, name), "an OpenDocument text")


def _put_properties(sheet: Sheet, known: Any | None) -> None:
    if known is None:
        return
    for key, tag in (
        ("author", f"{META}initial-creator"),
        ("author", f"{DC}creator"),
        ("file created", f"{META}creation-date"),
        ("file saved", f"{DC}date"),
        ("language", f"{DC}language"),
    ):
        sheet.put(key, next((element.text for element in known.iter(tag)), None))


def _write_story(sheet: Sheet, body: Any) -> Iterator[tuple[str, str]]:
    """Write paragraphs and notes; yield the places and words of what is kept apart."""
    numbers = {"paragraph": 0, "footnote": 0, "comment": 0}
    for element in body.iter(*PARAGRAPHS, f"{OFFICE}annotation", f"{TEXT}deletion"):
        if element.tag == f"{OFFICE}annotation":
            numbers["comment"] += 1
            yield _comment(element, numbers["comment"])
        elif element.tag == f"{TEXT}deletion":
            who = _author(element)
            yield f"deleted by {who}", f"deleted by {who}: {_inner(element)}"
        else:
            _write_paragraph(sheet, element, numbers)


def _write_paragraph(sheet: Sheet, element: Any, numbers: dict[str, int]) -> None:
    above = {each.tag for each in element.iterancestors()}
    if above & {f"{OFFICE}annotation", f"{TEXT}deletion"}:
        return
    kind = "footnote" if f"{TEXT}note" in above else "paragraph"
    words = "".join(_words(element))
    numbers[kind] += bool(words.strip())
    if _is_title(element) and words.strip():
        sheet.put("title", words)
    sheet.write(words, f"{kind} {numbers[kind]}")


def _is_title(element: Any) -> bool:
    style = (element.get(f"{TEXT}style-name") or "").lower()
    return style == "title" or element.get(f"{TEXT}outline-level") == "1"


def _words(element: Any) -> Iterator[str]:
    """The text of a paragraph without what is apart or is a paragraph by itself."""
    yield element.text or ""
    for child in element:
        if child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag not in APART and child.tag not in PARAGRAPHS and isinstance(child.tag, str):
            yield from _words(child)
        yield child.tail or ""


def _inner(element: Any) -> str:
    """The paragraphs inside an element on one line."""
    return " ".join("".join(_words(part)) for part in element.iter(*PARAGRAPHS)).strip()


def _author(element: Any) -> str:
    region = element.getparent() if element.getparent() is not None else element
    return next((each.text for each in region.iter(f"{DC}creator") if each.text), "somebody")


def _comment(element: Any, number: int) -> tuple[str, str]:
    who = next((each.text for each in element.iter(f"{DC}creator") if each.text), "somebody")
    return f"comment {number} by {who}", f"comment by {who}: {_inner(element)}"


READER = Reader(
    name="odt",
    suffixes=frozenset({".odt"}),
    sniff=lambda content: MIMETYPE in content.data[:200],
    read=_read,
    needs=("lxml",),
)
