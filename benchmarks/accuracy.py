"""Score the checker on the corpora: by story, family, rule and pattern.

    make accuracy            or: .venv/bin/python benchmarks/accuracy.py [--show] [CORPUS …]

Corpora: demo (seeds/ of this project), seeds and news (the shared ones). They and
the scorer are looked for in ../shared, or where CHECKER_CORPORA points.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.corpora import Corpus, check_stories, corpora, score
from benchmarks.scoreboard import by_pattern, table


def main() -> int:
    """Print the scores; 2 where no corpus could be measured."""
    arguments = _arguments()
    wanted = [c for c in corpora() if not arguments.corpus or c.name in arguments.corpus]
    measured = 0
    for corpus in wanted:
        print(f"\n== {corpus.name}")
        if corpus.missing:
            print(f"skipped: {corpus.missing}")
            continue
        measure(corpus, arguments.show)
        measured += 1
    return 0 if measured else 2


def measure(corpus: Corpus, show: bool) -> None:
    """Check one corpus and print everything that is known of it."""
    reports = check_stories(corpus)
    with tempfile.TemporaryDirectory() as folder:
        _, printed = score(corpus, reports, Path(folder), show)
    print(printed.rstrip())
    print("\nby pattern (claims made, rows right, rows false, share right)")
    print("\n".join(table(by_pattern(corpus, reports))))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", nargs="*", help="demo, seeds or news; all without")
    parser.add_argument("--show", action="store_true", help="print misses and false rows")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
