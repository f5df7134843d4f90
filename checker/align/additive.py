"""An additive model: every feature adds a step of its own to the odds, and the sum is explained.

A generalised additive model of step functions (boosted stumps, after Lou, Caruana and
Gehrke 2012), fitted by `make train` on stories whose disagreements were marked by readers.
A table of the lexicon holds, for each feature, steps and the bounds between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.lexicon import load

Floats = NDArray[np.float64]
INTERCEPT = "intercept"


@dataclass(frozen=True, slots=True)
class Additive:
    """`features` in order; for each, the bounds between its steps and the steps (log odds)."""

    intercept: float
    features: tuple[str, ...]
    bounds: tuple[Floats, ...]
    steps: tuple[Floats, ...]

    def parts(self, rows: Floats) -> Floats:
        """What each feature adds to the log odds: one row a pair, one column a feature."""
        columns = [
            steps[np.searchsorted(bounds, rows[:, number], side="right")]
            for number, (bounds, steps) in enumerate(zip(self.bounds, self.steps, strict=True))
        ]
        return np.stack(columns, axis=1)


def probability(odds: Floats) -> Floats:
    """Log odds → probability."""
    return np.asarray(1.0 / (1.0 + np.exp(-odds)))


def load_additive(table: str) -> Additive:
    """Read a fitted model from its table of `lexicon/en/alignment.toml`."""
    return read_additive(load("alignment")[table])


def read_additive(rows: Mapping[str, Any]) -> Additive:
    """Read "step bound step bound step" for every feature; the intercept is a number."""
    features = tuple(sorted(name for name in rows if name != INTERCEPT))
    numbers = [np.array([float(n) for n in str(rows[name]).split()]) for name in features]
    return Additive(
        intercept=float(rows[INTERCEPT]),
        features=features,
        bounds=tuple(row[1::2] for row in numbers),
        steps=tuple(row[0::2] for row in numbers),
    )


def strongest(names: Sequence[str], parts: Floats, most: int = 2) -> list[str]:
    """The features that speak most for a pair, the strongest first."""
    order = sorted(range(len(names)), key=lambda n: (-parts[n], names[n]))
    return list(dict.fromkeys(names[n] for n in order if parts[n] > 0))[:most]
