"""The exponent of growth on costs that are known."""

from __future__ import annotations

import math

import pytest

from benchmarks.speed.growth import exponent

SIZES = (10, 100, 1_000, 10_000)


@pytest.mark.parametrize("power", [0.5, 1.0, 1.15, 2.0])
def test_a_power_is_found(power):
    assert exponent(SIZES, [3 * size**power for size in SIZES]) == pytest.approx(power)


def test_a_logarithm_adds_little():
    grown = exponent(SIZES, [size * math.log(size) for size in SIZES])
    assert 1.1 < grown < 1.3


def test_noise_on_either_side_evens_out():
    costs = [size * (1.1 if n % 2 else 0.9) for n, size in enumerate(SIZES)]
    assert exponent(SIZES, costs) == pytest.approx(1, abs=0.05)


def test_too_little_gives_nothing():
    assert exponent([], []) is None
    assert exponent([10], [1.0]) is None
    assert exponent([10, 100], [0.0, 1.0]) is None
