"""A question with two answers, and what people are shown of it."""

from __future__ import annotations

from enum import StrEnum

from checker.model.claim import Claim
from checker.model.record import Record
from checker.model.source import RegionKind, locate


class Kind(StrEnum):
    """What sort of difference it is."""

    CONFLICT = "conflict"
    UPDATE = "update"
    IMPRECISION = "imprecision"
    WORDING = "wording"


class Severity(StrEnum):
    """How loudly it is reported."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 is the loudest."""
        return list(Severity).index(self)


class Verdict(Record):
    """What a rule says of two claims: the kind of difference, how sure, in what words."""

    kind: Kind
    reason: str
    confidence: float = 0.7


class Answer(Record):
    """One answer as a rule found it: its wording, normal form and claims."""

    value: str
    normal: str
    claims: tuple[Claim, ...]


class Finding(Record):
    """What a rule reports: one question and the answers that do not agree.

    `key` names the question in normal form; with the code and the answers'
    normal forms it makes the fingerprint. `confidence` is 0–1. `severity` is set
    only where a rule knows better than what follows from kind and confidence.
    """

    code: str
    family: str
    key: str
    question: str
    kind: Kind
    confidence: float
    explanation: str
    answers: tuple[Answer, ...]
    severity: Severity | None = None


class Evidence(Record):
    """A quotation and where it stands: offsets are code points, lines and columns from 1.

    `quote`, `prefix` and `suffix` make a W3C TextQuoteSelector, `start` and `end`
    a TextPositionSelector. They, line and column count in `Source.text`, which is the
    file itself where `place` is empty; else `place` is the way back: "page 3".
    """

    source: str
    path: str
    member: str = ""
    place: str = ""
    start: int
    end: int
    line: int
    column: int
    quote: str
    prefix: str
    suffix: str
    sentence: str
    sentence_start: int
    region: RegionKind
    found_by: str

    @property
    def in_file(self) -> bool:
        """Say whether line, column and offsets are those of the file at `path` itself."""
        return not self.place and not self.member

    @property
    def location(self) -> str:
        """The place as people read it: "a.txt:12", "a.pdf, page 3"."""
        return locate(self.path, self.member, self.place, self.line)


class Version(Record):
    """One answer, everybody who gives it, and how many of them are independent."""

    value: str
    normal: str
    evidence: tuple[Evidence, ...]
    sources: tuple[str, ...]
    independent: int


class Discrepancy(Record):
    """A question on which sources differ, one row however many documents take part.

    `story` is the id of its story.
    """

    fingerprint: str
    code: str
    rule: str
    family: str
    severity: Severity
    kind: Kind
    confidence: float
    question: str
    explanation: str
    versions: tuple[Version, ...]
    story: str = ""
