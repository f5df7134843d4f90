"""The kinds of expression that news does not use, each with the reason why it is left out.

A kind is a description, never a list of cases: a pattern over the words that a case
expects (or over the whole sentence, where it says so), for the models it names. The
first kind that fits a case is its kind; a case that fits none is of a kind that news uses.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.values.cases import Case, Expected

DATES = frozenset({"date", "date period"})
TIMES = frozenset({"time"})
NUMBERS = frozenset({"number"})
RANGES = frozenset({"number range"})
UNITS = frozenset({"percent", "currency", "dimension"})

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|tenth|fifteenth|\d{1,2}(?:st|nd|rd|th)?"
    r"|twenty[ -](?:first|second)|thirty)"
)
_COUNT = r"(?:\d+|one|two|three|four|a)"
_UNIT = r"(?:business )?(?:day|week|month|year)s?"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of expression that is left out."""

    name: str
    reason: str
    models: frozenset[str]
    pattern: str = ""
    sentence: bool = False
    fits: Callable[[Expected], bool] | None = field(default=None)

    def holds(self, case: Case) -> bool:
        """Say whether a case is of this kind: where one of its values is."""
        if case.model not in self.models:
            return False
        if self.fits is not None:
            return any(map(self.fits, case.expected))
        heard = [case.text] if self.sentence else [expected.words for expected in case.expected]
        return any(re.search(self.pattern, words, re.IGNORECASE) for words in heard)


def kind_of(case: Case) -> Kind | None:
    """The kind for which a case is left out; None where news uses its kind."""
    return next((kind for kind in LEFT_OUT if kind.holds(case)), None)


def _is_no_day(expected: Expected) -> bool:
    sides = ("FutureResolution", "PastResolution")
    return any((expected.resolution.get(s) or {}).get("date") == "0001-01-01" for s in sides)


def _is_unit_alone(expected: Expected) -> bool:
    before = re.match(r"per ?cents? of", expected.words) is not None
    return before or expected.resolution.get("value", "") in {None, "null"}


# Parts finer than tenths, or with a numerator of tens: nobody says these of anything.
_FINE = re.compile(
    r" over |(?:hundred|thousand|illion|thirtie|twentie)ths?\b|twenty[ -](?:f\w+s?|firsts?)$"
)
_PARTS = re.compile(r"\b(?:fifth|fourth|third|half|quarter|eighth)s?$")
_MIXED = re.compile(r"\band (?:an?|one|two|three|five) \w+$")


def _is_odd_fraction(expected: Expected) -> bool:
    """Say whether a fraction is above one without being a whole and a part, or very fine."""
    words = expected.words.lower()
    if expected.resolution.get("subtype") != "fraction" and not _FINE.search(words):
        return False
    above_one = _PARTS.search(words) and abs(float(expected.resolution["value"])) > 1
    return bool(_FINE.search(words) or (above_one and not _MIXED.search(words)))


