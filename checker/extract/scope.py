"""The words beside a figure that say which of several figures it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.extract.syntax import noun_governor
from checker.lexicon import load
from checker.model.value import Quantity
from checker.values.concepts import OUTCOME_NOUNS, OUTCOME_STATES, OUTCOMES, concept_of

if TYPE_CHECKING:
    from checker.extract.parse import Word, Words
    from checker.extract.passage import Passage
    from checker.values.reading import Reading

_TABLE = load("scopes")
INCREMENTS = frozenset(_TABLE["increment"]["words"])
DIMENSIONS: dict[str, str] = dict(_TABLE["dimension"])
TERMS = frozenset(_TABLE["term"]["concepts"])
_OPENED = re.compile(r"\(\s*(?:about |around |or )?$")
_POSITION = re.compile(r"(?<![\w.,])\d{1,3} (?:of|/) \d{1,3}(?=\s*(?:[.)\]|]|$))")
LABELS = frozenset(_TABLE["label"]["nouns"])
# From here on "others" are the many beside a few, and a toll of their own.
MANY_OTHERS = 10
LAGS = frozenset(_TABLE["term"]["lags"])
STAMPS = frozenset(_TABLE["stamp"]["words"])
# "Last updated at 4:30 pm": between the word and the time are so many.
STAMP_WORDS = 8
# A prison term has its prison within a few words: "up to nine years in prison".
NEAR = 5


def is_some_of(tokens: Words) -> bool:
    """ "five of the dead": a part, of which the figure says nothing of the whole."""
    doc = tokens.doc
    following = [t.lower_ for t in doc[tokens.end : tokens.end + 2]]
    return following[:1] == ["of"] and following[1:] in (["the"], ["them"], ["those"], ["his"])


def is_others(tokens: Words, noun: Word | None, most: float) -> bool:
    """ "two others were hurt": a few beside somebody named are not all of them."""
    if noun is None or most >= MANY_OTHERS:
        return False
    return noun.lemma_.lower() == "other" or any(
        t.lower_ in {"other", "others"} for t in tokens.doc[tokens.end : noun.i + 1]
    )


def names_a_kind(tokens: Words, noun: Word | None) -> bool:
    """ "AK 47 rifles", "a .38 caliber": the number belongs to the name of a kind."""
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    if before is not None and before.text.isupper() and 2 <= len(before.text) <= 4:
        return before.pos_ in {"PROPN", "NOUN"} and before.is_alpha
    return noun is not None and noun.lemma_.lower() in LABELS


def is_increment(tokens: Words) -> bool:
    """ "another 20 ships": what is added to a total says nothing of it."""
    first = tokens.start
    return first > 0 and tokens.doc[first - 1].lower_ in INCREMENTS


def is_outcome(noun: Word) -> bool:
    """Say whether the "noun" is what befell people: "34 killed", "61 Hurt", "two deaths"."""
    lemma = noun.lemma_.lower()
    # In headlines the parser takes "61 Hurt" for a name.
    if lemma in OUTCOME_NOUNS or noun.lower_ in OUTCOME_STATES:
        return True
    return noun.tag_ in {"VBN", "VBD", "JJ"} and concept_of(lemma) in OUTCOMES


def fate(noun: Word) -> str:
    """What befell them, as an event."""
    return str(noun.lower_ if noun.lower_ in OUTCOME_STATES else noun.lemma_.lower())


def dimension_of(tokens: Words) -> tuple[str, Word | None]:
    """The dimension a measure is of, and the thing: "a 40 m deep shaft", "is 9 m long"."""
    for token in tokens.doc[tokens.end - 1 : tokens.end + 2]:
        dimension = DIMENSIONS.get(token.lemma_.lower(), "")
        if dimension:
            return dimension, _bearer(token)
    return "", None


def _bearer(token: Word) -> Word | None:
    """The thing of a dimension: behind it ("40 m deep shaft"), else before "is"."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if following.pos_ == "NOUN":
        return noun_governor(following)
    if token.head.pos_ in {"NOUN", "PROPN"}:
        return token.head
    return next((c for c in token.head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)


def is_conversion(reading: Reading, passage: Passage) -> bool:
    """ "50 metres (164 feet)": the same measure once more."""
    return isinstance(reading.value, Quantity) and bool(
        _OPENED.search(passage.text, max(0, reading.start - 12), reading.start)
        and any(
            0 <= reading.start - other.end <= NEAR + 3
            and isinstance(other.value, Quantity)
            and other.value.unit == reading.value.unit
            for other in passage.readings
        )
    )


def is_position(reading: Reading, passage: Passage) -> bool:
    """ "Slide 12 of 23": a place in a row of pages, and the length of the row."""
    text = passage.text
    return any(
        match.start() <= reading.start < match.end()
        for match in _POSITION.finditer(text, max(0, reading.start - 12), reading.end + 12)
    )


def is_prison_term(tokens: Words) -> bool:
    """Say whether a length of time is a sentence: "jailed for up to ten years"."""
    doc = tokens.doc
    # "moved to the county jail within ten days", "told inmates two weeks after the theft"
    beside = (*doc[max(0, tokens.start - 1) : tokens.start], *doc[tokens.end : tokens.end + 1])
    if any(token.lower_ in LAGS for token in beside):
        return False
    around = (
        *doc[max(0, tokens.start - NEAR) : tokens.start],
        *doc[tokens.end : tokens.end + NEAR],
    )
    return any(concept_of(token.lemma_.lower()) in TERMS for token in around)


def is_stamp(tokens: Words) -> bool:
    """Say whether a time is the page's own: "Updated 4:30 pm", "Last modified on 4 May"."""
    before = tokens.doc[max(0, tokens.start - STAMP_WORDS) : tokens.start]
    return any(
        token.lower_ in STAMPS
        and (token.i == 0 or token.text[0].isupper() or token.doc[token.i - 1].lower_ == "last")
        for token in before
    )
