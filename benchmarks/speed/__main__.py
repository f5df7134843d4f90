"""Speed, as the program promises it; ratios are of one run on one machine.

    make speed               or: .venv/bin/python -m benchmarks.speed [SECTION …] [options]

Sections: stories (real stories against the bare parser, and the help), whole (made
corpora of growing size against the bare parser), alignment (claims by the thousand),
again (unchanged documents, and one more), archive (one document against an archive),
where (a profile). Without names all are measured, in about ten minutes; --full goes on to
ten thousand documents and a million claims. The exit code is 1 where a limit is passed.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.corpora import ROOT
from benchmarks.speed import (
    again,
    alignment,
    archive,
    limits,
    machine,
    made,
    plan,
    stories,
    where,
    whole,
)
from benchmarks.speed.plan import Plan
from benchmarks.speed.plots import plots

RESULT = ROOT / "benchmarks" / "results" / "speed.json"
SECTIONS: dict[str, Callable[[Plan], dict[str, Any]]] = {
    "stories": stories.measure,
    "whole": whole.measure,
    "alignment": alignment.measure,
    "again": again.measure,
    "archive": archive.measure,
    "where": where.measure,
}


def main() -> int:
    """Measure, write results and plots; 1 where a limit is passed."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(arguments.keep or folder)
        work.mkdir(parents=True, exist_ok=True)
        results = _measured(arguments.sections or list(SECTIONS), _plan(arguments, work))
    written = _write(results, arguments.json)
    for name, drawn in plots(written).items():
        arguments.json.with_name(name).write_text(drawn, encoding="utf-8")
    told = limits.held(results)
    print("\n".join(["", *(each.line for each in told)]))
    return int(not all(each.kept for each in told))


def _measured(sections: list[str], planned: Plan) -> dict[str, Any]:
    results: dict[str, Any] = {"machine": machine.facts()}
    for name, measure in SECTIONS.items():
        if name in sections:
            print(f"\n# {name}", flush=True)
            results[name] = measure(planned)
    return results


def _write(results: dict[str, Any], file: Path) -> dict[str, Any]:
    """Write the results; sections that were not measured stay as they were."""
    before = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    written = {**before, **results}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{json.dumps(written, indent=2)}\n", encoding="utf-8")
    return written


def _plan(arguments: argparse.Namespace, work: Path) -> Plan:
    full = arguments.full
    return Plan(
        work=work,
        sizes=arguments.sizes or (plan.SIZES_IN_FULL if full else plan.SIZES),
        streamed=arguments.streamed or (plan.STREAMED_IN_FULL if full else plan.STREAMED),
        pooled=arguments.pooled or plan.POOLED,
        archives=arguments.archives or (plan.ARCHIVES_IN_FULL if full else plan.ARCHIVES),
        repeated=arguments.repeated,
        read_for_claims=arguments.read_for_claims
        or (plan.READ_FOR_CLAIMS_IN_FULL if full else plan.READ_FOR_CLAIMS),
        rounds=arguments.rounds,
        seed=arguments.seed,
        mix=arguments.mix,
        stories=tuple(path.resolve() for path in arguments.stories),
    )


def _numbers(words: str) -> tuple[int, ...]:
    return tuple(int(word.replace("_", "")) for word in words.split(","))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="benchmarks.speed",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("sections", nargs="*", choices=[*SECTIONS, []], metavar="SECTION", help="what to measure")
    add("--full", action="store_true", help="all sizes of the issue; takes about two hours")
    add("--sizes", type=_numbers, metavar="N,…", help="documents of the whole run")
    add("--streamed", type=_numbers, metavar="N,…", help="claims aligned story by story")
    add("--pooled", type=_numbers, metavar="N,…", help="claims aligned as one pool")
    add("--archives", type=_numbers, metavar="N,…", help="claims of the archives")
    add("--repeated", type=int, default=plan.REPEATED, help="documents of the repeated run")
    add("--read-for-claims", type=int, help="documents whose claims are multiplied")
    add("--rounds", type=int, default=3, help="rounds of what is short (3)")
    add("--mix", type=made.read_mix, default=dict(made.MIX), help='"own=1,ecb=2,news=1"')
    add("--seed", type=int, default=made.SEED, help="seed of the made corpora")
    add("--stories", nargs="*", type=Path, default=(), help="folders, instead of the corpora's")
    add("--keep", type=Path, help="make corpora in this folder, and leave them there")
    add("--json", type=Path, default=RESULT, help="where the results go, plots beside them")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
