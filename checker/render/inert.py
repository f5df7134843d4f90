"""Text of strangers, made harmless: what cannot be seen becomes visible.

Source text can carry terminal escapes, workflow commands, direction overrides
and zero-width characters. Each such character is cut out as a piece of its own
that every format shows by its code ("U+202E"), so nothing is hidden or lost.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby

# Controls, formatting marks, lone surrogates, line and paragraph separators.
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

WHITESPACE = re.compile(r"[ \t\n\r\f\v]+")

# A build log obeys "##[error]" and "##vso[…]" wherever they stand on a line.
LOG_COMMAND = re.compile(r"\#\# (?= \[ | vso\[ )", re.VERBOSE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of harmless text, or, where `title` is set, a chip for unseen characters."""

    text: str
    title: str = ""


Inert = tuple[Piece, ...]


def is_unseen(character: str) -> bool:
    """Say whether a reader would not see this character, or see others displaced by it."""
    return unicodedata.category(character) in UNSEEN


def make_inert(text: str) -> Inert:
    """Cut text into harmless pieces; runs of whitespace become one space."""
    flat = WHITESPACE.sub(" ", text)
    pieces: list[Piece] = []
    for unseen, run in groupby(flat, key=lambda c: c if is_unseen(c) else ""):
        characters = "".join(run)
        pieces.append(make_chip(unseen, len(characters)) if unseen else Piece(characters))
    return tuple(pieces)


def make_chip(character: str, times: int) -> Piece:
    """Name a character, and how often it stands in a row."""
    code = f"U+{ord(character):04X}"
    repeated = f"{code} ×{times}" if times > 1 else code
    return Piece(repeated, unicodedata.name(character, "control character").lower())


def to_line(text: str) -> str:
    """Put text on one line for terminals and logs: no controls, no log commands."""
    return LOG_COMMAND.sub("# #", to_visible(text))


def to_visible(text: str) -> str:
    """Put text on one line, what cannot be seen spelt out between angle brackets."""
    return "".join(f"⟨{p.text}⟩" if p.title else p.text for p in make_inert(text)).strip()


def shorten(text: str, limit: int) -> str:
    """Cut text to `limit` characters, with an ellipsis where something was cut."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
