"""The shapes of dates, as one regex over lower-case text."""

from __future__ import annotations

import re
from collections.abc import Collection

from checker.values.calendar_words import (
    DAYPARTS,
    FEASTS,
    MONTHS,
    NEAR_DAYS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from checker.values.number import NUMBER, NUMBER_START
from checker.values.phrases import alternatives


def _written(names: Collection[str]) -> str:
    """Names whole, or cut short with or without a full stop: "Sept. 3", "in September."."""
    whole = [name for name in names if not any(n != name and n.startswith(name) for n in names)]
    cut = sorted(set(names) - set(whole))
    return rf"(?:{alternatives(whole)}(?!\w)|{alternatives(cut)}(?!\w)\.?)"


_YEAR = r"(?:1[5-9]\d\d|20\d\d|2100)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORD = r"(?:st|nd|rd|th)?"
_MONTH = _written(MONTHS)
_WEEKDAY = _written(WEEKDAYS)
_PART = alternatives(DAYPARTS)
_SEASON = alternatives(SEASONS)
_UNIT = alternatives(form for form in UNITS if UNITS[form] not in {"quarter", "second"})

SHAPES: dict[str, str] = {
    "iso": r"(?P<iso_y>\d{4})(?P<iso_s>[-/])(?P<iso_m>\d\d)(?P=iso_s)(?P<iso_d>\d\d)"
    r"(?:[t\s](?P<iso_t>\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(?:\s?z|\s?[+-]\d\d:?\d\d)?)?",
    "numeric": r"(?P<n_a>\d{1,2})(?P<n_s>[./-])(?P<n_b>\d{1,2})(?P=n_s)(?P<n_y>\d{4}|\d\d)",
    "dmy": rf"(?:(?P<dmy_w>{_WEEKDAY}),?\s)?(?:the\s)?(?P<dmy_d>{_DAY}){_ORD}"
    rf"(?:\s?[-–]\s?(?P<dmy_d2>{_DAY}){_ORD})?"
    rf"\s(?:of\s)?(?P<dmy_m>{_MONTH})(?:,?\s(?:(?P<dmy_y>{_YEAR})|(?P<dmy_r>last|this|next)\syear(?!\w)))?",
    "mdy": rf"(?:(?P<mdy_w>{_WEEKDAY}),?\s)?(?P<mdy_m>{_MONTH})\s(?:the\s)?(?P<mdy_d>{_DAY}){_ORD}"
    rf"(?:\s?[-–]\s?(?P<mdy_d2>{_DAY}){_ORD})?(?![\d:]|\.\d)(?:,?\s(?:(?P<mdy_y>{_YEAR})|(?P<mdy_r>last|this|next)\syear(?!\w)))?",
    "my": rf"(?P<my_m>{_MONTH}),?\s(?:of\s)?(?P<my_y>{_YEAR})",
    "quarter": rf"(?:q(?P<q_n>[1-4])|(?P<q_w>first|second|third|fourth|last)\squarter)"
    rf"(?:\s(?:of\s)?(?P<q_y>{_YEAR}))",
    "feast": rf"(?P<f_f>{alternatives(FEASTS)})(?:,?\s(?P<f_y>{_YEAR}))?",
    "ago": rf"(?:(?P<ago_n>{NUMBER})|(?P<ago_a>an?))[\s-](?P<ago_u>{_UNIT})\sago",
    "near": rf"(?P<near_w>{alternatives(NEAR_DAYS)})(?:\s(?P<near_p>{_PART}))?",
    "this": r"(?:this\s(?P<this_p>morning|afternoon|evening)|last\s(?P<this_n>night))",
    "next": rf"(?:(?P<rel_e>earlier|later)\s)?(?P<rel_w>last|this|next|past|previous)\s"
    rf"(?:(?P<rel_u>week|weekend|month|year|decade|century)|(?P<rel_s>{_SEASON})"
    rf"|(?P<rel_m>{_MONTH})|(?P<rel_d>{_WEEKDAY})(?:\s(?P<rel_p>{_PART}))?)",
    "weekday": rf"(?P<w_d>{_WEEKDAY})(?:\s(?P<w_p>{_PART}))?",
    "season": rf"(?P<s_s>{_SEASON})\s(?:of\s)?(?P<s_y>{_YEAR})",
    "decade": r"(?P<dec>(?:1[5-9]|20)\d0)['’]?s",
    "month": rf"(?P<m_m>{_MONTH})",
    "year": rf"(?P<y_y>{_YEAR})",
}
_START = (
    rf"\d|{NUMBER_START}|the\s\d|an?\s{_UNIT}|q[1-4]"
    + "|"
    + alternatives(
        {*MONTHS, *WEEKDAYS, *NEAR_DAYS, *FEASTS, *SEASONS}
        | {"last", "this", "next", "past", "previous", "earlier", "later"}
        | {"first", "second", "third", "fourth"}
    )
)
FIND = re.compile(
    rf"""
    (?<![\w/#$£€.])(?={_START})(?:(?<![–-])|(?<=mid-)|(?<=\d[-–])|(?<=early-)|(?<=late-))
    (?:{"|".join(f"(?P<{name}>{shape})" for name, shape in SHAPES.items())})
    (?!\w|[:/]\d|[.,]\d|-\d\d?(?!\d))
    """,
    re.VERBOSE,
)
# "2008-2018", "2008 to 2018": what follows a year that is one.
ANOTHER_YEAR = re.compile(rf"(?:\s?[-–]\s?|\sto\s){_YEAR}(?!\w)")
