"""Score the whole run on stories that the fitted alignment has not seen.

    make left-out            or: .venv/bin/python training/left_out.py

Stories are dealt into groups; each group is checked with models fitted on the others, by
the recipe of `make train`, and all reports are scored together. What was not fitted
(rules, patterns, tables of words) has been written with the stories at hand.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import checker
from benchmarks import buckets
from benchmarks.corpora import Corpus, corpora, score
from checker.align.additive import Additive
from checker.model.report import Report
from training.alignment import GROUPS, SETS, TABLES, fit
from training.pairs import Labelled, label, read_marked

Stories = Sequence[tuple[Corpus, str]]
# Where the alignment asks for a fitted model by name.
ASKED = "checker.align.likeness.fitted_model"


def main() -> int:
    """Print the scores of every corpus; 2 where the corpora are missing."""
    chosen = [corpus for corpus in corpora() if corpus.name in SETS and not corpus.missing]
    stories = sorted(((c, s) for c in chosen for s in c.stories), key=lambda pair: pair[1])
    if not stories:
        print("the shared corpora are not there; set CHECKER_CORPORA to their folder")
        return 2
    pairs = _labelled(stories)
    reports: dict[str, dict[str, Report]] = {corpus.name: {} for corpus in chosen}
    for held in range(GROUPS):
        out = [pair for number, pair in enumerate(stories) if number % GROUPS == held]
        models = _fitted(pairs, {story for _, story in out})
        with mock.patch(ASKED, models.__getitem__):
            for corpus, story in out:
                reports[corpus.name][story] = checker.check([corpus.docs / story])
    for corpus in chosen:
        print(f"\n== {corpus.name}")
        print(_scored(corpus, reports[corpus.name]))
    return 0


def _labelled(stories: Stories) -> dict[str, list[Labelled]]:
    """The labelled pairs of all stories, by table."""
    marked = [read_marked(corpus, story) for corpus, story in stories]
    return {
        table: [pair for told in marked for pair in label(told, times=times)]
        for table, times in TABLES.items()
    }


def _fitted(pairs: dict[str, list[Labelled]], out: set[str]) -> dict[str, Additive]:
    """Both models, fitted without some stories."""
    return {table: fit([p for p in rows if p.story not in out]) for table, rows in pairs.items()}


def _scored(corpus: Corpus, reports: dict[str, Report]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        _, printed = score(corpus, reports, Path(folder))
    rows = buckets.table(buckets.by_confidence(corpus, reports))
    return "\n".join([printed.rstrip(), "by confidence (rows right, of those shown)", *rows])


if __name__ == "__main__":
    sys.exit(main())
