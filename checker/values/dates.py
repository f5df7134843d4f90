"""Single dates in a text, before ranges and open ends are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker.lexicon import load
from checker.model.value import Grain
from checker.values import absolute_dates, absolute_stretches, counted_dates, relative_dates
from checker.values.date_shapes import SHAPES, date_pattern
from checker.values.dated import Dated
from checker.values.phrases import alternatives
from checker.values.year import is_year

_BUILDERS = (
    absolute_dates.BUILDERS
    | absolute_stretches.BUILDERS
    | relative_dates.BUILDERS
    | counted_dates.BUILDERS
)

_LEXICON = load("times")
# "in March", "since Dec": a month that could be a name or a verb needs one of these before it.
_BEFORE_NAME = re.compile(rf"(?<!\w){alternatives(_LEXICON['before']['name'])}[\s-]$")
_SURE_MONTHS = frozenset(_LEXICON["before"]["sure_months"])
# The groups of each shape that are names, and so capitals.
_NAMES = {
    "dmy": ("dmy_w", "dmy_m"),
    "mdy": ("mdy_w", "mdy_m"),
    "my": ("my_m",),
    "next": ("rel_m", "rel_d"),
    "nth": ("nth_m", "nth_w"),
    "wday": ("wd_w",),
    "ofweek": ("ow_d",),
    "inweek": ("iw_d",),
    "weekday": ("w_d",),
    "month": ("m_m",),
}
# Small letters are enough for names that are nothing else: "friday", "october".
_NOTHING_ELSE = frozenset(_LEXICON["before"]["nothing_else"])


def find_dated(text: str, lowered: str, base: date | None) -> Iterator[Dated]:
    """Yield the single dates of a text in order; `lowered` is its lower case."""
    for match in date_pattern().finditer(lowered):
        name = next(shape for shape in SHAPES if match[shape] is not None)
        if not _is_written_as_date(text, lowered, match, name):
            continue
        dated = _BUILDERS[name](match, Dated(match.start(), match.end(), Grain.DAY), base)
        if dated is not None:
            yield dated


def _is_written_as_date(text: str, lowered: str, match: re.Match[str], name: str) -> bool:
    """Names of months and days are capitals; what may be no date needs its surroundings."""
    for group in _NAMES.get(name, ()):
        if match[group] and not (
            text[match.start(group)].isupper() or match[group] in _NOTHING_ELSE
        ):
            return False
    if name == "year":
        return is_year(lowered, match.start(), match.end())
    sure = bool(
        (name != "month" or match["m_m"] in _SURE_MONTHS)
        # "Sun" and "Sat" begin headlines of their own.
        and (name != "weekday" or len(match["w_d"].rstrip(".")) > 4)
        # "in Q3", where a car may be a Q3.
        and (name != "quarter" or match["q_y"] or match["q_y2"])
    )
    return (
        sure or _BEFORE_NAME.search(lowered, max(0, match.start() - 12), match.start()) is not None
    )
