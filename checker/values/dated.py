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
from checker.values.number import NUMBER, NUMBER_START, parse_number
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
_START = (
    rf"\d|{NUMBER_START}|the\s\d|an?\s{_UNIT}|q[1-4]"
    + "|"
    + alternatives(
        [*MONTHS, *WEEKDAYS, *NEAR_DAYS, *FEASTS, *SEASONS, "last", "this", "next", "past"]
        + ["previous", "earlier", "later", "first", "third", "fourth"]
    )
)
_FIND = re.compile(
    rf"""
    (?<![\w/#$£€.])(?={_START})(?:(?<![–-])|(?<=mid-)|(?<=\d[-–])|(?<=early-)|(?<=late-))
    (?:{"|".join(f"(?P<{name}>{shape})" for name, shape in _SHAPES.items())})
    (?!\w|[:/]\d|[.,]\d|-\d\d?(?!\d))
    """,
    re.VERBOSE,
)

# "in March", "since Dec": a month that could be a name or a verb needs one of these before it.
_BEFORE_MONTH = re.compile(
    r"(?<!\w)(?:in|since|until|till|by|from|of|early|late|mid|during|through|after|before|between"
    r"|and|to|beginning|end|later|next|last|this|for)[\s-]$"
)
_SURE_MONTHS = frozenset(
    {"january", "february", "july", "september", "october", "november", "december"}
)
# A bare year needs one of these before it, a bracket, or another year after it.
_BEFORE_YEAR = re.compile(
    r"(?<!\w)(?:in|since|of|until|till|from|by|before|after|between|early|late|mid|during|year"
    r"|circa|around|through|about|for|start|end|the|to|back|election|elections)[\s-]$|[(–-]$|(?<!\d)\d{4}\sand\s$"
)
# "the 2,000 people", "2010 people": a bare year before a counted noun is none.
_AFTER_YEAR = re.compile(r"\s(?:people|men|women|feet|metres|meters|miles|km|dollars|euros|homes)")


def find_dated(text: str, lowered: str, base: date | None) -> Iterator[Dated]:
    """Yield the single dates of a text in order; `lowered` is its lower case."""
    for match in _FIND.finditer(lowered):
        name = str(match.lastgroup and _shape_of(match))
        if not _is_written_as_date(text, lowered, match, name):
            continue
        dated = _BUILDERS[name](match, Dated(match.start(), match.end(), Grain.DAY), base)
        if dated is not None:
            yield dated


def _shape_of(match: re.Match[str]) -> str:
    return next(name for name in _SHAPES if match[name] is not None)


def _is_written_as_date(text: str, lowered: str, match: re.Match[str], name: str) -> bool:
    """Names of months and days are capitals; what may be no date needs its surroundings."""
    for group in _NAMES.get(name, ()):
        if match[group] and not text[match.start(group)].isupper():
            return False
    before = (lowered, max(0, match.start() - 12), match.start())
    if name == "month":
        return match["m_m"] in _SURE_MONTHS or _BEFORE_MONTH.search(*before) is not None
    if name == "weekday":
        return len(match["w_d"].rstrip(".")) > 4 or _BEFORE_MONTH.search(*before) is not None
    if name == "year":
        return _is_year(lowered, match, before)
    return True


def _is_year(lowered: str, match: re.Match[str], before: tuple[str, int, int]) -> bool:
    if _AFTER_YEAR.match(lowered, match.end()):
        return False
    return (
        _BEFORE_YEAR.search(*before) is not None
        or _ANOTHER_YEAR.match(lowered, match.end()) is not None
    )


_ANOTHER_YEAR = re.compile(rf"(?:\s?[-–]\s?|\sto\s){_YEAR}(?!\w)")
_NAMES = {
    "dmy": ("dmy_w", "dmy_m"),
    "mdy": ("mdy_w", "mdy_m"),
    "my": ("my_m",),
    "next": ("rel_m", "rel_d"),
    "weekday": ("w_d",),
    "month": ("m_m",),
}

Builder = Callable[["re.Match[str]", Dated, "date | None"], Dated | None]


def _month(word: str) -> int:
    return MONTHS[word.rstrip(".")]


def _weekday(word: str | None) -> int | None:
    return None if word is None else WEEKDAYS[word.rstrip(".")]


def _iso(match: re.Match[str], dated: Dated, _base: date | None) -> Dated | None:
    day = make_day(int(match["iso_y"]), int(match["iso_m"]), int(match["iso_d"]))
    if day is None:
        return None
    dated = replace(dated, year=day.year, month=day.month, day=day.day)
    hours, _, minutes = (match["iso_t"] or "").partition(":")
    if not minutes or int(hours) > 23 or int(minutes) > 59:
        return dated.within(day_stretch(day))
    first = at(day) + timedelta(hours=int(hours), minutes=int(minutes))
    return replace(dated, grain=Grain.MINUTE).within((first, first + timedelta(minutes=1)))