LEFT_OUT: tuple[Kind, ...] = (
    Kind(
        "days by number alone",
        "“on the 14th”, “on 14”: a diary knows the month, news writes it",
        DATES,
        rf"^(?:the )?{_ORDINAL}$|^the week of the \d+",
    ),
    Kind(
        "days in figures without a year",
        "“6/19”, “6.19”: forms and tables; in prose a share, a score or a ratio",
        DATES,
        r"^(?:from )?\d{1,2}[./-]\d{1,2}(?: to \d{1,2}/\d{1,2})?$",
    ),
    Kind(
        "months in figures, the year before the month",
        "“7/2014”, “2014 - 7”, “2014, jul”: file names and forms",
        DATES,
        rf"^\d{{4}} ?[-/.] ?\d{{1,2}}$|^\d{{1,2}} ?[-/] ?\d{{4}}$|\d{{4}} ?,? {_MONTH}\b",
    ),
    Kind(
        "dates run together or oddly parted",
        "“Jul4”, “07/04,2014”, “2014-jul-4”: slips of typing, log files",
        DATES,
        r"[a-z]{3,}\d|[a-z]{4,}\. ?\d|\d/\d+,\d|\d[-/][a-z]{3}[-/]\d"
        r"|^\d-\d{1,2}-\d\d$|^\d+\. [a-z]+\.",
    ),
    Kind(
        "days and stretches that only a diary knows",
        "“this day”, “the rest of our month”, “the winter” of no year, “the same day”",
        DATES,
        r"^(?:the |my |this )?(?:next |last |past )?day$"
        r"|^(?:the |my |that )?(?:week|weekend|summer)$"
        r"|^rest |^same |^mid summer$|^w/c\b|week between|week from",
    ),
    Kind(
        "plans counted on from the time of speaking",
        "“in 9 weeks”, “within 9 weeks”, “for 9 weeks from today”: in news lengths of time",
        DATES,
        rf"^(?:in|within|for|more than|less than) (?:the (?:next|upcoming) )?{_COUNT} {_UNIT}"
        rf"|{_UNIT} (?:starting|hence|in the future|later)|days later$",
    ),
    Kind(
        "distances in several units or in weekdays",
        "“4 months 9 days ago”, “three Mondays from now”: nobody reports so",
        DATES,
        rf"\b\d+ {_UNIT},?(?: and)? \d+ {_UNIT}|{_COUNT} {_WEEKDAY}s? (?:from|later)",
    ),
    Kind(
        "weekdays by number without a month",
        "“fourth Monday”: of which month only the speaker knows",
        DATES,
        rf"^{_ORDINAL} {_WEEKDAY}$|^{_WEEKDAY} the [a-z]+een$",
    ),
    Kind(
        "days that no calendar has",
        "“April 31”",
        DATES,
        fits=_is_no_day,
    ),
    Kind(
        "years spelt out",
        "“eighteen sixty-five”, “the eighteen sixties”: speech, not print",
        DATES,
        r"\b(?:nineteen|one thousand|two thousand|two hundred|twenty[ -]tens)\b|^year \d",
    ),
    Kind(
        "weeks by number",
        "“week 7”: calendars of firms; in news a week of a season or a series",
        DATES,
        r"\bweek \d",
    ),
    Kind(
        "spellings of chat",
        "“2moro”, “sixish”, “4 dz”",
        DATES | TIMES | NUMBERS,
        r"\btmrw\b|ish$|ampm|\bdo?zs$",
    ),
    Kind(
        "hours without a clock",
        "“at six”, “nine fifty”: print says a.m., p.m., o'clock or 9:50",
        TIMES,
        r"^(?!.*(?:\b[ap]\.?\s?m\b|[ap]\.?m\.?$|clock|past|quarter|:|noon|night|morning|day|evening))"
        r"[\w ]+$|\b\w+teen \w+ p m$|mins to \w+ thirty",
    ),
    Kind(
        "times to the second",
        "“9:15:45 pm”: the clock of the model has minutes",
        TIMES,
        r"\d:\d\d:\d\d",
    ),
    Kind(
        "parts of a day, alone or before the hour",
        "“late morning”, “in the evening at 9”: parts are kept as parts, news puts the hour first",
        TIMES,
        r"^mid[ -]?(?:morning|afternoon)$|lunchtime|clock midnight"
        r"|^(?:in the )?(?:afternoon|night)",
    ),
    Kind(
        "hours with an h",
        "“9h30”: not English",
        TIMES,
        r"\d ?h ?\d",
    ),
    Kind(
        "powers and notation of science",
        "“2^8”, “6e23”",
        NUMBERS,
        r"\^|\de[+-]?\d|x10",
    ),
    Kind(
        "fractions of arithmetic",
        "“seventeen fifths”, “two over nine”, “a millionth”: above one, or finer than tenths",
        NUMBERS,
        fits=_is_odd_fraction,
    ),
    Kind(
        "figures and number words in one number, scales within scales",
        "“7 thousand and 50”, “six million and a half thousand”",
        NUMBERS,
        r"^\d[\d.]* (?:hundred|thousand|crore)\b.+|and \w+ dozens$|illion and .+ \w*illion$",
    ),
    Kind(
        "numbers that are names",
        "addresses, telephone and catalogue numbers, versions, the parts of a date in figures",
        NUMBERS,
        r"^\d+(?:\.\d+){3}$|\+\d-\d{3}|\b[A-Z]{3}-\d+|\d/\d+/\d{4}"
        r"|\bnrs?\.|\bversion \w+|\w-nought-",
        sentence=True,
    ),
    Kind(
        "numbers of other languages, letters of engineers",
        "“7,5”, “3.250,50”, “40G”",
        NUMBERS,
        r"^\d+,\d{1,2}$|\d\.\d{3},\d\d$|\d ?g$",
    ),
    Kind(
        "spaced signs",
        "“sixty - four”, “- 7”: text cut into words",
        NUMBERS,
        r"^- | - |^\d  \d",
    ),
    Kind(
        "queries and formulas",
        "“>= 7”, “y<7”, “equal to 7”, “7 or more than”",
        RANGES,
        r"[<>=]|^equal|or (?:equal|greater than|more than)(?: to)?$",
    ),
    Kind(
        "ranges of ranks",
        "“between the sixth and the ninth”",
        RANGES,
        r"\bthe [a-z]+th\b",
    ),
    Kind(
        "units without a number, or before it",
        "“the euro”, “the percentage”, “percent of 8” for 8 %: nothing is measured",
        UNITS,
        fits=_is_unit_alone,
    ),
    Kind(
        "numbers inside web addresses",
        "what a sign between figures stands for in a link is no percentage",
        UNITS,
        r"https?://",
        sentence=True,
    ),
    Kind(
        "money with the small coin left unsaid",
        "“nine dollars sixty”: speech",
        UNITS,
        r"(?:dollars?|usd|\$ ?\d+)(?: and)? (?:\d+|one|two|fifty|forty five)$|mao",
    ),
    Kind(
        "units in brackets, or as a sign of inches",
        '“7 (km)”, “9"”: tables',
        UNITS,
        r"\d [(\[{<][a-z]+[)\]}>]|\"$",
    ),
)
