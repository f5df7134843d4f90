"""Actions: who did what to whom, in a clause of its own.

"The council dismissed its architect": dismiss, by the council, of the architect.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.extract.attribution import SAYING
from checker.extract.frame import LONGEST_WORDS, Found, event_lemma, frame_of
from checker.extract.passage import Passage
from checker.extract.patterns.pattern import Pattern
from checker.extract.syntax import LIGHT, is_content, is_passive, patient_of, subject_of
from checker.model.claim import Attribute
from checker.model.value import Term

if TYPE_CHECKING:
    from checker.extract.parse import Word


def find(passage: Passage) -> Iterator[Found]:
    """Yield the actions and states of a passage, verb by verb."""
    for token in passage.doc:
        if token.pos_ != "VERB" or token.lemma_ in LIGHT or token.lemma_ in SAYING:
            continue
        if _is_intent(token):
            continue
        patient = patient_of(token)
        about = patient if patient is not None else subject_of(token)
        if about is None:
            continue
        start, end = _extent(token, patient)
        lemma = event_lemma(token)
        words = tuple(sorted({t.lemma_.lower() for t in about.subtree if is_content(t)}))[:12]
        yield Found(
            Attribute.ACTION,
            Term(text=passage.text[start:end], head=lemma, words=words),
            start,
            end,
            frame_of(token, about, passage),
            PATTERN.name,
            token,
        )


def _is_intent(verb: Word) -> bool:
    """ "plan to exchange": the plan is the modality of the exchange, no act of its own."""
    return any(child.dep_ == "xcomp" and child.pos_ == "VERB" for child in verb.children)


def _extent(verb: Word, patient: Word | None) -> tuple[int, int]:
    """The words of an action: the verb with its auxiliaries up to the head of its object."""
    start = min([verb.idx, *(c.idx for c in verb.children if c.dep_ in {"auxpass", "neg"})])
    last = verb
    if patient is not None and verb.i < patient.i and not is_passive(verb):
        last = patient
    end = last.idx + len(last.text)
    if end - start > LONGEST_WORDS:
        end = verb.idx + len(verb.text)
    return start, end


PATTERN = Pattern("action", find)
