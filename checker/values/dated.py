"""Single dates as words write them: shapes, and what they say before and after resolution."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from checker.model.value import Grain
from checker.values.calendar_words import (
    DAYPARTS,
    FEASTS,
    GRAINS,
    MONTHS,
    NEAR_DAYS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from checker.values.number import NUMBER, parse_number
from checker.values.phrases import alternatives
from checker.values.stretches import (
    Stretch,
    at,
    closest_year,
    day_stretch,
    make_day,
    month_stretch,
    month_year,
    recent_weekday,
    shift_months,
    week_of,
    year_stretch,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """One date: where it stands, its bounds where resolved, and what is written."""

    start: int
    end: int
    grain: Grain
    first: datetime | None = None
    last: datetime | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: bool = False
    ambiguous: bool = False

    def within(self, stretch: Stretch | None) -> Dated:
        """The date with its bounds."""
        if stretch is None:
            return self
        return replace(self, first=stretch[0], last=stretch[1])


_YEAR = r"(?:1[5-9]\d\d|20\d\d|2100)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORD = r"(?:st|nd|rd|th)?"
_MONTH = rf"{alternatives(MONTHS)}(?!\w)\.?"
_WEEKDAY = rf"{alternatives(WEEKDAYS)}(?!\w)\.?"
_PART = alternatives(DAYPARTS)
_SEASON = alternatives(SEASONS)
_UNIT = alternatives(form for form in UNITS if UNITS[form] not in {"quarter", "second"})

_SHAPES: dict[str, str] = {
    "iso": r"(?P<iso_y>\d{4})(?P<iso_s>[-/])(?P<iso_m>\d\d)(?P=iso_s)(?P<iso_d>\d\d)"
    r"(?:[t\s](?P<iso_t>\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(?:\s?z|\s?[+-]\d\d:?\d\d)?)?",
    "numeric": r"(?P<n_a>\d{1,2})(?P<n_s>[./-])(?P<n_b>\d{1,2})(?P=n_s)(?P<n_y>\d{4}|\d\d)",
    "dmy": rf"(?:(?P<dmy_w>{_WEEKDAY}),?\s)?(?:the\s)?(?P<dmy_d>{_DAY}){_ORD}"
    rf"(?:\s?[-–]\s?(?P<dmy_d2>{_DAY}){_ORD})?"
    rf"\s(?:of\s)?(?P<dmy_m>{_MONTH})(?:,?\s(?P<dmy_y>{_YEAR}))?",
    "mdy": rf"(?:(?P<mdy_w>{_WEEKDAY}),?\s)?(?P<mdy_m>{_MONTH})\s(?:the\s)?(?P<mdy_d>{_DAY}){_ORD}"
    rf"(?:\s?[-–]\s?(?P<mdy_d2>{_DAY}){_ORD})?(?![\d:]|\.\d)(?:,?\s(?P<mdy_y>{_YEAR}))?",
    "my": rf"(?P<my_m>{_MONTH}),?\s(?:of\s)?(?P<my_y>{_YEAR})",
    "quarter": rf"(?:q(?P<q_n>[1-4])|(?P<q_w>first|second|third|fourth|last)\squarter)"
    rf"(?:\s(?:of\s)?(?P<q_y>{_YEAR}))",
    "feast": rf"(?P<f_f>{alternatives(FEASTS)})(?:,?\s(?P<f_y>{_YEAR}))?",
    "ago": rf"(?:(?P<ago_n>{NUMBER})|(?P<ago_a>an?))[\s-](?P<ago_u>{_UNIT})\sago",
    "near": rf"(?P<near_w>{alternatives(NEAR_DAYS)})(?:\s(?P<near_p>{_PART}))?",
    "this": rf"(?:this\s(?P<this_p>morning|afternoon|evening)|last\s(?P<this_n>night))",
    "next": rf"(?:(?P<rel_e>earlier|later)\s)?(?P<rel_w>last|this|next|past|previous)\s"
    rf"(?:(?P<rel_u>week|weekend|month|year|decade|century)|(?P<rel_s>{_SEASON})"
    rf"|(?P<rel_m>{_MONTH})|(?P<rel_d>{_WEEKDAY})(?:\s(?P<rel_p>{_PART}))?)",
    "weekday": rf"(?P<w_d>{_WEEKDAY})(?:\s(?P<w_p>{_PART}))?",
    "season": rf"(?P<s_s>{_SEASON})\s(?:of\s)?(?P<s_y>{_YEAR})",
    "decade": r"(?P<dec>(?:1[5-9]|20)\d0)['’]?s",
    "month": rf"(?P<m_m>{_MONTH})",
    "year": rf"(?P<y_y>{_YEAR})",
}
_FIND = re.compile(
    r"(?<![\w/#.$£€-])(?<!\d,)(?<!mid-)|(?<=mid-)" if False else
    rf"(?:(?<![\w/#$£€.-])|(?<=\bmid-)|(?<=\d-)|(?<=\d–))(?:{'|'.join(f'(?P<{name}>{shape})' for name, shape in _SHAPES.items())})(?!\w|[.:,/]\d)",
    re.VERBOSE,
)
