"""A whole archive compared with each engine: the same claims, the same functions, one report.

Spark runs on this machine, where it and a Java to run it are there; its start counts.
"""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.speed.apart import checker_command, command_spent

# Archives with more claims are left out: comparing all of their stories takes hours.
MOST_COMPARED = 200_000
ENGINES = ("duckdb", "spark")


def compare_engines(archive: Path, work: Path) -> dict[str, Any]:
    """Compare all stories of an archive with every engine, and print a line for each."""
    told: dict[str, Any] = {}
    reports = set()
    for engine in filter(is_there, ENGINES):
        report = work / f"{engine}.json"
        command = ["archive", "check", str(archive), "--engine", engine, "--exit-zero"]
        try:
            spent = command_spent(checker_command(*command, "--output", f"json:{report}"))
        except RuntimeError as error:
            print(f"{engine:>9}: {error}", flush=True)
            continue
        told[engine] = spent.as_json()
        reports.add(report.read_bytes())
        print(f"{engine:>9}: {spent.wall:.1f} s, {spent.cpu:.1f} s of CPU", flush=True)
    return told | {"same_report": len(reports) == 1}


def is_there(engine: str) -> bool:
    """Say whether an engine can be used here."""
    return engine != "spark" or (find_spec("pyspark") is not None and bool(shutil.which("java")))
