"""Ages of persons: "the 65-year-old Meier", "Anna Meier, 43,", "aged five"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.extract.frame import Found, frame_of
from checker.extract.passage import Passage
from checker.extract.patterns.pattern import Pattern
from checker.extract.syntax import governor, noun_governor, subject_of
from checker.model.claim import Attribute
from checker.model.value import NameKind, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

_AFTER_NAME = re.compile(r"\s*,\s*(?P<age>\d{1,3})(?=\s*(?:,|\band\b|\.|;|\)|$))")


def find(passage: Passage) -> Iterator[Found]:
    """Yield ages with the person, named or not, whose they are."""
    yield from _written_out(passage)
    yield from _between_commas(passage)


def _written_out(passage: Passage) -> Iterator[Found]:
    for reading in passage.readings:
        value = reading.value
        if not isinstance(value, Quantity) or value.written_unit != "age":
            continue
        tokens = passage.tokens_at(reading)
        if tokens is None:
            continue
        bearer = _bearer(tokens.root)
        frame = frame_of(tokens.root, bearer, passage)
        yield Found(
            Attribute.AGE, value, reading.start, reading.end, frame, PATTERN.name, tokens.root
        )


def _bearer(root: Token) -> Token | None:
    """The noun with the age: before it, behind it, or the subject of "is"."""
    noun = noun_governor(root)
    if noun != root and noun.pos_ in {"NOUN", "PROPN"}:
        return noun
    if root.dep_ in {"amod", "acl", "appos"} and root.head.pos_ in {"NOUN", "PROPN"}:
        return root.head
    verb = governor(root)
    return subject_of(verb) if verb is not None else None


def _between_commas(passage: Passage) -> Iterator[Found]:
    """ "Anna Meier, 43, said": a bare number after a person's name is an age."""
    for mention in passage.mentions:
        if mention.what not in {NameKind.PERSON, NameKind.OTHER}:
            continue
        last = passage.doc[mention.last - 1]
        match = _AFTER_NAME.match(passage.doc.text, last.idx + len(last.text))
        if match is None or not 1 <= int(match["age"]) <= 115:  # noqa: PLR2004
            continue
        years = float(match["age"])
        value = Quantity(
            text=match["age"], low=years, high=years, unit="year", written_unit="age"
        )
        start, end = match.span("age")
        yield Found(
            Attribute.AGE, value, start, end, frame_of(last, last, passage), PATTERN.name, last
        )


PATTERN = Pattern("age", find)
