"""Value parsing on the recognizers cases: places and resolved values, model by model."""

from benchmarks.values.measure import measure

__all__ = ["measure"]
