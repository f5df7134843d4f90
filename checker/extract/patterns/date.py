"""Dates: when an event took place, takes place or began.

"The bridge opened on 4 March 2021": the date of opening the bridge.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.extract.frame import Found, frame_of
from checker.extract.passage import Passage
from checker.extract.patterns.pattern import Pattern
from checker.extract.scope import is_stamp
from checker.extract.syntax import governor, patient_of, subject_of
from checker.model.claim import Attribute
from checker.model.value import Clock, Moment


def find(passage: Passage) -> Iterator[Found]:
    """Yield dates and times of day with the event that they are dates of."""
    for reading in passage.readings:
        if not isinstance(reading.value, Moment | Clock):
            continue
        tokens = passage.tokens_at(reading)
        if tokens is None or is_stamp(tokens):
            continue
        verb = governor(tokens.root)
        subject = None
        if verb is not None:
            subject = patient_of(verb) or subject_of(verb)
        elif tokens.root.head.pos_ in {"NOUN", "PROPN"}:
            subject = tokens.root.head
        attribute = Attribute.CLOCK if isinstance(reading.value, Clock) else Attribute.DATE
        yield Found(
            attribute,
            reading.value,
            reading.start,
            reading.end,
            frame_of(tokens.root, subject, passage),
            PATTERN.name,
            tokens.root,
        )


PATTERN = Pattern("date", find)
