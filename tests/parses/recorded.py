"""Recorded parses: what the language model made of the sentences in our tables.

One file a table, one sentence a line, so that tests of extraction need no model and
do not change with its mood. After a new sentence: `python -m tests.parses.remake`.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from checker.extract.passage import Passage, find_stretches
from checker.extract.reader import read_passages
from checker.model.source import Published, Region, RegionKind, Source
from tests.rules.claims import day_of

FOLDER = Path(__file__).parent
TESTS = FOLDER.parent
REMAKE = "python -m tests.parses.remake"


class RecordedParser:
    """Stands in for the language model: gives back the parses of one table."""

    def __init__(self, table: str) -> None:
        self.path = FOLDER / f"{table}.json"
        self.parses: dict[str, Any] = json.loads(self.path.read_text(encoding="utf-8"))

    def __call__(self, text: str) -> Doc:
        if text not in self.parses:
            raise LookupError(f"{self.path.name} has no parse of {text!r}: {REMAKE}")
        return Doc(blank().vocab).from_json(self.parses[text])

    def pipe(
        self, pairs: Iterable[tuple[str, Any]], as_tuples: bool, batch_size: int
    ) -> Iterator[tuple[Doc, Any]]:
        assert as_tuples
        assert batch_size
        return ((self(text), context) for text, context in pairs)


@cache
def blank() -> Language:
    return spacy.blank("en")


@cache
def recorded(table: str) -> RecordedParser:
    return RecordedParser(table)


def tables() -> dict[str, Path]:
    """The tables whose rows have a text to be parsed, by name."""
    paths = [path for room in ("patterns", "extract") for path in (TESTS / room).glob("*.toml")]
    return {path.stem: path for path in sorted(paths)}


def rows_of(table: str) -> list[dict[str, Any]]:
    return tomllib.loads(tables()[table].read_text(encoding="utf-8"))["case"]


def source_of(row: dict[str, Any]) -> Source:
    """A row's text as a document without furniture, dated where the row is."""
    text = row["text"]
    moment = day_of(row["published"]) if "published" in row else None
    body = Region(kind=RegionKind.BODY, start=0, end=len(text))
    return Source(
        id="a", path="a.txt", text=text, regions=(body,), published=Published(moment=moment)
    )


def plain_texts(table: str) -> list[str]:
    """What the parser is given of a table: every paragraph once, in order."""
    stretches = (s for row in rows_of(table) for s in find_stretches(source_of(row)))
    return list(dict.fromkeys(stretch.plain for stretch in stretches))


def passages_of(table: str, row: dict[str, Any]) -> list[Passage]:
    return list(read_passages([source_of(row)], recorded(table)))
