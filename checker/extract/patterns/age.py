"""Ages of persons: "the 65-year-old Meier", "Anna Meier, 43,", "aged five"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.extract.frame import Found, frame_of
from checker.extract.passage import Passage
from checker.extract.patterns.pattern import Pattern
from checker.extract.syntax import governor, noun_governor, subject_of
from checker.lexicon import load
from checker.model.claim import Attribute
from checker.model.value import NameKind, Quantity

if TYPE_CHECKING:
    from checker.extract.parse import Word

_PERSONS = frozenset(
    word for table in ("adults", "children", "kin") for word in load("ages")[table]["words"]
)
# "to rescue the six-year-old": the age stands for the person and leans on no noun.
_STANDS_ALONE = frozenset({"conj", "dobj", "nsubj", "nsubjpass", "pobj"})
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
        bearer = _bearer(tokens.root, passage)
        frame = frame_of(tokens.root, bearer, passage)
        yield Found(
            Attribute.AGE, value, reading.start, reading.end, frame, PATTERN.name, tokens.root
        )


def _bearer(root: Word, passage: Passage) -> Word | None:
    """The noun with the age: before it, behind it, or the subject of "is"."""
    noun = noun_governor(root)
    if noun != root and noun.pos_ in {"NOUN", "PROPN"}:
        return _namesake(noun, passage)
    if root.dep_ in {"amod", "acl", "appos"} and root.head.pos_ in {"NOUN", "PROPN"}:
        return _namesake(root.head, passage)
    if root.dep_ in _STANDS_ALONE:
        return root
    verb = governor(root)
    return subject_of(verb) if verb is not None else None


def _namesake(noun: Word, passage: Passage) -> Word:
    """The name that stands for the same person as a noun, else the noun.

    "Anna Meier, a 43-year-old teacher", "the 43-year-old driver, Anna Meier", "Meier
    is a 43-year-old teacher".
    """
    same = [child for child in noun.children if child.dep_ == "appos"]
    if noun.dep_ == "appos":
        same.append(noun.head)
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        same.extend(child for child in noun.head.children if child.dep_ == "nsubj")
    return next((token for token in same if _is_person(token, passage)), noun)


def _is_person(token: Word, passage: Passage) -> bool:
    mention = passage.mention_at(token)
    return mention is not None and mention.what in {NameKind.PERSON, NameKind.OTHER}


def _between_commas(passage: Passage) -> Iterator[Found]:
    """ "Anna Meier, 43, said", "the driver, 43, said": a bare number after a person."""
    for last in _persons(passage):
        match = _AFTER_NAME.match(passage.text, last.idx + len(last.text))
        if match is None or not 1 <= int(match["age"]) <= 115:
            continue
        years = float(match["age"])
        value = Quantity(text=match["age"], low=years, high=years, unit="year", written_unit="age")
        start, end = match.span("age")
        yield Found(
            Attribute.AGE, value, start, end, frame_of(last, last, passage), PATTERN.name, last
        )


def _persons(passage: Passage) -> Iterator[Word]:
    """Yield the last words of names of persons, and nouns for persons."""
    for mention in passage.mentions:
        if mention.what in {NameKind.PERSON, NameKind.OTHER}:
            yield passage.doc[mention.last - 1]
    for token in passage.doc:
        if token.pos_ == "NOUN" and token.lemma_.lower() in _PERSONS:
            yield token


PATTERN = Pattern("age", find)
