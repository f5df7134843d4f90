"""A claim: an answer to a question, tied to the exact words of one source."""

from __future__ import annotations

from enum import StrEnum

from checker.model.record import Record
from checker.model.source import RegionKind
from checker.model.span import Span
from checker.model.value import Moment, Value


class Attribute(StrEnum):
    """What is asked of a subject or an event."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    MEASURE = "measure"
    DURATION = "duration"
    DATE = "date"
    CLOCK = "clock"
    AGE = "age"
    NAME = "name"
    ROLE = "role"
    PLACE = "place"
    ACTION = "action"
    CAUSE = "cause"
    QUOTE = "quote"
    PUBLISHED = "published"
    WRITTEN = "written"


class Modality(StrEnum):
    """How real the source says it is."""

    DONE = "done"
    AGREED = "agreed"
    PLANNED = "planned"
    FUTURE = "future"
    POSSIBLE = "possible"
    ALLEGED = "alleged"
    ASKED = "asked"
    DENIED = "denied"


class Question(Record):
    """What a claim answers, in normal forms that can be compared across sources.

    `subject` is the lemma of the thing asked about (what is counted, what lasted,
    who has the age), `qualifiers` the lemmas that narrow it, `event` the lemma of
    the predicate it takes part in, `agent` and `patient` its keys, `place` the key
    of where it took place as far as the clause itself says, `participants` the keys
    of all names in the clause, `context` the content lemmas of the sentence, `nearby`
    those of the few words around the answer, `when` the time of the event where the
    sentence gives one.
    """

    attribute: Attribute
    subject: str = ""
    qualifiers: tuple[str, ...] = ()
    event: str = ""
    agent: str = ""
    patient: str = ""
    place: str = ""
    participants: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()
    when: Moment | None = None


class Claim(Record):
    """One answer in one source.

    `span` holds the words of the answer and `words` repeats them, `sentence` the
    sentence around them. `said_by` is the chain of attribution, nearest first.
    `found_by` names the pattern, so that every heuristic can be scored.
    """

    id: str
    question: Question
    value: Value
    negated: bool = False
    modality: Modality = Modality.DONE
    said_by: tuple[str, ...] = ()
    as_of: Moment | None = None
    span: Span
    words: str
    sentence: Span
    region: RegionKind = RegionKind.BODY
    found_by: str

    @property
    def source(self) -> str:
        """The id of the source that makes the claim."""
        return self.span.source
