"""What two dates, or two times of day, share."""

from __future__ import annotations

import numpy as np

from checker.align import traits
from checker.align.features import SHARED, Feature, rare
from checker.align.known import KNOWN
from checker.align.pairs import Flags, Floats, Pairs
from checker.model.claim import Attribute

# Differences beyond this say nothing more.
_MOST_DAYS = 4000.0
_DAY = 1440.0


def _is_clock(pairs: Pairs) -> Flags:
    return pairs.flags(traits.answers(Attribute.CLOCK))[0]


def _apart(pairs: Pairs) -> Floats:
    """How far apart: in days, or in minutes of the day."""
    left, right = pairs.numbers(traits.middle)
    return np.abs(left - right)


def _minutes(pairs: Pairs) -> Floats:
    minutes = pairs.once(_apart) % _DAY
    return np.minimum(minutes, _DAY - minutes)


def _days(pairs: Pairs) -> Floats:
    return np.where(pairs.both(traits.is_resolved), pairs.once(_apart), _MOST_DAYS)


def _gap(pairs: Pairs) -> Floats:
    clock = np.log1p(pairs.once(_minutes) / 10) / np.log1p(_DAY / 20)
    days = np.log1p(pairs.once(_days)) / np.log1p(_MOST_DAYS)
    days = np.where(pairs.both(traits.is_moment), days, 0.0)
    return np.minimum(np.where(_is_clock(pairs), clock, days), 1.0)


def _same_grain(pairs: Pairs) -> Flags:
    days = pairs.both(traits.is_moment) & pairs.same(traits.day_grain)
    return np.where(_is_clock(pairs), pairs.same(traits.clock_grain), days)


def _half_day(pairs: Pairs) -> Flags:
    return np.asarray(_is_clock(pairs) & (pairs.once(_minutes) == _DAY / 2))


def _next_day(pairs: Pairs) -> Flags:
    days = pairs.once(_days)
    return np.asarray(pairs.both(traits.is_moment) & (days > 0.5) & (days < 1.5))


def _other_year_only(pairs: Pairs) -> Flags:
    named = pairs.both(traits.has_month) & pairs.both(traits.has_year)
    return named & pairs.same(traits.month_and_day)


TIMES: dict[str, Feature] = {
    **SHARED,
    **KNOWN,
    "clock": _is_clock,
    "gap": _gap,
    "grain_same": _same_grain,
    "half_day": _half_day,
    "hedged": lambda p: p.mean(traits.is_hedged),
    "next_day": _next_day,
    "other_year_only": _other_year_only,
    "rare": rare,
    "relative_both": lambda p: p.both(traits.is_relative),
    "relative_one": lambda p: p.one(traits.is_relative),
    "weekdays": lambda p: p.both(traits.has_weekday),
    "written_years": lambda p: p.both(traits.has_year),
}
