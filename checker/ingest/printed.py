"""Lines of printed pages → paragraphs: hyphens at line ends, running heads, page turns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from checker.lexicon import load

_TABLE = load("layout")["hyphen"]
_AFTER = frozenset(_TABLE["after"])
_BEFORE = frozenset(_TABLE["before"])

# Lines at the edges of a page among which its running head and foot are looked for.
EDGE_LINES = 3
# A head stands on so many pages at least, and on this share of them.
FEWEST_PAGES = 3
HEAD_SHARE = 0.4
# The last line of a paragraph is shorter than this share of a full one.
FULL_LINE = 0.85

_DIGITS = re.compile(r"\d+")
_STOP = re.compile(r"[.!?:][\"'”’)\]]*$")
# Each begins where a word begins: else a line of one endless word would be read again from
# each of its letters.
_HYPHENATED = re.compile(r"(?<![^\W_])[^\W_]+-[^\W_]+")
_BROKEN = re.compile(r"(?<![^\W_])(?P<left>[^\W_]+)[-\u00ad\u2010]$")
_GOES_ON = re.compile(r"(?P<right>[^\W\d_]+)")
# "• First", "(2) Second", "3. Third", "1.2. What it is"
_BULLET = re.compile(r"[•·▪–—*-]\s|\(?\d{1,2}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one page; `joins` where it goes on with the paragraph above, after `glue`."""

    page: int
    text: str
    joins: bool = False
    glue: str = " "
    head: bool = False


def find_pieces(pages: Sequence[Sequence[str]]) -> Iterator[Piece]:
    """The paragraphs of pages that are given as lines; page numbers count from 1."""
    heads = _running_heads(pages)
    words = _hyphenated(pages)
    width = _width(pages)
    above = ""
    for number, lines in enumerate(pages, 1):
        texts = [line.strip() for line in lines if line.strip()]
        apart = _head_lines(texts, heads)
        body = [text for i, text in enumerate(texts) if i not in apart]
        for i in sorted(apart):
            yield Piece(number, texts[i], head=True)
        for piece in _join(body, above, width, words):
            yield Piece(number, piece.text, piece.joins, piece.glue)
        above = body[-1] if body else above


def _running_heads(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Lines that return at the edges of pages, their numbers apart: "12 Annual report"."""
    seen: Counter[str] = Counter()
    for lines in pages:
        texts = [line.strip() for line in lines if line.strip()]
        seen.update({_key(texts[i]) for i in _edges(texts)})
    least = max(FEWEST_PAGES, HEAD_SHARE * len(pages))
    return frozenset(key for key, count in seen.items() if count >= least)


def _edges(lines: Sequence[str]) -> frozenset[int]:
    places = range(len(lines))
    return frozenset({*places[:EDGE_LINES], *places[-EDGE_LINES:]})


def _head_lines(lines: Sequence[str], heads: frozenset[str]) -> frozenset[int]:
    """The lines of a page's head and foot: nothing of the story stands outside of them."""
    places = range(len(lines))
    top = takewhile(lambda i: _key(lines[i]) in heads, places[:EDGE_LINES])
    foot = takewhile(lambda i: _key(lines[i]) in heads, reversed(places[-EDGE_LINES:]))
    return frozenset({*top, *foot})


def _key(text: str) -> str:
    return _DIGITS.sub("#", text.casefold())


def _width(pages: Sequence[Sequence[str]]) -> int:
    """The length of a full line: that of the longer ones, which a table's do not reach."""
    lengths = sorted(len(line.strip()) for lines in pages for line in lines if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _hyphenated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The words that the document writes with a hyphen within a line."""
    found = (_HYPHENATED.findall(line) for lines in pages for line in lines)
    return frozenset(word.casefold() for words in found for word in words)


def _join(lines: Sequence[str], above: str, width: int, words: frozenset[str]) -> Iterator[Piece]:
    """Lines put together; the first may go on with the line above, of the page before."""
    text, joins, glue = "", False, " "
    for line in lines:
        if above and _is_one(above, line, width):
            between = _glue(above, line, words)
            if text:
                text = _attach(text, between, line)
            else:
                text, joins, glue = line, True, between
        else:
            if text:
                yield Piece(0, text, joins, glue)
            text, joins, glue = line, False, " "
        above = line
    if text:
        yield Piece(0, text, joins, glue)


def _is_one(above: str, below: str, width: int) -> bool:
    """Say whether two lines are of one paragraph."""
    if _BULLET.match(below):
        return False
    if _BROKEN.search(above) and below[:1].islower():
        return True
    full = len(above) >= FULL_LINE * width
    if _STOP.search(above):
        return full and len(above) > 40
    return full or below[:1].islower()


def _glue(above: str, below: str, words: frozenset[str]) -> str:
    """What stands between two lines: a blank, nothing after a true hyphen, or "-" to take away."""
    left, right = _BROKEN.search(above), _GOES_ON.match(below)
    if left is None or right is None:
        return " "
    if above.endswith("\u00ad"):
        return "-"
    compound = f"{left['left']}-{right['right']}".casefold()
    kept = (
        compound in words
        or not right["right"].islower()
        or left["left"].isdigit()
        or left["left"].casefold() in _AFTER
        or right["right"] in _BEFORE
    )
    return "" if kept else "-"


def _attach(text: str, glue: str, line: str) -> str:
    return text[:-1] + line if glue == "-" else text + glue + line
