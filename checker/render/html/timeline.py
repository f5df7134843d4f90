"""The timeline: sources' own dates and dated events on one axis, with its table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checker.model.claim import Claim
from checker.model.report import Report
from checker.render.html.axis import Axis, choose_labels, lay_axis
from checker.render.html.dated import (
    Dating,
    Event,
    days_in_short,
    days_in_words,
    days_of,
    find_events,
)
from checker.render.html.directory import Directory, card_href, label, tint
from checker.render.html.view import SourceLink
from checker.render.inert import Inert, make_inert, shorten
from checker.render.letters import letter

# The drawing, in its own units: labels on the left, the axis on the right.
WIDTH = 1000
LABELS = 350
MARGIN = 26
LANE = 34
HEAD = 18
FOOT = 40
RADIUS = 9
LETTER_WIDTH = 8
DAYS_APART = 21
TICK_APART = 84
LONGEST_LABEL = 50
LONGEST_BOLD = 44
LONGEST_TELLING = 110

MOST_LANES = 11
MOST_ROWS = 60
OPEN_UP_TO = 12  # rows; a longer table is folded away
# Beyond so many days the axis has no room between them.
MOST_DAYS = 24

# A month and a year are drawn longer than a day; nothing is to scale.
LENGTHS = ((1, 0), (31, 10), (366, 22))
LONGEST_DOT = 34


@dataclass(frozen=True, slots=True)
class DotView:
    """A dated answer: from `x` over `width`, with its letter or the number of sources."""

    x: str
    y: str
    width: str
    middle: str
    tint: str
    text: str


@dataclass(frozen=True, slots=True)
class LaneView:
    """A lane: its label, the line between dates that differ, and its dots."""

    y: str
    text_y: str
    label: Inert
    disputed: bool
    left: str
    right: str
    dots: tuple[DotView, ...]


@dataclass(frozen=True, slots=True)
class TickView:
    """A labelled day of the axis."""

    x: str
    text: str


@dataclass(frozen=True, slots=True)
class DatedView:
    """A row of the table: when, what, according to whom, in which question."""

    date: str
    telling: Inert
    href: str
    sources: tuple[SourceLink, ...]
    number: str
    letter: str
    tint: str
    question: str


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The drawing and the table, which stands open where it is short."""

    width: str
    height: str
    label_x: str
    axis_y: str
    axis_left: str
    axis_right: str
    lanes: tuple[LaneView, ...]
    ticks: tuple[TickView, ...]
    breaks: tuple[str, ...]
    rows: tuple[DatedView, ...]
    open: bool
    describes: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane before it is drawn."""

    label: str
    event: Event | None
    datings: tuple[Dating, ...]


def view_timeline(report: Report, directory: Directory) -> TimelineView | None:
    """Draw the story's dates; nothing where there are none."""
    own = _own_dates(report)
    events = [event for event in find_events(report) if event.datings]
    lanes = _lanes(report, own, events)
    if not own and not events:
        return None
    axis = lay_axis(_days(lanes), LABELS + MARGIN, WIDTH - MARGIN - LONGEST_DOT, DAYS_APART)
    foot = HEAD + LANE * len(lanes)
    rows = tuple(_rows(own, events, directory))
    return TimelineView(
        width=str(WIDTH),
        height=str(foot + FOOT),
        label_x=str(LABELS),
        axis_y=str(foot),
        axis_left=str(LABELS),
        axis_right=str(WIDTH),
        lanes=tuple(_view_lane(n, lane, axis) for n, lane in enumerate(lanes)),
        ticks=tuple(_ticks(lanes, axis)),
        breaks=tuple(_number(x) for x in axis.breaks),
        rows=rows,
        open=len(rows) <= OPEN_UP_TO,
        describes=_describe(lanes),
    )


def _own_dates(report: Report) -> dict[tuple[date, date], list[str]]:
    """The dates of the sources themselves, with the ids of those that bear them."""
    own: dict[tuple[date, date], list[str]] = defaultdict(list)
    for source in report.sources:
        if days := days_of(source.published.moment):
            own[days].append(source.id)
    return dict(sorted(own.items()))


def _lanes(
    report: Report, own: Mapping[tuple[date, date], list[str]], events: Sequence[Event]
) -> list[Lane]:
    """The sources' dates, then one lane an event, as far as there is room."""
    lanes = [Lane("The sources’ own dates", None, _own_datings(own))] if own else []
    for event in events[:MOST_LANES]:
        lane = Lane(_label(event, report), event, event.datings)
        if len(set(_days([*lanes, lane]))) <= MOST_DAYS:
            lanes.append(lane)
    return lanes


def _own_datings(own: Mapping[tuple[date, date], list[str]]) -> tuple[Dating, ...]:
    return tuple(Dating(first, last, None, (), len(keys)) for (first, last), keys in own.items())


def _label(event: Event, report: Report) -> str:
    if event.discrepancy:
        return f"{event.number}  {event.discrepancy.question}"
    return _telling(event.datings[0].claims[0], report, LONGEST_LABEL)


def _telling(claim: Claim, report: Report, most: int) -> str:
    """The words around a date in its sentence, cut to `most` characters."""
    source = next(source for source in report.sources if source.id == claim.source)
    sentence = " ".join(source.quote(claim.sentence).split())
    return _around(sentence, claim.words, most)


