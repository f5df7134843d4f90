"""Figures and days moved alike throughout a story, so that what agreed still agrees.

All days move by one number of weeks, which keeps weekdays true. Figures below a hundred
move by one step; larger ones and those with decimals are stretched by one factor, in the
digits that they are written with ("1.2 million" and "1,200,000" stay one number). What
were two figures are never made one.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from benchmarks.speed.writing import MONTHS, ordinal, spelled, unspelled

FEWEST_WEEKS, MOST_WEEKS = 20, 400
LEAST_STEP, MOST_STEP = 1, 7
LEAST_FACTOR, MOST_FACTOR = 1.08, 1.9
# Below this, figures move by a step; 100 itself is mostly "100 percent" and stays.
STRETCHED = 100
PLAIN_YEAR = 2010
NOON = 12

_MONTH = "|".join(f"{m}|{m[:3]}\\.?|{'Sept' if m == 'September' else m[:4]}\\.?" for m in MONTHS)
_WORDS = unspelled()
_SPELLED = "|".join(sorted(_WORDS, key=lambda word: (-len(word), word)))
_MOVED = re.compile(
    rf"""
      (?P<iso>\b\d{{4}}-\d\d-\d\d)
    | (?P<slashed>\b\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)\b)
    | \b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?P<nth>st|nd|rd|th)?\b(?!:|,\d\d\d)
      (?:(?P<comma>,?\s+)(?P<year>\d{{4}})\b)?
    | \b(?P<day_first>\d{{1,2}})(?P<nth_first>st|nd|rd|th)?\s+(?P<month_then>{_MONTH})\b
      (?:(?P<comma_then>,?\s+)(?P<year_then>\d{{4}})\b)?
    | \b(?P<month_only>{_MONTH})(?P<comma_only>,?\s+)(?P<year_only>(?:19|20)\d\d)\b
    | \b(?P<hour>\d{{1,2}})(?P<minutes>(?:[:.]\d\d)?(?=\s?[ap]\.?m\b))
    | (?<![\w$£€.,])(?P<bare_year>19[3-9]\d|20[0-3]\d)(?![\w,]*\d|\.\d)
    | (?<![\w.,:])(?P<figure>[1-9][\d,]*(?<!,)(?:\.\d+)?)(?P<rank>st|nd|rd|th)?(?![\d:])
    | \b(?P<spelled>{_SPELLED})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Shift:
    """How far the figures and days of one story move."""

    def __init__(self, draw: random.Random, texts: Sequence[str]) -> None:
        self.days = timedelta(weeks=draw.choice((-1, 1)) * draw.randint(FEWEST_WEEKS, MOST_WEEKS))
        self.step = draw.randint(LEAST_STEP, MOST_STEP)
        self.factor = Decimal(str(round(draw.uniform(LEAST_FACTOR, MOST_FACTOR), 2)))
        self.hours = draw.randint(1, NOON - 1)
        self.figures = self._apart(_figures(texts))
        self._usual_year = _usual_year(texts)

    def move(self, text: str) -> str:
        """The text with its figures and days moved."""
        year = _usual_year([text]) or self._usual_year or PLAIN_YEAR
        return _MOVED.sub(lambda found: self._moved(found, year), text)

    def move_day(self, day: date) -> date:
        """Another day of the same weekday."""
        return day + self.days

    def _apart(self, figures: Iterable[Decimal]) -> dict[Decimal, Decimal]:
        """Figure → its other figure, each its own."""
        moved: dict[Decimal, Decimal] = {}
        taken: set[Decimal] = set()
        for figure in sorted(set(figures)):
            other = self._other(figure)
            while other in taken:
                other += _last_digit(other)
            taken.add(other)
            moved[figure] = _plain(other)
        return moved

    def _other(self, figure: Decimal) -> Decimal:
        if figure <= 1 or figure == STRETCHED:
            return figure
        if figure < STRETCHED and figure == figure.to_integral_value():
            return figure + self.step
        return _plain((figure * self.factor).quantize(_last_digit(figure)))

    def _moved(self, found: re.Match[str], year: int) -> str:
        if found["iso"]:
            return _kept(found[0], lambda: self.move_day(date.fromisoformat(found[0])).isoformat())
        if found["slashed"]:
            return _kept(found[0], lambda: self._slashed(found[0]))
        if found["hour"]:
            return f"{(int(found['hour']) + self.hours - 1) % NOON + 1}{found['minutes']}"
        if found["month"] or found["month_then"] or found["month_only"]:
            return _kept(found[0], lambda: self._dated(found, year))
        if found["bare_year"]:
            return str(self.move_day(date(int(found[0]), 7, 1)).year)
        if found["spelled"]:
            return _shaped(found[0], self._spelled(found[0].lower()))
        return self._figure(found["figure"], bool(found["rank"]))

    def _slashed(self, words: str) -> str:
        month, day, year = words.split("/")
        full = int(year) if len(year) == 4 else 2000 + int(year)
        moved = self.move_day(date(full, int(month), int(day)))
        return f"{moved.month:02}/{moved.day:02}/{str(moved.year)[-len(year) :]}"

    def _dated(self, found: re.Match[str], usual: int) -> str:
        """ "July 13, 2009", "13 July 2009", "July 2009", "July 13"."""
        written = found["month"] or found["month_then"] or found["month_only"]
        told = found["year"] or found["year_then"] or found["year_only"]
        number = found["day"] or found["day_first"] or "15"
        moved = self.move_day(date(int(told or usual), _month_number(written), int(number)))
        month = _month_like(written, moved.month)
        year = f"{moved.year}" if told else ""
        if found["month_only"]:
            return f"{month}{found['comma_only']}{year}"
        if found["month"]:
            day = ordinal(moved.day) if found["nth"] else str(moved.day)
            return f"{month} {day}{found['comma'] or ''}{year}"
        day = ordinal(moved.day) if found["nth_first"] else str(moved.day)
        return f"{day} {month}{found['comma_then'] or ''}{year}"

    def _spelled(self, word: str) -> str:
        other = self.figures[Decimal(_WORDS[word])]
        return spelled(int(other)) if other < STRETCHED else str(other)

    def _figure(self, written: str, rank: bool) -> str:
        other = self.figures[Decimal(written.replace(",", ""))]
        if rank:
            return ordinal(int(other))
        return f"{other:,}" if "," in written else f"{other:f}"


