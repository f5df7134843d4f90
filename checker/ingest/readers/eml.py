"""Letters (EML): sender, day and subject; quoted letters and signatures kept apart.

A letter in plain text is read as it is, one in HTML alone by its paragraphs. What is
attached is read as a document of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from checker.ingest.content import Content
from checker.ingest.draft import Outcome, Reader
from checker.ingest.guard import guard
from checker.ingest.markup import html_paragraphs
from checker.ingest.page_text import known_encoding
from checker.ingest.sheet import Sheet
from checker.lexicon import load
from checker.model.source import DateOrigin, RegionKind
from checker.values.phrases import alternatives

# Parts of one letter that are looked at.
MOST_PARTS = 200
FEWEST_HEADERS = 2
LETTER = "message/rfc822"

_HEADER = re.compile(
    rb"^(?:from|to|cc|subject|date|message-id|received|mime-version|return-path|delivered-to"
    rb"|content-type|reply-to|x-[\w-]{1,40}): ?",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_QUOTED = re.compile(r"(?:>|\|)")
_SIGNATURE = "-- "
_OLDER = re.compile(
    rf"^[-_ ]{{0,20}}{alternatives(load('layout')['letters']['above_older'])}:?[-_ ]{{0,20}}$",
    re.MULTILINE,
)


def _sniff(content: Content) -> bool:
    start = content.start.replace(b"\r", b"").partition(b"\n\n")[0]
    first = start.partition(b"\n")[0]
    return _HEADER.match(first) is not None and len(_HEADER.findall(start)) > FEWEST_HEADERS


def _read(content: Content) -> Iterator[Outcome]:
    with guard(content, "a letter"):
        letter = message_from_bytes(content.data.lstrip())
        parts = [part for part, _ in zip(_parts(letter), range(MOST_PARTS), strict=False)]
        sheet = Sheet("eml", DateOrigin.HEADER, "", content.member)
        _put_headers(sheet, letter)
        attached = list(_attachments(parts))
    _write_text(content, sheet, parts)
    yield sheet.draft()
    for name, data in attached:
        yield from content.inside(name, data)


def _parts(letter: Message) -> Iterator[Message]:
    """The parts of a letter, in order; those of a letter sent along with it are its own."""
    waiting = [letter]
    while waiting:
        part = waiting.pop()
        yield part
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list) and part.get_content_type() != LETTER:
            waiting.extend(each for each in reversed(inner) if isinstance(each, Message))


def _put_headers(sheet: Sheet, letter: Message) -> None:
    name, address = parseaddr(_header(letter, "From"))
    sheet.put("title", _header(letter, "Subject"))
    sheet.put("published", _moment(_header(letter, "Date")))
    sheet.put("author", name or address)
    sheet.put("publisher", name or address)
    sheet.put("from", address)


def _header(letter: Message, name: str) -> str:
    """A header in plain characters; encodings that do not hold are read as they come."""
    given = str(letter.get(name) or "")
    try:
        return "".join(_decoded(part, charset) for part, charset in decode_header(given))
    except (ValueError, LookupError):
        return given


def _decoded(part: bytes | str, charset: str | None) -> str:
    if isinstance(part, str):
        return part
    return part.decode(known_encoding(charset or "") or "utf-8", "replace")


def _moment(date: str) -> str:
    try:
        return parsedate_to_datetime(date).strftime("%Y-%m-%d %H:%M")
    except (ValueError, TypeError, IndexError, OverflowError):
        return date


def _is_attached(part: Message) -> bool:
    return (
        part.get_content_type() == LETTER
        or part.get_content_disposition() == "attachment"
        or bool(part.get_filename())
    )


def _write_text(content: Content, sheet: Sheet, parts: list[Message]) -> None:
    shown = [part for part in parts if not part.is_multipart() and not _is_attached(part)]
    plain = [part for part in shown if part.get_content_type() == "text/plain"]
    pages = [part for part in shown if part.get_content_type() == "text/html"]
    if plain:
        text = "\n\n".join(_text(part) for part in plain).replace("\r\n", "\n")
        _write_plain(sheet, text)
        return
    number = 0
    for page in pages:
        for number, words in enumerate(html_paragraphs(content, _text(page)), number + 1):  # noqa: B020
            sheet.write(words, f"paragraph {number}")


def _text(part: Message) -> str:
    data = part.get_payload(decode=True)
    encoding = known_encoding(str(part.get_content_charset() or ""))
    return data.decode(encoding or "utf-8", "replace") if isinstance(data, bytes) else ""


def _write_plain(sheet: Sheet, text: str) -> None:
    """Write paragraphs; what another letter said, and the signature, is no part of this one."""
    text, older = _cut_older(text)
    text, _, signature = text.partition(f"\n{_SIGNATURE}\n")
    for number, paragraph in enumerate(_PARAGRAPH.split(text), 1):
        place = f"paragraph {number}"
        for quoted, lines in _runs(paragraph.split("\n")):
            sheet.write("\n".join(lines), place, RegionKind.BOILERPLATE if quoted else None)
    sheet.write(signature, "signature", RegionKind.BOILERPLATE)
    sheet.write(older, "older letter", RegionKind.BOILERPLATE)


def _cut_older(text: str) -> tuple[str, str]:
    """The letter, and the one below it that it answers or sends on."""
    older = _OLDER.search(text)
    return (text[: older.start()], text[older.start() :]) if older else (text, "")


def _runs(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """Lines in runs of quoted and own ones."""
    run: list[str] = []
    quoted = False
    for line in lines:
        if bool(_QUOTED.match(line)) is not quoted and run:
            yield quoted, run
            run = []
        quoted = bool(_QUOTED.match(line))
        run.append(line)
    yield quoted, run


def _attachments(parts: list[Message]) -> Iterator[tuple[str, bytes]]:
    attached = [part for part in parts if _is_attached(part)]
    for number, part in enumerate(attached, 1):
        if part.get_content_type() == LETTER and part.is_multipart():
            inner = part.get_payload(0)
            if isinstance(inner, Message):
                yield f"letter {number}.eml", inner.as_bytes()
            continue
        data = part.get_payload(decode=True)
        if isinstance(data, bytes):
            yield part.get_filename() or f"attachment {number}", data


READER = Reader(name="eml", suffixes=frozenset({".eml"}), sniff=_sniff, read=_read, sure=False)
