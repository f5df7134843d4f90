"""Lengths of time in a text: "11-year", "nine hours", "two and a half years"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model.value import Duration, Hedge
from checker.values.calendar_words import DAYS, UNITS
from checker.values.hedge import bounds, hedge_after, hedge_before, settle
from checker.values.lower import lower
from checker.values.number import NUMBER, NUMBER_START, Number, parse_number
from checker.values.phrases import alternatives
from checker.values.reading import Reading

TRIGGERS = frozenset(UNITS)

_UNIT = alternatives(UNITS)
_PLURAL = alternatives(form for form in UNITS if form.endswith("s") and UNITS[form] != "second")
# These are written for about that long.
_ROUND_UNITS = frozenset({"decade", "century", "millennium", "fortnight", "quarter"})

_FIND = re.compile(
    rf"""
    (?<![\w/#$£€])(?= {NUMBER_START} | half | an?\s | {_PLURAL} ) (?<!\d[.,:'’–-])(?<!\w-)
    (?:
      (?P<half> half[\s-](?:an?|the)[\s-] | an?\shalf[\s-] | half[\s-] ) (?P<half_unit>{_UNIT})
    | (?: (?P<low>{NUMBER}) (?: (?:\s?[-–]\s?|\sto\s|\sor\s|\sand\s) (?P<high>{NUMBER}) )?
        | (?P<one>an?) ) (?:[\s-]|(?<=\d)) (?: (?:full|whole|straight|more|long|consecutive|entire)\s )?
      (?P<unit>{_UNIT}) (?P<and_half>\sand\sa\shalf)?
      (?: (?:,\s|\sand\s|,?\s) (?P<low2>{NUMBER})[\s-](?P<unit2>{_UNIT}) )?
    | (?P<plural>{_PLURAL})
    )
    (?! \w | [\s-]olds? | -of- | \sago\b | \searlier\b | \slater\b | \sbefore\b )
    """,
    re.VERBOSE,
)
# "for decades", "over the years" – only the first is a length.
_FOR = re.compile(r"(?<!\w)(?:for|in|lasted|after|spent|took|several|many)\s$")
_OPENING = re.compile(r"(?<!\w)(?:between|from)\s$")
# "he did it in a day", "within one day"; elsewhere "one day" is once upon a time.
_ONE_DAY = re.compile(r"(?<!\w)(?:in|for|within|after|than|about|least|only|just|of|lasted)\s$")


def find_durations(text: str) -> Iterator[Reading[Duration]]:
    """Yield the lengths of time of a text, in order."""
    lowered = lower(text)
    for match in _FIND.finditer(lowered):
        reading = _read(text, lowered, match)
        if reading is not None:
            yield reading


def _read(text: str, lowered: str, match: re.Match[str]) -> Reading[Duration] | None:
    if match["plural"]:
        return _vague(text, lowered, match)
    unit = UNITS[match["half_unit"] or match["unit"]]
    low, high = _numbers(match)
    if low is None or high is None or _is_once(lowered, match, unit):
        return None
    start = match.start()
    ranged = low is not high
    if ranged:
        opening = _OPENING.search(lowered, max(0, start - 9), start)
        start = opening.start() if opening else start
    first, before = hedge_before(lowered, start)
    last, after = hedge_after(lowered, match.end())
    hedge = settle(before, after, vague=low.vague or high.vague, ranged=ranged)
    if hedge is Hedge.EXACT and unit in _ROUND_UNITS:
        hedge = Hedge.ABOUT
    least, most = bounds(low.low * DAYS[unit], high.high * DAYS[unit], hedge)
    value = Duration(
        text=text[first:last],
        low=least,
        high=most,
        unit=UNITS[match["unit2"]] if match["unit2"] else unit,
        grain=min(low.grain, 1.0) * DAYS[unit],
        hedge=hedge,
    )
    return Reading(first, last, value)


def _numbers(match: re.Match[str]) -> tuple[Number | None, Number | None]:
    """Bounds in the unit of the match."""
    if match["half"]:
        half = Number(0.5, 0.5, 0.1)
        return half, half
    low = Number(1, 1, 1) if match["one"] else parse_number(match["low"])
    if low is None:
        return None, None
    if match["and_half"]:
        low = Number(low.low + 0.5, low.high + 0.5, 0.5)
    if match["low2"]:
        return _with_rest(match, low)
    high = parse_number(match["high"]) if match["high"] else low
    return (low, high) if high and low.low <= high.high else (None, None)


def _with_rest(match: re.Match[str], low: Number) -> tuple[Number | None, Number | None]:
    """ "two years and three months": the rest in the first unit."""
    rest = parse_number(match["low2"])
    ratio = DAYS[UNITS[match["unit2"]]] / DAYS[UNITS[match["unit"]]]
    if rest is None or ratio >= 1:
        return None, None
    total = Number(low.low + rest.low * ratio, low.high + rest.high * ratio, ratio)
    return total, total


def _is_once(lowered: str, match: re.Match[str], unit: str) -> bool:
    """ "one day he left", "a second", "twice a week": no lengths."""
    start = match.start()
    if match["low"] == "one" and unit == "day" and lowered[match.end("low")] == " ":
        return _ONE_DAY.search(lowered, max(0, start - 8), start) is None
    if not match["one"]:
        return False
    return unit in {"second", "weekend"} or _PER.search(lowered, max(0, start - 9), start) is not None


_PER = re.compile(r"(?:twice|once|times|hours|days|[\d%]|percent|million|billion|cent)\s$")


def _vague(text: str, lowered: str, match: re.Match[str]) -> Reading[Duration] | None:
    """ "for months": at least two."""
    start = match.start()
    if not _FOR.search(lowered, max(0, start - 9), start):
        return None
    unit = UNITS[match["plural"]]
    value = Duration(
        text=text[start : match.end()],
        low=2 * DAYS[unit],
        high=None,
        unit=unit,
        grain=DAYS[unit],
        hedge=Hedge.VAGUE,
    )
    return Reading(start, match.end(), value)
