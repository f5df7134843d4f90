"""Times of day that a text tells as past and that its own stamp lies before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from checker.lexicon import load
from checker.model.claim import Attribute, Claim, Modality
from checker.model.source import Source
from checker.model.value import Clock, Moment

_PLACES: dict[str, int] = dict(load("happenings")["clock_places"])
_LONGEST_FIRST = sorted(_PLACES, key=lambda place: (-len(place), place))
_PLACE = re.compile(
    rf"\W{{0,3}} (?:in\s|at\s)? (?P<place> {'|'.join(map(re.escape, _LONGEST_FIRST))} ) (?!\w)",
    re.VERBOSE,
)
# A stamp names no zone: that of the westernmost desks, in hours behind Greenwich.
WESTERNMOST = 8
HOUR = 60
# What stands behind a time of day: its zone or place.
LOOK_AHEAD = 20


def later_clocks(source: Source, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield "fell to 12.40 at 9:34 a.m. New York" of a text stamped 03:30 that day.

    Only times to the minute with a zone or a place, in sentences without another
    day; the stamp is read as late as any desk may have meant it.
    """
    stamp = source.published.moment.first if source.published.moment is not None else None
    if stamp is None or stamp.time() == datetime.min.time():
        return
    listed = list(claims)
    latest = stamp + timedelta(hours=WESTERNMOST)
    for claim in listed:
        told = _earliest(claim, source, stamp)
        if told is not None and told > latest and not _has_day(claim, listed):
            yield claim


def _earliest(claim: Claim, source: Source, stamp: datetime) -> datetime | None:
    """The moment in Greenwich that the claim tells at the earliest, on the stamp's day."""
    value = claim.value
    if not isinstance(value, Clock) or claim.modality is not Modality.DONE or value.low % HOUR == 0:
        return None
    ahead = _hours_ahead(value, source.text[claim.span.end : claim.span.end + LOOK_AHEAD].lower())
    if ahead is None:
        return None
    midnight = stamp.replace(hour=0, minute=0, second=0)
    return midnight + timedelta(minutes=value.low, hours=-ahead)


def _hours_ahead(value: Clock, behind: str) -> int | None:
    if value.zone:
        return _PLACES.get(value.zone.lower())
    match = _PLACE.match(behind)
    return _PLACES[match["place"]] if match else None


def _has_day(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Say whether the sentence of a time names a day."""
    return any(
        other.question.attribute is Attribute.DATE
        and isinstance(other.value, Moment)
        and other.sentence == claim.sentence
        for other in claims
    )
