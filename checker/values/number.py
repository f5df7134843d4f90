"""Numbers in figures and words: "1,234", "1.2 million", "two dozen", "hundreds"."""

from __future__ import annotations

import re

from checker.lexicon import load
from checker.values.figure import FIGURES, parse_figures
from checker.values.fraction import (
    AND_PART,
    FRACTION_STARTS,
    FRACTION_TRIGGERS,
    FRACTION_WORDS,
    FRACTIONS,
    parse_fraction,
    part_after,
)
from checker.values.number_words import (
    ONES,
    POINT,
    SCALE,
    SCALES,
    TENS,
    WORDS,
    last_scale,
    parse_words,
)
from checker.values.numeral import Number
from checker.values.phrases import alternatives

_LEXICON = load("numbers")
_LOW: dict[str, float] = dict(_LEXICON["vague_low"])
_HIGH: dict[str, float] = dict(_LEXICON["vague_high"])
_PAIRS = frozenset(_LEXICON["pairs"]["words"])

_PLURALS = alternatives(word for word in _LOW if word.endswith("s") and word != "several")
_VAGUE = alternatives([w for w in _LOW if not w.endswith("s") or w == "several"] + [*_PAIRS])

# Any number, in lower-case text; it must stand between word boundaries.
NUMBER = rf"""(?:
    (?:10|100|1,?000)s(?:\sof\s{_PLURALS})?
  | {FIGURES}
  | {FRACTION_WORDS}
  | {_PLURALS}\sof\s{_PLURALS}
  | {_VAGUE}(?:\s{SCALE})?
  | {_PLURALS}
  | {WORDS}\b(?:{POINT}|[\s-]dozens\b|{AND_PART}(?:[\s-]{SCALE}\b)?)?
)"""

# What a number starts with: a cheap look ahead before NUMBER is tried.
NUMBER_START = (
    rf"(?:[\d{''.join(s for s in FRACTION_TRIGGERS if len(s) == 1)}]|\.\d"
    rf"|{alternatives([*ONES, *TENS, *_LOW, *_PAIRS, *FRACTION_STARTS])}|hundred\s[tm]"
    rf"|an?[\s-]{alternatives([*SCALES, *FRACTIONS])})"
)

# One of these words, or a digit, is in every number.
NUMBER_WORDS = frozenset(
    {*ONES, *TENS, *SCALES, *(f"{scale}s" for scale in SCALES), *FRACTION_TRIGGERS}
    | {"scores", "tens", "several", "few", "handful", "couple", "pair"}
    | set("0123456789")
)

_FIGURE_PLURAL = re.compile(rf"(1,?0+)s(?:\sof\s({_PLURALS}))?")
_MINUS = re.compile(r"(?:minus\s|negative\s|[-−])(.+)", re.DOTALL)
_AND_PART = re.compile(rf"(.+?)({AND_PART})(?:\s(\w+))?")


def parse_number(text: str) -> Number | None:
    """Read lower-case text that NUMBER matched, with or without a minus; None where it is none."""
    minus = _MINUS.fullmatch(text)
    if minus:
        number = parse_number(minus[1])
        return number and number.times(-1)
    plural = _FIGURE_PLURAL.fullmatch(text)
    if plural:
        return _parse_plural(plural)
    if text[0].isdigit() or text[0] == "." or not text[0].isascii():
        return parse_figures(text)
    words = " ".join(text.replace("-", " ").split())
    if words in _PAIRS:
        return Number(2, 2, 1)
    return _parse_vague(words) or parse_fraction(words) or _parse_mixed(words)


def _parse_plural(match: re.Match[str]) -> Number:
    """Read "100s", "1000s of thousands"."""
    base = float(match[1].replace(",", ""))
    factor = _LOW[match[2]] / 2 if match[2] else 1.0
    return Number(2 * base * factor, 10 * base * factor - 1, base * factor, vague=True)


def _parse_mixed(words: str) -> Number | None:
    """Read words with or without a part behind: "two and a half million"."""
    match = _AND_PART.fullmatch(words)
    if match is None:
        return parse_words(words.removesuffix("s"))
    whole, part = parse_words(match[1]), part_after(match[2].strip())
    if whole is None or part is None:
        return None
    # "two million and a half" has its half of the million, "a hundred and a half" of one.
    last = last_scale(match[1].split())
    factor = float(SCALES.get(match[3] or "", 1))
    if factor > 1 and last > 1:
        return None
    more = part * last if last >= 1000 else part
    return whole.plus(more, more).times(factor)


def _parse_vague(words: str) -> Number | None:
    if words in _LOW:
        return Number(_LOW[words], _HIGH[words], 1, vague=True)
    first, _, second = words.partition(" of ")
    if first in _LOW and second in _LOW:
        unit = _LOW[second] / 2
        return Number(_LOW[first] * unit, (_HIGH[first] + 1) * unit - 1, unit, vague=True)
    first, _, scale = words.rpartition(" ")
    if scale not in SCALES:
        return None
    if first in _PAIRS:
        return Number(2, 2, 1).times(SCALES[scale])
    if first in _LOW:
        return Number(_LOW[first], _HIGH[first], 1, vague=True).times(SCALES[scale])
    return None
