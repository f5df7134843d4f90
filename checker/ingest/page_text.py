"""The bytes of a page → its characters, as browsers go about it.

A byte order mark goes first, then what the server said, then what the page says of
itself, then a guess. Pages mix encodings: what does not fit becomes a sign of
replacement, for a page with one bad byte is still to be read.
"""

from __future__ import annotations

import re

from checker.errors import InputError
from checker.ingest.content import SNIFFED, Content
from checker.ingest.decode import MARKS, decode
from checker.lexicon import load

_TABLE = load("pages")["encodings"]
# Characters that do not fit may be so many of all; beyond that the encoding is another.
MOST_BROKEN = 0.001
_KNOWN = frozenset(_TABLE["known"])
_WESTERN = frozenset(_TABLE["western"])
_META = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w:.-]{2,40})", re.I)


def decode_page(content: Content) -> tuple[str, str]:
    """The text of a page and the name of its encoding."""
    data = content.data
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace"), "utf-8"
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    declared = known_encoding(content.charset) or _declared(data)
    for encoding in _candidates(declared):
        if _fits(data, encoding):
            return data.decode(encoding), encoding
    text = data.decode(declared or "utf-8", "replace")
    if text.count("\ufffd") <= MOST_BROKEN * len(text):
        return text, declared or "utf-8"
    try:
        return decode(content.path, data)
    except InputError:
        return text, declared or "utf-8"


def known_encoding(label: str) -> str | None:
    """The name of an encoding under which Python knows a label; only those of pages."""
    name = label.strip("\"' ").lower()
    if name in _WESTERN:
        return "cp1252"
    return name if name in _KNOWN else None


def _declared(data: bytes) -> str | None:
    match = _META.search(data[:SNIFFED])
    name = known_encoding(match[1].decode("ascii", "replace")) if match else None
    # A declaration that could be read byte by byte is not in a wide encoding.
    return "utf-8" if name is not None and name.startswith("utf-16") else name


def _candidates(declared: str | None) -> list[str]:
    """UTF-8 before what is declared: no other text passes for it by chance.

    But the escapes of ISO-2022 are plain ASCII, and would.
    """
    named = [declared] if declared else []
    return [*named, "utf-8"] if named and named[0].startswith("iso-2022") else ["utf-8", *named]


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True
