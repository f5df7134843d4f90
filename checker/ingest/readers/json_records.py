"""JSON and JSON Lines: records with named fields, by default those of ninjs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from checker.errors import DamagedInput, InputError, NoArticle
from checker.ingest.content import Content
from checker.ingest.decode import decode
from checker.ingest.draft import Outcome, Reader
from checker.ingest.records import draft_record, is_article, record_name

# How deep lists of records lie in answers of services: {"response": {"docs": […]}}.
DEEPEST = 4

SUFFIXES = frozenset({".json", ".jsonl", ".ndjson", ".ninjs"})


def _read(content: Content) -> Iterator[Outcome]:
    text, _ = decode(content.path, content.data)
    text = text.removeprefix("\ufeff")
    try:
        whole = _parse(text)
    except ValueError as error:
        if "\n" not in text.strip():
            raise DamagedInput(content.path, f"is no JSON: {error}", "save it again") from error
        yield from _read_lines(content, text)
        return
    records = list(_find_articles(whole, content, DEEPEST))
    if not records:
        raise _no_article(content)
    if len(records) == 1:
        yield draft_record(content, READER.name, records[0], "record")
        return
    for number, record in enumerate(records, 1):
        yield from _draft(content, record, number, f"record {number}")


def _read_lines(content: Content, text: str) -> Iterator[Outcome]:
    """Every line a record; one that is broken is named, and the others are read."""
    broken: list[InputError] = []
    found = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = _parse(line)
        except ValueError as error:
            reason = f"line {number} is no JSON: {error}"
            broken.append(DamagedInput(content.path, reason, "mend or remove the line"))
            continue
        if is_article(record, content):
            found += 1
            yield from _draft(content, record, number, f"line {number}")
    if not found and not broken:
        raise _no_article(content)
    if not found:
        raise broken[0]
    yield from broken[:1]


def _parse(text: str) -> Any:
    """The value of a text; too deep or too long numbers are broken JSON too."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _draft(
    content: Content, record: Mapping[str, Any], number: int, where: str
) -> Iterator[Outcome]:
    """The document of one of several records, counted against the budget."""
    name = record_name(record, number, content)
    yield from content.part(name, lambda inner: draft_record(inner, READER.name, record, where))


def _find_articles(value: Any, content: Content, depth: int) -> Iterator[Mapping[str, Any]]:
    """The outermost records with a text, down to a depth."""
    if is_article(value, content):
        yield value
    elif depth:
        inner = value.values() if isinstance(value, Mapping) else value
        for each in inner if isinstance(value, list | Mapping) else ():
            if isinstance(each, list | Mapping):
                yield from _find_articles(each, content, depth - 1)


def _no_article(content: Content) -> NoArticle:
    wanted = ", ".join(content.options.fields.text[:4])
    return NoArticle(
        content.path,
        f"no record with a text in it (looked for {wanted} …)",
        "name the field of the text in the settings: ingest.fields.text",
    )


READER = Reader(
    name="json",
    suffixes=SUFFIXES,
    sniff=lambda content: content.start.startswith((b"{", b"[{", b"[\n")),
    read=_read,
    sure=False,
)
