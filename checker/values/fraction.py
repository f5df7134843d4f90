"""Parts of a whole: "a third", "two-thirds", "half a million", "2½", "10 1/2", "and a half"."""

from __future__ import annotations

import re

from checker.lexicon import load
from checker.values.number_words import ONES, SCALE, SCALES, SMALL, sum_words
from checker.values.numeral import Number
from checker.values.phrases import alternatives

_LEXICON = load("numbers")
FRACTIONS: dict[str, int] = dict(_LEXICON["fractions"])
SIGNS: dict[str, float] = {
    sign: float(above) / float(below)
    for sign, written in _LEXICON["fraction_signs"].items()
    for above, _, below in (written.partition("/"),)
}

_PARTS = alternatives(FRACTIONS)
# "a fourth" is mostly the one after the third.
_LONE_PARTS = alternatives(part for part in FRACTIONS if part != "fourth")
_SIGN = f"[{''.join(SIGNS)}]"
# "a third of them" is a share, "a third term" the one after the second.
_ALONE = r"(?=\s(?:of|more|less|higher|lower|fewer)\b|\s*(?:[.,;:)]|$))"
# "3/4" is a part, "9/11" and "24/7" are none, nor is "[1/2]" before the first half of a text.
_SLASHED = r"(?<![\[(])(?:[1-4]/[2-5]|[1357]/8|[1-9]/10)(?![\d/])(?<!4/[234])(?<!3/[23])(?<!2/2)"

# "10 1/2", "3/4", "2½", "½".
FRACTION_FIGURE = rf"(?:(?:\d{{1,3}}[ -])?{_SLASHED}|\d{{0,3}}\s?{_SIGN})"
FRACTION_WORDS = rf"""
    half[\s-](?:an?\s{{1,2}})?{SCALE}
  | (?:(?<=than\s)|(?<!first\s)(?<!second\s)(?<!latter\s)(?<!other\s)
       (?=half\s(?:of|the|its|their|all)\b))half\b
  | (?:an?\s|one\s)?(?:quarter|third)\s(?:of\sa\s)?{SCALE}
  | {SMALL}[\s-]{_PARTS}s\s(?:of\sa\s)?{SCALE}\b
  | (?:one[\s-]{_PARTS}|an?\s(?:half|quarter|{_LONE_PARTS}{_ALONE}))\b
  | {SMALL}[\s-](?:halves|{_PARTS}s)\b
"""
# What may follow a whole number: "and a half", "and three quarters", never "and a third of".
AND_PART = rf"[\s-]and[\s-](?:an?|one|two|three|four|five)[\s-](?:half|{_PARTS}s?)\b(?!\sof\b)"

_FIGURE_PARTS = re.compile(rf"(\d{{1,3}})??[\s-]?(?:(\d{{1,2}})/(\d{{1,2}})|({_SIGN}))")
# "a third" is said of 0.31 as well as of 0.35.
_GRAIN = 0.05


def parse_fraction_figure(text: str) -> Number | None:
    """Read what FRACTION_FIGURE matched."""
    match = _FIGURE_PARTS.fullmatch(text)
    if match is None:
        return None
    part = SIGNS[match[4]] if match[4] else int(match[2]) / int(match[3])
    value = part + (int(match[1]) if match[1] else 0)
    return Number(value, value, _GRAIN if value < 1 else 0.25)


def parse_fraction(words: str) -> Number | None:
    """Read "half", "a third", "two thirds", "half a million", "a quarter of a million"."""
    if words == "half":
        return Number(0.5, 0.5, _GRAIN)
    parts = [word for word in words.split() if word not in {"a", "an", "of"}]
    scale = 1.0
    if parts[-1] in SCALES and len(parts) > 1:
        scale = float(SCALES[parts.pop()])
    share = _share(parts)
    return None if share is None else Number(share, share, _GRAIN).times(scale)


def part_after(words: str) -> float | None:
    """The worth of "and a half", "and three quarters"."""
    return _share([word for word in words.split() if word not in {"a", "an", "and"}])


def _share(parts: list[str]) -> float | None:
    below = parts.pop()
    divisor = FRACTIONS.get(below) or FRACTIONS.get("half" if below == "halves" else below[:-1])
    above = sum_words(parts) if parts else 1.0
    if divisor is None or above is None or not 0 < above < divisor:
        return None
    return above / divisor


FRACTION_STARTS = ("half", "quarter", "third", *ONES)
FRACTION_TRIGGERS = frozenset({*FRACTIONS, *(f"{part}s" for part in FRACTIONS), "halves", *SIGNS})
