"""A document's lines → the regions that tile it.

A line is judged by its own words first, then by its neighbours. Whatever stays
in doubt is body: a sentence of the story lost costs more than a teaser kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from checker.ingest.datelines import (
    Dateline,
    find_date_line,
    find_paragraph_dateline,
    read_date_line,
)
from checker.ingest.furniture import PROSE_LENGTH, Mark, is_listed, mark_line, promises
from checker.ingest.head import Head
from checker.ingest.lines import Line, find_filled_lines
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
# Characters from one line to the next where no blank line stands between ("\r\n").
LINE_END = 2
SENTENCES = frozenset({Mark.PROSE, Mark.SENTENCE})
STORY = SENTENCES | {Mark.SHORT}
CLOSERS = frozenset({Mark.SIGN_OFF, Mark.LEGAL, Mark.SOLICITATION, Mark.BIO, Mark.CREDIT_LINE})

# Entries of menus are of one to three short words, and come by threes at least.
LONGEST_ENTRY = 25
FEWEST_ENTRIES = 3
# A story has one byline; cards of other stories have one each, below three lines at most.
FEWEST_CARDS = 2
LONGEST_CARD = 3
# A line below the story that is longer than this is no teaser's headline or summary.
LONGEST_TEASER = 200

_FACT = re.compile(r"[\d:()@…]|\.\.\.|^[-–—•*]")


@dataclass(slots=True)
class Layout:
    """Lines of a document with their marks and kinds, by which its regions are drawn.

    `titles` are the indices of the lines that hold the headline, `datelines` the
    datelines found, the surest first.
    """

    lines: list[Line]
    marks: list[Mark]
    kinds: dict[int, RegionKind] = field(default_factory=dict)
    titles: list[int] = field(default_factory=list)
    datelines: list[Dateline] = field(default_factory=list)


def lay_out(text: str, head: Head, given: Sequence[Region] = ()) -> Layout:
    """Judge every line of the text below its head; of `given` stretches the kind is known."""
    lines = list(find_filled_lines(text, head.end))
    layout = Layout(lines, [mark_line(line.text) for line in lines])
    _place_given(layout, given)
    _place_date(layout)
    _place_menu(layout)
    _place_title(layout, head.value("title", "headline"))
    _place_byline(layout)
    _place_captions(layout)
    _place_promises(layout)
    _place_summaries(layout)
    _place_pointers(layout)
    _place_cards(layout)
    _place_tail(layout)
    for i, mark in enumerate(layout.marks):
        layout.kinds.setdefault(i, KINDS.get(mark, RegionKind.BODY))
    _place_neutral(layout)
    return layout


def find_regions(text: str, head: Head, layout: Layout) -> tuple[Region, ...]:
    """Tile the text: every character stands in exactly one region, neighbours differ."""
    pieces: list[tuple[RegionKind, int]] = []
    if head.end:
        pieces.append((RegionKind.METADATA, head.end))
    cuts = {line.start: line.end for line in layout.datelines}
    for i, line in enumerate(layout.lines):
        cut = cuts.get(line.start)
        if cut is not None:
            pieces.append((RegionKind.METADATA, cut))
        if cut is None or cut < line.next:
            pieces.append((layout.kinds[i], line.next))
    if not layout.lines:
        pieces = [(RegionKind.METADATA, len(text))]
    return tuple(_merged(pieces))


def _merged(pieces: Sequence[tuple[RegionKind, int]]) -> Iterator[Region]:
    start = 0
    for i, (kind, end) in enumerate(pieces):
        if i + 1 == len(pieces) or pieces[i + 1][0] is not kind:
            yield Region(kind=kind, start=start, end=end)
            start = end


def _place_given(layout: Layout, given: Sequence[Region]) -> None:
    """Take the kinds that a format tells; both are in the order of the text."""
    at = 0
    for region in given:
        while at < len(layout.lines) and layout.lines[at].next <= region.start:
            at += 1
        while at < len(layout.lines) and layout.lines[at].start < region.end:
            layout.kinds[at] = region.kind
            layout.marks[at] = Mark.NEUTRAL
            at += 1


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
    """Short entries in a row above the headline: "World", "Sport", "Culture".

    In a numbered list one known entry is enough: "1. Skip to text", "2. Our other pages".
    """
    marks = layout.marks
    for i, line in enumerate(layout.lines):
        if marks[i] is Mark.SHORT and i and marks[i - 1] is Mark.FURNITURE and is_listed(line.text):
            marks[i] = Mark.FURNITURE
        if marks[i] is not Mark.FURNITURE:
            break
    run = list(takewhile(lambda i: _is_entry(layout, i), range(len(marks))))
    if len(run) >= FEWEST_ENTRIES:
        for i in run:
            marks[i] = Mark.FURNITURE


def _is_entry(layout: Layout, i: int) -> bool:
    text = layout.lines[i].text
    short = len(text) <= LONGEST_ENTRY and len(text.split()) <= 3
    return short and layout.marks[i] in (Mark.SHORT, Mark.FURNITURE)


def _place_title(layout: Layout, given: str) -> None:
    known = [i for i, kind in layout.kinds.items() if kind is RegionKind.TITLE]
    layout.titles = known or find_title(layout.lines, layout.marks, given)
    for i in layout.titles:
        layout.kinds[i] = RegionKind.TITLE
        layout.marks[i] = Mark.NEUTRAL


def _place_byline(layout: Layout) -> None:
    """The byline above the first sentence."""
    for i, mark in enumerate(layout.marks):
        if mark in SENTENCES:
            break
        if mark is Mark.BYLINE:
            layout.kinds[i] = RegionKind.METADATA


def _place_captions(layout: Layout) -> None:
    """The short line straight above the credit of its picture."""
    for i, mark in enumerate(layout.marks):
        above = layout.lines[i - 1] if i else None
        if mark is not Mark.PICTURE_CREDIT or above is None:
            continue
        if layout.marks[i - 1] is Mark.SHORT and above.next - above.end <= LINE_END:
            layout.marks[i - 1] = Mark.CAPTION


def _place_promises(layout: Layout) -> None:
    """What stands below a line of a newsletter's and speaks of one, or between two, is its too."""
    marks = layout.marks
    for i in range(1, len(marks)):
        below = marks[i - 1] is Mark.SOLICITATION and marks[i] in STORY
        if below and promises(layout.lines[i].text):
            marks[i] = Mark.SOLICITATION
    for i in range(1, len(marks) - 1):
        between = marks[i - 1] is marks[i + 1] is Mark.SOLICITATION
        if between and marks[i] in STORY and len(layout.lines[i].text) < PROSE_LENGTH:
            marks[i] = Mark.SOLICITATION


