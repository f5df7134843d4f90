"""Points and stretches of calendar time in a text: dates, weekdays, years, "last month"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from checker.lexicon import load
from checker.model.value import Grain, Hedge, Moment
from checker.values.calendar_words import (
    DAYPARTS,
    DECADE_WORDS,
    FEASTS,
    MONTHS,
    NEAR_DAYS,
    SEASONS,
    STEPS,
    UNITS,
    WEEKDAYS,
)
from checker.values.dated import Dated
from checker.values.dates import find_dated
from checker.values.lower import lower
from checker.values.phrases import alternatives
from checker.values.reading import Reading
from checker.values.stretches import YEARS, at, part_of, week_of

# One of these words is in every date without figures; the second set needs one of the third.
TRIGGERS = frozenset(
    {*MONTHS, *WEEKDAYS, *DECADE_WORDS, *(feast.split()[0] for feast in FEASTS)}
    | {word.split()[-1] for word in NEAR_DAYS}
) | {"ago", "century"}
POINTERS = frozenset({*STEPS, "earlier", "later", "now"})
POINTED = frozenset({*DAYPARTS, *SEASONS, *UNITS})

_LEXICON = load("times")
_JOIN = re.compile(r"\s?[-–—]\s?|\s(?:to|until|till|through)\s")
_AND = re.compile(r"\sand\s")
_BETWEEN = re.compile(r"(?<!\w)between\s$")
_FROM = re.compile(r"(?<!\w)(?:from|between)\s$")
_OPEN = re.compile(r"(?<!\w)(since|until|till|up to|before|after|by|not later than)\s(?:the\s)?$")
_PART = re.compile(
    rf"(?<!\w)({alternatives(_LEXICON['parts_start'])})(?:[\s-]|(?:\s(?:of|in)\s))(?:the\s)?$"
)
# "the week of 4 March", "the week starting on Monday".
_WEEK = re.compile(
    r"(?<!\w)(?:the\s)?(?:week\s(?:of|commencing|starting|beginning|ending)(?:\son)?|w/c)\s(?:the\s)?$"
)
# "since Tuesday's vote", "after the March summit": the date is the vote's, not the edge.
_OWNER = re.compile(r"['’]s?(?!\w)")
_CLOSED = re.compile(r"\s*(?:[.,;:)!?\"”—]|$)")
_LONG = frozenset({Grain.DAY, Grain.MONTH, Grain.YEAR})
# Shares of a stretch that "early", "mid" and "late" mean: where they start and end.
_SHARES: dict[str, tuple[float, float]] = {
    word: (start, _LEXICON["parts_end"][word]) for word, start in _LEXICON["parts_start"].items()
}


def find_moments(text: str, base: date | None = None) -> Iterator[Reading[Moment]]:
    """Yield the dates of a text in order; relative ones are resolved against `base`."""
    lowered = lower(text)
    base = base if base is not None and base.year in YEARS else None
    for dated, hedge in _opened(lowered, _joined(lowered, list(find_dated(text, lowered, base)))):
        yield Reading(dated.start, dated.end, _moment(text, dated, hedge))


def _moment(text: str, dated: Dated, hedge: Hedge) -> Moment:
    return Moment(
        text=text[dated.start : dated.end],
        first=dated.first,
        last=dated.last,
        grain=dated.grain,
        year=dated.year,
        month=dated.month,
        day=dated.day,
        weekday=dated.weekday,
        relative=dated.relative,
        hedge=hedge,
        ambiguous=dated.ambiguous,
    )


def _joined(lowered: str, dates: list[Dated]) -> Iterator[tuple[Dated, bool]]:
    """Join what a dash, "to" or "between … and" joins, after parts are cut ("late 2018")."""
    pending: Dated | None = None
    ranged = False
    for dated in (_cut(lowered, dated) for dated in dates):
        if pending is not None and not ranged and _is_range(lowered, pending, dated):
            pending, ranged = _join(lowered, pending, dated), True
            continue
        if pending is not None:
            yield pending, ranged
        pending, ranged = _begun(lowered, dated), dated.ranged
    if pending is not None:
        yield pending, ranged


def _begun(lowered: str, dated: Dated) -> Dated:
    """Add the "from" or "between" of a range within one month: "from 4 to 22 May"."""
    opening = _FROM.search(lowered, max(0, dated.start - 9), dated.start)
    return replace(dated, start=opening.start()) if opening and dated.ranged else dated


def _cut(lowered: str, dated: Dated) -> Dated:
    """Keep the part that is meant of "early 2017", "mid-July", "the end of 2018"."""
    if dated.grain is Grain.DAY:
        return _week(lowered, dated)
    match = _PART.search(lowered, max(0, dated.start - 22), dated.start)
    if match is None or dated.grain in {Grain.MINUTE, Grain.HOUR, Grain.DAYPART}:
        return dated
    dated = replace(dated, start=match.start())
    if dated.first is None or dated.last is None:
        return dated
    return dated.within(part_of((dated.first, dated.last), *_SHARES[match[1]]))


def _week(lowered: str, dated: Dated) -> Dated:
    """The week that is named by a day of it."""
    match = _WEEK.search(lowered, max(0, dated.start - 34), dated.start)
    if match is None:
        return dated
    dated = replace(dated, start=match.start(), grain=Grain.WEEK, day=None, weekday=None)
    if dated.first is None:
        return dated
    # The week ending on a day is the one up to it.
    ending = "ending" in match[0]
    monday = dated.first.date() - timedelta(days=6) if ending else week_of(dated.first.date())
    return dated.within((at(monday), at(monday + timedelta(days=7))))


def _is_range(lowered: str, left: Dated, right: Dated) -> bool:
    gap = lowered[left.end : right.start][:10]
    # "from 3 May to June 2019" joins days and months, "3 May - 2019" does not.
    if left.grain is not right.grain and not (
        _FROM.search(lowered, max(0, left.start - 9), left.start)
        and left.grain in _LONG
        and right.grain in _LONG
    ):
        return False
    if _AND.fullmatch(gap):
        return _BETWEEN.search(lowered, max(0, left.start - 9), left.start) is not None
    if not _JOIN.fullmatch(gap):
        return False
    return left.first is None or right.first is None or left.first < right.first


def _join(lowered: str, left: Dated, right: Dated) -> Dated:
    opening = _FROM.search(lowered, max(0, left.start - 9), left.start)
    start = opening.start() if opening else left.start
    first, last = (left.first, right.last) if left.first and right.last else (None, None)
    # "between May and July" in March: the next May, but the last July.
    if first and last and first >= last and left.year is None and first.year > 1:
        first = first.replace(year=first.year - 1, day=min(first.day, 28))
    if first and last and first >= last:
        first, last = None, None
    return replace(
        left,
        start=start,
        end=right.end,
        first=first,
        last=last,
        relative=left.relative or right.relative,
    )


def _opened(lowered: str, dates: Iterator[tuple[Dated, bool]]) -> Iterator[tuple[Dated, Hedge]]:
    """Open the end that "since", "until", "before" or "after" leaves open."""
    for dated, ranged in dates:
        match = _OPEN.search(lowered, max(0, dated.start - 21), dated.start)
        if ranged or match is None or not _is_edge(lowered, dated, match[1]):
            yield dated, Hedge.RANGE if ranged else Hedge.EXACT
            continue
        yield _open(replace(dated, start=match.start()), match[1])


def _is_edge(lowered: str, dated: Dated, word: str) -> bool:
    if _OWNER.match(lowered, dated.end):
        return False
    return word in {"since", "until", "till"} or _CLOSED.match(lowered, dated.end) is not None


def _open(dated: Dated, word: str) -> tuple[Dated, Hedge]:
    if word == "since":
        return replace(dated, last=None), Hedge.AT_LEAST
    if word == "after":
        return replace(dated, first=dated.last, last=None), Hedge.MORE_THAN
    if word == "before":
        return replace(dated, last=dated.first, first=None), Hedge.LESS_THAN
    return replace(dated, first=None), Hedge.AT_MOST
