"""The whole run against the bare parser on real stories, and `checker --help`.

The stories are those of the shared corpora where they are present, and our own seeds/, or
the folders that are given. Both sides run in one process with the model loaded before, in
turns, each after a collection of garbage; the best of the rounds counts. The bare parser
(tagger, parser, lemmatiser, entities) reads the same paragraphs in the same batches.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import checker
from benchmarks.corpora import corpora
from benchmarks.speed.apart import apart, checker_command, command_spent
from benchmarks.speed.bare import load_bare, parse, texts_of
from benchmarks.speed.plan import Plan
from checker.extract.parser import load_parser
from checker.settings import Settings

# Rounds that have taken so many seconds are enough.
LONG = 30.0


def measure(plan: Plan) -> dict[str, Any]:
    """Print a line a corpus; return the figures of each, and of the help."""
    print(f"{'corpus':10} {'words':>8} {'parser':>9} {'whole run':>10} {'ratio':>6}")
    told: dict[str, dict[str, Any]] = {}
    for name, stories in _folders(plan.stories):
        row = apart(compare, stories=[str(story) for story in stories], rounds=plan.rounds)
        told[name] = row
        print(
            f"{name:10} {row['words']:8} {row['parser']:7.2f} s {row['whole']:8.2f} s"
            f" {row['ratio']:6.2f}",
            flush=True,
        )
    help_seconds = min(
        command_spent(checker_command("--help")).cpu for _ in range(max(plan.rounds, 3))
    )
    print(f"checker --help: {help_seconds:.2f} s of CPU", flush=True)
    return {"corpora": told, "help_seconds": round(help_seconds, 3)}


def compare(stories: Sequence[str], rounds: int) -> dict[str, Any]:
    """Time both sides in turns; in a process of its own."""
    begun = time.process_time()
    load_parser(Settings().extract.language_model)
    loading = time.process_time() - begun
    load_bare()
    texts = [text for story in stories for text in texts_of(Path(story))]

    def bare() -> None:
        parse(texts)

    def whole() -> None:
        for story in stories:
            checker.check([story])

    times: dict[Callable[[], None], list[float]] = {bare: [], whole: []}
    for _ in range(rounds):
        if sum(map(sum, times.values())) < LONG:
            for side, spent in times.items():
                spent.append(cpu_seconds(side))
    parsed, ran = min(times[bare]), min(times[whole])
    return {
        "words": sum(len(text.split()) for text in texts),
        "model": round(loading, 2),
        "parser": round(parsed, 3),
        "whole": round(ran, 3),
        "ratio": round(ran / parsed, 3),
    }


def cpu_seconds(work: Callable[[], None]) -> float:
    """Return the CPU time that a piece of work takes in this process."""
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _folders(paths: Sequence[Path]) -> list[tuple[str, list[Path]]]:
    """Name what is measured, and the folders of its stories."""
    if paths:
        return [("given", list(paths))]
    present = [c for c in corpora() if c.docs.exists() and c.stories]
    return [(c.name, [c.docs / story for story in c.stories]) for c in present]
