"""CSV: a table whose columns are named in its first row, one of them the text."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from checker.errors import DamagedInput, NoArticle
from checker.ingest.content import Content
from checker.ingest.decode import decode
from checker.ingest.draft import Outcome, Reader
from checker.ingest.records import draft_record, is_article, record_name

DELIMITERS = ",;\t|"
LONGEST_NAMED = 120


def _read(content: Content) -> Iterator[Outcome]:
    text, _ = decode(content.path, content.data)
    text = text.removeprefix("\ufeff")
    # By itself the module refuses a field of an article's length.
    csv.field_size_limit(max(csv.field_size_limit(), content.options.max_bytes))
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=lambda sign: (first.count(sign), -DELIMITERS.index(sign)))
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    found = False
    try:
        names = [name.strip() for name in next(rows, [])]
        for number, row in enumerate(rows, 2):
            record = dict(zip(names, row, strict=False))
            if is_article(record, content):
                found = True
                yield from _draft(content, record, number)
    except csv.Error as error:
        reason = f"line {rows.line_num} is no CSV: {error}"
        raise DamagedInput(content.path, reason, "save the sheet as CSV again") from error
    if not found:
        shown = ", ".join(names)[:LONGEST_NAMED]
        raise NoArticle(
            content.path,
            f"no column of texts among {shown}",
            "name the column in the settings: ingest.fields.text",
        )


def _draft(content: Content, record: dict[str, str], number: int) -> Iterator[Outcome]:
    name = record_name(record, number, content).replace("record", "row")
    yield from content.part(
        name, lambda inner: draft_record(inner, READER.name, record, f"row {number}")
    )


READER = Reader(
    name="csv",
    suffixes=frozenset({".csv", ".tsv"}),
    sniff=lambda content: False,  # noqa: ARG005 - prose has commas too
    read=_read,
    sure=False,
)
