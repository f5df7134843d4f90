"""Time the whole run against the bare parser on the same text, and `checker --help`.

    make speed               or: .venv/bin/python benchmarks/speed.py [--rounds N] [PATH …]

Without paths: the shared news stories and seeds where they are present, and our
own seeds/. Both sides run in one process with the model loaded before, in turns,
each after a collection of garbage; the best of the rounds counts. The bare parser
(tagger, parser, lemmatiser, entities) reads the same paragraphs in the same batches.
"""

from __future__ import annotations

import argparse
import gc
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import checker
from benchmarks.corpora import ROOT, corpora
from checker import ingest
from checker.extract.parser import load_parser
from checker.extract.passage import find_stretches
from checker.extract.reader import BATCH
from checker.model.source import Source
from checker.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

MOST_RATIO = 1.5
MOST_HELP_SECONDS = 0.3


def main() -> int:
    """Print the table; 1 where a limit is passed."""
    arguments = _arguments()
    begun = time.process_time()
    parser = load_parser(Settings().extract.language_model)
    print(f"import and load of the model: {time.process_time() - begun:.1f} s of CPU")
    print(f"{'corpus':10} {'words':>8} {'parser':>9} {'whole run':>10} {'ratio':>6}")
    ratios = [
        _compare(name, stories, arguments.rounds, parser)
        for name, stories in _folders(arguments.path)
    ]
    spent = min(help_seconds() for _ in range(arguments.rounds))
    print(f"checker --help: {spent:.2f} s of CPU (at most {MOST_HELP_SECONDS})")
    return int(max(ratios) > MOST_RATIO or spent > MOST_HELP_SECONDS)


def _folders(paths: Sequence[Path]) -> list[tuple[str, list[Path]]]:
    """Name what is measured, and the folders of its stories."""
    if paths:
        return [("given", list(paths))]
    present = [c for c in corpora() if c.docs.exists() and c.stories]
    return [(c.name, [c.docs / story for story in c.stories]) for c in present]


def _compare(name: str, stories: Sequence[Path], rounds: int, parser: Language) -> float:
    """Print one line and return the ratio of the whole run to the bare parser."""
    told = [source for story in stories for source in _read(story)]
    texts = [stretch.plain for source in told for stretch in find_stretches(source)]

    def bare() -> None:
        for _ in parser.pipe(texts, batch_size=BATCH):
            pass

    def whole() -> None:
        for story in stories:
            checker.check([story])

    times: dict[Callable[[], None], list[float]] = {bare: [], whole: []}
    for _ in range(rounds):
        for side, spent in times.items():
            spent.append(cpu_seconds(side))
    parsed, ran = min(times[bare]), min(times[whole])
    words = sum(len(text.split()) for text in texts)
    print(f"{name:10} {words:8} {parsed:7.2f} s {ran:8.2f} s {ran / parsed:6.2f}", flush=True)
    return ran / parsed


def _read(story: Path) -> Sequence[Source]:
    """The sources of a story, without looking for claims in them."""
    return ingest.read_all([story], Settings().ingest)[0]


def cpu_seconds(work: Callable[[], None]) -> float:
    """Return the CPU time that a piece of work takes in this process."""
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def help_seconds() -> float:
    """Return the CPU time of `checker --help` in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "checker", "--help"]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", nargs="*", type=Path, help="folders, one a story")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of each side (3)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
