"""Four figures: a year or a count."""

from __future__ import annotations

import re

from checker.lexicon import load
from checker.values.date_shapes import ANOTHER_YEAR
from checker.values.hedge import hedge_before
from checker.values.label import is_label
from checker.values.phrases import alternatives

_LEXICON = load("times")
# A year of old needs one of these before it, a bracket, or another year beside it.
_BEFORE_YEAR = re.compile(
    rf"(?<!\w){alternatives(_LEXICON['before']['year'])}[\s-]$|[(–-]$|(?<!\d)\d{{4}}\sand\s$"
)
# "about 2000 people", "room 2012": a number of four figures that is no year.
_COUNTED = re.compile(rf"\s{alternatives(_LEXICON['before']['counted'])}(?!\w)")
_MODERN = range(1900, 2050)


def is_year(lowered: str, start: int, end: int) -> bool:
    """Say whether four figures are a year and no count: "in 1850", "the 2015 race"."""
    if _COUNTED.match(lowered, end) or is_label(lowered, start):
        return False
    if int(lowered[start:end]) in _MODERN and hedge_before(lowered, start)[1] is None:
        return True
    before = _BEFORE_YEAR.search(lowered, max(0, start - 12), start)
    return before is not None or ANOTHER_YEAR.match(lowered, end) is not None