def _numeric(match: re.Match[str], dated: Dated, _base: date | None) -> Dated | None:
    """ "15.02.2016", "03/04/2019": both readings where both are dates."""
    left, right, year = int(match["n_a"]), int(match["n_b"]), int(match["n_y"])
    if len(match["n_y"]) == 2:
        if match["n_s"] != "/":
            return None
        year += 2000 if year < 70 else 1900
    days = sorted(
        {
            made
            for month, day in ((right, left), (left, right))
            if (made := make_day(year, month, day))
        }
    )
    if not days or not 1000 <= year <= 9000:
        return None
    # Dots part days from months everywhere, day first.
    if match["n_s"] == "." and right <= 12:
        days = [made for made in days if made.month == right]
    if len(days) == 2:
        dated = replace(dated, ambiguous=True, year=year)
    else:
        dated = replace(dated, year=year, month=days[0].month, day=days[0].day)
    return dated.within((at(days[0]), day_stretch(days[-1])[1]))


def _day_month(prefix: str) -> Builder:
    def build(match: re.Match[str], dated: Dated, base: date | None) -> Dated | None:
        month, day = _month(match[f"{prefix}_m"]), int(match[f"{prefix}_d"])
        year = int(match[f"{prefix}_y"]) if match[f"{prefix}_y"] else None
        if make_day(year or 2000, month, day) is None:
            return None
        weekday = _weekday(match[f"{prefix}_w"])
        dated = replace(dated, year=year, month=month, day=day, weekday=weekday)
        last = int(match[f"{prefix}_d2"] or day)
        return _on_day(dated, base, max(last, day))

    return build


def _on_day(dated: Dated, base: date | None, last: int) -> Dated | None:
    """Resolve a day of a month, or a stretch of days up to `last`."""
    assert dated.month is not None and dated.day is not None  # noqa: S101, PT018
    year = dated.year
    if year is None:
        year = closest_year(dated.month, dated.day, base) if base else None
    if year is None:
        return dated
    first, end = make_day(year, dated.month, dated.day), make_day(year, dated.month, last)
    if first is None or end is None:
        return None
    return dated.within((at(first), day_stretch(end)[1]))


def _month_of_year(match: re.Match[str], dated: Dated, _base: date | None) -> Dated:
    year, month = int(match["my_y"]), _month(match["my_m"])
    dated = replace(dated, grain=Grain.MONTH, year=year, month=month)
    return dated.within(month_stretch(year, month))


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def _quarter(match: re.Match[str], dated: Dated, _base: date | None) -> Dated:
    year = int(match["q_y"])
    number = int(match["q_n"]) if match["q_n"] else _QUARTERS[match["q_w"]]
    stretch = month_stretch(year, number * 3 - 2, 3)
    return replace(dated, grain=Grain.QUARTER, year=year).within(stretch)


def _feast(match: re.Match[str], dated: Dated, base: date | None) -> Dated | None:
    month, day = FEASTS[" ".join(match["f_f"].split())]
    year = int(match["f_y"]) if match["f_y"] else None
    return _on_day(replace(dated, year=year, month=month, day=day), base, day)


_HALF_WIDTH = {"week": 3, "fortnight": 4, "month": 15, "year": 183, "decade": 1826}


def _ago(match: re.Match[str], dated: Dated, base: date | None) -> Dated | None:
    """ "three days ago", "several years ago": as sure as its unit is long."""
    number = parse_number(match["ago_n"]) if match["ago_n"] else None
    if match["ago_n"] and number is None:
        return None
    unit = UNITS[match["ago_u"]]
    dated = replace(dated, grain=GRAINS.get(unit, Grain.DAY), relative=True)
    if base is None:
        return dated
    low, high = (number.low, number.high) if number else (1.0, 1.0)
    near, far = _back(base, unit, low), _back(base, unit, high)
    if near is None or far is None:
        return dated
    wide = timedelta(days=_HALF_WIDTH.get(unit, 0))
    return dated.within((at(far) - wide, day_stretch(near)[1] + wide))


def _back(base: date, unit: str, number: float) -> date | None:
    """The day a number of units before the base."""
    days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(unit)
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months:
            return shift_months(base, -round(months * number))
        return base - timedelta(days=(days or 0) * number)
    except (OverflowError, ValueError):
        return None


def _on_part(dated: Dated, day: date, part: str | None) -> Dated:
    """A day, or a part of it."""
    if not part:
        return dated.within(day_stretch(day))
    first, last = DAYPARTS[part]
    stretch = at(day) + timedelta(hours=first), at(day) + timedelta(hours=last)
    return replace(dated, grain=Grain.DAYPART).within(stretch)


