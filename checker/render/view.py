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
class QuotationView:
    """The exact words inside their sentence, and where they stand.

    `whole` asks that the exact words, being few, stay on one line.
    """

    before: Inert
    exact: Inert
    after: Inert
    whole: bool
    region: str
    place: Inert
    url: str


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One source that gives a version, with its quotations."""

    source: SourceLink
    date: Inert
    descent: Inert
    quotations: tuple[QuotationView, ...]


@dataclass(frozen=True, slots=True)
class VersionView:
    """One answer: the voices shown at once, and those folded away under `more`."""

    value: Inert
    backing: str
    pips: tuple[str, ...]
    voices: tuple[VoiceView, ...]
    folded: tuple[VoiceView, ...]
    more: str


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
class CardView:
    """A discrepancy; `anchor` is its fingerprint, `href` the same as a link."""

    anchor: str
    href: str
    severity: str
    kind: str
    confidence: str
    family: Inert
    family_key: str
    question: Inert
    explanation: Inert
    versions: tuple[VersionView, ...]
    rule: RuleView


@dataclass(frozen=True, slots=True)
class AgreementView:
    """A question with one answer, and the independent sources behind it."""

    question: Inert
    value: Inert
    backing: str
    sources: tuple[SourceLink, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A row of the table of sources; bar widths run from 0 to 100."""

    link: SourceLink
    title: Inert
    path: Inert
    url: str
    url_text: Inert
    date: Inert
    date_origin: str
    descent: Inert
    credits: Inert
    understood: str
    understood_width: str
    figures: str
    discrepancies: str


@dataclass(frozen=True, slots=True)
class CountView:
    """How many discrepancies of one severity there are, and what the severity means."""

    severity: str
    number: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class GapView:
    """Something that was not checked in full: what, why, and what a person can do."""

    label: str
    subject: Inert
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


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole page; `glance` is "open", "closed" or "" where the cards are few."""

    title: str
    story: str
    verdict: str
    counts: tuple[CountView, ...]
    gaps: tuple[GapView, ...]
    cards: tuple[CardView, ...]
    glance: str
    families: tuple[FamilyView, ...]
    agreements: tuple[AgreementView, ...]
    sources: tuple[SourceView, ...]
    measures: tuple[MeasureView, ...]
    recall_note: Inert
    facts: tuple[FactView, ...]
    settings: Inert
    rules: tuple[RuleView, ...]
