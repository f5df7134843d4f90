"""What may be set of reading."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from checker.model.record import Record


class StoriesBy(StrEnum):
    """What tells the stories of a run apart; a front matter's `story` goes before the first two."""

    FOLDER = "folder"
    CONTENT = "content"
    ONE = "one"


class FieldNames(Record):
    """The names under which records (JSON, JSON Lines, CSV) keep what a document has.

    Of each list the first name that a record uses counts; case and the signs "_",
    "-" and " " do not. A dot leads into a nested record: "fields.body". The
    defaults are the names of ninjs, of schema.org, and what exports commonly use.
    """

    title: tuple[str, ...] = ("headline", "title", "name")
    text: tuple[str, ...] = (
        "body_text",
        "bodytext",
        "body_html",
        "articlebody",
        "body",
        "text",
        "content",
        "article",
        "maintext",
        "fulltext",
        "description_text",
    )
    published: tuple[str, ...] = (
        "firstpublished",
        "published",
        "datepublished",
        "publisheddate",
        "publishdate",
        "publicationdate",
        "publishedat",
        "pubdate",
        "webpublicationdate",
        "firstcreated",
        "date",
        "created",
        "createdat",
        "timestamp",
        "versioncreated",
    )
    modified: tuple[str, ...] = ("contentmodified", "datemodified", "modified", "updated")
    publisher: tuple[str, ...] = (
        "publisher",
        "publisher.name",
        "sitename",
        "outlet",
        "newspaper",
        "infosource",
        "source",
        "source.name",
        "copyrightholder",
    )
    author: tuple[str, ...] = ("byline", "by", "author", "author.name", "authors", "creator")
    url: tuple[str, ...] = ("url", "link", "canonical", "canonicalurl", "weburl")
    language: tuple[str, ...] = ("language", "lang", "inlanguage", "locale")
    id: tuple[str, ...] = ("uri", "guid", "id", "_id", "articleid")


class IngestOptions(Record):
    """Options of reading.

    `max_bytes` is the largest file read, `max_unpacked` the most that an archive, a
    mailbox or an office document may hold when unpacked, `max_text` the memory that all
    texts of a run may take, each in bytes; `max_documents` is the most documents of
    one run. `stories` says how documents are told to report one story. `languages`
    are those that are checked; documents in others are reported as not checked.
    """

    max_bytes: int = Field(default=25_000_000, gt=0)
    max_unpacked: int = Field(default=100_000_000, gt=0)
    max_text: int = Field(default=300_000_000, gt=0)
    max_documents: int = Field(default=20_000, gt=0)
    stories: StoriesBy = StoriesBy.FOLDER
    languages: tuple[str, ...] = ("en",)
    fields: FieldNames = FieldNames()
