"""The lines of a text, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


@dataclass(frozen=True)
class Line:
    """A line without its end; the next one begins at `next`."""

    raw: str
    start: int
    next: int

    @property
    def end(self) -> int:
        """Where the line's own characters end."""
        return self.start + len(self.raw)

    @cached_property
    def text(self) -> str:
        """The line without blanks around it."""
        return self.raw.strip("\ufeff \t\u00a0\x0b\f\u200b")


def split_lines(text: str, start: int = 0) -> list[Line]:
    """The lines of `text` from `start` on; together they hold every character."""
    lines = []
    while start < len(text):
        match = _LINE.match(text, start)
        if match is None:
            break
        lines.append(Line(match[0].rstrip("\r\n"), match.start(), match.end()))
        start = match.end()
    return lines
