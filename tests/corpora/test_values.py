"""Value parsing on the recognizers cases does not fall below what was reached."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from benchmarks.values.cases import MODELS, folder
from benchmarks.values.measure import Measured, measure
from benchmarks.values.table import table

FLOORS = tomllib.loads(Path(__file__).with_name("value_floors.toml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def measured() -> Measured:
    """The cases, run once."""
    if not folder().is_dir():
        pytest.skip("the recognizers cases are not there; set CHECKER_CORPORA")
    return measure()


def test_every_model_has_floors() -> None:
    assert set(FLOORS["models"]) == set(MODELS)


def test_shares_keep_their_floors(measured: Measured) -> None:
    reached = {model: measured.of_news(model).share for model in MODELS}
    together = {"all": measured.of_all().share, "news": measured.of_news().share}
    together["kept"] = measured.kept
    fallen = [
        f"{name} is {share:.3f}"
        for floors, shares in ((FLOORS["models"], reached), (FLOORS["together"], together))
        for name, share in shares.items()
        if share < floors[name]
    ]
    assert not fallen, "\n".join([*fallen, *table(measured)])


def test_every_kind_that_is_left_out_takes_cases(measured: Measured) -> None:
    assert [kind.name for kind, share in measured.left_out() if not share.of] == []
