"""Claims made from a line of text, so that tables of rules need no parser."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from checker.model.claim import Attribute, Claim, Modality, Question
from checker.model.span import Span
from checker.model.value import Grain, Moment, Term, Value
from checker.values.scan import find_values

SMALL = frozenset(
    ["a", "an", "at", "because", "due", "in", "of", "protest", "response", "the", "to"]
)
# The pattern hands on lemmas; the documentation speaks English.
LEMMAS = {"expelled": "expel", "recalled": "recall", "resigned": "resign", "withdrew": "withdraw"}
CAUSE_OPENS = ("because", "due", "in response", "in protest")
VERBAL = {Attribute.ACTION, Attribute.CAUSE, Attribute.ROLE, Attribute.PLACE}


def read_value(text: str, attribute: Attribute) -> Value:
    """The value that a table's cell stands for: the first reading, or the words."""
    if attribute in VERBAL:
        told = text.lower()
        if attribute is Attribute.CAUSE:
            told = min((told[told.find(o) :] for o in CAUSE_OPENS if o in told), key=len)
        words = tuple(LEMMAS.get(w, w) for w in told.split() if w not in SMALL)
        return Term(text=text, head=words[0], words=words)
    readings = find_values(text, None)
    assert readings, f"no value in {text!r}"
    return readings[0].value


def make_claim(text: str, attribute: Attribute, side: str, **extra: object) -> Claim:
    """A claim of a source named after its side ("left", "right")."""
    span = Span(source=side, start=0, end=len(text))
    published = extra.pop("published", None)
    modality = Modality(str(extra.pop("modality", "done")))
    return Claim(
        id=f"{side}:{attribute}",
        question=Question(attribute=attribute, subject="thing", participants=("thing",)),
        value=read_value(text, attribute),
        negated=bool(extra.pop("negated", False)),
        modality=modality,
        as_of=day_of(date.fromisoformat(str(published))) if published else None,
        span=span,
        words=text,
        sentence=span,
        found_by="test",
    )


def day_of(day: date) -> Moment:
    """A day as a moment."""
    first = datetime(day.year, day.month, day.day)
    return Moment(
        text=day.isoformat(),
        first=first,
        last=first + timedelta(days=1),
        grain=Grain.DAY,
        year=day.year,
        month=day.month,
        day=day.day,
    )
