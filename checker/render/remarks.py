"""What is to be remarked about which words of a document: for comments in its margin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model.discrepancy import Discrepancy, Evidence
from checker.model.draft import Draft, DraftClaim, Footing
from checker.model.report import Report
from checker.render.inert import shorten
from checker.render.letters import letter
from checker.render.words import FOOTING_WORDS, backing, count_of

LONGEST_ANSWER = 200
LONGEST_REASON = 600


@dataclass(frozen=True, slots=True)
class Remark:
    """Lines about the words from one code point to another."""

    start: int
    end: int
    lines: tuple[str, ...]


def find_remarks(report: Report) -> dict[str, list[Remark]]:
    """Return the remarks on each source by its id, in the order of its text.

    On a draft, what its claims stand on is remarked too.
    """
    found: dict[str, list[Remark]] = defaultdict(list)
    for number, row in enumerate(report.discrepancies, 1):
        for place, version in enumerate(row.versions):
            for evidence in version.evidence:
                found[evidence.source].append(_remark(number, place, row, evidence))
    if report.draft:
        names = {each.id: each.name for each in report.sources}
        found[report.draft.source].extend(_footing(report.draft, names))
    for remarks in found.values():
        remarks.sort(key=lambda remark: (remark.start, remark.end, remark.lines))
    return found


def _remark(number: int, mine: int, row: Discrepancy, evidence: Evidence) -> Remark:
    """The question, the other answers with their backing, the reason."""
    lines = [f"{number}{letter(mine)} {row.question}"]
    for place, version in enumerate(row.versions):
        answer = f"{letter(place)}. {shorten(version.value, LONGEST_ANSWER)} ({backing(version)})"
        lines.append(f"{answer}, here" if place == mine else answer)
    lines.append(f"Why it is shown: {shorten(row.explanation, LONGEST_REASON)} ({row.code})")
    return Remark(evidence.start, evidence.end, tuple(lines))


def _footing(draft: Draft, names: dict[str, str]) -> Iterator[Remark]:
    """What is backed and what is without a source; contradictions are told already."""
    for sentence in draft.sentences:
        for claim in sentence.claims:
            if claim.footing is not Footing.CONTRADICTED:
                yield Remark(claim.start, claim.end, tuple(_footing_lines(claim, names)))


def _footing_lines(claim: DraftClaim, names: dict[str, str]) -> Iterator[str]:
    words = FOOTING_WORDS[claim.footing]
    if claim.footing is Footing.BACKED:
        words = f"{words} by {count_of(claim.independent, 'independent source')}"
    yield words[0].upper() + words[1:]
    for evidence in claim.backing:
        quote = shorten(evidence.quote, LONGEST_ANSWER)
        yield f"{names.get(evidence.source, evidence.source)}: “{quote}”"
