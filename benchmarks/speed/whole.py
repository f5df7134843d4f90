"""The whole run beside the bare parser on the same text, over the size of the corpus.

Each measurement is a process of its own that has loaded the model before the clock
starts. The bare parser reads the same paragraphs in the same batches, with one process
or with one for each core, which gets its share and hands back nothing. Processes of
either side are spawned, and load the model themselves, while the clock runs. Stages are
timed one after the other in one process. What a second process gains is measured on the
command, from its start to its end.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from inspect import signature
from itertools import groupby
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.speed.apart import apart, checker_command, command_spent, spent_on
from benchmarks.speed.bare import load_bare, parse, parse_shared, texts_of
from benchmarks.speed.plan import Plan
from checker import align, extract, ingest, pipeline, review, rules
from checker.engine.garbage import collect_seldom
from checker.extract.parser import load_parser
from checker.model.source import Source
from checker.rules.question import question_in_words
from checker.settings import Settings

JOBS = (1, 2)
# Smaller runs stay in one process, whatever they are offered.
FEWEST_SHARED = 100
# Beyond this many documents a run takes a quarter of an hour: it is measured with all
# processes only, and the parser once.
MOST_ALONE = 1_000
# Documents whose claims are held at a time while stages are timed.
STAGED_AT_ONCE = 100
# From so many documents on, what several processes gain is measured.
FEWEST_AS_COMMANDS = 1_000
# The stages whose share of the run is bounded.
BOUNDED = ("align", "rules")


def measure(plan: Plan) -> dict[str, Any]:
    """Measure every size of the plan and print a line for each."""
    print(f"{'documents':>9} {'words':>9} {'jobs':>4} {'parser':>9} {'whole run':>9}", end="")
    print(f" {'wall':>5} {'CPU':>5} {'align and rules':>15}")
    return {"rows": [_row(plan, documents) for documents in plan.sizes]}


def _row(plan: Plan, documents: int) -> dict[str, Any]:
    folder, rounds = str(plan.corpus(documents)), plan.rounds_at(documents)
    stages = apart(staged, folder=folder)
    row: dict[str, Any] = {
        "documents": stages.pop("documents"),
        "words": stages.pop("words"),
        "claims": stages.pop("claims"),
        "bare": {},
        "whole": {},
        "ratios": {},
        "stages": stages,
        "share": share_of(stages["seconds"]),
    }
    shared = can_share() and documents >= FEWEST_SHARED
    long = shared and documents > MOST_ALONE
    parsed, ran = _in_turns(folder, JOBS[-1:] if long else JOBS if shared else (1,), rounds)
    for jobs in ran:
        key = str(jobs)
        row["bare"][key], row["whole"][key] = _average(parsed[jobs]), _average(ran[jobs])
        row["ratios"][key] = {
            kind: round(row["whole"][key][kind] / row["bare"][key][kind], 3)
            for kind in ("wall", "cpu")
        }
        _print(row, jobs)
    if len(ran) > 1 and documents >= FEWEST_AS_COMMANDS:
        row["commands"] = _as_commands(folder)
        alone, both = (row["commands"][str(jobs)] for jobs in JOBS)
        row["faster"] = round(alone / both, 2)
        print(f"{'':21}as commands: {alone:.2f} s, {both:.2f} s, {row['faster']:.2f} times as fast")
    return row


def _as_commands(folder: str) -> dict[str, float]:
    """What the command takes on the clock with each number of processes, starts and all.

    Above, one process has loaded the model before the clock starts, and several load it
    while it runs; here all do.
    """
    taken: dict[int, list[float]] = {jobs: [] for jobs in JOBS}
    for jobs in (*JOBS, *reversed(JOBS)):
        arguments = ("check", folder, "--jobs", str(jobs), "--no-store", "--exit-zero")
        with TemporaryDirectory() as work:
            command = checker_command(*arguments, "--output", f"json:{work}/report.json")
            taken[jobs].append(command_spent(command).wall)
    return {str(jobs): round(fmean(walls), 3) for jobs, walls in taken.items()}


def _in_turns(
    folder: str, counts: Sequence[int], rounds: int
) -> tuple[dict[int, list[dict[str, float]]], dict[int, list[dict[str, float]]]]:
    """The bare parser and the whole run with each number of processes, turn by turn.

    Runs that are compared follow each other, and every other round goes backwards:
    whatever else the machine has to do falls on all of them.
    """
    parsed: dict[int, list[dict[str, float]]] = {jobs: [] for jobs in counts}
    ran: dict[int, list[dict[str, float]]] = {jobs: [] for jobs in counts}
    turns = [(parsed[counts[0]], bare, counts[0])]
    turns += [(ran[jobs], whole, jobs) for jobs in counts]
    turns += [(parsed[jobs], bare, jobs) for jobs in counts[1:]]
    for number in range(rounds):
        for kept, function, jobs in turns[:: -1 if number % 2 else 1]:
            kept.append(apart(function, folder=folder, jobs=jobs))
    return parsed, ran


def _average(turns: Sequence[dict[str, float]]) -> dict[str, float]:
    spent = {kind: round(fmean(turn[kind] for turn in turns), 3) for kind in ("wall", "cpu")}
    return spent | {"peak_mb": max(turn["peak_mb"] for turn in turns)}


def _print(row: dict[str, Any], jobs: int) -> None:
    key = str(jobs)
    parsed, ran, ratio = row["bare"][key]["wall"], row["whole"][key]["wall"], row["ratios"][key]
    print(
        f"{row['documents']:9,} {row['words']:9,} {jobs:4} {parsed:7.2f} s {ran:7.2f} s"
        f" {ratio['wall']:5.2f} {ratio['cpu']:5.2f} {row['share']:15.1%}",
        flush=True,
    )


def share_of(seconds: dict[str, float]) -> float:
    """The share of alignment and rules in the time of all stages."""
    return round(sum(seconds[name] for name in BOUNDED) / sum(seconds.values()), 4)


def can_share() -> bool:
    """Say whether a run can be shared among processes."""
    return "jobs" in signature(pipeline.check).parameters


def bare(folder: str, jobs: int) -> dict[str, Any]:
    """Parse all paragraphs of a corpus; in a process of its own."""
    texts = texts_of(Path(folder))
    load_bare()
    if jobs == 1:
        return spent_on(lambda: parse(texts)).as_json()
    return spent_on(lambda: parse_shared(texts, jobs)).as_json()


def whole(folder: str, jobs: int) -> dict[str, Any]:
    """Cross-check a corpus as the command line does; in a process of its own.

    Claims are not kept in the report: only outputs that want them ask for that.
    """
    settings = Settings()
    collect_seldom()
    load_parser(settings.extract.language_model)
    shared = {"jobs": jobs, "whole": False} if can_share() else {}
    return spent_on(lambda: pipeline.check([folder], settings, **shared)).as_json()


def staged(folder: str) -> dict[str, Any]:
    """Run the stages one after the other; in a process of its own. Seconds of CPU by stage."""
    settings, seconds = Settings(), {}
    collect_seldom()
    load_parser(settings.extract.language_model)
    begun = time.process_time()

    def lap(stage: str) -> None:
        nonlocal begun
        seconds[stage] = seconds.get(stage, 0.0) + time.process_time() - begun
        begun = time.process_time()

    sources, _ = ingest.read_all([Path(folder)], settings.ingest)
    chosen = rules.load_rules()
    lap("ingest")
    run = review.run_info("", chosen, settings.in_words(), None)
    number = 0
    for stories in _some_at_once(sources):
        made = extract.find_claims(
            [source for told in stories for source in told], settings.extract
        )
        lap("extract")
        number += len(made.claims)
        told_by = {
            key: tuple(group) for key, group in groupby(made.claims, key=lambda claim: claim.source)
        }
        coverage = {each.source: each for each in made.coverage}
        for told in stories:
            claims = tuple(claim for source in told for claim in told_by.get(source.id, ()))
            lap("review")
            clusters = align.cluster(claims, settings.align)
            lap("align")
            found = rules.settle(each for rule in chosen for each in rule.check(clusters, told))
            lap("rules")
            review.report(
                run=run,
                sources=told,
                claims=claims,
                coverage=tuple(coverage[source.id] for source in told if source.id in coverage),
                clusters=clusters,
                findings=found,
                ask=question_in_words,
            )
            lap("review")
    return {
        "documents": len(sources),
        "words": sum(len(text.split()) for text in texts_of(Path(folder))),
        "claims": number,
        "seconds": {stage: round(spent, 3) for stage, spent in seconds.items()},
    }


def _some_at_once(sources: Sequence[Source]) -> Iterator[list[tuple[Source, ...]]]:
    """Yield whole stories, as many as have some number of documents."""
    stories: list[tuple[Source, ...]] = []
    for _, told in groupby(sources, key=lambda source: source.story):
        stories.append(tuple(told))
        if sum(map(len, stories)) >= STAGED_AT_ONCE:
            yield stories
            stories = []
    if stories:
        yield stories
