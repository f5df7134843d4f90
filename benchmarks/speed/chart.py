"""A chart of lines over sizes: logarithmic axes, ticks, a name at the end of each line."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.speed.svg import drawing, element, text

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 78, 170, 64, 54
# Names of lines are kept this far apart, in pixels.
LINE_HEIGHT = 17
# Where values span less than this factor, powers of ten alone are too few ticks.
FEW_DECADES = 30.0

Point = tuple[float, float]
Show = Callable[[float], str]


def short(value: float) -> str:
    """A figure for a tick: "0.5", "20", "1k", "1M"."""
    for factor, sign in ((1e6, "M"), (1e3, "k")):
        if value >= factor:
            return f"{value / factor:.3g}{sign}"
    return f"{value:.3g}"


def ticks(low: float, high: float, log: bool) -> list[float]:
    """Round figures from `low` to `high`, both included where they are round."""
    if not log:
        step = _round_step(high - low)
        first = math.ceil(low / step - 1e-9)
        return [round(n * step, 10) for n in range(first, math.floor(high / step + 1e-9) + 1)]
    steps = (1, 2, 5) if high / low < FEW_DECADES else (1,)
    decades = range(math.floor(math.log10(low)) - 1, math.ceil(math.log10(high)) + 1)
    figures = [float(f"{step}e{decade}") for decade in decades for step in steps]
    return [f for f in figures if low * (1 - 1e-9) <= f <= high * (1 + 1e-9)]


def _round_step(span: float) -> float:
    """The step of 1, 2 or 5 times a power of ten that gives four to ten ticks."""
    rough = span / 5
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= rough)


@dataclass(frozen=True, slots=True)
class Line:
    """A named series of points, sizes ascending."""

    name: str
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: titles, lines, and how the two axes write their figures.

    `limit` is a height with its words, drawn across; `log` makes the height logarithmic,
    as the width always is; else it begins at nought.
    """

    title: str
    note: str
    across: str
    up: str
    lines: Sequence[Line]
    log: bool = True
    limit: tuple[float, str] | None = None
    show: Show = short


def draw(chart: Chart) -> str:
    """The chart as SVG; only a title and a note where no line has a point."""
    lines = [line for line in chart.lines if line.points]
    head = [
        text(16, 28, chart.title, css="title"),
        text(16, 48, chart.note, css="note"),
    ]
    if not lines:
        return drawing(WIDTH, HEIGHT, chart.title, head)
    across = _Scale.around([x for line in lines for x, _ in line.points], True, LEFT, WIDTH - RIGHT)
    heights = [y for line in lines for _, y in line.points]
    bounds = [*heights, *([chart.limit[0]] if chart.limit else [])]
    up = _Scale.around(bounds, chart.log, HEIGHT - BOTTOM, TOP)
    parts = [*head, *_grid(chart, across, up), *_limit(chart, up)]
    for number, line in enumerate(lines):
        parts += _line(line, number, across, up, chart.show)
    return drawing(WIDTH, HEIGHT, chart.title, [*parts, *_names(lines, across, up)])


@dataclass(frozen=True, slots=True)
class _Scale:
    """Values → pixels."""

    low: float
    high: float
    log: bool
    first: float
    last: float

    @classmethod
    def around(cls, values: Sequence[float], log: bool, first: float, last: float) -> _Scale:
        """A scale that holds some values, with a little room beyond them."""
        low, high = min(values), max(values)
        if log:
            return cls(low / 1.25, high * 1.25, True, first, last)
        return cls(0.0, (high or 1.0) * 1.1, False, first, last)

    def at(self, value: float) -> float:
        low, high, value = (
            (math.log(self.low), math.log(self.high), math.log(value))
            if self.log
            else (self.low, self.high, value)
        )
        return self.first + (self.last - self.first) * (value - low) / (high - low)


def _grid(chart: Chart, across: _Scale, up: _Scale) -> list[str]:
    parts, right, bottom = [], WIDTH - RIGHT, HEIGHT - BOTTOM
    for value in ticks(up.low, up.high, up.log):
        y = up.at(value)
        parts.append(element("line", x1=LEFT, x2=right, y1=y, y2=y, css="grid"))
        parts.append(text(LEFT - 8, y + 4, chart.show(value), "end", "note"))
    for value in ticks(across.low, across.high, True):
        x = across.at(value)
        parts.append(element("line", x1=x, x2=x, y1=bottom, y2=bottom + 5, css="axis"))
        parts.append(text(x, bottom + 20, short(value), "middle", "note"))
    parts.append(element("line", x1=LEFT, x2=right, y1=bottom, y2=bottom, css="axis"))
    parts.append(text((LEFT + right) / 2, HEIGHT - 12, chart.across, "middle"))
    middle = (TOP + bottom) / 2
    parts.append(
        element(
            "text",
            chart.up,
            x=20,
            y=middle,
            text_anchor="middle",
            transform=f"rotate(-90 20 {middle})",
        )
    )
    return parts


def _limit(chart: Chart, up: _Scale) -> list[str]:
    if chart.limit is None:
        return []
    y = up.at(chart.limit[0])
    return [
        element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, css="limit"),
        text(LEFT + 6, y - 6, chart.limit[1], css="limit"),
    ]


def _line(line: Line, number: int, across: _Scale, up: _Scale, show: Show) -> list[str]:
    places = [(across.at(x), up.at(y)) for x, y in line.points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    parts = [element("polyline", points=path, css=f"line s{number}")]
    for (x, y), (size, value) in zip(places, line.points, strict=True):
        told = f"{line.name}: {show(value)} at {short(size)}"
        title = element("title", told)
        parts.append(element("circle", inside=title, cx=x, cy=y, r=4, css=f"s{number}"))
    return parts


def _names(lines: Sequence[Line], across: _Scale, up: _Scale) -> list[str]:
    """The name of each line beside its last point, none upon another."""
    wanted = sorted((up.at(line.points[-1][1]), n) for n, line in enumerate(lines))
    parts, free = [], float("-inf")
    for y, number in wanted:
        free = max(y, free + LINE_HEIGHT)
        x = across.at(lines[number].points[-1][0])
        parts.append(text(x + 10, free + 4, lines[number].name, css=f"halo s{number}"))
    return parts
