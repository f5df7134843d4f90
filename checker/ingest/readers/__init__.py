"""Which reader reads what: by content where that leaves no doubt, else by name."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from checker.errors import BinaryInput, EmptyInput, InputError, MissingExtra
from checker.ingest.content import Content
from checker.ingest.draft import Draft, Outcome, Reader
from checker.ingest.readers import html, markdown, plain_text

READERS: tuple[Reader, ...] = (
    html.READER,
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
SUFFIXES = BY_SUFFIX.keys() | UNREADABLE.keys()


def read_content(content: Content) -> Iterator[Outcome]:
    """The documents in some bytes, and an InputError for each that cannot be read."""
    try:
        reader = choose_reader(content)
        _refuse_missing(reader, content)
        for outcome in reader.read(content):
            yield _checked(outcome, content)
    except InputError as error:
        error.member = error.member or content.member
        yield error


def choose_reader(content: Content) -> Reader:
    """The reader for some bytes; without any better they are plain text.

    Raises BinaryInput for documents of a format that nothing here reads.
    """
    known = BY_SUFFIX.get(content.suffix)
    for reader in READERS:
        if reader.sure and reader is not known and reader.sniff(content):
            return reader
    if known is not None:
        return known
    if content.suffix in UNREADABLE:
        name, remedy = UNREADABLE[content.suffix]
        raise BinaryInput(content.path, f"{name}, which is not read", remedy)
    guesses = (reader for reader in READERS if not reader.sure and reader.sniff(content))
    return next(guesses, plain_text.READER)


def is_surely_known(content: Content) -> bool:
    """Say whether a file with an unknown name is a document, by its first bytes alone."""
    return any(reader.sure and reader.sniff(content) for reader in READERS)


def _refuse_missing(reader: Reader, content: Content) -> None:
    missing = [module for module in reader.needs if find_spec(module) is None]
    if missing:
        reason = f"reading {reader.name} needs {', '.join(missing)}"
        raise MissingExtra(content.path, reason, "pip install 'claim-crosscheck[formats]'")


def _checked(outcome: Outcome, content: Content) -> Outcome:
    """The outcome, unless it has no text."""
    if isinstance(outcome, Draft) and not outcome.text[outcome.head.end :].strip():
        error = EmptyInput(content.path, "no text in it", "remove it, or save its text")
        error.member = outcome.member
        return error
    return outcome
