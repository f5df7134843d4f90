"""The draft, sentence by sentence: which words are backed, contradicted, or without a source."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checker.model.discrepancy import Discrepancy, Evidence
from checker.model.draft import DraftClaim, DraftSentence, Footing
from checker.model.report import Report
from checker.render.html.directory import Directory, refer
from checker.render.html.view import Reference, SourceLink
from checker.render.inert import Inert, make_inert, shorten
from checker.render.words import draft_summary, footing_words

LONGEST_WORDS = 120
MOST_VOICES = 6
# The gravest first: where claims overlap, the words show the graver finding.
GRAVITY = tuple(Footing)


@dataclass(frozen=True, slots=True)
class PartView:
    """Words of a sentence under one footing, or under none."""

    text: Inert
    footing: str


@dataclass(frozen=True, slots=True)
class SupportView:
    """Words for or against, the sources that have them, and the answer they give."""

    words: Inert
    href: str
    sources: tuple[SourceLink, ...]
    reference: Reference | None


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence that claims something, what it is worth, and who says so."""

    line: str
    footing: str
    verdict: str
    parts: tuple[PartView, ...]
    against: tuple[SupportView, ...]
    backing: tuple[SupportView, ...]
    more: str


@dataclass(frozen=True, slots=True)
class DraftView:
    """The draft's name, its tally in words, its sentences."""

    name: SourceLink
    summary: str
    sentences: tuple[SentenceView, ...]


def view_draft(report: Report, directory: Directory) -> DraftView | None:
    """Lay the draft out, if the run had one among these sources."""
    if report.draft is None or report.draft.source not in directory.sources:
        return None
    rows = {row.fingerprint: (n, row) for n, row in enumerate(report.discrepancies, 1)}
    return DraftView(
        name=directory.link(report.draft.source),
        summary=draft_summary(report.draft),
        sentences=tuple(_view(one, rows, directory) for one in report.draft.sentences),
    )


def _view(
    sentence: DraftSentence, rows: Mapping[str, tuple[int, Discrepancy]], directory: Directory
) -> SentenceView:
    against = tuple(_against(sentence, rows, directory))
    backing = tuple(_backing(sentence, directory))
    left = max(0, len(backing) - MOST_VOICES)
    return SentenceView(
        line=f"{sentence.line:,}",
        footing=sentence.footing.value,
        verdict=footing_words(sentence),
        parts=tuple(_parts(sentence)),
        against=against[: 2 * MOST_VOICES],
        backing=backing[:MOST_VOICES],
        more=f"and {left} more" if left else "",
    )


def _parts(sentence: DraftSentence) -> Iterator[PartView]:
    """Cut a sentence at the ends of its claims."""
    edges = {sentence.start, sentence.end}
    for claim in sentence.claims:
        edges |= {min(max(edge, sentence.start), sentence.end) for edge in (claim.start, claim.end)}
    cuts = sorted(edges)
    for left, right in itertools.pairwise(cuts):
        over = [c.footing for c in sentence.claims if c.start <= left and right <= c.end]
        footing = min(over, key=GRAVITY.index).value if over else ""
        text = sentence.text[left - sentence.start : right - sentence.start]
        yield PartView(make_inert(shorten(text, 4 * LONGEST_WORDS)), footing)


def _against(
    sentence: DraftSentence, rows: Mapping[str, tuple[int, Discrepancy]], directory: Directory
) -> Iterator[SupportView]:
    """Who answers otherwise, with the sign of the answer."""
    found = [
        (evidence, _reference(evidence, claim, rows))
        for claim in sentence.claims
        for evidence in claim.against
    ]
    return _supports(found, directory)


def _backing(sentence: DraftSentence, directory: Directory) -> Iterator[SupportView]:
    """Who says the same."""
    found = [(evidence, None) for claim in sentence.claims for evidence in claim.backing]
    return _supports(found, directory)


def _supports(
    found: Iterable[tuple[Evidence, Reference | None]], directory: Directory
) -> Iterator[SupportView]:
    """Put the sources together that give one answer in the same words."""
    together: dict[tuple[str, Reference | None], list[Evidence]] = {}
    for evidence, reference in found:
        together.setdefault((evidence.quote, reference), []).append(evidence)
    for (quote, reference), places in together.items():
        yield SupportView(
            words=make_inert(shorten(quote, LONGEST_WORDS)),
            href=directory.place_href(places[0]),
            sources=tuple(directory.link(key) for key in dict.fromkeys(e.source for e in places)),
            reference=reference,
        )


def _reference(
    evidence: Evidence, claim: DraftClaim, rows: Mapping[str, tuple[int, Discrepancy]]
) -> Reference | None:
    """The sign of the answer that these words give in a discrepancy of the claim."""
    for fingerprint in claim.fingerprints:
        number, row = rows.get(fingerprint, (0, None))
        for place, version in enumerate(row.versions if row else ()):
            if row and evidence in version.evidence:
                return refer(number, place, row)
    return None
