"""Results → charts: what each shows, and where its figures stand in the results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.speed.bars import draw_bars
from benchmarks.speed.chart import Chart, Line, draw
from benchmarks.speed.limits import LEAST_WARM, MOST_EXPONENT, MOST_OF_PARSER, MOST_SHARE, decides

DOCUMENTS = "documents"


def plots(results: Mapping[str, Any]) -> dict[str, str]:
    """File names → SVG, for the sections that were measured."""
    drawn = {name: draw(chart) for name, chart in _charts(results)}
    if "again" in results:
        drawn["again"] = again_bars(results["again"])
    return {f"speed-{name}.svg": drawing for name, drawing in sorted(drawn.items())}


def _charts(results: Mapping[str, Any]) -> Iterator[tuple[str, Chart]]:
    if "whole" in results:
        yield "whole", whole_chart(results["whole"]["rows"])
        yield "seconds", seconds_chart(results["whole"]["rows"])
        yield "share", share_chart(results["whole"]["rows"])
    if "alignment" in results:
        yield "alignment", alignment_chart(results["alignment"])
    if "archive" in results:
        yield "archive", archive_chart(results["archive"]["rows"])


def whole_chart(rows: list[dict[str, Any]]) -> Chart:
    """How often the time of the bare parser a run takes."""
    lines = [
        Line(f"{_processes(jobs)}", _points(rows, lambda row, j=jobs: _ratio(row, j)))
        for jobs in ("1", "2")
    ]
    return Chart(
        "Whole run to bare parser",
        "Times as long as parsing the same text alone with as many processes",
        DOCUMENTS,
        "ratio",
        lines,
        log=False,
        limit=(MOST_OF_PARSER, f"limit {MOST_OF_PARSER}"),
    )


def seconds_chart(rows: list[dict[str, Any]]) -> Chart:
    """Seconds of both, on the clock."""
    lines = [
        Line(f"{name}, {_processes(jobs)}", _points(rows, lambda r, k=key, j=jobs: _wall(r[k], j)))
        for key, name in (("bare", "parser"), ("whole", "run"))
        for jobs in ("1", "2")
    ]
    note = "Seconds on the clock, model loaded before"
    return Chart("Whole run and bare parser", note, DOCUMENTS, "seconds", lines)


def share_chart(rows: list[dict[str, Any]]) -> Chart:
    """The share of what comes after extraction."""
    points = _points(rows, lambda row: 100 * row["share"] if "share" in row else None)
    return Chart(
        "Alignment and rules in the whole run",
        "Share of processor time",
        DOCUMENTS,
        "percent",
        [Line("align and rules", points)],
        log=False,
        limit=(100 * MOST_SHARE, f"limit {100 * MOST_SHARE:g} %"),
        show=lambda value: f"{value:.2g} %",
    )


def alignment_chart(section: Mapping[str, Any]) -> Chart:
    """Seconds of alignment over claims."""
    names = {"streamed": "story by story", "pooled": "one pool"}
    grown = section["exponents"]
    told = [f"{n} {grown[key]:.2f}" for key, n in names.items() if grown.get(key) is not None]
    lines = [
        Line(name, [(row["claims"], row["cpu"]) for row in section.get(key, ()) if row["cpu"]])
        for key, name in names.items()
    ]
    note = f"Exponent of growth: {', '.join(told)} (limit {MOST_EXPONENT})"
    return Chart("Alignment alone", note, "claims", "seconds of CPU", lines)


def again_bars(section: Mapping[str, Any]) -> str:
    """Runs over the same documents, a bar each."""
    size = section[DOCUMENTS]
    runs = {
        "cold": "nothing in store",
        "one_more": "one document more",
        "warm": "unchanged",
    }
    bars = [(name, section[key]["wall"]) for key, name in runs.items()]
    return draw_bars(
        f"A run over {size:,} documents again",
        f"Seconds on the clock, start and all; unchanged is {section['faster']:.0f} times faster",
        bars,
        (section["cold"]["wall"] / LEAST_WARM, f"{LEAST_WARM:.0f} times faster"),
        lambda seconds: f"{seconds:.1f} s",
    )


def archive_chart(rows: list[dict[str, Any]]) -> Chart:
    """One new document against archives of several sizes."""
    lines = [
        Line("check", [(row["claims"], row["check"]["cpu"]) for row in rows]),
        Line("its extraction", [(row["claims"], row["extract"]["cpu"]) for row in rows]),
    ]
    note = "Seconds of CPU, without the start of the program and the model"
    return Chart(
        "One new document against an archive", note, "claims in the archive", "seconds", lines
    )


def _points(rows: list[dict[str, Any]], height: Any) -> list[tuple[float, float]]:
    found = ((row[DOCUMENTS], height(row)) for row in rows)
    return [(size, value) for size, value in found if value]


def _ratio(row: Mapping[str, Any], jobs: str) -> float | None:
    told = row["ratios"].get(jobs)
    return told[decides(row, jobs)] if told else None


def _wall(side: Mapping[str, Any], jobs: str) -> float | None:
    return side[jobs]["wall"] if jobs in side else None


def _processes(jobs: str) -> str:
    return "one process" if jobs == "1" else f"{jobs} processes"
