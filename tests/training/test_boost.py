"""Boosted stumps: they find a step, keep to a direction, and survive being written down."""

from __future__ import annotations

import numpy as np
import pytest

from checker.align.additive import INTERCEPT, probability, read_additive
from training.boost import Recipe, as_table, fit_additive

RECIPE = Recipe(rounds=80, rate=0.3, damping=1.0, least_weight=4.0)


def fitted(rows, labels, directions):
    names = [f"f{n}" for n in range(rows.shape[1])]
    return fit_additive(rows, labels, np.ones(len(rows)), names, directions, RECIPE)


def scores(model, rows):
    return probability(model.intercept + model.parts(rows).sum(axis=1))


@pytest.fixture
def stepped():
    """Rows of two features, of which the first decides at one half."""
    chance = np.random.default_rng(1)
    rows = chance.random((400, 2))
    return rows, rows[:, 0] > 0.5


def test_a_step_is_found(stepped):
    rows, labels = stepped
    found = scores(fitted(rows, labels, [0, 0]), np.array([[0.2, 0.5], [0.8, 0.5]]))
    assert found[0] < 0.2
    assert found[1] > 0.8


def test_what_may_only_fall_does_not_rise(stepped):
    rows, labels = stepped
    model = fitted(rows, labels, [-1, 0])
    assert all(np.diff(model.steps[0]) <= 1e-9)
    low, high = scores(model, np.array([[0.2, 0.5], [0.8, 0.5]]))
    assert high <= low


def test_rare_rows_alone_make_no_step():
    rows = np.array([[0.0]] * 50 + [[1.0]] * 2)
    labels = np.array([False] * 25 + [True] * 25 + [True] * 2)
    model = fitted(rows, labels, [0])
    assert np.ptp(model.steps[0]) == 0.0


def test_a_table_reads_as_it_was_fitted(stepped):
    rows, labels = stepped
    model = fitted(rows, labels, [1, 0])
    again = read_additive({**as_table(model, 6), INTERCEPT: model.intercept})
    kept = [model.features.index(name) for name in again.features]
    assert scores(again, rows[:, kept]) == pytest.approx(scores(model, rows), abs=1e-3)
