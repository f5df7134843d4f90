"""Rich Text: the words by striprtf, title and day from the block of information.

Deleted words that nobody accepted yet stand below the text, and are no part of it;
comments are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.ingest.content import Content
from checker.ingest.draft import Draft, Reader
from checker.ingest.guard import guard
from checker.ingest.sheet import Sheet
from checker.model.source import DateOrigin, RegionKind

_TITLE = re.compile(r"\\title ([^{}\\]{1,300})")
_AUTHOR = re.compile(r"\\author ([^{}\\]{1,200})")
_MOMENT = r"\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})(?:\\hr(\d{1,2}))?(?:\\min(\d{1,2}))?"
_MOMENTS = (
    ("file created", re.compile(rf"\\creatim{_MOMENT}")),
    ("file saved", re.compile(rf"\\revtim{_MOMENT}")),
)
# The innermost group of a run that is marked as deleted.
_DELETED = re.compile(r"\{[^{}]{0,500}\\deleted\b(?!0)[^{}]{0,5000}\}")
# The block of information stands at the top, below tables of fonts and colours.
HEAD = 200_000


def _read(content: Content) -> Iterator[Draft]:
    source = content.data.decode("cp1252", "replace")
    with guard(content, "an RTF document"):
        text = _plain(_DELETED.sub("", source))
        deleted = [_plain(f"{{\\rtf1 {match[0]}}}") for match in _DELETED.finditer(source)]
    sheet = Sheet("rtf", DateOrigin.NONE, "", content.member)
    _put_information(sheet, source[:HEAD])
    lines = (line for line in text.split("\n") if line.strip())
    for number, line in enumerate(lines, 1):
        sheet.write(line, f"paragraph {number}")
    for number, words in enumerate(filter(str.strip, deleted), 1):
        sheet.write(f"deleted: {words}", f"deletion {number}", RegionKind.METADATA)
    yield sheet.draft()


def _plain(source: str) -> str:
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415

    return str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]


def _put_information(sheet: Sheet, head: str) -> None:
    for key, pattern in (("title", _TITLE), ("author", _AUTHOR)):
        match = pattern.search(head)
        sheet.put(key, match[1] if match else None)
    for key, pattern in _MOMENTS:
        match = pattern.search(head)
        if match:
            year, month, day, hour, minute = (int(part or 0) for part in match.groups())
            sheet.put(key, f"{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")


READER = Reader(
    name="rtf",
    suffixes=frozenset({".rtf"}),
    sniff=lambda content: content.start.startswith(b"{\\rtf"),
    read=_read,
    needs=("striprtf",),
)
