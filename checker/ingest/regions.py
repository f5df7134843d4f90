"""A document's lines → the regions that tile it.

A line is judged by its own words first, then by its neighbours. Whatever stays
in doubt is body: a sentence of the story lost costs more than a teaser kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.ingest.datelines import (
    Dateline,
    find_date_line,
    find_paragraph_dateline,
    read_date_line,
)
from checker.ingest.furniture import PROSE_LENGTH, Mark, mark_line
from checker.ingest.head import Head
from checker.ingest.lines import Line, split_lines
from checker.ingest.metadata import find_title
from checker.model.source import Region, RegionKind

KINDS = {
    Mark.SHORT: RegionKind.BODY,
    Mark.SENTENCE: RegionKind.BODY,
    Mark.PROSE: RegionKind.BODY,
    Mark.FURNITURE: RegionKind.BOILERPLATE,
    Mark.SOLICITATION: RegionKind.BOILERPLATE,
    Mark.LEGAL: RegionKind.BOILERPLATE,
    Mark.SIGN_OFF: RegionKind.METADATA,
    Mark.CREDIT_LINE: RegionKind.METADATA,
    Mark.CAPTION: RegionKind.CAPTION,
    Mark.PICTURE_CREDIT: RegionKind.CAPTION,
    Mark.TEASER: RegionKind.TEASER,
    Mark.HEADING: RegionKind.TEASER,
}
STORY = frozenset({Mark.PROSE, Mark.SENTENCE, Mark.SHORT})
CLOSERS = frozenset({Mark.SIGN_OFF, Mark.LEGAL, Mark.SOLICITATION, Mark.BIO, Mark.CREDIT_LINE})

# Entries of menus are of one to three short words, and come by threes at least.
LONGEST_ENTRY = 25
FEWEST_ENTRIES = 3
# A line below the story that is longer than this is no teaser's headline or summary.
LONGEST_TEASER = 200


@dataclass(slots=True)
class Layout:
    """Lines of a document with their marks and kinds, by which its regions are drawn.

    `titles` are the indices of the lines that hold the headline, `datelines` the
    datelines found, the surest first.
    """

    lines: list[Line]
    marks: list[Mark | None]
    kinds: dict[int, RegionKind] = field(default_factory=dict)
    titles: list[int] = field(default_factory=list)
    datelines: list[Dateline] = field(default_factory=list)

    def filled(self) -> list[int]:
        """Indices of the lines that are not blank."""
        return [i for i, mark in enumerate(self.marks) if mark is not None]


def lay_out(text: str, head: Head) -> Layout:
    """Judge every line of the text below its head."""
    lines = split_lines(text, head.end)
    marks = [mark_line(line.text) if line.text else None for line in lines]
    layout = Layout(lines, marks)
    _place_date(layout)
    _place_menu(layout)
    _place_title(layout, head.value("title", "headline"))
    _place_byline(layout)
    _place_captions(layout)
    _place_promises(layout)
    _place_summaries(layout)
    _place_pointers(layout)
    _place_tail(layout)
    for i in layout.filled():
        layout.kinds.setdefault(i, KINDS.get(_mark(layout, i), RegionKind.BODY))
    _place_neutral(layout)
    return layout


def find_regions(text: str, head: Head, layout: Layout) -> tuple[Region, ...]:
    """Tile the text: every character stands in exactly one region, neighbours differ."""
    pieces: list[tuple[RegionKind, int]] = []
    if head.end:
        pieces.append((RegionKind.METADATA, head.end))
    cuts = {line.start: line.end for line in layout.datelines}
    for line, kind in _kinds_of_lines(layout):
        cut = cuts.get(line.start)
        if cut is not None:
            pieces.append((RegionKind.METADATA, cut))
        if cut is None or cut < line.next:
            pieces.append((kind, line.next))
    return tuple(_merged(pieces))


def _mark(layout: Layout, i: int) -> Mark:
    return layout.marks[i] or Mark.NEUTRAL


def _kinds_of_lines(layout: Layout) -> Iterator[tuple[Line, RegionKind]]:
    """Blank lines go with what stands above them."""
    kind = next((layout.kinds[i] for i in layout.filled()), RegionKind.BODY)
    for i, line in enumerate(layout.lines):
        kind = layout.kinds.get(i, kind)
        yield line, kind


def _merged(pieces: Sequence[tuple[RegionKind, int]]) -> Iterator[Region]:
    start = 0
    for i, (kind, end) in enumerate(pieces):
        if i + 1 == len(pieces) or pieces[i + 1][0] is not kind:
            yield Region(kind=kind, start=start, end=end)
            start = end


def _place_date(layout: Layout) -> None:
    at = find_date_line(layout.lines, layout.marks)
    alone = read_date_line(layout.lines[at]) if at is not None else None
    if at is not None and alone is not None:
        layout.datelines.append(alone)
        layout.kinds[at] = RegionKind.METADATA
        layout.marks[at] = Mark.NEUTRAL
    within = find_paragraph_dateline(layout.lines, layout.marks)
    if within is not None:
        layout.datelines.append(within)


def _place_menu(layout: Layout) -> None:
    """Short entries in a row above the headline: "World", "Sport", "Culture"."""
    run: list[int] = []
    for i in layout.filled():
        text = layout.lines[i].text
        entry = len(text) <= LONGEST_ENTRY and len(text.split()) <= 3
        if layout.marks[i] not in (Mark.SHORT, Mark.FURNITURE) or not entry:
            break
        run.append(i)
    if len(run) >= FEWEST_ENTRIES:
        for i in run:
            layout.marks[i] = Mark.FURNITURE


def _place_title(layout: Layout, given: str) -> None:
    layout.titles = find_title(layout.lines, layout.marks, given)
    for i in layout.titles:
        layout.kinds[i] = RegionKind.TITLE
        layout.marks[i] = Mark.NEUTRAL


def _place_byline(layout: Layout) -> None:
    """The byline above the first sentence."""
    for i in layout.filled():
        if layout.marks[i] in (Mark.SENTENCE, Mark.PROSE):
            break
        if layout.marks[i] is Mark.BYLINE:
            layout.kinds[i] = RegionKind.METADATA


def _place_captions(layout: Layout) -> None:
    """The short line straight above the credit of its picture."""
    for i, mark in enumerate(layout.marks):
        if mark is Mark.PICTURE_CREDIT and i and layout.marks[i - 1] is Mark.SHORT:
            layout.marks[i - 1] = Mark.CAPTION


def _place_promises(layout: Layout) -> None:
    """What stands between two lines of a newsletter's is the newsletter's too."""
    filled = layout.filled()
    for before, i, after in zip(filled, filled[1:], filled[2:], strict=False):
        beside = {layout.marks[before], layout.marks[after]}
        if (
            beside == {Mark.SOLICITATION}
            and layout.marks[i] in STORY
            and len(layout.lines[i].text) < PROSE_LENGTH
        ):
            layout.marks[i] = Mark.SOLICITATION


def _place_summaries(layout: Layout) -> None:
    """Summaries of other stories end with their date: one is by chance, a row is not.

    "The treaty was signed in Oslo (4 March 2019)" may end a paragraph of the story.
    """
    filled = layout.filled()
    closed = False
    for place, i in enumerate(filled):
        closed = closed or layout.marks[i] in (Mark.SIGN_OFF, Mark.LEGAL)
        beside = filled[max(place - 1, 0) : place] + filled[place + 1 : place + 2]
        if layout.marks[i] is Mark.SUMMARY and (
            closed or any(layout.marks[j] is Mark.SUMMARY for j in beside)
        ):
            layout.kinds[i] = RegionKind.TEASER


def _place_pointers(layout: Layout) -> None:
    """Headlines under a heading such as "Related stories"."""
    under = False
    for i in layout.filled():
        under = layout.marks[i] is Mark.HEADING or (
            under and layout.marks[i] in (Mark.SHORT, Mark.BYLINE, Mark.NEUTRAL, Mark.TEASER)
        )
        if under:
            layout.kinds.setdefault(i, RegionKind.TEASER)


def _place_tail(layout: Layout) -> None:
    """What stands below the end of the story."""
    filled = layout.filled()
    for place, i in enumerate(filled):
        below = filled[place + 1 :]
        if layout.marks[i] in CLOSERS and _is_tail(layout, filled[: place + 1], below):
            layout.kinds.setdefault(i, KINDS.get(_mark(layout, i), RegionKind.BOILERPLATE))
            _mark_teasers(layout, below)
            return
    _mark_teasers(layout, _headlines_at_end(layout, filled))


def _is_tail(layout: Layout, above: Sequence[int], below: Sequence[int]) -> bool:
    """No paragraph of the story stands below, and one stands above."""
    prose_above = any(layout.marks[i] in (Mark.PROSE, Mark.SENTENCE) for i in above)
    return prose_above and all(
        layout.marks[i] not in STORY
        or i in layout.kinds
        or len(layout.lines[i].text) <= LONGEST_TEASER
        for i in below
    ) and 2 * _sentences(layout, below) <= max(len(below), 1)


def _sentences(layout: Layout, indices: Sequence[int]) -> int:
    """How many of the lines are sentences of no known use."""
    return sum(
        layout.marks[i] in (Mark.PROSE, Mark.SENTENCE) and i not in layout.kinds for i in indices
    )


def _headlines_at_end(layout: Layout, filled: Sequence[int]) -> list[int]:
    """The row of two or more headlines with which a page ends, without list marks.

    "Goals: Roe 2, Doe" and "— Jo Roe (@roe)" belong to the story.
    """
    row: list[int] = []
    for i in reversed(filled):
        text = layout.lines[i].text
        headline = layout.marks[i] is Mark.SHORT and len(text) <= 100 and ":" not in text
        if layout.marks[i] in STORY and not (headline and text[0].isalpha() or text[0] in "⇒→»›"):
            break
        if layout.marks[i] in STORY:
            row.append(i)
    known_above = any(layout.marks[i] is Mark.PROSE for i in filled)
    return sorted(row) if len(row) > 1 and known_above else []


def _mark_teasers(layout: Layout, indices: Sequence[int]) -> None:
    for i in indices:
        if layout.marks[i] in STORY | {Mark.BYLINE, Mark.BIO, Mark.SUMMARY}:
            menu = len(layout.lines[i].text.split()) <= 2
            bio = layout.marks[i] is Mark.BIO
            kind = RegionKind.BOILERPLATE if menu or bio else RegionKind.TEASER
            layout.kinds.setdefault(i, kind)


def _place_neutral(layout: Layout) -> None:
    """Rules and bullets go with the line below, unless that is the story's."""
    filled = layout.filled()
    for i, below in zip(reversed(filled), [None, *reversed(filled)], strict=False):
        if layout.marks[i] is Mark.NEUTRAL and i not in layout.titles and below is not None:
            kind = layout.kinds[below]
            if layout.kinds[i] is RegionKind.BODY and kind is not RegionKind.TITLE:
                layout.kinds[i] = kind
