"""The catalogue of patterns, in the order in which they are tried."""

from __future__ import annotations

from checker.extract.patterns import (
    action,
    age,
    cause,
    date,
    duration,
    figure,
    name,
    quote,
    role,
    state,
)
from checker.extract.patterns.pattern import Pattern

PATTERNS: tuple[Pattern, ...] = (
    action.PATTERN,
    age.PATTERN,
    cause.PATTERN,
    date.PATTERN,
    duration.PATTERN,
    figure.PATTERN,
    name.PATTERN,
    quote.PATTERN,
    role.PATTERN,
    state.PATTERN,
)
