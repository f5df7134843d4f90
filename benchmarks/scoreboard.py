"""Which pattern earns its keep: rows right and wrong by the pattern behind them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any

from benchmarks.corpora import Corpus, load_scorer
from checker.model.discrepancy import Discrepancy, Severity
from checker.model.report import Report


def by_pattern(corpus: Corpus, reports: Mapping[str, Report]) -> dict[str, Counter[str]]:
    """Count, for every pattern, the rows shown that it took part in, right or false.

    A row is right when it meets a gold row of its story, found again or not.
    """
    board: dict[str, Counter[str]] = defaultdict(Counter)
    for row, right in judged(corpus, reports):
        for name in _patterns(row):
            board[name]["right" if right else "false"] += 1
    for report in reports.values():
        for claim in report.claims:
            board[claim.found_by]["claims"] += 1
    return dict(board)


def judged(corpus: Corpus, reports: Mapping[str, Report]) -> Iterator[tuple[Discrepancy, bool]]:
    """Yield every row shown with whether it meets a gold row of its story."""
    scorer = load_scorer()
    for story, report in reports.items():
        sheet = scorer.Cluster(corpus.gold / f"{story}.json", corpus.docs)
        for row in _shown(report.discrepancies):
            yield row, _meets_gold(sheet, scorer, row)


def table(board: dict[str, Counter[str]]) -> Iterator[str]:
    """Lay the board out as lines of text."""
    yield f"  {'pattern':16} {'claims':>7} {'right':>6} {'false':>6} {'share':>6}"
    for name, count in sorted(board.items()):
        rows = count["right"] + count["false"]
        share = f"{count['right'] / rows:6.2f}" if rows else "     -"
        yield f"  {name:16} {count['claims']:7} {count['right']:6} {count['false']:6} {share}"


def _shown(rows: Iterable[Discrepancy]) -> Iterator[Discrepancy]:
    """Yield what the scorer counts: warnings and errors."""
    return (row for row in rows if row.severity.rank <= Severity.WARNING.rank)


def _patterns(row: Discrepancy) -> set[str]:
    return {place.found_by for version in row.versions for place in version.evidence}


def _meets_gold(cluster: Any, scorer: ModuleType, row: Discrepancy) -> bool:
    if not 2 <= len(row.versions) <= scorer.MOST_VERSIONS:
        return False
    versions = [cluster.counted(version.model_dump(mode="json")) for version in row.versions]
    return any(cluster.meets(versions, gold["places"]) for gold in cluster.gold)
