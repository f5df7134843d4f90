"""The sources' texts as a Word document, with comments on the disputed passages.

Where the run has a draft, the document is the draft; otherwise it holds every source
that takes part in a discrepancy.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from checker.model.report import Report
from checker.model.source import Source
from checker.render.extras import office
from checker.render.inert import to_visible
from checker.render.remarks import Remark, find_remarks
from checker.render.words import date_words, story_sentence

AUTHOR = "checker"
LINE = re.compile(r"[^\r\n]+")
# The same report gives the same bytes: neither document nor archive has the day of the run.
BORN = datetime(2000, 1, 1)
BORN_IN_ARCHIVE = (2000, 1, 1, 0, 0, 0)

# A document of Word's grows slow beyond this; what is left out is said.
MOST_SOURCES = 200
LONGEST_LINE = 20_000


def render_docx(report: Report) -> bytes:
    """Write the document; raises SettingsError where the extra `office` is not installed."""
    docx = office("docx", "DOCX")
    document = docx.Document()
    _sign(document)
    document.add_heading("Where the sources differ", level=0)
    document.add_paragraph(story_sentence(report))
    sources = _wanted(report)
    remarks = find_remarks(report)
    for source in sources[:MOST_SOURCES]:
        _write_source(document, source, remarks.get(source.id, []))
    if len(sources) > MOST_SOURCES:
        document.add_paragraph(f"{len(sources) - MOST_SOURCES} more sources are left out here.")
    target = io.BytesIO()
    document.save(target)
    return _timeless(target.getvalue())


def _wanted(report: Report) -> list[Source]:
    """The draft, or else the sources that take part in a discrepancy."""
    if report.draft:
        return [source for source in report.sources if source.id == report.draft.source]
    disputed = {
        key for row in report.discrepancies for version in row.versions for key in version.sources
    }
    return [source for source in report.sources if source.id in disputed]


def _write_source(document: Any, source: Source, remarks: Sequence[Remark]) -> None:
    """A heading, where the text comes from, the text with its comments."""
    document.add_heading(to_visible(source.name), level=1)
    known = (source.title, date_words(source.published.moment) or "undated", source.location)
    document.add_paragraph(to_visible(" · ".join(part for part in known if part)))
    runs: list[tuple[int, int, Any]] = []
    for match in LINE.finditer(source.text):
        if match.group().strip():
            paragraph = document.add_paragraph()
            runs.extend(_write_line(paragraph, source, match.span(), remarks))
    for remark in remarks:
        _comment(document, runs, remark)


def _write_line(
    paragraph: Any, source: Source, line: tuple[int, int], remarks: Sequence[Remark]
) -> Iterator[tuple[int, int, Any]]:
    """Write a line in runs that end where remarks begin or end."""
    start, end = line
    edges = {start, end} | {
        edge for remark in remarks for edge in (remark.start, remark.end) if start < edge < end
    }
    for left, right in pairwise(sorted(edges)):
        text = source.text[left:right][:LONGEST_LINE]
        yield left, right, paragraph.add_run(_spaced(text))


def _spaced(text: str) -> str:
    """Make text visible and keep the blanks at its ends, where the next run goes on."""
    before = " " if text[:1].isspace() else ""
    after = " " if text.strip() and text[-1:].isspace() else ""
    return f"{before}{to_visible(text)}{after}"


def _comment(document: Any, runs: Sequence[tuple[int, int, Any]], remark: Remark) -> None:
    """Anchor a remark on the runs that hold its words."""
    over = [run for start, end, run in runs if start < remark.end and remark.start < end]
    if not over:
        return
    text = "\n".join(to_visible(line) for line in remark.lines)
    comment = document.add_comment((over[0], over[-1]), text=text, author=AUTHOR, initials="c")
    # Word takes a comment without a date as well; the date of the run is nobody's business.
    for name in [name for name in comment._comment_elm.attrib if name.endswith("}date")]:
        del comment._comment_elm.attrib[name]


def _sign(document: Any) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = AUTHOR
    properties.title = "Where the sources differ"
    properties.comments = ""
    properties.created = properties.modified = BORN


def _timeless(archive: bytes) -> bytes:
    """Pack an archive again, its files without the time at which they were written."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            plain = zipfile.ZipInfo(entry.filename, BORN_IN_ARCHIVE)
            plain.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(plain, old.read(entry))
    return target.getvalue()
