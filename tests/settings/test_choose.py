"""Which rules run."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from checker.errors import SettingsError
from checker.settings import choose_rules, find_rule


@dataclass(frozen=True)
class Named:
    code: str
    name: str


RULES = tuple(
    Named(code, name)
    for code, name in (
        ("Q01", "figures-differ"),
        ("Q02", "money-differs"),
        ("U01", "lengths-differ"),
    )
)


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ((), (), ["Q01", "Q02", "U01"]),
        (("Q",), (), ["Q01", "Q02"]),
        (("q01", "U"), (), ["Q01", "U01"]),
        ((), ("Q02",), ["Q01", "U01"]),
        (("Q",), ("Q01",), ["Q02"]),
    ],
)
def test_by_code_or_its_beginning(select, ignore, left):
    assert [rule.code for rule in choose_rules(RULES, select, ignore)] == left


@pytest.mark.parametrize("wrong", ["Z", "Q1", ""])
def test_a_code_that_meets_nothing_is_an_error(wrong):
    with pytest.raises(SettingsError, match=r"no rule has the code .*`checker rules` lists them"):
        choose_rules(RULES, (wrong,), ())


def test_nothing_left_to_run_is_an_error():
    with pytest.raises(SettingsError, match="leave no rule"):
        choose_rules(RULES, ("Q",), ("Q",))


@pytest.mark.parametrize("wanted", ["U01", "u01", "lengths-differ"])
def test_a_rule_is_found_by_code_or_name(wanted):
    assert find_rule(RULES, wanted).code == "U01"


def test_a_rule_misspelt_gets_a_guess():
    with pytest.raises(SettingsError, match="did you mean 'figures-differ'"):
        find_rule(RULES, "figure-differs")