def _near(match: re.Match[str], dated: Dated, base: date | None) -> Dated:
    word = " ".join(match["near_w"].split())
    part = "night" if word == "tonight" else match["near_p"]
    dated = replace(dated, relative=True, grain=Grain.DAYPART if part else Grain.DAY)
    return _on_part(dated, base + timedelta(days=NEAR_DAYS[word]), part) if base else dated


def _this(match: re.Match[str], dated: Dated, base: date | None) -> Dated:
    dated = replace(dated, relative=True, grain=Grain.DAYPART)
    if base is None:
        return dated
    if match["this_n"]:
        return _on_part(dated, base - timedelta(days=1), "night")
    return _on_part(dated, base, match["this_p"])


_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1}


def _next(match: re.Match[str], dated: Dated, base: date | None) -> Dated | None:
    """ "last week", "next March", "this Friday", "earlier this month"."""
    step = _STEPS[match["rel_w"]]
    dated = replace(dated, relative=True)
    if match["rel_d"]:
        return _next_weekday(match, dated, base, step)
    if match["rel_m"]:
        month = _month(match["rel_m"])
        dated = replace(dated, grain=Grain.MONTH, month=month)
        return dated.within(base and month_stretch(_year_of(month, base, step), month))
    if match["rel_s"]:
        month = SEASONS[match["rel_s"]]
        dated = replace(dated, grain=Grain.SEASON)
        return dated.within(base and month_stretch(_year_of(month, base, step), month, 3))
    unit = match["rel_u"]
    dated = replace(dated, grain=GRAINS[unit])
    if base is None:
        return dated
    first, last = _unit_stretch(unit, base, step)
    if match["rel_e"] == "earlier":
        last = min(last, day_stretch(base)[1])
    elif match["rel_e"] == "later":
        first = max(first, at(base))
    return dated.within((first, last))


def _next_weekday(match: re.Match[str], dated: Dated, base: date | None, step: int) -> Dated:
    weekday = WEEKDAYS[match["rel_d"].rstrip(".")]
    part = match["rel_p"]
    dated = replace(dated, weekday=weekday, grain=Grain.DAYPART if part else Grain.DAY)
    if base is None:
        return dated
    if step < 0:
        day = recent_weekday(weekday, base - timedelta(days=1))
    else:
        day = recent_weekday(weekday, base + timedelta(days=6 + step))
    return _on_part(dated, day, part)


def _year_of(month: int, base: date, step: int) -> int:
    """The year of "last March", "this March", "next March"."""
    if step < 0:
        return base.year if month < base.month else base.year - 1
    if step > 0:
        return base.year if month > base.month else base.year + 1
    return base.year


def _unit_stretch(unit: str, base: date, step: int) -> Stretch:
    if unit in {"week", "weekend"}:
        monday = week_of(base) + timedelta(days=7 * step)
        first = monday + timedelta(days=5) if unit == "weekend" else monday
        return at(first), at(monday + timedelta(days=7))
    if unit == "month":
        first = shift_months(base.replace(day=1), step)
        return month_stretch(first.year, first.month)
    years = {"year": 1, "decade": 10, "century": 100}[unit]
    start = base.year - base.year % years + step * years
    return year_stretch(start, years)


def _bare_weekday(match: re.Match[str], dated: Dated, base: date | None) -> Dated:
    weekday, part = WEEKDAYS[match["w_d"].rstrip(".")], match["w_p"]
    grain = Grain.DAYPART if part else Grain.DAY
    dated = replace(dated, weekday=weekday, relative=True, grain=grain)
    return _on_part(dated, recent_weekday(weekday, base), part) if base else dated


def _season(match: re.Match[str], dated: Dated, _base: date | None) -> Dated:
    year = int(match["s_y"])
    stretch = month_stretch(year, SEASONS[match["s_s"]], 3)
    return replace(dated, grain=Grain.SEASON, year=year).within(stretch)


def _decade(match: re.Match[str], dated: Dated, _base: date | None) -> Dated:
    return replace(dated, grain=Grain.DECADE).within(year_stretch(int(match["dec"]), 10))


def _bare_month(match: re.Match[str], dated: Dated, base: date | None) -> Dated:
    month = _month(match["m_m"])
    dated = replace(dated, grain=Grain.MONTH, month=month)
    return dated.within(base and month_stretch(month_year(month, base), month))


def _bare_year(match: re.Match[str], dated: Dated, _base: date | None) -> Dated:
    year = int(match["y_y"])
    return replace(dated, grain=Grain.YEAR, year=year).within(year_stretch(year))


_BUILDERS: dict[str, Builder] = {
    "iso": _iso,
    "numeric": _numeric,
    "dmy": _day_month("dmy"),
    "mdy": _day_month("mdy"),
    "my": _month_of_year,
    "quarter": _quarter,
    "feast": _feast,
    "ago": _ago,
    "near": _near,
    "this": _this,
    "next": _next,
    "weekday": _bare_weekday,
    "season": _season,
    "decade": _decade,
    "month": _bare_month,
    "year": _bare_year,
}
