"""Colours meet WCAG 2.2 AA in the light, the dark and the printed page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import checker.render

STYLES = Path(checker.render.__file__).parent / "templates" / "css"
CSS = "".join((STYLES / name).read_text("utf-8") for name in ("colours.css", "print.css"))
SCHEMES = dict(
    zip(("light", "dark", "print"), re.findall(r":root \{(?P<names>[^}]*)\}", CSS), strict=True)
)
TINTS = ("va", "vb", "vc", "vd", "ve", "vf")

# What is read on what. Text needs 4.5, marks and icons 3.
TEXT = [
    (ink, ground)
    for ink in ("ink", "soft", "link", "error", "warning", "note")
    for ground in ("paper", "sheet")
] + [
    ("ink", "mark"),
    ("ink", "label"),
    ("soft", "label"),
    ("link", "label"),
    ("paper", "ink"),
    ("paper", "part"),
]
TEXT += [("ink", tint) for tint in TINTS]
SHAPES = [
    ("mark-line", "sheet"),
    ("part", "paper"),
    ("edge", "sheet"),
    ("edge", "paper"),
    *((f"{tint}-line", "sheet") for tint in TINTS),
    *((f"{tint}-line", tint) for tint in TINTS),
    *((("icon-line", s)) for s in ("error", "warning", "note")),
]


def colours(scheme):
    return dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{3,6})", SCHEMES[scheme]))


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * d for d in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(left, right):
    low, high = sorted((luminance(left), luminance(right)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") < 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text(scheme, ink, ground):
    known = colours(scheme)
    assert contrast(known[ink], known[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes(scheme, shape, ground):
    known = colours(scheme)
    assert contrast(known[shape], known[ground]) >= 3
