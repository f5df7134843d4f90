"""Alignment alone, over the number of claims: time, pairs compared, memory, growth.

Claims come story by story, as a run aligns them; and, since an archive is one large
story, as a single pool. Each size is a process of its own; only `align.cluster` is timed.
"""

from __future__ import annotations

import gc
import importlib
import resource
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed.apart import apart
from benchmarks.speed.claims import claims_file, stream
from benchmarks.speed.growth import exponent
from benchmarks.speed.plan import Plan
from checker import align
from checker.model.claim import Claim
from checker.settings import Settings

# A process that wants more than this is told that there is no more.
MOST_BYTES = 10 << 30
# Where pairs to compare come from: the module looks the name up when it aligns.
PAIRS = ("checker.align.clusters", "candidate_pairs")


def measure(plan: Plan) -> dict[str, Any]:
    """Measure all sizes of the plan and print a line for each."""
    print(f"{'alignment':>16} {'claims':>9} {'CPU':>9} {'pairs':>12} {'a claim':>8} {'MB':>6}")
    file = str(claims_file(plan))
    rows = {
        "streamed": _rows("story by story", streamed, file, plan.streamed),
        "pooled": _rows("one pool", pooled, file, plan.pooled),
    }
    grown = {name: _growth(found) for name, found in rows.items()}
    for name, found in grown.items():
        print(f"exponent of growth, {name}: {found if found is None else round(found, 3)}")
    return {**rows, "exponents": grown}


def _rows(name: str, work: Any, file: str, sizes: Sequence[int]) -> list[dict[str, Any]]:
    rows = []
    for size in sizes:
        try:
            row = apart(work, file=file, most=size)
        except RuntimeError as error:
            print(f"{name:>16} {size:9,} {error}", flush=True)
            break
        # Another process, since counting takes time itself.
        counted = apart(count_pairs, file=file, most=size, one=work is pooled)
        row |= {"pairs": counted["pairs"], "pairs_a_claim": counted["pairs"] / row["claims"]}
        print(
            f"{name:>16} {row['claims']:9,} {row['cpu']:7.2f} s {row['pairs']:12,}"
            f" {row['pairs_a_claim']:8.1f} {row['peak_mb']:6,}",
            flush=True,
        )
        rows.append(row)
    return rows


def _growth(rows: Sequence[dict[str, Any]]) -> float | None:
    found = (
        exponent([row["claims"] for row in rows], [row["cpu"] for row in rows]) if rows else None
    )
    return None if found is None else round(found, 3)


def streamed(file: str, most: int) -> dict[str, Any]:
    """Align claims story by story; in a process of its own."""
    _bound()
    return _aligned(stream(Path(file), most))


def pooled(file: str, most: int) -> dict[str, Any]:
    """Align all claims as one story; in a process of its own."""
    _bound()
    return _aligned([_pool(file, most)])


def count_pairs(file: str, most: int, one: bool) -> dict[str, Any]:
    """Count the pairs that are compared; in a process of its own."""
    _bound()
    module, name = importlib.import_module(PAIRS[0]), PAIRS[1]
    candidates = getattr(module, name)
    count = 0

    def counted(*arguments: Any, **named: Any) -> Iterator[Any]:
        nonlocal count
        for pair in candidates(*arguments, **named):
            count += 1
            yield pair

    setattr(module, name, counted)
    _aligned([_pool(file, most)] if one else stream(Path(file), most))
    return {"pairs": count}


def _pool(file: str, most: int) -> list[Claim]:
    return [claim for story in stream(Path(file), most) for claim in story][:most]


def _aligned(stories: Any) -> dict[str, Any]:
    options, spent, claims, clusters, number = Settings().align, 0.0, 0, 0, 0
    # Tables are read before the clock starts, as in a process that has aligned before.
    align.cluster((), options)
    for story in stories:
        gc.collect(0)
        begun = time.process_time()
        clusters += len(align.cluster(story, options))
        spent += time.process_time() - begun
        claims += len(story)
        number += 1
    return {"claims": claims, "stories": number, "clusters": clusters, "cpu": round(spent, 3)}


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
