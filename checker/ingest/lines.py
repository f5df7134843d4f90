"""The lines of a text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_FILLED = re.compile(r"[^\ufeff \t\u00a0\x0b\f\u200b\r\n]")
_BLANKS = "\ufeff \t\u00a0\x0b\f\u200b"


@dataclass(frozen=True, slots=True)
class Line:
    """A line from `start`, without its end; `text` is `raw` without blanks around it.

    The next one begins at `next`.
    """

    raw: str
    text: str
    start: int
    next: int

    @property
    def end(self) -> int:
        """Where the line's own characters end."""
        return self.start + len(self.raw)

    @property
    def text_start(self) -> int:
        """Where the first character that is not blank stands."""
        return self.start + len(self.raw) - len(self.raw.lstrip(f"{_BLANKS}\r\n"))


def find_lines(text: str, start: int = 0) -> Iterator[Line]:
    """Every line of `text` from `start` on, blank ones too."""
    while start < len(text):
        match = _LINE.match(text, start)
        if match is None:
            return
        yield Line(match[1], match[1].strip(_BLANKS), match.start(), match.end())
        start = match.end()


def find_filled_lines(text: str, start: int = 0) -> Iterator[Line]:
    """The lines with something on them; each reaches over the blank ones below it.

    The first begins at `start`, so that together they hold every character.
    """
    sign = _FILLED.search(text, start)
    while sign is not None:
        match = _LINE.match(text, sign.start())
        if match is None:
            return
        sign = _FILLED.search(text, match.end())
        begins = len(text) if sign is None else _line_start(text, match.end(), sign.start())
        yield Line(text[start : match.end(1)], match[1].rstrip(_BLANKS), start, begins)
        start = begins


def _line_start(text: str, start: int, sign: int) -> int:
    """Where the line of a sign begins, not before `start`."""
    return max(text.rfind("\n", start, sign), text.rfind("\r", start, sign), start - 1) + 1
