"""Times of day in a text: "8:20 p.m.", "2245 GMT", "noon", "shortly before midnight"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.lexicon import load
from checker.model.value import Clock, Hedge
from checker.values.calendar_words import CLOCK_NAMES, ZONES
from checker.values.lower import lower
from checker.values.phrases import alternatives, spaced
from checker.values.reading import Reading
from checker.values.spoken_clock import find_spoken
from checker.values.written_clock import WrittenClock

NAMES = frozenset({"clock"}) | {name.split()[-1] for name in CLOCK_NAMES}

_LEXICON = load("times")
_HOURS: dict[str, int] = {
    word: hour for word, hour in load("numbers")["ones"].items() if 1 <= hour <= 12
}
_ZONE = alternatives(zone.lower() for zone in ZONES)
_FIND = re.compile(
    rf"""
    (?<![\w$£€#/.:,-])(?:
      (?P<hour>\d{{1,2}}) (?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)? \s?
        (?P<half>[ap])(?:\.\s?m\.?|m(?!\w))
    | (?P<hour24>[01]?\d|2[0-3])[:](?P<minute24>[0-5]\d)(?::[0-5]\d)?(?![\d:.]\d|\d|%)
    | (?P<hour_dot>[01]?\d|2[0-3])[.](?P<minute_dot>[0-5]\d)(?=\s?(?:hrs|hours|h|{_ZONE})(?!\w))
    | (?P<four>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:hrs|hours|{_ZONE})(?!\w))
    | (?P<oclock>\d{{1,2}}|{alternatives(_HOURS)})\so['’]clock
    | (?P<joined>(?:0?[1-9]|1[0-2])[0-5]\d)\s?(?P<joined_half>[ap])(?:\.\s?m\.?|m(?!\w))
    | (?:12\s)?(?P<name>{alternatives(CLOCK_NAMES)})(?!\w)
    )
    (?: \s?(?:hrs|hours)(?!\w) )?
    (?: \s\(?(?:(?P<zone>{_ZONE})(?!\w)\)?|(?P<local>local\stime)) )?
    """,
    re.VERBOSE,
)
# How far a word before a time reaches, in minutes back and ahead.
_AROUND: dict[str, tuple[int, int]] = {
    word: (back, _LEXICON["clock_ahead"][word]) for word, back in _LEXICON["clock_back"].items()
}
_BEFORE = re.compile(rf"(?<!\w)({alternatives(_AROUND)})\s$")


def find_clocks(text: str) -> Iterator[Reading[Clock]]:
    """Yield the times of day of a text, in order; the longer of two that overlap."""
    lowered = lower(text)
    end = 0
    for written in sorted([*_figures(lowered), *find_spoken(lowered)], key=_place):
        if written.start >= end:
            end = written.end
            yield _reading(text, lowered, written)


def _place(written: WrittenClock) -> tuple[int, int]:
    return written.start, -written.end


def _figures(lowered: str) -> Iterator[WrittenClock]:
    """Times in figures and by name."""
    for match in _FIND.finditer(lowered):
        minutes = _minutes(match)
        if minutes is not None:
            zone = (match["zone"] or "").upper() or ("local" if match["local"] else "")
            yield WrittenClock(match.start(), match.end(), minutes, _grain(match), zone)


def _reading(text: str, lowered: str, written: WrittenClock) -> Reading[Clock]:
    start, end = written.start, written.end
    low, high, hedge = written.minutes, written.minutes, Hedge.EXACT
    before = _BEFORE.search(lowered, max(0, start - 16), start)
    if before is not None:
        back, ahead = _AROUND[spaced(before[1])]
        start, low, high = before.start(), low - back, high + ahead
        hedge = Hedge.ABOUT if back and ahead else Hedge.LESS_THAN if back else Hedge.MORE_THAN
    if low < 0:
        low, high = low + 1440, high + 1440
    value = Clock(
        text=text[start:end],
        low=low,
        high=high,
        grain=written.grain,
        zone=written.zone,
        hedge=hedge,
    )
    return Reading(start, end, value, (written.start, end))


def _grain(match: re.Match[str]) -> int:
    """How finely it is told: "11pm" and "ten o'clock" to the hour, "11:00" to the minute."""
    return 60 if match["oclock"] or (match["hour"] and not match["minute"]) else 1


def _minutes(match: re.Match[str]) -> int | None:
    """Minutes after midnight."""
    if match["name"]:
        return CLOCK_NAMES[spaced(match["name"])]
    if match["joined"]:
        match_half = 720 if match["joined_half"] == "p" else 0
        return int(match["joined"][:-2]) % 12 * 60 + int(match["joined"][-2:]) + match_half
    if match["hour"]:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if not 1 <= hour <= 12:
            return None
        return (hour % 12 + (12 if match["half"] == "p" else 0)) * 60 + minute
    if match["oclock"]:
        hour = _HOURS.get(match["oclock"]) or int(match["oclock"])
        return hour * 60 if hour <= 24 else None
    if match["four"]:
        return int(match["four"][:2]) * 60 + int(match["four"][2:])
    hours, minutes = match["hour24"] or match["hour_dot"], match["minute24"] or match["minute_dot"]
    return int(hours) * 60 + int(minutes)
