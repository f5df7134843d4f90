"""Times of day in words: "half past eight", "ten to nine in the evening", "seven thirty p.m."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.lexicon import load
from checker.values.calendar_words import UNITS
from checker.values.number import parse_number
from checker.values.phrases import alternatives, spaced
from checker.values.written_clock import WrittenClock

_NUMBERS = load("numbers")
_TIMES = load("times")
_HOURS: dict[str, int] = {word: hour for word, hour in _NUMBERS["ones"].items() if 1 <= hour <= 12}
# Parts of an hour, in minutes.
_SHARES: dict[str, int] = dict(_TIMES["hour_parts"])
# The half of the day that a part of it lies in.
_HALVES: dict[str, str] = dict(_TIMES["day_halves"])

_MINUTES = (
    rf"(?:(?:twenty|thirty|forty|fifty)(?:[\s-]{alternatives(_HOURS)})?"
    rf"|{alternatives(word for word, worth in _NUMBERS['ones'].items() if worth >= 10)})"
)
_HOUR = rf"(?:\d{{1,2}}|{alternatives(_HOURS)})"
_LETTERS = r"\s?(?P<half>[ap])(?:\.\s?m\b\.?|\s?m\b)"
# "five evening shows" are no time, "half past five evening" is one.
_WORDED = alternatives(part for part in _HALVES if " " in part)
_HALF = rf"(?:{_LETTERS}|\s(?P<part>{alternatives(_HALVES)})\b)"
_SURE_HALF = rf"(?:{_LETTERS}|\s(?P<part>{_WORDED})\b)"


def _numbered(pattern: str, number: int) -> str:
    """The groups of a half of the day under names of their own."""
    return pattern.replace("<half", f"<half{number}").replace("<part", f"<part{number}")


# "a quarter to one third", "five minutes to seven minutes", "ten past 9 percent".
_COUNTED = alternatives(
    [*UNITS, *_NUMBERS["fractions"], *_NUMBERS["scales"], "per", "percent", "point", "points"]
)
_FIND = re.compile(
    rf"""
    (?<![\w.:/$£€-])(?=\d|{alternatives([*_HOURS, *_NUMBERS["tens"], *_NUMBERS["ones"], *_SHARES])})
    (?:
      (?: (?P<share>{alternatives(_SHARES)})\s(?P<way1>past|(?<!half\s)to)
        | (?P<count>\d{{1,2}}|{_MINUTES}|{alternatives(_HOURS)})
          \s(?: (?:minutes?|mins?)\s(?P<way2>past|to) | (?P<way3>past) )
      )
      \s(?P<hour>{_HOUR})(?!\d|[:,.]\d|[\s-]{_COUNTED}\b)(?:\so['’]clock)?{_HALF}?
    | (?P<hour2>{alternatives(_HOURS)})[\s-](?P<minute2>{_MINUTES}){_numbered(_SURE_HALF, 2)}
    | (?P<hour3>{_HOUR})(?:\so['’]clock)?{_numbered(_SURE_HALF, 3)}
    )
    (?!\w)
    """,
    re.VERBOSE,
)
TRIGGERS = frozenset(
    {"past", "quarter", "m", "am", "pm"} | {"minute", "minutes", "min", "mins"}
) | {part.split()[-1] for part in _HALVES}


def find_spoken(lowered: str) -> Iterator[WrittenClock]:
    """Yield the times that lower-case text gives in words."""
    for match in _FIND.finditer(lowered):
        minutes = _minutes(match)
        if minutes is not None:
            grain = 60 if match["hour3"] else 1
            yield WrittenClock(match.start(), match.end(), minutes % 1440, grain)


def _minutes(match: re.Match[str]) -> int | None:
    hour = _number(match["hour"] or match["hour2"] or match["hour3"])
    if hour is None or not 1 <= hour <= 12:
        return None
    letter = match["half"] or match["half2"] or match["half3"]
    part = match["part"] or match["part2"] or match["part3"]
    half = f"{letter}m" if letter else _HALVES[spaced(part)] if part else ""
    minutes = 60 * _hour_of_day(hour, half)
    if match["hour2"]:
        late = _number(match["minute2"])
        return None if late is None or late > 59 else minutes + late
    if match["hour3"]:
        return minutes
    off = _SHARES.get(spaced(match["share"] or "")) or _number(match["count"] or "0")
    back = "to" in {match["way1"], match["way2"]}
    return None if off is None or off > 59 else minutes + (-off if back else off)


def _hour_of_day(hour: int, half: str) -> int:
    """ "8 at night" is 20, "12 at night" 0, "2 at night" 2."""
    if half == "night":
        half = "am" if hour == 12 or hour < 5 else "pm"
    return hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour


def _number(word: str) -> int | None:
    number = parse_number(word)
    return None if number is None else int(number.low)
