"""Every pair rule against its table: what it speaks of, and what it leaves unsaid."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker.rules import RULES, PairRule
from tests.rules.claims import make_claim

HERE = Path(__file__).parent
PAIR_RULES = {rule.code: rule for rule in RULES if isinstance(rule, PairRule)}
TABLES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in HERE.glob("*.toml")}
CASES = [
    pytest.param(code, case, id=f"{code}-{case['why']}")
    for code, table in sorted(TABLES.items())
    if code in PAIR_RULES
    for case in table["case"]
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case(code, case):
    rule = PAIR_RULES[code]
    attribute = min(rule.attributes) if "attribute" not in case else case["attribute"]
    left = make_claim(
        case["left"], type(min(rule.attributes))(attribute), "left", **case.get("left_is", {})
    )
    right = make_claim(
        case["right"], type(min(rule.attributes))(attribute), "right", **case.get("right_is", {})
    )
    verdicts = [rule.judge(left, right, rule.options), rule.judge(right, left, rule.options)]
    told = {verdict.kind.value if verdict else "silent" for verdict in verdicts}
    assert told == {case["expect"]}


@pytest.mark.parametrize("code", sorted(PAIR_RULES))
def test_every_pair_rule_has_three_rows_of_either_sort(code):
    expected = [case["expect"] for case in TABLES[code]["case"]]
    assert sum(e == "silent" for e in expected) >= 3
    assert sum(e != "silent" for e in expected) >= 3


@pytest.mark.parametrize("rule", PAIR_RULES.values(), ids=lambda rule: rule.code)
def test_examples_in_the_documentation_hold(rule):
    table = TABLES[rule.code].get("examples", {})
    for heading, expected in (("Conflict:", True), ("Agreement:", False)):
        line = rule.explanation.split(heading)[1].strip().splitlines()[0]
        assert " | " in line
        left, right = (part.strip() for part in line.split(" | "))
        attribute = type(min(rule.attributes))(table.get("attribute", min(rule.attributes)))
        kinds = table.get("left_is", {}), table.get("right_is", {})
        if heading == "Agreement:":
            kinds = table.get("agree_left_is", {}), table.get("agree_right_is", {})
        verdict = rule.judge(
            make_claim(left, attribute, "left", **kinds[0]),
            make_claim(right, attribute, "right", **kinds[1]),
            rule.options,
        )
        assert (verdict is not None) is expected, heading
