"""Durations: how long something lasted, or how long ago it last was.

"after a three-year strike", "for the first time in 12 years".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.extract.frame import Found, Frame, frame_of
from checker.extract.passage import Passage
from checker.extract.patterns.pattern import Pattern
from checker.extract.scope import is_prison_term
from checker.extract.syntax import noun_governor
from checker.model.claim import Attribute
from checker.model.value import Duration

if TYPE_CHECKING:
    from checker.extract.parse import Word, Words

TERM_UNITS = frozenset({"day", "week", "month", "year"})


def find(passage: Passage) -> Iterator[Found]:
    """Yield the durations of a passage with what lasted."""
    for reading in passage.readings:
        if not isinstance(reading.value, Duration):
            continue
        tokens = passage.tokens_at(reading)
        if tokens is None:
            continue
        noun = lasting_noun(tokens)
        end = reading.end
        if noun is not None and tokens.end - 1 <= noun.i <= tokens.end + 2:
            end = max(end, noun.idx + len(noun.text))
        yield Found(
            Attribute.DURATION,
            reading.value,
            reading.start,
            end,
            _framed(tokens, reading.value, noun, passage),
            PATTERN.name,
            tokens.root,
        )


def _framed(tokens: Words, value: Duration, noun: Word | None, passage: Passage) -> Frame:
    frame = frame_of(tokens.root, noun, passage)
    if value.unit in TERM_UNITS and is_prison_term(tokens):
        # "faces up to nine years in prison": what is jailed, charged or faced varies.
        frame = replace(frame, subject="sentence", event="jail")
    return frame


def lasting_noun(tokens: Words) -> Word | None:
    """Find the noun a duration narrows: "a three-year strike", "a wait of two hours"."""
    root = tokens.root
    noun = noun_governor(root)
    if noun != root and noun.pos_ in {"NOUN", "PROPN"}:
        return noun
    if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.pos_ == "NOUN":
        return root.head.head
    return None


PATTERN = Pattern("duration", find)
