"""A document as it was read: its text, its regions, its date and descent."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from pathlib import PurePosixPath

from checker.model.record import Record
from checker.model.span import Span
from checker.model.value import Moment


class RegionKind(StrEnum):
    """What a stretch of a document is for."""

    METADATA = "metadata"
    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"
    BOILERPLATE = "boilerplate"


class Region(Record):
    """A stretch of `Source.text` of one kind; regions tile the text, in order."""

    kind: RegionKind
    start: int
    end: int


class DateOrigin(StrEnum):
    """Where a source's date was read."""

    FRONT_MATTER = "front-matter"
    DUMP_HEAD = "dump-head"
    DATELINE = "dateline"
    PAGE = "page"
    HEADER = "header"
    RECORD = "record"
    GUESS = "guess"
    NONE = "none"


class Published(Record):
    """When a source says it was written; `span` holds the words it was read from."""

    moment: Moment | None = None
    span: Span | None = None
    origin: DateOrigin = DateOrigin.NONE
    confidence: float = 0.0


class Place(Record):
    """Where in its file the text from `start` on stands, in words: "page 3", "00:01:05"."""

    start: int
    words: str


class Credit(Record):
    """A named outlet from which a source says it has its matter ("(AFP, AP)")."""

    outlet: str
    span: Span


class Source(Record):
    """One document.

    Of plain text and Markdown, `text` is the file's own decoded text with nothing
    cut, so that every span is also a place in the file. Of other formats it is the
    text that was read out of the file, and `places` lead back into it, in order.
    `path` is a file on disk; `member` says which document of that file this is,
    where it can hold several ("2019/page.html", "letter 3"). `copy_of` names the
    source whose text this one repeats; `origin` is the same for all sources that
    share one, and equals `id` where the source stands alone. `story` is the id of the
    story it reports. `is_draft` marks the desk's own draft, which backs no answer.
    """

    id: str
    path: str
    text: str
    member: str = ""
    format: str = "plain-text"
    places: tuple[Place, ...] = ()
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = "en"
    encoding: str = "utf-8"
    published: Published = Published()
    regions: tuple[Region, ...] = ()
    credits: tuple[Credit, ...] = ()
    copy_of: str | None = None
    origin: str = ""
    story: str = ""
    is_draft: bool = False

    @property
    def name(self) -> str:
        """The publisher, or else the file's name: what people call the source."""
        file, inner = PurePosixPath(self.path).name or self.path, PurePosixPath(self.member)
        return self.publisher or (inner.name if inner.suffix else locate(file, self.member))

    @property
    def location(self) -> str:
        """The file, and the document's place in it: "letters.mbox › letter 3"."""
        return locate(self.path, self.member)

    def place_at(self, offset: int) -> str:
        """The words for the place of an offset; "" where lines of the file say it."""
        at = bisect_right(self.places, offset, key=lambda place: place.start)
        return self.places[at - 1].words if at else ""

    def quote(self, span: Span) -> str:
        """The words at a span of this source."""
        return self.text[span.start : span.end]

    def region_at(self, offset: int) -> RegionKind:
        """The kind of the region that holds an offset."""
        for region in self.regions:
            if region.start <= offset < region.end:
                return region.kind
        return RegionKind.BODY


def locate(path: str, member: str = "", place: str = "", line: int = 0) -> str:
    """A place as people read it: "a.txt:12", "a.zip › b.txt:12", "a.pdf, page 3".

    A line is given only where no other words say the place.
    """
    inside = f"{path} › {member}" if member else path
    if place:
        return f"{inside}, {place}"
    return f"{inside}:{line}" if line else inside


class Unread(Record):
    """A path that gave no source, and why; `fatal` where the exit code must tell."""

    path: str
    reason: str
    remedy: str = ""
    fatal: bool = True
