"""Lengths of time in a text: "three-year", "nine hours", "two and a half years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.lexicon import load
from checker.model.value import Duration, Hedge
from checker.values.calendar_words import DAYS, UNITS
from checker.values.hedge import bounds, hedge_after, hedge_before, settle
from checker.values.lower import lower
from checker.values.number import NUMBER, NUMBER_START, parse_number
from checker.values.numeral import Number
from checker.values.phrases import alternatives
from checker.values.reading import Reading

TRIGGERS = frozenset(UNITS)

_WORDS = load("times")["duration"]
_UNIT = alternatives(UNITS)
_PLURAL = alternatives(form for form in UNITS if form.endswith("s") and UNITS[form] != "second")
_WHOLE = alternatives(_WORDS["wholes"])
_FILLER = alternatives(_WORDS["fillers"])
# These are written for about that long.
_ROUND_UNITS = frozenset({"decade", "century", "millennium", "fortnight", "quarter"})

_PAIRS = frozenset(
    {("year", "month"), ("year", "day"), ("month", "day"), ("week", "day"), ("day", "hour")}
    | {("hour", "minute"), ("minute", "second"), ("month", "week")}
)
# "for decades", "over the years" – only the first is a length.
_FOR = re.compile(rf"(?<!\w){alternatives(_WORDS['before_plural'])}\s$")
# "twice a week", "$5 a day": so often, so much.
_PER = re.compile(rf"(?:{alternatives(_WORDS['before_rate'])}|[\d%])\s$")
_OPENING = re.compile(r"(?<!\w)(?:between|from)\s$")
# "he did it in a day", "within one day"; elsewhere "one day" is once upon a time.
_ONE_DAY = re.compile(rf"(?<!\w){alternatives(_WORDS['before_one_day'])}\s$")


@cache
def _pattern() -> re.Pattern[str]:
    """Compiled when it is first asked for: that takes longer than a run in which nothing is new."""
    return re.compile(
        rf"""
        (?<![\w/#$£€])(?= {NUMBER_START} | half | an(?:other)?\s | a\s | {_PLURAL} | {_WHOLE}[\s-] )
        (?<!\d[.,:'’–-])(?<!\w-)
        (?:
          (?P<half> half[\s-](?:an?|the)[\s-] | an?\shalf[\s-] | half[\s-] ) (?P<half_unit>{_UNIT})
        | (?: (?P<low>{NUMBER}) (?: (?:\s?[-–]\s?|\sto\s|\sor\s|\sand\s) (?P<high>{NUMBER}) )?
            | (?P<one>an?|another) ) (?:[\s-]|(?<=\d)) (?:{_FILLER}\s)?
          (?P<unit>{_UNIT}) (?P<and_half>\sand\s(?:a\s)?half\b)?
        | (?P<whole>{_WHOLE})(?:\s|(?P<joint>-))(?P<whole_unit>day|week|month|year|decade)
          (?(joint)(?!\s[a-z]))
        | (?P<plural>{_PLURAL})
        )
        (?! \w | [\s-]olds? | -of- | \sof\sage\b | \sago\b | \searlier\b | \slater\b | \sbefore\b )
        """,
        re.VERBOSE,
    )


def find_durations(text: str) -> Iterator[Reading[Duration]]:
    """Yield the lengths of time of a text, in order."""
    lowered = lower(text)
    pending: Reading[Duration] | None = None
    for match in _pattern().finditer(lowered):
        reading = _read(text, lowered, match)
        if reading is None:
            continue
        if pending is not None and _is_rest(lowered, pending, reading):
            pending = _with_rest(text, pending, reading)
            continue
        if pending is not None:
            yield pending
        pending = reading
    if pending is not None:
        yield pending


def _is_rest(lowered: str, left: Reading[Duration], right: Reading[Duration]) -> bool:
    """Say whether two make one length: "two years and three months", "3 hours 20 minutes"."""
    gap = lowered[left.end : right.start]
    if gap not in {" ", " and ", ", ", "-"} or right.value.hedge is not Hedge.EXACT:
        return False
    # "an 18-month trial, nine days of it": the first of a pair has no hyphen.
    if "-" in left.value.text:
        return False
    pair = (left.value.unit, right.value.unit)
    return pair in _PAIRS and left.value.high is not None and left.value.low is not None


def _with_rest(text: str, left: Reading[Duration], right: Reading[Duration]) -> Reading[Duration]:
    low, high = left.value.low, left.value.high
    rest = right.value
    value = rest.model_copy(
        update={
            "text": text[left.start : right.end],
            "low": None if low is None else low + (rest.low or 0.0),
            "high": None if high is None else high + (rest.high or 0.0),
            "hedge": left.value.hedge,
        }
    )
    bare = left.bare and (left.bare[0], right.end)
    return Reading(left.start, right.end, value, bare, left.figures + right.figures)


def _read(text: str, lowered: str, match: re.Match[str]) -> Reading[Duration] | None:
    if match["plural"]:
        return _vague(text, lowered, match)
    unit = UNITS[match["half_unit"] or match["whole_unit"] or match["unit"]]
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
    # "all day", "for a decade": about that long.
    if hedge is Hedge.EXACT and (unit in _ROUND_UNITS or match["whole"]):
        hedge = Hedge.ABOUT
    least, most = bounds(low.low * DAYS[unit], high.high * DAYS[unit], hedge)
    value = Duration(
        text=text[first:last],
        low=least,
        high=most,
        unit=unit,
        grain=min(low.grain, 1.0) * DAYS[unit],
        hedge=hedge,
    )
    figures = tuple(match.span(group) for group in ("low", "high") if match[group])
    return Reading(first, last, value, (start, match.end()), figures)


def _numbers(match: re.Match[str]) -> tuple[Number | None, Number | None]:
    """Bounds in the unit of the match."""
    if match["half"]:
        half = Number(0.5, 0.5, 0.1)
        return half, half
    low = Number(1, 1, 1) if match["one"] or match["whole"] else parse_number(match["low"])
    if low is None:
        return None, None
    if match["and_half"]:
        low = Number(low.low + 0.5, low.high + 0.5, 0.5)
    high = parse_number(match["high"]) if match["high"] else low
    return (low, high) if high and low.low <= high.high else (None, None)


def _is_once(lowered: str, match: re.Match[str], unit: str) -> bool:
    """Say whether it is no length: "one day he left", "a second", "twice a week"."""
    start = match.start()
    if match["low"] == "one" and unit == "day" and lowered[match.end("low")] == " ":
        return _ONE_DAY.search(lowered, max(0, start - 8), start) is None
    if not match["one"]:
        return False
    return (
        unit in {"second", "weekend"} or _PER.search(lowered, max(0, start - 12), start) is not None
    )


def _vague(text: str, lowered: str, match: re.Match[str]) -> Reading[Duration] | None:
    """Read a bare plural, "for months": at least two."""
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
