"""All shapes of dates as one regex over lower-case text."""

from __future__ import annotations

import re
from functools import cache

from checker.values.calendar_words import (
    DAY_WORDS,
    DECADE_WORDS,
    FEASTS,
    MONTHS,
    NEAR_DAYS,
    SEASONS,
    STEPS,
    WEEKDAYS,
)
from checker.values.date_words import DAY_ORDINAL, NTH, STEP, UNIT, YEAR
from checker.values.day_shapes import DAY_SHAPES
from checker.values.number import NUMBER_START
from checker.values.phrases import alternatives
from checker.values.stretch_shapes import STRETCH_SHAPES

# The first that matches wins.
SHAPES: dict[str, str] = DAY_SHAPES | STRETCH_SHAPES

_NAMED = {*MONTHS, *WEEKDAYS, *NEAR_DAYS, *FEASTS, *SEASONS, *STEPS, *DAY_WORDS}
# What a date starts with: a cheap look ahead before the shapes are tried.
_START = (
    rf"\d|{NUMBER_START}|an?\s{UNIT}|q[1-4]|h[12]"
    rf"|the\s(?:[\d'’]|(?:week|month|year)\sa|{NTH}|{DAY_ORDINAL}|{STEP}|{alternatives(DECADE_WORDS)})"
    rf"|{alternatives(_NAMED | {'earlier', 'later', 'final'})}"
)
# "2008-2018", "2008 to 2018": what follows a year that is one.
ANOTHER_YEAR = re.compile(rf"(?:\s?[-–]\s?|\sto\s){YEAR}(?!\w)")


@cache
def date_pattern() -> re.Pattern[str]:
    """The pattern of all shapes, each a group of its own; a cheap look ahead comes first.

    Compiled when it is first asked for: that takes longer than a run in which nothing is new.
    """
    return re.compile(
        rf"""
        (?<![\w/#$£€.])(?={_START})(?:(?<![–-])|(?<=mid-)|(?<=\d[-–])|(?<=early-)|(?<=late-))
        (?:{"|".join(f"(?P<{name}>{shape})" for name, shape in SHAPES.items())})
        (?!\w|[:/]\d|[.,]\d|-\d\d?(?!\d))
        """,
        re.VERBOSE,
    )
