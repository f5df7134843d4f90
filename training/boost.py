"""Fits an additive model: boosted stumps, each on one feature, some of them monotone.

Every round adds, to the feature and bound that gain most, a small step on either side
(Newton steps of the logistic loss, as in XGBoost; Chen and Guestrin 2016). The stumps of a
feature add up to one step function of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.align.additive import Additive, Floats

Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How it is fitted: rounds, the share of each step taken, its damping, bins a feature."""

    rounds: int = 300
    rate: float = 0.1
    damping: float = 5.0
    bins: int = 24
    least_weight: float = 8.0


def fit_additive(
    rows: Floats,
    labels: NDArray[np.bool_],
    weights: Floats,
    features: Sequence[str],
    directions: Sequence[int],
    recipe: Recipe,
) -> Additive:
    """Fit steps to labelled rows; a direction of 1 or −1 lets a feature only rise or fall."""
    bounds = [_bounds(rows[:, n], recipe.bins) for n in range(len(features))]
    codes = np.stack(
        [np.searchsorted(b, rows[:, n], side="right") for n, b in enumerate(bounds)], axis=1
    )
    width = max(len(b) for b in bounds) + 1
    steps = np.zeros((len(features), width))
    share = float((weights * labels).sum() / weights.sum())
    intercept = float(np.log(share / (1 - share)))
    odds = np.full(len(rows), intercept)
    cells = (codes + np.arange(len(features)) * width).ravel()
    ways = np.asarray(directions)[:, None]
    for _ in range(recipe.rounds):
        chance = 1 / (1 + np.exp(-odds))
        slopes, bends, heavy = (
            _below(cells, values, steps.shape)
            for values in (
                weights * (chance - labels),
                weights * chance * (1 - chance),
                weights,
            )
        )
        chosen = _best_stump(slopes, bends, heavy, ways, recipe)
        if chosen is None:
            break
        feature, at, below, above = chosen
        steps[feature, : at + 1] += below
        steps[feature, at + 1 :] += above
        odds += np.where(codes[:, feature] <= at, below, above)
    return Additive(
        intercept=intercept,
        features=tuple(features),
        bounds=tuple(bounds),
        steps=tuple(steps[n, : len(b) + 1] for n, b in enumerate(bounds)),
    )


def _bounds(column: Floats, bins: int) -> Floats:
    """Midpoints between distinct values, or quantiles where there are many."""
    distinct = np.unique(column)
    if len(distinct) > bins:
        distinct = np.unique(np.quantile(distinct, np.linspace(0, 1, bins)))
    return np.asarray((distinct[1:] + distinct[:-1]) / 2)


def _below(cells: Codes, values: Floats, shape: tuple[int, int]) -> Floats:
    """The sum of a value over all rows up to each bin of each feature."""
    repeated = np.repeat(values, shape[0])
    return np.bincount(cells, repeated, shape[0] * shape[1]).reshape(shape).cumsum(axis=1)


def _best_stump(
    slopes: Floats, bends: Floats, heavy: Floats, ways: Codes, recipe: Recipe
) -> tuple[int, int, float, float] | None:
    """The feature, the last bin below its bound, and the two steps of the best stump."""
    left = -slopes / (bends + recipe.damping)
    right = -(slopes[:, -1:] - slopes) / (bends[:, -1:] - bends + recipe.damping)
    gain = left * -slopes + right * -(slopes[:, -1:] - slopes)
    allowed = np.minimum(heavy, heavy[:, -1:] - heavy) >= recipe.least_weight
    gain = np.where(allowed & (ways * (right - left) >= 0), gain, -np.inf)
    feature, at = (int(n) for n in np.unravel_index(int(np.argmax(gain)), gain.shape))
    if not np.isfinite(gain[feature, at]):
        return None
    rate = recipe.rate
    return feature, at, float(rate * left[feature, at]), float(rate * right[feature, at])


def as_table(model: Additive, digits: int = 3) -> dict[str, str]:
    """Each feature's row "step bound step …", equal neighbours put together."""
    return {
        name: " ".join(_row(bounds, np.round(steps, digits), digits))
        for name, bounds, steps in zip(model.features, model.bounds, model.steps, strict=True)
        if np.ptp(np.round(steps, digits)) > 0
    }


def _row(bounds: Floats, steps: Floats, digits: int) -> list[str]:
    row = [f"{steps[0]:.{digits}f}"]
    for bound, before, after in zip(bounds, steps[:-1], steps[1:], strict=True):
        if before != after:
            row += [f"{bound:.5g}", f"{after:.{digits}f}"]
    return row
