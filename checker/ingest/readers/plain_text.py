"""Plain text: no head, unless a dump wrote its date before the first words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from checker.ingest.content import Content
from checker.ingest.decode import decode
from checker.ingest.draft import Draft, Reader
from checker.ingest.head import NO_HEAD, Field, Head
from checker.model.source import DateOrigin

# "date 2019-03-04 The council met …": a scraper's field, then the text on one line.
_DUMP_HEAD = re.compile(
    r"""
    [\ufeff\s]{0,20}
    (?: date | published | pubdate | timestamp ) \s{0,3} [:=]? \s{0,3}
    (?P<date> \d{4} [-/.] \d{1,2} [-/.] \d{1,2}
              (?: [T ] \d{2} : \d{2} (?: : \d{2} )? (?: Z | [+-]\d{2}:?\d{2} )? )? )
    (?= \s | $ )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_head(path: Path, text: str) -> Head:  # noqa: ARG001
    """The dump's date, if there is one."""
    match = _DUMP_HEAD.match(text)
    if match is None:
        return NO_HEAD
    date = Field("date", match["date"], *match.span("date"))
    return Head(fields={"date": date}, end=match.end(), origin=DateOrigin.DUMP_HEAD)


def _read(content: Content) -> Iterator[Draft]:
    text, encoding = decode(content.path, content.data)
    yield Draft(text, read_head(content.path, text), READER.name, encoding, content.member)


READER = Reader(
    name="plain-text",
    suffixes=frozenset({".txt", ".text"}),
    sniff=lambda content: False,  # noqa: ARG005 - whatever nobody else knows
    read=_read,
    sure=False,
)
