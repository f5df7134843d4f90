"""Markdown: a YAML head of `key: value` lines between two lines of `---`.

Only what the heads of articles hold is read: plain and quoted values, which may
run over indented lines. Lists, block texts and nested tables are passed over as
one value. Every value keeps its exact place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from checker.errors import FrontMatterError
from checker.ingest.content import Content
from checker.ingest.decode import decode
from checker.ingest.draft import Draft, Reader
from checker.ingest.head import Field, Head
from checker.ingest.lines import Line, find_lines
from checker.ingest.readers import plain_text
from checker.model.source import DateOrigin

_KEY = re.compile(r"(?P<key> [A-Za-z_] [\w .-]{0,60} ) :(?=\s|$)", re.VERBOSE)
_NO_KEY = re.compile(r"[ _.-]+")
_COMMENT = re.compile(r"(?:^|\s)\#.*", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": ""}
_FENCES = frozenset({"---", "..."})
CLOSERS = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A key, the line it stands on, and the raw stretch of its value."""

    key: str
    line: int
    start: int
    end: int


def read_head(path: Path, text: str) -> Head:
    """The fields of the front matter; without any, the head of a plain text.

    Raises FrontMatterError that names the line and what mends it.
    """
    if not _opens(text):
        return plain_text.read_head(path, text)
    lines = list(_head_lines(text))
    if not lines or lines[-1].raw.rstrip() not in _FENCES:
        raise _broken(path, 1, "the front matter is never closed", 'put "---" on a line after it')
    fields: dict[str, Field] = {}
    for entry in _entries(path, lines[:-1]):
        if entry.key in fields:
            raise _broken(path, entry.line, f"{entry.key!r} is given twice", "keep one of the two")
        fields[entry.key] = _field(path, text, entry)
    given = {key: field for key, field in fields.items() if field.value}
    return Head(fields=given, end=lines[-1].next, origin=DateOrigin.FRONT_MATTER)


def _opens(text: str) -> bool:
    """A rule across the page opens a document too: a head goes on with a key."""
    first = next(find_lines(text), None)
    if first is None or first.raw.strip("\ufeff").rstrip() != "---":
        return False
    below = find_lines(text, first.next)
    following = next((line for line in below if line.text and line.text[0] != "#"), None)
    return following is not None and (
        following.raw.rstrip() in _FENCES or _KEY.match(following.text) is not None
    )


def _head_lines(text: str) -> Iterator[Line]:
    """The lines below the opening rule, down to the closing one."""
    for line in islice(find_lines(text), 1, None):
        yield line
        if line.raw.rstrip() in _FENCES:
            return


def _entries(path: Path, lines: Iterable[Line]) -> Iterator[Entry]:
    """Keys with their values; indented lines and list lines belong to the key above."""
    entry: Entry | None = None
    for number, line in enumerate(lines, 2):
        if line.raw.startswith("\t"):
            raise _broken(path, number, "a tab begins the line", "indent with spaces")
        if not line.text or line.text.startswith("#"):
            continue
        if line.raw.startswith((" ", "- ")) or line.text == "-":
            if entry is None:
                raise _broken(
                    path, number, "an indented line has no key above", "remove the indent"
                )
            entry = Entry(entry.key, entry.line, entry.start, line.end)
            continue
        if entry is not None:
            yield entry
        entry = _entry(path, number, line)
    if entry is not None:
        yield entry


def _entry(path: Path, number: int, line: Line) -> Entry:
    match = _KEY.match(line.raw)
    if match is None:
        reason = f"{_short(line.text)} is not of the form 'key: value'"
        raise _broken(
            path, number, reason, 'write "key: value", or close the head with "---" above'
        )
    return Entry(_NO_KEY.sub("", match["key"]).lower(), number, line.start + match.end(), line.end)


def _field(path: Path, text: str, entry: Entry) -> Field:
    raw = text[entry.start : entry.end]
    start = entry.start + len(raw) - len(raw.lstrip())
    value = text[start : entry.end]
    if value[:1] in ('"', "'"):
        return _quoted(path, text, entry, start)
    if value[:1] in CLOSERS:
        if not _COMMENT.sub("", value).rstrip().endswith(CLOSERS[value[0]]):
            reason = f"the {value[0]!r} of {entry.key!r} is never closed"
            raise _broken(path, entry.line, reason, f"close it with {CLOSERS[value[0]]!r}")
    elif value[:1] not in ("|", ">", "-"):
        value = _COMMENT.sub("", value)
    value = value.rstrip()
    return Field(entry.key, " ".join(value.split()), start, start + len(value))


def _quoted(path: Path, text: str, entry: Entry, start: int) -> Field:
    """A value in quotes, with the escapes of YAML; after it only a comment may stand."""
    mark = text[start]
    end = _closing(text, mark, start + 1, entry.end)
    if end is None:
        reason = f"the quotation mark before {_short(text[start + 1 : entry.end])} is never closed"
        raise _broken(path, entry.line, reason, f"close it with {mark}")
    rest = text[end + 1 : entry.end]
    if _COMMENT.sub("", rest).strip():
        reason = f"{_short(rest.strip())} follows the closing quotation mark"
        remedy = 'write a quotation mark inside the value as \\"' if mark == '"' else "double it"
        raise _broken(path, entry.line, reason, remedy)
    return Field(entry.key, _unquote(text[start + 1 : end], mark), start + 1, end)


def _closing(text: str, mark: str, start: int, end: int) -> int | None:
    """Where the closing mark stands: one that is neither escaped nor doubled."""
    place = start
    while place < end:
        escapes = text[place] == "\\" if mark == '"' else text.startswith("''", place)
        if text[place] == mark and not escapes:
            return place
        place += 2 if escapes else 1
    return None


def _unquote(raw: str, mark: str) -> str:
    if mark == "'":
        plain = raw.replace("''", "'")
    else:
        plain = _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[1]), raw)
    return " ".join(plain.split())


def _short(words: str) -> str:
    """A line's words for a message, on one line."""
    one_line = " ".join(words.split())
    return repr(one_line if len(one_line) <= 40 else f"{one_line[:39]}…")


def _broken(path: Path, line: int, reason: str, remedy: str) -> FrontMatterError:
    return FrontMatterError(path, f"front matter, line {line}: {reason}", remedy)


def _read(content: Content) -> Iterator[Draft]:
    text, encoding = decode(content.path, content.data)
    yield Draft(text, read_head(content.path, text), READER.name, encoding, content.member)


READER = Reader(
    name="markdown",
    suffixes=frozenset({".md", ".markdown"}),
    sniff=lambda content: content.start.startswith(b"---\n"),
    read=_read,
    sure=False,
)
