"""Alignment on the ECB+ stories: do sentences that tell one event come together, and only they?

Gold chains say which mentions, in which sentences of which documents, are of one event.
Two sentences of two documents belong together where a chain runs through both. The
alignment puts two together where claims of theirs share a cluster. Only sentences that
readers annotated, and that make a claim, are counted. Recall is low by design: clusters
hold answers to one question, not all that is told of one event.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from itertools import combinations
from pathlib import PurePath

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
    chains = read_chains()
    found = gold = right = 0
    for story, report in reports.items():
        places = Places(report)
        belong, told = chains.of(story, report, places)
        put = put_together(report, places, told)
        found, gold, right = found + len(put), gold + len(belong), right + len(put & belong)
    return Together(found, gold, right)


@dataclass(frozen=True, slots=True)
class Chains:
    """For each story, the pairs of sentences that a chain of events runs through.

    `annotated` are the sentences that readers looked at.
    """

    pairs: Mapping[str, Pairs]
    annotated: Set[Sentence]

    def of(self, story: str, report: Report, places: Places) -> tuple[Pairs, set[Sentence]]:
        """The pairs of a story of which both make a claim, and all sentences that do."""
        told = {places.of(claim) for claim in report.claims} & self.annotated
        return {pair for pair in self.pairs[story] if told.issuperset(pair)}, told


class Places:
    """The sentences that the claims of a report stand in: one a line."""

    def __init__(self, report: Report) -> None:
        self._lines = {source.id: _lines(source.text) for source in report.sources}
        self._names = {source.id: PurePath(source.path).stem for source in report.sources}

    def of(self, claim: Claim) -> Sentence:
        """The document and the number of the line that a claim's answer stands in."""
        number = bisect_right(self._lines[claim.source], claim.span.start) - 1
        return self._names[claim.source], number


def read_chains() -> Chains:
    """Read the gold chains of the shared corpus."""
    folder = shared_corpora() / "ecb"
    pairs: defaultdict[str, Pairs] = defaultdict(set)
    annotated: set[Sentence] = set()
    for line in (folder / "chains.jsonl").read_text(encoding="utf-8").splitlines():
        chain = json.loads(line)
        told = {(doc, m["sent"]) for doc, mentions in chain["docs"].items() for m in mentions}
        annotated |= told
        if chain["kind"] == "event":
            pairs[chain["sub_event"]] |= across(told)
    return Chains(pairs, annotated)


def across(sentences: Iterable[Sentence]) -> Pairs:
    """The pairs of sentences of two documents."""
    return {(a, b) for a, b in combinations(sorted(set(sentences)), 2) if a[0] != b[0]}


def put_together(report: Report, places: Places, told: Set[Sentence]) -> Pairs:
    """The pairs of sentences of which two claims share a cluster."""
    pairs: Pairs = set()
    for cluster in report.clusters:
        if cluster.attribute not in BY_KEY and len(cluster.claims) > 1:
            pairs |= across({places.of(claim) for claim in cluster.claims} & told)
    return pairs


def _lines(text: str) -> list[int]:
    """Where each line of a text begins."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts
