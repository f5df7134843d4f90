"""Counts, amounts of money, percentages and measures in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.lexicon import load
from checker.model.value import Hedge, Quantity
from checker.values.bounded import join_bounds
from checker.values.calendar_words import UNITS
from checker.values.compound import join_parts
from checker.values.figure import scale_of
from checker.values.fraction import FRACTION_FIGURE
from checker.values.hedge import bounds, hedge_after, hedge_before, settle
from checker.values.lower import lower
from checker.values.number import NUMBER, NUMBER_START, NUMBER_WORDS, parse_number
from checker.values.numeral import Number
from checker.values.phrases import alternatives, spaced
from checker.values.reading import Place, Reading
from checker.values.uncounted import counts_millions, is_score, is_uncounted
from checker.values.units import SCALED, SIGN, SIGNS, UNIT, UNITS_WRITTEN, Unit

_ORDINALS: dict[str, int] = dict(load("numbers")["ordinals"])
_SCALED_ENDS = ("illion", "bn", "m", "mn")

TRIGGERS = NUMBER_WORDS | frozenset(_ORDINALS)

_ORDINAL = alternatives(_ORDINALS)

# "one in five", "two out of three"; "one in 10 days" is none.
_PART = r"(?:(?:one|1)\sin|(?:one|two|three|four|five|six|seven|eight|nine|[1-9])\sout\sof)"
_WHOLE = r"(?:two|three|four|five|six|seven|eight|nine|ten|twenty|[2-9]|10{1,3}|20|50)"
_PERIOD = alternatives(UNITS)

# "minus five", "-5"; in "5 -7" and "5-7" the sign is a dash.
_MINUS = r"(?:(?:minus|negative)\s|(?<![^\s(])(?<!\d\s)[-−](?=[\d.½¼¾]))"

# "two-thirds", "half", "3/4": shares of a whole; "half a million" and "three and a half" are none.
_PORTION = re.compile(
    rf"half|(?:.*[\s-])?{alternatives(load('numbers')['fractions'])}s?|{FRACTION_FIGURE}",
    re.VERBOSE,
)
_BETWEEN = re.compile(r"(?<!\w)(?:between|from|anywhere from|anywhere between)\s$")


@cache
def _pattern() -> re.Pattern[str]:
    """Compiled when it is first asked for: that takes longer than a run in which nothing is new."""
    # A unit clings to a figure ("12km"), not to a word ("dozensUSD").
    return re.compile(
        rf"""
        (?<![\w/#=&@])(?= {SIGN}\s?[\d.] | {NUMBER_START} | {_ORDINAL} | {_MINUS} )
        (?<!\d[.,:'’–-])(?<!\w-)
        (?:
          (?P<ordinal> \d{{1,4}}(?:st|nd|rd|th) | {_ORDINAL} ) (?!\w)
        | (?P<part>{_PART})\s(?P<whole>{_WHOLE})(?!\w|[.,:/-]?\d|-\w|\s(?:hundred|{_PERIOD}))
        | (?P<minus>{_MINUS})? (?: (?P<sign>{SIGN})\s? (?=[\d.]) )?
          (?P<low>{NUMBER})
          (?: (?P<between>\s?[-–—~]\s?|\s(?:to|or|and|through)\s)
              (?P<sign2>{SIGN})? (?P<high>{NUMBER}) (?!\w) )?
          (?: (?: [\s-] | (?<![^\W\d_]) ) (?P<unit>{UNIT}) (?!\w) )?
          (?! \w | [.,:/'’-]?\d | \.\w )
        )
        """,
        re.VERBOSE,
    )


def find_quantities(text: str) -> Iterator[Reading[Quantity]]:
    """Yield the quantities of a text in order, without years, labels and scores."""
    return join_bounds(text, join_parts(text, _find(text)))


def _find(text: str) -> Iterator[Reading[Quantity]]:
    lowered = lower(text)
    for match in _pattern().finditer(lowered):
        if match["ordinal"]:
            yield _ordinal(text, match)
        elif match["part"]:
            yield from _share(text, match)
        elif not is_uncounted(text, lowered, match):
            yield from _read(text, lowered, match)


def _ordinal(text: str, match: re.Match[str]) -> Reading[Quantity]:
    written = match["ordinal"]
    rank = float(_ORDINALS.get(written) or re.sub(r"\D", "", written))
    quoted = text[match.start() : match.end()]
    place = match.span("ordinal")
    value = Quantity(text=quoted, low=rank, high=rank, ordinal=True)
    return Reading(match.start(), match.end(), value, figures=(place,))


def _share(text: str, match: re.Match[str]) -> Iterator[Reading[Quantity]]:
    """Shares in words: "one in five" is 20 %, as sure as its neighbours are far."""
    part = parse_number(match["part"].split()[0])
    whole = parse_number(match["whole"])
    if part is None or whole is None or not 0 < part.low < whole.low:
        return
    share = float(f"{100 * part.low / whole.low:.12g}")
    quoted = text[match.start() : match.end()]
    value = Quantity(
        text=quoted, low=share, high=share, unit="%", written_unit="in", grain=share / whole.low
    )
    yield Reading(match.start(), match.end(), value, figures=(match.span(),))


def _read(text: str, lowered: str, match: re.Match[str]) -> Iterator[Reading[Quantity]]:
    low = parse_number(match["low"])
    high = parse_number(match["high"]) if match["high"] else None
    if low is None:
        return
    if match["minus"]:
        low = low.times(-1)
    if match["high"] and high is None:
        # "five-two two" is a number and something else.
        yield _alone(text, match, "low", low)
        return
    if high is None:
        yield _reading(text, lowered, match, low, low)
        return
    low = _share_scale(match, low, high)
    if is_score(lowered, match, low, high):
        return
    start, opened = _opening(lowered, match)
    # "12 and 15 people" are two counts, "fell from 10 to 5" too.
    if low.low >= high.high or (match["between"].strip() == "and" and not opened):
        yield from _apart(text, match, low, high)
        return
    yield _reading(text, lowered, match, low, high, start)


def _apart(
    text: str, match: re.Match[str], low: Number, high: Number
) -> Iterator[Reading[Quantity]]:
    """Two numbers of one match that make no range."""
    yield _alone(text, match, "low", low)
    yield _alone(text, match, "high", high)


def _alone(text: str, match: re.Match[str], group: str, number: Number) -> Reading[Quantity]:
    """One number of a match, with its own sign, or the unit behind."""
    sign = "sign" if group == "low" else "sign2"
    start = match.start(sign) if match[sign] else match.start(group)
    end = match.end() if group == "high" else match.end(group)
    unit = _unit_of(text, match, group, sign)
    value = _quantity(text[start:end], number, number, unit, None, None)
    return Reading(start, end, value, figures=(match.span(group),))


def _opening(lowered: str, match: re.Match[str]) -> tuple[int, bool]:
    """Where "between" or "from" before a range starts."""
    start = match.start()
    opening = _BETWEEN.search(lowered, max(0, start - 18), start)
    return (opening.start(), True) if opening else (start, False)


def _share_scale(match: re.Match[str], low: Number, high: Number) -> Number:
    """Give the low end its scale too: "from 5 to 10 million", "two or three hundred"."""
    scale = re.search(r"[a-z]+$", match["high"])
    if scale is None or (re.search(r"[a-z]+$", match["low"][1:]) and match["low"][0].isdigit()):
        return low
    factor = scale_of(scale[0])
    return low.times(factor) if low.high < 1000 and low.high * factor <= high.high else low


def _unit_of(text: str, match: re.Match[str], number: str, sign: str = "sign") -> tuple[Unit, str]:
    """The unit of one number of a match, and as it is written."""
    if match[sign]:
        return SIGNS[spaced(match[sign])], match[sign]
    written = spaced(match["unit"] or "")
    if written:
        scaled = written in SCALED and match[number].endswith(_SCALED_ENDS)
        return (SCALED[written] if scaled else UNITS_WRITTEN[written]), written
    portion = parse_number(match[number]) if _PORTION.fullmatch(match[number]) else None
    if portion and portion.high < 1:
        return Unit("%", 100.0), "part"
    if text[match.end(number) - 1] == "m" and not counts_millions(text, match.end()):
        return Unit("m", 1.0 / scale_of("m")), "m"
    return Unit("", 1.0), ""


def _reading(
    text: str,
    lowered: str,
    match: re.Match[str],
    low: Number,
    high: Number,
    start: int | None = None,
) -> Reading[Quantity]:
    first, before = hedge_before(lowered, match.start() if start is None else start)
    last, after = hedge_after(lowered, match.end())
    quoted = text[first:last]
    unit = _unit_of(text, match, "high" if match["high"] else "low")
    value = _quantity(quoted, low, high, unit, before, after)
    return Reading(first, last, value, match.span(), _figures(match))


def _figures(match: re.Match[str]) -> tuple[Place, ...]:
    """Where the numbers of a match stand; "minus" belongs to the first."""
    minus = match["minus"] and not match["sign"]
    low = (match.start("minus") if minus else match.start("low")), match.end("low")
    return (low, match.span("high")) if match["high"] else (low,)


def _quantity(
    text: str,
    low: Number,
    high: Number,
    unit: tuple[Unit, str],
    before: Hedge | None,
    after: Hedge | None,
) -> Quantity:
    """Convert to the canonical unit; money keeps its currency."""
    measure, written = unit
    hedge = settle(before, after, vague=low.vague or high.vague, ranged=low is not high)
    least, most = bounds(_convert(low.low, measure), _convert(high.high, measure), hedge)
    return Quantity(
        text=text,
        low=least,
        high=most,
        unit=measure.canonical,
        written_unit=written,
        grain=max(low.grain, high.grain) * measure.worth,
        hedge=hedge,
    )


def _convert(value: float, unit: Unit) -> float:
    converted = (value - unit.zero) * unit.worth
    return float(f"{converted:.12g}")
