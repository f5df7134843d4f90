"""What a document says of itself: date, title, publisher, address, language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from checker.ingest.datelines import Dateline
from checker.ingest.furniture import Mark, fold
from checker.ingest.head import Field, Head
from checker.ingest.lines import Line
from checker.model.source import DateOrigin, Published
from checker.model.span import Span
from checker.model.value import Grain, Moment
from checker.values.moment import find_moments

DATE_KEYS = (
    "published",
    "datepublished",
    "publisheddate",
    "publishdate",
    "publicationdate",
    "publishedat",
    "pubdate",
    "date",
    "created",
    "updated",
    "modified",
    "datemodified",
    "lastmodified",
)
# A page's own data is written by its system, and now and then tells of another edition.
SURENESS = {
    DateOrigin.FRONT_MATTER: 0.95,
    DateOrigin.DUMP_HEAD: 0.9,
    DateOrigin.PAGE: 0.9,
    DateOrigin.HEADER: 0.9,
    DateOrigin.RECORD: 0.9,
    DateOrigin.GUESS: 0.4,
}

LONGEST_TITLE = 160
_WORD = re.compile(r"[^\W\d_]+")
_ISO = re.compile(
    r"""
    (?P<day> \d{4} - \d{2} - \d{2} )
    (?: [T\s]+ (?P<time> \d{2} : \d{2} (?: : \d{2} )? ) (?: [.,] \d+ )?
        \s* (?: Z | UTC | [+-] \d{2} :? \d{2} )? )?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment and the offsets of the words it was read from."""

    moment: Moment
    start: int
    end: int
    origin: DateOrigin
    confidence: float

    def published(self, source: str) -> Published:
        """The record of it, once the source has its id."""
        span = Span(source=source, start=self.start, end=self.end)
        return Published(
            moment=self.moment, span=span, origin=self.origin, confidence=self.confidence
        )


def find_date(head: Head, datelines: Sequence[Dateline]) -> Dated | None:
    """When the document was published: by its head, else by its datelines in their order.

    A page without dates of its own leaves guesses; a dateline knows better.
    """
    by_head, by_line = _date_of_head(head), _date_of_lines(datelines)
    if head.origin is DateOrigin.GUESS:
        return by_line or by_head
    return by_head or by_line


def _date_of_head(head: Head) -> Dated | None:
    for field in (head.fields[key] for key in DATE_KEYS if key in head.fields):
        moment = parse_date(field.value)
        if moment is not None:
            return Dated(moment, field.start, field.end, head.origin, SURENESS[head.origin])
    return None


def _date_of_lines(datelines: Sequence[Dateline]) -> Dated | None:
    for line in datelines:
        if line.moment is not None:
            span = (line.moment_start, line.moment_end)
            return Dated(line.moment, *span, DateOrigin.DATELINE, line.confidence)
    return None


def parse_date(text: str) -> Moment | None:
    """A moment from a head's value: ISO 8601, or a date as people write it."""
    iso = _ISO.fullmatch(text.strip())
    if iso:
        return _parse_iso(text, iso)
    readings = (reading.value for reading in find_moments(text))
    return next((m for m in readings if m.first is not None and not m.relative), None)


def _parse_iso(text: str, match: re.Match[str]) -> Moment | None:
    """Midnight to the second is how a machine writes a day without a time."""
    time = match["time"] or "00:00:00"
    try:
        first = datetime.fromisoformat(f"{match['day']}T{time}")
    except ValueError:
        return None
    whole_day = time.replace(":", "").strip("0") == ""
    length = timedelta(days=1) if whole_day else timedelta(minutes=1)
    first = first.replace(second=0)
    return Moment(
        text=text,
        first=first,
        last=first + length if first.year < 9999 else None,
        grain=Grain.DAY if whole_day else Grain.MINUTE,
        year=first.year,
        month=first.month,
        day=first.day,
    )


def find_title(lines: Sequence[Line], marks: Sequence[Mark], given: str) -> list[int]:
    """Indices of the lines that hold the headline; it may stand there twice.

    `given` is the title of the head; without it, or where it stands nowhere, the
    headline is the first short line before the first sentence that has no stop, or
    opens the page with a question.
    """
    top = _before_prose(marks)
    title = fold(given)
    same = [i for i in top if title and _is_title(lines[i], title)]
    if same:
        return same
    first = next((i for i in top if _may_be_title(lines[i], marks[i])), None)
    if first is None:
        return []
    title = fold(lines[first].text)
    return [i for i in top if i >= first and fold(lines[i].text) == title]


def _before_prose(marks: Sequence[Mark]) -> range:
    """Lines down to the first sentence, which may be a headline with a stop itself."""
    prose = (Mark.SENTENCE, Mark.PROSE)
    first = next((i for i, mark in enumerate(marks) if mark in prose), len(marks) - 1)
    return range(first + 1) if len(marks) > 1 else range(0)


def _is_title(line: Line, title: str) -> bool:
    """Equal, or cut short: "Council votes to close the…"."""
    text = fold(line.text)
    cut = text.rstrip(" .…")
    return text == title or (text != cut and len(cut) >= 15 and title.startswith(cut))


def _may_be_title(line: Line, mark: Mark) -> bool:
    asks = mark is Mark.SENTENCE and line.text.rstrip(")").endswith("?")
    right_length = len(line.text) <= LONGEST_TITLE and len(_WORD.findall(line.text)) > 1
    return right_length and (mark is Mark.SHORT or asks)


def title_words(line: Line) -> str:
    """The headline itself, without the marks of a Markdown heading."""
    return line.text.strip("#* ")


def read_field(head: Head, *keys: str) -> str:
    """A value of the head under the first of its names that is used."""
    field: Field | None = head.first(*keys)
    return field.value if field else ""
