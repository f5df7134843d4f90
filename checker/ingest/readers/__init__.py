"""Which reader reads what: by content where that leaves no doubt, else by name."""

from __future__ import annotations

from collections.abc import Iterator

from checker.errors import BinaryInput, EmptyInput, InputError
from checker.ingest.content import Content
from checker.ingest.draft import Draft, Outcome, Reader
from checker.ingest.extras import refuse_missing
from checker.ingest.readers import (
    csv_records,
    docx,
    eml,
    feed,
    html,
    json_records,
    markdown,
    mbox,
    mhtml,
    odt,
    pdf,
    plain_text,
    rtf,
    subtitles,
    warc,
    zip_archive,
)

# In the order in which contents are tried: what is inside a container goes before it.
READERS: tuple[Reader, ...] = (
    pdf.READER,
    docx.READER,
    odt.READER,
    zip_archive.READER,
    rtf.READER,
    html.READER,
    feed.READER,
    warc.READER,
    subtitles.READER,
    mbox.READER,
    mhtml.READER,
    eml.READER,
    json_records.READER,
    csv_records.READER,
    markdown.READER,
    plain_text.READER,
)
BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}

# Formats of documents that nothing here reads, and what to do about each.
_EXPORT = "save its text as DOCX, PDF or plain text"
_SHEET = "save the sheet as CSV"
UNREADABLE = {
    ".doc": ("an old Word document", "save it as DOCX"),
    ".epub": ("an e-book", _EXPORT),
    ".key": ("a Keynote presentation", _EXPORT),
    ".msg": ("an Outlook letter", "save it as EML"),
    ".numbers": ("a Numbers sheet", _SHEET),
    ".odp": ("an OpenDocument presentation", _EXPORT),
    ".ods": ("an OpenDocument sheet", _SHEET),
    ".pages": ("a Pages document", _EXPORT),
    ".ppt": ("a PowerPoint presentation", _EXPORT),
    ".pptx": ("a PowerPoint presentation", _EXPORT),
    ".pst": ("an Outlook mailbox", "export it as MBOX"),
    ".wpd": ("a WordPerfect document", _EXPORT),
    ".xls": ("an Excel workbook", _SHEET),
    ".xlsx": ("an Excel workbook", _SHEET),
}
# With this begin Office documents of before 2007, and newer ones under a password.
OLE = b"\xd0\xcf\x11\xe0"
SUFFIXES = BY_SUFFIX.keys() | UNREADABLE.keys()


def read_content(content: Content) -> Iterator[Outcome]:
    """The documents in some bytes, and an InputError for each that cannot be read.

    What lies in an archive or a letter and is no document (a picture) gives nothing.
    """
    if content.depth and content.suffix not in SUFFIXES and not is_surely_known(content):
        return
    try:
        reader = choose_reader(content)
        refuse_missing(content, reader.name, reader.needs)
        for outcome in reader.read(content):
            yield _checked(outcome, content)
    except InputError as error:
        error.member = error.member or content.member
        yield error


def choose_reader(content: Content) -> Reader:
    """The reader for some bytes; without any better they are plain text.

    Raises BinaryInput for documents of a format that nothing here reads.
    """
    if content.data.startswith(OLE):
        remedy = "save it as DOCX, without a password"
        raise BinaryInput(content.path, "an old or an encrypted Office document", remedy)
    known = BY_SUFFIX.get(content.suffix)
    for reader in (known, *READERS):
        if reader is not None and reader.sure and reader.sniff(content):
            return reader
    if known is not None:
        return known
    if content.suffix in UNREADABLE:
        name, remedy = UNREADABLE[content.suffix]
        raise BinaryInput(content.path, f"{name}, which is not read", remedy)
    guesses = (reader for reader in READERS if not reader.sure and reader.sniff(content))
    return next(guesses, plain_text.READER)


def is_surely_known(content: Content) -> bool:
    """Say whether a file with an unknown name is a document, by its first bytes alone.

    Many a program is a ZIP archive under a name of its own.
    """
    told = [reader for reader in READERS if reader.sure]
    if content.suffix:
        told.remove(zip_archive.READER)
    return any(reader.sniff(content) for reader in told)


def _checked(outcome: Outcome, content: Content) -> Outcome:
    """The outcome, unless it has no text."""
    if isinstance(outcome, Draft) and not outcome.text[outcome.head.end :].strip():
        error = EmptyInput(content.path, "no text in it", "remove it, or save its text")
        error.member = outcome.member
        return error
    return outcome
