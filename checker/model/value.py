"""The answers that claims give: figures, durations, moments, names, terms.

Figures and times are intervals with open ends: `None` for a bound means that
the text sets none. "about 120 m", "over 100" and "March 2021" are wide, an
exact value is the narrow case.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from checker.model.record import Record


class Relation(StrEnum):
    """How two values stand to each other."""

    SAME = "same"
    REFINES = "refines"
    OVERLAP = "overlap"
    DISJOINT = "disjoint"
    INCOMPARABLE = "incomparable"


class Hedge(StrEnum):
    """How firmly a figure is put."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"
    RANGE = "range"
    VAGUE = "vague"


class Grain(StrEnum):
    """The finest unit of time that the words fix."""

    MINUTE = "minute"
    HOUR = "hour"
    DAYPART = "daypart"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Quantity(Record):
    """A count, amount of money, percentage or measure.

    `low` and `high` are closed bounds in `unit`, the canonical unit of the
    dimension: "" for a plain count, "%" for a percentage, an ISO 4217 code for
    money, "m", "kg", "m2", "m3", "m/s", "K", "B" (bytes), "W", "J"… for a measure.
    `grain` is the worth of the last digit written ("1.2 million": 100 000), in
    the same unit: what rounds to the written figure agrees with it.
    """

    kind: Literal["quantity"] = "quantity"
    text: str
    low: float | None
    high: float | None
    unit: str = ""
    written_unit: str = ""
    grain: float = 1.0
    hedge: Hedge = Hedge.EXACT
    ordinal: bool = False


class Duration(Record):
    """A length of time: closed bounds and grain in days, and the unit as written."""

    kind: Literal["duration"] = "duration"
    text: str
    low: float | None
    high: float | None
    unit: str
    grain: float
    hedge: Hedge = Hedge.EXACT


class Moment(Record):
    """A point or stretch of calendar time.

    `first` and `last` bound it, half-open `[first, last)`, in the source's local
    time; both are `None` where it could not be resolved (a bare "Tuesday" in an
    undated source), one is `None` where the words leave that end open ("since
    2008"). `year`, `month`, `day` and `weekday` (0 is Monday) are what the words
    themselves say, before anything was resolved. `relative` marks words that
    lean on the source's date ("yesterday", "last month", "Tuesday").
    """

    kind: Literal["moment"] = "moment"
    text: str
    first: datetime | None
    last: datetime | None
    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: bool = False
    hedge: Hedge = Hedge.EXACT
    ambiguous: bool = False


class Clock(Record):
    """A time of day: closed bounds in minutes after midnight, `grain` in minutes.

    A stretch across midnight ("shortly before midnight") may pass 1440.
    """

    kind: Literal["clock"] = "clock"
    text: str
    low: int
    high: int
    grain: int = 1
    zone: str = ""
    hedge: Hedge = Hedge.EXACT


class NameKind(StrEnum):
    """What bears a name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


class Name(Record):
    """A proper name; `key` is its normal form (titles off, folded, lower case)."""

    kind: Literal["name"] = "name"
    text: str
    key: str
    what: NameKind


class Term(Record):
    """A word or phrase as an answer: a verb, a role, a cause, a state, a place.

    `head` is the lemma that decides, `words` the content lemmas in order.
    """

    kind: Literal["term"] = "term"
    text: str
    head: str
    words: tuple[str, ...] = ()


class Quote(Record):
    """Words given as somebody's own, as lower-case words without punctuation."""

    kind: Literal["quote"] = "quote"
    text: str
    words: tuple[str, ...]


Value = Annotated[
    Quantity | Duration | Moment | Clock | Name | Term | Quote,
    Field(discriminator="kind"),
]
