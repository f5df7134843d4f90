"""Numbers in figures and words: "1,234", "1.2 million", "two dozen", "hundreds"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.lexicon import load
from checker.values.phrases import alternatives

_LEXICON = load("numbers")
_ONES: dict[str, int] = dict(_LEXICON["ones"])
_TENS: dict[str, int] = dict(_LEXICON["tens"])
_SCALES: dict[str, int] = dict(_LEXICON["scales"])
_SHORT: dict[str, int] = dict(_LEXICON["short_scales"])
_FRACTIONS: dict[str, int] = dict(_LEXICON["fractions"])
_LOW: dict[str, float] = dict(_LEXICON["vague_low"])
_HIGH: dict[str, float] = dict(_LEXICON["vague_high"])
_PAIRS = frozenset(_LEXICON["pairs"]["words"])


_SCALE = alternatives(_SCALES)
_PARTS = alternatives(_FRACTIONS)
# "a third of them" is a share, "a third term" the one after the second.
_ALONE = r"(?=\s(?:of|more|less|higher|lower|fewer)\b|\s*(?:[.,;:)]|$))"
_PLURALS = alternatives(word for word in _LOW if word.endswith("s") and word != "several")
_SMALL = alternatives([*_ONES, *_TENS])
_AND = "(?:" + "|".join(f"(?<={word})" for word in sorted(_SCALES)) + r")\sand\s"

# "40 000" with a plain space only where the hundreds are whole.
FIGURE = (
    r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,3}(?:[ ]\d{3}){0,2}[ ]\d00(?!\d)|\d+)"
    r"(?:\.\d+)?"
)
WORDS = rf"(?:{_SMALL}|an?\s{_SCALE})(?:(?:[\s-]|{_AND})(?:{_SMALL}|{_SCALE})\b){{0,9}}"
_HALF = r"[\s-]and[\s-]a[\s-]half"
_VAGUE = alternatives([w for w in _LOW if not w.endswith("s") or w == "several"] + [*_PAIRS])

# Any number, in lower-case text; it must stand between word boundaries.
NUMBER = rf"""(?:
    {FIGURE}(?:{_HALF})?(?:[\s-]?(?:{_SCALE}|{alternatives(_SHORT)})\b)?
  | (?:10|100|1,?000)s(?:\sof\s{_PLURALS})?
  | half[\s-](?:an?\s)?{_SCALE}
  | (?<!first\s)(?<!second\s)(?<!latter\s)(?<!other\s)half(?=\s(?:of|the|its|their|all)\b)
  | an?\s(?:quarter|third)\sof\sa\s{_SCALE}
  | (?:one[\s-]{_PARTS}|an?\s(?:half|quarter|{_PARTS}{_ALONE}))\b
  | {_SMALL}[\s-]{_PARTS}s\b
  | {_PLURALS}\sof\s{_PLURALS}
  | {_VAGUE}(?:\s{_SCALE})?
  | {_PLURALS}
  | {WORDS}\b(?:{_HALF}(?:[\s-]{_SCALE})?)?
)"""

# What a number starts with: a cheap look ahead before NUMBER is tried.
NUMBER_START = (
    rf"(?:\d|{alternatives([*_ONES, *_TENS, *_LOW, *_PAIRS, 'half'])}"
    rf"|an?[\s-]{alternatives([*_SCALES, *_FRACTIONS])})"
)

# One of these words, or a digit, is in every number.
NUMBER_WORDS = frozenset(
    {*_ONES, *_TENS, *_SCALES, *_FRACTIONS, "halves", "thirds", "quarters", "fifths", "sixths"}
    | {"eighths", "tenths", "dozens", "scores", "hundreds", "thousands", "millions", "billions"}
    | {"trillions", "tens", "several", "few", "handful", "couple", "pair"}
    | set("0123456789")
)

_FIGURE = re.compile(rf"({FIGURE})({_HALF})?[\s-]?([a-z]*)")
# Longer rows of digits are no numbers of news, and leave the range of floats.
_LONGEST = 60
_FIGURE_PLURAL = re.compile(rf"(1,?0+)s(?:\sof\s({_PLURALS}))?")


@dataclass(frozen=True, slots=True)
class Number:
    """Closed bounds, the worth of the last digit written, and whether it is vague."""

    low: float
    high: float
    grain: float
    vague: bool = False

    def times(self, factor: float) -> Number:
        """The number in units of `factor`."""
        low, high = sorted((self.low * factor, self.high * factor))
        return Number(low, high, self.grain * abs(factor), self.vague)


def parse_number(text: str) -> Number | None:
    """Read lower-case text that NUMBER matched; None where the words make no number."""
    if text[0].isdigit():
        return _parse_figures(text)
    words = " ".join(text.replace("-", " ").split())
    if words in _PAIRS:
        return Number(2, 2, 1)
    return _parse_vague(words) or _parse_fraction(words) or _parse_words(words)


def _parse_figures(text: str) -> Number | None:
    plural = _FIGURE_PLURAL.fullmatch(text)
    if plural:
        base = float(plural[1].replace(",", ""))
        factor = _LOW[plural[2]] / 2 if plural[2] else 1.0
        return Number(2 * base * factor, 10 * base * factor - 1, base * factor, vague=True)
    match = _FIGURE.fullmatch(text)
    if match is None or len(match[1]) > _LONGEST:
        return None
    return parse_figure(match[1], half=bool(match[2])).times(scale_of(match[3]))


def parse_figure(figure: str, *, half: bool = False) -> Number:
    """Read digits: "1,234.5" has a grain of 0.1."""
    digits = re.sub(r"[^\d.]", "", figure)
    decimals = len(digits.partition(".")[2])
    value = float(digits) + (0.5 if half else 0.0)
    return Number(value, value, 0.5 if half else 10.0**-decimals)


def scale_of(word: str) -> float:
    """The worth of "million", "bn", "k"; 1 for none."""
    return float(_SCALES.get(word) or _SHORT.get(word) or 1)


def _parse_vague(words: str) -> Number | None:
    if words in _LOW:
        return Number(_LOW[words], _HIGH[words], 1, vague=True)
    first, _, second = words.partition(" of ")
    if first in _LOW and second in _LOW:
        unit = _LOW[second] / 2
        return Number(_LOW[first] * unit, (_HIGH[first] + 1) * unit - 1, unit, vague=True)
    first, _, scale = words.rpartition(" ")
    if scale not in _SCALES:
        return None
    if first in _PAIRS:
        return Number(2, 2, 1).times(_SCALES[scale])
    if first in _LOW:
        return Number(_LOW[first], _HIGH[first], 1, vague=True).times(_SCALES[scale])
    return None


def _parse_fraction(words: str) -> Number | None:
    """Read "a third", "two thirds", "half a million", "a quarter of a million"."""
    if words == "half":
        return Number(0.5, 0.5, 0.05)
    parts = [word for word in words.split() if word not in {"a", "an", "of"}]
    scale = 1.0
    if parts[-1] in _SCALES and len(parts) > 1:
        scale = float(_SCALES[parts.pop()])
    below = parts.pop()
    divisor = _FRACTIONS.get(below) or _FRACTIONS.get("half" if below == "halves" else below[:-1])
    above = _sum(parts) if parts else 1.0
    if divisor is None or above is None or above >= divisor:
        return None
    # "a third" is said of 0.31 as well as of 0.35.
    return Number(above / divisor, above / divisor, 0.05).times(scale)


def _parse_words(words: str) -> Number | None:
    """Read "twenty one", "two hundred and five thousand", "two and a half million"."""
    whole, half, scale = words.partition(" and a half")
    parts = [word for word in whole.split() if word not in {"a", "an", "and"}]
    last = float(_SCALES[parts[-1]]) if parts and parts[-1] in _SCALES else 1.0
    value = _sum(parts)
    if value is None:
        return None
    if not half:
        return Number(value, value, last if last >= 1_000_000 else 1.0)
    # "two million and a half" has its half of the million.
    factor = float(_SCALES.get(scale.strip(), 1))
    if factor > 1 and last > 1:
        return None
    return Number(value + last / 2, value + last / 2, last / 2).times(factor)


def _sum(parts: list[str]) -> float | None:
    """Add up number words; None where they do not follow each other as in one number."""
    total, group, least = 0.0, 0.0, 100.0
    ceiling = float("inf")
    for part in parts:
        worth = _ONES.get(part, _TENS.get(part))
        if worth is not None:
            if worth >= least or (least == 10 and worth > 9):
                return None
            group, least = group + worth, (10.0 if worth >= 20 else 0.0)
            continue
        scale = _SCALES.get(part)
        if scale is None:
            return None
        if scale < 1000:
            group, least = (group or 1.0) * scale, (100.0 if scale == 100 else 0.0)
        elif scale < ceiling:
            total, group, least = total + (group or 1.0) * scale, 0.0, 100.0
            ceiling = float(scale)
        else:
            # "a hundred thousand million" is nobody's way to write.
            return None
    return total + group