def _figures(texts: Iterable[str]) -> Iterable[Decimal]:
    for text in texts:
        for found in _MOVED.finditer(text):
            if found["spelled"]:
                yield Decimal(_WORDS[found[0].lower()])
            elif found["figure"]:
                yield Decimal(found["figure"].replace(",", ""))


def _plain(figure: Decimal) -> Decimal:
    """The same figure without an exponent: 3000 for 3E+3."""
    whole = figure.to_integral_value()
    return whole.quantize(Decimal(1)) if figure == whole else figure


def _last_digit(figure: Decimal) -> Decimal:
    """The worth of the last digit that is no zero of a round number: 100 of 300, 0.1 of 1.2."""
    exponent = figure.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def _usual_year(texts: Iterable[str]) -> int:
    """The year that texts mostly name with a day; 0 where they name none."""
    years: Counter[int] = Counter()
    for text in texts:
        for found in _MOVED.finditer(text):
            told = found["year"] or found["year_then"] or (found["iso"] or "")[:4]
            if told:
                years[int(told)] += 1
    return min(years, key=lambda year: (-years[year], year), default=0)


def _month_number(written: str) -> int:
    return next(n for n, m in enumerate(MONTHS, 1) if m.lower()[:3] == written.lower()[:3])


def _month_like(written: str, number: int) -> str:
    """A month's name, as short as another was written."""
    month = MONTHS[number - 1]
    short = len(written.rstrip(".")) < 5 and written.lower() not in {"may", "june", "july"}
    return _shaped(written, month[:3] + "." * written.endswith(".") if short else month)


def _shaped(written: str, other: str) -> str:
    """Other words in the capitals of what was written."""
    if written.isupper() and len(written) > 1:
        return other.upper()
    return other.capitalize() if written[0].isupper() else other


def _kept(written: str, move: Callable[[], str]) -> str:
    """What is moved, or the words as they were where they are no day of the calendar."""
    try:
        return move()
    except (OverflowError, ValueError):
        return written
