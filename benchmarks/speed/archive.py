"""One new document against an archive, over the claims of the archive.

The archive grows by `checker archive add`; each time some new documents, left out of
stories that it holds from the beginning, are checked against it one by one, as the
command line does. Beside that stands the time in which the same documents are read for
their claims. Each in a process that has loaded the program and the model before. Small
archives are also compared as a whole, with each engine.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import lru_cache, partial
from importlib.util import find_spec
from io import BytesIO, TextIOWrapper
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks.speed.apart import Spent, apart, checker_command, command_spent, spent_on
from benchmarks.speed.engines import MOST_COMPARED, compare_engines
from benchmarks.speed.plan import Plan
from checker import extract, ingest
from checker.engine.garbage import collect_seldom
from checker.settings import Settings

# What a document of the made corpora claims on average; measured on a thousand of them.
CLAIMS_A_DOCUMENT = 66
# New documents that are timed, and those before them that only warm the process up.
ASKED, WARMING = 6, 2
# A story gives up its last document where it has so many.
FEWEST_PAPERS = 4
COMMAND = "checker.cli.archive"


def measure(plan: Plan) -> dict[str, Any]:
    """Measure all archives of the plan and print a line for each."""
    if find_spec(COMMAND) is None:
        print("skipped: the program has no archive")
        return {"rows": []}
    print(f"{'claims':>9} {'documents':>9} {'adding':>9} {'check':>8} {'extract':>8} {'ratio':>6}")
    with tempfile.TemporaryDirectory(dir=plan.work) as work:
        return {"rows": list(_rows(plan, Path(work)))}


def _rows(plan: Plan, work: Path) -> Iterator[dict[str, Any]]:
    sizes = [size // CLAIMS_A_DOCUMENT for size in plan.archives]
    stories = sorted(plan.corpus(sizes[-1] + WARMING + ASKED).iterdir())
    new = left_out(stories, work / "new", WARMING + ASKED)
    archive, taken, documents = work / "archive", 0, 0
    for size in sizes:
        share = work / f"share-{size}"
        while documents < size and taken < len(stories):
            documents += _copy(stories[taken], share, new)
            taken += 1
        adding = command_spent(checker_command("archive", "add", str(archive), str(share)))
        shutil.rmtree(share)
        papers = [str(path) for path in new.values()]
        asked = {
            "check": apart(check_each, archive=str(archive), new=papers),
            "extract": apart(extract_each, new=papers),
        }
        row = {"claims": claims_in(archive), "documents": documents, "adding": adding.as_json()}
        row |= asked | {"ratio": round(asked["check"]["cpu"] / asked["extract"]["cpu"], 3)}
        print(
            f"{row['claims']:9,} {documents:9,} {adding.wall:7.1f} s {row['check']['cpu']:6.3f} s"
            f" {row['extract']['cpu']:6.3f} s {row['ratio']:6.2f}",
            flush=True,
        )
        if row["claims"] <= MOST_COMPARED:
            row["engines"] = compare_engines(archive, work)
        yield row


def left_out(stories: Sequence[Path], folder: Path, count: int) -> dict[Path, Path]:
    """Copy the last documents of the first large stories; original → copy, stories apart."""
    new: dict[Path, Path] = {}
    for story in stories:
        papers = sorted(story.iterdir())
        if len(papers) >= FEWEST_PAPERS and len(new) < count:
            copy = folder / story.name / papers[-1].name
            copy.parent.mkdir(parents=True)
            shutil.copyfile(papers[-1], copy)
            new[papers[-1]] = copy
    return new


def claims_in(archive: Path) -> int:
    """The claims that the head of an archive counts."""
    head = json.loads((archive / "archive.json").read_text(encoding="utf-8"))
    return sum(part["claims"] for part in head["parts"])


def check_each(archive: str, new: Sequence[str]) -> dict[str, float]:
    """Check documents against an archive, one by one; in a process of its own.

    Seconds for one on the average, by the clock and of CPU; the first ones warm up.
    """
    return _average([spent_on(partial(_check, archive, path)) for path in new])


def extract_each(new: Sequence[str]) -> dict[str, float]:
    """Read the claims of the same documents; in a process of its own, which knows no word yet."""
    return _average([spent_on(partial(_extract, path)) for path in new])


def _average(all_spent: Sequence[Spent]) -> dict[str, float]:
    """The clock and the CPU of one, on the average of those after the first."""
    spent = all_spent[WARMING:]
    return Spent(fmean(s.wall for s in spent), fmean(s.cpu for s in spent)).as_json()


def _check(archive: str, path: str) -> None:
    """Run the command in this process, which has begun as the program does; raises as it does."""
    collect_seldom()
    arguments = ["check", "--new-source", path, "--against", archive, "--no-store", "--exit-zero"]
    printed = TextIOWrapper(BytesIO(), "utf-8")
    with redirect_stdout(printed), redirect_stderr(printed), suppress(SystemExit):
        _commands().main(arguments, prog_name="checker")


@lru_cache(maxsize=1)
def _commands() -> Any:
    """The command line, put together once: that is part of the program's start."""
    import typer  # noqa: PLC0415  (this section alone runs commands in its process)

    from checker.cli.app import app  # noqa: PLC0415

    return typer.main.get_command(app)


def _extract(path: str) -> None:
    collect_seldom()
    settings = Settings()
    sources, _ = ingest.read_all([Path(path)], settings.ingest)
    extract.find_claims(sources, settings.extract)


def _copy(story: Path, folder: Path, new: dict[Path, Path]) -> int:
    """Copy the documents of a story but for new ones; return how many."""
    papers = [path for path in sorted(story.iterdir()) if path not in new]
    for path in papers:
        copy = folder / story.name / path.name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    return len(papers)
