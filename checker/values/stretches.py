"""Stretches of the calendar, half-open, and how they lie about a base date."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

Stretch = tuple[datetime, datetime]

# A day without a year is a past one unless that would be long ago.
LONGEST_BACK = timedelta(days=275)
# Years of dates and base dates; beyond them sums leave the calendar of `datetime`.
YEARS = range(1000, 9000)
_DAY = timedelta(days=1)
_LAST_YEAR = 9998
_SHORTEST_YEAR = 365


def at(day: date) -> datetime:
    """The first moment of a day."""
    return datetime.combine(day, time())


def day_stretch(day: date) -> Stretch:
    """One day."""
    return at(day), at(day) + _DAY


def month_stretch(year: int, month: int, months: int = 1) -> Stretch:
    """Some months from the first of one."""
    after = year * 12 + month - 1 + months
    return datetime(year, month, 1), datetime(after // 12, after % 12 + 1, 1)


def year_stretch(year: int, years: int = 1) -> Stretch:
    """Some years from one on."""
    return datetime(year, 1, 1), datetime(min(year + years, _LAST_YEAR + 1), 1, 1)


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def make_day(year: int, month: int, day: int) -> date | None:
    """A date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def closest_year(month: int, day: int, base: date) -> int | None:
    """The year of a day without one: the last such day, or the next where that is far back."""
    years = (base.year + 1, base.year, base.year - 1, base.year - 2, base.year - 3, base.year - 4)
    days = [made for year in years if (made := make_day(year, month, day))]
    past = next((made for made in days if made <= base), None)
    future = next((made for made in reversed(days) if made > base), None)
    if past and (future is None or base - past <= LONGEST_BACK):
        return past.year
    return future.year if future else None


def month_year(month: int, base: date) -> int:
    """The year of a month without one."""
    return base.year - 1 if month - base.month >= 3 else base.year


def recent_weekday(weekday: int, base: date) -> date:
    """The last such day on or before the base."""
    return base - timedelta(days=(base.weekday() - weekday) % 7)


def shift_months(day: date, months: int) -> date:
    """The same day some months away, or the last of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    for number in (day.day, 30, 29, 28):
        made = make_day(year, month, number)
        if made:
            return made
    return date(max(year, 1), month, 1)


def part_of(stretch: Stretch, start: float, end: float) -> Stretch:
    """A share of a stretch: years are cut between months, weeks and months in halves at most."""
    first, last = stretch
    days = (last - first).days
    if days < _SHORTEST_YEAR:
        start, end = min(start, 0.5), max(end, 0.5)
        cuts = [first + timedelta(days=int(days * share)) for share in (start, end)]
    else:
        months = (last.year - first.year) * 12
        cuts = [at(shift_months(first.date(), round(months * share))) for share in (start, end)]
    return cuts[0], last if end >= 1 else cuts[1]


def nth_week(stretch: Stretch, number: int) -> Stretch | None:
    """A week of a month or year; the first holds its first Thursday, -1 is the last."""
    first, last = (edge.date() for edge in stretch)
    if number < 0:
        monday = week_of(last - timedelta(days=4))
    else:
        monday = week_of(first + timedelta(days=3)) + timedelta(days=7 * (number - 1))
    if monday > last:
        return None
    return at(monday), at(monday + timedelta(days=7))


def nth_weekday(stretch: Stretch, weekday: int, number: int) -> date | None:
    """The first, second … Friday of a stretch, -1 is the last; None where there is none."""
    first, last = (edge.date() for edge in stretch)
    if number < 0:
        return recent_weekday(weekday, last - timedelta(days=1))
    day = recent_weekday(weekday, first + timedelta(days=6)) + timedelta(days=7 * (number - 1))
    return day if day < last else None
