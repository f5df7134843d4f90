"""Pieces that the shapes of dates are made of, as regexes over lower-case text."""

from __future__ import annotations

from collections.abc import Collection

from checker.values.calendar_words import (
    DAY_WORDS,
    DAYPARTS,
    MONTHS,
    SEASONS,
    STEPS,
    UNITS,
    WEEKDAYS,
)
from checker.values.phrases import alternatives


def _written(names: Collection[str]) -> str:
    """Names whole, or cut short with or without a full stop: "Sept. 3", "in September."."""
    whole = [name for name in names if not any(n != name and n.startswith(name) for n in names)]
    cut = sorted(set(names) - set(whole))
    return rf"(?:{alternatives(whole)}(?!\w)|{alternatives(cut)}(?!\w)\.?)"


def _forms(units: Collection[str]) -> str:
    return alternatives(form for form in UNITS if UNITS[form] in units)


YEAR = r"(?:1[5-9]\d\d|20\d\d|2100)"
# Beside a day and month an older year is one too, where nothing is counted.
ANY_YEAR = rf"(?:{YEAR}|1[0-4]\d\d(?=\s?[.,;:)]|$))"
# "2016", "this year": the year of a part of it.
OWN_YEAR = rf"(?:{YEAR}|(?:last|this|next)\syear)(?!\w)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
# "3", "3rd".
DAY_FIGURE = rf"{DAY}(?:st|nd|rd|th)?"
# "third", "twenty-first"; and with "twenty-one".
DAY_ORDINAL = alternatives(w for w in DAY_WORDS if w[-2:] in {"st", "nd", "rd", "th"})
DAY_WORD = alternatives(DAY_WORDS)
# What joins two days of one month.
DAY_TO = r"(?:\s?[-–]\s?|\s(?:to|until|till|through|and)\s)(?:the\s)?"
MONTH = _written(MONTHS)
WEEKDAY = _written(WEEKDAYS)
PART = alternatives(DAYPARTS)
SEASON = alternatives(SEASONS)
STEP = alternatives(STEPS)
NTH = r"(?:first|second|third|fourth|fifth|last|final|[1-5](?:st|nd|rd|th))"
UNIT = _forms(set(UNITS.values()) - {"quarter", "second"})
LONG_UNIT = _forms({"day", "week", "weekend", "month", "year", "decade", "century"})
