"""Value parsing on the recognizers cases, model by model.

    .venv/bin/python -m benchmarks.values [--show MODEL …] [--json FILE]

Agreement is the same place and the same resolved value, any one of several resolutions,
for every value that a case expects, and nothing else of the model's sort read in it.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.corpora import ROOT
from benchmarks.values.cases import MODELS, folder
from benchmarks.values.measure import Measured, Outcome, measure
from benchmarks.values.table import table

RESULT = ROOT / "benchmarks" / "results" / "values.json"


def main() -> int:
    """Print the table and write the result; 2 where the cases are not there."""
    arguments = _arguments()
    if not folder().is_dir():
        print("skipped: the recognizers cases are not there; set CHECKER_CORPORA")
        return 2
    measured = measure()
    print("\n".join(table(measured)))
    _show(measured, frozenset(arguments.show))
    arguments.json.parent.mkdir(parents=True, exist_ok=True)
    written = json.dumps(measured.as_json(), indent=2, ensure_ascii=False)
    arguments.json.write_text(f"{written}\n", encoding="utf-8")
    return 0


def _show(measured: Measured, models: frozenset[str]) -> None:
    for outcome in measured.outcomes:
        if outcome.case.model in models and not outcome.agrees:
            _show_miss(outcome)


def _show_miss(outcome: Outcome) -> None:
    case = outcome.case
    print(
        f"\n{case.model} {case.number}: {case.text!r}",
        f"[{outcome.kind.name}]" * bool(outcome.kind) if outcome.kind else "",
    )
    for value, answer in zip(case.expected, outcome.expected, strict=True):
        print(f"  expected {value.words!r} = {sorted(map(str, answer.values))}")
    for answer in outcome.found:
        words = [case.text[start:end] for start, end in sorted(answer.places)]
        print(f"  found    {words} = {sorted(map(str, answer.values))}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--show", nargs="*", default=(), choices=list(MODELS), help="print the misses of models"
    )
    parser.add_argument("--json", type=Path, default=RESULT, help="where the result is written")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
