"""A chart of bars that lie one below the other, each with its name and its figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.speed.svg import drawing, element, text

WIDTH, LEFT, RIGHT, TOP, ROW, THICK = 760, 170, 90, 84, 44, 22


def draw_bars(
    title: str,
    note: str,
    bars: Sequence[tuple[str, float]],
    limit: tuple[float, str],
    show: Callable[[float], str],
) -> str:
    """Names and lengths as SVG, with an upright line at a length that has words."""
    most = max([*(length for _, length in bars), limit[0]]) or 1.0
    bottom = TOP + ROW * len(bars)
    room = WIDTH - LEFT - RIGHT
    across = LEFT + room * limit[0] / most
    parts = [
        text(16, 28, title, css="title"),
        text(16, 48, note, css="note"),
        element("line", x1=across, x2=across, y1=TOP - 6, y2=bottom, css="limit"),
        text(across + 6, TOP - 8, limit[1], css="limit"),
        element("line", x1=LEFT, x2=LEFT, y1=TOP, y2=bottom, css="axis"),
    ]
    for number, (name, length) in enumerate(bars):
        y, end = TOP + ROW * number + (ROW - THICK) / 2, room * length / most
        parts.append(element("rect", x=LEFT, y=y, width=end, height=THICK, css="s0"))
        parts.append(text(LEFT - 10, y + 16, name, "end"))
        parts.append(text(LEFT + end + 8, y + 16, show(length), css="halo"))
    return drawing(WIDTH, bottom + 24, title, parts)
