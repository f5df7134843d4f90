"""Alignment on the ECB+ stories: do sentences that tell one event come together, and only they?

Gold chains say which mentions, in which sentences of which documents, are of one event.
Two sentences of two documents belong together where a chain runs through both. The
alignment puts two together where claims of theirs share a cluster. Only sentences that
readers annotated, and that make a claim, are counted. Recall is low by design: clusters
hold answers to one question, not all that is told of one event.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path, PurePath

from benchmarks.corpora import shared_corpora
from checker.model.claim import Attribute, Claim
from checker.model.report import Report

Sentence = tuple[str, int]
Pairs = set[tuple[Sentence, Sentence]]

# Names and dates of publication are put together by their key, not by what they tell.
BY_KEY = frozenset({Attribute.NAME, Attribute.PUBLISHED})


@dataclass(frozen=True, slots=True)
class Together:
    """Counts of sentence pairs: put together, belonging together, and both."""

    found: int
    gold: int
    right: int

    @property
    def precision(self) -> float:
        """The share of those put together that belong together."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of those that belong together that were put together."""
        return self.right / self.gold if self.gold else 0.0


def measure_chains(reports: Mapping[str, Report]) -> Together:
    """Compare the clusters of reports, by story, with the gold chains."""
    chains, annotated = _chains(shared_corpora() / "ecb")
    found = gold = right = 0
    for story, report in reports.items():
        lines = {source.id: _lines(source.text) for source in report.sources}
        names = {source.id: PurePath(source.path).stem for source in report.sources}
        claims = {claim.id: claim for claim in report.claims}
        told = {_sentence(claim, names, lines) for claim in claims.values()} & annotated
        belong = {pair for pair in chains[story] if set(pair) <= told}
        put = _put_together(report, names, lines, told)
        found, gold, right = found + len(put), gold + len(belong), right + len(put & belong)
    return Together(found, gold, right)


def _chains(folder: Path) -> tuple[dict[str, Pairs], set[Sentence]]:
    """The pairs of sentences of each story that a chain of events runs through."""
    pairs: defaultdict[str, Pairs] = defaultdict(set)
    annotated: set[Sentence] = set()
    for line in (folder / "chains.jsonl").read_text(encoding="utf-8").splitlines():
        chain = json.loads(line)
        told = {(doc, m["sent"]) for doc, mentions in chain["docs"].items() for m in mentions}
        annotated |= told
        if chain["kind"] == "event":
            pairs[chain["sub_event"]] |= _across(told)
    return pairs, annotated


def _across(sentences: Iterable[Sentence]) -> Pairs:
    """The pairs of sentences of two documents."""
    return {(a, b) for a, b in combinations(sorted(set(sentences)), 2) if a[0] != b[0]}


def _put_together(
    report: Report, names: Mapping[str, str], lines: Mapping[str, list[int]], told: set[Sentence]
) -> Pairs:
    pairs: Pairs = set()
    for cluster in report.clusters:
        if cluster.attribute not in BY_KEY and len(cluster.claims) > 1:
            pairs |= _across({_sentence(c, names, lines) for c in cluster.claims} & told)
    return pairs


def _lines(text: str) -> list[int]:
    """Where each line of a text begins."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


def _sentence(claim: Claim, names: Mapping[str, str], lines: Mapping[str, list[int]]) -> Sentence:
    """The document and the number of the line that a claim's answer stands in."""
    number = sum(start <= claim.span.start for start in lines[claim.source]) - 1
    return names[claim.source], number
