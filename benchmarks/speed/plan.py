"""What one run of the benchmark is to measure, and the corpora that it makes for that."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from benchmarks.speed import made

SIZES, SIZES_IN_FULL = (10, 100, 1_000), (10, 100, 1_000, 10_000)
STREAMED, STREAMED_IN_FULL = (10_000, 30_000, 100_000), (10_000, 100_000, 1_000_000)
POOLED = (10_000, 30_000, 100_000)
ARCHIVES, ARCHIVES_IN_FULL = (10_000, 100_000), (10_000, 100_000, 1_000_000)
# Documents whose claims are multiplied where more claims are wanted.
READ_FOR_CLAIMS, READ_FOR_CLAIMS_IN_FULL = 600, 2_000
# Documents of the run that is repeated unchanged; the issue speaks of a thousand.
REPEATED = 1_000
# Up to this many documents a measurement is short, and is repeated; up to the second, it
# takes a minute.
SHORT, SOME = 100, 1_000
MADE = "made-"


@dataclass(frozen=True, slots=True)
class Plan:
    """Sizes, rounds and seed of a run, and the folder that it works in.

    `sizes` and `repeated` are in documents; `streamed`, `pooled` and `archives` in claims.
    """

    work: Path
    sizes: tuple[int, ...] = SIZES
    streamed: tuple[int, ...] = STREAMED
    pooled: tuple[int, ...] = POOLED
    archives: tuple[int, ...] = ARCHIVES
    repeated: int = REPEATED
    read_for_claims: int = READ_FOR_CLAIMS
    rounds: int = 3
    seed: int = made.SEED
    mix: Mapping[str, float] = field(default_factory=lambda: dict(made.MIX))
    stories: tuple[Path, ...] = ()

    def rounds_at(self, documents: int) -> int:
        """How often a corpus is measured: what takes minutes twice, a quarter of an hour once."""
        if documents <= SHORT:
            return self.rounds
        return 2 if documents <= SOME else 1

    def corpus(self, documents: int) -> Path:
        """A folder with the first so many documents, made where it is not there yet."""
        folder = self.work / f"corpus-{documents}"
        if not folder.exists():
            whole = self._largest(documents)
            for path in islice(sorted(whole.rglob("paper-*")), documents):
                copy = folder / path.relative_to(whole)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)
        return folder

    def _largest(self, documents: int) -> Path:
        """A corpus that all others are the beginning of."""
        made_before = [int(path.name[len(MADE) :]) for path in self.work.glob(f"{MADE}*")]
        enough = [size for size in sorted(made_before) if size >= documents]
        if enough:
            return self.work / f"{MADE}{enough[0]}"
        most = max(documents, self.repeated + 1, self.read_for_claims, *self.sizes)
        return made.write(self.work / f"{MADE}{most}", most, self.mix, self.seed)
