"""PDF: the text by pypdf, paragraphs put together over lines and pages.

A page that is a picture has no text to read; it is named, and the others are read.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from checker.errors import EmptyInput, InputError, LockedInput, OversizedInput
from checker.ingest.content import Content
from checker.ingest.draft import Outcome, Reader
from checker.ingest.guard import guard
from checker.ingest.printed import find_pieces
from checker.ingest.sheet import Sheet
from checker.model.source import DateOrigin, RegionKind

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 2_000
# Pages that are named in a message.
MOST_NAMED = 8
OCR = "recognise the text with an OCR program, and save it again"


def _read(content: Content) -> Iterator[Outcome]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with guard(content, "a PDF"):
        file = _open(content)
        pages, pictures = _pages(content, file)
        sheet = _sheet(content, file, pages)
    if pictures and len(pictures) == sum(1 for lines in pages if not lines):
        reason = _named(pictures, len(pages))
        if not any(pages):
            raise EmptyInput(content.path, reason, OCR)
        error = InputError(content.path, reason, OCR)
        error.member = content.member
        yield error
    yield sheet.draft()


def _open(content: Content) -> PdfReader:
    from pypdf import PdfReader  # noqa: PLC0415

    file = PdfReader(BytesIO(content.data))
    if file.is_encrypted and not file.decrypt(""):
        raise LockedInput(content.path, "encrypted", "save it without its password")
    if len(file.pages) > MOST_PAGES:
        reason = f"a PDF of more than {MOST_PAGES:,} pages"
        raise OversizedInput(content.path, reason, "split it")
    return file


def _pages(content: Content, file: PdfReader) -> tuple[list[list[str]], list[int]]:
    """The lines of every page, and the numbers of the pages that are pictures."""
    pages, pictures, left = [], [], content.options.max_unpacked
    for number, page in enumerate(file.pages, 1):
        text = page.extract_text()
        left -= len(text)
        if left < 0:
            reason = f"more than {content.options.max_unpacked:,} characters"
            raise OversizedInput(content.path, reason, "raise max-unpacked in the settings")
        pages.append([line for line in text.split("\n") if line.strip()])
        if not pages[-1] and _has_picture(page):
            pictures.append(number)
    return pages, pictures


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources")
    shown = resources.get_object().get("/XObject") if resources is not None else None
    objects = shown.get_object().values() if shown is not None else ()
    return any(each.get_object().get("/Subtype") == "/Image" for each in objects)


def _sheet(content: Content, file: PdfReader, pages: list[list[str]]) -> Sheet:
    sheet = Sheet("pdf", DateOrigin.NONE, "", content.member)
    _put_properties(sheet, file, " ".join(" ".join(lines) for lines in pages[:1]))
    for piece in find_pieces(pages):
        place = f"page {piece.page}"
        if piece.head:
            sheet.write(piece.text, place, RegionKind.BOILERPLATE)
        elif piece.joins and sheet.paragraphs:
            _go_on(sheet, piece.text, place, piece.glue)
        else:
            sheet.write(piece.text, place)
    return sheet


def _go_on(sheet: Sheet, text: str, place: str, glue: str) -> None:
    """Go on with the last paragraph of the story, over the heads of the page."""
    heads = []
    while sheet.paragraphs and sheet.paragraphs[-1].kind is not None:
        heads.append(sheet.paragraphs.pop())
    if not sheet.paragraphs:
        sheet.write(text, place)
    else:
        if glue == "-":
            words, before = sheet.paragraphs[-1].pieces[-1]
            sheet.paragraphs[-1].pieces[-1] = (words[:-1], before)
        sheet.join(text, place, "" if glue == "-" else glue)
    sheet.paragraphs.extend(reversed(heads))


def _put_properties(sheet: Sheet, file: PdfReader, first_page: str) -> None:
    """What the file says of itself; its title only where the first page has it too."""
    known = file.metadata
    if known is None:
        return
    title = " ".join((known.title or "").split())
    if title and title in " ".join(first_page.split()):
        sheet.put("title", title)
    sheet.put("author", known.author)
    for key, moment in (
        ("file created", known.creation_date),
        ("file saved", known.modification_date),
    ):
        sheet.put(key, moment.isoformat(" ", "minutes") if moment else None)


def _named(pictures: list[int], pages: int) -> str:
    if len(pictures) == pages:
        return "scanned: its pages are pictures without text"
    shown = ", ".join(str(number) for number in pictures[:MOST_NAMED])
    more = f" and {len(pictures) - MOST_NAMED} more" if len(pictures) > MOST_NAMED else ""
    word = "page" if len(pictures) == 1 else "pages"
    return f"{word} {shown}{more} not read: scanned, a picture without text"


READER = Reader(
    name="pdf",
    suffixes=frozenset({".pdf"}),
    sniff=lambda content: content.start.startswith(b"%pdf-"),
    read=_read,
    needs=("pypdf",),
)
