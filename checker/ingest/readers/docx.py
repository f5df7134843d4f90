"""Word documents: paragraphs and notes; deleted words and comments are kept apart.

What is inserted but not accepted stays in the text, as Word shows it, and its place
says so. What is deleted, and what people noted in the margin, stands below the text
and is no part of the story.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from checker.errors import InputError
from checker.ingest.container import open_zip, refuse_bomb
from checker.ingest.content import Content
from checker.ingest.draft import Draft, Reader
from checker.ingest.guard import guard
from checker.ingest.markup import parse_xml
from checker.ingest.sheet import Sheet
from checker.model.source import DateOrigin, RegionKind

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PART = b"word/document.xml"
TITLES = frozenset({"title", "heading1"})
INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
SIGNS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
NOTES = {"/word/footnotes.xml": "footnote", "/word/endnotes.xml": "endnote"}


@dataclass(slots=True)
class Words:
    """The words of one paragraph, those taken out of it, and who changed it."""

    kept: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    inserted_by: dict[str, None] = field(default_factory=dict)
    deleted_by: dict[str, None] = field(default_factory=dict)


def _sniff(content: Content) -> bool:
    if not content.start.startswith(b"pk\x03\x04") or PART not in content.data:
        return False
    try:
        with open_zip(content) as archive:
            return PART.decode() in archive.namelist()
    except InputError:
        return False


def _read(content: Content) -> Iterator[Draft]:
    with open_zip(content) as archive:
        refuse_bomb(content, archive)
    with guard(content, "a Word document"):
        from docx import Document  # noqa: PLC0415

        document = Document(BytesIO(content.data))
        sheet = Sheet("docx", DateOrigin.NONE, "", content.member)
        _put_properties(sheet, document.core_properties)
        apart = list(_write_story(sheet, document.element.body))
        apart += _write_notes(content, sheet, document)
        for kind, comment in _comments(document):
            apart.append((kind, comment))
        for place, words in apart:
            sheet.write(words, place, RegionKind.METADATA)
        yield sheet.draft()


def _put_properties(sheet: Sheet, known: Any) -> None:
    sheet.put("author", known.author)
    for key, moment in (("file created", known.created), ("file saved", known.modified)):
        sheet.put(key, moment.isoformat(" ", "minutes") if moment else None)


def _write_story(sheet: Sheet, body: Any) -> Iterator[tuple[str, str]]:
    """Write the paragraphs; yield the place and words of what is deleted in each."""
    number = 0
    for paragraph in body.iter(f"{W}p"):
        if any(above.tag == FALLBACK for above in paragraph.iterancestors()):
            continue
        words = Words()
        _collect(paragraph, words)
        text = "".join(words.kept)
        number += bool(text.strip())
        place = f"paragraph {number}"
        if words.deleted:
            who = _by(words.deleted_by)
            yield f"deleted{who} in {place}", f"deleted{who}: {''.join(words.deleted).strip()}"
        if words.inserted_by:
            place += f", with an insertion{_by(words.inserted_by)} that nobody accepted yet"
        if text.strip() and _style(paragraph) in TITLES:
            sheet.put("title", text)
        sheet.write(text, place)


def _collect(element: Any, words: Words, *, inserted: str = "", deleted: str | None = None) -> None:
    """Sort the text of a paragraph; paragraphs inside it (text boxes) come by themselves."""
    for child in element:
        tag = child.tag
        if tag in (f"{W}p", f"{W}txbxContent", FALLBACK, f"{W}pPr", f"{W}rPr"):
            continue
        if tag in (f"{W}t", f"{W}delText") or tag in SIGNS:
            text = SIGNS.get(tag, child.text or "")
            if deleted is not None or tag == f"{W}delText":
                words.deleted.append(text)
                words.deleted_by.setdefault(deleted or "")
            else:
                words.kept.append(text)
                if inserted and text.strip():
                    words.inserted_by.setdefault(inserted)
            continue
        author = child.get(f"{W}author") or "somebody"
        _collect(
            child,
            words,
            inserted=author if tag in INSERTED else inserted,
            deleted=author if tag in DELETED else deleted,
        )


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return (found.get(f"{W}val") or "").lower() if found is not None else ""


def _by(authors: dict[str, None]) -> str:
    names = [name for name in authors if name]
    return f" by {', '.join(names)}" if names else ""


def _write_notes(content: Content, sheet: Sheet, document: Any) -> list[tuple[str, str]]:
    """Write footnotes and endnotes; return what is deleted in them."""
    apart: list[tuple[str, str]] = []
    for part in document.part.package.iter_parts():
        kind = NOTES.get(str(part.partname))
        if kind is None:
            continue
        root = parse_xml(content, part.blob, "a Word document")
        notes = [note for note in root if note.get(f"{W}type") is None]
        for number, note in enumerate(notes, 1):
            words = Words()
            for paragraph in note.iter(f"{W}p"):
                _collect(paragraph, words)
            sheet.write("".join(words.kept), f"{kind} {number}")
            if words.deleted:
                apart.append((f"deleted in {kind} {number}", "".join(words.deleted)))
    return apart


def _comments(document: Any) -> Iterator[tuple[str, str]]:
    for number, comment in enumerate(document.comments, 1):
        who = comment.author or "somebody"
        text = " ".join(comment.text.split())
        yield f"comment {number} by {who}", f"comment by {who}: {text}"


READER = Reader(
    name="docx",
    suffixes=frozenset({".docx", ".docm"}),
    sniff=_sniff,
    read=_read,
    needs=("docx", "lxml"),
)
