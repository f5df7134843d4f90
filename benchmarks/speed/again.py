"""A run over documents that have not changed, and one with a single document more.

The commands are those of a newsroom: `checker check FOLDER --claims-dir D`, once with
nothing in store, then again, then with one document added; the same with all documents
read anew stands beside that. The start of the program counts.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.corpora import ROOT
from benchmarks.speed.apart import checker_command, command_spent, environment
from benchmarks.speed.plan import Plan

# Runs the program and tells on its last line whether the parser was ever imported.
PROBE = (
    "import sys; from checker.cli import main; sys.argv[0] = 'checker'\n"
    "try: main()\n"
    "except SystemExit: pass\n"
    "print('parser', 'spacy' in sys.modules)"
)


def measure(plan: Plan) -> dict[str, Any]:
    """Measure the runs and print a line for each."""
    with tempfile.TemporaryDirectory(dir=plan.work) as work:
        return _measured(plan, Path(work))


def _measured(plan: Plan, work: Path) -> dict[str, Any]:
    folder, claims = work / "documents", work / "claims"
    shutil.copytree(plan.corpus(plan.repeated), folder)
    arguments = _arguments(folder, claims, work)
    runs = {"cold": command_spent(checker_command(*arguments)).as_json()}
    first = _bytes(work)
    warm = [command_spent(checker_command(*arguments)).as_json() for _ in range(plan.rounds)]
    runs["warm"] = min(warm, key=lambda spent: spent["wall"])
    same = _bytes(work) == first
    loaded = _loads_parser(arguments)
    added = _added(plan, folder)
    runs["one_more"] = command_spent(checker_command(*arguments)).as_json()
    anew = _arguments(folder, work / "other", work)
    runs["all_anew"] = command_spent(checker_command(*anew)).as_json()
    for name, spent in runs.items():
        print(f"{name.replace('_', ' '):>10}: {spent['wall']:7.2f} s, {spent['cpu']:7.2f} s of CPU")
    faster = runs["cold"]["wall"] / runs["warm"]["wall"]
    print(
        f"warm is {faster:.1f} times faster; model loaded: {loaded}; same report: {same}",
        flush=True,
    )
    return {
        "documents": plan.repeated,
        **runs,
        "faster": round(faster, 2),
        "one_more_faster": round(runs["all_anew"]["wall"] / runs["one_more"]["wall"], 2),
        "model_loaded": loaded,
        "same_report": same,
        "added": added,
    }


def _arguments(folder: Path, claims: Path, work: Path) -> list[str]:
    output = f"json:{work / 'report.json'}"
    return ["check", str(folder), "--claims-dir", str(claims), "--output", output, "--exit-zero"]


def _bytes(work: Path) -> bytes:
    return (work / "report.json").read_bytes()


def _added(plan: Plan, folder: Path) -> str:
    """Put one document more into the last story; it is the next of the same corpus."""
    more = sorted(plan.corpus(plan.repeated + 1).rglob("paper-*"))[-1]
    copy = folder / more.parent.name / more.name
    copy.parent.mkdir(exist_ok=True)
    shutil.copyfile(more, copy)
    return f"{copy.parent.name}/{copy.name}"


def _loads_parser(arguments: list[str]) -> bool:
    """Say whether a run imports the parser."""
    command = [sys.executable, "-c", PROBE, *arguments]
    done = subprocess.run(
        command, check=True, cwd=ROOT, capture_output=True, text=True, env=environment()
    )
    return done.stdout.splitlines()[-1] == "parser True"
