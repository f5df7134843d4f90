"""Pairs of claims that readers marked: two answers of one question, or of two.

A pair of which a gold row holds one side under one answer and the other under another
is one question; all other pairs that disagree are two. Sheets are complete, as far as
their readers saw.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from benchmarks.corpora import Corpus, load_scorer
from checker import extract, ingest
from checker.align.blocking import candidate_pairs
from checker.align.features import Features, figure_features, time_features
from checker.align.given import read_given
from checker.align.likeness import FIGURES, TIMES, vetoed
from checker.align.side import Side, read_sides
from checker.align.story import read_story
from checker.model.claim import Claim
from checker.model.source import Source
from checker.model.value import Relation
from checker.rules.bounds import other_bound
from checker.settings import Settings
from checker.values.relate import relate


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair that disagrees: its story, its features, and the gold rows it answers."""

    story: str
    features: Features
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A story as read, with its gold sheet."""

    story: str
    sources: Sequence[Source]
    claims: Sequence[Claim]
    sheet: Any


def read_marked(corpus: Corpus, story: str) -> Marked:
    """Read the documents of a story and what a reader marked in them."""
    settings = Settings()
    sources, _ = ingest.read_all([corpus.docs / story], settings.ingest)
    claims = extract.find_claims(sources, settings.extract).claims
    sheet = load_scorer().Cluster(corpus.gold / f"{story}.json", corpus.docs)
    return Marked(story, sources, claims, sheet)


def label(marked: Marked, *, times: bool) -> Iterator[Labelled]:
    """Yield the candidate pairs of a story whose values exclude each other."""
    claims = marked.claims
    context = read_story(claims)
    stands = _places(marked.sources, claims, marked.sheet)
    for attribute in sorted(TIMES if times else FIGURES):
        chosen = sorted(
            (c for c in claims if c.question.attribute is attribute),
            key=lambda c: (c.source, c.span.start, c.span.end, c.id),
        )
        sides = read_sides(chosen, context)
        given = read_given(sides)
        measure = time_features if times else figure_features
        for a, b in candidate_pairs(sides):
            left, right = sides[a], sides[b]
            if not vetoed(left, right) and _disagree(left, right):
                rows = _rows(stands[left.claim.id], stands[right.claim.id])
                yield Labelled(
                    marked.story,
                    measure(left, right, context, given),
                    tuple(f"{marked.story}#{row}" for row in sorted(rows)),
                )


def _disagree(left: Side, right: Side) -> bool:
    mine, other = left.claim.value, right.claim.value
    return relate(mine, other) is Relation.DISJOINT or other_bound(mine, other)


def _places(
    sources: Sequence[Source], claims: Iterable[Claim], sheet: Any
) -> Mapping[str, dict[int, set[int]]]:
    """Claim → gold row → the answers of the row that it stands under."""
    names = {source.id: PurePath(source.path).name for source in sources}
    wanted = FIGURES | TIMES
    found: defaultdict[str, dict[int, set[int]]] = defaultdict(dict)
    for claim in claims:
        if claim.question.attribute not in wanted:
            continue
        place = (names[claim.source], claim.span.start, claim.span.end)
        for number, row in enumerate(sheet.gold):
            answers = {
                answer
                for answer, places in enumerate(row["places"])
                if any(sheet.same_place(place, spot) for spot in places)
            }
            if answers:
                found[claim.id][number] = answers
    return found


def _rows(left: Mapping[int, set[int]], right: Mapping[int, set[int]]) -> set[int]:
    """The gold rows of which the two sides give one answer each, and not the same."""
    return {
        row
        for row in left.keys() & right.keys()
        if len(left[row]) == len(right[row]) == 1 and left[row] != right[row]
    }
