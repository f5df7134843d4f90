"""Charts are well-formed, stay on the page, and say what they show."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from benchmarks.speed.bars import draw_bars
from benchmarks.speed.chart import HEIGHT, WIDTH, Chart, Line, draw, short, ticks
from benchmarks.speed.plots import plots

SVG = "{http://www.w3.org/2000/svg}"
SPENT = {"1": {"wall": 2.0, "cpu": 2.0}, "2": {"wall": 1.0, "cpu": 2.1}}
RATIOS = {"1": {"wall": 1.2, "cpu": 1.21}, "2": {"wall": 1.25, "cpu": 1.2}}


def parsed(drawn):
    return ET.fromstring(drawn)  # noqa: S314  (our own)


def row(documents):
    spent = {"bare": SPENT, "whole": SPENT, "ratios": RATIOS, "share": 0.08}
    return {"documents": documents, **spent}


def counted(claims):
    return {"claims": claims, "cpu": claims / 9_000, "peak_mb": 300}


RESULTS = {
    "whole": {"rows": [row(10), row(100), row(1_000)]},
    "alignment": {
        "streamed": [counted(10_000), counted(100_000)],
        "pooled": [counted(10_000)],
        "exponents": {"streamed": 1.0, "pooled": None},
    },
    "again": {
        "documents": 1_000,
        "faster": 22.0,
        "cold": {"wall": 60.0},
        "one_more": {"wall": 4.0},
        "warm": {"wall": 2.7},
    },
    "archive": {"rows": [{"claims": 10_000, "check": {"cpu": 0.2}, "extract": {"cpu": 0.1}}]},
}


def chart(points=((10, 1.0), (1_000, 90.0)), **other):
    lines = (Line('tom & "jerry" <3', points), Line("other", ((10, 2.0), (1_000, 91.0))))
    return Chart("a < b", "note", "documents", "seconds", lines, **other)


@pytest.mark.parametrize("name", plots(RESULTS))
def test_every_plot_is_well_formed_and_on_the_page(name):
    root = parsed(plots(RESULTS)[name])
    width, height = int(root.get("width")), int(root.get("height"))
    for circle in root.iter(f"{SVG}circle"):
        assert 0 < float(circle.get("cx")) < width
        assert 0 < float(circle.get("cy")) < height
    for line in root.iter(f"{SVG}line"):
        assert 0 < float(line.get("y1")) < height


def test_words_of_a_chart_are_escaped():
    root = parsed(draw(chart()))
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert 'tom & "jerry" <3' in words
    assert root.find(f"{SVG}title").text == "a < b"


def test_a_chart_without_points_is_still_a_drawing():
    empty = Chart("none", "measured", "documents", "seconds", [Line("nothing", [])])
    assert parsed(draw(empty)).tag == f"{SVG}svg"


def test_names_of_lines_do_not_lie_upon_each_other():
    root = parsed(draw(chart()))
    places = [float(t.get("y")) for t in root.iter(f"{SVG}text") if "halo" in t.get("class", "")]
    assert abs(places[0] - places[1]) >= 17


def test_a_logarithmic_axis_goes_up_the_page():
    root = parsed(draw(chart()))
    low, high = [float(c.get("cy")) for c in root.iter(f"{SVG}circle")][:2]
    assert low > high
    assert high > 0 and low < HEIGHT and WIDTH > 0


def test_ticks_are_round_and_within():
    assert ticks(8, 12_000, True) == [10, 100, 1_000, 10_000]
    assert ticks(0.8, 12, True) == [1, 2, 5, 10]
    assert ticks(0, 1.5, False) == [0, 0.5, 1.0, 1.5]


def test_figures_of_ticks_are_short():
    assert [short(f) for f in (0.5, 20, 1_000, 30_000, 1e6)] == ["0.5", "20", "1k", "30k", "1M"]


def test_bars_are_well_formed():
    root = parsed(draw_bars("t", "n", [("a & b", 3.0), ("c", 0.0)], (1.0, "limit"), str))
    assert len(list(root.iter(f"{SVG}rect"))) == 2
