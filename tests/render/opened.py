"""What a person sees of an output: text as it is, workbooks and documents opened."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

import openpyxl

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(format_name: str, content: bytes) -> str:
    """An output as text of Unix lines."""
    if format_name == "xlsx":
        return "\n".join(cells(content)) + "\n"
    if format_name == "docx":
        return "\n".join(paragraphs(content)) + "\n"
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def cells(content: bytes) -> Iterator[str]:
    """Every cell with its place and kind; drop-downs at the end of their sheet."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book.worksheets:
        yield f"[{sheet.title}]"
        for line in sheet.iter_rows():
            for cell in line:
                if cell.value is not None:
                    lines = str(cell.value).replace("\n", " ⏎ ")
                    yield f"{cell.coordinate} {cell.data_type}: {lines}"
        for choice in sheet.data_validations.dataValidation:
            if choice.type == "list":
                yield f"{choice.sqref}: {choice.formula1}"


def paragraphs(content: bytes) -> Iterator[str]:
    """Every paragraph, and every comment with the words it stands on."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314
        names = archive.namelist()
        told = archive.read("word/comments.xml") if "word/comments.xml" in names else None
    for paragraph in body.iter(f"{WORD}p"):
        yield f"¶ {_text(paragraph)}"
    if told is not None:
        anchored = dict(_anchored(body))
        for comment in ElementTree.fromstring(told).iter(f"{WORD}comment"):  # noqa: S314
            lines = " ⏎ ".join(_text(p) for p in comment.iter(f"{WORD}p"))
            yield f"comment on “{anchored[comment.get(f'{WORD}id')]}”: {lines}"


def _anchored(body: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """The words between the start and the end of each comment."""
    running: dict[str, list[str]] = {}
    for element in body.iter():
        key = element.get(f"{WORD}id", "")
        if element.tag == f"{WORD}commentRangeStart":
            running[key] = []
        elif element.tag == f"{WORD}commentRangeEnd":
            yield key, "".join(running.pop(key))
        elif element.tag == f"{WORD}t":
            for words in running.values():
                words.append(element.text or "")


def _text(element: ElementTree.Element) -> str:
    parts = (
        "\n" if part.tag == f"{WORD}br" else part.text or ""
        for part in element.iter()
        if part.tag in {f"{WORD}t", f"{WORD}br"}
    )
    return "".join(parts).replace("\n", " ⏎ ")
