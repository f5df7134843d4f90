"""Numbers in digits: "1,234", "12 500", "1.2 million", "3 million and a half", "44m"."""

from __future__ import annotations

import re

from checker.lexicon import load
from checker.values.fraction import AND_PART, FRACTION_FIGURE, parse_fraction_figure, part_after
from checker.values.number_words import SCALE, SCALES
from checker.values.numeral import Number
from checker.values.phrases import alternatives

_SHORT: dict[str, int] = dict(load("numbers")["short_scales"])

# "40 000" with a plain space only where the hundreds are whole, or the number is long;
# "12,34,567" is how India parts a number.
FIGURE = (
    r"(?:(?:\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,2}(?:,\d\d){1,4},\d{3}(?!\d)"
    r"|\d{1,3}(?:[ ]\d{3}){0,2}[ ]\d00(?!\d)|\d{1,3}(?:[ ]\d{3}){2,4}(?!\d)|\d+)"
    r"(?:\.\d+)?|(?<![\d.])\.\d+)"
)
FIGURES = rf"""
    {FRACTION_FIGURE}(?:[\s-]{SCALE}\b)?
  | {FIGURE}(?:{AND_PART}(?:[\s-]{SCALE}\b)?
      |(?:\s?-?(?:{SCALE}s?|{alternatives(_SHORT)})\b(?:{AND_PART})?)?)
"""
_FIGURE = re.compile(
    rf"(?P<figure>{FIGURE})(?P<part>{AND_PART})?[\s-]?(?P<scale>[a-z]*?)(?P<rest>{AND_PART})?"
)
_FRACTION = re.compile(rf"(?P<figure>{FRACTION_FIGURE})[\s-]?(?P<scale>[a-z]*)")
# Longer rows of digits are no numbers of news, and leave the range of floats.
_LONGEST = 60


def parse_figures(text: str) -> Number | None:
    """Read what FIGURES matched."""
    fraction = _FRACTION.fullmatch(text)
    if fraction:
        number = parse_fraction_figure(fraction["figure"])
        return number and number.times(scale_of(fraction["scale"]))
    match = _FIGURE.fullmatch(text)
    if match is None or len(match["figure"]) > _LONGEST:
        return None
    scale = scale_of(match["scale"])
    number = parse_figure(match["figure"])
    for group in ("part", "rest"):
        more = part_after(match[group].replace("-", " ")) if match[group] else 0.0
        if more is None:
            return None
        # "3 million and a half" has its half of the million, "1½ million" too.
        unit = scale if group == "rest" and scale < 1000 else 1.0
        number = number.plus(more / unit, more / unit) if more else number
    return number.times(scale)


def parse_figure(figure: str) -> Number:
    """Read digits: "1,234.5" has a grain of 0.1."""
    digits = re.sub(r"[^\d.]", "", figure)
    decimals = len(digits.partition(".")[2])
    value = float(digits)
    return Number(value, value, 10.0**-decimals)


def scale_of(word: str) -> float:
    """The worth of "million", "dozens", "bn", "k"; 1 for none."""
    scale = SCALES.get(word) or _SHORT.get(word) or SCALES.get(word.removesuffix("s"))
    return float(scale or 1)
