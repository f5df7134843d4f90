"""Dates that a page carries beside its text: a shared post's date, the year of a copyright line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model.claim import Attribute, Claim, Question
from checker.model.source import Source
from checker.model.span import Span
from checker.model.value import Moment
from checker.values.scan import find_values

NAME = "date-mark"
# "(@harbour_watch) March 3, 2021": how a post is shown that a page shares.
_POST = re.compile(
    r"\(@\w{1,30}\) \s (?:on \s)? (?P<date> \w{1,10}\.? \s \w{1,10},? \s \d{4})(?!\d)", re.VERBOSE
)
# "Copyright 2021 The Daily Lamp", "© 2018-2021": the last year of the line counts.
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\)) (?:\s©|\s\(c\))? \s? (?:\d{4} \s? [-–] \s?)? (?P<date>\d{4})(?!\d)",
    re.VERBOSE | re.IGNORECASE,
)
# One of them begins the pattern: most texts have none, and need no search.
_SIGNS = ("copyright", "©", "(c)")


def post_dates(source: Source) -> Iterator[Claim]:
    """Yield the dates of the posts that a page shares."""
    if "(@" in source.text:
        yield from _claims(source, _POST)


def copyright_years(source: Source) -> Iterator[Claim]:
    """Yield the years of a page's copyright lines."""
    text = source.text.lower()
    if any(sign in text for sign in _SIGNS):
        yield from _claims(source, _COPYRIGHT)


def _claims(source: Source, mark: re.Pattern[str]) -> Iterator[Claim]:
    for match in mark.finditer(source.text):
        moments = [r.value for r in find_values(match["date"]) if isinstance(r.value, Moment)]
        if moments and moments[0].first is not None:
            yield _claim(source, moments[0], match.start("date"), match.end("date"))


def _claim(source: Source, value: Moment, start: int, end: int) -> Claim:
    span = Span(source=source.id, start=start, end=end)
    return Claim(
        id=f"{source.id}:{start}-{end}:{Attribute.WRITTEN}",
        question=Question(attribute=Attribute.WRITTEN, subject=source.id),
        value=value,
        span=span,
        words=source.text[start:end],
        sentence=span,
        region=source.region_at(start),
        found_by=NAME,
    )
