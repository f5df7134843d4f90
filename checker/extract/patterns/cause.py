"""Causes: why something happened, in the source's words.

"closed because of flooding", "in response to the sanctions", "retaliating for the fine".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.extract.frame import LONGEST_WORDS, Found, frame_of
from checker.extract.passage import Passage
from checker.extract.patterns.pattern import Pattern
from checker.extract.syntax import LIGHT, governor, is_content, patient_of, subject_of
from checker.lexicon import load
from checker.model.claim import Attribute
from checker.model.value import Term

if TYPE_CHECKING:
    from checker.extract.parse import Word

_TABLE = load("causes")
CONJUNCTIONS = frozenset(_TABLE["conjunctions"]["words"])
PREPOSITIONS = tuple(tuple(phrase.split()) for phrase in _TABLE["prepositions"]["phrases"])
VERBS = frozenset(_TABLE["verbs"]["lemmas"])


def find(passage: Passage) -> Iterator[Found]:
    """Yield causes with the event that they are causes of."""
    for token in passage.doc:
        cause = _cause_at(token)
        if cause is None:
            continue
        effect, first, last = cause
        start = passage.doc[first].idx
        end = passage.doc[last - 1].idx + len(passage.doc[last - 1].text)
        words = tuple(sorted({t.lemma_.lower() for t in passage.doc[first:last] if is_content(t)}))
        if not words:
            continue
        about = patient_of(effect) or subject_of(effect)
        yield Found(
            Attribute.CAUSE,
            Term(text=passage.text[start:end], head=_head(token), words=words),
            start,
            min(end, start + LONGEST_WORDS),
            frame_of(effect, about, passage),
            PATTERN.name,
            token,
        )


def _cause_at(token: Word) -> tuple[Word, int, int] | None:
    """The verb of the effect, and the tokens of the cause, where a cause begins here."""
    if token.lower_ in CONJUNCTIONS and token.dep_ in {"mark", "prep"}:
        clause = token.head if token.dep_ == "mark" else token
        effect = governor(clause.head)
        return (effect, token.i, clause.right_edge.i + 1) if effect is not None else None
    for phrase in PREPOSITIONS:
        if token.lower_ == phrase[0] and _matches(token, phrase):
            effect = governor(token)
            return (effect, token.i, token.right_edge.i + 1) if effect is not None else None
    if token.lemma_ in VERBS and token.dep_ == "advcl" and token.tag_ == "VBG":
        return token.head, token.i, token.right_edge.i + 1
    return None


def _head(opener: Word) -> str:
    """The lemma of what is blamed: "in response to the heavy sanctions" → "sanction"."""
    if opener.dep_ == "mark":
        clause = opener.head
        told = patient_of(clause) if clause.lemma_ in LIGHT else None
        return str((told or clause).lemma_.lower())
    begin = opener.i + _length(opener)
    nouns = (t for t in opener.subtree if t.dep_ in {"pobj", "dobj"} and t.i >= begin)
    return str(next(nouns, opener).lemma_.lower())


def _length(opener: Word) -> int:
    """How many words open the cause."""
    fitting = [len(p) for p in PREPOSITIONS if opener.lower_ == p[0] and _matches(opener, p)]
    return max(fitting, default=1)


def _matches(token: Word, phrase: tuple[str, ...]) -> bool:
    doc = token.doc
    return token.i + len(phrase) <= len(doc) and all(
        doc[token.i + k].lower_ == word for k, word in enumerate(phrase)
    )


PATTERN = Pattern("cause", find)
