"""What the program promises of its speed, and which of it a run did not keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# Whole run to bare parser, with as many processes, at every size from this on: below it
# the start of a pool is most of the time.
MOST_OF_PARSER = 1.3
FEWEST_FOR_PARSER = 100
# Times as fast as with one process that the command is with two.
LEAST_FASTER = 1.7
# A process that alone has a core spends as much processor time as the clock shows;
# beyond this, others were on the machine, and the clock tells of them.
CROWDED = 1.15
# Alignment and rules, as a share of the whole run in processor time.
MOST_SHARE = 0.10
# Exponent of the growth of alignment and of comparing one pool.
MOST_EXPONENT = 1.15
# Peak of a process that aligns a million claims, story by story.
MOST_ALIGNING_MB = 2_048
# The second run over unchanged documents, and the archive, to the time of one extraction.
LEAST_WARM = 20.0
FEWEST_FOR_WARM = 1_000
MOST_OF_EXTRACTION = 3.0
# The run over real stories, and the help, as measured since the first version.
MOST_OF_PARSER_ON_STORIES = 1.5
MOST_HELP_SECONDS = 0.3


@dataclass(frozen=True, slots=True)
class Held:
    """One limit beside what was measured."""

    what: str
    measured: float
    limit: float
    kept: bool

    @property
    def line(self) -> str:
        """One line for people."""
        sign = "kept  " if self.kept else "MISSED"
        return f"{sign} {self.what}: {self.measured:,.3g} (limit {self.limit:,.3g})"


def held(results: Mapping[str, Any]) -> list[Held]:
    """Hold results of a run against the limits, as far as it measured them."""
    return [
        *_whole(results.get("whole", {})),
        *_alignment(results.get("alignment", {})),
        *_again(results.get("again", {})),
        *_archive(results.get("archive", {})),
        *_stories(results.get("stories", {})),
    ]


def decides(row: Mapping[str, Any], jobs: str) -> str:
    """Whether "wall" or "cpu" tells how a run with so many processes compares.

    With several it is the clock, since a process that waits for the others spends
    nothing; but not where others were on the machine.
    """
    alone = row["bare"].get("1")
    if alone is None:
        return "wall"
    return "cpu" if jobs == "1" or alone["wall"] > CROWDED * alone["cpu"] else "wall"


def _whole(section: Mapping[str, Any]) -> Iterator[Held]:
    for row in section.get("rows", ()):
        size = f"{row['documents']:,} documents"
        for jobs, ratio in sorted(row["ratios"].items()):
            if row["documents"] >= FEWEST_FOR_PARSER:
                kind = decides(row, jobs)
                what = f"whole run to parser, {size}, jobs {jobs}, {kind}"
                yield _most(what, ratio[kind], MOST_OF_PARSER)
        if "faster" in row:
            yield _least(f"times as fast with two processes, {size}", row["faster"], LEAST_FASTER)
        if "share" in row:
            yield _most(f"share of align and rules, {size}", row["share"], MOST_SHARE)


def _alignment(section: Mapping[str, Any]) -> Iterator[Held]:
    for name, told in section.get("exponents", {}).items():
        if told is not None:
            yield _most(f"exponent of alignment, {name}", told, MOST_EXPONENT)
    for row in section.get("streamed", ()):
        what = f"MB to align {row['claims']:,} claims story by story"
        yield _most(what, row["peak_mb"], MOST_ALIGNING_MB)


def _again(section: Mapping[str, Any]) -> Iterator[Held]:
    if section and section["documents"] >= FEWEST_FOR_WARM:
        yield _least("warm run, times faster than cold", section["faster"], LEAST_WARM)
    if section:
        yield _most("language model loaded by a warm run", float(section["model_loaded"]), 0)


def _archive(section: Mapping[str, Any]) -> Iterator[Held]:
    for row in section.get("rows", ()):
        what = f"one document against {row['claims']:,} claims, to its extraction"
        yield _most(what, row["ratio"], MOST_OF_EXTRACTION)


def _stories(section: Mapping[str, Any]) -> Iterator[Held]:
    for name, told in section.get("corpora", {}).items():
        yield _most(f"whole run to parser, {name}", told["ratio"], MOST_OF_PARSER_ON_STORIES)
    if section:
        yield _most("checker --help, seconds", section["help_seconds"], MOST_HELP_SECONDS)


def _most(what: str, measured: float, limit: float) -> Held:
    return Held(what, measured, limit, measured <= limit)


def _least(what: str, measured: float, limit: float) -> Held:
    return Held(what, measured, limit, measured >= limit)
