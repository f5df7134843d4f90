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

import numpy as np

from benchmarks.corpora import Corpus, load_scorer
from checker import extract, ingest
from checker.align import traits
from checker.align.blocking import candidate_pairs
from checker.align.features import measure
from checker.align.figures import FIGURES
from checker.align.likeness import vetoed
from checker.align.pairs import Pairs, Sides
from checker.align.side import read_sides
from checker.align.story import read_story
from checker.align.times import TIMES
from checker.align.weighing import ATTRIBUTES, Weighing
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
    features: Mapping[str, float]
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
    way = Weighing.TIMES if times else Weighing.FIGURES
    table = TIMES if times else FIGURES
    context = read_story(claims)
    stands = _places(marked.sources, claims, marked.sheet)
    for attribute in sorted(ATTRIBUTES[way]):
        chosen = sorted(
            (c for c in claims if c.question.attribute is attribute),
            key=lambda c: (c.source, c.span.start, c.span.end, c.id),
        )
        sides = Sides(read_sides(chosen, context), context)
        places = np.array(list(candidate_pairs(sides.each)), dtype=np.int64).reshape(-1, 2)
        pairs = Pairs(sides, places[:, 0], places[:, 1])
        pairs = pairs.only(~vetoed(pairs, way))
        told = dict(zip(table, measure(pairs, list(table), table).T.tolist(), strict=True))
        for number, (left, right) in enumerate(pairs.each(traits.claim)):
            if _disagree(left, right):
                rows = _rows(stands[left.id], stands[right.id])
                yield Labelled(
                    marked.story,
                    {name: column[number] for name, column in told.items()},
                    tuple(f"{marked.story}#{row}" for row in sorted(rows)),
                )


def _disagree(left: Claim, right: Claim) -> bool:
    mine, other = left.value, right.value
    return relate(mine, other) is Relation.DISJOINT or other_bound(mine, other)


def _places(
    sources: Sequence[Source], claims: Iterable[Claim], sheet: Any
) -> Mapping[str, dict[int, set[int]]]:
    """Claim → gold row → the answers of the row that it stands under."""
    names = {source.id: PurePath(source.path).name for source in sources}
    wanted = frozenset().union(*ATTRIBUTES.values())
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