def _around(sentence: str, words: str, most: int) -> str:
    """Cut a sentence so that the words stay in view."""
    at = sentence.find(words)
    if len(sentence) <= most or at < 0:
        return shorten(sentence, most)
    end = at + len(words)
    if end <= most - 1:
        return shorten(sentence, most)
    start = min(at, max(0, end - most + 2))
    start = sentence.find(" ", start) + 1 if start and sentence.find(" ", start) < at else start
    return "…" + shorten(sentence[start:], most - 1)


def _days(lanes: Sequence[Lane]) -> list[date]:
    return [dating.first for lane in lanes for dating in lane.datings]


def _ticks(lanes: Sequence[Lane], axis: Axis) -> Iterator[TickView]:
    """Label the days that have room, first the disputed, then the sources' own."""
    disputed = [lane for lane in lanes if lane.event and lane.event.discrepancy]
    own = [lane for lane in lanes if not lane.event]
    others = [lane for lane in lanes if lane.event and not lane.event.discrepancy]
    datings = [dating for lane in (*disputed, *own, *others) for dating in lane.datings]
    places = [axis.places[dating.first] for dating in datings]
    for index in choose_labels(places, TICK_APART):
        dating = datings[index]
        yield TickView(_number(places[index]), days_in_short(dating.first, dating.last))


def _view_lane(place: int, lane: Lane, axis: Axis) -> LaneView:
    y = HEAD + LANE * place + LANE / 2
    dots = tuple(_dots(lane, axis, y))
    middles = [axis.places[d.first] + _length(d) / 2 for d in lane.datings]
    disputed = bool(lane.event and lane.event.discrepancy)
    return LaneView(
        y=_number(y),
        text_y=_number(y + 4),
        label=make_inert(shorten(lane.label, LONGEST_BOLD if disputed else LONGEST_LABEL)),
        disputed=disputed,
        left=_number(min(middles)),
        right=_number(max(middles)),
        dots=dots,
    )


def _dots(lane: Lane, axis: Axis, y: float) -> Iterator[DotView]:
    """One dot for the same days, with the letters of all versions that have them."""
    together: dict[tuple[date, date], list[Dating]] = {}
    for dating in lane.datings:
        together.setdefault((dating.first, dating.last), []).append(dating)
    for datings in together.values():
        yield _dot(datings, lane, axis, y)


def _dot(datings: Sequence[Dating], lane: Lane, axis: Axis, y: float) -> DotView:
    first = datings[0]
    told = first.bearers or len({claim.source for claim in first.claims})
    colour, text = "told" if lane.event else "own", str(told) if told > 1 else ""
    if first.version is not None:
        colour = tint(first.version)
        text = "".join(letter(each.version or 0) for each in datings)
    length = _length(first) + LETTER_WIDTH * max(0, len(text) - 2)
    return DotView(
        x=_number(axis.places[first.first]),
        y=_number(y),
        width=_number(length + 2 * RADIUS),
        middle=_number(length / 2),
        tint=colour,
        text=text,
    )


def _length(dating: Dating) -> float:
    """How much longer than a day a dating is drawn."""
    days = (dating.last - dating.first).days + 1
    return next((length for most, length in LENGTHS if days <= most), LONGEST_DOT)


def _rows(
    own: Mapping[tuple[date, date], list[str]], events: Sequence[Event], directory: Directory
) -> Iterator[DatedView]:
    """All that is dated in the order of time, the earliest first."""
    rows = [*_own_rows(own, directory)]
    for event in events[:MOST_ROWS]:
        rows.extend(_event_rows(event, directory))
    for _, view in sorted(rows, key=lambda row: row[0]):
        yield view


def _own_rows(
    own: Mapping[tuple[date, date], list[str]], directory: Directory
) -> Iterator[tuple[tuple[date, date, int], DatedView]]:
    for (first, last), keys in own.items():
        links = tuple(directory.link(key) for key in keys)
        written = make_inert("date of the source itself")
        view = DatedView(days_in_words(first, last), written, "", links, "", "", "", "")
        yield (first, last, 0), view


def _event_rows(
    event: Event, directory: Directory
) -> Iterator[tuple[tuple[date, date, int], DatedView]]:
    for dating in event.datings:
        claim = dating.claims[0]
        source = directory.sources[claim.source]
        sentence = " ".join(source.quote(claim.sentence).split())
        keys = dict.fromkeys(each.source for each in dating.claims)
        numbered = event.discrepancy is not None and dating.version is not None
        view = DatedView(
            date=days_in_words(dating.first, dating.last),
            telling=label(_around(sentence, claim.words, LONGEST_TELLING)),
            href=card_href(event.discrepancy) if event.discrepancy else "",
            sources=tuple(directory.link(key) for key in keys),
            number=str(event.number) if event.number else "",
            letter=letter(dating.version or 0) if numbered else "",
            tint=tint(dating.version or 0) if numbered else "",
            question=f"question {event.number}" if event.number else "",
        )
        yield (dating.first, dating.last, 1 + event.number), view


def _describe(lanes: Sequence[Lane]) -> str:
    """Say in words what the drawing shows; the table has it all."""
    disputed = sum(1 for lane in lanes if lane.event and lane.event.discrepancy)
    events = sum(1 for lane in lanes if lane.event)
    return (
        f"{events} dated events, {disputed} of them dated differently by the sources. "
        "The table after the drawing has every date."
    )


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
