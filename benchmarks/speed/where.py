"""Where the time of a run goes: by stage, by room of the program, by function."""

from __future__ import annotations

import cProfile
import pstats
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.speed.apart import apart
from benchmarks.speed.plan import Plan
from benchmarks.speed.whole import staged
from checker import pipeline
from checker.extract.parser import load_parser
from checker.settings import Settings

DOCUMENTS = 100
SHOWN = 15
ROOMS_SHOWN = 12


def measure(plan: Plan) -> dict[str, Any]:
    """Profile a run over some documents and print where its time went."""
    folder = str(plan.corpus(DOCUMENTS))
    stages = apart(staged, folder=folder)["seconds"]
    told = apart(profiled, folder=folder)
    total = sum(stages.values())
    print("stages:", ", ".join(f"{name} {spent / total:.1%}" for name, spent in stages.items()))
    for name, share in told["rooms"].items():
        print(f"{share:7.1%} {name}")
    for each in told["functions"]:
        print(f"{each['share']:7.1%} {each['calls']:10,} {each['function']}")
    return {"documents": DOCUMENTS, "stages": stages, **told}


def profiled(folder: str) -> dict[str, Any]:
    """Run under a profiler, which slows what calls much; in a process of its own."""
    load_parser(Settings().extract.language_model)
    profiler = cProfile.Profile()
    profiler.runcall(pipeline.check, [folder])
    own: dict[str, tuple[float, int]] = {}
    for (file, _, function), (_, calls, spent, *_) in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]
        place = place_of(file, function)
        before = own.get(place, (0.0, 0))
        own[place] = before[0] + spent, before[1] + calls
    total = sum(spent for spent, _ in own.values())
    rooms: Counter[str] = Counter()
    for place, (spent, _) in own.items():
        rooms[room_of(place)] += spent / total
    most = sorted(own.items(), key=lambda each: (-each[1][0], each[0]))[:SHOWN]
    return {
        "rooms": {room: round(share, 4) for room, share in rooms.most_common(ROOMS_SHOWN)},
        "functions": [
            {"function": place, "share": round(spent / total, 4), "calls": calls}
            for place, (spent, calls) in most
        ],
    }


def place_of(file: str, function: str) -> str:
    """A function by its file within its package: "checker/align/story.py weight"."""
    parts = Path(file).parts
    for root in ("site-packages", "checker", "benchmarks"):
        if root in parts:
            at = len(parts) - 1 - parts[::-1].index(root)
            return f"{'/'.join(parts[at + (root == 'site-packages') :])} {function}"
    # Compiled code names its file from its package on: "thinc/backends/numpy_ops.pyx".
    return f"{Path(file).name if Path(file).is_absolute() else file} {function}"


def room_of(place: str) -> str:
    """The room of the program, or the package, that a function belongs to."""
    first, _, rest = place.partition("/")
    if first == "checker":
        return f"checker/{rest.partition('/')[0].partition(' ')[0]}"
    return first if rest else "built in"
