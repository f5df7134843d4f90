"""A source's text, line by line, with everything the report says about it marked in place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model.source import RegionKind, Source
from checker.render.html.directory import Directory
from checker.render.html.marks import Mark
from checker.render.html.view import Reference
from checker.render.inert import Inert, make_inert
from checker.render.words import REGION_WORDS, count_of

LINE = re.compile(r"[^\r\n]+")

# Nobody reads a word of more letters than this; it is an address, a table or an attack.
LONG_WORD = re.compile(r"\S{121,}")
WORD_ENDS = 40

# Characters that the texts of one page may have together, so that it opens at once,
# and what is left of each in any case.
ROOM = 2_500_000
LEAST_ROOM = 6_000
MOST_ROOM = 60_000

# Where a text is too long, this many lines stay around each line that has a mark.
AROUND = 1
LONGEST_PLAIN = 1_200


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words under one mark or none; `references` stand behind the last word of their marks."""

    anchor: str
    tint: str
    text: Inert
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the file, or in place of left-out lines the words that say so."""

    number: str
    region: str
    label: str
    stretches: tuple[Stretch, ...]
    left_out: str


def view_lines(
    source: Source, marks: Sequence[Mark], directory: Directory, room: int
) -> tuple[LineView, ...]:
    """Lay a text out; one longer than `room` characters is cut between its marks."""
    spans = [match.span() for match in LINE.finditer(source.text) if match.group().strip()]
    if len(source.text) <= room:
        return tuple(_lines(source, spans, marks, directory))
    telling = [mark for mark in marks if mark.reference]
    return tuple(_shortened(source, spans, telling, directory))


def room_for_each(sources: int) -> int:
    """Share the room of the page among the sources."""
    return max(LEAST_ROOM, min(MOST_ROOM, ROOM // max(1, sources)))


def _lines(
    source: Source, spans: Sequence[tuple[int, int]], marks: Sequence[Mark], directory: Directory
) -> Iterator[LineView]:
    """Lay lines out; a region is named where it begins."""
    numbers = _line_numbers(source.text, spans)
    before = RegionKind.BODY
    anchored: set[int] = set()
    waiting = 0
    for (start, end), number in zip(spans, numbers, strict=True):
        region = source.region_at(_first_word(source.text, start, end))
        while waiting < len(marks) and marks[waiting].end <= start:
            waiting += 1
        here = [mark for mark in _until(marks, waiting, end) if mark.end > start]
        yield LineView(
            number=f"{number:,}",
            region=region.value,
            label=REGION_WORDS[region] if region is not before else "",
            stretches=tuple(_stretches(source, start, end, here, directory, anchored)),
            left_out="",
        )
        before = region


def _until(marks: Sequence[Mark], first: int, end: int) -> Iterator[Mark]:
    """The marks from one on that begin before `end`; they are sorted by their start."""
    for mark in marks[first:]:
        if mark.start >= end:
            return
        yield mark


def _shortened(
    source: Source, spans: Sequence[tuple[int, int]], marks: Sequence[Mark], directory: Directory
) -> Iterator[LineView]:
    """Keep the lines around marks, and say how many were left out between them."""
    kept = _lines_around(spans, marks)
    lines = _lines(source, [spans[n] for n in kept], marks, directory)
    after = 0
    for number, line in zip(kept, lines, strict=True):
        if number > after:
            yield _gap(number - after)
        yield line
        after = number + 1
    if after < len(spans):
        yield _gap(len(spans) - after)


def _lines_around(spans: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> list[int]:
    """The places of lines near a mark, in order."""
    kept: set[int] = set()
    first = 0
    for mark in marks:
        while first < len(spans) and spans[first][1] <= mark.start:
            first += 1
        kept.update(range(max(0, first - AROUND), min(len(spans), first + AROUND + 1)))
    return sorted(kept)


def _gap(lines: int) -> LineView:
    return LineView("", "gap", "", (), f"{count_of(lines, 'line')} left out")


def _stretches(
    source: Source,
    start: int,
    end: int,
    marks: Sequence[Mark],
    directory: Directory,
    anchored: set[int],
) -> Iterator[Stretch]:
    """Cut a line at the ends of its marks; each place is an anchor once."""
    edges = {start, end} | {edge for m in marks for edge in (m.start, m.end) if start < edge < end}
    cuts = sorted(edges)
    for left, right in itertools.pairwise(cuts):
        over = [mark for mark in marks if mark.start <= left and right <= mark.end]
        telling = [mark for mark in over if mark.reference]
        begins = any(mark.start == left for mark in telling) and left not in anchored
        if begins:
            anchored.add(left)
        yield Stretch(
            anchor=directory.place_anchor(source.id, left) if begins else "",
            tint=min(over, key=lambda mark: mark.rank).tint if over else "",
            text=plain_words(source.text[left:right]),
            references=tuple(_references(telling, right)),
        )


def _references(marks: Sequence[Mark], end: int) -> Iterator[Reference]:
    """What ends here is referred to, each question once."""
    ending = {
        mark.reference.text: mark.reference for mark in marks if mark.reference and mark.end == end
    }
    yield from ending.values()


def plain_words(text: str) -> Inert:
    """Make running text harmless and readable: endless words and stretches lose their middle."""
    short = LONG_WORD.sub(_word_ends, text)
    if len(short) > 4 * LONGEST_PLAIN:
        short = f"{short[:LONGEST_PLAIN]} … {short[-LONGEST_PLAIN:]}"
    return make_inert(short)


def _word_ends(match: re.Match[str]) -> str:
    word = match.group()
    return f"{word[:WORD_ENDS]}…{word[-WORD_ENDS:]}"


def _first_word(text: str, start: int, end: int) -> int:
    line = text[start:end]
    return start + len(line) - len(line.lstrip())


def _line_numbers(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Number lines from 1 as `review.evidence` does: LF, CR LF and CR end one."""
    number, at = 1, 0
    for start, _ in spans:
        breaks = text[at:start].replace("\r\n", "\n")
        number += breaks.count("\n") + breaks.count("\r")
        at = start
        yield number
