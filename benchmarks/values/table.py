"""The shares as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.values.cases import MODELS
from benchmarks.values.measure import Measured, Share


def table(measured: Measured) -> Iterator[str]:
    """Shares model by model, then what is left out and why."""
    yield f"{'model':14} {'all cases':>20} {'kinds that news uses':>24}"
    for model in MODELS:
        yield f"{model:14} {_cell(measured.of_all(model))} {_cell(measured.of_news(model))}"
    yield f"{'together':14} {_cell(measured.of_all())} {_cell(measured.of_news())}"
    yield f"\nkinds that news uses: {measured.kept:.0%} of all cases; left out:"
    for kind, share in measured.left_out():
        yield f"  {share.of:3} (right {share.right:2})  {kind.name}: {kind.reason}"


def _cell(share: Share) -> str:
    return f"{share.right:7} of {share.of:4} {share.share:6.1%}"
