"""Ages in a text: "65-year-old", "aged 65", "67yo", "67 years old", "aged five"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model.value import Hedge, Quantity
from checker.values.calendar_words import DAYS, UNITS
from checker.values.figure import FIGURE
from checker.values.hedge import bounds, hedge_before, settle
from checker.values.lower import lower
from checker.values.number import parse_number
from checker.values.number_words import WORDS
from checker.values.numeral import Number
from checker.values.phrases import alternatives
from checker.values.reading import Reading

TRIGGERS = frozenset({"old", "olds", "aged", "age", "ages", "yo", "yr", "yrs"})

_UNIT = alternatives(form for form in UNITS if UNITS[form] in {"day", "week", "month", "year"})
_NUMBER = rf"(?:{FIGURE}|{WORDS})"
_FIND = re.compile(
    rf"""
    (?<![\w$£€.,/])(?:
      (?P<low>{_NUMBER}) (?: (?:\s?[-–]\s?|\s(?:to|or|and)\s) (?P<high>{_NUMBER}) )?
        (?: [\s-]?(?P<unit>{_UNIT})(?:[\s-]olds?|\sof\sage) | \s?y/?o )
    | (?:aged|ages|at\sthe\sage\sof|age|between\sthe\sages\sof)\s (?:between\s|from\s)?
        (?P<aged>\d{{1,3}}|{WORDS})
        (?: (?:\s?[-–]\s?|\s(?:to|and)\s) (?P<aged2>\d{{1,3}}|{WORDS}) )?
    )
    (?!\w|[.,]\d|%)
    """,
    re.VERBOSE,
)
_OLDEST = 130.0


def find_ages(text: str) -> Iterator[Reading[Quantity]]:
    """Yield the ages of a text, in order; their unit is "year" and `written_unit` "age"."""
    lowered = lower(text)
    for match in _FIND.finditer(lowered):
        reading = _read(text, lowered, match)
        if reading is not None:
            yield reading


def _read(text: str, lowered: str, match: re.Match[str]) -> Reading[Quantity] | None:
    low = parse_number(match["low"] or match["aged"])
    upper = match["high"] or match["aged2"]
    high = parse_number(upper) if upper else low
    if low is None or high is None or low.low > high.high:
        return None
    worth = DAYS[UNITS[match["unit"]]] / DAYS["year"] if match["unit"] else 1.0
    # "a 200-year-old bridge": things have ages too, but "aged 200" is a cheese's.
    if not match["unit"] and high.high > _OLDEST:
        return None
    start, before = hedge_before(lowered, match.start())
    quoted = text[start : match.end()]
    groups = ("low", "high", "aged", "aged2")
    figures = tuple(match.span(group) for group in groups if match[group])
    return Reading(
        start, match.end(), _age(quoted, low, high, worth, before), match.span(), figures
    )


def _age(text: str, low: Number, high: Number, worth: float, before: Hedge | None) -> Quantity:
    hedge = settle(before, None, vague=low.vague, ranged=low is not high)
    least, most = bounds(low.low * worth, high.high * worth, hedge)
    return Quantity(
        text=text,
        low=least,
        high=most,
        unit="year",
        written_unit="age",
        grain=low.grain * worth,
        hedge=hedge,
    )
