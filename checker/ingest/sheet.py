"""A text put together line by line that remembers where each line came from.

Readers of formats that are no plain text write on it. First come the fields of the
document, a line each (`published: 2019-03-04`), so that what a page says of itself
has a place that can be quoted; then the headline and the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from checker.ingest.draft import Draft
from checker.ingest.head import Field, Head
from checker.model.source import DateOrigin, Place, Region, RegionKind

# The place of the fields, in words.
FIELDS = "data about the document"
LONGEST_FIELD = 1_000

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Half characters cannot be written to any file, and NUL ends a text for many a program.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\ud800-\udfff]")


def sound(text: str) -> str:
    """The text with line feeds as line ends, and a sign of replacement for what is none."""
    return _UNFIT.sub("\ufffd", _LINE_ENDS.sub("\n", text))


@dataclass(slots=True)
class Paragraph:
    """Pieces of one paragraph, each with its place; `kind` is what the format says it is."""

    pieces: list[tuple[str, str]]
    kind: RegionKind | None = None

    @property
    def text(self) -> str:
        """The whole of it."""
        return "".join(words for words, _ in self.pieces)


@dataclass(slots=True)
class Sheet:
    """What a reader has written so far; `origin` says where its date was read.

    The day on which a file was made or saved is no day of publication: it may be that
    of a template, or of a download. It is noted as "file created", "file saved".
    """

    format: str
    origin: DateOrigin
    encoding: str = "utf-8"
    member: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    paragraphs: list[Paragraph] = field(default_factory=list)

    def put(self, key: str, value: object) -> None:
        """Note a field, unless it has no value or is known already."""
        if not isinstance(value, str | int | float) or isinstance(value, bool):
            return
        words = " ".join(sound(str(value)).split())[:LONGEST_FIELD].rstrip()
        if words:
            self.fields.setdefault(key, words)

    def write(self, text: str, place: str = "", kind: RegionKind | None = None) -> None:
        """Write a paragraph, whose lines stay lines; blank ones are passed over.

        `place` goes on until another is given; `kind` is what the format says it is.
        """
        words = sound(text).strip()
        if words:
            self.paragraphs.append(Paragraph([(words, place)], kind))

    def join(self, text: str, place: str, glue: str = " ") -> None:
        """Go on with the last paragraph, at another place: below a page's end, a cue later."""
        words = sound(text).strip()
        if words:
            self.paragraphs[-1].pieces.append((f"{glue}{words}", place))

    def draft(self) -> Draft:
        """The document."""
        return _Press().draft(self)


class _Press:
    """The text in the making, with its length so far."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.places: list[Place] = []
        self.given: list[Region] = []

    def draft(self, sheet: Sheet) -> Draft:
        fields = {k: self._field(k, v) for k, v in sheet.fields.items() if k != "title"}
        if fields:
            self.places.append(Place(start=0, words=FIELDS))
            self._add("\n")
        head = Head(fields=fields, end=self.length, origin=sheet.origin)
        if "title" in sheet.fields:
            fields["title"] = self._title(sheet)
        for paragraph in sheet.paragraphs:
            self._paragraph(paragraph)
        return Draft(
            text="".join(self.parts),
            head=head,
            format=sheet.format,
            encoding=sheet.encoding,
            member=sheet.member,
            places=tuple(self.places),
            given=tuple(self.given),
        )

    def _field(self, key: str, value: str) -> Field:
        self._add(f"{key}: ")
        start = self.length
        self._add(f"{value}\n")
        return Field(key, value, start, start + len(value))

    def _title(self, sheet: Sheet) -> Field:
        """The headline, which many texts begin with; then it is not written twice."""
        title, start = sheet.fields["title"], self.length
        first = sheet.paragraphs[0] if sheet.paragraphs else None
        if first is not None and " ".join(first.text.split()) == title:
            first.kind = RegionKind.TITLE
            return Field("title", title, start, start + len(first.text))
        self._paragraph(Paragraph([(title, "headline")], RegionKind.TITLE))
        return Field("title", title, start, start + len(title))

    def _paragraph(self, paragraph: Paragraph) -> None:
        start = self.length
        for words, place in paragraph.pieces:
            if place and (not self.places or self.places[-1].words != place):
                self.places.append(Place(start=self.length, words=place))
            self._add(words)
        self._add("\n")
        if paragraph.kind is not None:
            self.given.append(Region(kind=paragraph.kind, start=start, end=self.length))

    def _add(self, part: str) -> None:
        self.parts.append(part)
        self.length += len(part)
