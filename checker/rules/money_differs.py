"""Sources give amounts of money for one thing that cannot both be true.

Amounts are compared within one currency, each known to the last digit written.

Conflict:
    a bid of $3.1 billion | a bid of $2.6 billion
Agreement:
    $1.24 million | about $1.2 million
"""

from __future__ import annotations

from checker.model.claim import Attribute, Claim
from checker.model.discrepancy import Verdict
from checker.rules.figures_differ import judge as judge_figures
from checker.rules.shape import PairRule


def judge(left: Claim, right: Claim, options: None) -> Verdict | None:
    """Object when the two ranges share no amount."""
    return judge_figures(left, right, options)


RULE = PairRule(
    code="Q02",
    name="money-differs",
    family="money",
    attributes=frozenset({Attribute.MONEY}),
    judge=judge,
)
