"""What the HTML page shows, as records of strings: templates only loop and branch.

`Inert` fields carry words of strangers; every other string is our own.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.render.inert import Inert


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A source's name and the anchor of its row in the table of sources."""

    name: Inert
    anchor: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A short link to one answer of one question ("3B"), and what it is to be read as."""

    text: str
    href: str
    tint: str
    says: str


@dataclass(frozen=True, slots=True)
class QuotationView:
    """The exact words inside their sentence, and where they stand.

    `whole` asks that the exact words, being few, stay on one line; `href` leads to
    the place inside the source's text on this page, `url` to the page it came from.
    """

    before: Inert
    exact: Inert
    after: Inert
    whole: bool
    region: str
    place: Inert
    href: str
    url: str


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One source that gives a version: its first quotation, and others folded under `more`."""

    source: SourceLink
    date: Inert
    descent: Inert
    first: QuotationView
    others: tuple[QuotationView, ...]
    more: str


@dataclass(frozen=True, slots=True)
class VersionView:
    """One answer: the voices shown at once, those folded under `more`, those only named.

    `long` asks for smaller type: an answer of a whole clause would shout.
    """

    letter: str
    tint: str
    value: Inert
    long: bool
    backing: str
    pips: tuple[str, ...]
    voices: tuple[VoiceView, ...]
    folded: tuple[VoiceView, ...]
    more: str
    named: Inert


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a rule's explanation, and the example lines under it."""

    text: Inert
    examples: tuple[Inert, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule: code, name, and what it does in paragraphs."""

    code: Inert
    name: Inert
    family: Inert
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class QueryView:
    """A text ready to be sent: to whom, and the words."""

    addressee: Inert
    text: tuple[Inert, ...]


@dataclass(frozen=True, slots=True)
class RulingView:
    """What people decided about a discrepancy."""

    verdict: str
    correct: Inert
    reason: Inert
    signed: Inert


@dataclass(frozen=True, slots=True)
class CardView:
    """A discrepancy; `anchor` is its fingerprint, `href` the same as a link.

    `record` is the fingerprint, the question and the story as they stand, in JSON of
    ASCII characters, for the decisions that the page writes; `decision` is in the same
    way the one that the run knew. `sources` are the anchors
    of the sources that take part, by which the page filters.
    """

    number: str
    anchor: str
    href: str
    severity: str
    kind: str
    confidence: str
    family: Inert
    family_key: str
    sources: str
    independent: str
    certainty: str
    question: Inert
    explanation: Inert
    versions: tuple[VersionView, ...]
    queries: tuple[QueryView, ...]
    ruling: RulingView | None
    rule: RuleView
    record: str
    decision: str


@dataclass(frozen=True, slots=True)
class CountView:
    """How many discrepancies of one severity there are, and what the severity means."""

    severity: str
    number: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class GapView:
    """What was not checked in full: which, why, and what a person can do."""

    label: str
    subjects: tuple[Inert, ...]
    reason: Inert
    remedy: Inert


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure of what was understood; `width` runs from 0 to 100."""

    label: str
    value: str
    width: str


@dataclass(frozen=True, slots=True)
class FactView:
    """One line of how the run was made."""

    label: str
    value: Inert


@dataclass(frozen=True, slots=True)
class FamilyView:
    """A family of rules in the filter."""

    key: str
    name: Inert
