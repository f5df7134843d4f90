"""Mailboxes (MBOX): letters one below the other, each begun by a line "From …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.errors import DamagedInput
from checker.ingest.content import Content
from checker.ingest.draft import Outcome, Reader

_BEGINS = re.compile(rb"^From [^\r\n]{3,200}\r?\n(?=[A-Za-z-]{2,60}:)", re.MULTILINE)
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def _read(content: Content) -> Iterator[Outcome]:
    begins = list(_BEGINS.finditer(content.data))
    if not begins:
        reason = 'no letters in it: none begins with a line "From …"'
        raise DamagedInput(content.path, reason, "export the mailbox again")
    ends = [match.start() for match in begins[1:]] + [len(content.data)]
    for number, (match, end) in enumerate(zip(begins, ends, strict=True), 1):
        letter = _ESCAPED.sub(rb"\1", content.data[match.end() : end])
        yield from content.inside(f"letter {number}", letter, name="letter.eml")


READER = Reader(
    name="mbox",
    suffixes=frozenset({".mbox", ".mbx"}),
    sniff=lambda content: _BEGINS.match(content.data[:4_096]) is not None,
    read=_read,
    sure=False,
)
