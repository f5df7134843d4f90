"""The report as versioned JSON, for machines; its schema comes from these models."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from pydantic import Field

from checker.model.discrepancy import Discrepancy
from checker.model.draft import Draft
from checker.model.record import Record
from checker.model.report import SCHEMA_VERSION, Agreement, Coverage, Report, RunInfo, Story
from checker.model.source import DateOrigin, Source, Unread
from checker.model.standing import Standing
from checker.render.inert import is_unseen
from checker.render.words import iso_date

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# What JSON allows inside a string although no terminal should meet it.
BEYOND_ASCII = re.compile(r"[^\n -~]")


class PublishedEntry(Record):
    """When a source was written: ISO 8601 at its own precision, and where it was read."""

    iso: str | None
    origin: DateOrigin
    confidence: float


class SourceEntry(Record):
    """A source without its text, of which `digest` is the SHA-256.

    `credits` are the outlets that it names as its own sources.
    """

    id: str
    path: str
    member: str
    format: str
    digest: str
    title: str
    publisher: str
    url: str
    language: str
    published: PublishedEntry
    copy_of: str | None
    origin: str
    credits: tuple[str, ...]


class JsonReport(Record):
    """Where the sources of one story, or of several, disagree."""

    schema_version: str = Field(json_schema_extra={"const": SCHEMA_VERSION})
    run: RunInfo
    sources: tuple[SourceEntry, ...]
    unread: tuple[Unread, ...]
    discrepancies: tuple[Discrepancy, ...]
    agreements: tuple[Agreement, ...]
    coverage: tuple[Coverage, ...]
    stories: tuple[Story, ...]
    new_sources: tuple[str, ...]
    standing: Standing
    draft: Draft | None


def render_json(report: Report) -> bytes:
    """Write the report as indented JSON in UTF-8; unseen characters are escaped."""
    text = project(report).model_dump_json(indent=2) + "\n"
    return BEYOND_ASCII.sub(_escape_unseen, text).encode("utf-8")


def project(report: Report) -> JsonReport:
    """Keep of a report what the JSON output shows."""
    return JsonReport(
        schema_version=SCHEMA_VERSION,
        run=report.run,
        sources=tuple(_enter(source) for source in report.sources),
        unread=report.unread,
        discrepancies=report.discrepancies,
        agreements=report.agreements,
        coverage=report.coverage,
        stories=report.stories,
        new_sources=report.new_sources,
        standing=report.standing,
        draft=report.draft,
    )


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the output, as `report.schema.json` publishes it."""
    return {"$schema": DIALECT, **JsonReport.model_json_schema(mode="serialization")}


def _enter(source: Source) -> SourceEntry:
    return SourceEntry(
        id=source.id,
        path=source.path,
        member=source.member,
        format=source.format,
        digest=hashlib.sha256(source.text.encode("utf-8", errors="replace")).hexdigest(),
        title=source.title,
        publisher=source.publisher,
        url=source.url,
        language=source.language,
        published=PublishedEntry(
            iso=iso_date(source.published.moment),
            origin=source.published.origin,
            confidence=source.published.confidence,
        ),
        copy_of=source.copy_of,
        origin=source.origin,
        credits=tuple(credit.outlet for credit in source.credits),
    )


def _escape_unseen(match: re.Match[str]) -> str:
    character = match.group()
    return json.dumps(character)[1:-1] if is_unseen(character) else character
