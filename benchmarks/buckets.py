"""Does confidence mean something: of the rows reported at 0.8 to 0.9, how many are right?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from benchmarks.corpora import Corpus
from benchmarks.scoreboard import judged
from checker.model.report import Report


def by_confidence(corpus: Corpus, reports: Mapping[str, Report]) -> Counter[tuple[int, bool]]:
    """Count the rows shown by tenth of confidence, right and false."""
    return Counter(
        (min(int(row.confidence * 10), 9), right) for row, right in judged(corpus, reports)
    )


def table(counts: Mapping[tuple[int, bool], int]) -> Iterator[str]:
    """One line a tenth, the surest first."""
    for tenth in range(9, -1, -1):
        right, false = counts.get((tenth, True), 0), counts.get((tenth, False), 0)
        rows = right + false
        if rows:
            least, most = tenth / 10, (tenth + 1) / 10
            yield f"  {least:.1f} to {most:.1f}  {right:4} of {rows:4}  {right / rows:.2f}"
