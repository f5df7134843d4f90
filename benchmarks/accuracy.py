"""Score the checker on the corpora: by story, family, rule and pattern.

    make accuracy            or: .venv/bin/python benchmarks/accuracy.py [--show] [CORPUS …]

Corpora: demo (seeds/ of this project), seeds and news (the shared ones), ecb (shared
documents, sheets of our own). After them: alignment on the gold chains of ecb, and value
parsing on the recognizers cases. They and the scorer are looked for in ../shared, or
where CHECKER_CORPORA points. The figures go to `benchmarks/results/accuracy.json`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import buckets, values
from benchmarks.chains import measure_chains
from benchmarks.corpora import ROOT, Corpus, check_stories, corpora, score
from benchmarks.scoreboard import by_pattern, table
from benchmarks.values.cases import folder as cases_folder
from benchmarks.values.table import table as values_table

RESULTS = ROOT / "benchmarks" / "results" / "accuracy.json"


def main() -> int:
    """Print the scores; 2 where no corpus could be measured."""
    arguments = _arguments()
    wanted = [c for c in corpora() if not arguments.corpus or c.name in arguments.corpus]
    figures: dict[str, object] = {}
    for corpus in wanted:
        print(f"\n== {corpus.name}")
        if corpus.missing:
            print(f"skipped: {corpus.missing}")
            continue
        figures[corpus.name] = measure(corpus, arguments.show)
    if not arguments.corpus:
        if cases_folder().is_dir():
            print("\n== values on the recognizers cases")
            print("\n".join(values_table(values.measure())))
        if figures:
            RESULTS.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0 if figures else 2


def measure(corpus: Corpus, show: bool) -> dict[str, float]:
    """Check one corpus, print everything that is known of it, and return its figures."""
    reports = check_stories(corpus)
    with tempfile.TemporaryDirectory() as folder:
        figures, printed = score(corpus, reports, Path(folder), show)
    print(printed.rstrip())
    print("\nby pattern (claims made, rows right, rows false, share right)")
    print("\n".join(table(by_pattern(corpus, reports))))
    print("\nby confidence (rows that meet a gold row, of those shown)")
    print("\n".join(buckets.table(buckets.by_confidence(corpus, reports))))
    if corpus.name == "ecb":
        pairs = measure_chains(reports)
        print(
            f"\nsentences put together: {pairs.found}, of which {pairs.right} tell one event"
            f" (precision {pairs.precision:.2f}); pairs that tell one event: {pairs.gold}"
            f" (recall {pairs.recall:.2f})"
        )
        figures |= {"chain_precision": pairs.precision, "chain_recall": pairs.recall}
    return figures


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", nargs="*", help="demo, seeds, news or ecb; all without")
    parser.add_argument("--show", action="store_true", help="print misses and false rows")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