def _place_summaries(layout: Layout) -> None:
    """Summaries of other stories end with their date: one is by chance, a row is not.

    "The treaty was signed in Oslo (4 March 2019)" may end a paragraph of the story.
    """
    closed = False
    for i, mark in enumerate(layout.marks):
        closed = closed or mark in (Mark.SIGN_OFF, Mark.LEGAL)
        beside = layout.marks[max(i - 1, 0) : i] + layout.marks[i + 1 : i + 2]
        if mark is Mark.SUMMARY and (closed or Mark.SUMMARY in beside):
            layout.kinds[i] = RegionKind.TEASER


def _place_pointers(layout: Layout) -> None:
    """Headlines under a heading such as "Related stories"."""
    under = False
    for i, mark in enumerate(layout.marks):
        listed = mark in (Mark.SHORT, Mark.BYLINE, Mark.NEUTRAL, Mark.TEASER)
        under = mark is Mark.HEADING or (under and listed)
        if under:
            layout.kinds.setdefault(i, RegionKind.TEASER)


def _place_cards(layout: Layout) -> None:
    """Other stories as cards below the first sentence: headline, a line more, "By Jo Roe"."""
    marks = layout.marks
    story = next((i for i, mark in enumerate(marks) if mark in SENTENCES), len(marks))
    bylines = [i for i in range(story, len(marks)) if marks[i] is Mark.BYLINE]
    if len(bylines) < FEWEST_CARDS:
        return
    for byline in bylines:
        layout.kinds.setdefault(byline, RegionKind.TEASER)
        for i in range(byline - 1, max(byline - 1 - LONGEST_CARD, story), -1):
            if marks[i] not in (Mark.SHORT, Mark.TEASER):
                break
            layout.kinds.setdefault(i, RegionKind.TEASER)


def _place_tail(layout: Layout) -> None:
    """What stands below the end of the story."""
    start = _tail_start(layout)
    if start is None:
        _mark_teasers(layout, _headlines_at_end(layout))
        return
    layout.kinds.setdefault(start, KINDS.get(layout.marks[start], RegionKind.BOILERPLATE))
    _mark_teasers(layout, range(start + 1, len(layout.marks)))


def _tail_start(layout: Layout) -> int | None:
    """The first line that closes a story and has no paragraph of it below.

    Teasers are headlines for the most part, with a sentence here and there, none of
    them long; what goes on with a sentence is the story, broken by an invitation.
    """
    marks = layout.marks
    story = next((i for i, mark in enumerate(marks) if mark in SENTENCES), len(marks))
    start, sentences, goes_on = None, 0, False
    for below, i in enumerate(range(len(marks) - 1, story, -1)):
        if marks[i] in CLOSERS and not goes_on and 2 * sentences <= below:
            start = i
        if marks[i] in STORY and i not in layout.kinds:
            if len(layout.lines[i].text) > LONGEST_TEASER:
                break
            goes_on = marks[i] in SENTENCES
            sentences += goes_on
    return start


def _headlines_at_end(layout: Layout) -> list[int]:
    """The row of two or more headlines with which a page ends.

    "Goals: Roe, Doe", "Jo Roe (knee)" and "3 a.m. the bridge closes" belong to the story.
    """
    row: list[int] = []
    for i in reversed(range(len(layout.marks))):
        text = layout.lines[i].text
        if layout.marks[i] not in STORY:
            continue
        if layout.marks[i] is not Mark.SHORT or len(text) > 100 or _FACT.search(text):
            break
        row.append(i)
    return sorted(row) if len(row) > 1 and Mark.PROSE in layout.marks else []


def _mark_teasers(layout: Layout, indices: Iterable[int]) -> None:
    """Headlines and their like are teasers; entries of a menu and writers' lives are not."""
    for i in indices:
        if layout.marks[i] in STORY | {Mark.BYLINE, Mark.BIO, Mark.SUMMARY}:
            menu = len(layout.lines[i].text.split()) <= 2
            bio = layout.marks[i] is Mark.BIO
            kind = RegionKind.BOILERPLATE if menu or bio else RegionKind.TEASER
            layout.kinds.setdefault(i, kind)


def _place_neutral(layout: Layout) -> None:
    """Rules and bullets go with the line below, unless that is the story's."""
    for i in reversed(range(len(layout.marks) - 1)):
        below = layout.kinds[i + 1]
        if (
            layout.marks[i] is Mark.NEUTRAL
            and layout.kinds[i] is RegionKind.BODY
            and below is not RegionKind.TITLE
        ):
            layout.kinds[i] = below
