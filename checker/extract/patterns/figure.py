"""Figures: what is counted, weighed or paid, and in which event.

"Four people were hurt": the count of people who were hurt is 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.extract.frame import Found, Frame, frame_of
from checker.extract.passage import Passage
from checker.extract.patterns.pattern import Pattern
from checker.extract.scope import (
    dimension_of,
    fate,
    is_conversion,
    is_increment,
    is_others,
    is_outcome,
    is_position,
    is_some_of,
    names_a_kind,
)
from checker.extract.syntax import SUBJECTS, governor, subject_of
from checker.model.claim import Attribute
from checker.model.value import Hedge, Quantity
from checker.values.concepts import SOME_OF

if TYPE_CHECKING:
    from checker.extract.parse import Word, Words

_COUNTING = frozenset({"nummod", "quantmod", "compound", "amod", "det", "npadvmod", "nmod"})
# "one of the reasons", "a second car": neither counts anything that others count.
_PRONOUNS = frozenset({"one", "a", "an"})

# "ten minutes later" is a time, not a count of minutes.
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})


def attribute_of(value: Quantity) -> Attribute:
    """Sort a quantity by its unit."""
    if value.unit == "":
        return Attribute.COUNT
    if value.unit == "%":
        return Attribute.SHARE
    if len(value.unit) == 3 and value.unit.isupper():
        return Attribute.MONEY
    return Attribute.MEASURE


def find(passage: Passage) -> Iterator[Found]:
    """Yield the figures of a passage with the thing they are figures of."""
    for reading in passage.readings:
        value = reading.value
        if not isinstance(value, Quantity) or value.ordinal or value.written_unit == "age":
            continue
        tokens = passage.tokens_at(reading)
        if tokens is None or _is_pronoun(tokens, value) or is_conversion(reading, passage):
            continue
        if is_position(reading, passage):
            continue
        noun, frame = _framed(tokens, value, passage)
        end = max(reading.end, _end_of(noun, tokens)) if noun is not None else reading.end
        if names_a_kind(tokens, noun) or frame.subject in TIMES:
            continue
        if frame.subject or frame.event:
            yield Found(
                attribute_of(value), value, reading.start, end, frame, PATTERN.name, tokens.root
            )


def _framed(tokens: Words, value: Quantity, passage: Passage) -> tuple[Word | None, Frame]:
    """The noun that a figure is of, and the setting with what narrows the figure."""
    dimension, thing = dimension_of(tokens) if value.unit else ("", None)
    noun = thing or (counted_noun(tokens) if value.unit == "" else measured_noun(tokens))
    frame = frame_of(noun if noun is not None else tokens.root, noun, passage)
    if dimension:
        frame = replace(frame, event=dimension)
    if noun is not None and is_outcome(noun):
        # "34 killed", "61 wounded": whom it befell goes without saying.
        frame = replace(frame, subject="", event=fate(noun))
    most = value.high or value.low or 0.0
    if is_some_of(tokens) or is_increment(tokens) or is_others(tokens, noun, most):
        frame = replace(frame, qualifiers=(*frame.qualifiers, SOME_OF))
    return noun, frame


def _is_pronoun(tokens: Words, value: Quantity) -> bool:
    # "twenty-one" is a number, whatever its last word.
    worded = tokens[-1].lower_ in _PRONOUNS and (value.high or 0.0) <= 1.0
    return worded and value.hedge is Hedge.EXACT


def counted_noun(tokens: Words) -> Word | None:
    """Find the noun that a plain number counts; None where the number stands alone.

    "31 people", "the 16 metal cabins", "hundreds of people", "31 of the guests".
    """
    root = tokens.root
    if root.dep_ in _COUNTING and root.head.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return root.head if root.head.i >= tokens.start else None
    for preposition in root.children:
        if preposition.lower_ == "of" and preposition.i >= tokens.end - 1:
            return next((t for t in preposition.children if t.dep_ == "pobj"), None)
    # "200 dead", "61 wounded": the parser makes a number and its adjective siblings.
    following = root.doc[tokens.end] if tokens.end < len(root.doc) else None
    if (
        following is not None
        and following.pos_ in {"NOUN", "ADJ", "VERB"}
        and (following.tag_ in {"NN", "NNS", "JJ", "VBN"} and following.sent is root.sent)
    ):
        return following
    # "a family of five": the group is what has the number.
    return _by_preposition(root) if root.dep_ == "pobj" and root.head.lower_ == "of" else None


def measured_noun(tokens: Words) -> Word | None:
    """Find the thing that has the measure, price or share.

    "a $5 million bid", "20% of voters", "worth 3 m", "shares fell 4 percent",
    "the 40 m deep shaft".
    """
    root = tokens.root
    if root.dep_ in {"compound", "nmod", "amod", "npadvmod", "nummod"}:
        head = root.head
        while head.dep_ in {"amod", "compound", "npadvmod"} and head.head.pos_ == "NOUN":
            head = head.head
        if head.pos_ in {"NOUN", "PROPN"}:
            return head
    for preposition in root.children:
        if preposition.lower_ in {"of", "in"} and preposition.i >= tokens.end - 1:
            noun = next((t for t in preposition.children if t.dep_ == "pobj"), None)
            if noun is not None:
                return noun
    return _by_preposition(root) or _by_verb(root)


def _by_preposition(root: Word) -> Word | None:
    """ "an offer of $5 million", "a premium of 20 percent": the noun before "of"."""
    if root.dep_ == "pobj" and root.head.lower_ in {"of", "at", "to", "by", "for"}:
        owner = root.head.head
        if owner.pos_ in {"NOUN", "PROPN"}:
            return owner
    return None


def _by_verb(root: Word) -> Word | None:
    verb = governor(root)
    subject = subject_of(verb) if verb is not None else None
    if subject is None or subject.i == root.i:
        return None
    return subject if subject.dep_ in SUBJECTS | {"nsubjpass"} or subject.pos_ == "NOUN" else None


def _end_of(noun: Word, tokens: Words) -> int:
    """The quotation ends with the counted noun where it follows soon."""
    if tokens.end - 1 <= noun.i <= tokens.end + 4:
        return int(noun.idx + len(noun.text))
    return 0


PATTERN = Pattern("figure", find)
